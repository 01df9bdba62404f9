"""Periods of publicity: each name has its own; the last day is counted once and for all; silent texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.support.scene import Scene
from ledger.desk.line import Added
from ledger.regulations.model import Publicity as Rule
from ledger.regulations.model import Regulation
from ledger.regulations.value import Term, Value
from ledger.rules.matrix import decide
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.publicity import Publicity
from tests.support.laid import matter_of, said

FINAL = "final_public"


@pytest.fixture
def scene() -> Scene:
    made = Scene.of("nantong@2023", 2026)
    made.advance(FINAL)
    return made


def publicity(scene: Scene) -> Publicity:
    return scene.open_publicity(FINAL)


def with_rule(regulation: Regulation, step: str, **changes: Any) -> Regulation:
    rule = regulation.steps[step]
    assert rule.publicity is not None
    changed: Rule = replace(rule.publicity, **changes)
    return replace(regulation, steps={**regulation.steps, step: replace(rule, publicity=changed)})


def silent(source: str = "silent") -> Value[Term]:
    return Value(None, "24", source=source, ask="ask" if source == "silent" else None)  # type: ignore[arg-type]


def verdict(outcome: Outcome) -> str:
    value = outcome.value
    done = decide(
        value.strength,
        value.source,
        value.ask,
        outcome.result,
        transcribed=False,
        reasoned=outcome.reasoned,
        world=outcome.world,
    )
    return done.effect


def test_a_renewal_begins_anew_for_its_name_and_for_no_other(scene: Scene) -> None:
    first, second, *_ = publicity(scene).applications
    scene.world.today("2023-11-10")
    scene.must("publicity_amended", {"items.0.application": second, "deadline": "2023-11-20"})
    shown = publicity(scene)
    assert (shown.begins(first), shown.begins(second)) == ("2023-11-06", "2023-11-10")
    scene.world.today("2023-11-17")
    scene.must("publicity_closed", {"last_day": "2023-11-16"}, by="committee")
    shown = scene.open_publicity(FINAL)
    assert shown.closing_for(first) is not None
    assert shown.closing_for(second) is None
    assert shown.waiting() == (second,)
    scene.world.today("2023-11-21")
    scene.must("publicity_closed", {"last_day": "2023-11-20"}, by="committee")
    assert scene.open_publicity(FINAL).waiting() == ()
    assert scene.open_publicity(FINAL).closing_for(first) is shown.closings[0]


def test_a_renewal_after_the_closing_opens_its_name_again_and_no_other(scene: Scene) -> None:
    scene.advance("final_public_closed")
    first, second, *_ = scene.open_publicity(FINAL).applications
    scene.world.today("2023-11-20")
    scene.must("publicity_amended", {"items.0.application": second, "step": FINAL})
    shown = scene.open_publicity(FINAL)
    assert (shown.closing_for(first) is None, shown.closing_for(second) is None) == (False, True)


def test_a_calendar_published_later_opens_nothing_again(scene: Scene) -> None:
    scene.advance("final_public_closed")
    closing = scene.open_publicity(FINAL).closed
    data = {"area": "city", "closed": ["2023-11-16"], "issue": 1, "published_on": "2023-11-18", "year": 2023}
    assert isinstance(scene.world.do({"type": "calendar_published", "data": data}), Added)
    scene.advance("approve")
    assert scene.open_publicity(FINAL).closed is closing


@given(days=st.integers(min_value=0, max_value=25))
def test_the_tenth_day_is_the_first_that_is_enough(days: int) -> None:
    made = _closing_world()
    made.world.today("2023-12-15")
    day = f"2023-11-{6 + days:02}" if days < 25 else "2023-12-01"
    told = said(matter_of(made, "publicity_closed", {"last_day": day}, by="committee"), "publicity.term")
    assert (told["publicity.term.short"].result == "holds") is (days >= 10)


_worlds: list[Scene] = []


def _closing_world() -> Scene:
    if not _worlds:
        made = Scene.of("nantong@2023", 2026)
        made.advance(FINAL)
        _worlds.append(made)
    return _worlds[0]


# ---- texts without a length ----


def test_where_the_text_is_silent_the_notice_must_name_a_last_day() -> None:
    scene = Scene.of("nantong@2023", 2026)
    scene.advance("decide")
    text = with_rule(scene.regulation, FINAL, term=silent())
    scene.world.today("2023-11-06")
    bare = matter_of(scene, "publicity_opened", regulation=text)
    named = matter_of(scene, "publicity_opened", {"deadline": "2023-11-09"}, regulation=text)
    assert verdict(said(bare, "publicity.term")["publicity.term.silent"]) == "not_yet"
    assert verdict(said(named, "publicity.term")["publicity.term.silent"]) == "pass"


@pytest.mark.parametrize(("last", "effect"), [("2023-11-08", "not_yet"), ("2023-11-09", "pass")])
def test_and_is_kept(last: str, effect: str) -> None:
    scene = Scene.of("nantong@2023", 2026)
    scene.advance("decide")
    scene.world.today("2023-11-06")
    text = with_rule(scene.regulation, FINAL, term=silent())
    # Under the text that names ten days nobody may announce three: announced here for longer and then counted anew.
    scene.must("publicity_opened", {"deadline": "2023-11-16"}, by="committee")
    shown = scene.open_publicity(FINAL)
    opened = replace(shown.opened, data=replace(shown.opened.data, deadline="2023-11-09"))
    scene.state.publicity.publicities[shown.id] = replace(shown, opened=opened)
    scene.world.today("2023-11-13")
    closing = matter_of(scene, "publicity_closed", {"last_day": last}, by="committee", regulation=text)
    assert verdict(said(closing, "publicity.term")["publicity.term.silent"]) == effect


def test_a_length_that_is_lost_is_answered_by_no_notice() -> None:
    scene = Scene.of("nantong@2023", 2026)
    scene.advance("decide")
    scene.world.today("2023-11-06")
    text = with_rule(scene.regulation, FINAL, term=silent("unknown"))
    named = matter_of(scene, "publicity_opened", {"deadline": "2024-11-09"}, regulation=text)
    assert verdict(said(named, "publicity.term")["publicity.term.silent"]) == "not_yet"
