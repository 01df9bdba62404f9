"""Which version rules what outlives a cycle."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ledger.regulations.model import Regulation
from ledger.regulations.packaged import packaged
from ledger.rules.duties import duties
from ledger.rules.procedure.state import Procedure
from ledger.rules.versions import in_force, ruling
from tests.unit.rules.acts import act
from tests.unit.rules.test_duties import adopted, conferred, made

OLD = packaged("nantong@2023")
NEW = replace(OLD, version="2025")
VERSIONS = (adopted(OLD, "2017-02-01", "2024-12-31"), adopted(NEW, "2025-01-01"))


def two(*acts: object, new: Regulation = NEW) -> Procedure:
    versions = (VERSIONS[0], adopted(new, "2025-01-01"))
    return made(*acts, versions=versions)  # type: ignore[arg-type]  # acts


@pytest.mark.parametrize(
    ("day", "version"),
    [("2017-01-31", None), ("2017-02-01", "2023"), ("2024-12-31", "2023"), ("2025-01-01", "2025")],
)
def test_in_force(day: str, version: str | None) -> None:
    found = in_force(two(), "nantong", day)
    assert (found.regulation.version if found else None) == version
    assert in_force(two(), "zhongmu", day) is None


def test_the_honour_is_used_by_the_version_of_the_day_duties_stay_with_the_award() -> None:
    own = VERSIONS[0]
    assert ruling(two(), own, "honour_use", "2025-05-01").regulation.version == "2025"
    assert ruling(two(), own, "honour_use", "2024-05-01").regulation.version == "2023"
    assert ruling(two(), own, "duties", "2025-05-01").regulation.version == "2023"


def test_a_recorded_decision_goes_before_the_text() -> None:
    decided = act(
        "transition_decided", family="honour_use", regulation="nantong@2023", **{"from": "2025-06-01"}
    )
    own = VERSIONS[0]
    assert ruling(two(decided), own, "honour_use", "2025-05-31").regulation.version == "2025"
    assert ruling(two(decided), own, "honour_use", "2025-06-01").regulation.version == "2023"


def test_duties_by_the_version_of_their_last_day_if_a_reading_says_so() -> None:
    """Reports due from 2025 on fall under the new version, which wants them by the end of June."""
    reading = act(
        "interpretation_issued", article="37", question="nt-37-duties", option="due_day", reading="read0001",
        regulation="nantong@2025", valid_from="2025-01-01",
    )  # fmt: skip
    report = OLD.duties["annual_report"]
    legs = tuple(replace(leg, due_day=replace(leg.due_day, v="06-30")) for leg in report.legs if leg.due_day)
    new = replace(NEW, duties={**OLD.duties, "annual_report": replace(report, legs=legs)})

    def due(state: Procedure) -> list[tuple[str, str]]:
        return [
            (o.regulation.version, o.due.day)
            for o in duties(state, "2025-02-01")
            if o.duty.id == "annual_report" and o.is_first_leg and o.due is not None
        ]

    assert due(two(conferred(), new=new)) == [
        ("2023", "2024-04-01"),
        ("2023", "2025-03-31"),
        ("2023", "2026-03-31"),
    ]
    assert due(two(conferred(), reading, new=new)) == [
        ("2023", "2024-04-01"),
        ("2025", "2025-06-30"),
        ("2025", "2026-06-30"),
    ]
