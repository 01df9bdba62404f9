"""Codes as programs use them: each one that is raised has its sentences, and each that has them is used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ledger.errors import CATALOGUE
from tools import codes

ROOT = Path(__file__).resolve().parents[3]
# Of the format, for types that this version does not take in yet.
RESERVED = {"wrong_count", "erased_but_kept"}
# Where a call says its code: the number of the argument.
SAYS = {"LedgerError": 0, "BreachFound": 0, "Fault": 2}


def sources() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((ROOT / "src" / "ledger").rglob("*.py")):
        if "catalogue" not in path.parts:
            yield path, ast.parse(path.read_text("utf-8"))


def said() -> dict[str, str]:
    """Code → a place that says it, for calls that say it as a plain text."""
    found = {}
    for path, tree in sources():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", None))
            at = SAYS.get(name or "")
            if at is not None and len(node.args) > at:
                argument = node.args[at]
                branches = [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]
                for each in branches:
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        found[each.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def texts() -> set[str]:
    """Every text that stands anywhere in the code."""
    return {
        node.value
        for _, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_page_is_what_the_software_says():
    page = (ROOT / "docs" / "codes.md").read_text("utf-8")
    assert page == codes.text(), "run python -m tools.codes"


def test_the_page_has_every_code_once():
    page = codes.text()
    assert sorted(re.findall(r"^\| `([a-z0-9_]+)` \|", page, re.MULTILINE)) == sorted(CATALOGUE)
    assert set(re.findall(r"^\| ([a-z]+) \| [a-z]", page, re.MULTILINE)) >= {
        e.kind for e in CATALOGUE.values()
    }


def test_every_code_that_is_said_has_its_sentences():
    unknown = {code: place for code, place in said().items() if code not in CATALOGUE}
    assert unknown == {}


def test_every_code_with_sentences_is_used():
    assert CATALOGUE.keys() - texts() == RESERVED


def test_the_scan_sees_what_it_should():
    """Were the scan blind, the two tests above would say nothing."""
    found = said()
    assert len(found) > 100
    assert {"not_canonical", "bad_checkpoint", "store_closed", "founding_wrong"} <= found.keys()


def format_codes() -> dict[str, str]:
    """The table of failure codes in docs/format.md §16: code → effect."""
    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    table = page.partition("## 16 ")[2].partition("\n## ")[0]
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in table.splitlines()
        if line.startswith("| `")
    ]
    return {row[0].split("`")[1]: row[2] for row in rows}


@pytest.mark.parametrize("code", sorted(format_codes()))
def test_a_failure_code_of_the_format_has_its_kind(code):
    if code == "clock_corrected":
        return  # reserved, and its type waits
    assert CATALOGUE[code].kind == {"F": "failure", "D": "doubt"}[format_codes()[code]]


def test_the_formats_table_was_read():
    assert len(format_codes()) > 40


def test_cells_cannot_break_the_table():
    assert codes._cell("a|b<c>&*d_e") == "a\\|b&lt;c>&amp;\\*d\\_e"
    for line in codes.text().splitlines():
        if line.startswith("| `"):
            assert len(re.split(r"(?<!\\)\|", line)) == 7
