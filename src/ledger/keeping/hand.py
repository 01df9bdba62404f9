"""A person at the desk of a local ledger: the CLI is a client and, here, also the way to the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.client import compose, keyfile
from ledger.client.draft import Draft
from ledger.client.lookup import OfLedger
from ledger.desk import Desk, Outcome
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.opening import open_note


@dataclass(frozen=True, slots=True)
class Hand:
    """An unlocked key file and the desk it acts at."""

    desk: Desk
    file: keyfile.KeyFile
    private: PrivateKey

    @classmethod
    def of(cls, desk: Desk, path: Path, password: str) -> Hand:
        """LedgerError password_wrong, keyfile_damaged and the like."""
        file = keyfile.read(path)
        return cls(desk, file, file.unlock(password))

    @property
    def person(self) -> str:
        return self.file.signer.person

    def draft(self, form: Any, *, folder: Path | None = None) -> Draft:
        """The act that a form describes, as this person would sign it."""
        return draft(self.desk, self.file.signer, form, folder=folder)

    def act(self, form: Any, *, folder: Path | None = None, check: bool = False) -> Outcome:
        """Compose, sign and hand in one act."""
        return self.desk.submit([self.draft(form, folder=folder).sign(self.private)], check=check)[0]

    def batch(
        self, forms: Sequence[Any], *, folder: Path | None = None, check: bool = False
    ) -> list[Outcome]:
        """Several acts that go in together or not at all."""
        drafts = compose.compose_batch(
            forms, self.file.signer, ledger=self.desk.ledger, seen=seen(self.desk), folder=folder,
            lookup=OfLedger(self.desk.state, self.desk.look), clock=self.desk.clock,
        )  # fmt: skip
        return self.desk.submit([each.sign(self.private) for each in drafts], check=check)


def draft(desk: Desk, signer: Any, form: Any, *, folder: Path | None = None) -> Draft:
    """The act that a form describes, with what only the ledger knows filled in."""
    return compose.compose(
        form,
        signer,
        ledger=desk.ledger,
        seen=seen(desk),
        folder=folder,
        lookup=OfLedger(desk.state, desk.look),
        clock=desk.clock,
    )


def seen(desk: Desk) -> tuple[int, bytes] | None:
    """The last published checkpoint, checked under the ledger's own keys: it pins all earlier history."""
    published = desk.store.checkpoints()
    if not published:
        return None
    opened = open_note(published[-1][1], desk.ledger_keys)
    return (opened.note.size, opened.note.root) if opened.note.size else None
