"""What PostgreSQL's errors mean: to the store (somebody was faster), and to a person."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final

import psycopg

from ledger.errors import LedgerError
from ledger.store.postgres.address import Address

_CONFLICTS: Final = ("40001", "40P01")  # serialization failure, deadlock
_CODES: Final = {
    "25006": "store_readonly",  # a standby, or a read-only session
    "42501": "store_privilege",
    "53100": "store_full",
    "55P03": "store_locked",
    "57014": "store_locked",  # a time limit of the server ran out
    "58030": "store_io",
    "XX001": "store_damaged",
    "XX002": "store_damaged",
    "3F000": "store_missing",
    "42P01": "store_damaged",  # a table of ours is not there
    "42703": "store_damaged",
}


def is_conflict(error: psycopg.Error) -> bool:
    """Whether the transaction gave way to another one; nothing was written."""
    return error.sqlstate in _CONFLICTS


def is_lost(error: psycopg.Error) -> bool:
    """Whether the connection broke or the server is going down: it cannot be known what became of a write."""
    state = error.sqlstate or ""
    return isinstance(error, psycopg.OperationalError) and (
        not state or state.startswith("08") or state in ("57P01", "57P02", "57P03", "57P05")
    )


def as_ours(error: psycopg.Error, address: Address, role: str) -> LedgerError:
    """The error of our family; tells the server's own first words, never a password."""
    if is_lost(error):
        return LedgerError("store_unreachable", address=address.shown, detail=reason(error, address))
    return LedgerError(
        _CODES.get(error.sqlstate or "", "store_failed"),
        address=address.shown,
        location=address.shown,
        role=role,
        detail=reason(error, address),
        sqlstate=error.sqlstate,
    )


def at_connecting(error: psycopg.OperationalError, address: Address) -> LedgerError:
    """The same for a connection that was never made."""
    text = str(error)
    # The driver gives no state here; a server that answered at all says FATAL, in capitals in every language
    # that PostgreSQL speaks but a few.
    code = "store_refused" if "FATAL:" in text else "store_unreachable"
    return LedgerError(code, address=address.shown, detail=address.cleaned(text))


def reason(error: psycopg.Error, address: Address) -> str:
    """The first words of the server's message, or of the driver's where the server said nothing."""
    return address.cleaned(error.diag.message_primary or str(error) or type(error).__name__)


@contextlib.contextmanager
def translated(address: Address, role: str) -> Iterator[None]:
    """PostgreSQL's errors as ours."""
    try:
        yield
    except psycopg.Error as error:
        raise as_ours(error, address, role) from error
    except (OverflowError, UnicodeError) as error:  # a number or a text that no table can hold
        raise LedgerError("store_failed", location=address.shown, detail=type(error).__name__) from error
