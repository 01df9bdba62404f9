"""Recovery keys on paper: round trip, a typist's slips, and the line that is wrong is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.client.paper import from_paper, to_paper
from ledger.errors import LedgerError
from ledger.sealing.algorithms import generate
from tests.client.people import LEDGER, ORIGIN

KEYS = {alg: generate(alg) for alg in ("p256-sha256", "ed25519")}
PAGES = {alg: to_paper(key, person="wangwu1", origin=ORIGIN, ledger=LEDGER) for alg, key in KEYS.items()}


def secret_lines(page: str) -> list[str]:
    return [line for line in page.splitlines() if re.match(r"[0-9]{2}  ", line)]


@pytest.mark.parametrize("alg", KEYS)
def test_round_trip(alg: str):
    assert from_paper(PAGES[alg]).pkcs8() == KEYS[alg].pkcs8()


def test_page_is_one_page_and_says_whose_it_is():
    page = to_paper(KEYS["p256-sha256"], person="wangwu1", origin=ORIGIN)
    assert len(page.splitlines()) <= 40
    assert max(map(len, page.splitlines())) <= 80
    for text in ("恢复密钥", "wangwu1", ORIGIN, KEYS["p256-sha256"].key_id.hex(), "建立后填写"):
        assert text in page


def test_typed_carelessly_and_in_another_order():
    lines = [line.lower().replace("  ", " ").replace("o", "0") for line in secret_lines(PAGES["p256-sha256"])]
    full_width = lines[0].translate({ord(c): ord(c) - 0x20 + 0xFF00 for c in "0123456789"})
    typed = "\r\n".join([*reversed(lines[1:]), full_width, lines[2], "谢谢"])
    assert from_paper(typed).key_id == KEYS["p256-sha256"].key_id


@given(st.data())
def test_one_wrong_letter_names_its_line(data: st.DataObject):
    lines = secret_lines(PAGES["ed25519"])
    number = data.draw(st.integers(0, len(lines) - 1))
    line = lines[number]
    at = data.draw(st.sampled_from([i for i, c in enumerate(line) if i > 3 and c != " "]))
    other = data.draw(st.sampled_from([c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if c != line[at]]))
    lines[number] = line[:at] + other + line[at + 1 :]
    with pytest.raises(LedgerError) as caught:
        from_paper("\n".join(lines))
    assert caught.value.code == "paper_unreadable"
    # Two letters catch all but one slip in a thousand; the whole key's check catches those.
    assert caught.value.facts.get("line") in (number + 1, None)


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda lines: lines[:1] + lines[2:], 2),
        (lambda lines: lines[1:], 1),
        (lambda lines: lines[:-1], None),
        (lambda lines: [*lines, "02  ABCD EFGH  X"], 2),
        (lambda lines: [*lines[:-1], secret_lines(PAGES["p256-sha256"])[len(lines) - 1]], None),
        (lambda lines: [], None),
        (lambda lines: ["这里什么也没有"], None),
        (lambda lines: ["01  A"], 1),
        (lambda lines: ["0  AAAA AAAA  AA", "99 A A A"], None),
    ],
)
def test_spoiled_pages(spoil, line: int | None):
    with pytest.raises(LedgerError) as caught:
        from_paper("\n".join(spoil(secret_lines(PAGES["ed25519"]))))
    assert caught.value.code == "paper_unreadable"
    if line is not None:
        assert caught.value.facts["line"] == line


@given(st.text(alphabet="0123456789ABCXYZ \n.", max_size=200))
def test_any_text_is_a_key_or_our_error(text: str):
    with pytest.raises(LedgerError):
        from_paper(text)
