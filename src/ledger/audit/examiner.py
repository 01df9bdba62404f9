"""What each worker process does: chunk after chunk, on connections of its own."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from ledger.acts.committed import commitments, committed_fields
from ledger.acts.registry import TYPES, ActType
from ledger.audit.chunk import SPAN, Chunk, Plain, Signer
from ledger.audit.examine import REFUSAL, Candidates, Glancer, KeyRing, inner_signed, slowly
from ledger.audit.indexed import IndexRow, first_of, nodes_differ, rows_differ
from ledger.audit.nodes import subtree
from ledger.audit.reader import Place, open_source
from ledger.audit.reader.vault import Vault
from ledger.audit.values import Committed, Values, compare, withheld
from ledger.errors import LedgerError
from ledger.rules.life.fact import DATA_FREE, Fact
from ledger.rules.life.judge import id_key
from ledger.sealing.tree import leaf_hash

AT_ONCE: Final = 256  # records in memory; each may have 64 kB
BULKY: Final = 4096  # bytes of a record


class Examiner:
    """Examines chunks of one ledger. Close it."""

    def __init__(self, place: Place, candidates: Candidates) -> None:
        self._source = open_source(place)
        self._keys = KeyRing(candidates)
        self._glancer = Glancer(self._keys)
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
        gathering = _Gathering(chunk, self._keys, self._glancer)
        positions, leaves = list[int](), list[bytes]()
        for begin in range(first, last + 1, AT_ONCE):
            for position, data in self._source.rows(begin, min(begin + AT_ONCE - 1, last)):
                leaves.append(leaf_hash(data if type(data) is bytes else str(data).encode(errors="replace")))
                gathering.take(len(positions), position, data)
                positions.append(position)
        dense = positions == list(range(first, first + len(positions)))
        if not dense:
            chunk.positions = positions
        fits = dense and (first - 1) % SPAN == 0
        chunk.levels = subtree(leaves) if fits else [b"".join(leaves)]
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

    def __init__(self, chunk: Chunk, keys: KeyRing, glancer: Glancer) -> None:
        self._chunk, self._keys, self._glance = chunk, keys, glancer.glance
        self._signers: dict[Signer, int] = {}
        self._seens: dict[tuple[int, bytes], int] = {}
        self.indexed: list[IndexRow] = []
        self.unindexed: set[int] = set()
        self.committed: list[Committed] = []

    def take(self, row: int, position: int, data: Any) -> None:
        """Examine what stands at a position."""
        found = self._glance(data)
        if found is not None:
            act, digest, recorded_at, sig, kind = found
            if (not kind.life or kind.name in DATA_FREE) and "openings" not in act["data"]:
                self._chunk.plains.append(self._plain(act, digest, recorded_at))
                self._note(position, recorded_at, digest, act, kind)
                return
            fact = Fact(recorded_at, digest, act, sig, True, (), True)
        else:
            fact = slowly(data, self._keys)
        self._take_fact(row, position, data, fact)

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
            kind = TYPES.get(act["type"], act["v"]) if fact.known else None
            self._note(position, fact.recorded_at, fact.digest, act, kind)

    def _plain(self, act: dict[str, Any], digest: bytes, recorded_at: int) -> Plain:
        by, batch, seen = act["by"], act["batch"], act["seen"]
        lag = act["signed"] - recorded_at
        if lag < 0 and act["late"] is not None:
            lag = 0
        signer = (by, act["key"], act["as"], act["type"], act["ledger"])
        number = self._signers.get(signer)
        if number is None:
            number = self._signers[signer] = len(self._signers)
            self._chunk.signers.append(signer)
        return (
            digest, id_key(act), recorded_at, lag, number, -1 if seen is None else self._seen(tuple(seen)),
            tuple(act["basis"]), None if batch is None else tuple(batch),
        )  # fmt: skip

    def _seen(self, seen: tuple[int, bytes]) -> int:
        number = self._seens.get(seen)
        if number is None:
            number = self._seens[seen] = len(self._seens)
            self._chunk.seens.append(seen)
        return number

    def _note(
        self, position: int, recorded_at: int, digest: bytes, act: dict[str, Any], kind: ActType | None
    ) -> None:
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
        if kind is not None and committed_fields(kind.struct):
            fields = commitments(kind, act["data"])
            self.committed.append(Committed(position, digest, act["ledger"], act["by"], act["id"], fields))
