"""Prize money: how much, from whom, and what it is used for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ledger.regulations.glossary import called
from ledger.regulations.model import Category, Use
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matrix import Result
from ledger.rules.matter import Matter
from ledger.rules.money import paid, shown
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.decision import Honour
from ledger.rules.won import Won, won_before

# ---- how much ----


@rule("prize.amount", "prize_paid")
def amount(matter: Matter) -> Iterator[Outcome]:
    """No more is paid than the category's amount, to its holder, while the award stands; nothing where it is not the
    first time. It may be paid in parts."""
    honour = matter.state.decision.honours.get(matter.act.data.award)
    category = matter.category(honour.conferred.data.category) if honour is not None else None
    if honour is None or category is None or category.prize is None:
        return
    yield from _after_revocation(matter, honour)
    yield _to_holder(matter, honour, category.prize)
    yield _amount(matter, honour, category, category.prize)


def _after_revocation(matter: Matter, honour: Honour) -> Iterator[Outcome]:
    revoked, regulation = honour.revoked, matter.regulation
    if revoked is None or regulation is None:
        return
    ground = regulation.grounds.get(revoked.data.ground)
    if ground is not None and ground.effects is not None:
        yield matter.says(
            matter.read(ground.effects),
            False,
            "prize.amount.revoked",
            positions=(revoked.position,),
            holder=_holder(matter, honour),
        )


def _to_holder(matter: Matter, honour: Honour, prize: Value[str]) -> Outcome:
    to = matter.act.data.party
    facts = {"holder": _holder(matter, honour), "party": matter.party_name(to) if to is not None else ""}
    return _says(matter, matter.read(prize), to is None or to in honour.parties, "prize.amount.party", facts)


def _amount(matter: Matter, honour: Honour, category: Category, prize: Value[str]) -> Outcome:
    data = matter.act.data
    before = paid(honour)
    facts = {
        "holder": _holder(matter, honour),
        "category": category.name,
        "before": shown(before),
        "amount": data.amount,
    }
    value, most, said, more = _most(matter, honour, category, matter.read(prize))
    if most is None:
        fixed = _fixed(matter, honour, category)
        agrees = fixed is not None and data.decision is not None and before + Decimal(data.amount) <= fixed
        return _says(matter, value, "unclear", said, facts, reasoned=agrees)
    facts |= {"most": shown(most), **more}
    return _says(matter, value, before + Decimal(data.amount) <= most, said, facts)


def _most(
    matter: Matter, honour: Honour, category: Category, prize: Value[str]
) -> tuple[Value[Any], Decimal | None, str, dict[str, str]]:
    """What decides how much may be paid in all, that amount (None: the text does not give it), and how to say it."""
    regulation, conferred = matter.regulation, honour.conferred.data
    assert regulation is not None
    again = regulation.reaward
    if conferred.reaward and again is not None and again.prize is not None:
        value = matter.read(again.prize)
        if value.v is not None:
            return value, Decimal(value.v), "prize.amount.reaward", {}
    won = won_before(matter.state, regulation, honour)
    same_tier = again is None or again.prior is None or matter.read(again.prior).v != "any_tier"
    counting = [each for each in won if not same_tier or each.category.tier == category.tier]
    only_first = matter.read(category.first_time_only) if category.first_time_only is not None else None
    if only_first is not None and only_first.v and (counting or not conferred.first_time):
        told = _told(counting[-1]) if counting else {"won": ""}
        return only_first, Decimal(0), "prize.amount.again", told
    if prize.v is None:
        return prize, None, "prize.amount.silent", {}
    lower = [each for each in won if _is_lower(each, Decimal(prize.v))]
    if lower and again is not None and again.first_higher is not None:
        value = matter.read(again.first_higher)
        return value, _higher(value.v, Decimal(prize.v), lower[-1]), "prize.amount.higher", _told(lower[-1])
    return prize, Decimal(prize.v), "prize.amount" if Decimal(prize.v) else "prize.amount.none", {}


def _is_lower(won: Won, prize: Decimal) -> bool:
    known = won.category.prize.v if won.category.prize is not None else None
    return known is not None and 0 < Decimal(known) < prize


def _higher(how: str | None, prize: Decimal, won: Won) -> Decimal:
    """Of the first win above an earlier tier: all of the prize, what it is more, or nothing."""
    if how == "none":
        return Decimal(0)
    if how != "difference":
        return prize
    assert won.category.prize is not None
    return prize - Decimal(won.paid if won.paid is not None else won.category.prize.given)


def _told(won: Won) -> dict[str, str]:
    return {"won": f"曾于 {won.day} 获{won.category.name}"}


def _fixed(matter: Matter, honour: Honour, category: Category) -> Decimal | None:
    """The amount that the approval of the list fixed, where the text gives none."""
    lists = matter.state.decision.lists
    cycle = honour.conferred.data.cycle
    prizes = [
        prize
        for (of, _), acts in lists.items()
        if of == cycle
        for act in acts
        if act.type == "awards_approved" and act.digest == matter.act.data.decision
        for prize in act.data.prizes
        if prize.category == category.id
    ]
    return Decimal(prizes[-1].amount) if prizes else None


# ---- what for ----


@rule("prize.use", "prize_spending_recorded", "annual_report_filed")
def use(matter: Matter) -> Iterator[Outcome]:
    """The money goes, mainly or only, where the text wants it; all that was recorded so far counts together. The money
    is spent already, so nothing is refused."""
    honour = matter.state.decision.honours.get(matter.act.data.award)
    if honour is None or matter.regulation is None:
        return
    application = matter.state.opening.applications.get(honour.conferred.data.application)
    for known in matter.regulation.uses:
        if known.of == "prize" and (not known.kinds or (application and application.kind in known.kinds)):
            yield from _used(matter, honour, known)


def _used(matter: Matter, honour: Honour, known: Use) -> Iterator[Outcome]:
    spending = _spending(matter, honour)
    if known.forbidden is not None:
        forbidden = matter.read(known.forbidden)
        wrong = sorted({purpose for purpose, _ in spending if purpose in (forbidden.v or ())})
        yield matter.says(forbidden, not wrong, "prize.use.forbidden", world=True, uses=_uses(matter, wrong))
    if known.allowed is None or known.share is None:
        return
    allowed, share = matter.read(known.allowed), matter.read(known.share)
    others = [(purpose, money) for purpose, money in spending if purpose not in (allowed.v or ())]
    beside = sum((money for _, money in others), Decimal(0))
    whole = _whole(matter, honour)
    met = beside == 0 or (share.v == "mainly" and beside * 2 < whole)
    yield matter.says(
        share,
        met,
        f"prize.use.{share.v}",
        world=True,
        uses=_uses(matter, sorted({purpose for purpose, _ in others})),
        beside=shown(beside),
        whole=shown(whole),
        allowed=_uses(matter, allowed.v or ()),
    )


def _spending(matter: Matter, honour: Honour) -> list[tuple[str, Decimal]]:
    """Purposes and amounts as recorded one by one, or as the holder's reports tell them; the two are not added."""
    after, data = matter.state.after, matter.act.data
    if matter.act.type == "prize_spending_recorded":
        acts = (*after.spending.get(honour.id, ()), matter.act)
        return [(act.data.purpose, Decimal(act.data.amount)) for act in acts]
    years = range(int(honour.conferred.data.conferred_on[:4]), data.year)
    reports = [act for year in years for act in after.reports.get((honour.id, year), ())[-1:]]
    return [(use.purpose, Decimal(use.amount)) for act in (*reports, matter.act) for use in act.data.fund_use]


def _whole(matter: Matter, honour: Honour) -> Decimal:
    """What was paid; until then what the category promises."""
    category = matter.category(honour.conferred.data.category)
    promised = category.prize.v if category is not None and category.prize is not None else None
    return paid(honour) or Decimal(promised or 0)


def _uses(matter: Matter, codes: tuple[str, ...] | list[str]) -> str:
    return "、".join(called("use", code, matter.regulation) for code in codes)


def _holder(matter: Matter, honour: Honour) -> str:
    return "、".join(map(matter.party_name, honour.parties))


def _says(
    matter: Matter,
    value: Value[Any],
    result: Result | bool,
    said: str,
    facts: dict[str, str],
    *,
    reasoned: bool = False,
    world: bool = False,
) -> Outcome:
    return matter.says(value, result, said, reasoned=reasoned, world=world)._replace(facts=facts)
