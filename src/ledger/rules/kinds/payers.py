"""Money: out of whose budget it comes."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


@rule("prize.payer", "budget_appropriated")
def payer(matter: Matter) -> Iterator[Outcome]:
    """Money for the prizes and for the work comes from whom the text names. That it was booked to somebody else has
    happened, so it is told and not refused."""
    if matter.regulation is None:
        return
    data = matter.act.data
    for entry in matter.regulation.payers:
        if entry.of != data.purpose or entry.by is None:
            continue
        wanted = matter.read(entry.by)
        yield matter.says(
            wanted,
            "unclear" if wanted.v is None else bool(matter.roles_of(data.payer) & set(wanted.v)),
            f"prize.payer.{data.purpose}",
            world=True,
            wanted=matter.role_names(wanted.v or ()),
            payer=matter.party_name(data.payer),
        )
