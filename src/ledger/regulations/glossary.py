"""Codes of regulations in Chinese: one table for all texts, and each file's own `names` before it.

Only for people to read and to catch misspelt codes: nothing is judged by it. What is worse or higher than what
stands in a file's own `scales`, so that a replay never depends on what is installed.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ledger.regulations.marks import NEED_SECTIONS
from ledger.regulations.model import Regulation


@cache
def sections() -> dict[str, dict[str, str]]:
    """Section → code → name."""
    text = (files("ledger.regulations") / "glossary.toml").read_text("utf-8")
    found: dict[str, dict[str, str]] = tomllib.loads(text)
    return found


def words(section: str, names: dict[str, dict[str, str]] | None = None) -> dict[str, str]:
    """Code → name of a section; `names` of a file go first. What an act must carry stands in four sections."""
    found: dict[str, str] = {}
    for each in NEED_SECTIONS if section == "need" else (section,):
        found |= sections().get(each, {})
        found |= (names or {}).get(each, {})
    return found


def called(section: str, code: str, regulation: Regulation | None = None) -> str:
    """The name of a code; the code itself where nobody gave it one."""
    if regulation is None or not regulation.names:
        return _of_all(section).get(code, code)
    return words(section, regulation.names).get(code, code)


@cache
def _of_all(section: str) -> dict[str, str]:
    return words(section)
