"""Structs and the ways to their committed fields, however deep."""

from dataclasses import dataclass
from typing import Annotated

import pytest

from ledger.acts import kinds as k
from ledger.acts.committed import commitments, committed_fields
from ledger.acts.registry import Registry
from ledger.acts.struct import load, misfit, part, schema, wire_name


@dataclass(frozen=True, slots=True)
class Line:
    amount: Annotated[int, k.INT]
    name: k.Commitment
    note: Annotated[bytes | None, k.optional(k.COMMITMENT)]


@dataclass(frozen=True, slots=True)
class SheetEntered:
    class_: k.Code
    head: Annotated[Line, part(Line)]
    lines: Annotated[tuple[Line, ...], k.many(part(Line))]
    seal: Annotated[bytes | None, k.optional(k.COMMITMENT)]


LINE = {"amount": 1, "name": b"n" * 32, "note": None}
SHEET = {"class": "a", "head": LINE, "lines": [LINE, {**LINE, "note": b"o" * 32}], "seal": None}


def test_the_schema_is_read_off_the_annotations():
    assert list(schema(SheetEntered)) == ["class", "head", "lines", "seal"]
    assert schema(Line)["name"] is k.COMMITMENT
    assert wire_name("class_") == "class"
    assert wire_name("amount") == "amount"


def test_fits_and_loads():
    assert misfit(SheetEntered, SHEET) is None
    sheet = load(SheetEntered, SHEET)
    assert sheet.class_ == "a"
    assert sheet.lines[1] == Line(1, b"n" * 32, b"o" * 32)
    assert sheet.head is not sheet.lines[0]


def test_the_order_of_a_map_in_memory_does_not_matter():
    assert misfit(SheetEntered, dict(reversed(SHEET.items()))) is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not a map"),
        ([], "not a map"),
        ({}, "missing"),
        ({**SHEET, "more": 1}, "more"),
        ({key: value for key, value in SHEET.items() if key != "seal"}, "seal"),
        ({**{key: value for key, value in SHEET.items() if key != "class"}, "class_": "a"}, "class_"),
        ({**SHEET, "class": "A"}, "class"),
        ({**SHEET, "head": None}, "head"),
        ({**SHEET, "head": {**LINE, "amount": None}}, "head"),
        ({**SHEET, "lines": [LINE, {}]}, "lines"),
        ({**SHEET, "seal": bytes(31)}, "seal"),
    ],
)
def test_says_what_does_not_fit(value, said):
    assert said in (misfit(SheetEntered, value) or "")


def test_every_commitment_is_found_under_its_name():
    registry = Registry()
    registry.act()(SheetEntered)
    kind = registry.get("sheet_entered", 1)
    assert kind is not None
    assert committed_fields(SheetEntered) == (
        ("head", "name"),
        ("head", "note"),
        ("lines", "*", "name"),
        ("lines", "*", "note"),
        ("seal",),
    )
    assert commitments(kind, SHEET) == [
        ("head.name", b"n" * 32),
        ("lines.0.name", b"n" * 32),
        ("lines.1.name", b"n" * 32),
        ("lines.1.note", b"o" * 32),
    ]
    assert commitments(kind, {**SHEET, "lines": [], "seal": b"s" * 32})[-1] == ("seal", b"s" * 32)
