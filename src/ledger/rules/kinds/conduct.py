"""Conduct: what is reported of it, what follows for reviewers, and what was read before it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ledger.regulations.model import Conduct
from ledger.regulations.value import Value
from ledger.rules.exact import exact
from ledger.rules.governed import governing
from ledger.rules.kinds.draws import supervisors
from ledger.rules.kinds.registry import rule
from ledger.rules.looks import Seen, look
from ledger.rules.matter import Matter
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.state import Procedure


@rule("conduct.report", "irregularity_reported")
def reported(matter: Matter) -> Iterator[Outcome]:
    """Reported conduct of a kind that the text forbids is told. A report that names an amount of nothing is none."""
    if matter.regulation is None:
        return
    data = matter.act.data
    nothing = data.amount is not None and exact(data.amount) == 0
    for entry in matter.regulation.conduct:
        if entry.forbid is None:
            continue
        forbidden = matter.read(entry.forbid)
        if data.kind in (forbidden.v or ()):
            kind = matter.word("conduct", data.kind)
            yield matter.says(forbidden, nothing, "conduct.report", kind=kind, world=True)


@rule("reviewer.sanction", "reviewer_sanctioned")
def sanctioned(matter: Matter) -> Iterator[Outcome]:
    """Whoever loses the qualification has done what the text names for it, as a report on the ledger says; the employer
    is asked to act; the decision is whose it is."""
    entry = next((e for e in matter.regulation.conduct if e.sanction), None) if matter.regulation else None
    if entry is None or entry.sanction is None or matter.act.data.level == "reinstated":
        return
    data = matter.act.data
    allowed = matter.read(entry.sanction)
    if entry.sanction_decided_by is not None:
        roles = matter.read(entry.sanction_decided_by)
        fits = bool(matter.roles & set(roles.v or ()))
        told: dict[str, Any] = {
            "wanted": matter.role_names(roles.v or ()),
            "actor": matter.party_name(matter.act.who),
        }
        yield matter.says(roles, fits, "reviewer.sanction.by", **told)
    yield matter.says(
        allowed, data.level in (allowed.v or ()), "reviewer.sanction.level", level=_level(matter)
    )
    if data.level == "disqualified":
        yield matter.says(
            allowed, _grounded(matter, entry), "reviewer.sanction.ground", kinds=_kinds(matter, entry)
        )
        if "referral_to_employer" in (allowed.v or ()):
            yield matter.says(allowed, data.employer_asked, "reviewer.sanction.employer")


def _level(matter: Matter) -> str:
    return matter.word("sanction", matter.act.data.level)


def _grounded(matter: Matter, entry: Conduct) -> bool:
    """Whether a report names the person and conduct that the same passage forbids."""
    forbidden = set(matter.read(entry.forbid).v or ()) if entry.forbid is not None else set()
    reports = (matter.state.after.irregularities.get(id_) for id_ in matter.act.data.irregularities)
    known = [r for r in reports if r is not None and matter.act.data.person in r.data.persons]
    return not forbidden or any(report.data.kind in forbidden for report in known)


def _kinds(matter: Matter, entry: Conduct) -> str:
    forbidden = matter.read(entry.forbid).v or () if entry.forbid is not None else ()
    return "、".join(matter.word("conduct", kind) for kind in forbidden)


@look("reviewer.sanction")
def still_counted(state: Procedure, today: str) -> Iterator[Seen]:
    """Sheets of a disqualified reviewer that still count, in cycles that are not closed."""
    out = {p for p, acts in state.after.sanctions.items() if acts[-1].data.level == "disqualified"}
    if not out:
        return
    for sheet in state.review.sheets.values():
        if sheet.scorer not in out or sheet.aside:
            continue
        cycle = sheet.act.data.cycle
        regulation = governing(state, cycle)
        entry = next((e for e in regulation.conduct if e.sanction), None) if regulation else None
        if (
            regulation is None
            or entry is None
            or entry.sanction is None
            or state.opening.cycles[cycle].closed
        ):
            continue
        sanction = state.after.sanctions[sheet.scorer][-1]
        value = replace(entry.sanction, source="default")
        told: dict[str, Any] = {
            "who": state.registers.name(sheet.scorer),
            "sanctioned": day(sanction.at),
            "scored": day(sheet.act.at),
        }
        at = (sheet.act.position, sanction.position)
        cases = (f"application:{sheet.application}",)
        outcome = Outcome(value, "fails", "reviewer.sanction.counted", told, at, world=True)
        yield Seen(regulation.edition, cases, outcome)


@rule("supervisor.present", "site_review_held", class_="not_yet")
def present(matter: Matter) -> Iterator[Outcome]:
    """Where the text wants a supervisor at hand, one was there who is appointed for it."""
    step = matter.step
    asked = (
        next((n.what for n in step.need if "supervisor_present" in (n.what.v or ())), None) if step else None
    )
    if asked is None:
        return
    there = set(matter.act.data.supervisors)
    file = matter.file_name(matter.act.data.application)
    yield matter.says(asked, bool(there & supervisors(matter)), "supervisor.present", file=file)


@look("sealed.look")
def looked_before(state: Procedure, today: str) -> Iterator[Seen]:
    """Somebody read a sheet before it was opened, or half a seed before the draw."""
    for seen in state.looks:
        for act in seen.acts:
            regulation = governing(state, act.data.cycle)
            step = regulation.steps.get(act.data.step) if regulation is not None else None
            if regulation is None or step is None:
                continue
            value = Value(True, step.article, step.item, source="default")
            what = "评分表" if act.type.startswith("score") else "抽签随机数"
            told: dict[str, Any] = {"what": what, "day": day(seen.at)}
            cases = (f"cycle:{act.data.cycle}", f"person:{seen.reader}")
            at = (seen.position, act.position)
            yield Seen(
                regulation.edition, cases, Outcome(value, "fails", "sealed.look", told, at, world=True)
            )
