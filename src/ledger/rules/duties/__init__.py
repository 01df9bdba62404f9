"""Duties: what somebody owes because something happened. They are derived from the state and never acts themselves.

    for owed in duties(state, "2026-04-01"):
        owed.bearers, owed.due, owed.discharged, owed.standing

One derivation serves what an audit finds and what projections show. A duty has legs: each bearer answers for the own
one, so who hands in on time is not blamed for who forwards late.
"""

from __future__ import annotations

from ledger.rules.duties.derive import duties
from ledger.rules.duties.owed import Concern, Due, Owed, Standing

__all__ = ["Concern", "Due", "Owed", "Standing", "duties"]
