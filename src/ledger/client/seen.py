"""What this client remembers: the last published checkpoint that it verified, a ledger at a time.

Acts name it under `seen`. Whoever signs with it pins all earlier history: an office that later shows another
one is contradicted by its own records.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.anchor import Anchor
from ledger.sealing.opening import open_note
from ledger.sealing.proofs import verify_consistency

TITLE: Final = "review-ledger seen"
VERSION: Final = 1


def load(path: Path, ledger: bytes) -> tuple[int, bytes] | None:
    """Size and root of the last published checkpoint of that ledger; None if nothing is remembered.

    LedgerError `seen_damaged`, or those of reading a file.
    """
    entry = _entries(path).get(ledger.hex())
    return None if entry is None else (entry["size"], bytes.fromhex(entry["root"]))


def remember(
    path: Path, anchor: Anchor, note: str | bytes, proof: Sequence[bytes] | None = None
) -> tuple[int, bytes]:
    """Verify a checkpoint against the anchor and keep it if it is the newest; returns what is remembered then.

    `proof`: that it continues the one remembered, where that can be had; without it the word of the quorum
    counts, whose witnesses each checked the same. LedgerError `bad_checkpoint`, `seen_unpublished` or
    `seen_other_history`, which nothing that is kept before is lost to.
    """
    opened = open_note(note, anchor.keys)
    size, root = opened.note.size, opened.note.root
    if size < 1 or not anchor.publishes(opened.cosignatures):
        raise LedgerError("seen_unpublished", size=size)
    entries, known = _entries(path), load(path, anchor.ledger)
    if known is not None:
        if size < known[0]:
            return known
        same = verify_consistency(known[0], size, known[1], root, proof or ())
        if not same and (size == known[0] or proof is not None):
            raise LedgerError("seen_other_history", size=size, known=known[0])
        if size == known[0]:
            return known
    entries[anchor.ledger.hex()] = {"size": size, "root": root.hex(), "note": opened.note.text}
    files.replace(path, jsonfile.dump({TITLE: VERSION, "ledgers": entries}))
    return size, root


def _entries(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        members = jsonfile.load(path)
        if members[TITLE] != VERSION:
            raise ValueError
        entries: dict[str, Any] = members["ledgers"]
        for ledger, entry in entries.items():
            size, root = entry["size"], bytes.fromhex(entry["root"])
            if len(bytes.fromhex(ledger)) != 32 or type(size) is not int or size < 1 or len(root) != 32:
                raise ValueError
    except LedgerError as error:
        if error.code != "form_unreadable":
            raise
        raise LedgerError("seen_damaged", path=str(path)) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise LedgerError("seen_damaged", path=str(path)) from None
    return entries
