"""Codes of published calendars and of terms counted by them."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "calendar_other_form": Entry(
        "error",
        3,
        "这不是本软件能读的日历文件：应为 UTF-8 编码的文本，首行写“评审账本日历 1”。",
        "This is no calendar file that can be read: UTF-8 text whose first line names the form, version 1.",
        "请以软件所带的日历文件为样式另写。",
    ),
    "calendar_unreadable": Entry(
        "error",
        3,
        "日历文件第 {line} 行“{text}”有误：{detail}。",
        "Line {line} of the calendar file is wrong: {detail}.",
        "请对照放假通知改正后重新录入。",
    ),
    "calendar_incomplete": Entry(
        "error",
        3,
        "日历文件不完整，缺少{detail}。",
        "The calendar file is not complete: {detail_en} is missing.",
        "请对照放假通知补齐后重新录入。",
    ),
    "calendar_edition_differs": Entry(
        "error",
        2,
        "日历 {edition} 已有另一内容，同一版次不能改写。",
        "The calendar {edition} is there with other contents; an edition is never rewritten.",
        "通知有调整的，请以新的版次录入。",
    ),
    "calendar_edition_unknown": Entry(
        "error",
        2,
        "没有日历 {edition}。",
        "There is no calendar {edition}.",
    ),
    "term_beyond_reach": Entry(
        "error",
        2,
        "自 {day} 起 {n} {detail}的期限无法计算：期限应为一个单位以上、一百年以内。",
        "A term of {n} {detail} from {day} cannot be counted; it must be at least one and at most a century.",
        "请核对条文所定期限和起算日。",
    ),
}
