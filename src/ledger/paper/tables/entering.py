"""Entering a table: its rows are composed, judged together as one batch, and go in all together or not at all.

What was entered before is not entered again: the same table handed in twice gives no doubles, whether somebody did it
by mistake or a computer stopped in between.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ledger.acts.moments import instant_text
from ledger.acts.registry import TYPES, ActType
from ledger.client.compose import compose
from ledger.client.draft import Draft
from ledger.client.lookup import OfLedger
from ledger.client.signer import Signer
from ledger.desk import Desk, Outcome
from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.paper.tables import before, csvfile, rows, xlsxfile
from ledger.paper.tables.columns import Column, Names, types
from ledger.paper.tables.known import Known
from ledger.paper.tables.result import Line, Result
from ledger.paper.tables.rows import Entry, Problem
from ledger.paper.tables.sheet import Sheet, plain
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.canon import encode
from ledger.sealing.submission import Submission

SUFFIXES: Final = (".csv", ".txt", ".xlsx")


@dataclass(frozen=True, slots=True)
class Clerk:
    """Who enters: the signer, the key, and the checkpoint that this person's client has verified."""

    signer: Signer
    private: PrivateKey
    seen: tuple[int, bytes] | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done. `given`: column → text, for rows that do not say otherwise. `check`: store nothing.
    `good_rows`: enter what can be entered. `again`: what stands on the ledger already is meant a second time."""

    type: str
    given: Mapping[str, str] = field(default_factory=dict)
    check: bool = False
    good_rows: bool = False
    again: bool = False
    title: str | None = None


@dataclass
class _Row:
    entry: Entry
    draft: Draft | None = None
    standing: int | None = None
    outcome: Outcome | None = None

    @property
    def waits(self) -> bool:
        """Whether it is to be judged."""
        return self.draft is not None and self.standing is None


def type_named(text: str) -> ActType:
    """The type that a word means, Chinese or not. LedgerError table_type_unknown."""
    import difflib

    by_name = {ACT_TYPES.get(name, name): name for name in types()}
    name = by_name.get(plain(text), plain(text).lower())
    kind = TYPES.get(name, TYPES.newest(name) or 0)
    if kind is None or name not in by_name.values():
        near = difflib.get_close_matches(plain(text), [*by_name, *by_name.values()], 1, 0.5)
        raise LedgerError("table_type_unknown", type=text, near=f"，是否为 {near[0]}" if near else "")
    return kind


def read(path: Path, data: bytes, names: Names, title: str | None = None) -> Sheet:
    """The table in a file, by the file's ending. LedgerError table_kind, and those of reading."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise LedgerError("table_kind", suffix=suffix or "（无）")
    if suffix == ".xlsx":
        return xlsxfile.read(data, title)
    return csvfile.read(data, lambda header: names.column(header) is not None)


def run(desk: Desk, clerk: Clerk, path: Path, data: bytes, order: Order) -> Result:
    """Enter the table, or check it. LedgerError for a table that is none; nothing is stored then."""
    kind = type_named(order.type)
    names = Names(kind)
    sheet = read(path, data, names, order.title)
    found = rows.columns(sheet, names, order.given)
    desk.read_on()
    known = _known(desk, [*found, *rows.constants(names, order.given)])
    entries, notes = rows.entries(sheet, found, names, order.given, known)
    if not order.again:
        _mark_repeated(entries)
    composed = [_composed(desk, clerk, path.parent, entry) for entry in entries]
    if not order.again:
        _mark_standing(desk, kind, composed)
    batch = _Batch(desk, clerk)
    stored = _decide(batch, composed, order)
    lines = [_line(row) for row in composed]
    return Result(
        kind.name, sheet, tuple(found), lines, (*sheet.notes, *notes), order.check, stored, batch.id
    )


def _known(desk: Desk, asked: Sequence[Column | None]) -> Known:
    papers = any(column is not None and column.way == ("basis",) for column in asked)
    return Known(desk.look.procedure, before.documents(desk) if papers else {})


def _mark_repeated(entries: Sequence[Entry]) -> None:
    """Rows that say the same as one above."""
    first: dict[bytes, int] = {}
    for entry in entries:
        form = {name: entry.form.get(name) for name in ("at", "for")}
        form["data"] = {k: v for k, v in entry.form["data"].items() if v != entry.drawn}
        number = first.setdefault(encode(form), entry.number)
        if number != entry.number:
            entry.problems.append(Problem.of(LedgerError("row_repeated", first=number)))


def _composed(desk: Desk, clerk: Clerk, folder: Path, entry: Entry) -> _Row:
    """The row's act; rows with mistakes of form have none."""
    if entry.problems:
        return _Row(entry)
    form = entry.form if entry.said_when else {**entry.form, "at": instant_text(desk.clock())}
    try:
        draft = compose(
            form,
            clerk.signer,
            ledger=desk.ledger,
            seen=clerk.seen,
            folder=folder,
            lookup=OfLedger(desk.state, desk.look),
            clock=desk.clock,
        )
    except LedgerError as error:
        named = error.facts.get("field")
        column = entry.labelled(named) if isinstance(named, str) else None
        told = LedgerError(error.code, **{**error.facts, "field": column}) if column else error
        entry.problems.append(Problem.of(told, column))
        return _Row(entry)
    return _Row(entry, draft)


def _mark_standing(desk: Desk, kind: ActType, composed: Sequence[_Row]) -> None:
    """Rows whose acts stand on the ledger already."""
    standing = before.Standing(desk, kind.name)
    for row in composed:
        if row.draft is None:
            continue
        found = standing.repeated(row.draft, drawn=row.entry.drawn is not None, said_when=row.entry.said_when)
        row.standing = found.position if found is not None else None


class _Batch:
    """Acts under one batch id, handed in together."""

    def __init__(self, desk: Desk, clerk: Clerk) -> None:
        self._desk, self._clerk = desk, clerk
        self.id = secrets.token_bytes(16)

    def hand_in(self, rows: Sequence[_Row], *, check: bool) -> bool:
        """Have the rows judged as one batch; whether all are accepted."""
        if not rows:
            return True
        outcomes = self._desk.submit(
            [self._signed(row.draft, number, len(rows)) for number, row in enumerate(rows, 1) if row.draft],
            check=check,
        )
        for row, outcome in zip(rows, outcomes, strict=True):
            row.outcome = outcome
        return all(outcome.accepted for outcome in outcomes)

    def _signed(self, draft: Draft, number: int, of: int) -> Submission:
        act = {**draft.act, "batch": [self.id, number, of]}
        return Draft(act, encode(act), draft.openings).sign(self._clerk.private)


def _decide(batch: _Batch, composed: Sequence[_Row], order: Order) -> bool:
    """Have the rows judged and, where that is the order, stored; whether anything was."""
    waiting = [row for row in composed if row.waits]
    wrong = any(row.draft is None for row in composed)
    if order.good_rows and not order.check:
        waiting = _without_bad(batch, waiting)
    elif order.check or wrong:
        batch.hand_in(waiting, check=True)
        return False
    return bool(waiting) and batch.hand_in(waiting, check=False)


def _without_bad(batch: _Batch, waiting: Sequence[_Row]) -> list[_Row]:
    """The rows that are accepted together. A row that rests on a bad one goes out with it, in the next round."""
    while not batch.hand_in(waiting, check=True):
        waiting = [row for row in waiting if not getattr(row.outcome, "breaches", ())]
    return list(waiting)


def _line(row: _Row) -> Line:
    return Line.of(row.entry, row.draft, row.outcome, row.standing)
