"""What came of a table: row by row for a program, in a few sentences for the clerk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from ledger.client.draft import Draft
from ledger.desk import Accepted, Checked, Outcome, Refused
from ledger.paper.tables.columns import HEAD, Column
from ledger.paper.tables.rows import Entry, Problem
from ledger.paper.tables.sheet import Sheet
from ledger.rules.breach import BreachFound, class_of

State = Literal["entered", "fine", "standing", "acknowledge", "refused", "wrong"]
BAD: Final = ("acknowledge", "refused", "wrong")
ACKNOWLEDGES: Final = next(leaf.label for leaf in HEAD if leaf.name == "acknowledges")


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `state`: entered · fine (nothing is wrong, and nothing of it was stored) · standing (entered before, at
    `position`) · acknowledge (to be entered knowingly) · refused (`position`: where the refusal is recorded, if it is)
    · wrong (its cells cannot be read as an act)."""

    number: int
    state: State
    problems: tuple[Problem, ...] = ()
    codes: tuple[str, ...] = ()
    drawn: str | None = None
    act: bytes | None = None
    position: int | None = None
    class_: str | None = None
    remarks: tuple[BreachFound, ...] = ()

    @classmethod
    def of(cls, entry: Entry, draft: Draft | None, outcome: Outcome | None, standing: int | None) -> Line:
        """The row as it ended."""
        if draft is None:
            return cls(entry.number, "wrong", tuple(entry.problems))
        if standing is not None:
            return cls(entry.number, "standing", position=standing)
        if isinstance(outcome, Accepted):
            return cls(
                entry.number, "entered", drawn=entry.drawn, act=outcome.act, position=outcome.position,
                remarks=outcome.remarks,
            )  # fmt: skip
        if isinstance(outcome, Refused | Checked) and outcome.breaches:
            recorded = outcome.recorded_as if isinstance(outcome, Refused) else None
            return cls._refused(entry, outcome.breaches, recorded)
        return cls(entry.number, "fine", remarks=outcome.remarks if isinstance(outcome, Checked) else ())

    @classmethod
    def _refused(cls, entry: Entry, breaches: tuple[BreachFound, ...], recorded: int | None) -> Line:
        problems = tuple(Problem(b.code, b.message, None, b.accepts or None) for b in breaches)
        class_ = class_of(breaches)
        codes = tuple(sorted({b.code for b in breaches if b.class_ == "acknowledge"}))
        state: State = "acknowledge" if class_ == "acknowledge" else "refused"
        codes = codes if state == "acknowledge" else ()
        return cls(entry.number, state, problems, codes, position=recorded, class_=class_)

    @property
    def bad(self) -> bool:
        return self.state in BAD

    @property
    def sentence(self) -> str:
        """What is wrong with the row and what to do, as the copy of the table says it."""
        if self.state == "standing":
            return f"此前已录入（第 {self.position} 条），不会重复录入。"
        told = "\n".join(
            f"{p.message}（{p.code}）" + (f"{p.advice}" if p.advice else "") for p in self.problems
        )
        if self.state == "acknowledge":
            told += f"\n材料上确实如此的，请在“{ACKNOWLEDGES}”列填写：{'、'.join(self.codes)}"
        return told

    def json(self) -> dict[str, Any]:
        return {
            "row": self.number,
            "state": self.state,
            "class": self.class_,
            "act": self.act.hex() if self.act is not None else None,
            "id": self.drawn,
            "position": self.position,
            "problems": [problem.json() for problem in self.problems],
            "acknowledge": list(self.codes),
            "remarks": [{"code": each.code, "message": each.message} for each in self.remarks],
        }


@dataclass(frozen=True, slots=True)
class Result:
    """The whole table. `stored`: whether anything was stored by this run."""

    type: str
    sheet: Sheet
    columns: tuple[Column | None, ...]
    lines: list[Line]
    notes: tuple[str, ...]
    check: bool
    stored: bool
    batch: bytes

    def count(self, *states: str) -> int:
        """How many rows are in one of these states."""
        return sum(line.state in states for line in self.lines)

    @property
    def bad(self) -> list[Line]:
        return [line for line in self.lines if line.bad]

    @property
    def fine(self) -> bool:
        """Whether every row is entered or could be."""
        return not self.bad

    @property
    def outcome(self) -> str:
        """entered, partly_entered, nothing_new, not_entered; of a check would_enter or would_not_enter."""
        if self.check:
            return "would_enter" if self.fine else "would_not_enter"
        if self.stored:
            return "entered" if self.fine else "partly_entered"
        return "nothing_new" if self.fine else "not_entered"

    def json(self, copy: str | None) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "type": self.type,
            "encoding": self.sheet.encoding,
            "count": {
                "rows": len(self.lines),
                "entered": self.count("entered"),
                "standing": self.count("standing"),
                "fine": self.count("fine"),
                "bad": len(self.bad),
            },
            "batch": self.batch.hex() if self.stored else None,
            "copy": copy,
            "notes": list(self.notes),
            "rows": [line.json() for line in self.lines],
        }
