"""A worker's share: a run of positions, read, examined, hashed, and compared with its index rows and its values.

What goes back to the walk is plain data, as small as it can be: for a faultless act that changes nothing but
documents a `Plain`, for every other record the whole fact. Signers and seen checkpoints, which repeat, stand in
lists of their own.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from ledger.audit.indexed import Difference
from ledger.audit.values import Values
from ledger.rules.life.fact import Fact

SPAN: Final = 2048
"""Positions in a chunk; a power of two, so that its tree is a part of the whole tree."""

Signer = tuple[str, bytes, str | None, str, bytes | None]
"""by, key, as, type, ledger: what decides whether a faultless act was its signer's to make."""


class Plain(NamedTuple):
    """A faultless act that changes nothing but documents: all that the walk needs to know of it.

    `lag` is how much later it says it was signed than it was received; with a reason for being late, never below
    nought. `signer` and `seen` are places in the chunk's lists, `seen` -1 for none.
    """

    digest: bytes
    id_key: bytes
    recorded_at: int
    lag: int
    signer: int
    seen: int
    basis: tuple[bytes, ...]
    batch: tuple[bytes, int, int] | None


@dataclass(slots=True)
class Chunk:
    """What a worker found at `first` and after it.

    `positions`: where the records stand, None if at `first`, `first` + 1, … without a hole. `levels`: the tree over
    the records that do follow `first` so, from the leaves up. `plains`: one a record, None where `facts` has it.
    `nodes_seen`: the stored nodes of these levels were compared.
    """

    first: int
    positions: list[int] | None
    levels: list[bytes]
    plains: list[Plain | None] = field(default_factory=list)
    facts: dict[int, Fact] = field(default_factory=dict)
    signers: list[Signer] = field(default_factory=list)
    seens: list[tuple[int, bytes]] = field(default_factory=list)
    modes: dict[str, int] = field(default_factory=dict)
    nodes_seen: bool = False
    differs: Difference | None = None
    values: Values = field(default_factory=Values)

    def dumps(self) -> bytes:
        """As bytes, for another process of ours."""
        plains = [None if plain is None else tuple(plain) for plain in self.plains]
        facts = {row: tuple(fact) for row, fact in self.facts.items()}
        return marshal.dumps(
            (
                (self.first, self.positions, self.levels),
                (plains, facts, self.signers, self.seens, self.modes),
                (self.nodes_seen, self.differs, tuple(self.values)),
            )
        )

    @classmethod
    def loads(cls, data: bytes) -> Chunk:
        """What `dumps` gave."""
        place, (plains, facts, signers, seens, modes), (nodes_seen, differs, values) = marshal.loads(data)  # noqa: S302  # never a stranger's
        whole = {row: Fact(*fact) for row, fact in facts.items()}
        return cls(*place, plains, whole, signers, seens, modes, nodes_seen, differs, Values(*values))
