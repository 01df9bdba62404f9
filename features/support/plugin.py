"""pytest for Chinese features: their tags are registered markers, their results are kept.

* Every tag of `tools/bdd/tags.py` is a marker, so `--strict-markers` refuses all others, those of examples included.
* Each scenario's end is written down for the trace. Workers send theirs with the report, so one process writes.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import pytest
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.scenario import scenario_wrapper_template_registry
from pytest_bdd.utils import registry_get_safe

from features.support.results import Recorder
from features.support.switch import Switch, in_force
from tools.bdd import rows, tags
from tools.bdd.results import Key, Result, Writer, from_fields, read, results_file, tree_digest

_RECORDER: Final = pytest.StashKey[Recorder]()
_SCENE: Final = pytest.StashKey[Result]()
_SWITCH: Final = pytest.StashKey[Switch]()
_KNOWN: Final = pytest.StashKey[frozenset[str]]()
_REPORTED: Final = "ledger_feature"  # the attribute that travels with a report


def pytest_addoption(parser: pytest.Parser) -> None:
    """The two switches of `features/support/switch.py`."""
    group = parser.getgroup("features")
    group.addoption("--without-rule", metavar="NAME", help="judge without this rule kind")
    group.addoption(
        "--without-deciding",
        metavar="N",
        type=int,
        help="judge each scenario without its N-th deciding rule kind",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the tags; decide what is off; the process that sees all reports keeps the results."""
    known = tags.known(rows.load(config.rootpath))
    config.stash[_KNOWN] = frozenset(known)
    for tag, meaning in known.items():
        config.addinivalue_line("markers", f"{tag}: {meaning}")
    config.stash[_SWITCH] = _switch(config)
    if not hasattr(config, "workerinput"):  # with workers, the process that started them writes
        digest = tree_digest(config.rootpath)
        config.pluginmanager.register(_Keeper(Writer(config.rootpath, digest)), "ledger-feature-results")


def _switch(config: pytest.Config) -> Switch:
    number = config.getoption("--without-deciding", default=None)
    if number is None:
        return Switch(config.getoption("--without-rule", default=None), None)
    results = read(results_file(config.rootpath, tree_digest(config.rootpath)))
    return Switch(None, {r.key: r.decided[number] for r in results if len(r.decided) > number})


# ---- what runs, and with which rules ------------------------------------------------------------------------


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With a plan, only scenarios that are in it."""
    switch = config.stash[_SWITCH]
    if switch.plan is None:
        return
    chosen = [item for item in items if (key := _key(item)) is not None and switch.runs(key)]
    config.hook.pytest_deselected(items=[item for item in items if item not in chosen])
    items[:] = chosen


@pytest.fixture
def recorder(request: pytest.FixtureRequest) -> Recorder:
    """Where the world tells what it saw."""
    made: Recorder = request.node.stash.setdefault(_RECORDER, Recorder())
    return made


@pytest.fixture
def rules_in_force(request: pytest.FixtureRequest) -> dict[str, Any]:
    """The rule kinds to judge with, by name: all of them, unless one is switched off for this scenario."""
    return in_force(_off(request.node))


def _off(item: pytest.Item) -> str | None:
    return item.config.stash[_SWITCH].off(_key(item))


def _example(item: pytest.Item) -> dict[str, str]:
    specification = getattr(item, "callspec", None)
    found: dict[str, str] = specification.params.get("_pytest_bdd_example", {}) if specification else {}
    return found


def _key(item: pytest.Item) -> Key | None:
    template = registry_get_safe(scenario_wrapper_template_registry, getattr(item, "obj", None))
    if template is None:
        return None
    return _file(template.feature, item.config), template.line_number, tuple(_example(item).items())


def _file(feature: Feature, config: pytest.Config) -> str:
    return Path(feature.filename).relative_to(config.rootpath).as_posix()


# ---- results ------------------------------------------------------------------------------------------------


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Note which scenario this item is about to run."""
    item = request.node
    marks = {mark.name for mark in item.iter_markers()} & item.config.stash[_KNOWN]  # tags of examples too
    rule = scenario.rule.tags if scenario.rule is not None else set()
    item.stash[_SCENE] = Result(
        file=_file(feature, item.config),
        line=scenario.line_number,
        name=scenario.name,
        example=_example(item),
        tags=tuple(sorted(feature.tags | rule | scenario.tags | marks)),
        without=_off(item),
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """The call says how a scenario ended; a tidying-up that fails spoils it afterwards."""
    report = yield
    scene = item.stash.get(_SCENE, None)
    if scene is not None and (report.when == "call" or report.failed):
        told = item.stash.get(_RECORDER, None) or Recorder()
        ended = replace(scene, result=report.outcome, seen=told.seen, touched=told.evaluated)
        setattr(report, _REPORTED, asdict(ended))
    return report


class _Keeper:
    """Writes what arrives with the reports, from here or from a worker."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        fields: dict[str, Any] | None = getattr(report, _REPORTED, None)
        if fields is not None:
            self._writer.write(from_fields(fields))

    def pytest_sessionfinish(self) -> None:
        self._writer.close()
