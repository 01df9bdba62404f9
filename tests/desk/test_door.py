"""What does not get through the door: refused as invalid, logged, and never a record (format §4)."""

import secrets
from typing import Any

import msgpack
import pytest

from ledger.acts.registry import TYPES
from ledger.desk import Refused
from ledger.sealing import canon
from ledger.sealing.algorithms import generate
from ledger.sealing.envelope import POP_TYPE, pae
from ledger.sealing.submission import Opening, Submission
from tests.desk.office import CLERK, HEAD, Person, codes, sign


def stranger(office):
    return Person("stran1", generate("p256-sha256"), CLERK)


def changed(submission, **parts):
    """The act with parts changed after it was signed."""
    return submission._replace(act=canon.encode({**canon.decode(submission.act), **parts}))


def high(sig):
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    return sig[:32] + (order - int.from_bytes(sig[32:], "big")).to_bytes(32, "big")


def unsorted(submission):
    act = canon.decode(submission.act)
    return submission._replace(act=msgpack.packb(dict(reversed(act.items()))))


PART = {"bytes": b"x", "document": bytes(32), "part": 1, "parts": 2}
SIGNATURES = {
    "of another act": lambda o: o.assign()._replace(sig=o.assign().sig),
    "by another key": lambda o: o.assign()._replace(sig=sign(o.clerk.key, canon.decode(o.assign().act)).sig),
    "an act changed after signing": lambda o: changed(o.assign(person="fred01"), at="2026-01-04"),
    "a high s": lambda o: (lambda s: s._replace(sig=high(s.sig)))(o.assign()),
    "nothing": lambda o: o.assign()._replace(sig=b""),
    "zeros": lambda o: o.assign()._replace(sig=bytes(64)),
    "too long": lambda o: (lambda s: s._replace(sig=s.sig + b"\0"))(o.assign()),
    "over the bare act": lambda o: (lambda s: s._replace(sig=o.registrar.key.sign(s.act)))(o.assign()),
    "over another kind of payload": lambda o: (
        lambda s: s._replace(sig=o.registrar.key.sign(pae(POP_TYPE, s.act)))
    )(o.assign()),
    "Ed25519 with another's": lambda o: (
        lambda s: s._replace(sig=bytes(s.sig[:63]) + bytes([s.sig[63] ^ 1]))
    )(o.signed(o.keeper, "document_filed", PART)),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_signatures_that_are_none(office, name):
    not_recorded(office, SIGNATURES[name](office), "bad_signature")


KEYS = {
    "unknown": (lambda o: o.assign(who=stranger(o)), "key_not_enrolled"),
    "somebody else's": (lambda o: o.assign(who=Person("bobby1", o.registrar.key, HEAD)), "key_of_another"),
    "the machine's name": (lambda o: o.assign(who=Person("machine", o.registrar.key)), "key_of_another"),
}


@pytest.mark.parametrize("name", KEYS)
def test_keys_that_do_not_count(office, name):
    make, code = KEYS[name]
    not_recorded(office, make(office), code)


def test_the_machine_hands_nothing_in(office):
    """Even with the machine's own key: its acts are made at the desk alone."""
    ring_key = office.open()._keyring.machine
    data = {"case": "cycle:abcd", "fields": [], "purpose": "x", "reader": "clerk1"}
    submission = office.signed(Person("machine", ring_key), "vault_read", data, cases=["cycle:abcd"])
    not_recorded(office, submission, "key_of_another")


def test_an_act_for_another_ledger(office):
    not_recorded(office, office.assign(ledger=secrets.token_bytes(32)), "wrong_ledger")
    not_recorded(office, office.assign(ledger=None), "wrong_ledger")


HEADS: dict[str, dict[str, Any]] = {
    "a key too many": {"extra": 1},
    "by": {"by": "A"},
    "as": {"as_": "/"},
    "at a day there is not": {"at": "2026-02-30"},
    "at a float of a moment": {"at": "2026-01-05T24:00"},
    "basis twice": {"basis": [bytes(32)] * 2},
    "basis of text": {"basis": ["x"]},
    "batch of none": {"batch": [bytes(16), 0, 0]},
    "batch beyond itself": {"batch": [bytes(16), 2, 1]},
    "cases unsorted": {"cases": ["registry:ledger", "person:abcd"]},
    "cases of another form": {"cases": ["registry"]},
    "too many cases": {"cases": [f"person:{n:05}" for n in range(1025)]},
    "data": {"data": []},
    "a field too many": {"data": {"person": "abcd", "post": "x", "why": 1}},
    "a field too few": {"data": {"person": "abcd"}},
    "a field of another kind": {"data": {"person": "abcd", "post": 1}},
    "for in mode own": {"for_": "abcd"},
    "id": {"id": bytes(15)},
    "key": {"key": bytes(31)},
    "late": {"late": "asleep"},
    "mode": {"mode": "guessed"},
    "transcribed": {"mode": "transcribed", "for_": "body01"},
    "acknowledging in mode own": {"acknowledges": ["x"]},
    "seen nothing": {"seen": [0, bytes(32)]},
    "signed by the day": {"signed": "2026-01-05"},
    "type": {"type": "PostAssigned"},
    "v": {"v": 0},
}


@pytest.mark.parametrize("name", HEADS)
def test_acts_that_are_none(office, name):
    not_recorded(office, office.assign(person="abcd", **HEADS[name]), "not_an_act")


BYTES = {
    "nothing": b"",
    "nil": b"\xc0",
    "noise": b"\xc1\xff\x00" * 9,
    "text": b"{}",
    "a float": b"\xcb" + bytes(8),
    "deep": b"\x91" * 40 + b"\x90",
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_act(office, name):
    desk = office.open()
    (outcome,) = desk.submit([Submission(BYTES[name], bytes(64))])
    assert codes(outcome)[0] in ("not_canonical", "not_an_act")
    assert outcome.json()["recorded_as"] is None


def test_a_map_in_another_order(office):
    not_recorded(office, unsorted(office.assign()), "not_canonical")


TYPES_REFUSED = {
    **dict.fromkeys(sorted(TYPES._waiting), "type_waiting"),
    "weather_noted": "unknown_type",
    "key_eaten": "unknown_type",
}


@pytest.mark.parametrize("name", TYPES_REFUSED)
def test_types_that_are_not_taken(office, name):
    """Those that the format reserves for later are refused by a code of their own."""
    not_recorded(office, office.signed(office.head, name, {}), TYPES_REFUSED[name])


def test_a_version_of_later_software(office):
    not_recorded(office, office.assign(v=2), "unknown_type")


def test_cases_that_are_not_those_of_the_data(office):
    """The desk refuses an act whose cases differ from what its data name."""
    for cases in ([], ["registry:ledger"], ["person:fred01", "person:other1"], ["person:other1"]):
        not_recorded(office, office.assign(person="fred01", cases=cases), "cases_wrong")
    not_recorded(office, office.signed(office.clerk, "document_filed", PART, cases=[]), "cases_wrong")


UNCLEAN = {
    "not NFC": "e\u0301",
    "not NFC in Chinese": "\uf900",
    "unassigned": "\u0378",
    "noncharacter": "\uffff",
    "right-to-left override": "abc\u202edef",
    "isolate": "\u2066",
    "mark": "\u200f",
    "Arabic letter mark": "\u061c",
    "NUL": "a\0b",
    "tab": "a\tb",
    "carriage return": "a\r\nb",
    "delete": "\x7f",
    "next line": "\x85",
    "escape": "\x1b[2J",
}
CLEAN = {
    "line feed": "第一行\n第二行",
    "private use": "\ue000\U000f0001",
    "rare": "\U00030000\u9fff",
    "NFC": "\u00e9",
    "empty": "",
    "joiner": "a\u200db",
}


@pytest.mark.parametrize("name", UNCLEAN)
def test_text_that_no_reader_would_see_as_it_is(office, name):
    text = UNCLEAN[name]
    not_recorded(office, office.document(data={"issuer": text}), "text_not_clean")
    # In a committed value too: it is shown to people as well.
    not_recorded(office, office.document(number=text), "text_not_clean")
    opening = {"act": bytes(32), "field": "x", "salt": bytes(32), "value": [{"a": text}]}
    not_recorded(
        office, office.signed(office.keeper, "commitment_opened", {"openings": [opening]}), "text_not_clean"
    )


@pytest.mark.parametrize("name", CLEAN)
def test_text_that_is_admitted(office, name):
    (outcome,) = office.open().submit([office.document(data={"issuer": CLEAN[name]}, number=CLEAN[name])])
    assert outcome.accepted
    office.verified()


def test_surrogates_are_not_even_canonical(office):
    act = office.document().act.replace("某区人民政府".encode(), b"\xed\xa0\x80" * 6)
    not_recorded(office, office.document()._replace(act=act), "not_canonical")


def other_salt(submission):
    first, *rest = submission.openings
    return submission._replace(openings=(first._replace(salt=secrets.token_bytes(32)), *rest))


OPENINGS = {
    "none": lambda o: o.document()._replace(openings=()),
    "one left out": lambda o: (lambda s: s._replace(openings=s.openings[:1]))(o.document()),
    "another value": lambda o: (
        lambda s: s._replace(openings=(s.openings[0], s.openings[1]._replace(value="else")))
    )(o.document()),
    "another salt": lambda o: other_salt(o.document()),
    "of another act": lambda o: o.document()._replace(openings=o.document().openings),
    "a salt too short": lambda o: (
        lambda s: s._replace(openings=(s.openings[0], s.openings[1]._replace(salt=b"")))
    )(o.document()),
    "of a field in clear": lambda o: (
        lambda s: s._replace(openings=(*s.openings, Opening("issuer", bytes(32), "x")))
    )(o.document()),
    "of a field that is not there": lambda o: (
        lambda s: s._replace(openings=(*s.openings, Opening("a.0.b", bytes(32), "x")))
    )(o.document()),
    "of an act without commitments": lambda o: o.assign()._replace(
        openings=(Opening("post", bytes(32), "x"),)
    ),
    "a value that cannot be encoded": lambda o: (
        lambda s: s._replace(openings=(s.openings[0], s.openings[1]._replace(value=1.5)))
    )(o.document()),
}


@pytest.mark.parametrize("name", OPENINGS)
def test_openings_that_do_not_fit(office, name):
    """Every commitment comes with its value, so the vault is whole; nothing else comes with it."""
    desk = not_recorded(office, OPENINGS[name](office), "opening_misfit")
    assert not list(desk.place.home.glob("vault.sqlite-journal"))


def not_recorded(office, submission, code):
    """Refused as invalid, at once and again; nothing is stored anywhere."""
    desk = office.open()
    size, newest = desk.store.head().size, desk.place.newest.exists()
    for _ in range(2):
        (outcome,) = desk.submit([submission])
        assert isinstance(outcome, Refused)
        assert codes(outcome) == [code], outcome.json()
        assert outcome.json()["class"] == "invalid"
        assert outcome.recorded_as is None
    assert desk.store.head().size == size
    assert desk.place.newest.exists() == newest
    assert desk.vault.values([outcome.act]) == {}
    return desk
