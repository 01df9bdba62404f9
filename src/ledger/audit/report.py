"""What verification says: five verdicts, every failure, and what it rests on (contract.md, `verify`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final, get_args

from ledger.errors import LedgerError
from ledger.rules.life.fault import Fault, Verdict

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Good:
    """The last good checkpoint."""

    size: int
    root: bytes
    published: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one verification. `faults` are failures and doubts, `remarks` neither.

    `since`: the size from which an earlier verification went on, None if everything was read. `rules_judged`: whether
    the verdict on authority covers the rules of the procedure, as only an audit's does.
    """

    ledger: bytes | None
    origin: str
    size: int
    root: bytes
    anchored: bool
    engine: int
    as_of: int
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]
    last_good: Good | None
    forks: tuple[tuple[int, tuple[bytes, ...]], ...]
    commitments: dict[str, int]
    modes: dict[str, int]
    refused: int
    since: int | None = None
    rules_judged: bool = False
    verdicts: dict[Verdict, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "faults", tuple(_ordered(self.faults)))
        object.__setattr__(self, "remarks", tuple(_ordered(self.remarks)))
        object.__setattr__(self, "verdicts", {verdict: self._verdict(verdict) for verdict in VERDICTS})

    @property
    def first_bad(self) -> int | None:
        """The lowest position at which something fails."""
        return min(
            (f.position for f in self.faults if f.effect == "fails" and f.position is not None), default=None
        )

    def passes(self, *, accept_undecided: bool = False) -> bool:
        """Whether all five verdicts hold, or, if doubts are accepted, none fails."""
        bad = {"fails"} if accept_undecided else {"fails", "undecided"}
        return not bad & set(self.verdicts.values())

    def json(self) -> dict[str, Any]:
        """The object of contract.md."""
        good = self.last_good
        return {
            "ledger": self.ledger.hex() if self.ledger is not None else None,
            "origin": self.origin,
            "size": self.size,
            "root": self.root.hex(),
            "anchor": "given" if self.anchored else "none",
            "engine": self.engine,
            "verdicts": dict(self.verdicts),
            "rules_judged": self.rules_judged,
            "first_bad": self.first_bad,
            "last_good_checkpoint": good
            and {"size": good.size, "root": good.root.hex(), "published": good.published},
            "failures": [
                {
                    "verdict": fault.verdict,
                    "effect": fault.effect,
                    "code": fault.code,
                    "position": fault.position,
                    "message": sentence(fault),
                }
                for fault in self.faults
            ],
            "commitments": self.commitments,
            "modes": self.modes,
            "refused": self.refused,
            "remarks": [
                {"code": fault.code, "position": fault.position, "message": sentence(fault)}
                for fault in self.remarks
            ],
            "forks": [{"size": size, "roots": [root.hex() for root in roots]} for size, roots in self.forks],
            "since": self.since,
        }

    def text(self) -> str:
        """The same for an office person, in Chinese."""
        from ledger.audit.wording import rendered  # wording knows reports, not the other way round

        return rendered(self)

    def _verdict(self, verdict: Verdict) -> str:
        effects = {fault.effect for fault in self.faults if fault.verdict == verdict}
        return "fails" if "fails" in effects else "undecided" if "undecided" in effects else "holds"


def sentence(fault: Fault) -> str:
    """The fault in Chinese."""
    facts = {name: value for name, value in fault.facts.items() if name != "position"}
    return LedgerError(fault.code, position=fault.position, **facts).message


def _ordered(faults: Iterable[Fault]) -> list[Fault]:
    """By position, those without one last, each once."""
    told: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        told.setdefault((fault.verdict, fault.effect, fault.code, fault.position, sentence(fault)), fault)
    return sorted(told.values(), key=lambda f: (f.position is None, f.position or 0))
