"""What people read: every code has its sentences, nothing in them is English, nothing unknown."""

import ast
import re
from pathlib import Path

import pytest

import ledger.rules.life
from ledger.audit import verify
from ledger.audit.report import sentence
from ledger.audit.wording import NAMES, WORDS
from ledger.errors import CATALOGUE
from ledger.errors.details import DETAILS
from tests.support import folders
from tests.support.lives import random_life
from tests.support.spoiling import spoil

FORMAT = Path(__file__).parents[2] / "docs" / "format.md"


def codes_of_the_format():
    text = FORMAT.read_text("utf-8")
    table = text[text.index("## 16 ") : text.index("## 17 ")]
    return dict(re.findall(r"^\| `([a-z_]+)`[^|]*\|[^|]*\| ([FD]) \|", table, re.MULTILINE))


def test_every_code_of_the_format_has_sentences():
    codes = codes_of_the_format()
    assert len(codes) > 45
    reserved = {"clock_corrected"}
    assert codes.keys() - CATALOGUE.keys() <= reserved
    for code, effect in codes.items():
        if code not in reserved:
            assert CATALOGUE[code].kind == {"F": "failure", "D": "doubt"}[effect], code


def test_every_detail_that_the_rules_name_is_put_into_chinese():
    """Phrases in the modules whose failures tell a detail; docstrings and patterns are none."""
    named = set()
    for name in ("founding", "references", "judge"):
        tree = ast.parse((Path(ledger.rules.life.__file__).parent / f"{name}.py").read_text("utf-8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        named |= {
            node.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docs
            and re.fullmatch(r"[a-z][A-Za-z' ,/-]* [A-Za-z' ,/0-9-]+", node.value)
        }
    assert len(named) > 20
    assert named <= DETAILS.keys()


@pytest.mark.parametrize("seed", range(25))
def test_sentences_are_whole_and_chinese(seed, tmp_path):
    maker = random_life(seed % 5, steps=25)
    report = verify(folders.write(spoil(maker, seed), tmp_path), anchors=[maker.anchor()], as_of=maker.now)
    for fault in (*report.faults, *report.remarks):
        told = sentence(fault)
        assert told.endswith("。")
        assert "未知" not in told, fault
        if fault.code not in (
            "not_canonical",
            "not_an_act",
            "too_long",
        ):  # these tell a programmer what is wrong
            assert not re.search(r"[A-Za-z]+ [A-Za-z]+ ", told), told
    text = report.text()
    for verdict, word in report.verdicts.items():
        assert f"{NAMES[verdict]}：{WORDS[word]}" in text


def test_authority_never_reads_as_if_rules_had_been_judged(tmp_path):
    maker = random_life(1)
    text = verify(maker.write(tmp_path), anchors=[maker.anchor()], as_of=maker.now).text()
    assert "规则未评判" in text


def test_many_failures_are_not_all_put_on_a_screen(tmp_path):
    maker = random_life(1)
    for number in range(300):
        maker.append(b"x%d" % number)
    report = verify(maker.write(tmp_path), anchors=[maker.anchor()], as_of=maker.now)
    assert len(report.json()["failures"]) > 300
    assert len(report.text().splitlines()) < 260
    assert "其余" in report.text()


def test_moments_far_away(tmp_path):
    maker = random_life(1, steps=1)
    folder = maker.write(tmp_path)
    for moment in (0, -(10**18), 10**30):
        assert verify(folder, as_of=moment).text()
