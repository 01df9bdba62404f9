"""Meetings: the form of a decision taken together, and that a list is what was voted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.regulations.glossary import called
from ledger.regulations.model import Meeting, Regulation, Step
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


@rule("meeting.vote", "meeting_held", "award_list_proposed", "shortlist_approved")
def vote(matter: Matter) -> Iterator[Outcome]:
    """A meeting has the form, the quorum and the majorities that the text wants; a list that it decides names it, holds
    what it carried, and gives a reason where it goes against the scores."""
    step, regulation = matter.step, matter.regulation
    if step is None or regulation is None or step.meeting is None or matter.cycle is None:
        return
    if matter.act.type == "meeting_held":
        yield from _form(matter, step, step.meeting, matter.act)
        for motion in matter.act.data.motions:
            yield from _motion(matter, regulation, step.meeting, motion)
        return
    held = matter.state.decision.meetings.get(matter.act.get("meeting") or "")
    if held is None:
        yield from _no_meeting(matter, step, step.meeting)
    else:
        yield from _voted(matter, step, step.meeting, held)
    yield from _inverted(matter, regulation, step, step.meeting)


# ---- the meeting ----


def _form(matter: Matter, step: Step, rule: Meeting, held: Act) -> Iterator[Outcome]:
    data = held.data
    if rule.plenary is not None:
        plenary = matter.read(rule.plenary)
        yield matter.says(
            plenary, not plenary.v or data.kind == "plenary", "meeting.vote.plenary", step=step.name
        )
    if rule.quorum is not None:
        quorum = matter.read(rule.quorum)
        enough = _reaches(data.present, quorum.v, data.total)
        facts: dict[str, Any] = {"present": data.present, "total": data.total, "quorum": _percent(quorum.v)}
        yield matter.says(quorum, enough, "meeting.vote.quorum", step=step.name, **facts)


def _reaches(count: int, share: str | None, of: int) -> Result:
    """Whether a count is at least this share of another: a share named as a bound is itself enough."""
    if share is None:
        return "unclear"
    return "holds" if Decimal(count) >= Decimal(share) * of else "fails"


def _percent(share: str | None) -> str:
    if share is None:
        return "未定"
    text = format(Decimal(share) * 100, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"


def _motion(matter: Matter, regulation: Regulation, rule: Meeting, motion: Any) -> Iterator[Outcome]:
    """Each thing carried was carried by enough, secretly where the text says so, on the grounds that it names."""
    about = matter.file_name(motion.application) if motion.application is not None else "所议事项"
    if rule.secret is not None:
        secret = matter.read(rule.secret)
        yield matter.says(secret, not secret.v or motion.secret, "meeting.vote.secret", about=about)
    if rule.basis is not None:
        basis = matter.read(rule.basis)
        lacking = [code for code in basis.v or () if code not in motion.basis]
        names = "、".join(called("basis", code, regulation) for code in lacking)
        yield matter.says(basis, not lacking, "meeting.vote.basis", about=about, basis=names)
    if rule.majority is not None and motion.outcome == "carried":
        yield _majority(matter, rule, motion, about)


def _majority(matter: Matter, rule: Meeting, motion: Any, about: str) -> Outcome:
    assert rule.majority is not None
    share = matter.read(rule.majority)
    members = rule.majority_of is not None and matter.read(rule.majority_of).v == "members"
    of = matter.act.data.total if members else matter.act.data.present
    enough = _reaches(motion.for_, share.v, of)
    facts: dict[str, Any] = {"about": about, "votes": motion.for_, "of": of, "share": _percent(share.v)}
    return matter.says(share, enough, "meeting.vote.majority", **facts)


# ---- the list ----


def _no_meeting(matter: Matter, step: Step, rule: Meeting) -> Iterator[Outcome]:
    """No meeting is named, so nobody can say how it was formed."""
    for value in (rule.plenary, rule.quorum, rule.vote):
        if value is not None:
            yield matter.says(matter.read(value), "unclear", "meeting.vote.unnamed", step=step.name)


def _voted(matter: Matter, step: Step, rule: Meeting, held: Act) -> Iterator[Outcome]:
    """Every name was carried; where the text wants no vote on each, none was voted down."""
    wanted = matter.read(rule.vote) if rule.vote is not None else None
    each = wanted is not None and wanted.v is True
    by_file = {m.application: m.outcome for m in held.data.motions if m.application is not None}
    names = [item.application for item in matter.act.data.items]
    if each:
        assert wanted is not None
        unvoted = [name for name in names if name not in by_file]
        told = "、".join(map(matter.file_name, unvoted))
        yield matter.says(
            wanted, not unvoted, "meeting.vote.each", positions=(held.position,), step=step.name, files=told
        )
    lost = [name for name in names if by_file.get(name) not in (None, "carried")]
    value = wanted if each and wanted is not None else Value(True, step.article, step.item, source="default")
    told = "、".join(map(matter.file_name, lost))
    yield matter.says(
        value, not lost, "meeting.vote.lost", positions=(held.position,), step=step.name, files=told
    )


def _inverted(matter: Matter, regulation: Regulation, step: Step, rule: Meeting) -> Iterator[Outcome]:
    """Nobody is placed before somebody with more points, unless a reason is given for the list or for that name."""
    if rule.inversion_needs_reason is None:
        return
    value = matter.read(rule.inversion_needs_reason)
    data = matter.act.data
    reasoned = {item.application for item in data.items if item.reason is not None}
    before = sorted(set(_before_better(matter, regulation)) - reasoned)
    told = "、".join(map(matter.file_name, before))
    yield matter.says(
        value,
        not before,
        "meeting.vote.inverted",
        reasoned=data.reason is not None,
        step=step.name,
        files=told,
    )


def _points(matter: Matter) -> dict[str, Decimal]:
    """The sums of the report that the list rests on."""
    report = matter.state.review.reports.get(matter.act.get("report") or "")
    rows = report.data.rows if report is not None else ()
    return {row.application: Decimal(row.sum) for row in rows if row.sum is not None}


def _before_better(matter: Matter, regulation: Regulation) -> Iterator[str]:
    """The names that stand above somebody of their kind with more points. Categories stand as in the text, the highest
    first; whoever is on no list stands below all."""
    points, known = _points(matter), matter.state.opening.applications
    listed = {item.application: item.category for item in matter.act.data.items}
    for kind in {category.kind for category in regulation.categories.values()}:
        heights = [category.id for category in regulation.categories.values() if category.kind == kind]
        best = Decimal("-Infinity")  # of all that stand below
        for height in (None, *reversed(heights)):
            names = [
                name
                for name in points
                if listed.get(name) == height and known[name].kind == kind and known[name].gone is None
            ]
            if height is not None:
                yield from (name for name in names if points[name] < best)
            best = max([best, *(points[name] for name in names)])
