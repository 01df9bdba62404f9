"""What a client hands to a desk: a signed act, and the plain values behind its commitments."""

from __future__ import annotations

from typing import Any, NamedTuple

from ledger.errors import LedgerError
from ledger.sealing.commitments import commitment


class Opening(NamedTuple):
    """The value and salt behind one commitment; `field` is its name in data, nested `a.0.b`."""

    field: str
    salt: bytes
    value: Any

    def fits(self, ledger: bytes, act: dict[str, Any]) -> bool:
        """Whether the decoded act holds, under this field, the commitment that salt and value give."""
        held = value_at(act["data"], self.field)
        if type(held) is not bytes or len(self.salt) != 32:
            return False
        try:
            made = commitment(ledger, act["by"], act["id"], self.field, self.salt, self.value)
        except LedgerError:
            return False
        return made == held


class Submission(NamedTuple):
    """One act as its signer signed it; the openings go to the vault, never into the line."""

    act: bytes
    sig: bytes
    openings: tuple[Opening, ...] = ()


def value_at(data: Any, field: str) -> Any:
    """What stands in data under a dotted name (`a.0.b`); None if nothing does."""
    for step in field.split("."):
        if type(data) is dict:
            data = data.get(step)
        elif type(data) is list and step.isascii() and step.isdigit() and str(int(step)) == step:
            data = data[int(step)] if int(step) < len(data) else None
        else:
            return None
    return data
