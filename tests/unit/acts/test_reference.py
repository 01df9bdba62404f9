"""docs/acts.md: made again it is the same, and it names every type, field and map inside."""

import re
from pathlib import Path

from ledger.acts.registry import TYPES
from tools import acts_reference

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "acts.md").read_text("utf-8")


def test_the_page_is_what_the_software_checks():
    assert acts_reference.text() == PAGE, "run python -m tools.acts_reference"


def test_every_type_and_field_is_there():
    for kind in TYPES:
        section = PAGE.partition(f"\n### `{kind.name}` version {kind.v}\n")[2].partition("\n##")[0]
        assert re.findall(r"^\| `([a-z_]+)` \|", section, re.MULTILINE) == sorted(kind.fields), kind.name


def test_every_type_stands_under_its_phase():
    """No module of types is left out of the page, and none stands there twice."""
    phases = {kind.struct.__module__.removeprefix("ledger.acts.") for kind in TYPES}
    assert phases == acts_reference.PHASES.keys()
    headings = re.findall(r"^### `([a-z_]+)` version", PAGE, re.MULTILINE)
    assert sorted(headings) == [kind.name for kind in TYPES]


def test_maps_inside_are_explained():
    explained = re.findall(r"^### ([A-Z]\w+)$", PAGE, re.MULTILINE)
    assert explained == sorted(set(explained))
    assert {"Breach", "Channel", "Fact", "Motion", "Opening", "Recovery", "RecoveryKey"} <= set(explained)
    named = set(
        re.findall(
            r"(?:list of |\| \**)([A-Z][a-z]+(?:[A-Z][a-z]+)*)\b",
            " ".join(re.findall(r"^\| `.*", PAGE, re.MULTILINE)),
        )
    )
    assert named == set(explained)


def test_what_a_type_says_of_itself_stands_there():
    assert "The entry does not say what the paper says." in PAGE
    assert "(application: " not in PAGE, "a signature is no explanation"
