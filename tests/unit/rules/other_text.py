"""A regulation of no city that asks for what the packaged texts do not show yet."""

from __future__ import annotations

from typing import Final

TEXT: Final = """\
id = "other"
version = "1"
revision = 1
title = "样本奖管理办法"
status = "in_force"
articles = 8
article = "8"
effective = "2024-01-01"

[[roles]]
id = "office"
name = "办公室"

[[roles]]
id = "committee"
name = "评审委员会"

[[roles]]
id = "department"
name = "有关部门"

[[roles]]
id = "government"
name = "人民政府"

[[roles]]
id = "applicant"
name = "申报者"

[[roles]]
id = "employer"
name = "所在单位"

[[scales]]
id = "level"
name = "层级"
order = ["county", "city", "province"]

[cycle]
article = "1"
every = { v = 3, strength = "principle" }

[[categories]]
id = "top"
name = "样本奖"
kind = "organisation"
tier = "award"
article = "1"

[[bodies]]
role = "committee"
article = "2"
posts = { chair = 1, vice_chair = 2 }
mix = ["expert", "business"]
constituted_by = ["government"]
members_approved_by = ["government"]
announced = true
incompatible = ["office"]

[[steps]]
id = "call"
name = "公告"
class = "call"
per = "cycle"
article = "3"
by = ["office"]
lead = "10nd"
channels = { any = ["main_media", "website"], min_level = "city" }

[[steps]]
id = "apply"
name = "申报"
class = "apply"
article = "3"
after = ["call"]
window = "call"
forbid = ["state_secret"]
[[steps.need]]
what = ["evidence"]
[[steps.need]]
what = ["fund_use"]
first_time = true

[[steps]]
id = "views"
name = "征求部门意见"
class = "opinion"
article = "4"
by = ["office"]
asked = ["department"]
after = ["apply"]
seal = true

[[steps]]
id = "consent"
name = "所在单位同意"
class = "consent"
article = "4"
by = ["office"]
asked = ["employer"]
after = ["apply"]

[[steps]]
id = "eligibility"
name = "资格审查"
class = "eligibility"
article = "5"
by = ["office"]
with = ["department"]
after = ["views", "consent"]

[[steps]]
id = "visit"
name = "现场评审"
class = "onsite"
article = "6"
by = { source = "silent", ask = "ask", question = "visitor" }
after = ["eligibility"]
days = { v = 2, strength = "principle" }

[[steps]]
id = "defence"
name = "答辩"
class = "presentation"
article = "6"
after = ["visit"]
public = true

[[steps]]
id = "public"
name = "公示"
class = "publicity"
per = "list"
article = "7"
by = ["office"]
mandate_of = ["committee"]
after = ["defence"]
[steps.publicity]
term = "5wd"

[[questions]]
id = "visitor"
article = "6"
text = "由谁进行现场评审？"
"""
