"""The file of an edition: read as written, refused with the line and what was expected."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.calendars import Edition, Holiday, Notice, published, read, reading
from ledger.errors import LedgerError
from ledger.errors.details import DETAILS

GOOD = """# 样例
评审账本日历 1
年份 2019
版次 2

通知 2018-12-04 国办发明电〔2018〕15号
通知 2019-03-22
放假 元旦 2018-12-30 至 2019-01-01
上班 2018-12-29
放假 劳动节 2019-05-01 至 2019-05-04
放假 国庆节 2019-10-01 至 2019-10-07
上班 2019-10-12
"""
HOLIDAY = "a name, a day, perhaps 至 and another day are expected"
TOO_LONG = "the last day is before the first or more than a month later"


def changed(old: str, new: str) -> bytes:
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new).encode()


def refused(data: bytes) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        read(data)
    return caught.value


def test_what_is_written_is_read():
    assert read(GOOD.encode()) == Edition(
        2019,
        2,
        (Notice(date(2018, 12, 4), "国办发明电〔2018〕15号"), Notice(date(2019, 3, 22), "")),
        (
            Holiday("元旦", date(2018, 12, 30), date(2019, 1, 1)),
            Holiday("劳动节", date(2019, 5, 1), date(2019, 5, 4)),
            Holiday("国庆节", date(2019, 10, 1), date(2019, 10, 7)),
        ),
        frozenset({date(2018, 12, 29), date(2019, 10, 12)}),
    )
    assert read(GOOD.encode()).id == "2019-2"


def test_as_other_editors_write_it():
    plain = read(GOOD.encode())
    assert read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == plain
    assert read(GOOD.replace(" ", "\u3000").encode()) == plain
    assert read(GOOD.rstrip().encode()) == plain


WRONG = [
    ("年份 2019", "年度 2019", 3, "here the line 年份 is expected"),
    ("年份 2019", "年份 19", 3, "the number is out of range"),
    ("年份 2019", "年份 ２０１９", 3, "one whole number is expected"),
    ("年份 2019", "年份 2019 年", 3, "one whole number is expected"),
    ("版次 2", "放假 春节 2019-02-04", 4, "here the line 版次 is expected"),
    ("版次 2", "版次 02", 4, "one whole number is expected"),
    ("通知 2019-03-22", "通知 2019-03-22 国办发明电 〔2019〕3号", 7, "a day and perhaps a number are expected"),
    ("通知 2019-03-22", "通知 2019-03-22 <b>3号</b>", 7, "a number of a notice has other signs"),
    ("通知 2019-03-22", "通知 2020-03-22", 7, "a notice is of this year or the one before"),
    ("通知 2019-03-22", "通知 2018-03-22", 7, "the older notice comes first"),
    ("放假 元旦 2018-12-30 至 2019-01-01", "放假 2019-01-01", 8, HOLIDAY),
    ("元旦 2018-12-30 至", "元旦 2018-12-30 到", 8, HOLIDAY),
    ("放假 元旦", "放假 元\x07旦", 8, "a name has up to 30 letters of Chinese or Latin script"),
    ("2018-12-30 至 2019-01-01", "2019-01-01 至 2018-12-30", 8, TOO_LONG),
    ("2018-12-30 至 2019-01-01", "2018-12-01 至 2019-01-01", 8, TOO_LONG),
    ("2018-12-30 至 2019-01-01", "2018-12-24 至 2019-01-01", 8, "the day is outside the year"),
    ("上班 2018-12-29", "上班 2020-01-04", 9, "the day is outside the year"),
    ("上班 2018-12-29", "上班 2018-12-30", 9, "the day is listed both ways"),
    ("上班 2018-12-29", "上班 2018-12-28", 9, "the day is no Saturday or Sunday"),
    ("上班 2018-12-29", "上班 2018-12-29 2019-10-13", 9, "one day is expected"),
    ("上班 2018-12-29", "上班 2019-10-12", 12, "the day is listed twice"),
    ("2019-05-01 至 2019-05-04", "2019-05-01 至 2019-05-32", 10, "there is no such day"),
    ("2019-05-01 至 2019-05-04", "2019-02-29", 10, "there is no such day"),
    ("2019-05-01 至 2019-05-04", "5月1日", 10, "a day is written 2024-10-01"),
    ("2019-05-01 至 2019-05-04", "2019-10-01", 11, "the day is listed twice"),
    ("2019-10-01 至 2019-10-07", "2019-10-01 至 2019-10-12", 12, "the day is listed both ways"),
    ("上班 2019-10-12", "年份 2019", 12, "this line stands in the wrong place"),
    ("上班 2019-10-12", "通知 2019-04-01", 12, "this line stands in the wrong place"),
    ("上班 2019-10-12", "加班 2019-10-12", 12, "a line begins with a word of the form"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "detail"), WRONG)
def test_a_wrong_line(old, new, line, detail):
    error = refused(changed(old, new))
    assert (error.code, error.facts["line"], error.facts["detail"]) == ("calendar_unreadable", line, detail)
    assert f"第 {line} 行" in error.message
    assert DETAILS[detail] in error.message
    assert detail in error.english


def test_every_phrase_of_the_reader_is_tried_and_has_its_chinese():
    source = Path(reading.__file__).read_text("utf-8")
    phrases = set(re.findall(r'wrong\("([^"]+)"\)', source))
    assert len(phrases) > 15
    assert phrases <= {detail for *_, detail in WRONG}
    assert phrases <= DETAILS.keys()


@pytest.mark.parametrize(
    ("data", "missing"),
    [
        (b"", "写明样式的首行"),
        (b"# \xe6\xb3\xa8\n\n", "写明样式的首行"),
        ("评审账本日历 1\n".encode(), "年份"),
        ("评审账本日历 1\n年份 2019".encode(), "版次"),
        ("评审账本日历 1\n年份 2019\n版次 1\n放假 元旦 2019-01-01".encode(), "放假通知"),
        (GOOD[: GOOD.index("放假 国庆节")].encode(), "10 月 1 日的放假安排"),
        (changed(" 至 2019-10-07", " 至 2019-10-02"), "10 月 3 日的放假安排"),
    ],
)
def test_a_file_that_breaks_off(data, missing):
    error = refused(data)
    assert error.code == "calendar_incomplete"
    assert missing in error.message
    assert "is missing" in error.english


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("日历 1", "日历 2").encode(),
        GOOD.encode("gb18030"),
        GOOD.encode("utf-16"),
        b'year = 2019\n[[holiday]]\nname = "x"',
        b"\x00" * 100,
        GOOD.encode() + b"#" * 45_000,
    ],
)
def test_another_form(data):
    assert refused(data).code == "calendar_other_form"


@given(at=st.integers(0, len(GOOD)), length=st.integers(0, 20), text=st.text(max_size=8))
def test_any_damage_is_refused_in_words_or_still_a_calendar(at, length, text):
    data = (GOOD[:at] + text + GOOD[at + length :]).encode("utf-8", "surrogatepass")
    try:
        assert isinstance(read(data), Edition)
    except LedgerError as error:
        assert error.code in {"calendar_unreadable", "calendar_incomplete", "calendar_other_form"}
        assert error.message.isprintable()


# ---- the files in the package ---------------------------------------------------------------------------


def test_every_year_is_in_the_package():
    assert {edition.year for edition in published.everything().editions} == set(range(2004, 2027))
    assert len(published.ids()) == 26
    assert published.ids()[-1] == "2026-1"


@pytest.mark.parametrize("name", published.ids())
def test_a_file_of_the_package(name):
    data = published.data(name)
    edition = read(data)
    assert edition.id == name
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert len(data) < 2_000
    assert len(edition.notices) == edition.number
    for notice in edition.notices:
        # The number names the year in which the notice was issued.
        assert re.fullmatch(rf"国(办)?发明电〔{notice.issued.year}〕[1-9][0-9]?号", notice.number)


@pytest.mark.parametrize(
    ("year", "taken_out", "put_in"),
    [
        (2015, set(), {"放假 抗战胜利70周年纪念日 2015-09-03 至 2015-09-05", "上班 2015-09-06"}),
        (
            2019,
            {"放假 劳动节 2019-05-01"},
            {"放假 劳动节 2019-05-01 至 2019-05-04", "上班 2019-04-28", "上班 2019-05-05"},
        ),
        (
            2020,
            {"放假 春节 2020-01-24 至 2020-01-30", "上班 2020-02-01"},
            {"放假 春节 2020-01-24 至 2020-02-02"},
        ),
    ],
)
def test_what_a_later_edition_changed(year, taken_out, put_in):
    first, second = (set(published.data(f"{year}-{number}").decode().splitlines()) for number in (1, 2))
    heads = ("#", "版次", "通知")
    assert {line for line in first - second if not line.startswith(heads)} == taken_out
    assert {line for line in second - first if not line.startswith(heads)} == put_in
