"""How each field of the model is said in Chinese: one line a field, and a test that none is left out.

A text with `{}` takes the value; two texts stand for true and false; a table for the words of a Literal. None: the
field is told elsewhere (a heading, a mark) or says nothing to people.
"""

from __future__ import annotations

from typing import Final

from ledger.regulations import model as m

Said = str | tuple[str | None, str | None] | dict[str, str] | None

KINDS: Final = {"organisation": "组织", "individual": "个人", "project": "项目"}

YEARS: Final = {"span": "满 {} 年", "clean": "近 {} 年内", "judged": "看近 {} 年", "as_in": "近 {} 年内"}
"""Part of a criterion → what its `years` mean."""

_PLACE: Final[dict[str, Said]] = {"article": None, "item": None}
_ENTRY: Final[dict[str, Said]] = {"id": None, "name": None, **_PLACE}
_SENSE: Final[dict[str, Said]] = {"strength": None, "source": None, "ask": None, "question": None}

WORDS: Final[dict[type, dict[str, Said]]] = {
    m.Role: _ENTRY | {"full": "即{}", "level": "{}"},
    m.BodyRule: _PLACE
    | {
        "role": None,
        "posts": "职务：{}",
        "mix": "成员中应有：{}",
        "constituted_by": "由{}组建",
        "members_approved_by": "成员由{}批准",
        "announced": ("成员名单公布", "成员名单不公布"),
        "incompatible": "不同时担任：{}",
    },
    m.Power: _PLACE | {"role": None, "matters": "{}"},
    m.Applicants: _PLACE | {"kinds": "申报者为{}"},
    m.Conduct: _PLACE
    | {
        "recusal": "有利害关系的应回避：{}",
        "recusal_for": "对{}有利害关系",
        "self_declared": ("由本人主动申报", "不由本人申报"),
        "recusal_decided_by": "是否回避由{}决定",
        "forbid": "不得：{}",
        "sanction": "处理：{}",
        "sanction_decided_by": "处理由{}决定",
    },
    m.CycleRule: _PLACE
    | {"every": "每 {} 年评定一次", "vacancy": ("名额可以少于上限或者空缺", "名额不得空缺")},
    m.Category: _ENTRY
    | {
        "kind": KINDS,
        "tier": None,
        "max": "至多 {} 个",
        "min": "至少 {} 个",
        "items": "颁发{}",
        "prize": "奖金 {} 元",
        "first_time_only": ("奖金只给首次获奖者", "奖金不限首次"),
        "once": ("奖金一次性发放", "奖金可多次发放"),
        "validity": "有效期 {}",
        "chosen_by": {"list": "奖项由名单确定", "applicant": "申报时自选奖项"},
        "joint": "可由至多 {} 人联合申报",
    },
    m.Bound: _ENTRY
    | {
        "over": "范围：{}",
        "step": "在“{}”核对",
        "attribute": "只计{}",
        "partition": "按{}分组",
        "relations": "以下关系的算一组：{}",
        "siblings": ("经由同一第三方相关的也算一组", "经由同一第三方相关的不算一组"),
        "max": "至多 {} 个",
        "min": "至少 {} 个",
        "ratio": "不超过基数的 {} 倍",
        "base": "基数：{}的名额之和",
        "rounding": {"floor": "舍去小数", "ceil": "进为整数"},
        "applications": ("按同一周期的申报计数", None),
    },
    m.Reaward: _PLACE
    | {
        "tiers": "适用于：{}",
        "prior": {"same_tier": "此前获过同一奖项的为再次获奖", "any_tier": "此前获过任一奖项的为再次获奖"},
        "quota_counted": ("占用名额", "不占用名额"),
        "prize": "奖金 {} 元",
        "first_higher": {
            "full": "首次获更高奖项的，奖金全额发放",
            "difference": "首次获更高奖项的，补发差额",
            "none": "首次获更高奖项的，不发奖金",
        },
        "items": "颁发{}",
    },
    m.Bar: _ENTRY
    | {
        "on": None,
        "effect": {"apply": "不得申报", "be_listed": "不得列入名单", "serve": "不得参加评审"},
        "tier": "限于{}",
        "length": "为期 {}",
        "until_validity_end": ("至有效期届满", None),
        "until_decision": ("至另有记录在案的决定", "无期限"),
        "start": {
            "conferral": "自获奖之日起",
            "decision": "自处理决定之日起",
            "revocation": "自撤销决定之日起",
            "determination": "自认定之日起",
            "next_edition": "自下一届起",
        },
        "revoked_count": ("被撤销的仍计入次数", "被撤销的不计入次数"),
    },
    m.When: {"attribute": None, "absent": None},  # told by the teller
    m.Adverse: {
        "kinds": "{}",
        "min_level": "{}及以上",
        "authority": "由{}及以上机关认定",
        "handled": ("已被查处", None),
        "more_than": "多于 {} 起",
        "holders": "限于{}",
    },
    m.Criterion: _ENTRY
    | _SENSE
    | {
        "kinds": None,
        "subject": {
            "employer": "看所在单位",
            "each_member": "看每一名成员",
            "expert": "",
            "agency": "",
            "applicant": "",
        },
        "span": "{}",
        "years": None,  # YEARS
        "holds": "具备：{}",
        "min_grade": "不低于{}",
        "times": "{} 次",
        "window": "近 {} 年内",
        "clean": "没有：{}",
        "all_of": ("各种情形都有才算", None),
        "partly": ("只有其中一部分的不算", "只有其中一部分的也算"),
        "judged": "由人判断：{}",
        "of": None,  # each on a line of its own
        "any": "至少具备其中 {} 项",
        "as_in": "同样适用：{}",
        "when": "限于{}",
        "unless": "不适用于{}",
        "recheck": "在“{}”时复查",
        "option": None,
        "instead": None,
    },
    m.Need: {"what": "须有：{}", "outcome": "仅限{}的", "first_time": ("仅限首次获奖的", None)},
    m.Channels: {
        "all": "发布渠道（都要有）：{}",
        "any": "发布渠道（有其一即可）：{}",
        "min_level": "媒体不低于{}",
    },
    m.Publicity: {
        "term": "公示不少于 {}",
        "roll": ("最后一日为休息日的顺延", "最后一日为休息日的不顺延"),
        "clean": {"no_open": "异议未处理完或成立的不通过", "none_at_all": "有过异议的不通过"},
        "substitution": ("不通过的可以递补", "不通过的不递补"),
        "opened_by": "由{}公示",
        "strike_proposed_by": "由{}提出取消资格",
        "strike_decided_by": "由{}决定取消资格",
        "investigated_by": "异议由{}调查",
        "objection_form": "异议的形式：{}",
        "objection_need": "异议须有：{}",
    },
    m.Panel: {
        "min": "每组至少 {} 人",
        "max": "每组至多 {} 人",
        "leader": ("设组长", "不设组长"),
        "method": {"drawn": "随机抽取", "appointed": "指定", "engaged": "聘请"},
        "sources": "来自{}",
        "formed_by": "由{}组建",
    },
    m.Weights: {"kind": KINDS, "of": "{}", "article": None, "item": None},
    m.Scoring: {
        "scale": "满分 {} 分",
        "stage_scale": {"whole": "各阶段按满分打分后加权", "share": "各阶段按所占份额打分后相加"},
        "weights": "权重：{}",
        "weights_from": {"standard": "权重由批准的标准规定"},
        "scorers": "由{}打分",
        "evidence": "依据：{}",
    },
    m.Meeting: {
        "plenary": ("全体会议", "不须全体会议"),
        "quorum": "到会比例不低于 {}",
        "majority": "赞成比例不低于 {}",
        "majority_of": {"present": "以到会人数计", "members": "以全体成员计"},
        "vote": ("表决", "不须表决"),
        "secret": ("无记名", "记名"),
        "basis": "依据：{}",
        "inversion_needs_reason": ("与得分次序不一致的说明理由", None),
    },
    m.Step: _ENTRY
    | {
        "class_": None,
        "per": None,
        "kinds": None,
        "by": "由{}办理",
        "proposed_by": "由{}提出",
        "mandate_of": "受{}委托",
        "on_proposal_of": "经{}提请",
        "with_": "会同{}",
        "asked": "征求{}意见",
        "appoints": "聘定{}",
        "to": "报送{}",
        "after": "在“{}”之后",
        "requires": "以“{}”为前提",
        "order": ("先后次序", None),
        "expects": "宜先有“{}”",
        "satisfied_by": "视为已办的步骤：{}",
        "admits": "限于“{}”所列",
        "advice": ("仅为建议", None),
        "side_list": "另列名单：{}",
        "window": {"call": "在公告的申报期限内"},
        "limit": {"call": "在公告的报送期限内"},
        "lead": "提前 {}",
        "need": "{}",
        "forbid": "不得含有：{}",
        "sections": "名单分为：{}",
        "seal": ("加盖公章", "不须加盖公章"),
        "public": ("公开进行", "不公开进行"),
        "days": "{} 天",
        "confirm": "由{}确认",
        "size": "名单所列 {} 个",
        "channels": "{}",
        "publicity": "{}",
        "panel": "{}",
        "scoring": "{}",
        "meeting": "{}",
    },
    m.Standard: _PLACE
    | {
        "names": "{}",
        "edition": {"any": "版本不限", "latest": "最新版本"},
        "rules_approved_by": "评审规则由{}审定",
        "drafted_by": "评审规则由{}拟订",
        "by_kind": ("按申报者类别分别制定", "不分申报者类别"),
        "by_industry": ("按行业分别制定", "不分行业"),
    },
    m.Use: _PLACE
    | {
        "of": {"prize": "奖金", "honour": "称号"},
        "allowed": "可用于：{}",
        "forbidden": "不得用于：{}",
        "share": {"mainly": "主要用于上述用途", "only": "只能用于上述用途"},
        "year_shown": ("注明获奖年份", "不须注明年份"),
        "kinds": "限于{}",
    },
    m.Payer: _PLACE
    | {
        "of": {"prize": "奖金", "work": "工作经费"},
        "by": "由{}承担",
        "elsewhere": "其余由{}承担",
        "earmarked": ("专款专用", None),
    },
    m.Ground: _ENTRY
    | {
        "kinds": "限于{}",
        "facts": "{}",
        "any_criterion": "不再符合：{}",
        "judged": "由人判断：{}",
        "window": "{}内",
        "window_from": {"conferral": "自获奖起算", "validity": "在有效期内"},
        "proposed_by": "由{}提请",
        "investigated_by": "由{}调查核实",
        "decided_by": "由{}决定",
        "discretion": {"must": "应当处理", "may": "可以处理"},
        "before_award": {"withdraw_application": "获奖前的撤销申报资格"},
        "effects": "处理：{}",
        "channels": "{}",
    },
    m.Leg: {
        "bearer": "{}",
        "act": "{}",
        "route": "交{}",
        "due": "期限 {}",
        "due_day": "次年 {}前",
    },
    m.Duty: _ENTRY
    | _SENSE
    | {
        "opened_by": "起于：{}",
        "kinds": "限于{}",
        "ground": "限于“{}”所列情形",
        "repeat": "共 {} 次",
        "legs": "{}",
        "need": "{}",
        "before": None,  # a step or an act: told by the page
        "before_from": None,
        "first_year": {"award_year": "自获奖当年起", "next_year": "自获奖次年起"},
        "roll": ("最后一日为休息日的顺延", "最后一日为休息日的不顺延"),
    },
    m.Conventions: _PLACE
    | {
        "reference_day": {
            "submission": "年限自提交申报之日往前算",
            "call_published": "年限自公告发布之日往前算",
            "eligibility": "年限自资格审查决定之日往前算",
        },
        "award_day": {
            "approval": "获奖之日为批准之日",
            "announcement": "获奖之日为公布之日",
            "ceremony": "获奖之日为颁奖之日",
        },
        "interpreted_by": "由{}解释",
    },
    m.Transition: _PLACE
    | {
        "stages": {"cycle_opening": "评审各步骤适用周期开启时的版本"},
        "duties": {"conferral": "义务适用获奖时的版本", "due_day": "义务适用到期当日的版本"},
        "honour_use": {"use_date": "称号使用适用使用当日的版本", "conferral": "称号使用适用获奖时的版本"},
        "bars": {"decision_date": "限制适用决定当日的版本", "conduct_date": "限制适用行为当日的版本"},
        "revocation": {"decision_date": "撤销适用决定当日的版本", "conferral": "撤销适用获奖时的版本"},
    },
}
