"""An office that signs checkpoints over trees of its choice, honestly or not."""

from collections.abc import Iterable
from pathlib import Path

from ledger.sealing.algorithms import generate
from ledger.sealing.lockbox import Cost
from ledger.sealing.notes import Note, checkpoint_body, note_text, parse, sign_note
from ledger.sealing.proofs import root_at
from ledger.sealing.tree import Frontier, leaf_hash
from ledger.sealing.vkeys import LEDGER, VerifierKey
from ledger.witness import Proof, prove, stick

CHEAP = Cost(2, 1, 1)
PASSWORD = "见证口令"
ORIGIN = "example.gov/award"


class Tree:
    """A history: its records, and every complete node over them."""

    def __init__(self, records: Iterable[bytes]) -> None:
        self.nodes: dict[tuple[int, int], bytes] = {}
        frontier = Frontier()
        for record in records:
            for level, number, digest in frontier.push(leaf_hash(record)):
                self.nodes[level, number] = digest
        self.size = frontier.size

    def node(self, level: int, number: int) -> bytes:
        return self.nodes[level, number]

    def root(self, size: int) -> bytes:
        return root_at(size, self.node)

    def prove(self, old: int, size: int) -> Proof:
        return prove(old, size, self.node)


class Office:
    """Holds a ledger's checkpoint key."""

    def __init__(self, origin: str = ORIGIN) -> None:
        self.origin = origin
        self.private = generate("ed25519")
        self.vkey = VerifierKey.of(self.private, origin, LEDGER)

    def note(self, tree: Tree, size: int) -> Note:
        body = checkpoint_body(self.origin, size, tree.root(size))
        return parse(note_text(body, [sign_note(self.private, self.origin, body)]))

    def export(self, folder: Path, tree: Tree, size: int, *olds: int) -> Path:
        """A stick with the checkpoint of that size and proofs from these."""
        stick.write(folder, self.note(tree, size), [tree.prove(old, size) for old in olds], [self.vkey])
        return folder


def history(size: int, shared: int | None = None, name: str = "b") -> Tree:
    """`size` records, of which those after the first `shared` are of a history of another name."""
    shared = size if shared is None else shared
    return Tree(f"{'a' if i < shared else name}{i}".encode() for i in range(size))
