"""The one family of errors: a stable code, a sentence in each language, and no way to fail while saying it."""

import string

import pytest

from ledger.errors import CATALOGUE, Entry, LedgerError

KINDS = {"error", "failure", "doubt", "breach", "remark"}


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_every_code_is_a_name():
    for code in CATALOGUE:
        assert code.isascii()
        assert code == code.lower()
        assert code.replace("_", "").isalnum()
        assert code[0].isalpha()


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_entry_is_whole(code):
    entry = CATALOGUE[code]
    assert entry.kind in KINDS
    assert entry.exit in (0, 1, 2, 3, 4)
    assert any("\u4e00" <= char <= "\u9fff" for char in entry.zh)
    assert entry.en.isascii() or "'" in entry.en
    for sentence in (entry.zh, entry.hint):
        if sentence is not None:
            assert sentence == sentence.strip()
            assert "\n" not in sentence
    assert not any("\u4e00" <= char <= "\u9fff" for char in entry.en)


@pytest.mark.parametrize("code", CATALOGUE)
def test_facts_are_plain_names(code):
    """`{name}` and nothing more: a format string that reached into an object could fail, or show too much."""
    entry = CATALOGUE[code]
    for sentence in (entry.zh, entry.en, entry.hint or ""):
        for name in fields(sentence):
            assert name.isidentifier(), name
        assert all(not conv and not spec for _, _, spec, conv in string.Formatter().parse(sentence))


@pytest.mark.parametrize("code", CATALOGUE)
def test_an_error_can_always_be_said(code):
    """A fact that the raiser forgot reads as unknown; the error itself is never lost to a KeyError."""
    error = LedgerError(code)
    names = fields(error.entry.zh)
    assert ("未知" in error.message) is bool(names) or "未知" in error.entry.zh
    assert error.english
    assert str(error).startswith(f"{code}: ")
    assert error.exit == error.entry.exit
    facts = {name: f"<{name}>" for name in names | fields(error.entry.en) | fields(error.entry.hint or "")}
    full = LedgerError(code, **facts)
    assert full.facts == facts
    assert all(f"<{name}>" in full.message for name in names)
    assert "{" not in full.message + full.english + (full.hint or "")


def test_an_unknown_code_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        LedgerError("no_such_code")


def test_a_fact_may_have_any_name_and_value():
    error = LedgerError("not_canonical", detail="{x} %s {0}", code="other", self="me")
    assert error.code == "not_canonical"
    assert "{x} %s {0}" in error.message


def test_entries_do_not_change():
    with pytest.raises(AttributeError):
        setattr(CATALOGUE["not_canonical"], "zh", "")  # noqa: B010 - typing forbids the plain form
    assert isinstance(CATALOGUE["not_canonical"], Entry)
