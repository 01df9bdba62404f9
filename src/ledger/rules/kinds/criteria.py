"""What applicants, employers, experts and agencies must be like: one kind for each sort of leaf."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.criteria import judgements, records, states
from ledger.rules.criteria.asking import ASKING, ask, reference_day
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


@rule("criterion.span", *ASKING)
def span(matter: Matter) -> Iterator[Outcome]:
    """Something has lasted long enough by the reference day."""
    yield from ask(matter, lambda criterion: criterion.span is not None, states.span)


@rule("criterion.holds", *ASKING)
def holds(matter: Matter) -> Iterator[Outcome]:
    """A status holds on the reference day, or through a window before it, or something came about often enough."""
    yield from ask(matter, lambda criterion: criterion.holds is not None, states.holds)


@rule("criterion.any_of", *ASKING)
def any_of(matter: Matter) -> Iterator[Outcome]:
    """Enough of a list of alternatives hold."""
    yield from ask(matter, lambda criterion: bool(criterion.of), states.any_of)


@rule("criterion.clean", *ASKING)
def clean(matter: Matter) -> Iterator[Outcome]:
    """Nothing of certain kinds speaks against the subject within the look-back, nor since."""
    yield from ask(matter, lambda criterion: bool(criterion.clean), records.clean)


@rule("criterion.judged", *ASKING)
def judged(matter: Matter) -> Iterator[Outcome]:
    """What people must judge was judged, on evidence and with reasons."""
    yield from ask(matter, lambda criterion: criterion.judged is not None, judgements.judged)


@rule("criterion.reference", "eligibility_determined")
def reference(matter: Matter) -> Iterator[Outcome]:
    """The day from which a decision says that it counted back is the one that the text, or its reading, counts from."""
    regulation, application, stated = matter.regulation, matter.application, matter.act.data.reference_date
    conventions = regulation.conventions if regulation is not None else None
    if application is None or stated is None or conventions is None or conventions.reference_day is None:
        return
    day = reference_day(matter, application)
    yield matter.says(
        matter.read(conventions.reference_day),
        "unclear" if day is None else stated == day,
        "criterion.reference",
        file=matter.file_name(application.id),
        stated=stated,
        day=day or "尚未确定的日期",
    )
