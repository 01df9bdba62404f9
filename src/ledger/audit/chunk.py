"""A worker's share: a run of positions, read, examined, hashed, and compared with its index rows and its values.

What goes back to the walk is plain data, as small as it can be: for a faultless act that changes nothing but
documents a `Plain`, for every other record a fact, and of a bulky one only what reading it again would not tell.
Signers and seen checkpoints, which repeat, stand in lists of their own.
"""

from __future__ import annotations

import marshal
from dataclasses import dataclass, field
from typing import Final

from ledger.audit.indexed import Difference
from ledger.audit.values import Values
from ledger.rules.life.fact import Fact

SPAN: Final = 2048
"""Positions in a chunk; a power of two, so that its tree is a part of the whole tree."""

Signer = tuple[str, bytes, str | None, str, bytes | None]
"""by, key, as, type, ledger: what decides whether a faultless act was its signer's to make."""

Plain = tuple[
    bytes, bytes, int, int, int, int, tuple[bytes, ...], tuple[bytes, int, int] | None, bytes | None
]
"""digest, key of (by, id), recorded_at, lag, signer, seen, basis, batch, whole.

`lag`: how much later it says it was signed than it was received; with a reason for being late, never below nought.
`signer` and `seen` are places in the chunk's lists, `seen` -1 for none. `whole` is the document that it files.
"""

Checked = tuple[bytes | None, bool | None, bool | None]
"""digest, sig_ok, inner_ok of a bulky record: whoever reads it again need not check signatures again."""


@dataclass(slots=True)
class Chunk:
    """What a worker found at `first` and after it.

    `positions`: where the records stand, None if at `first`, `first` + 1, … without a hole. `levels`: their leaves,
    and if the whole tree has them too, the nodes above. `plains`: one a record, None where `facts` or
    `bulky` has it. `decides`: product and count of the rows that `decided` must
    hold. `nodes_seen`: the stored nodes of these levels were compared.
    """

    first: int
    positions: list[int] | None = None
    levels: list[bytes] = field(default_factory=list)
    plains: list[Plain | None] = field(default_factory=list)
    facts: dict[int, Fact] = field(default_factory=dict)
    bulky: dict[int, Checked] = field(default_factory=dict)
    signers: list[Signer] = field(default_factory=list)
    seens: list[tuple[int, bytes]] = field(default_factory=list)
    modes: dict[str, int] = field(default_factory=dict)
    decides: tuple[int, int] = (1, 0)
    nodes_seen: bool = False
    differs: Difference | None = None
    values: Values = field(default_factory=Values)

    def dumps(self) -> bytes:
        """As bytes, for another process of ours."""
        facts = {row: tuple(fact) for row, fact in self.facts.items()}
        return marshal.dumps(
            (
                (self.first, self.positions, self.levels),
                (self.plains, facts, self.bulky, self.signers, self.seens, self.modes),
                (self.decides, self.nodes_seen, self.differs and tuple(self.differs), tuple(self.values)),
            )
        )

    @classmethod
    def loads(cls, data: bytes) -> Chunk:
        """What `dumps` gave."""
        (first, positions, levels), found, (decides, nodes_seen, differs, values) = marshal.loads(
            data
        )  # never a stranger's
        plains, facts, bulky, signers, seens, modes = found
        whole = {row: Fact(*fact) for row, fact in facts.items()}
        told = None if differs is None else Difference(*differs)
        return cls(
            first,
            positions,
            levels,
            plains,
            whole,
            bulky,
            signers,
            seens,
            modes,
            decides,
            nodes_seen,
            told,
            Values(*values),
        )
