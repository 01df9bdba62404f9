"""The step sentences. Few sentences, one shape each; what differs stands in a table of field and value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pytest
from pytest_bdd import given, parsers, then, when

from features.support import values
from features.support.play import Play
from features.support.results import Recorder
from ledger.rules.kinds import Rulebook

WORD: Final = "“([^”]+)”"
NAME: Final = "“(?P<name>[^”]+)”"
TYPE: Final = "“(?P<type_>[a-z_]+)”"
WHO: Final = "“(?P<who>[^”]+)”"
DAY: Final = "“(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})”"
CODE: Final = "“(?P<code>[^”]+)”"

Table = Sequence[Sequence[str]] | None


@pytest.fixture
def play(recorder: Recorder, rules_in_force: dict[str, Any]) -> Play:
    """The scenario's play: it opens its scene when the first thing happens."""
    return Play(recorder, Rulebook(rules_in_force))


# ---- where and when ----


@given(parsers.re(f"今天是{DAY}"))
def _today(play: Play, day: str) -> None:
    play.today(day)


@given(parsers.re("适用“(?P<regulation>[a-z_]+@[a-z0-9_]+)”"))
def _regulation(play: Play, regulation: str) -> None:
    play.regulation = regulation


@given(parsers.re("工作日历已公布至“(?P<year>[0-9]{4})”年"))
def _calendars(play: Play, year: str) -> None:
    play.calendars = int(year)


@given(parsers.re("参评的有“(?P<organisations>[0-9]+)”家组织和“(?P<individuals>[0-9]+)”名个人"))
def _taking_part(play: Play, organisations: str, individuals: str) -> None:
    play.taking_part = (int(organisations), int(individuals))


@given(parsers.re("评审已依次办到“(?P<stage>[a-z_]+)”"))
def _advanced(play: Play, stage: str) -> None:
    play.scene.advance(stage)


# ---- what happened before ----


@given(parsers.re(f"已办理{TYPE}"))
def _done(play: Play, type_: str, datatable: Table = None) -> None:
    play.done(type_, None, values.changes(datatable, play.scene))


@given(parsers.re(f"{WHO}已办理{TYPE}"))
def _done_by(play: Play, who: str, type_: str, datatable: Table = None) -> None:
    play.done(type_, who, values.changes(datatable, play.scene))


@given(parsers.re(f"已转录{WHO}{DAY}的{TYPE}"))
def _entered(play: Play, who: str, day: str, type_: str, datatable: Table = None) -> None:
    play.entered(type_, who, day, values.changes(datatable, play.scene))


# ---- the act in question ----


@when(parsers.re(f"办理{TYPE}"))
def _act(play: Play, type_: str, datatable: Table = None) -> None:
    play.act(type_, None, values.changes(datatable, play.scene))


@when(parsers.re(f"{WHO}办理{TYPE}"))
def _act_by(play: Play, who: str, type_: str, datatable: Table = None) -> None:
    play.act(type_, who, values.changes(datatable, play.scene))


@when(parsers.re(f"转录{WHO}{DAY}的{TYPE}"))
def _enter(play: Play, who: str, day: str, type_: str, datatable: Table = None) -> None:
    play.enter(type_, who, day, values.changes(datatable, play.scene))


@when(parsers.re(f"知悉{CODE}后转录{WHO}{DAY}的{TYPE}"))
def _enter_knowing(play: Play, code: str, who: str, day: str, type_: str, datatable: Table = None) -> None:
    play.enter(type_, who, day, values.changes(datatable, play.scene), code.split("、"))


@when(parsers.re(f"{WHO}受{NAME}委托办理{TYPE}"))
def _act_for(play: Play, who: str, name: str, type_: str, datatable: Table = None) -> None:
    play.act(type_, who, values.changes(datatable, play.scene), for_=name)


@when(parsers.re(f"时间到了{DAY}"))
def _time_passes(play: Play, day: str) -> None:
    play.wait(day)


# ---- what comes of it ----


@then("予以受理")
def _accepted(play: Play) -> None:
    play.is_accepted(findings=())


@then(parsers.re(f"予以受理，并提示{CODE}"))
def _flagged(play: Play, code: str) -> None:
    play.is_accepted(findings=code.split("、"))


@then(parsers.re(f"予以受理，没有提示{CODE}"))
def _not_flagged(play: Play, code: str) -> None:
    play.is_accepted(without=code)


@then(parsers.re(f"拒绝，代码{CODE}，依据第“(?P<article>[^”]+)”条"))
def _refused(play: Play, code: str, article: str) -> None:
    play.is_refused(code, article)


@then(parsers.re(f"拒绝，代码{CODE}"))
def _refused_by_ledger(play: Play, code: str) -> None:
    play.is_refused(code, None)


@then(parsers.re("拒绝类别为“(?P<class_>[a-z_]+)”"))
def _class(play: Play, class_: str) -> None:
    play.class_is(class_)


@then(parsers.re(f"须先知悉{CODE}才能转录"))
def _must_acknowledge(play: Play, code: str) -> None:
    play.must_acknowledge(code.split("、"))


@then(parsers.re(f"审计发现{CODE}"))
def _found(play: Play, code: str) -> None:
    play.audit_finds(code.split("、"))


@then(parsers.re(f"审计发现{CODE}，其中写明“(?P<words>[^”]+)”"))
def _found_saying(play: Play, code: str, words: str) -> None:
    play.audit_finds([code], words)


@then(parsers.re(f"审计没有发现{CODE}写明“(?P<words>[^”]+)”的问题"))
def _not_found_saying(play: Play, code: str, words: str) -> None:
    play.audit_does_not_find(code, words)


@then(parsers.re(f"审计没有发现{CODE}"))
def _not_found(play: Play, code: str) -> None:
    play.audit_does_not_find(code)


@then(parsers.re(f"公示的最后一日为{DAY}"))
def _last_day(play: Play, day: str) -> None:
    play.last_day_is(day)


@then("账本没有新增其他记录")
def _nothing_else(play: Play) -> None:
    play.nothing_else()
