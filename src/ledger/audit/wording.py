"""A report as an office person reads it: five verdicts with a line each, never one green tick."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from ledger.audit.report import Report, sentence
from ledger.rules.life.fault import Fault, Verdict

if TYPE_CHECKING:
    from ledger.audit.rejudge import Audit

NAMES: Final[dict[Verdict, str]] = {
    "integrity": "完整性",
    "authenticity": "真实性",
    "completeness": "无缺漏",
    "time": "时间",
    "authority": "权限与程序",
}
WORDS: Final = {"holds": "成立", "fails": "不成立", "undecided": "未能判定"}
_HELD: Final[dict[Verdict, str]] = {
    "integrity": "每条记录的字节与摘要、检查点一致",
    "authenticity": "每条记录由其时有效的密钥签署",
    "completeness": "记录连续，末尾已有公布的检查点覆盖",
    "time": "收到时间与见证单位的见证时间相符",
    "authority": "密钥与岗位成立；规则未评判",
}
_ANSWERS: Final = {
    "present": "在库",
    "erased": "依令删除",
    "withheld": "未提供",
    "missing": "缺失",
    "wrong": "不符",
}
_MODES: Final = {"own": "亲自", "mandate": "受托", "transcribed": "补录"}
_HELD_BY_RULES: Final = "密钥、岗位和程序都成立"
_SEVERITIES: Final = {"breach": "违反规定", "remark": "提示", "undecided": "不能断定"}
_DISPOSED: Final = {
    "explained": "已说明",
    "confirmed": "已确认",
    "rectified": "已整改",
    "unfounded": "不成立",
    "referred": "已移送",
}
_ONLY_KEYS: Final = "仅就密钥与岗位而言，规则未评判"
_MOST: Final = 200  # lines of failures for a person; --json has all
_MOST_OF_A_CODE: Final = 5
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC).astimezone(timezone(timedelta(hours=8)))


def rendered(report: Report) -> str:
    """The report as lines of text."""
    lines = [
        f"账本 {report.origin or '（来源不明）'}",
        f"编号 {report.ledger.hex() if report.ledger else '（无）'}",
        f"规模 {report.size} 条，根 {report.root.hex()}",
        f"核验截至 {_moment(report.as_of)}，{'已' if report.anchored else '未'}提供锚文件",
        "",
        *(f"{NAMES[verdict]}：{_verdict_line(report, verdict)}" for verdict in NAMES),
        "",
        *_failures(report),
        *_basis(report),
    ]
    return "\n".join(lines)


def rendered_audit(audit: Audit) -> str:
    """The audit as lines of text: the report, then every finding with its article and what was made of it."""
    lines = [rendered(audit.report), "", *_findings(audit)]
    if audit.unconfirmed:
        lines.append(
            f"补录而未经他人核对的记录 {audit.unconfirmed} 条：只证明何人何时录入，不证明事情确实发生。"
        )
    return "\n".join(lines)


def _findings(audit: Audit) -> list[str]:
    if not audit.findings:
        return ["规则重新评判：没有问题。"]
    lines = [f"规则重新评判，共 {len(audit.findings)} 项："]
    for finding in audit.findings[:_MOST]:
        where = f"第 {finding.positions[0]} 条" if finding.positions else "全账本"
        disposed = audit.disposed.get(finding.id)
        after = f"；已处理：{_DISPOSED.get(disposed['outcome'], disposed['outcome'])}" if disposed else ""
        known = "，录入时已知悉" if finding.acknowledged else ""
        what = f"{finding.message}（{finding.code}，{finding.id}）{after}"
        lines.append(f"  {where}｜{_SEVERITIES[finding.severity]}{known}｜{what}")
    if len(audit.findings) > _MOST:
        lines.append(f"  其余 {len(audit.findings) - _MOST} 项见 --json。")
    return lines


def _moment(microseconds: int) -> str:
    try:
        return f"{_EPOCH + timedelta(microseconds=microseconds):%Y-%m-%d %H:%M:%S}（北京时间）"
    except OverflowError:
        return str(microseconds)


def _verdict_line(report: Report, verdict: Verdict) -> str:
    word = report.verdicts[verdict]
    if word == "holds":
        judged = verdict == "authority" and report.rules_judged
        return f"{WORDS[word]}（{_HELD_BY_RULES if judged else _HELD[verdict]}）"
    about = [fault for fault in report.faults if fault.verdict == verdict]
    fails = sum(fault.effect == "fails" for fault in about)
    counts = [f"{fails} 项不成立"] * (fails > 0) + [f"{len(about) - fails} 项存疑"] * (len(about) > fails)
    only = f"；{_ONLY_KEYS}" if verdict == "authority" and not report.rules_judged else ""
    return f"{WORDS[word]}（{'，'.join(counts)}{only}）"


def _failures(report: Report) -> list[str]:
    if not report.faults:
        return []
    first = f"，首处不成立在第 {report.first_bad} 条" if report.first_bad is not None else ""
    lines = [f"共 {len(report.faults)} 项{first}："]
    lines += [f"  {_fault_line(fault)}" for fault in report.faults[:_MOST]]
    if len(report.faults) > _MOST:
        lines.append(f"  ……其余 {len(report.faults) - _MOST} 项见 --json")
    return [*lines, ""]


def _fault_line(fault: Fault) -> str:
    place = "全账本" if fault.position is None else f"第 {fault.position} 条"
    word = WORDS["fails" if fault.effect == "fails" else "undecided"]
    return f"{place}｜{NAMES[fault.verdict]}{word}｜{sentence(fault)}（{fault.code}）"


def _basis(report: Report) -> list[str]:
    good, values, modes = report.last_good, report.commitments, report.modes
    if good is None:
        checkpoint = "没有相符的检查点"
    else:
        checkpoint = f"规模 {good.size}，{'已' if good.published else '未'}公布，根 {good.root.hex()}"
    lines = [
        f"最后相符的检查点：{checkpoint}",
        "承诺的原文：" + "，".join(f"{word} {values[name]}" for name, word in _ANSWERS.items()),
        "行为：" + "，".join(f"{word} {modes[name]}" for name, word in _MODES.items()),
        f"记录在案的拒绝：{report.refused}",
    ]
    if modes["transcribed"]:
        lines.append("补录只证明录入了什么、何时录入，不证明其事确曾发生。")
    for size, roots in report.forks:
        lines.append(f"同一规模 {size} 出现不同的根：{'、'.join(root.hex() for root in roots)}")
    return lines + _remarks(report)


def _remarks(report: Report) -> list[str]:
    """All of them, but of a code that comes again and again only the first; a ledger is read thousands of times."""
    told, lines = Counter[str](), list[str]()
    for fault in report.remarks:
        told[fault.code] += 1
        if told[fault.code] <= _MOST_OF_A_CODE:
            place = "" if fault.position is None else f"第 {fault.position} 条，"
            lines.append(f"说明：{place}{sentence(fault)}")
    more = sum(count - _MOST_OF_A_CODE for count in told.values() if count > _MOST_OF_A_CODE)
    return [*lines, f"说明：此类其余 {more} 项见 --json"] if more else lines
