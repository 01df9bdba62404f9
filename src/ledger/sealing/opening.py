"""Opening a checkpoint: which of the keys one knows really signed it.

The rules, as C2SP has them: a signer is found by name and key id together; lines of unknown signers are
ignored; a line of a known signer that does not verify spoils the note; a note that no known key signed says
nothing.  A ledger speaks only under the name that is the note's origin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.errors import LedgerError
from ledger.sealing.notes import Note, Signature, parse
from ledger.sealing.vkeys import LEDGER, VerifierKey, cosigned_seconds


@dataclass(frozen=True, slots=True)
class Opened:
    """A note with what was found good in it.

    `ledger_keys`: keys of the ledger that signed it.  `cosignatures`: witnesses that cosigned it, each with
    all its times (seconds, ascending).  `unknown`: lines of signers not known here.
    """

    note: Note
    ledger_keys: tuple[VerifierKey, ...]
    cosignatures: dict[VerifierKey, tuple[int, ...]]
    unknown: tuple[Signature, ...]

    @property
    def signed(self) -> bool:
        """Whether the ledger itself signed it with a known key."""
        return bool(self.ledger_keys)

    @property
    def witnessed_only(self) -> bool:
        """Whether a known witness stands behind it but no known key of the ledger.

        Not a checkpoint to rely on, yet evidence to be compared.
        """
        return not self.ledger_keys and bool(self.cosignatures)


def examine(note: Note, keys: Iterable[VerifierKey]) -> Opened:
    """Check every line of a known signer; LedgerError `bad_checkpoint` if one is wrong.

    Says nothing about who must have signed: ask the result, or use `open_note`.
    """
    known: dict[tuple[str, bytes], list[VerifierKey]] = {}
    for key in dict.fromkeys(keys):
        # A ledger signs under its own name only: elsewhere its key is nobody's, and its line spoils nothing.
        if key.kind != LEDGER or key.name == note.origin:
            # Four bytes of id can be made to collide; then the signature decides whose it is.
            known.setdefault((key.name, key.id), []).append(key)
    body = note.body
    ledger: dict[VerifierKey, None] = {}
    times: dict[VerifierKey, set[int]] = {}
    unknown: list[Signature] = []
    for line in dict.fromkeys(note.signatures):
        candidates = known.get((line.name, line.id))
        if candidates is None:
            unknown.append(line)
            continue
        signer = next((key for key in candidates if key.verify(body, line.signature)), None)
        if signer is None:
            raise LedgerError(
                "bad_checkpoint",
                detail=f"{line.name} 的签名不成立",
                detail_en=f"the signature of {line.name} is wrong",
                size=note.size,
                signer=line.name,
            )
        if signer.kind == LEDGER:
            ledger[signer] = None
        else:
            times.setdefault(signer, set()).add(cosigned_seconds(line.signature))
    cosignatures = {key: tuple(sorted(seconds)) for key, seconds in times.items()}
    return Opened(note, tuple(ledger), cosignatures, tuple(unknown))


def open_note(note: Note | str | bytes, keys: Iterable[VerifierKey]) -> Opened:
    """Read a checkpoint and require the ledger's own good signature among `keys`.

    LedgerError `bad_checkpoint` if it is malformed, spoiled, or not signed by a known key of the ledger.
    """
    opened = examine(note if isinstance(note, Note) else parse(note), keys)
    if not opened.signed:
        raise LedgerError(
            "bad_checkpoint",
            detail="没有账本已知密钥的签名",
            detail_en="no known key of the ledger signed it",
            size=opened.note.size,
        )
    return opened


def add_up(opened: Iterable[Opened]) -> dict[VerifierKey, tuple[int, ...]]:
    """All cosignatures of several notes of one size and root, read as one."""
    times: dict[VerifierKey, set[int]] = {}
    for each in opened:
        for key, seconds in each.cosignatures.items():
            times.setdefault(key, set()).update(seconds)
    return {key: tuple(sorted(seconds)) for key, seconds in times.items()}
