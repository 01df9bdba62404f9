"""A person at the desk of a local ledger: the CLI is a client and, here, also the way to the desk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.client import compose, keyfile
from ledger.client import seen as client_seen
from ledger.client.draft import Draft
from ledger.client.lookup import OfLedger
from ledger.desk import Desk, Outcome
from ledger.errors import LedgerError
from ledger.keeping.publishing import own_anchor
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.opening import open_note
from ledger.sealing.proofs import consistency


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
        return draft(self.desk, self.file.signer, form, folder=folder, memory=self.memory)

    @property
    def memory(self) -> Path:
        """Where this person's client remembers what it saw."""
        return self.file.path.with_suffix(".seen")

    def act(self, form: Any, *, folder: Path | None = None, check: bool = False) -> Outcome:
        """Compose, sign and hand in one act."""
        return self.desk.submit([self.draft(form, folder=folder).sign(self.private)], check=check)[0]

    def batch(
        self, forms: Sequence[Any], *, folder: Path | None = None, check: bool = False
    ) -> list[Outcome]:
        """Several acts that go in together or not at all."""
        drafts = compose.compose_batch(
            forms, self.file.signer, ledger=self.desk.ledger, seen=seen(self.desk, self.memory), folder=folder,
            lookup=OfLedger(self.desk.state, self.desk.look), clock=self.desk.clock,
        )  # fmt: skip
        return self.desk.submit([each.sign(self.private) for each in drafts], check=check)


def draft(
    desk: Desk, signer: Any, form: Any, *, folder: Path | None = None, memory: Path | None = None
) -> Draft:
    """The act that a form describes, with what only the ledger knows filled in."""
    return compose.compose(
        form,
        signer,
        ledger=desk.ledger,
        seen=seen(desk, memory),
        folder=folder,
        lookup=OfLedger(desk.state, desk.look),
        clock=desk.clock,
    )


def seen(desk: Desk, memory: Path | None = None) -> tuple[int, bytes] | None:
    """The last published checkpoint that this person's client has verified: it pins all earlier history.

    It is remembered in `memory`, beside the key file. A ledger that does not continue what is remembered there is
    another history: LedgerError seen_other_history, and nothing is signed. A medium that cannot be written to
    remembers nothing new.
    """
    anchor = own_anchor(desk)
    if anchor is None:
        return None
    known = client_seen.load(memory, desk.ledger) if memory is not None else None
    for size, text in reversed(desk.store.checkpoints()):
        opened = open_note(text, anchor.keys)
        if not size or not anchor.publishes(opened.cosignatures):
            continue
        if memory is None:
            return size, opened.note.root
        proof = consistency(known[0], size, desk.store.node) if known and known[0] <= size else None
        try:
            return client_seen.remember(memory, anchor, text, proof)
        except LedgerError as error:
            if error.code != "file_unwritable":
                raise
            return size, opened.note.root
    return known
