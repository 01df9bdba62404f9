"""Whether an adverse fact is one of those for which an honour can be lost.

A ground lists facts itself and names criteria for applicants: who breaks one of those after winning is meant too. Of
such a criterion only what it wants to be clean counts, without its look-back; where it wants several kinds together,
the party must have a fact of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ledger.regulations.model import Adverse, Criterion, Ground, Regulation
from ledger.rules.act import Act
from ledger.rules.adverse import happenings, matching, recorded
from ledger.rules.kin import same
from ledger.rules.procedure.registers import reading_on
from ledger.rules.procedure.state import Procedure


def falls_under(
    state: Procedure, regulation: Regulation, ground: Ground, fact: Act, kind: str | None, on: str
) -> bool | None:
    """None where a level or an authority is not recorded that decides it. `kind`: of the holder; `on`: the day whose
    readings count."""
    others = recorded(state, same(state.registers, fact.data.party))
    doubt = False
    for patterns in _alternatives(state, regulation, ground, kind, on):
        if not any(_matches(pattern, [fact], regulation) is not False for pattern in patterns):
            continue
        answers = [_matches(pattern, others, regulation) for pattern in patterns]
        if all(answer is True for answer in answers):
            return True
        doubt = doubt or False not in answers
    return None if doubt else False


def _alternatives(
    state: Procedure, regulation: Regulation, ground: Ground, kind: str | None, on: str
) -> Iterator[tuple[Adverse, ...]]:
    """Sets of patterns; each set whole is the ground."""
    for pattern in ground.facts:
        if not pattern.holders or kind in pattern.holders:
            yield (pattern,)
    by_id = {criterion.id: criterion for criterion in regulation.criteria}
    for name in ground.any_criterion:
        criterion = _as_read(state, regulation, by_id[name], on)
        if not criterion.kinds or kind in criterion.kinds:
            yield from (criterion.clean,) if criterion.all_of else ((pattern,) for pattern in criterion.clean)


def _as_read(state: Procedure, regulation: Regulation, criterion: Criterion, on: str) -> Criterion:
    if criterion.question is None or not criterion.instead:
        return criterion
    issued = reading_on(state.registers, regulation.name, criterion.question, on)
    option = issued.data.option if issued is not None else None
    return next((other for other in criterion.instead if other.option == option), criterion)


def _matches(pattern: Adverse, facts: Iterable[Act], regulation: Regulation) -> bool | None:
    """Whether one of the facts is of the pattern; where it says `more_than`, whether there are so many."""
    found = matching(pattern, facts, regulation)
    if sum(map(happenings, found.sure)) > pattern.more_than:
        return True
    return None if found.doubtful else False
