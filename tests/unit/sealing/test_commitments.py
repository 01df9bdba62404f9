"""Commitments: bound to ledger, signer, act and field, so that nobody can use another's."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given

from ledger.sealing import canon
from ledger.sealing.commitments import commitment, file_value, fresh_salt
from tests.unit.sealing import reference
from tests.unit.sealing.signers import code_of
from tests.unit.sealing.test_canon import values

PARTS: dict[str, Any] = {
    "ledger": b"l" * 32,
    "by": "wang1",
    "act_id": b"i" * 16,
    "field": "reason",
    "salt": b"s" * 32,
    "value": "评审",
}


def test_these_very_bytes():
    """Written out by hand: array of seven, text of 26, bytes of 32, text of 5, bytes of 16, text, bytes, text."""
    written = (
        b"\x97\xba"
        b"review-ledger/commitment/1"
        b"\xc4\x20"
        + b"l" * 32
        + b"\xa5wang1"
        + b"\xc4\x10"
        + b"i" * 16
        + b"\xa6reason"
        + b"\xc4\x20"
        + b"s" * 32
        + b"\xa6"
        + "评审".encode()
    )
    assert commitment(**PARTS) == sha256(written).digest()


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("ledger", b"L" + b"l" * 31),
        ("by", "wang2"),
        ("act_id", b"I" + b"i" * 15),
        ("field", "reason.0"),
        ("salt", b"S" + b"s" * 31),
        ("value", "评"),
        ("value", "评审".encode()),
        ("value", ["评审"]),
        ("value", None),
    ],
)
def test_another_part_is_another_commitment(part, other):
    assert commitment(**{**PARTS, part: other}) != commitment(**PARTS)


def test_a_colleagues_commitment_cannot_be_copied():
    """The same value in the same field with the same salt, in an act of another signer, id or ledger."""
    mine = commitment(**PARTS)
    for copied in ({"by": "zhang1"}, {"act_id": b"j" * 16}, {"field": "number"}, {"ledger": b"m" * 32}):
        assert commitment(**{**PARTS, **copied}) != mine


def test_parts_do_not_run_into_one_another():
    assert commitment(**{**PARTS, "by": "wang", "field": "1reason"}) != commitment(**PARTS)
    assert commitment(**{**PARTS, "value": [1, 2]}) != commitment(**{**PARTS, "value": [[1, 2]]})


@given(values)
def test_any_canonical_value(value):
    written = ["review-ledger/commitment/1", *({**PARTS, "value": value}).values()]
    assert commitment(**{**PARTS, "value": value}) == sha256(reference.encode(written)).digest() or _deep(
        value
    )


def _deep(value) -> bool:
    """Within the commitment's own array the value stands one container deeper."""
    try:
        canon.encode([value])
    except Exception:  # noqa: BLE001 - only whether it can be written
        return True
    return False


@pytest.mark.parametrize(
    "value", [1.5, 2**53, {1: 2}, "\ud800", object()], ids=lambda value: type(value).__name__
)
def test_what_cannot_be_written_cannot_be_committed(value):
    assert code_of(lambda: commitment(**{**PARTS, "value": value})) == "not_canonical"


def test_a_salt_is_fresh_and_long():
    salts = {fresh_salt() for _ in range(100)}
    assert len(salts) == 100
    assert {len(salt) for salt in salts} == {32}


def test_a_file_is_its_type_length_and_digest():
    assert file_value("application/pdf", b"%PDF") == [
        "file",
        "application/pdf",
        4,
        sha256(b"%PDF").digest(),
    ]
    assert commitment(**{**PARTS, "value": file_value("text/plain", b"a")}) != commitment(
        **{**PARTS, "value": file_value("text/html", b"a")}
    )
