"""Text as the desk admits it: NFC, nothing a reader cannot see or would misread."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts.text import unclean, unclean_texts


@pytest.mark.parametrize(
    "text", ["", "abc", "第一行\n第二行", "𠮷野家", "\ue000 生僻字", "é", "，。〔2024〕"]
)
def test_admitted(text: str):
    assert unclean(text) is None


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("a\tb", "U+0009"),
        ("a\rb", "U+000D"),
        ("\x00", "U+0000"),
        ("\x85", "U+0085"),
        ("甲\u202e乙", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u200f", "U+200F"),
        ("\u061c", "U+061C"),
        ("\ud800", "U+D800"),
        ("\u0378", "U+0378"),
        ("\ufdd0", "U+FDD0"),
        ("\U0010ffff", "U+10FFFF"),
        ("e\u0301", "not NFC"),
        ("\u212b", "not NFC"),
    ],
)
def test_not_admitted(text: str, detail: str):
    assert unclean(text) == detail


@given(st.text(max_size=20))
def test_only_what_is_normal_and_assigned(text: str):
    if unclean(text) is None:
        assert unicodedata.normalize("NFC", text) == text
        assert all(unicodedata.category(c) not in ("Cn", "Cs") and (c == "\n" or ord(c) >= 32) for c in text)


def test_every_text_in_a_value_is_found_under_its_name():
    value = {"a": "\t", "b": [{"c": "fine"}, "\r"], "d": 5, "e": None, "f": b"\t", "g": {"h": ["e\u0301"]}}
    assert list(unclean_texts(value)) == [("a", "U+0009"), ("b.1", "U+000D"), ("g.h.0", "not NFC")]
    assert list(unclean_texts("\t", "x")) == [("x", "U+0009")]
    assert list(unclean_texts(["\t"])) == [("0", "U+0009")]
