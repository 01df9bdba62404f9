"""The values behind commitments: is each of them in the vault, and is it the one that was committed to?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ledger.audit.reader.vault import Vault
from ledger.errors import LedgerError
from ledger.sealing import canon
from ledger.sealing.commitments import commitment


class Committed(NamedTuple):
    """The commitments of one act: what is needed to compare values with them."""

    position: int
    digest: bytes
    ledger: bytes | None
    by: str
    id: bytes
    fields: list[tuple[str, bytes]]


class Values(NamedTuple):
    """How many values are there, are kept back, are missing or wrong; the last two with position and fields.

    `unreadable`: why the vault could not be read at all.
    """

    present: int = 0
    withheld: int = 0
    missing: tuple[tuple[int, tuple[str, ...]], ...] = ()
    wrong: tuple[tuple[int, tuple[str, ...]], ...] = ()
    unreadable: str | None = None

    def __add__(self, other: Any) -> Values:
        """The sum of two stretches of the ledger."""
        return Values(
            self.present + other.present,
            self.withheld + other.withheld,
            self.missing + other.missing,
            self.wrong + other.wrong,
            self.unreadable or other.unreadable,
        )


def withheld(acts: Sequence[Committed]) -> Values:
    """The answer where no vault is ours to look at."""
    return Values(withheld=sum(len(act.fields) for act in acts))


def compare(acts: Sequence[Committed], vault: Vault | None, unreadable: str | None = None) -> Values:
    """The answer for a vault that claims to be whole; None is one that is not there."""
    kept: dict[tuple[bytes, bytes], list[tuple[Any, Any]]] = {}
    if vault is not None and acts:
        try:
            for act, field, salt, value in vault.items([act.digest for act in acts]):
                if type(field) is bytes:
                    kept.setdefault((act, field), []).append((salt, value))
        except LedgerError as error:
            if error.code != "vault_unreadable":
                raise
            unreadable = str(error.facts["detail"])
    present, missing, wrong = 0, [], []
    for act in acts:
        lacking, false = [], []
        for name, made in act.fields:
            found = kept.get((act.digest, name.encode()))
            if found is None:
                lacking.append(name)
            elif all(_fits(act, name, made, salt, value) for salt, value in found):
                present += 1
            else:
                false.append(name)
        if lacking:
            missing.append((act.position, tuple(lacking)))
        if false:
            wrong.append((act.position, tuple(false)))
    return Values(present, 0, tuple(missing), tuple(wrong), unreadable)


def _fits(act: Committed, name: str, made: bytes, salt: Any, value: Any) -> bool:
    if act.ledger is None or type(salt) is not bytes or len(salt) != 32 or type(value) is not bytes:
        return False
    try:
        return commitment(act.ledger, act.by, act.id, name, salt, canon.decode(value)) == made
    except LedgerError:
        return False
