"""Cosigning: a witness adds its line and its time to a checkpoint that continues what it cosigned before.

The rules, in order; the first that fails ends it, and nothing is signed:
1. The stick holds one checkpoint. Two of one size and different roots, both signed by the ledger, are a fork.
2. The ledger is known, or its key was given by hand from another source than the stick.
3. The checkpoint is signed by one of the keys known for its origin.
4. The checkpoint is not shorter than the last one cosigned; of the same size it has the same root; a longer one
   comes with a proof that it continues the last one.
5. The witness's clock is not behind its last signature.
Then the line is made, the new state is written and synced, and only after that the cosignature is handed out.
So for one size a witness never has two roots out, and what is out it remembers, whenever it was interrupted.
A checkpoint cosigned before may be cosigned again: that renews the time.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from ledger import files
from ledger.acts.moments import instant_text
from ledger.errors import LedgerError
from ledger.sealing.lockbox import STANDARD, Cost
from ledger.sealing.notes import Note, cosign_line, note_text, parse, strip
from ledger.sealing.opening import open_note
from ledger.sealing.vkeys import LEDGER, VerifierKey
from ledger.witness import home, stick
from ledger.witness.fork import Fork, contradicts
from ledger.witness.home import Remembered, State
from ledger.witness.stick import Stick


def _seconds() -> int:
    return int(time.time())


@dataclass(frozen=True, slots=True)
class Cosigned:
    """A checkpoint with this witness's new line. `old`: the size cosigned before, 0 if none."""

    note: Note
    old: int
    seconds: int
    witness: VerifierKey
    path: Path


def init(
    folder: Path,
    name: str,
    password: str,
    *,
    clock: Callable[[], int] = _seconds,
    cost: Cost = STANDARD,
) -> VerifierKey:
    """Make a witness with a key of its own; returns the public key to hand to the ledger.

    LedgerError `witness_exists`, `bad_vkey`, `password_missing`, `file_unwritable`.
    """
    return home.make(folder, name, password, clock(), cost)


def cosign(
    folder: Path,
    path: Path,
    password: str,
    *,
    accept: Iterable[VerifierKey] = (),
    clock: Callable[[], int] = _seconds,
) -> Cosigned:
    """Cosign the checkpoint on the stick at `path` as the witness in `folder`, and put it back there.

    `accept`: the ledger's keys, learned elsewhere (typed in, or of an anchor that was published); needed the
    first time, and when the ledger has a new key.
    LedgerError `origin_unknown`, `accept_misfit`, `bad_checkpoint`, `checkpoint_older`, `consistency_missing`,
    `consistency_wrong`, `fork` (the proof is in the witness's folder), `stick_…`, `witness_…`,
    `password_wrong`.
    """
    with home.alone(folder):
        state = home.load_state(folder)
        vkey, private = home.load_key(folder, password)
        if state.witness != vkey:
            raise LedgerError("witness_damaged", path=str(folder), detail="记忆文件属于另一见证密钥")
        found = stick.read(path)
        note, keys = _the_one(folder, found, state, tuple(accept))
        known = state.ledgers.get(note.origin)
        if known is not None:
            _continues(folder, known.note, note, found)
        seconds = clock()
        if seconds < state.seconds:
            raise LedgerError(
                "witness_clock_back",
                now=instant_text(seconds * 1_000_000),
                last=instant_text(state.seconds * 1_000_000),
            )
        # Lines of others are not this witness's to hand on: it could not say whether they are good.
        mine = strip(note, keys)
        line = cosign_line(private, vkey.name, note.body, seconds)
        made = parse(note_text(note.body, [*(each.line for each in mine.signatures), line]))
        ledgers = {**state.ledgers, note.origin: Remembered(keys, made)}
        home.save_state(folder, replace(state, seconds=seconds, ledgers=ledgers))
        place = stick.write_cosigned(path, made)
        return Cosigned(made, known.note.size if known else 0, seconds, vkey, place)


def remembered(folder: Path) -> State:
    """What the witness knows of each ledger: a newest checkpoint that the ledger itself cannot take back."""
    return home.load_state(folder)


def _the_one(
    folder: Path, found: Stick, state: State, accept: tuple[VerifierKey, ...]
) -> tuple[Note, tuple[VerifierKey, ...]]:
    """The checkpoint to be cosigned and the keys known for its ledger (rules 1 to 3)."""
    origins = {note.origin for note in found.notes}
    if len(origins) > 1:
        raise LedgerError("stick_ambiguous", found=_named(found))
    (origin,) = origins
    known = state.ledgers.get(origin)
    keys = known.keys if known is not None else ()
    for key in accept:
        if key.name != origin or key.kind != LEDGER:
            raise LedgerError("accept_misfit", given=str(key), origin=origin)
    keys = tuple(dict.fromkeys((*keys, *accept)))
    if not keys:
        raise LedgerError("origin_unknown", origin=origin, offered=" ".join(found.keys) or "（无）")
    notes = [open_note(note, keys).note for note in found.notes]
    for first, second in combinations(notes, 2):
        _refuse_fork(folder, Fork(first, second, None))
    if len(notes) > 1:
        raise LedgerError("stick_ambiguous", found=_named(found))
    return notes[0], keys


def _continues(folder: Path, last: Note, note: Note, found: Stick) -> None:
    """Whether the checkpoint continues the last one cosigned (rule 4)."""
    sizes = {"size": note.size, "known": last.size}
    if note.size < last.size:
        raise LedgerError("checkpoint_older", **sizes)
    if note.size == last.size:
        _refuse_fork(folder, Fork(last, note, None))
        return
    if last.size == 0:
        return  # every tree continues the empty one
    proofs = [proof for proof in found.proofs if proof.old == last.size]
    if any(proof.holds(note, last.root) for proof in proofs):
        return
    for proof in proofs:
        _refuse_fork(folder, Fork(last, note, proof))
    raise LedgerError("consistency_wrong" if proofs else "consistency_missing", **sizes)


def _refuse_fork(folder: Path, fork: Fork) -> None:
    """LedgerError `fork`, with the proof kept, if these two checkpoints contradict each other."""
    if not contradicts(fork):
        return
    text = fork.text.encode()
    path = folder / f"fork-{fork.first.size}-{hashlib.sha256(text).hexdigest()[:8]}.txt"
    files.replace(path, text, mode=0o644)
    raise LedgerError("fork", origin=fork.first.origin, size=fork.first.size, path=str(path))


def _named(found: Stick) -> str:
    return "、".join(f"{note.origin} {note.size}" for note in found.notes)
