"""What each worker process does: chunk after chunk, on connections of its own."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgpack

from ledger.acts.committed import commitments, committed_fields
from ledger.acts.registry import TYPES
from ledger.audit.chunk import SPAN, Chunk, Signer
from ledger.audit.decided import Rows
from ledger.audit.examine import REFUSAL, inner_signed, slowly
from ledger.audit.glance import Glance, Glancer
from ledger.audit.indexed import IndexRow, first_of, nodes_differ, rows_differ
from ledger.audit.keyring import Candidates, KeyRing
from ledger.audit.nodes import subtree
from ledger.audit.reader import Place, open_source
from ledger.audit.reader.vault import Vault
from ledger.audit.values import Committed, Values, compare, withheld
from ledger.errors import LedgerError
from ledger.rules.life.fact import Fact
from ledger.rules.life.judge import id_key
from ledger.sealing.tree import leaf_hash

AT_ONCE: Final = 256  # records in memory; each may have 64 kB
BULKY: Final = 4096  # bytes of a record


class Task(NamedTuple):
    """What every examiner of one verification is given; `secret` is that of its sums."""

    place: Place
    candidates: Candidates
    secret: int


class Examiner:
    """Examines chunks of one ledger. Close it."""

    def __init__(self, task: Task) -> None:
        place = task.place
        self._source = open_source(place)
        self._secret = task.secret
        self._keys = KeyRing(task.candidates)
        self._glance = Glancer(self._keys).glance
        self._vault: Vault | None = None
        self._unreadable: str | None = None
        if place.vault is not None and place.vault.exists():
            try:
                self._vault = Vault(place.vault)
            except LedgerError as error:
                if error.code != "vault_unreadable":
                    self._source.close()
                    raise
                self._unreadable = str(error.facts["detail"])

    def close(self) -> None:
        """Let the databases go."""
        self._source.close()
        if self._vault is not None:
            self._vault.close()

    def examine(self, first: int, last: int) -> Chunk:
        """What stands at these positions."""
        chunk = Chunk(first)
        gathering = _Gathering(chunk, self._keys)
        positions, leaves = list[int](), list[bytes]()
        for begin in range(first, last + 1, AT_ONCE):
            rows = self._source.rows(begin, min(begin + AT_ONCE - 1, last))
            # One kind of work after the other, not record by record: each finds its tables in the processor's
            # caches still, which saves some three microseconds a record.
            leaves += [leaf_hash(data if type(data) is bytes else _shown(data)) for _, data in rows]
            glances = [self._glance(data) for _, data in rows]
            signed = [glance is not None and glance.signed() for glance in glances]
            for (position, data), glance, good in zip(rows, glances, signed, strict=True):
                gathering.take(len(positions), position, data, glance if good else None)
                positions.append(position)
        dense = positions == list(range(first, first + len(positions)))
        if not dense:
            chunk.positions = positions
        fits = dense and (first - 1) % SPAN == 0
        chunk.levels = subtree(leaves) if fits else [b"".join(leaves)]
        decides = Rows(self._secret)
        decides.add((row[4], row[0]) for row in gathering.indexed)
        decides.add((row[5], row[0]) for row in gathering.indexed if row[5] is not None)
        chunk.decides = decides.product, decides.count
        chunk.differs = rows_differ(self._source, first, last, gathering.indexed, gathering.unindexed)
        if fits and len(leaves) == last - first + 1:
            chunk.nodes_seen = True
            begin = first - 1
            numbered = [(level, begin >> level, hashes) for level, hashes in enumerate(chunk.levels)]
            chunk.differs = first_of(chunk.differs, nodes_differ(self._source, numbered))
        chunk.values = self._values(gathering.committed)
        return chunk

    def _values(self, committed: list[Committed]) -> Values:
        if self._vault is None and self._unreadable is None:
            return withheld(committed)
        return compare(committed, self._vault, self._unreadable)


class _Gathering:
    """Takes record after record into a chunk."""

    def __init__(self, chunk: Chunk, keys: KeyRing) -> None:
        self._chunk, self._keys = chunk, keys
        self._signers: dict[Signer, int] = {}
        self._seens: dict[tuple[int, bytes], int] = {}
        self.indexed: list[IndexRow] = []
        self.unindexed: set[int] = set()
        self.committed: list[Committed] = []

    def take(self, row: int, position: int, data: Any, found: Glance | None) -> None:
        """Take in what stands at a position: what a glance has found faultless, or anything else."""
        if found is None:
            self._take_fact(row, position, data, slowly(data, self._keys))
            return
        (
            act_bytes, digest, recorded_at, sig, _, texts, tags, id_, key, ledger, signed_at, seen, basis, batch,
            content,
        ) = found  # fmt: skip
        by, as_, mode, late, form = texts
        whole = form.whole(content, tags) if form.filing else None
        if not form.plain and whole is None:
            fact = Fact(recorded_at, digest, msgpack.unpackb(act_bytes), sig, True, (), True)
            self._take_fact(row, position, data, fact)
            return
        lag = signed_at - recorded_at
        if late and lag < 0:
            lag = 0
        type_ = form.kind.name
        signer = self._signer((by, key, as_, type_, ledger))
        shown = -1 if seen is None else self._seen(seen)
        chunk = self._chunk
        chunk.plains.append((digest, id_key(by, id_), recorded_at, lag, signer, shown, basis, batch, whole))
        chunk.modes[mode] = chunk.modes.get(mode, 0) + 1
        self.indexed.append((position, recorded_at, type_, by, digest, None, tags))
        if form.committed != ():
            fields = form.commitments(content)
            self.committed.append(Committed(position, digest, ledger, by, id_, fields))

    def _take_fact(self, row: int, position: int, data: Any, fact: Fact) -> None:
        act = fact.act
        if act is not None and fact.known and act["type"] == REFUSAL:
            fact = fact._replace(inner_ok=inner_signed(act, self._keys))
        self._chunk.plains.append(None)
        if type(data) is bytes and len(data) > BULKY:
            self._chunk.bulky[row] = (fact.digest, fact.sig_ok, fact.inner_ok)
        else:
            self._chunk.facts[row] = fact
        if act is None or fact.recorded_at is None or fact.digest is None:
            self.unindexed.add(position)
        else:
            self._note(position, fact.recorded_at, fact.digest, act, fact.known)

    def _signer(self, signer: Signer) -> int:
        number = self._signers.get(signer)
        if number is None:
            number = self._signers[signer] = len(self._signers)
            self._chunk.signers.append(signer)
        return number

    def _seen(self, seen: tuple[int, bytes]) -> int:
        number = self._seens.get(seen)
        if number is None:
            number = self._seens[seen] = len(self._seens)
            self._chunk.seens.append(seen)
        return number

    def _note(self, position: int, recorded_at: int, digest: bytes, act: dict[str, Any], known: bool) -> None:
        """What is compared or counted, whatever the walk will say of the record."""
        modes, mode, type_, refused = self._chunk.modes, act["mode"], act["type"], None
        modes[mode] = modes.get(mode, 0) + 1
        if type_ == REFUSAL:
            inner = act["data"].get("act")
            if type(inner) is not bytes:
                self.unindexed.add(position)
                return
            refused = sha256(inner).digest()
        tags = "\n".join(act["cases"])
        self.indexed.append((position, recorded_at, type_, act["by"], digest, refused, tags))
        kind = TYPES.get(type_, act["v"]) if known else None
        if kind is not None and committed_fields(kind.struct):
            fields = commitments(kind, act["data"])
            self.committed.append(Committed(position, digest, act["ledger"], act["by"], act["id"], fields))


def _shown(data: Any) -> bytes:
    """Something to hash for a leaf that is no byte string, and is reported as such; of text, its bytes."""
    return str(data).encode(errors="surrogateescape")
