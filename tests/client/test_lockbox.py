"""A secret under a password: bound to what stands beside it, careful with what a stranger's file asks for."""

import pytest

from ledger.errors import LedgerError
from ledger.sealing.lockbox import MOST_MEMORY, STANDARD, Cost, lock
from tests.client.people import CHEAP


def test_opens_only_with_password_and_surroundings():
    box = lock(b"secret", "e\u0301", ["a", 1], CHEAP)
    assert box.open("\u00e9", ["a", 1]) == b"secret"
    for password, beside in (("e", ["a", 1]), ("\u00e9", ["a", 2]), ("\u00e9", None)):
        with pytest.raises(LedgerError) as caught:
            box.open(password, beside)
        assert caught.value.code == "password_wrong"


@pytest.mark.parametrize(
    ("password", "code"),
    [("", "password_missing"), ("\ud800", "password_unreadable"), ("长" * 400, "password_unreadable")],
)
def test_passwords_that_cannot_be(password: str, code: str):
    with pytest.raises(LedgerError) as caught:
        lock(b"x", password, None, CHEAP)
    assert caught.value.code == code
    assert caught.value.message


@pytest.mark.parametrize(
    ("cost", "bearable"),
    [
        (STANDARD, True),
        (Cost(MOST_MEMORY // 1024, 8, 1), True),
        (Cost(MOST_MEMORY // 512, 8, 1), False),
        (Cost(2, 1, 2**22), True),
        (Cost(2, 1, 2**23), False),
        (Cost(2**60, 1, 1), False),
        (Cost(0, 8, 1), False),
        (Cost(3, 8, 1), False),
        (Cost(2, 0, 1), False),
        (Cost(2, 1, -1), False),
        (Cost(2.0, 1, 1), False),  # type: ignore[arg-type]  # what JSON may hold
    ],
)
def test_costs(cost: Cost, bearable: bool):
    assert cost.bearable() is bearable
