"""What each worker process does: chunk after chunk, on connections of its own."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from ledger.acts.committed import commitments, committed_fields
from ledger.acts.registry import ActType
from ledger.audit.chunk import SPAN, Chunk, Plain, Signer
from ledger.audit.examine import REFUSAL, Candidates, Glance, KeyRing, glance, inner_signed, slowly
from ledger.audit.indexed import IndexRow, nodes_differ, rows_differ
from ledger.audit.nodes import subtree
from ledger.audit.reader import Place, Row, open_source
from ledger.audit.reader.vault import Vault
from ledger.audit.values import Committed, Values, compare, withheld
from ledger.errors import LedgerError
from ledger.rules.life.fact import DATA_FREE, Fact
from ledger.rules.life.judge import id_key


class Examiner:
    """Examines chunks of one ledger. Close it."""

    def __init__(self, place: Place, candidates: Candidates) -> None:
        self._source = open_source(place)
        self._keys = KeyRing(candidates)
        self._own_vault = place.vault is not None
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
        rows = self._source.rows(first, last)
        run = _dense_run(rows, first)
        whole = run == len(rows) == last - first + 1
        levels = subtree([_bytes(data) for _, data in rows[:run]])
        aligned = (first - 1) % SPAN == 0
        chunk = Chunk(
            first, None if run == len(rows) else [position for position, _ in rows], levels if aligned else levels[:1]
        )
        gathering = _Gathering(chunk, self._keys)
        for row, (position, data) in enumerate(rows):
            gathering.take(row, position, data)
        chunk.differs = rows_differ(self._source, first, last, gathering.indexed, gathering.unindexed)
        if chunk.differs is None and aligned and whole:
            begin = first - 1
            numbered = [(begin >> level, hashes) for level, hashes in enumerate(levels)]
            chunk.differs = nodes_differ(self._source, numbered)
            chunk.nodes_seen = True
        chunk.values = self._values(gathering.committed)
        return chunk

    def _values(self, committed: list[Committed]) -> Values:
        if not self._own_vault:
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

    def take(self, row: int, position: int, data: Any) -> None:
        """Examine what stands at a position."""
        chunk = self._chunk
        found = glance(data, self._keys)
        if found is None:
            fact = slowly(data, self._keys)
            kind = None
        else:
            act, kind = found.act, found.kind
            if not kind.life or kind.name in DATA_FREE:
                if "openings" not in act["data"]:
                    chunk.plains.append(self._plain(found))
                    self._note(position, found.recorded_at, found.digest, act, kind)
                    return
            fact = Fact(found.recorded_at, found.digest, act, found.sig, True, (), True)
        if fact.act is not None and fact.known and fact.act["type"] == REFUSAL:
            fact = fact._replace(inner_ok=inner_signed(fact.act, self._keys))
        chunk.plains.append(None)
        chunk.facts[row] = fact
        if fact.act is None or fact.recorded_at is None or fact.digest is None:
            self.unindexed.add(position)
        else:
            self._note(position, fact.recorded_at, fact.digest, fact.act, kind)

    def _plain(self, found: Glance) -> Plain:
        act = found.act
        lag = act["signed"] - found.recorded_at
        if lag < 0 and act["late"] is not None:
            lag = 0
        signer = (act["by"], act["key"], act["as"], act["type"], act["ledger"])
        number = self._signers.get(signer)
        if number is None:
            number = self._signers[signer] = len(self._signers)
            self._chunk.signers.append(signer)
        seen = -1 if act["seen"] is None else self._seen(tuple(act["seen"]))
        batch = None if act["batch"] is None else tuple(act["batch"])
        return Plain(
            found.digest, id_key(act), found.recorded_at, lag, number, seen, tuple(act["basis"]), batch
        )

    def _seen(self, seen: tuple[int, bytes]) -> int:
        number = self._seens.get(seen)
        if number is None:
            number = self._seens[seen] = len(self._seens)
            self._chunk.seens.append(seen)
        return number

    def _note(self, position: int, recorded_at: int, digest: bytes, act: dict[str, Any], kind: ActType | None) -> None:
        """What is compared or counted, whatever the walk will say of the record."""
        modes = self._chunk.modes
        modes[act["mode"]] = modes.get(act["mode"], 0) + 1
        refused = None
        if act["type"] == REFUSAL:
            inner = act["data"].get("act")
            if type(inner) is not bytes:
                self.unindexed.add(position)
                return
            refused = sha256(inner).digest()
        tags = "\n".join(act["cases"])
        self.indexed.append((position, recorded_at, act["type"], act["by"], digest, refused, tags))
        if kind is not None and committed_fields(kind.struct):
            fields = commitments(kind, act["data"])
            self.committed.append(Committed(position, digest, act["ledger"], act["by"], act["id"], fields))


def _dense_run(rows: Sequence[Row], first: int) -> int:
    """How many rows stand at `first`, `first` + 1, … one after the other."""
    if not rows or rows[0][0] != first:
        return 0
    if rows[-1][0] == first + len(rows) - 1 and len({position for position, _ in rows}) == len(rows):
        return len(rows)
    return next(i for i, (position, _) in enumerate(rows) if position != first + i)


def _bytes(data: Any) -> bytes:
    """Something to hash for a leaf that is no byte string and was reported as such."""
    return data if type(data) is bytes else str(data).encode(errors="replace")
