"""Who bears a leg: the parties, the body that has the role (of several the one of their area), or nobody by name."""

from __future__ import annotations

from ledger.rules.duties.owed import Concern
from ledger.rules.procedure.state import Procedure


def bearers(state: Procedure, role: str, concern: Concern) -> tuple[str, ...]:
    """Ids of parties or bodies; empty where the role is borne by persons, or by a body that is not on the ledger."""
    if role in ("holder", "applicant"):
        return concern.parties
    bodies = state.registers.with_role(role)
    if len(bodies) > 1:
        areas = {_area(state, party) for party in concern.parties} - {None}
        near = [id_ for id_ in bodies if (body := state.registers.body(id_)) and body.data.area in areas]
        bodies = near or bodies
    return tuple(bodies)


def _area(state: Procedure, party: str) -> str | None:
    registered = state.registers.parties.get(party)
    area: str | None = registered.data.area if registered is not None else None
    return area
