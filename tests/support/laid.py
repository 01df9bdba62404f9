"""Acts laid before the rules without being handed in: for what no packaged regulation says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from features.support.forms import FORMS
from features.support.scene import Scene
from ledger.desk.door import enter
from ledger.regulations.model import Regulation
from ledger.rules.act import procedural
from ledger.rules.breach import BreachFound
from ledger.rules.kinds import ALL_RULES
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome


def matter_of(
    scene: Scene,
    type_: str,
    changes: Mapping[str, Any] | None = None,
    *,
    by: str | None = None,
    regulation: Regulation | None = None,
) -> Matter:
    """The act before the rules on the scene's state; under another regulation, if one is given."""
    actor = scene.actor(by or FORMS[type_].role)
    submission = scene.world.draft(scene.form(type_, changes), actor).sign(actor.key)
    entered = enter(submission, scene.world.line.fold.state)
    assert not isinstance(entered, BreachFound), entered
    fold = scene.world.line.fold
    act = procedural(entered.fact._replace(recorded_at=scene.world.now), fold.state.size + 1)
    assert act is not None
    matter = fold.matter(act)
    if regulation is not None:
        adopted = matter.adopted
        assert adopted is not None
        matter.__dict__["adopted"] = adopted._replace(regulation=regulation)
    return matter


def said(matter: Matter, rule: str) -> dict[str, Outcome]:
    """What a rule kind answers, by sentence; of several under one sentence the worst."""
    order = ("holds", "unclear", "fails")
    found: dict[str, Outcome] = {}
    for outcome in ALL_RULES[rule].kind(matter):
        known = found.get(outcome.said)
        if known is None or order.index(outcome.result) > order.index(known.result):
            found[outcome.said] = outcome
    return found
