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


def test_maps_inside_are_explained():
    explained = set(re.findall(r"^### ([A-Z]\w+)$", PAGE, re.MULTILINE))
    assert explained == {
        "Breach",
        "Duties",
        "Founder",
        "KeyObject",
        "Opening",
        "Predecessor",
        "Recovery",
        "RecoveryKey",
    }
    named = set(
        re.findall(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)*\b", " ".join(re.findall(r"^\| `.*", PAGE, re.MULTILINE)))
    )
    assert named <= explained
