"""Audit: verification, and then the whole trail judged again by the rules, in the order of record.

Verify says whether the records are what was signed; only this says whether authority and procedure hold. It reads the
same raw rows through verify's own reader, folds them anew and believes nothing that was stored about them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from ledger.acts.moments import day_of
from ledger.audit.inputs import StrPath
from ledger.audit.reader import Source, locate, open_source
from ledger.audit.report import Report
from ledger.audit.verify import verify
from ledger.rules.findings import Finding
from ledger.rules.life.fault import Effect, Fault
from ledger.rules.replay import Replay

Progress = Callable[[int, int], None]
_PORTION: Final = 2_000
# What an audit makes of the severity of a finding; a remark leaves the verdict alone.
_EFFECTS: Final[dict[str, tuple[Effect, str]]] = {
    "breach": ("fails", "breach"),
    "undecided": ("undecided", "breach_undecided"),
}


@dataclass(frozen=True, slots=True)
class Audit:
    """A report whose authority verdict covers the rules too, and every finding."""

    report: Report
    findings: tuple[Finding, ...]
    disposed: dict[str, dict[str, Any]]
    unconfirmed: int

    def json(self) -> dict[str, Any]:
        """The object of contract.md."""
        return {
            **self.report.json(),
            "transcribed_unconfirmed": self.unconfirmed,
            "findings": [self._finding(finding) for finding in self.findings],
        }

    def text(self) -> str:
        """The same for an office person, in Chinese."""
        from ledger.audit.wording import rendered_audit

        return rendered_audit(self)

    def passes(self, *, accept_undecided: bool = False) -> bool:
        """As verify's, with the rules counted under authority and procedure."""
        return self.report.passes(accept_undecided=accept_undecided)

    def _finding(self, finding: Finding) -> dict[str, Any]:
        return {
            "id": finding.id,
            "code": finding.code,
            "severity": finding.severity,
            "regulation": finding.regulation,
            "article": finding.article,
            "item": finding.item,
            "positions": list(finding.positions),
            "subjects": list(finding.subjects),
            "order": finding.order,
            "source": finding.source,
            "acknowledged": finding.acknowledged,
            "disposed": self.disposed.get(finding.id),
            "message": finding.message,
        }


def audit(location: StrPath, *, home: StrPath | None = None, as_of: int | None = None, **how: Any) -> Audit:
    """Verify a ledger and judge its trail again; `how` as for verify, but for going on from a saved state.

    LedgerError as verify's.
    """
    progress: Progress | None = how.get("progress")
    moment = time.time_ns() // 1000 if as_of is None else as_of
    report = verify(location, home=home, as_of=moment, **how)
    with open_source(locate(location, home)) as source:
        replay = Replay(_Rows(source, report.size, progress))
        replay.read_on()
    findings = replay.findings(day_of(moment))
    faults = [*report.faults, *map(_fault, _grave(findings)), *map(_wrongly, replay.wrongly_refused)]
    return Audit(
        replace(report, faults=tuple(faults), rules_judged=True),
        tuple(findings),
        _disposed(replay),
        _unconfirmed(replay, report),
    )


def _grave(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity in _EFFECTS]


def _fault(finding: Finding) -> Fault:
    effect, code = _EFFECTS[finding.severity]
    position = finding.positions[0] if finding.positions else None
    return Fault("authority", effect, code, position, {"breach": finding.code, "detail": finding.message})


def _wrongly(position: int) -> Fault:
    return Fault("authority", "fails", "wrongly_refused", position)


def _disposed(replay: Replay) -> dict[str, dict[str, Any]]:
    """What people made of a finding: the newest word."""
    return {
        finding: {"outcome": acts[-1].data.outcome, "position": acts[-1].position}
        for finding, acts in replay.procedure.after.disposed.items()
    }


def _unconfirmed(replay: Replay, report: Report) -> int:
    """Transcribed acts that no second pair of eyes has confirmed."""
    entries = replay.procedure.entries
    return report.modes.get("transcribed", 0) - sum(1 for _ in entries.confirmed)


class _Rows:
    """Raw rows as a fold reads them; what is no bytes was verify's to tell."""

    def __init__(self, source: Source, last: int, progress: Progress | None) -> None:
        self._source, self._last, self._progress = source, last, progress

    def read_records(self, after: int = 0, limit: int | None = None) -> Iterator[tuple[int, bytes]]:
        """The records behind a position, in order."""
        last = self._last if limit is None else min(self._last, after + limit)
        for first in range(after + 1, last + 1, _PORTION):
            upto = min(first + _PORTION - 1, last)
            for position, data in self._source.rows(first, upto):
                if type(data) is bytes:
                    yield position, data
            if self._progress is not None and limit is None:
                self._progress(upto, self._last)

    def node(self, level: int, number: int) -> bytes:
        """Roots were compared by verify; a fold that asks gets one that fits nothing."""
        return b"\x00" * 32
