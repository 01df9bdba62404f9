"""Attacks by the owner of the folder and of all the ledger's own keys: history rebuilt, cut back, split, made up."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.keeping.founding import Plan, found
from ledger.sealing import notes
from ledger.sealing.notes import Note, cosign_line, note_text, parse, sign_note
from ledger.sealing.tree import Frontier, leaf_hash
from tests.attacks.attack import append, at, attack, database, repacked, replace, signed
from tests.attacks.on_order import note as last_note
from tests.attacks.on_people import filed
from tests.attacks.world import CHEAP, DAY, PASSWORD, SECOND, WITNESSES, World, read, records


def signed_note(world: World, new: list[bytes]) -> tuple[bytes, str]:
    """The ledger's own note over these records, as its owner can always make it."""
    tree = Frontier()
    tree.extend(leaf_hash(data) for data in new)
    ring = world.keyring()
    body = notes.checkpoint_body(ring.origin, tree.size, tree.root())
    return body, sign_note(ring.checkpoint, ring.origin, body)


def witness_line(world: World, body: bytes, seconds: int, name: str = WITNESSES[0]) -> str:
    """A line of a witness, made with its real key."""
    from ledger.witness.home import load_key

    vkey, private = load_key(world.folder / "witness" / name, PASSWORD)
    return cosign_line(private, vkey.name, body, seconds)


def published(folder: Path) -> list[Note]:
    with database(folder) as db:
        return [parse(text) for (text,) in db.execute("SELECT note FROM checkpoint ORDER BY size").fetchall()]


def put_notes(folder: Path, *texts: str) -> None:
    with database(folder) as db:
        db.execute("DELETE FROM checkpoint")
        db.executemany("INSERT INTO checkpoint VALUES (?, ?)", [(parse(text).size, text) for text in texts])
    (folder / "checkpoint.newest").write_text(texts[-1], "utf-8", newline="\n") if texts else (
        folder / "checkpoint.newest"
    ).unlink()


@attack("authenticity", "other_ledger", 1)
def ledger_founded_anew(world: World, folder: Path) -> None:
    """The office founds a new ledger under the old name and puts it in the place of the old one."""
    shutil.rmtree(folder)
    people = [("registrar1", "office/registrar"), ("overseer1", "oversight/head")]
    plan = Plan("某市", "ledger.example.cn/attacked", people)
    found(str(folder), plan, folder.parent / "other-keys", PASSWORD, clock=world.clock, cost=CHEAP)


@attack("integrity", "root_differs", at("size"), first_bad=at("second"), brings=last_note)
def rebuilt_by_its_owner(world: World, folder: Path) -> None:
    """With all the ledger's keys the owner leaves one record out, seals the rest anew and signs it; a witness has
    kept its own checkpoint."""
    kept = records(folder)
    new = kept[: world.marks["refusal"] - 1] + kept[world.marks["refusal"] :]
    new.append(signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                      **{"as": "office/registrar"}))  # fmt: skip
    replace(folder, new)
    body, line = signed_note(world, new)
    put_notes(folder, note_text(body, [line]))


@attack("completeness", "tail_not_witnessed", 1, effect="undecided", first_bad=at("second"))
def rebuilt_without_witnesses(world: World, folder: Path) -> None:
    """The same, and the auditor has nothing but the anchor: no quorum stands behind the new history, and acts of
    honest signers name a root (`seen`) that it never had."""
    rebuilt_by_its_owner(world, folder)


@attack("completeness", "tail_missing", at("first", 1), brings=last_note)
def cut_back(world: World, folder: Path) -> None:
    """The whole folder is put back to how it was at an earlier publication."""
    shutil.rmtree(folder)
    shutil.copytree(world.past("first"), folder)


@attack("completeness", "stale", None, effect="undecided", later=3 * DAY)
def cut_back_unnoticed(world: World, folder: Path) -> None:
    """The same, no auditor kept a later checkpoint; but the newest published one has grown too old."""
    cut_back(world, folder)


@attack("time", "witnessed_late", at("first", 1), effect="undecided", first_bad=None)
def made_up_and_cosigned_once(world: World, folder: Path) -> None:
    """A history is made up afterwards and cosigned once, when it is finished: witnesses came days too late."""
    kept = records(folder)
    body, line = signed_note(world, kept)
    late = read(kept[-1])[0].recorded_at // SECOND + 5 * 86_400
    first = published(folder)[0]
    cosigned = [witness_line(world, body, late, name) for name in WITNESSES]
    put_notes(folder, first.text, note_text(body, [line, *cosigned]))


@attack("time", "after_its_witness", 1)
def records_dated_after_their_witness(world: World, folder: Path) -> None:
    """Witnesses cosigned at noon what claims to have been recorded in the evening."""
    kept = records(folder)
    body, line = signed_note(world, kept)
    early = read(kept[world.marks["second"]])[0].recorded_at // SECOND - 3600
    cosigned = [witness_line(world, body, early, name) for name in WITNESSES]
    before = [note.text for note in published(folder)[:-1]]
    put_notes(folder, *before, note_text(body, [line, *cosigned]))


@attack("integrity", "root_differs", at("size"), brings=last_note)
def split_view(world: World, folder: Path) -> None:
    """Auditors get another last part than witnesses, under a checkpoint of the same size."""
    kept = records(folder)
    new = [*kept[:-1], repacked(kept[-1], desk="cellar")]
    replace(folder, new)
    body, line = signed_note(world, new)
    before = [note.text for note in published(folder)[:-1]]
    put_notes(folder, *before, note_text(body, [line]))


@attack("completeness", "tail_not_witnessed", 1, effect="undecided", first_bad=None)
def cosignatures_stripped(world: World, folder: Path) -> None:
    """The witnesses' lines are taken off every checkpoint."""
    put_notes(folder, *(notes.strip(note, [world.keyring().vkey]).text for note in published(folder)))


@attack("completeness", "tail_not_witnessed", 1, effect="undecided", first_bad=None)
def checkpoints_deleted(world: World, folder: Path) -> None:
    """Every published checkpoint is deleted, the newest file too."""
    put_notes(folder)


@attack("authenticity", "bad_checkpoint", None, first_bad=None)
def cosignature_moved(world: World, folder: Path) -> None:
    """A witness's line is moved from one checkpoint to another."""
    first, *rest = published(folder)
    last = rest[-1]
    moved = Note(last.origin, last.size, last.root, (last.signatures[0], first.signatures[1]))
    put_notes(folder, first.text, moved.text)


@attack("authenticity", "bad_checkpoint", None, first_bad=None)
def cosignature_time_changed(world: World, folder: Path) -> None:
    """The time inside a witness's line is put forward."""
    *before, last = published(folder)
    lines = []
    for line in last.signatures:
        if len(line.signature) == 72:
            seconds = int.from_bytes(line.signature[:8], "big") + 86_400
            line = type(line)(line.name, line.id, seconds.to_bytes(8, "big") + line.signature[8:])
        lines.append(line)
    changed = Note(last.origin, last.size, last.root, tuple(lines))
    put_notes(folder, *(note.text for note in before), changed.text)


@attack("authenticity", "bad_checkpoint", None, first_bad=None)
def checkpoint_garbled(world: World, folder: Path) -> None:
    """The newest checkpoint outside the database is overwritten with noise."""
    (folder / "checkpoint.newest").write_bytes(b"\x00\xff" * 40)


@attack("authenticity", "bad_checkpoint", None, first_bad=None)
def checkpoint_of_another_name(world: World, folder: Path) -> None:
    """A checkpoint of another ledger is put among the published ones."""
    ring = world.keyring()
    body = notes.checkpoint_body("ledger.example.cn/other", 5, sha256(b"x").digest())
    text = note_text(body, [sign_note(ring.checkpoint, "ledger.example.cn/other", body)])
    with database(folder) as db:
        db.execute("INSERT INTO checkpoint VALUES (5, ?)", (text,))


@attack("authenticity", "bad_checkpoint", None, first_bad=None)
def checkpoint_renumbered(world: World, folder: Path) -> None:
    """The size beside a published checkpoint is another than its own, so that a look-up finds the wrong one."""
    with database(folder) as db:
        db.execute("UPDATE checkpoint SET size = size + 1")


@attack("integrity", "root_differs", at("second", 1), brings=last_note)
def restored_backup_goes_on(world: World, folder: Path) -> None:
    """An older backup is restored and work goes on in it as if nothing were missing."""
    shutil.rmtree(folder)
    shutil.copytree(world.past("second"), folder)
    for number in range(6):
        append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed",
                              filed(bytes([number])), **{"as": "office/registrar"}))  # fmt: skip


def roots(world: World) -> dict[str, Any]:
    """The auditor has read another root in the newspaper."""
    return {"roots": [f"{world.marks['second']}:{'ab' * 32}"]}


@attack("integrity", "root_differs", at("second"), brings=roots)
def another_root_was_printed(world: World, folder: Path) -> None:
    """The newspaper printed another root than the ledger has at that size."""
