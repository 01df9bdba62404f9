"""Texts of a fixed form, and how each is told to the author of a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Final


def _day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _month_day(text: str) -> bool:
    return _day(f"2024-{text}")


def _like(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


FORMS: Final[dict[str, tuple[Callable[[str], bool], str]]] = {
    "decimal": (_like(r"(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?"), "小数，写作带引号的文字（如 “0.20”）"),
    "day": (_day, "日期（如 “2024-03-01”）"),
    "month_day": (_month_day, "月日（如 “03-31”）"),
    "article": (_like(r"[1-9][0-9]{0,2}"), "条号（如 “24”）"),
    "item": (_like(r"\([一二三四五六七八九十]{1,3}\)([1-9][0-9]?)?"), "项号（如 “(六)” 或 “(三)4”）"),
    "code": (_like(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,39}"), "代码（字母、数字和下划线）"),
    "version": (_like(r"[a-z0-9]{1,20}"), "版本号（小写字母和数字，如 “2023”）"),
}
"""Form → whether a text has it, and what is told where it has not."""
