"""What a verifier must say, written down from the format's table of failure codes and from nowhere else."""

from __future__ import annotations

from typing import Any

# code: (verdict, effect). The table of docs/format.md §16; several verdicts where the table lists several.
CODES: dict[str, tuple[tuple[str, ...], str]] = {
    "gap_or_order": (("completeness",), "fails"),
    "too_long": (("integrity",), "fails"),
    "not_canonical": (("integrity",), "fails"),
    "not_an_act": (("integrity",), "fails"),
    "unknown_record": (("integrity",), "undecided"),
    "clock_went_back": (("time",), "fails"),
    "other_ledger": (("authenticity",), "fails"),
    "no_anchor": (("authenticity", "completeness", "time"), "undecided"),
    "founding_wrong": (("authority",), "fails"),
    "wrong_ledger": (("authenticity",), "fails"),
    "replayed_act": (("integrity",), "fails"),
    "replayed_id": (("integrity",), "fails"),
    "key_not_enrolled": (("authenticity",), "fails"),
    "key_of_another": (("authenticity",), "fails"),
    "key_wrong_use": (("authenticity",), "fails"),
    "key_not_confirmed": (("authenticity",), "fails"),
    "key_revoked": (("authenticity",), "fails"),
    "bad_key": (("authenticity",), "fails"),
    "bad_pop": (("authenticity",), "fails"),
    "key_twice": (("authenticity",), "fails"),
    "bad_signature": (("authenticity",), "fails"),
    "post_not_held": (("authority",), "fails"),
    "post_not_entitled": (("authority",), "fails"),
    "signed_in_future": (("time",), "fails"),
    "not_live": (("time",), "fails"),
    "other_history": (("integrity",), "fails"),
    "batch_broken": (("completeness",), "fails"),
    "dangling_reference": (("integrity",), "fails"),
    "wrong_document": (("integrity",), "fails"),
    "refusal_not_theirs": (("authenticity",), "fails"),
    "wrong_opening": (("integrity",), "fails"),
    "cases_wrong": (("authority",), "fails"),
    "unknown_type": (("authority",), "undecided"),
    "unknown_life_type": (("authority", "authenticity", "completeness"), "undecided"),
    "after_close": (("authority",), "fails"),
    "bad_checkpoint": (("authenticity",), "fails"),
    "tail_missing": (("completeness",), "fails"),
    "root_differs": (("integrity",), "fails"),
    "no_witness": (("completeness", "time"), "undecided"),
    "after_its_witness": (("time",), "fails"),
    "witnessed_late": (("time",), "undecided"),
    "tail_not_witnessed": (("completeness",), "undecided"),
    "stale": (("completeness",), "undecided"),
    "value_missing": (("completeness",), "fails"),
    "value_wrong": (("integrity",), "fails"),
    "key_doubtful": (("authenticity",), "undecided"),
}
VERDICTS = ("integrity", "authenticity", "completeness", "time", "authority")
# An unknown type whose name is of the ledger's life is in doubt under three verdicts, with one code.
SPELLING = {"unknown_life_type": "unknown_type"}

Expected = tuple[str, int | None]


def failures(expected: list[Expected]) -> list[dict[str, Any]]:
    """The failures in full, by position, those without one last."""
    found = {
        (verdict, CODES[code][1], SPELLING.get(code, code), position)
        for code, position in expected
        for verdict in CODES[code][0]
    }
    ordered = sorted(found, key=lambda f: (f[3] is None, f[3] or 0, f[2], f[0]))
    return [dict(zip(("verdict", "effect", "code", "position"), each, strict=True)) for each in ordered]


def verdicts(listed: list[dict[str, Any]]) -> dict[str, str]:
    """Each verdict holds, unless a failure or a doubt says otherwise."""
    effects = {name: {each["effect"] for each in listed if each["verdict"] == name} for name in VERDICTS}
    return {
        name: "fails" if "fails" in said else "undecided" if "undecided" in said else "holds"
        for name, said in effects.items()
    }
