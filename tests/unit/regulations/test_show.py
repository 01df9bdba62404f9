"""What a legal officer reads: every field has words, every article is named, what is open stands at the end."""

import re
from dataclasses import fields, is_dataclass

import pytest

from ledger.regulations import model
from ledger.regulations.glossary import sections
from ledger.regulations.model import Regulation
from ledger.regulations.packaged import NAMES, packaged
from ledger.regulations.reading import read
from ledger.regulations.show import page, plain
from ledger.regulations.show.page import in_order
from ledger.regulations.show.teller import cite
from ledger.regulations.show.words import WORDS
from tests.unit.regulations.sample import TEXT, changed

TOLD_BY_THE_PAGE = {model.Regulation, model.Question, model.Erratum, model.Declaration, model.Scale}


def structs() -> list[type]:
    every = [getattr(model, name) for name in model.__all__]
    return [each for each in every if isinstance(each, type) and is_dataclass(each)]


@pytest.mark.parametrize("cls", structs())
def test_every_field_has_words_or_says_why_not(cls):
    if cls in TOLD_BY_THE_PAGE:
        return
    assert WORDS[cls].keys() == {f.name for f in fields(cls)}


@pytest.mark.parametrize(
    ("article", "item", "told"),
    [
        ("24", None, "第24条"),
        ("8", "(四)", "第8条第（四）项"),
        ("12", "(三)4", "第12条第（三）项第4目"),
        (None, None, ""),
    ],
)
def test_an_article_as_people_read_it(article, item, told):
    assert cite(article, item) == told


@pytest.mark.parametrize("name", NAMES)
class TestAPackagedOne:
    def test_every_article_is_named(self, name):
        regulation = packaged(name)
        found = set(map(int, re.findall(r"第(\d+)条", page(regulation))))
        assert found == set(range(1, regulation.articles + 1))

    def test_no_code_is_left_where_a_name_should_be(self, name):
        """Codes stand only where people need them: questions and their options, standards, grades."""
        regulation = packaged(name)
        known = {*regulation.questions, *(o for q in regulation.questions.values() for o in q.options)}
        words = set(re.findall(r"[A-Za-z][A-Za-z0-9_\-]{2,}", page(regulation)))
        assert (
            words
            - known
            - {regulation.id, regulation.version, "AAA"}
            - set(re.findall("GB[A-Z0-9/]*", page(regulation)))
            == set()
        )

    def test_every_question_and_erratum_is_told(self, name):
        regulation = packaged(name)
        told = page(regulation)
        for question in regulation.questions.values():
            assert question.text in told
            for option, text in question.options.items():
                assert f"{'●' if option == question.stored else '○'} {option}：{text}" in told
        for erratum in regulation.errata:
            assert erratum.text in told

    def test_a_draft_is_called_one(self, name):
        told = page(packaged(name)).splitlines()[1]
        assert ("草案" in told) is (packaged(name).status == "draft")


def told_of(text: str) -> str:
    return page(read(text.encode()))


def test_a_version_in_force():
    assert "sample@1/1，现行，共 7 条" in told_of(TEXT)
    assert "施行：2024-01-01（第7条）" in told_of(TEXT)


def test_firmness_is_marked():
    told = told_of(TEXT)
    assert "至多 2 个〔原则上〕" in told
    assert "基数：样本奖的名额之和〔解读，见问题 base〕" in told
    assert "不通过的可以递补／不通过的不递补〔条文未规定，由人判断并说明理由，见问题 substitute〕" in told
    text = changed("max = 5", 'max = { v = 5, source = "default", question = "base" }')
    assert "至多 5 个〔账本缺省，见问题 base〕" in told_of(text)
    text = changed("max = 5", 'max = { source = "unknown", question = "base" }')
    assert "至多（未定）个〔原值失传，见问题 base〕" in told_of(text)


def test_another_article_is_named_at_the_value():
    assert "奖金 200,000 元（第6条）" in told_of(TEXT)
    assert "每 2 年评定一次（" not in told_of(TEXT)


def test_a_citys_own_words_are_shown():
    text = changed('["evidence"]', '["kiosk_form"]') + '\n[names.document]\nkiosk_form = "窗口表格"\n'
    assert "须有：窗口表格" in told_of(text)


def test_steps_stand_behind_what_they_need():
    text = changed('id = "call"', 'id = "later"')
    regulation = read(changed('after = ["call"]', 'after = ["later"]', text=text).encode())
    order = [step.id for step in in_order(regulation)]
    assert order == list(regulation.steps)
    moved = {"public": regulation.steps["public"], **regulation.steps}
    from dataclasses import replace

    assert [step.id for step in in_order(replace(regulation, steps=moved))] == order


class TestPlain:
    def test_a_term_reads_as_in_the_file(self):
        data = plain(read(TEXT.encode()))
        assert data["steps"]["public"]["publicity"]["term"]["v"] == "5wd"
        assert data["steps"]["call"]["class"] == "call"

    def test_a_value_has_all_its_parts(self):
        data = plain(read(TEXT.encode()))
        assert data["bounds"][0]["base"] == {
            "v": ["top"],
            "article": "3",
            "item": None,
            "strength": "must",
            "source": "reading",
            "ask": None,
            "question": "base",
            "others": {"both": ["top", "person"]},
        }


def test_the_glossary_is_chinese_and_has_no_name_twice_in_a_section():
    for section, names in sections().items():
        for code, name in names.items():
            assert re.fullmatch(r"[a-z][a-z0-9_]*", code), (section, code)
            assert re.search("[\u4e00-\u9fff]", name), (section, code)
        assert len(set(names.values())) == len(names), section


def test_at_least():
    regulation: Regulation = read(TEXT.encode())
    assert regulation.at_least("major", "relatively_major") is True
    assert regulation.at_least("ordinary", "relatively_major") is False
    assert regulation.at_least("major", "major") is True
    assert regulation.at_least("serious", "major") is None
