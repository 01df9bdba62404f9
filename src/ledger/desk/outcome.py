"""What the desk answers: accepted with a receipt, or refused with reasons (contract: submit)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final

from ledger.acts.moments import instant_text
from ledger.rules.breach import BreachFound, class_of


@dataclass(frozen=True, slots=True)
class Accepted:
    """The act stands at `position`; the receipt proves it."""

    act: bytes
    position: int
    recorded_at: int
    size: int
    root: bytes
    receipt: str
    remarks: tuple[BreachFound, ...] = ()

    accepted: ClassVar[bool] = True

    def json(self) -> dict[str, Any]:
        return {
            "outcome": "accepted",
            "act": self.act.hex(),
            "position": self.position,
            "recorded_at": instant_text(self.recorded_at),
            "root": self.root.hex(),
            "size": self.size,
            "receipt": self.receipt,
            "remarks": [remark(each) for each in self.remarks],
        }


@dataclass(frozen=True, slots=True)
class Refused:
    """The act was refused; `recorded_as` is the position of the refusal, None if it was only logged."""

    act: bytes
    breaches: tuple[BreachFound, ...]
    recorded_as: int | None = None

    accepted: ClassVar[bool] = False

    def json(self) -> dict[str, Any]:
        return {
            "outcome": "refused",
            "class": class_of(self.breaches),
            "act": self.act.hex(),
            "recorded_as": self.recorded_as,
            "breaches": [breach.json() for breach in self.breaches],
        }


@dataclass(frozen=True, slots=True)
class Undecided:
    """The act itself has no breach, but others of its batch were refused; it may be sent again."""

    act: bytes

    accepted: ClassVar[bool] = False

    def json(self) -> dict[str, Any]:
        return {"outcome": "undecided", "act": self.act.hex(), "recorded_as": None, "breaches": []}


@dataclass(frozen=True, slots=True)
class Checked:
    """What `--check` says: the same judgement, nothing stored."""

    act: bytes
    breaches: tuple[BreachFound, ...] = ()
    remarks: tuple[BreachFound, ...] = ()

    @property
    def accepted(self) -> bool:
        return not self.breaches

    def json(self) -> dict[str, Any]:
        if not self.breaches:
            remarks = [remark(each) for each in self.remarks]
            return {"outcome": "would_accept", "act": self.act.hex(), "remarks": remarks}
        return {
            "outcome": "would_refuse",
            "class": class_of(self.breaches),
            "act": self.act.hex(),
            "recorded_as": None,
            "breaches": [breach.json() for breach in self.breaches],
        }


def remark(found: BreachFound) -> dict[str, Any]:
    """What an accepted act's submitter is told besides: a finding, or where a value comes from."""
    cited = found.cited
    message = found.message
    if found.source_only and cited is not None:
        message = f"符合；所依据的值{_SOURCES.get(cited.source, cited.source)}。"
    return {"code": found.code, "article": cited.article or None if cited else None, "message": message}


_SOURCES: Final = {"default": "是账本的缺省，不出自条文", "presumed": "系推定沿用，未见原文"}


Outcome = Accepted | Refused | Undecided | Checked
