"""What holds for the room of rules as a whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import ledger.rules
from ledger.regulations.packaged import NAMES, packaged
from ledger.rules.kinds import ALL_RULES
from ledger.rules.sentences import SENTENCES

ROOM = Path(ledger.rules.__file__).parent
CITIES = ("nantong", "qinhuangdao", "ouhai", "zhongmu", "jinzhong", "南通", "秦皇岛", "瓯海", "中牟", "晋中")


def texts() -> Iterator[tuple[Path, str]]:
    """Every string of the room that is no docstring."""
    for path in sorted(ROOM.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield path, node.value


def test_no_rule_knows_a_city_a_tier_or_an_article() -> None:
    tiers = {category.tier for name in NAMES for category in packaged(name).categories.values()}
    categories = {id_ for name in NAMES for id_ in packaged(name).categories}
    for path, text in texts():
        where = f"{path.relative_to(ROOM)}: {text!r}"
        assert not any(city in text for city in CITIES), where
        assert text not in categories | (tiers - {"award"}), where
        assert not re.search(r"第[0-9一二三四五六七八九十]+条", text), where


@pytest.mark.parametrize("said", sorted(SENTENCES))
def test_sentences_are_chinese(said: str) -> None:
    """No English word, no slot that looks like an id; each says what would be accepted."""
    sentence = SENTENCES[said]
    for text in (sentence.says, sentence.accepts):
        plain = re.sub(r"\{[a-z_]+\}", "", text)
        assert not re.search(r"[A-Za-z]{2,}", plain.replace("XLSX", "")), text
        assert text.endswith(("。", "？")), text
    assert said.split(".")[0] + "." in {name.split(".")[0] + "." for name in ALL_RULES}, said


def test_every_rule_is_named_as_in_the_plan() -> None:
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in ALL_RULES)
