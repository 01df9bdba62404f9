"""Closed lists of words in Chinese: what a cell may say for each, and what a template shows.

A word may read otherwise in one list than in another; `_OF_LIST` goes first. The first name is the one shown.
"""

from __future__ import annotations

from typing import Final

from ledger.client.words import LATE, MODES
from ledger.paper.tables.sheet import plain

_WORDS: Final[dict[str, str]] = {
    "abandoned": "终止",
    "accepted": "予以受理|受理",
    "acquisition": "收购",
    "agency": "第三方机构",
    "agreed": "同意|无意见",
    "agreed_with_remarks": "同意但有意见|有条件同意",
    "applicant": "申报者",
    "appointed": "指定|聘任",
    "attended": "已参加|参加",
    "award": "获奖",
    "bar": "限制申报",
    "blocks": "缺失则不能计算",
    "breach": "违规",
    "carried": "通过",
    "circulation": "书面传签|传签",
    "clearance": "审查意见|审查",
    "cleared": "审核通过|通过",
    "computed": "计算抽取",
    "confirmed": "确认|属实",
    "consensus": "合议",
    "consent": "同意函",
    "conversion": "改制",
    "copy": "复印件",
    "corrected": "更正",
    "counts_zero": "按零分计",
    "criticism": "批评",
    "custodian": "保管",
    "declined": "未予同意",
    "did_not_happen": "没有发生",
    "disqualified": "取消资格",
    "down": "舍去",
    "draft": "草案",
    "drawn": "抽取",
    "email": "电子邮件",
    "ended": "终止",
    "engaged": "委托",
    "enlarged": "扩大会议",
    "entered_twice": "重复录入",
    "established": "认定成立|成立",
    "examined": "已审核|审核",
    "explained": "已说明|说明",
    "extended": "延长",
    "failed": "不合格|未通过",
    "filed": "已报送|报送",
    "forwarded": "已转报|转报",
    "half_even": "四舍六入五成双",
    "half_up": "四舍五入",
    "held": "已举办|举办",
    "in_force": "施行",
    "in_order": "符合要求",
    "individual": "个人",
    "invited": "邀请",
    "joint": "联合申报|联合",
    "keep": "保留",
    "kept": "保留",
    "leader": "组长",
    "left_out": "不计入",
    "major": "重大",
    "mean": "平均",
    "median": "中位数",
    "meeting": "会议",
    "member": "成员",
    "merger": "合并",
    "met": "符合",
    "no_reply": "逾期未复|未回复",
    "not_established": "认定不成立|不成立",
    "not_examined": "未审查",
    "not_met": "不符合",
    "office": "评审办公室",
    "online": "网上",
    "opinion": "意见",
    "ordinary": "一般",
    "organisation": "组织|单位",
    "original": "原件",
    "other": "其他",
    "outdated": "已过时",
    "panel": "评审组",
    "partly_substantiated": "部分属实",
    "passed": "合格|通过",
    "physical": "机具抽取",
    "plenary": "全体会议",
    "postponed": "暂缓",
    "prize": "奖金",
    "published_edition": "公开版本",
    "recommended": "推荐|同意推荐",
    "rectification": "限期整改",
    "rectified": "已整改|整改",
    "referred": "已移送|移送",
    "refused": "不同意",
    "refuted": "不属实",
    "reinstated": "恢复资格",
    "rejected": "未通过",
    "renewed": "重新公示",
    "replaced": "更换",
    "reserve": "候补",
    "resumed": "恢复",
    "returned": "退回",
    "revocation": "撤销奖项|撤销",
    "revoke": "撤销",
    "sanction": "处分",
    "self": "本人申明",
    "shortcomings": "存在不足",
    "split": "分立",
    "substantiated": "属实",
    "sum": "求和",
    "supervisor": "监督员",
    "supplemented": "补充",
    "suspended": "中止",
    "telephone": "电话",
    "trimmed_mean": "去极值平均",
    "undecided": "不能认定",
    "unfounded": "不属实",
    "unreadable": "无法辨认",
    "verified": "属实|已核实",
    "visit": "来访",
    "warning": "警告",
    "withdrawn": "撤回",
    "work": "工作经费",
    "written": "书面",
    "wrong_case": "记错事项",
    "wrong_file": "误交文件",
}

_OF_LIST: Final[dict[tuple[str, ...], dict[str, str]]] = {
    ("accepted", "rejected"): {"rejected": "不予受理"},
    ("cleared", "refused", "returned"): {"refused": "审核不通过|不通过"},
    ("confirmed", "refused"): {"refused": "不予确认"},
    ("declined", "returned"): {"declined": "不予批准"},
    ("held", "attended", "declined"): {"declined": "未举办"},
    ("plenary", "ordinary", "enlarged"): {"ordinary": "常规会议"},
    ("recommended", "declined"): {"declined": "不予推荐|不推荐"},
    ("substantiated", "partly_substantiated", "unfounded"): {"unfounded": "不属实"},
    ("explained", "confirmed", "rectified", "unfounded", "referred"): {"confirmed": "确认属实|属实"},
}

_HEADS: Final = {"mode": MODES, "late": LATE}


def names(words: tuple[str, ...], head: str = "") -> dict[str, tuple[str, ...]]:
    """Word → what it is called, the shown name first. `head`: the field of an act's head that holds the word."""
    own = _HEADS.get(head) or _OF_LIST.get(words, {})
    return {word: tuple(own.get(word, _WORDS.get(word, word)).split("|")) for word in words}


def shown(words: tuple[str, ...], head: str = "") -> str:
    """The list as a template shows it."""
    return "、".join(called[0] for called in names(words, head).values())


def chosen(text: str, words: tuple[str, ...], head: str = "") -> str | None:
    """The word that a cell means, or None."""
    wanted = plain(text).lower()
    if wanted in words:
        return wanted
    return next((word for word, called in names(words, head).items() if wanted in map(plain, called)), None)
