"""From a file to the model: short and long forms say the same, and every mistake is told with its line."""

import tomllib
from typing import Any

import pytest

from ledger.errors import LedgerError
from ledger.regulations.model import Adverse, Regulation
from ledger.regulations.packaged import NAMES, packaged_bytes
from ledger.regulations.reading import Mistake, examine, read
from ledger.regulations.show import plain
from ledger.regulations.value import Term, Value
from tests.unit.regulations.sample import TEXT, changed, line


def mistakes(text: str) -> list[Mistake]:
    return list(examine(text.encode())[1])


def whole(text: str = TEXT) -> Regulation:
    return read(text.encode())


class TestWhatIsRead:
    def test_a_value_takes_article_and_item_of_its_entry(self):
        assert whole().criteria[0].years == Value(3, "2", "(一)")

    def test_an_article_of_its_own_leaves_the_entrys_item_behind(self):
        text = changed("years = 3\n", 'years = { v = 3, article = "5" }\n')
        assert whole(text).criteria[0].years == Value(3, "5")

    def test_what_lies_in_an_entry_takes_its_place(self):
        regulation = whole()
        publicity = regulation.steps["public"].publicity
        assert publicity is not None
        assert publicity.term == Value(Term(5, "working_days"), "4")
        scoring = regulation.steps["composite"].scoring
        assert scoring is not None
        assert [(w.kind, w.article, w.of) for w in scoring.weights] == [
            ("organisation", "3", {"material": "0.25", "onsite": "0.75"}),
            ("individual", "3", {"material": "1"}),
        ]
        assert regulation.criteria[1].instead[0].item == "(二)"

    def test_a_reading_keeps_what_other_options_say(self):
        base = whole().bounds[0].base
        assert base is not None
        assert (base.source, base.question, base.others) == (
            "reading",
            "base",
            (("both", ("top", "person")),),
        )

    def test_a_silent_value_has_none(self):
        publicity = whole().steps["public"].publicity
        assert publicity is not None
        assert publicity.substitution == Value(None, "4", source="silent", ask="human", question="substitute")

    def test_lists_with_ids_become_tables_in_the_order_of_the_file(self):
        assert list(whole().steps) == [
            "call", "apply", "material", "shortlist", "onsite", "composite", "public",
        ]  # fmt: skip

    def test_names_that_python_reserves(self):
        assert whole().steps["call"].class_ == "call"

    def test_structs_within_lists(self):
        assert whole().criteria[1].clean == (
            Adverse(("quality_accident",), min_level="major"),
            Adverse(("breach",)),
        )

    @pytest.mark.parametrize(
        ("short", "long"),
        [
            ("every = 2", "every = { v = 2 }"),
            ("every = 2", 'every = { v = 2, article = "1", strength = "must", source = "text" }'),
            ('term = "5wd"', 'term = { v = "5wd" }'),
            ('by = "office"', 'by = ["office"]'),
            ('by = "office"', 'by = { v = "office" }'),
            ('length = "2ed"', 'length = { v = "2ed" }'),
            ('due_day = "03-31"', 'due_day = { v = "03-31" }'),
            ("min = 3", "min = { v = 3 }"),
        ],
    )
    def test_short_and_long_forms_say_the_same(self, short, long):
        assert whole(changed(short, long)) == whole()

    def test_values_of_the_text_itself(self):
        assert whole().effective == Value("2024-01-01", "7")
        assert whole().expiry == Value("2028-12-31", "7")

    def test_strength(self):
        assert whole().categories["person"].max == Value(2, "1", strength="principle")

    @pytest.mark.parametrize(
        ("text", "term"),
        [
            ("1nd", Term(1, "natural_days")),
            ("60wd", Term(60, "working_days")),
        ],
    )
    def test_terms(self, text, term):
        publicity = whole(changed('"5wd"', f'"{text}"')).steps["public"].publicity
        assert publicity is not None
        assert publicity.term.v == term

    def test_bytes_as_windows_writes_them(self):
        assert read(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()) == whole()

    def test_a_citys_own_words(self):
        text = changed('["evidence"]', '["kiosk_form"]') + '\n[names.document]\nkiosk_form = "窗口表格"\n'
        assert whole(text).names == {"document": {"kiosk_form": "窗口表格"}}


def unread(written: Any, found: Any, path: str = "") -> list[str]:
    """Where something stands in a file that the model does not hold as it stands."""
    if isinstance(found, dict) and "others" in found and not isinstance(written, dict):
        return unread(written, found["v"], path)  # the short form of a value
    if isinstance(written, dict):
        return [each for key, part in written.items() for each in unread(part, found[key], f"{path}.{key}")]
    if isinstance(written, list):
        parts = list(found.values()) if isinstance(found, dict) else found
        assert len(parts) == len(written), path
        return [each for n, part in enumerate(written) for each in unread(part, parts[n], f"{path}[{n}]")]
    return [] if found in (written, [written]) else [f"{path}: {written} {found}"]


@pytest.mark.parametrize(
    "text", [TEXT, *(packaged_bytes(name).decode() for name in NAMES)], ids=["sample", *NAMES]
)
def test_everything_that_is_written_is_read(text):
    assert unread(tomllib.loads(text), plain(whole(text))) == []


# Written instead of what; the place, a word of what was expected, what is told to stand there, what is proposed;
# where not on the line of what was written, the line that is told.
WRONG = [
    ('term = "5wd"', 'term = "5 days"', "步骤 public 的 publicity.term", "期限", "“5 days”", "5nd"),
    ('term = "5wd"', 'term = "10个工作日"', "步骤 public 的 publicity.term", "期限", "“10个工作日”", "10wd"),
    ('term = "5wd"', 'term = "0wd"', "步骤 public 的 publicity.term", "期限", "“0wd”", None),
    ('term = "5wd"', "term = 5", "步骤 public 的 publicity.term", "期限", "5", None),
    ('term = "5wd"', 'term = "5ed"', "步骤 public 的 publicity.term", "工作日", "“5 届”", None),
    ("every = 2", 'every = "2"', "周期 的 every", "整数", "“2”", None),
    ("every = 2", "every = true", "周期 的 every", "整数", "true", None),
    ("every = 2", "every = -1", "周期 的 every", "整数", "-1", None),
    ("every = 2", "evry = 2", "周期 的 evry", "可用的键", "“evry”", "every"),
    ("every = 2", "evry = 2", "周期 的 every", "必须写明", "空缺", None, "[cycle]"),
    ("max = 5", "max = { v = 5, srength = 1 }", "奖项 top 的 max.srength", "strength", "“srength”", "strength"),
    ("max = 5", 'max = { v = 5, strength = "mus" }', "奖项 top 的 max.strength", "principle", "“mus”", "must"),
    ("max = 5", 'max = { v = 5, source = "defult" }', "奖项 top 的 max.source", "default", "“defult”", "default"),
    ("max = 5", 'max = { source = "silent" }', "奖项 top 的 max.ask", "ask、human、note", "空缺", None),
    ("max = 5", 'max = { v = 5, source = "silent", ask = "ask" }', "奖项 top 的 max.v", "不写 v", "5", None),
    ("max = 5", 'max = { v = 5, ask = "ask" }', "奖项 top 的 max.ask", "不写 ask", "“ask”", None),
    ("max = 5", 'max = { source = "unknown", ask = "human" }', "奖项 top 的 max.ask", "ask 或不写", "“human”", None),
    ("max = 5", 'max = { v = 5, source = "reading" }', "奖项 top 的 max.question", "问题编号", "空缺", None),
    ("max = 5", "max = { v = 5, others = { x = 4 } }", "奖项 top 的 max.question", "问题编号", "空缺", None),
    ("max = 5", 'max = { article = "1" }', "奖项 top 的 max.v", "值", "空缺", None),
    ("max = 5", "max = [5]", "奖项 top 的 max", "整数", "一个列表", None),
    ('v = "200000"', "v = 200000", "奖项 top 的 prize.v", "带引号的文字", "200000", None),
    ('v = "200000"', 'v = "20万"', "奖项 top 的 prize.v", "小数", "“20万”", None),
    ('kind = "individual"', 'kind = "person"', "奖项 person 的 kind", "individual、project", "“person”", None),
    ('kind = "individual"', 'kind = "individuals"', "奖项 person 的 kind", "project", "“individuals”", "individual"),
    ('article = "4"', 'article = "第四条"', "步骤 public 的 article", "条号", "“第四条”", None),
    ('article = "4"\n', "", "步骤 public 的 article", "条号", "空缺", None, '[[steps]]\nid = "public"'),
    ('item = "(一)"', 'item = "（一）"', "条件 age 的 item", "项号", "“（一）”", None),
    ('due_day = "03-31"', 'due_day = "02-30"', "义务 report 的 legs[1].due_day", "月日", "“02-30”", None),
    ('"2024-01-01"', '"2023-02-29"', "effective", "日期", "“2023-02-29”", None),
    ('status = "in_force"', 'status = "inforce"', "status", "draft、in_force", "“inforce”", "in_force"),
    ('id = "apply"', 'id = "call"', "步骤 call 的 id", "未用过的 id", "“call”", None, 'id = "call"\nname = "申报"'),
    ('id = "apply"\n', "", "步骤第 2 项 的 id", "必须写明", "空缺", None, '[[steps]]\nname = "申报"'),
    ('order = ["ordinary", "relatively_major", "major"]', "order = 1", "等级 accident 的 order", "一个列表", "1", None),
    ('["media", "website"]', '["media", "media"]', "步骤 call 的 channels.any", "互不重复", "有重复项", None),
    ("need = [{ what", "need = [{ waht", "步骤 apply 的 need[1].waht", "可用的键", "“waht”", "what"),
    ("[cycle]", "[[cycle]]", "周期", "一个表", "一个列表", None),
]  # fmt: skip


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[1] or case[0]} {case[2]}")
def test_a_mistake_is_told_with_its_place(case):
    old, new, path, expected, found, near, *at = case
    text = changed(old, new)
    told = mistakes(text)
    mistake = next((m for m in told if m.path == path and expected in m.expected), None)
    assert mistake is not None, [m.sentence for m in told]
    assert (mistake.found, mistake.near) == (found, near)
    assert mistake.line == line(at[0] if at else new, text)
    assert mistake.sentence.startswith(f"第 {mistake.line} 行 {path}：应为")


ALONE = [case for case in WRONG if len(case) == 6 and "evry" not in str(case[1])]


@pytest.mark.parametrize("case", ALONE, ids=lambda case: f"{case[1] or case[0]} {case[2]}")
def test_a_mistake_draws_no_others(case):
    """It may be told from two sides, on one line. (A lost id, or a misspelt key, is missed elsewhere too.)"""
    text = changed(case[0], case[1])
    assert len({m.line for m in mistakes(text)}) == 1, [m.sentence for m in mistakes(text)]


def test_the_sample_has_no_mistake():
    assert mistakes(TEXT) == []


def test_all_mistakes_come_at_once_in_the_order_of_lines():
    text = changed('term = "5wd"', "term = 5")
    text = changed("every = 2", 'every = "two"', text=text)
    text = changed('"honour:award"', '"honour:prize"', text=text)
    told = mistakes(text)
    assert [m.path for m in told] == ["周期 的 every", "步骤 public 的 publicity.term", "限制 again 的 on"]
    assert [m.line for m in told] == [line(x, text) for x in ('every = "two"', "term = 5", '"honour:prize"')]


def test_the_error_tells_them_all():
    text = changed("every = 2", "every = 2\nlength = 1")
    with pytest.raises(LedgerError) as caught:
        read(text.encode())
    assert caught.value.code == "regulation_unreadable"
    assert caught.value.facts["mistakes"] == [
        {
            "line": line("length = 1", text),
            "path": "周期 的 length",
            "expected": "此处可用的键",
            "found": "“length”",
            "near": None,
            "message": f"第 {line('length = 1', text)} 行 周期 的 length：应为此处可用的键，现为“length”",
        }
    ]
    assert str(caught.value.facts["count"]) in caught.value.message


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ('id = "a"\nb = \n', 2, "值"),
        ('id = "a"\nid = "b"\n', 2, "只写一次的键"),
        ("a = 1\n\nb = [1,\n2\n", 5, "有结尾方括号"),
        ('a = "open\nb = 1\n', 1, "同一行内结束"),
        ("a 1\n", 1, "键 = 值"),
        ("a = 1 b = 2\n", 1, "一行只写一项"),
        ("[t]\n[t]\n", 2, "只写一次的表"),
    ],
)
def test_what_is_not_toml(text, line, expected):
    (mistake,) = mistakes(text)
    assert mistake.line == line
    assert expected in mistake.expected


def test_other_encodings():
    (mistake,) = examine("id = 'a'\ntitle = '样本'\n".encode("gb18030"))[1]
    assert (mistake.line, mistake.expected) == (2, "UTF-8 编码的文字")


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"[" * 2000, b"a = " + b"[" * 2000, b"steps = 3", b"names = 3\nroles = [1]"]
)
def test_anything_at_all_gives_mistakes_and_no_fall(data):
    _, told = examine(data)
    assert told
    assert all(mistake.line >= 1 for mistake in told)
