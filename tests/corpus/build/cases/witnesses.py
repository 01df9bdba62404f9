"""Checkpoints and anchors: good notes, what they cover, when witnesses stood behind them (format §14.1 to §14.4)."""

from __future__ import annotations

from base64 import b64encode

from ledger.sealing import notes
from ledger.sealing.anchor import Group, Witness, make
from ledger.sealing.tree import Frontier, leaf_hash
from tests.corpus.build.cases.keys import quiet
from tests.corpus.build.maker import CorpusMaker, case, fixed_key
from tests.support.ledgers import DAY, SECOND


def store(m: CorpusMaker, note: str, size: int | None = None) -> None:
    """A row of the table of checkpoints."""
    m.contents.checkpoints.append((notes.parse(note).size if size is None else size, note))


def respelled(note: str, line: int, byte: int) -> str:
    """The note with one bit of a signature line's bytes changed; byte 4 is the signature's first."""
    from base64 import b64decode

    lines = note.split("\n")
    head, _, blob = lines[line].rpartition(" ")
    raw = bytearray(b64decode(blob))
    raw[byte] ^= 1
    lines[line] = f"{head} {b64encode(raw).decode()}"
    return "\n".join(lines)


# ---- notes that are not good ----


@case("14.1")
def note_that_is_no_note(m):
    """A row of the table holds some text; the others are good."""
    m.contents.checkpoints.append((1, "not a note\n"))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_with_an_extension_line(m):
    """A fourth line in the body."""
    body, _, rest = m.note().partition("\n\n")
    m.contents.checkpoints.append((m.size, f"{body}\nextension\n\n{rest}"))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_with_dos_line_ends(m):
    """The note went through an editor that changed its line ends."""
    m.contents.checkpoints.append((m.size, m.note().replace("\n", "\r\n")))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_with_a_padded_size(m):
    """The size is written with a leading zero."""
    m.contents.checkpoints.append((m.size, m.note().replace(f"\n{m.size}\n", f"\n0{m.size}\n", 1)))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_spoiled_by_the_ledgers_signature(m):
    """The ledger's own line is wrong in one bit."""
    store(m, respelled(m.note(), 4, 10))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_spoiled_by_a_witness(m):
    """One witness's line is wrong: the whole note says nothing, whatever else is good in it."""
    store(m, respelled(m.note(), 6, 20))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_with_a_moved_time(m):
    """The time in a cosignature is changed by one second."""
    store(m, respelled(m.note(), 5, 11))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_of_another_origin(m):
    """A good note of another ledger by the same key."""
    elsewhere = CorpusMaker(origin="ledger.example/elsewhere")
    elsewhere.found()
    store(m, elsewhere.note())
    return [("bad_checkpoint", None)]


@case("14.1")
def note_without_the_ledgers_signature(m):
    """Only witnesses signed. It is compared all the same, and agrees."""
    store(m, m.note(signed=False))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_of_an_unknown_key_that_differs(m):
    """Only witnesses signed, and what they signed is another history: both are said."""
    store(m, m.note(signed=False, root=bytes(32)))
    return [("bad_checkpoint", None), ("root_differs", m.size)]


@case("14.1")
def note_of_nobody_known(m):
    """Signed by a key that nobody knows: it says nothing, even where it differs."""
    body = notes.checkpoint_body(m.origin, m.size, bytes(32))
    store(m, notes.note_text(body, [notes.sign_note(fixed_key("ed25519", "unknown"), m.origin, body)]))
    return [("bad_checkpoint", None)]


@case("14.1")
def note_in_a_row_of_another_size(m):
    """The row's size is not the note's; the note counts for its own size."""
    store(m, m.note(), size=1)
    return [("bad_checkpoint", None)]


@case("14.1")
def newest_that_is_no_note(m):
    """The file with the newest note holds something else."""
    m.publish()
    m.publish_at_end = False
    m.contents.newest = "\n"
    return [("bad_checkpoint", None)]


# ---- comparing with the tree ----


def changed_record(m: CorpusMaker) -> int:
    """After publication somebody replaces a record by another good one; gives its position."""
    doc = m.document(m.clerk, keep=False)
    m.publish()
    other = CorpusMaker()
    other.__dict__.update({**m.__dict__, "contents": type(m.contents)(), "tree": Frontier(), "added": []})
    other.document(m.clerk)
    m.contents.records[doc.position - 1] = other.contents.records[0]
    m.contents.vault += other.contents.vault
    m.tree = Frontier()
    for data in m.contents.records:
        m.tree.push(leaf_hash(data))
    m.publish_at_end = False
    return doc.position


@case("14.2")
def record_replaced_after_publication(m):
    """The last record is another good one than the one that was published; no checkpoint below agrees."""
    changed_record(m)
    return [("root_differs", 1), ("tail_not_witnessed", 1)]


@case("14.2")
def record_replaced_after_two_publications(m):
    """The first checkpoint agrees, the second does not: what differs begins after the first."""
    m.have_clerk()
    m.publish()
    good = m.size
    position = changed_record(m)
    assert position == good + 1
    return [("root_differs", good + 1), ("tail_not_witnessed", good + 1)]


@case("14.2")
def fork(m):
    """Two good notes of one size with different roots: one agrees, so the difference stands at that size."""
    store(m, m.note(root=bytes(32)))
    return [("root_differs", m.size)]


@case("14.2")
def fork_below_a_good_checkpoint(m):
    """A checkpoint differs although a later one agrees: the position is its size."""
    early = m.note(root=bytes(32))
    size = m.size
    store(m, early)
    m.document(m.clerk)
    return [("root_differs", size)]


@case("14.2")
def fork_above_the_end(m):
    """A checkpoint of another history covers more than there is."""
    store(m, m.note(size=m.size + 5, root=bytes(32)))
    return [("tail_missing", m.size + 1)]


@case("14.2")
def cut_back_to_an_earlier_checkpoint(m):
    """Records were deleted together with the checkpoints that covered them; a witness kept the newest."""
    m.document(m.clerk)
    m.publish()
    size = m.size
    m.document(m.clerk, keep=False)
    m.extra_notes = [m.note()]
    m.contents.records.pop()
    m.publish_at_end = False
    return [("tail_missing", size + 1)]


@case("14.2")
def root_from_a_printed_notice(m):
    """A printed size and root of another history."""
    m.roots = [(2, "00" * 32)]
    return [("root_differs", 2)]


@case("14.2")
def root_of_more_than_there_is(m):
    """A printed size beyond the end."""
    m.roots = [(100, "00" * 32)]
    return [("tail_missing", m.size + 1)]


# ---- witnesses and their times ----


@case("14.3", needed=None)
def quorum_of_none(m):
    """The anchor asks for no witness: completeness and time stay undecided, however old it all is."""
    m.as_of = m.now + 1000 * DAY
    return [("no_witness", None)]


@case("14.4")
def cosignature_stripped(m):
    """One of two witnesses is missing from the only checkpoint."""
    m.publish(witnesses=["oversight"])
    m.publish_at_end = False
    return [("tail_not_witnessed", 1)]


@case("14.4")
def never_published(m):
    """A ledger without any checkpoint, within the time it has."""
    m.document(m.clerk)
    m.publish_at_end = False
    return [("tail_not_witnessed", 1)]


@case("14.4")
def never_published_and_old(m):
    """A ledger without any checkpoint, two days and a moment after its first record."""
    m.publish_at_end = False
    m.as_of = m.now - 7 * SECOND + 2 * DAY + 1
    return [("tail_not_witnessed", 1), ("stale", None)]


@case("14.4")
def end_not_published(m):
    """Two records came after the last publication."""
    m.have_clerk()
    m.publish()
    first = m.document(m.clerk)
    m.document(m.clerk)
    m.publish_at_end = False
    return [("tail_not_witnessed", first.position)]


@case("14.4")
def end_signed_by_the_ledger_alone(m):
    """The newest checkpoint bears no cosignature."""
    m.have_clerk()
    m.publish()
    first = m.document(m.clerk)
    m.publish(witnesses=[])
    m.publish_at_end = False
    return [("tail_not_witnessed", first.position)]


@case("14.4")
def stale(m):
    """Nobody has stood behind the newest checkpoint for more than two days."""
    m.publish()
    m.publish_at_end = False
    m.as_of = m.now // SECOND * SECOND + 2 * DAY + 1
    return [("stale", None)]


@case("14.4")
def stale_though_one_witness_came_again(m):
    """One witness renewed its cosignature; the quorum of two last stood together two days ago."""
    m.publish()
    m.publish_at_end = False
    began = m.now // SECOND
    store(m, m.note(witnesses=["oversight"], seconds=began + 86_400))
    m.as_of = began * SECOND + 2 * DAY + 1
    return [("stale", None)]


@case("14.3")
def record_after_its_witness(m):
    """A checkpoint was cosigned before one of the records it covers: a history made up afterwards."""
    early = m.now // SECOND
    m.have_clerk()
    m.tick(901 * SECOND)
    first = m.document(m.clerk)
    m.document(m.clerk)
    m.publish(seconds=early)
    m.publish_at_end = False
    return [("after_its_witness", first.position)]


@case("14.3")
def records_after_their_witness_in_two_runs(m):
    """The times of record jump back in between, so that two runs stand after the witness."""
    early = m.now // SECOND
    m.have_clerk()
    before = m.now
    m.tick(1000 * SECOND)
    first = m.document(m.clerk)
    after = m.now
    data = {"person": m.clerk.person, "post": "guest/desk", "reason": "left"}
    cases = [f"person:{m.clerk.person}"]
    m.now = before
    middle = m.add_act(m.act(m.clerk, "post_ended", data, cases=cases), m.clerk.key, recorded_at=before)
    m.now = after
    second = m.document(m.clerk)
    m.publish(seconds=early)
    m.publish_at_end = False
    return [
        ("after_its_witness", first.position),
        ("clock_went_back", middle.position),
        ("after_its_witness", second.position),
    ]


@case("14.3")
def witnessed_late(m):
    """The first three records waited longer than two days for a witness, the last did not."""
    m.tick(DAY)
    quiet(m, m.registrar)
    m.tick(DAY + 3600 * SECOND)
    return [("witnessed_late", 1)]


@case("14.3")
def witnessed_late_because_of_one(m):
    """The quorum is two: the later witness decides."""
    at = m.now // SECOND
    store(m, m.note(witnesses=["oversight"], seconds=at))
    store(m, m.note(witnesses=["archive"], seconds=at + 3 * 86_400))
    m.publish_at_end = False
    m.as_of = m.now + 3 * DAY
    return [("witnessed_late", 1), ("stale", None)]


@case("14.3", needed=1)
def witnessed_in_time_by_one_of_two(m):
    """The quorum is one of two: the earlier witness decides."""
    at = m.now // SECOND
    store(m, m.note(witnesses=["oversight"], seconds=at))
    store(m, m.note(witnesses=["archive"], seconds=at + 3 * 86_400))
    m.publish_at_end = False
    m.as_of = m.now + 3 * DAY
    return []


@case("14.3")
def cosignature_moved_to_another_checkpoint(m):
    """A witness's line is taken from an older checkpoint: under this one it is wrong and spoils the note."""
    old = m.note()
    m.document(m.clerk)
    lines = m.note(witnesses=["oversight"]).rstrip("\n").split("\n")
    moved = "\n".join([*lines, old.rstrip("\n").split("\n")[-1]]) + "\n"
    store(m, moved)
    return [("bad_checkpoint", None)]


@case("14.4")
def witness_of_no_anchor(m):
    """Somebody cosigned who is no witness of the anchor: the line is ignored."""
    stranger = CorpusMaker(witnesses=("oversight", "stranger"))
    body = notes.checkpoint_body(m.origin, m.size, m.tree.root())
    at = m.now // SECOND
    lines = [
        notes.sign_note(m.checkpoint_key, m.origin, body),
        notes.cosign_line(m.witness_keys["oversight"], m.witness("oversight").name, body, at),
        notes.cosign_line(fixed_key("ed25519", "stranger"), stranger.witness("stranger").name, body, at),
    ]
    note = notes.note_text(body, lines)
    store(m, note)
    m.contents.newest = note
    m.publish_at_end = False
    return [("tail_not_witnessed", 1)]


# ---- several anchors ----


def anchor_of(m: CorpusMaker, *names: str) -> str:
    """An anchor whose quorum is all of these witnesses."""
    assert m.ledger is not None
    witnesses = [Witness(name, m.witness(name)) for name in names]
    return make(
        m.ledger, [m.vkey], witnesses, [Group("all_of_them", len(names), names)], "all_of_them"
    ).format()


@case("14.3")
def published_for_one_of_two_anchors(m):
    """Two anchors of one ledger: a checkpoint that satisfies one of them is published."""
    m.anchors = [anchor_of(m, "oversight"), anchor_of(m, "oversight", "archive")]
    m.publish(witnesses=["oversight"])
    m.publish_at_end = False
    return []


@case("13.4")
def one_of_two_anchors_names_another_ledger(m):
    """Every anchor given must name this ledger."""
    m.anchors = [m.anchor().format(), m.other().anchor().format()]
    return [("other_ledger", 1)]
