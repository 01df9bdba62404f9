"""Passwords from the variable or a file; a file as Windows' editor leaves it; never an empty one."""

from pathlib import Path

import pytest

from ledger.client.password import needed, password_from
from ledger.errors import LedgerError

ENV = {"REVIEW_LEDGER_PASSWORD": "from env"}


def test_variable():
    assert password_from(ENV) == "from env"
    assert password_from({}) is None
    assert password_from({"REVIEW_LEDGER_PASSWORD": ""}) is None


@pytest.mark.parametrize("content", ["口令\n", "口令", "口令\r\n", "\ufeff口令\r\nsecond line"])
def test_file_goes_before_the_variable(tmp_path: Path, content: str):
    (tmp_path / "口令.txt").write_bytes(content.encode())
    assert password_from(ENV, tmp_path / "口令.txt") == "口令"


def test_a_password_keeps_its_spaces(tmp_path: Path):
    (tmp_path / "p").write_bytes(b" two words \n")
    assert password_from({}, tmp_path / "p") == " two words "


@pytest.mark.parametrize("content", [b"", b"\nsecond", "口令".encode("gb18030")])
def test_unusable_file(tmp_path: Path, content: bytes):
    (tmp_path / "p").write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        password_from(ENV, tmp_path / "p")
    assert caught.value.code == "password_unreadable"


def test_missing_file_is_no_reason_to_take_the_variable(tmp_path: Path):
    with pytest.raises(LedgerError) as caught:
        password_from(ENV, tmp_path / "p")
    assert caught.value.code == "file_unreadable"


@pytest.mark.parametrize("password", [None, ""])
def test_needed(password: str | None):
    assert needed("x") == "x"
    with pytest.raises(LedgerError) as caught:
        needed(password)
    assert caught.value.code == "password_missing"
