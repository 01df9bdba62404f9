"""The texts that travel: checkpoints and consistency proofs, one after another, a blank line between.

    old 5 <base64 of the root of the first 5 records>       a consistency proof: from which size,
    <base64 of a hash>                                      and its hashes
    ...
                                                            (blank)
    <the three lines of a checkpoint>
                                                            (blank)
    <its signature lines>

Whoever writes a proof says which root they think the old size had. If it is not the root that a reader knows
while the proof holds for it, that is no clumsy proof but another history, and can be shown to anybody.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Final, NamedTuple

from ledger.errors import LedgerError
from ledger.sealing.notes import Note, parse
from ledger.sealing.proofs import NodeReader, consistency, root_at, verify_consistency
from ledger.sealing.tree import HASH_SIZE

_old = re.compile(r"old (0|[1-9][0-9]{0,18}) (\S+)\Z").match
_MOST_PATH: Final = 130


class Proof(NamedTuple):
    """That a tree begins with the first `old` records, whose root is said to be `root`."""

    old: int
    root: bytes
    path: tuple[bytes, ...]

    def holds(self, note: Note, root: bytes) -> bool:
        """Whether the note's tree begins with `old` records of this root."""
        return verify_consistency(self.old, note.size, root, note.root, self.path)

    @property
    def text(self) -> str:
        """The proof's lines."""
        lines = [
            f"old {self.old} {b64encode(self.root).decode()}",
            *(b64encode(h).decode() for h in self.path),
        ]
        return "".join(f"{line}\n" for line in lines)


class Papers(NamedTuple):
    """What was found in a text."""

    notes: tuple[Note, ...]
    proofs: tuple[Proof, ...]


def prove(old: int, size: int, node: NodeReader) -> Proof:
    """The proof from size `old` to `size`, out of a ledger's stored nodes.

    LedgerError `not_in_tree` unless 0 <= old <= size.
    """
    return Proof(old, root_at(old, node), tuple(consistency(old, size, node)))


def write(notes: Iterable[Note], proofs: Iterable[Proof]) -> str:
    """Proofs first, then checkpoints; `read` gives them back."""
    return "\n".join([*(proof.text for proof in proofs), *(note.text for note in notes)])


def read(data: bytes, path: str) -> Papers:
    """The checkpoints and proofs in a text; `path` is only told.

    LedgerError `stick_unreadable`, or `bad_checkpoint` for what should be a checkpoint and is none.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise _unreadable(path, "不是 UTF-8 文本") from None
    if "\r" in text:
        raise _unreadable(path, "换行被改写过")
    if text and not text.endswith("\n"):
        raise _unreadable(path, "末行不完整")
    notes: list[Note] = []
    proofs: list[Proof] = []
    paragraphs = iter(text[:-1].split("\n\n") if text else [])
    for paragraph in paragraphs:
        if paragraph.startswith("old "):
            proofs.append(_proof(paragraph, path))
        else:
            notes.append(parse(f"{paragraph}\n\n{next(paragraphs, '')}\n"))
    return Papers(tuple(notes), tuple(proofs))


def _proof(paragraph: str, path: str) -> Proof:
    first, *rest = paragraph.split("\n")
    head = _old(first)
    if head is None or len(rest) > _MOST_PATH:
        raise _unreadable(path, "一致性证明的格式不对")
    return Proof(int(head[1]), _hash(head[2], path), tuple(_hash(line, path) for line in rest))


def _hash(text: str, path: str) -> bytes:
    try:
        value = b64decode(text, validate=True)
    except ValueError:
        value = b""
    if len(value) != HASH_SIZE or b64encode(value).decode() != text:
        raise _unreadable(path, "一致性证明中的摘要不规范")
    return value


def _unreadable(path: str, detail: str) -> LedgerError:
    return LedgerError("stick_unreadable", path=path, detail=detail)
