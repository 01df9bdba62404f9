"""Structs of the ledger's own life: every field with values that do not fit, and the frozen list of all fields."""

from dataclasses import FrozenInstanceError, fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts import head as room
from ledger.acts import life
from ledger.acts.committed import commitments
from ledger.acts.registry import TYPES
from ledger.sealing import canon
from tests.unit.acts.acts import (
    BREACH,
    D1,
    D2,
    D3,
    DATA,
    DUTIES,
    FOUNDER,
    HOLDER,
    ID,
    KEYOBJ,
    OPENING,
    act_of,
    head,
)
from tests.unit.sealing.signers import code_of
from tests.unit.sealing.test_canon import values

# Frozen: a change of any of these lines is a new version of the type, with an upcaster.
FIELDS = {
    "act_refused": "act breaches more sig",
    "acts_confirmed": "acts",
    "acts_set_aside": "acts ground",
    "commitment_opened": "openings",
    "document_filed": "bytes document part parts",
    "document_registered": "date file how issuer kind number received",
    "duties_changed": "duty posts reason",
    "founding_accepted": "",
    "key_confirmed": "key",
    "key_enrolled": "alg person pop spki",
    "key_revoked": "doubtful_from key reason",
    "ledger_closed": "reason successor",
    "ledger_opened": "authority checkpoint_keys checkpoint_proofs duties engine founders kind machine nonce origin "
    "predecessor recovery tolerance witness_due",
    "post_assigned": "person post",
    "post_ended": "person post reason",
    "refusals_throttled": "count day first person",
    "signature_repudiated": "acts reason",
    "vault_read": "case fields purpose reader",
}
WAITING = {
    "cases_counted",
    "clock_corrected",
    "hold_lifted",
    "hold_placed",
    "key_introduced",
    "key_recovered",
    "ledger_key_rotated",
    "rules_adopted",
    "vault_item_erased",
}
COMMITTED = {
    "document_registered": [("file", D1), ("number", D2)],
    "duties_changed": [("reason", D1)],
    "signature_repudiated": [("reason", D3)],
}
NO_DIGEST: list = [None, "", b"", bytes(31), bytes(33), "d" * 32, 1, [D1]]
NO_TEXT: list = [None, b"text", 1, True, ["text"]]
NO_BYTES: list = [None, "text", 1, True, [b""]]
NO_INT: list = [None, "1", b"1", True, 1.5, [1]]
NO_ID: list = [None, "", "abc", "a" * 27, "Wang", "王五六七", b"wang1", 1234]
NO_POST: list = [None, "", "Office", "a/", "/a", "a//b", 1, b"a"]
NO_CODE: list = [None, "", "Left", "0a", "_a", "a-b", "a/b", 1, b"a"]
NO_ALG: list = [None, "", "P256-SHA256", "ml-dsa-44", "sm2-sm3", "rsa", 1, b"ed25519"]
NO_DIGESTS: list = [None, D1, [None], [bytes(31)], [D2, D1], [D1, D1], [f"{n}" for n in range(2)]]
NO_DAY: list = ["", "2026-02-29", "2026-1-5", "2026-01-05T09:30", 20260105, b"2026-01-05"]


def spoiled(base: dict, **parts: list) -> list[dict]:
    """The map once for each bad value of each part, and without each part, and with one more."""
    changed = [{**base, name: value} for name, wrong in parts.items() for value in wrong]
    lacking = [{key: value for key, value in base.items() if key != name} for name in base]
    return [*changed, *lacking, {**base, "more": None}]


NO_KEYOBJ: list = [None, [], *spoiled(KEYOBJ, alg=NO_ALG, pop=NO_BYTES, spki=NO_BYTES)]
NO_FOUNDER: list = spoiled(FOUNDER, alg=NO_ALG, person=NO_ID, pop=NO_BYTES, post=NO_POST, spki=NO_BYTES)
NO_HOLDER: list = spoiled(HOLDER, alg=NO_ALG, person=NO_ID, pop=NO_BYTES, spki=NO_BYTES)
NO_POSTS: list = [None, {}, "a", [None], ["A"], ["b", "a"], ["a", "a"]]
NO_DUTIES: list = [None, [], *spoiled(DUTIES, confirming=NO_POSTS, custodian=NO_POSTS, registrar=NO_POSTS)]
NO_PREDECESSOR: list = [
    {},
    [],
    *spoiled(
        {"ledger": D1, "lost": None, "root": D2, "size": 1},
        ledger=NO_DIGEST,
        lost=[[], [1], [1, bytes(31)], [None, D1], [True, D1], {}, 1],
        root=NO_DIGEST,
        size=NO_INT,
    ),
]
NO_RECOVERY: list = [
    None,
    [],
    {"k": 1},
    {"k": None, "keys": [HOLDER]},
    {"k": True, "keys": [HOLDER]},
    {"k": 1, "keys": None},
    {"k": 1, "keys": {}},
    *({"k": 1, "keys": [HOLDER, wrong]} for wrong in NO_HOLDER),
]
NO_BREACH: list = spoiled(
    BREACH,
    article=[1, b"24", True],
    code=NO_TEXT,
    facts=[None, {}, [["a"]], [["a", 1]], [["b", ""], ["a", ""]], [["a", ""], ["a", ""]]],
    positions=[None, ["1"], [True], [2, 1], [1, 1]],
    rule=[1, b"", False],
)
NO_OPENING: list = spoiled(OPENING, act=NO_DIGEST, field=NO_TEXT, salt=NO_DIGEST)

MISFITS: dict[str, dict[str, list]] = {
    "ledger_opened": {
        "authority": NO_TEXT,
        "checkpoint_keys": [None, "", [None], [b"a"], {}],
        "checkpoint_proofs": [None, "", [None], [b"a"], {}],
        "duties": NO_DUTIES,
        "engine": NO_INT,
        "founders": [None, {}, [None], [[]], *([FOUNDER, wrong] for wrong in NO_FOUNDER)],
        "kind": [None, "", "Live", "test", 1],
        "machine": NO_KEYOBJ,
        "nonce": [None, "", b"", bytes(15), bytes(17), "n" * 16],
        "origin": NO_TEXT,
        "predecessor": NO_PREDECESSOR,
        "recovery": NO_RECOVERY,
        "tolerance": [*NO_INT, 0, 999_999, 3_600_000_001, -1],
        "witness_due": [*NO_INT, 0, 599_999_999, 9 * 86_400_000_000 + 1],
    },
    "founding_accepted": {},
    "key_enrolled": {"alg": NO_ALG, "person": NO_ID, "pop": NO_BYTES, "spki": NO_BYTES},
    "key_confirmed": {"key": NO_DIGEST},
    "key_revoked": {
        "doubtful_from": ["", "1", b"", True, 1.5, [1]],
        "key": NO_DIGEST,
        "reason": [None, "", "Lost", "retired", 1],
    },
    "post_assigned": {"person": NO_ID, "post": NO_POST},
    "post_ended": {"person": NO_ID, "post": NO_POST, "reason": NO_CODE},
    "duties_changed": {
        "duty": [None, "", "witness", "Office", 1],
        "posts": [*NO_POSTS, []],
        "reason": NO_DIGEST,
    },
    "acts_confirmed": {"acts": [*NO_DIGESTS, [n.to_bytes(32, "big") for n in range(1001)]]},
    "signature_repudiated": {"acts": NO_DIGESTS, "reason": NO_DIGEST},
    "acts_set_aside": {"acts": NO_DIGESTS, "ground": NO_CODE},
    "document_filed": {
        "bytes": [*NO_BYTES, bytes(45_001)],
        "document": NO_DIGEST,
        "part": [*NO_INT, 0, -1, 4097],
        "parts": [*NO_INT, 0, -1, 4097],
    },
    "document_registered": {
        "date": NO_DAY,
        "file": NO_DIGEST,
        "how": NO_CODE,
        "issuer": NO_TEXT,
        "kind": [None, "", "Original", "fax", 1],
        "number": NO_DIGEST[1:],
        "received": [None, "", True, 1.5, "2026-02-29", "2026-01-05T24:00", b"2026-01-05"],
    },
    "act_refused": {
        "act": NO_BYTES,
        "breaches": [None, {}, [None], *([BREACH, wrong] for wrong in NO_BREACH)],
        "more": NO_INT,
        "sig": NO_BYTES,
    },
    "refusals_throttled": {"count": NO_INT, "day": [None, *NO_DAY], "first": NO_DIGEST, "person": NO_ID},
    "vault_read": {
        "case": [None, "", "person", "person:abc", "Person:wang1", 1, b"person:wang1"],
        "fields": [None, "name", [None], ["b", "a"], ["a", "a"], [1]],
        "purpose": NO_CODE,
        "reader": NO_ID,
    },
    "commitment_opened": {"openings": [None, {}, [None], *([OPENING, wrong] for wrong in NO_OPENING)]},
    "ledger_closed": {"reason": NO_CODE, "successor": [1, b"", True, []]},
}
FITS: dict[str, dict[str, list]] = {
    "ledger_opened": {
        "authority": [""],
        "checkpoint_keys": [[]],
        "duties": [{**DUTIES, "office": []}],  # a founding_wrong, not a misfit
        "engine": [-1, 2**53 - 1],
        "founders": [[]],
        "kind": ["imported", "rehearsal"],
        "predecessor": [
            {"ledger": D1, "lost": None, "root": D2, "size": 1},
            {"ledger": D1, "lost": [9, D3], "root": D2, "size": 10},
        ],
        "recovery": [{"k": 0, "keys": []}, {"k": 3, "keys": [HOLDER]}],  # founding_wrong, not misfits
        "tolerance": [1_000_000, 3_600_000_000],
        "witness_due": [600_000_000, 9 * 86_400_000_000],
    },
    "key_revoked": {
        "doubtful_from": [0, -1, 1, 2**53 - 1],
        "reason": ["stolen", "left", "replaced", "other"],
    },
    "duties_changed": {"duty": ["confirming", "custodian", "oversight", "registrar"]},
    "acts_confirmed": {"acts": [[], [n.to_bytes(32, "big") for n in range(1000)]]},
    "document_filed": {"bytes": [b"", bytes(45_000)], "part": [4096], "parts": [1, 4096]},
    "document_registered": {
        "date": ["2026-01-05"],
        "issuer": [""],
        "kind": ["original"],
        "number": [D1],
        "received": [0, "2026-01-05"],
    },
    "act_refused": {
        "breaches": [[], [{**BREACH, "article": "24", "rule": "a.b", "facts": [], "positions": []}]]
    },
    "commitment_opened": {"openings": [[], [OPENING, OPENING]]},
    "ledger_closed": {"successor": ["ledger.example/next"]},
}


def test_the_frozen_list_of_types_and_fields():
    assert {kind.name: " ".join(kind.fields) for kind in TYPES if kind.life} == FIELDS
    assert all(kind.v == 1 for kind in TYPES if kind.life)
    assert TYPES.waiting() == sorted(WAITING)
    assert all(TYPES.is_waiting(name) for name in WAITING)
    assert not any(TYPES.is_waiting(name) for name in FIELDS)


def test_the_tables_cover_every_type_and_field():
    assert DATA.keys() == MISFITS.keys() == FIELDS.keys()
    assert {name: " ".join(sorted(fields)) for name, fields in MISFITS.items()} == FIELDS


@pytest.mark.parametrize("name", FIELDS)
def test_good_data_is_taken_and_loaded(name):
    act = canon.decode(canon.encode(act_of(name)))
    kind = room.check(act)
    struct: Any = kind.load(act["data"])
    assert type(struct).__name__ == "".join(part.capitalize() for part in name.split("_"))
    assert type(struct) is kind.struct
    with pytest.raises((FrozenInstanceError, TypeError)):
        setattr(struct, "anything", 1)  # noqa: B010 - typing forbids the plain form
    for field in fields(kind.struct):
        with pytest.raises(FrozenInstanceError):
            setattr(struct, field.name, None)


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [(n, f, v) for n, all_ in FITS.items() for f, some in all_.items() for v in some],
    ids=lambda v: repr(v)[:24],
)
def test_fits(name, field, value):
    kind = room.check(head(type=name, data={**DATA[name], field: value}))
    kind.load({**DATA[name], field: value})


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_with_values_that_do_not_fit(name):
    for field, wrong in MISFITS[name].items():
        for value in wrong:
            act = head(type=name, data={**DATA[name], field: value})
            assert code_of(room.check, act) == "not_an_act", (field, value)


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_less_and_none_more(name):
    for field in DATA[name]:
        data = {key: value for key, value in DATA[name].items() if key != field}
        assert code_of(room.check, head(type=name, data=data)) == "not_an_act", field
    assert code_of(room.check, head(type=name, data={**DATA[name], "openings_": []})) == "not_an_act"
    assert code_of(room.check, head(type=name, data={**DATA[name], "x": None})) == "not_an_act"


@given(st.sampled_from([(name, field) for name in FIELDS for field in DATA[name]]), values)
def test_any_value_in_a_field_is_taken_or_refused(place, value):
    name, field = place
    changed = {**DATA[name], field: value}
    kind = TYPES.get(name, 1)
    assert kind is not None
    if kind.misfit(changed) is None:
        kind.load(changed)


@pytest.mark.parametrize("name", FIELDS)
def test_which_fields_are_commitments(name):
    kind = TYPES.get(name, 1)
    assert kind is not None
    data = {**DATA[name], "number": D2} if name == "document_registered" else DATA[name]
    assert commitments(kind, data) == COMMITTED.get(name, [])


def test_nested_structs_are_loaded_as_structs():
    opened = room.check(act_of("ledger_opened")).load(DATA["ledger_opened"])
    assert opened.founders[1] == life.Founder("p256-sha256", "li12", b"p", "office/head", b"s")
    assert opened.recovery.keys == (life.RecoveryKey("ed25519", "li12", b"p", b"s"),)
    assert opened.duties.registrar == ("office/head",)
    assert opened.nonce == ID
    refused = room.check(act_of("act_refused")).load(DATA["act_refused"])
    assert refused.breaches[0].facts == (("a", "x"), ("b", ""))
    filed = room.check(act_of("document_filed")).load(DATA["document_filed"])
    assert filed.bytes_ == b"content"


def test_every_life_type_but_these_has_a_prefix_of_its_own():
    plain = {kind.name for kind in TYPES if kind.life and not kind.name.startswith(room_prefixes())}
    assert plain == {
        "act_refused",
        "commitment_opened",
        "document_filed",
        "document_registered",
        "refusals_throttled",
    }


def room_prefixes() -> tuple[str, ...]:
    from ledger.acts.registry import LIFE_PREFIXES

    return LIFE_PREFIXES
