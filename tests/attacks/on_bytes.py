"""Attacks on stored bytes: every part of a record changed."""

from __future__ import annotations

from pathlib import Path

from tests.attacks.attack import at, attack, database, edit, repacked
from tests.attacks.world import World, read

HIGH = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def flip(data: bytes, index: int) -> bytes:
    return data[:index] + bytes([data[index] ^ 1]) + data[index + 1 :]


@attack("authenticity", "bad_signature", at("batch"), first_bad=at("first", 1))
def signature_flipped(world: World, folder: Path) -> None:
    """One bit of a stored signature is turned over."""
    edit(folder, world.marks["batch"], lambda data: repacked(data, sig=flip(read(data)[0].sig, 40)))


@attack("authenticity", "bad_signature", at("batch"), first_bad=at("first", 1))
def content_changed(world: World, folder: Path) -> None:
    """The issuer of a registered paper becomes another office."""
    edit(folder, world.marks["batch"], lambda data: data.replace("财政局".encode(), "民政局".encode()))


@attack("authenticity", "bad_signature", at("batch"), first_bad=at("first", 1))
def signature_varied(world: World, folder: Path) -> None:
    """The other half of an ECDSA signature's pair (n − s) is stored: valid to many a library."""

    def vary(data: bytes) -> bytes:
        sig = read(data)[0].sig
        return repacked(data, sig=sig[:32] + (HIGH - int.from_bytes(sig[32:], "big")).to_bytes(32, "big"))

    edit(folder, world.marks["batch"], vary)


@attack("integrity", "root_differs", at("first", 1))
def moment_changed(world: World, folder: Path) -> None:
    """The moment of receipt, which no person signs, is put back by a millisecond."""
    edit(
        folder,
        world.marks["batch"] + 2,
        lambda data: repacked(data, recorded_at=read(data)[0].recorded_at + 1000),
    )


@attack("integrity", "root_differs", at("first", 1))
def desk_changed(world: World, folder: Path) -> None:
    """The desk that took an act in is given another name."""
    edit(folder, world.marks["batch"], lambda data: repacked(data, desk="hell"))


@attack("integrity", "not_canonical", at("batch"), first_bad=at("first", 1))
def garbage_stored(world: World, folder: Path) -> None:
    """A record's bytes are replaced by noise."""
    edit(folder, world.marks["batch"], lambda data: b"\xc1" * len(data), index=False)


@attack("integrity", "not_canonical", at("batch"), first_bad=at("first", 1))
def record_emptied(world: World, folder: Path) -> None:
    """A record's bytes are emptied."""
    edit(folder, world.marks["batch"], lambda data: b"", index=False)


@attack("integrity", "not_canonical", at("batch"), first_bad=at("first", 1))
def bytes_behind(world: World, folder: Path) -> None:
    """A byte is put behind a record."""
    edit(folder, world.marks["batch"], lambda data: data + b"\x00", index=False)


@attack("integrity", "unknown_record", at("batch"), effect="undecided", first_bad=at("first", 1))
def version_raised(world: World, folder: Path) -> None:
    """A record calls itself of a later version, so that today's software would look away."""
    edit(folder, world.marks["batch"], lambda data: data[:1] + b"\x02" + data[2:], index=False)


@attack("integrity", "not_an_act", at("batch"), first_bad=at("first", 1))
def act_emptied(world: World, folder: Path) -> None:
    """The act inside a record becomes an empty map."""
    edit(folder, world.marks["batch"], lambda data: repacked(data, act=b"\x80"), index=False)


@attack("integrity", "not_canonical", at("batch"), first_bad=at("first", 1))
def stored_as_text(world: World, folder: Path) -> None:
    """The database column gets text instead of bytes."""
    with database(folder) as db:
        db.execute("UPDATE record SET bytes = 'text' WHERE position = ?", (world.marks["batch"],))
