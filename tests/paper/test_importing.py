"""import: a whole trail from elsewhere, as an auditor brings it; then audit tells what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.typing_in import Said, cheap_keys, run
from tests.support import trails

Lines = list[dict[str, Any]]


@pytest.fixture(scope="session")
def trail() -> Lines:
    return trails.lines(trails.course(upto="announce"))


def fresh(folder: Path, kind: str = "imported") -> None:
    with cheap_keys():
        run(
            "new", folder / "账本", "--kind", kind, "--authority", "某市", "--origin", "a.example/x",
            "--keys", folder / "keys",
        )  # fmt: skip


def brought(folder: Path, lines: Lines) -> Said:
    """The trail imported; what the command said."""
    file = folder / "trail.jsonl"
    file.write_bytes(trails.jsonl(lines))
    return run("import", folder / "账本", file, "--keys", folder / "keys", "--json")


def audited(folder: Path) -> dict[str, Any]:
    said = run("audit", folder / "账本", "--anchor", folder / "账本" / "anchor.txt", "--json")
    return said.json


def test_a_sound_trail_comes_in_whole(tmp_path: Path, trail: Lines) -> None:
    fresh(tmp_path)
    said = brought(tmp_path, trail)
    assert said.code == 0, said
    body = said.json
    assert set(body) == {"ledger", "records", "mapped", "acknowledged"}
    assert body["acknowledged"] == 0
    report = audited(tmp_path)
    assert report["modes"]["transcribed"] == len(trail)
    assert report["transcribed_unconfirmed"] == len(trail)
    assert report["rules_judged"] is True
    assert report["verdicts"]["authority"] == "holds", report["findings"]
    assert [f for f in report["findings"] if f["severity"] == "breach"] == []


def test_a_faulty_trail_comes_in_whole_and_audit_tells(tmp_path: Path, trail: Lines) -> None:
    """The portal notice came down before its time, and the paper says so."""
    fresh(tmp_path)
    faulty = [dict(line, data=dict(line["data"])) for line in trail]
    closed = next(
        line
        for line in faulty
        if line["type"] == "publicity_closed" and line["data"]["step"] == "final_public"
    )
    closed["at"] = closed["data"]["last_day"] = "2023-11-14"
    assert brought(tmp_path, faulty).json["acknowledged"] >= 1
    report = audited(tmp_path)
    (found, *_) = [f for f in report["findings"] if f["code"] == "publicity.term@24"]
    assert found["severity"] == "breach"
    assert found["acknowledged"] is True
    assert found["regulation"] == "nantong@2023/1"
    assert found["article"] == "24"
    assert report["verdicts"]["authority"] == "fails"
    assert any(f["code"] == "breach" and f["position"] == found["positions"][0] for f in report["failures"])
    again = audited(tmp_path)
    assert [f["id"] for f in again["findings"]] == [f["id"] for f in report["findings"]]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda line: {**line, "type": "score_guessed"}, "trail_type_unknown"),
        (lambda line: {**line, "type": "key_enrolled"}, "trail_type_unknown"),
        (lambda line: {**line, "at": "2023-02-30"}, "form_invalid"),
        (lambda line: {**line, "data": {**line["data"], "cycle": 7}}, "form_invalid"),
        (lambda line: {**line, "data": []}, "trail_line_unreadable"),
        (lambda line: {**line, "mood": "good"}, "trail_line_unreadable"),
        (lambda line: {k: v for k, v in line.items() if k != "actor"}, "trail_line_unreadable"),
        (lambda line: {**line, "data": {**line["data"], "cycle": "nowhere1"}}, "trail_act_refused"),
    ],
)
def test_one_bad_line_and_nothing_is_stored(tmp_path: Path, trail: Lines, spoil: Any, code: str) -> None:
    fresh(tmp_path)
    number = next(n for n, line in enumerate(trail) if line["type"] == "call_published")
    said = brought(tmp_path, [*trail[:number], spoil(trail[number]), *trail[number + 1 :]])
    assert said.code == 3
    first = said.json["errors"][0]
    assert (first["line"], first["code"]) == (number + 1, code)
    assert first["message"]
    assert run("log", tmp_path / "账本", "--json").json["size"] == 2


def test_only_into_a_new_ledger_made_for_it(tmp_path: Path, trail: Lines) -> None:
    fresh(tmp_path, kind="live")
    assert brought(tmp_path, trail[:3]).error["code"] == "import_wrong_kind"
    other = tmp_path / "二"
    other.mkdir()
    fresh(other)
    assert brought(other, trail[:12]).code == 0
    assert brought(other, trail[:12]).error["code"] == "import_not_fresh"
    (tmp_path / "空").mkdir()
    said = run("import", other / "账本", other / "trail.jsonl", "--keys", tmp_path / "空", "--json")
    assert said.error["code"] == "import_no_key"


def test_actors_that_are_no_ids_are_given_some(tmp_path: Path, trail: Lines) -> None:
    fresh(tmp_path)
    local = [
        {**line, "actor": "local_quality_body"} if line["type"] == "cycle_planned" else line for line in trail
    ]
    first = next(n for n, line in enumerate(local) if line["type"] == "cycle_planned")
    body = brought(tmp_path, [local[first]]).json
    assert body["mapped"] == {"local_quality_body": "localqualitybody"}
