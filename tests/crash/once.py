"""A process that hands in one batch, between two marks that strace can see, and says what it was told.

    python -m tests.crash.once HOME [checkpoint]

`checkpoint`: SQLite folds its log into the database within this very append. After a failure the same is handed in
once more, by the same desk. The exit code is that of the error, as a command would end with it.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from ledger.desk import Accepted, Desk
from ledger.errors import LedgerError
from tests.crash.office import take_over
from tests.crash.worker import say
from tests.desk.office import accept, digest

BEGIN, END = "/mark/begin", "/mark/end"


def mark(name: str) -> None:
    """A system call that changes nothing and that nobody else makes."""
    with contextlib.suppress(OSError):
        Path(name).stat()


def main(home: str, how: str = "") -> int:
    """Hand in, twice if need be; then close."""
    office = take_over(Path(home))
    desk = Desk.open(home, clock=office.clock)
    accept(desk, office.assign())  # what happens only the first time has happened
    if how == "checkpoint":
        desk.store._writer.execute("PRAGMA wal_autocheckpoint = 1")  # type: ignore[attr-defined]  # SQLite's
        desk.vault._connection.execute("PRAGMA wal_autocheckpoint = 1")
    desk._checkpoints._kept_at = -9.0  # the newest checkpoint is due
    batch = office.batch([office.document] * 3)
    say("try", *(digest(s).hex() for s in batch))
    code = 0
    mark(BEGIN)
    try:
        outcomes, error = desk.submit(batch), None
    except LedgerError as failure:
        outcomes, error = [], failure
    mark(END)
    if error is not None:
        code = error.exit
        say("error", error.code, error.exit)
        try:
            outcomes = desk.submit(batch)
        except LedgerError as failure:
            say("again", failure.code, failure.exit)
    for outcome in outcomes:
        assert isinstance(outcome, Accepted), outcome.json()
        say("got", outcome.act.hex(), outcome.position, outcome.receipt.encode().hex())
    try:
        desk.close()
    except LedgerError as failure:
        say("closing", failure.code, failure.exit)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
