"""Attacks on the line: records deleted, inserted, swapped, doubled, moved, brought from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.attacks.attack import append, at, attack, database, replace
from tests.attacks.world import World, records


def note(world: World, name: str = "third") -> dict[str, Any]:
    """The auditor has the checkpoint that the witnesses signed last."""
    return {"checkpoints": [world.folder / "sticks" / name / "cosignature.txt"]}


def printed(world: World) -> dict[str, Any]:
    """The auditor has read size and root in a notice."""
    from ledger.sealing.notes import parse

    last = parse((world.folder / "sticks" / "third" / "cosignature.txt").read_bytes())
    return {"roots": [f"{last.size}:{last.root.hex()}"]}


def _delete(folder: Path, position: int) -> None:
    with database(folder) as db:
        db.execute("DELETE FROM record WHERE position = ?", (position,))
        db.execute("DELETE FROM record_index WHERE position = ?", (position,))


def _close_up(folder: Path, position: int) -> None:
    kept = records(folder)
    replace(folder, kept[: position - 1] + kept[position:])


@attack("completeness", "gap_or_order", 1)
def first_deleted(world: World, folder: Path) -> None:
    """The founding record is deleted."""
    _delete(folder, 1)


@attack("completeness", "gap_or_order", at("batch"))
def middle_deleted(world: World, folder: Path) -> None:
    """A record in the middle is deleted."""
    _delete(folder, world.marks["batch"])


@attack("completeness", "gap_or_order", at("refusal"))
def refusal_deleted(world: World, folder: Path) -> None:
    """The record of a refusal is deleted."""
    _delete(folder, world.marks["refusal"])


@attack("integrity", "root_differs", at("first", 1))
def refusal_closed_over(world: World, folder: Path) -> None:
    """A refusal is taken out, the rest moves up, and the index is made anew."""
    _close_up(folder, world.marks["refusal"])


@attack("completeness", "tail_missing", at("size"))
def tail_deleted(world: World, folder: Path) -> None:
    """The last record is deleted; the published checkpoints are still there."""
    replace(folder, records(folder)[:-1])


@attack("completeness", "tail_missing", at("size", -2), brings=note)
def tail_and_notes_deleted(world: World, folder: Path) -> None:
    """The last three records go, with every checkpoint that covers them; a witness has kept its own."""
    replace(folder, records(folder)[:-3])
    (folder / "checkpoint.newest").unlink()
    with database(folder) as db:
        db.execute("DELETE FROM checkpoint WHERE size > ?", (world.marks["size"] - 3,))


@attack("completeness", "tail_missing", at("size", -2), brings=printed)
def tail_deleted_against_a_notice(world: World, folder: Path) -> None:
    """The same, and all that the auditor has is the size and root printed in a notice."""
    tail_and_notes_deleted(world, folder)


@attack("integrity", "root_differs", at("first", 1))
def record_swapped(world: World, folder: Path) -> None:
    """Two neighbouring records change places."""
    kept = records(folder)
    place = world.marks["batch"] + 2
    kept[place - 1], kept[place] = kept[place], kept[place - 1]
    replace(folder, kept)


@attack("integrity", "replayed_act", at("batch", 2), first_bad=at("first", 1))
def record_doubled(world: World, folder: Path) -> None:
    """A record stands twice, one behind the other."""
    kept = records(folder)
    replace(folder, kept[: world.marks["batch"] + 1] + kept[world.marks["batch"] :])


@attack("integrity", "replayed_act", at("size", 1))
def record_replayed(world: World, folder: Path) -> None:
    """An old record is put behind the last one."""
    append(folder, records(folder)[world.marks["first"] - 1])


@attack("completeness", "gap_or_order", at("second", 1))
def positions_moved(world: World, folder: Path) -> None:
    """From one place on, every position is one higher."""
    with database(folder) as db:
        for position in range(world.marks["size"], world.marks["second"], -1):
            db.execute("UPDATE record SET position = ? WHERE position = ?", (position + 1, position))


@attack("completeness", "gap_or_order", 0)
def position_below_one(world: World, folder: Path) -> None:
    """A record is slipped in before the first, at position 0."""
    with database(folder) as db:
        db.execute("INSERT INTO record VALUES (0, ?)", (records(folder)[5],))


@attack("completeness", "batch_broken", at("batch"), first_bad=at("first", 1))
def batch_cut(world: World, folder: Path) -> None:
    """One act of a batch that went in together is taken out, and the rest moves up."""
    _close_up(folder, world.marks["batch"] + 1)
