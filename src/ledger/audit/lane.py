"""The quick lane of the walk, for records in which nothing can be wrong and which change nothing but documents.

A `Plain` has passed every check that its own bytes allow. Of the checks against earlier records these remain, and
are made here: the clock, the replay of digest and (by, id), the time of signing, `seen`, `basis`, the batch. All
others (key, post, right, ledger, founding, closing) depend on nothing but who signs, as what, which type, and the
state; so once `judge` has found no fault with a signer, none is found again until the state changes.

Whatever does not pass goes to `judge`, which alone says what is wrong. A test walks ledgers with and without this
lane and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ledger.audit.chunk import Chunk, Plain, Signer
from ledger.rules.life.state import Batch, LedgerState

# The only life type among the plain ones (`fact.DATA_FREE`) but for `document_filed`, and its one effect.
_DOCUMENT: Final = "document_registered"
# Records of these types change nothing on which a signer's right depends.
_HARMLESS: Final = frozenset(
    {"act_refused", "document_filed", "document_registered", "refusals_throttled", "vault_read"}
)


class Lane:
    """Follows the walk: `enter` each chunk, `trust` or `changed` after each judged record."""

    def __init__(self, state: LedgerState, root: Callable[[int], bytes | None]) -> None:
        self._state, self._root = state, root
        self._trusted: dict[Signer, int] = {}
        self._signers: list[Signer] = []
        self._numbers: list[int | None] = []
        self._documents: list[bool] = []
        self._sizes: list[int] = []

    def enter(self, chunk: Chunk) -> None:
        """Prepare for the records of a chunk, whose leaves are in the tree already."""
        self._signers = chunk.signers
        self._documents = [signer[3] == _DOCUMENT for signer in chunk.signers]
        self._numbers = [self._trusted.get(signer) for signer in chunk.signers]
        self._sizes = [size if self._root(size) == root else 0 for size, root in chunk.seens]

    def trust(self, signer: int, number: int) -> None:
        """`judge` found no fault with a plain act of this signer of the chunk; `number` is that of its key."""
        self._trusted[self._signers[signer]] = self._numbers[signer] = number

    def changed(self, kind: str | None) -> None:
        """A record of this type took effect."""
        if kind not in _HARMLESS:
            self._trusted.clear()
            self._numbers = [None] * len(self._signers)

    def passes(self, p: int, plain: Plain) -> int | None:
        """The number of its key if record p is good, its effect then being made; None if `judge` must say."""
        digest, id_key, recorded_at, lag, signer, seen, basis, batch, whole = plain
        state, number = self._state, self._numbers[signer]
        if (
            number is None
            or recorded_at < state.recorded_at  # type: ignore[operator]  # known once somebody is trusted
            or not -state.tolerance <= lag <= state.tolerance
            or (seen >= 0 and not 0 < self._sizes[seen] < p)
            or (basis and not all(map(state.is_document, basis)))
            or state.digests.get(digest) is not None
            or (whole is not None and whole in state.filings)
        ):
            return None
        if (batch is not None or state.batch is not None) and not self._in_batch(p, plain):
            return None
        if state.ids.claim(id_key, p) is not None:
            return None
        if batch is not None:
            self._enter_batch(p, plain)
        state.digests.claim(digest, p)
        if self._documents[signer]:
            state.register(digest, p)
        if whole is not None:
            state.wholes.claim(whole, p)  # that it came whole before is no fault, and the first stays
        state.recorded_at = recorded_at
        state.size = p
        return number

    def _in_batch(self, p: int, plain: Plain) -> bool:
        """Whether the record goes on with the open batch, or begins one where none is open."""
        open_, batch = self._state.batch, plain[7]
        if batch is None:
            return False
        if open_ is None:
            return batch[1] == 1 and self._state.batches.get(batch[0]) is None
        return (
            batch == (open_.id, open_.next, open_.of)
            and self._signers[plain[4]][0] == open_.by
            and plain[2] == open_.recorded_at
        )

    def _enter_batch(self, p: int, plain: Plain) -> None:
        open_, batch = self._state.batch, plain[7]
        assert batch is not None
        id_, number, of = batch
        first = p if open_ is None else open_.first
        if open_ is None:
            self._state.batches.claim(id_, p)
        self._state.batch = (
            None if number == of else Batch(id_, of, number + 1, first, self._signers[plain[4]][0], plain[2])
        )
