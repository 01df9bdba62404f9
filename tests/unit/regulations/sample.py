"""A small regulation of no city, whole and without mistakes, for tests that break it in one place."""

TEXT = """\
id = "sample"
version = "1"
revision = 1
title = "样本奖管理办法"
status = "in_force"
articles = 7
article = "7"
effective = "2024-01-01"
expiry = "2028-12-31"

[[roles]]
id = "office"
name = "办公室"

[[roles]]
id = "committee"
name = "评审委员会"

[[roles]]
id = "holder"
name = "获奖者"

[[scales]]
id = "accident"
name = "事故等级"
order = ["ordinary", "relatively_major", "major"]

[cycle]
article = "1"
every = 2

[[categories]]
id = "top"
name = "样本奖"
kind = "organisation"
tier = "award"
article = "1"
max = 5
prize = { v = "200000", article = "6" }

[[categories]]
id = "person"
name = "样本奖（个人）"
kind = "individual"
tier = "award"
article = "1"
max = { v = 2, strength = "principle" }

[[bounds]]
id = "ratio"
name = "入围数"
article = "3"
step = "shortlist"
ratio = "1.5"
base = { v = ["top"], source = "reading", question = "base", others = { both = ["top", "person"] } }

[[criteria]]
id = "age"
name = "经营年限"
article = "2"
item = "(一)"
span = "operation"
years = 3

[[criteria]]
id = "clean"
name = "无事故"
article = "2"
item = "(二)"
source = "reading"
question = "and"
clean = [{ kinds = ["quality_accident"], min_level = "major" }, { kinds = ["breach"] }]
all_of = true
years = 3
[[criteria.instead]]
id = "clean_either"
name = "无事故，也无违法"
option = "either"
clean = [{ kinds = ["quality_accident"], min_level = "major" }, { kinds = ["breach"] }]
years = 3

[[steps]]
id = "call"
name = "公告"
class = "call"
per = "cycle"
article = "3"
by = "office"
channels = { any = ["media", "website"] }

[[steps]]
id = "apply"
name = "申报"
class = "apply"
article = "3"
after = ["call"]
need = [{ what = ["evidence"] }]

[[steps]]
id = "material"
name = "材料评审"
class = "material"
article = "3"
after = ["apply"]
panel = { min = 3, max = 5 }

[[steps]]
id = "shortlist"
name = "入围"
class = "shortlist"
per = "list"
kinds = ["organisation"]
article = "3"
after = ["material"]

[[steps]]
id = "onsite"
name = "现场评审"
class = "onsite"
kinds = ["organisation"]
article = "3"
after = ["shortlist"]
admits = "shortlist"

[[steps]]
id = "composite"
name = "综合评价"
class = "composite"
per = "list"
article = "3"
after = ["material", "onsite"]
[[steps.scoring.weights]]
kind = "organisation"
of = { material = "0.25", onsite = "0.75" }
[[steps.scoring.weights]]
kind = "individual"
of = { material = "1" }

[[steps]]
id = "public"
name = "公示"
class = "publicity"
per = "list"
article = "4"
after = ["composite"]
[steps.publicity]
term = "5wd"
substitution = { source = "silent", ask = "human", question = "substitute" }

[[grounds]]
id = "fraud"
name = "弄虚作假"
article = "5"
facts = [{ kinds = ["award_fraud"] }]

[[bars]]
id = "again"
name = "两届内不得再报"
article = "5"
on = "honour:award"
length = "2ed"

[[bars]]
id = "after_fraud"
name = "三年内不得申报"
article = "5"
on = "ground:fraud"
length = "3y"

[[duties]]
id = "report"
name = "年度报告"
article = "6"
opened_by = "award_conferred"
before = "cycle_closed"
[[duties.legs]]
bearer = "holder"
act = "annual_report_filed"
due_day = "03-31"

[[questions]]
id = "base"
article = "3"
text = "基数含不含个人？"
stored = "organisations"
options = { organisations = "不含", both = "含" }

[[questions]]
id = "and"
article = "2"
text = "两种都有，还是有一种？"
stored = "all"
options = { all = "都有", either = "有一种" }

[[questions]]
id = "substitute"
article = "4"
text = "可否递补？"
"""


def line(part: str, text: str = TEXT) -> int:
    """The line on which `part` first stands."""
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str, *, text: str = TEXT) -> str:
    """The text with its first `old` replaced; fails where there is none."""
    assert old in text, old
    return text.replace(old, new, 1)
