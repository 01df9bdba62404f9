"""The stick that goes from a ledger to its witnesses and back (docs/witness.zh-CN.md).

    checkpoint.txt     the checkpoint, signed by the ledger
    consistency.txt    proofs that it continues earlier ones, a paragraph each
    ledger.txt         the ledger's keys, for comparing with those known from elsewhere; nothing is trusted here
    cosignature.txt    the checkpoint again, with the witnesses' lines added

All of it may also come as one file: proofs, then the checkpoint.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from ledger import files
from ledger.errors import LedgerError
from ledger.sealing.notes import Note, merge, parse
from ledger.sealing.vkeys import VerifierKey
from ledger.witness import papers
from ledger.witness.papers import Proof

CHECKPOINT: Final = "checkpoint.txt"
CONSISTENCY: Final = "consistency.txt"
KEYS: Final = "ledger.txt"
COSIGNATURE: Final = "cosignature.txt"
MOST: Final = 1024 * 1024
_MOST_FILES: Final = 100


class Stick(NamedTuple):
    """What is on a stick, unchecked; each checkpoint once."""

    notes: tuple[Note, ...]
    proofs: tuple[Proof, ...]
    keys: tuple[str, ...]


def write(folder: Path, note: Note, proofs: Iterable[Proof] = (), keys: Iterable[VerifierKey] = ()) -> None:
    """Put a checkpoint on the stick, with proofs from sizes that witnesses may have seen last.

    A cosignature of an earlier round is taken away. LedgerError `file_unwritable`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / COSIGNATURE).unlink(missing_ok=True)
    except OSError as error:
        raise LedgerError(
            "file_unwritable", path=str(folder), detail=error.strerror or type(error).__name__
        ) from None
    _put(folder / KEYS, "".join(f"{key}\n" for key in keys))
    _put(folder / CONSISTENCY, papers.write([], proofs))
    _put(folder / CHECKPOINT, papers.write([note], []))


def read(path: Path) -> Stick:
    """What is on a stick: a folder as `write` leaves it, or one file with proofs and checkpoint.

    Every file named checkpoint*.txt is read: somebody may have put a second one there. LedgerError
    `stick_empty`, `stick_unreadable`, `bad_checkpoint`, or those of reading a file.
    """
    sources = [path]
    if path.is_dir():
        sources = sorted(path.glob("checkpoint*.txt"))[:_MOST_FILES]
        sources += [each for each in (path / CONSISTENCY,) if each.exists()]
    found = [papers.read(files.read(each, MOST), str(each)) for each in sources]
    notes = tuple(note for each in found for note in each.notes)
    if not notes:
        raise LedgerError("stick_empty", path=str(path))
    return Stick(_once(notes), tuple(proof for each in found for proof in each.proofs), _keys(path))


def write_cosigned(path: Path, note: Note) -> Path:
    """Put a cosigned checkpoint on the stick, beside the lines of other witnesses of the same checkpoint.

    For a stick that is one file, it goes into that file's folder. Returns where it went. LedgerError
    `file_unwritable`.
    """
    place = (path if path.is_dir() else path.parent) / COSIGNATURE
    with suppress(LedgerError):  # none there yet, or one of an earlier round or another ledger: it gives way
        there = parse(files.read(place, MOST))
        renewed = {(line.name, line.id) for line in note.signatures}
        others = (line for line in there.signatures if (line.name, line.id) not in renewed)
        note = merge([note, replace(there, signatures=tuple(others))])
    _put(place, note.text)
    return place


def read_cosigned(path: Path) -> Note:
    """The checkpoint that came back, with the witnesses' lines; unchecked.

    LedgerError `stick_not_cosigned`, `bad_checkpoint`, or those of reading a file.
    """
    place = path / COSIGNATURE if path.is_dir() else path
    if not place.exists():
        raise LedgerError("stick_not_cosigned", path=str(path))
    return parse(files.read(place, MOST))


def _once(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    """Copies of one checkpoint become one, with the signature lines of all."""
    bodies = dict.fromkeys(note.body for note in notes)
    return tuple(merge(note for note in notes if note.body == body) for body in bodies)


def _keys(path: Path) -> tuple[str, ...]:
    place = path / KEYS
    if not path.is_dir() or not place.exists():
        return ()
    return tuple(files.read(place, MOST).decode(errors="replace").split())


def _put(path: Path, text: str) -> None:
    files.replace(path, text.encode(), mode=0o644)
