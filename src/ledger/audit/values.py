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


Found = tuple[tuple[int, tuple[str, ...]], ...]
"""Positions, each with names of fields."""


class Values(NamedTuple):
    """How many values are there or kept back, and which are missing or wrong.

    `unreadable`: why a vault that is there could not be read; its values are missing then.
    """

    present: int = 0
    withheld: int = 0
    missing: Found = ()
    wrong: Found = ()
    unreadable: str | None = None

    def plus(self, other: Values) -> Values:
        """The sum of two stretches of the ledger."""
        return Values(
            self.present + other.present,
            self.withheld + other.withheld,
            self.missing + other.missing,
            self.wrong + other.wrong,
            self.unreadable or other.unreadable,
        )


def withheld(acts: Sequence[Committed]) -> Values:
    """The answer where there is no vault, so that nothing is claimed."""
    return Values(withheld=sum(len(act.fields) for act in acts))


def compare(acts: Sequence[Committed], vault: Vault | None, unreadable: str | None = None) -> Values:
    """The answer of a vault that claims to be whole; None is one that is there and cannot be read."""
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
            elif any(_fits(act, name, made, salt, value) for salt, value in found):
                present += 1
            else:
                false.append(name)
        if lacking:
            missing.append((act.position, tuple(lacking)))
        if false:
            wrong.append((act.position, tuple(false)))
    return Values(present, 0, tuple(missing), tuple(wrong), unreadable)


def count(found: Found) -> int:
    """How many values these are."""
    return sum(len(names) for _, names in found)


def _fits(act: Committed, name: str, made: bytes, salt: Any, value: Any) -> bool:
    if act.ledger is None or type(salt) is not bytes or len(salt) != 32 or type(value) is not bytes:
        return False
    try:
        return commitment(act.ledger, act.by, act.id, name, salt, canon.decode(value)) == made
    except LedgerError:
        return False
