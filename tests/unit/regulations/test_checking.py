"""Cross checks: each slip in an otherwise whole regulation is found, told with its place, and draws no others."""

import pytest

from ledger.regulations.checking.versions import overlapping
from ledger.regulations.reading import examine, read
from tests.unit.regulations.sample import TEXT, changed, line

TWICE = """[[criteria.instead]]
id = "x"
name = "又一"
option = "either"
judged = "gravity"
[[criteria.instead]]"""

# Written instead of what; the place; a part of what is told; what is proposed.
WRONG = [
    # codes
    ('by = "office"', 'by = "ofice"', "步骤 call 的 by", "已有的角色", "office"),
    ('bearer = "holder"', 'bearer = "owner"', "义务 report 的 legs[1].bearer", "已有的角色", None),
    ('after = ["call"]', 'after = ["cal"]', "步骤 apply 的 after[1]", "已有的步骤", "call"),
    ('admits = "shortlist"', 'admits = "short_list"', "步骤 onsite 的 admits", "已有的步骤", "shortlist"),
    ('step = "shortlist"', 'step = "list"', "数量限制 ratio 的 step", "已有的步骤", "shortlist"),
    ('v = ["top"]', 'v = ["tops"]', "数量限制 ratio 的 base.v[1]", "已有的奖项", "top"),
    ('both = ["top", "person"]', 'both = ["persons"]',
     "数量限制 ratio 的 base.others.both[1]", "已有的奖项", "person"),
    ('question = "base"', 'question = "basis"', "数量限制 ratio 的 base.question", "已有的问题", "base"),
    ('question = "and"', 'question = "und"', "条件 clean 的 question", "已有的问题", "and"),
    ('min_level = "major"', 'min_level = "mayor"', "条件 clean 的 clean[1].min_level", "已有的等级", "major"),
    ('min_level = "major"', 'authority = "city"', "条件 clean 的 clean[1].authority", "已有的等级", None),
    ('kinds = ["quality_accident"]', 'kinds = ["accident"]',
     "条件 clean 的 clean[1].kinds[1]", "不良", "quality_accident"),
    ('span = "operation"', 'span = "operations"', "条件 age 的 span", "事实", "operation"),
    ('what = ["evidence"]', 'what = ["evidences"]', "步骤 apply 的 need[1].what[1]", "须附", "evidence"),
    ('["media", "website"]', '["media", "web"]', "步骤 call 的 channels.any[2]", "发布渠道", "website"),
    ('act = "annual_report_filed"', 'act = "annual_report"', "义务 report 的 legs[1].act", "", "annual_report_filed"),
    ('opened_by = "award_conferred"', 'opened_by = "award_confered"',
     "义务 report 的 opened_by", "行为", "award_conferred"),
    ('opened_by = "award_conferred"', 'opened_by = "award_revoked:fraud"', None, None, None),
    ('opened_by = "award_conferred"', 'opened_by = "award_revoked:fraut"', "义务 report 的 opened_by",
     "冒号后", "award_revoked:fraud"),
    ('act = "annual_report_filed"', 'act = "annual_report_filed:forwarded"', None, None, None),
    # steps
    ('after = ["call"]', 'after = ["composite"]', "步骤 apply 的 after", "绕成一圈", None),
    ('after = ["call"]', "", "步骤 call", "走不到", None),
    ('admits = "shortlist"', 'admits = "public"', "步骤 onsite 的 admits", "先于本步骤", None),
    ('of = { material = "1" }', 'of = { onsite = "1" }', "步骤 composite 的 scoring.weights[2].of.onsite", "", None),
    ('material = "0.25"', 'public = "0.25"',
     "步骤 composite 的 scoring.weights[1].of.public", "先于 composite", None),
    ('before = "cycle_closed"', 'before = "cycle_close"', "义务 report 的 before", "步骤或行为", "cycle_closed"),
    # entries
    ('onsite = "0.75"', 'onsite = "0.70"', "步骤 composite 的 scoring.weights[1].of", "合计为 0.95", None),
    ('kind = "individual"\nof', 'kind = "organisation"\nof', "步骤 composite 的 scoring.weights", "每类", None),
    ("panel = { min = 3", "panel = { min = 6", "步骤 material 的 panel.min", "不大于 max（5）", None),
    ('[steps.publicity]\nterm = "5wd"', '[steps.meeting]\nvote = true', "步骤 public 的 publicity", "写明", None),
    ('class = "composite"', 'class = "material"', None, None, None),
    ('class = "material"', 'class = "composite"', "步骤 material 的 scoring", "权重", None),
    ('on = "honour:award"', 'on = "honour:awards"', "限制 again 的 on", "奖项等次", "honour:award"),
    ('on = "honour:award"', 'on = "honor:award"', "限制 again 的 on", "honour:any", None),
    ('on = "honour:award"', 'on = "honour:award#2"', None, None, None),
    ('on = "ground:fraud"', 'on = "ground:frauds"', "限制 after_fraud 的 on", "撤销情形", "ground:fraud"),
    ('length = "2ed"', 'length = "2wd"', "限制 again 的 length", "年（y）、月（mo）、届（ed）", None),
    ('length = "2ed"', 'length = "2ed"\nuntil_decision = true', "限制 again", "至多其一", None),
    ('length = "2ed"', 'length = "2ed"\neffect = "be_listed"', "限制 again 的 tier", "奖项等次", None),
    ('due_day = "03-31"', 'due_day = "03-31"\ndue = "30nd"', "义务 report 的 legs[1].due_day", "至多其一", None),
    ('due_day = "03-31"', 'due = "2ed"', "义务 report 的 legs[1].due", "单位为", None),
    ('ratio = "1.5"', "", "数量限制 ratio", "max、min、ratio", None),
    ('step = "shortlist"\n', "", "数量限制 ratio 的 ratio", "base（基数）", None),
    ('["ordinary", "relatively_major", "major"]', '["major"]', "等级 accident 的 order", "两个", None),
    ("max = 5", "max = 5\nmin = 6", "奖项 top 的 min", "不大于 max", None),
    ("years = 3\n", "", "条件 age 的 years", "年数", None),
    ('span = "operation"', "", "条件 age", "一个也没有", None),
    ('span = "operation"', 'span = "operation"\njudged = "gravity"', "条件 age", "span、judged", None),
    ('span = "operation"', 'span = "operation"\nwindow = 3', "条件 age 的 window", "holds", None),
    ('option = "either"\n', "", "条件 clean 的 instead[1].option", "选项", None),
    ('span = "operation"', 'span = "operation"\noption = "x"', "条件 age 的 option", "只在 instead 内", None),
    ("[[criteria.instead]]", TWICE, "条件 clean 的 instead", "同一选项有两项", None),
    # questions
    ('stored = "all"\n', "", "条件 clean 的 question", "已存有选项", None),
    ('stored = "all"', 'stored = "al"', "问题 and 的 stored", "options 中的选项", "all"),
    ('option = "either"', 'option = "all"', "条件 clean 的 instead[1].option", "其他选项", None),
    ("others = { both", "others = { bth", "数量限制 ratio 的 base.others.bth", "其他选项", "both"),
    (', others = { both = ["top", "person"] }', "", "问题 base 的 options.both", "取值", None),
    (', both = "含" }', " }", "问题 base 的 options", "两个以上的选项", None),
    ('ask = "human", question = "substitute"', 'ask = "note"', "问题 substitute", "没有任何值提到它", None),
    (', question = "substitute"', "", "步骤 public 的 publicity.substitution.question", "问题编号", None),
    # articles and dates
    ("articles = 7", "articles = 8", "条数", "第 8 条", None),
    ("articles = 7", "articles = 6", None, "1 至 6 条之一", None),
    ('article = "4"\ntext', 'article = "9"\ntext', "问题 substitute 的 article", "1 至 7 条之一", None),
    ('expiry = "2028-12-31"', 'expiry = "2023-12-31"', "expiry", "不早于施行日（2024-01-01）", None),
    ('effective = "2024-01-01"', 'effective = { source = "silent", ask = "note" }', "effective", "只有草案", None),
]  # fmt: skip


def test_the_sample_has_no_mistake():
    assert examine(TEXT.encode())[1] == ()


@pytest.mark.parametrize("case", WRONG, ids=lambda case: f"{case[1] or case[0]}")
def test_a_slip(case):
    old, new, path, told, near = case
    mistakes = examine(changed(old, new).encode())[1]
    if told is None:  # a change that is none: the neighbouring checks do not bark at it
        assert mistakes == ()
        return
    mistake = next((m for m in mistakes if path in (m.path, None) and told in m.sentence), None)
    assert mistake is not None, [m.sentence for m in mistakes]
    assert mistake.near == near


def test_an_article_with_nothing_must_say_so():
    text = changed("articles = 7", "articles = 8")
    text += '\n[[declarations]]\narticle = "8"\ntext = "解释权"\n'
    assert examine(text.encode())[1] == ()
    said = text.replace('article = "8"', 'article = "1"')
    assert "没有其他内容出自的条" in examine(said.encode())[1][-1].sentence


def test_a_circle_is_shown():
    text = changed('after = ["call"]', 'after = ["call", "onsite"]')
    told = [m.sentence for m in examine(text.encode())[1]]
    assert any("apply ← onsite ← shortlist ← material ← apply" in sentence for sentence in told)
    assert len(told) == 4


def test_a_slip_is_told_on_its_line():
    text = changed('onsite = "0.75"', 'onsite = "0.70"')
    assert examine(text.encode())[1][0].line == line('onsite = "0.70"', text)


class TestVersions:
    def version(self, number: str, start: str | None, end: str | None):
        text = changed('version = "1"', f'version = "{number}"')
        if start is None:
            text = changed(
                'effective = "2024-01-01"', 'effective = { source = "silent", ask = "note" }', text=text
            )
            text = changed('status = "in_force"', 'status = "draft"', text=text)
        else:
            text = changed("2024-01-01", start, text=text)
        text = changed('expiry = "2028-12-31"\n', f'expiry = "{end}"\n' if end else "", text=text)
        return read(text.encode())

    @pytest.mark.parametrize(
        ("first", "second", "meet"),
        [
            (("2024-01-01", "2025-12-31"), ("2026-01-01", None), False),
            (("2024-01-01", "2026-01-01"), ("2026-01-01", None), True),
            (("2024-01-01", None), ("2026-01-01", None), True),
            (("2026-01-01", "2026-06-30"), ("2024-01-01", "2028-01-01"), True),
            (("2024-01-01", None), (None, None), False),
        ],
    )
    def test_two_versions_of_one_text(self, first, second, meet):
        one, other = self.version("1", *first), self.version("2", *second)
        assert bool(overlapping([one, other])) is meet
        assert bool(overlapping([other, one])) is meet

    def test_the_same_version_twice_is_no_overlap(self):
        one = self.version("1", "2024-01-01", None)
        assert overlapping([one, one]) == []
