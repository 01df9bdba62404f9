"""Codes of the command line itself."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "usage": Entry("error", 2, "用法有误：{detail}", "Wrong usage: {detail}", "加 --help 查看用法。"),
    "when_unreadable": Entry(
        "error",
        2,
        "时间“{text}”无法识别。",
        "The moment '{text}' cannot be read.",
        "可写记录序号（如 120）、日期（2024-03-01，指当日终了）或带时区的时刻（2024-03-01T09:00:00+08:00）。",
    ),
    "founder_unreadable": Entry(
        "error",
        2,
        "发起人“{text}”格式不对。",
        "The founder '{text}' has the wrong form.",
        "应写作 人员编号:岗位。",
    ),
    "plan_unreadable": Entry(
        "error", 2, "参数“{text}”格式不对：{detail}。", "The option '{text}' has the wrong form: {detail}."
    ),
    "system_error": Entry(
        "error",
        4,
        "系统未能完成读写：{path}（{detail}）。",
        "The system could not read or write: {path} ({detail}).",
        "请检查磁盘空间、权限和路径后重试。",
    ),
    "interrupted": Entry("error", 1, "操作已由用户中断。", "Interrupted by the user."),
}
