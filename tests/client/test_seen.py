"""What a client remembers of a ledger: only what was published, only forwards, never two histories."""

import json
from pathlib import Path

import pytest

from ledger.client import seen
from ledger.errors import LedgerError
from ledger.sealing.algorithms import generate
from ledger.sealing.anchor import Anchor, Witness, make
from ledger.sealing.notes import Note, cosign_line, note_text
from ledger.sealing.vkeys import WITNESS, VerifierKey
from tests.client.people import LEDGER
from tests.witness.office import Office, Tree, history

OFFICE, WITNESS_KEY = Office(), generate("ed25519")
WITNESSED = make(
    LEDGER, [OFFICE.vkey], [Witness("w", VerifierKey.of(WITNESS_KEY, "w", WITNESS))], (), "w"
)  # fmt: skip
ALONE = make(LEDGER, [OFFICE.vkey], [])
TREE, FORGED = history(20), history(20, 3)


def note(tree: Tree, size: int, cosigned: bool = True) -> str:
    made: Note = OFFICE.note(tree, size)
    lines = [each.line for each in made.signatures]
    if cosigned:
        lines.append(cosign_line(WITNESS_KEY, "w", made.body, 1_700_000_000))
    return note_text(made.body, lines)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "见过.json"


def refused(code: str, path: Path, anchor: Anchor, text: str, proof: list[bytes] | None = None) -> None:
    before = path.read_bytes() if path.exists() else None
    with pytest.raises(LedgerError) as caught:
        seen.remember(path, anchor, text, proof)
    assert caught.value.code == code
    assert "未知" not in caught.value.message
    assert (path.read_bytes() if path.exists() else None) == before


def test_nothing_yet(path: Path):
    assert seen.load(path, LEDGER) is None


def test_the_newest_published(path: Path):
    assert seen.remember(path, WITNESSED, note(TREE, 5)) == (5, TREE.root(5))
    assert seen.load(path, LEDGER) == (5, TREE.root(5))
    assert seen.load(path, b"\x09" * 32) is None
    assert seen.remember(path, WITNESSED, note(TREE, 9)) == (9, TREE.root(9))
    assert seen.remember(path, WITNESSED, note(TREE, 12), list(TREE.prove(9, 12).path)) == (12, TREE.root(12))
    # An older one, or the same again, changes nothing.
    assert seen.remember(path, WITNESSED, note(TREE, 7)) == (12, TREE.root(12))
    assert seen.remember(path, WITNESSED, note(TREE, 12)) == (12, TREE.root(12))


def test_ledgers_are_kept_apart(path: Path):
    other = make(b"\x09" * 32, [OFFICE.vkey], [])
    seen.remember(path, WITNESSED, note(TREE, 5))
    seen.remember(path, other, note(FORGED, 4))
    assert seen.load(path, LEDGER) == (5, TREE.root(5))
    assert seen.load(path, b"\x09" * 32) == (4, FORGED.root(4))


def test_unpublished(path: Path):
    refused("seen_unpublished", path, WITNESSED, note(TREE, 5, cosigned=False))
    refused("seen_unpublished", path, ALONE, note(TREE, 0))
    seen.remember(path, ALONE, note(TREE, 5, cosigned=False))


def test_not_the_ledgers(path: Path):
    refused("bad_checkpoint", path, make(LEDGER, [Office().vkey], []), note(TREE, 5))
    refused("bad_checkpoint", path, ALONE, "rubbish")


def test_other_history(path: Path):
    seen.remember(path, WITNESSED, note(TREE, 5))
    refused("seen_other_history", path, WITNESSED, note(FORGED, 5))
    refused("seen_other_history", path, WITNESSED, note(FORGED, 9), list(FORGED.prove(5, 9).path))
    refused("seen_other_history", path, WITNESSED, note(TREE, 9), [])


@pytest.mark.parametrize(
    "content",
    [
        b"", b"x", b"[]", b"{}", b"\xff", b'{"review-ledger seen": 2, "ledgers": {}}',
        b'{"review-ledger seen": 1, "ledgers": []}', b'{"review-ledger seen": 1, "ledgers": {"zz": {}}}',
        b'{"review-ledger seen": 1, "ledgers": {"00": {"size": 1, "root": "00"}}}',
    ],
)  # fmt: skip
def test_damaged(path: Path, content: bytes):
    path.write_bytes(content)
    for action in (lambda: seen.load(path, LEDGER), lambda: seen.remember(path, ALONE, note(TREE, 5))):
        with pytest.raises(LedgerError) as caught:
            action()
        assert caught.value.code == ("seen_damaged")
    assert path.read_bytes() == content


def test_values_that_cannot_be(path: Path):
    seen.remember(path, ALONE, note(TREE, 5))
    members = json.loads(path.read_bytes())
    for name, value in (("size", 0), ("size", "5"), ("root", "00"), ("root", None)):
        members["ledgers"][LEDGER.hex()] |= {"size": 5, "root": "00" * 32} | {name: value}
        path.write_text(json.dumps(members), encoding="utf-8")
        with pytest.raises(LedgerError) as caught:
            seen.load(path, LEDGER)
        assert caught.value.code == "seen_damaged"
