"""The table `decided` compared with every digest that the records decide.

Of a ledger in which all is well the table holds just what the workers find in the bytes, so two sums are compared
and nothing is looked up. The sum of rows is the product of (r + row) over a prime field, row being digest and
position as one number and r drawn anew for each verification: two different tables of n rows have the same one
with a probability of n / 2^521, whatever somebody has put into the table beforehand.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, Final

from ledger.audit.indexed import Difference, number_of, unreadable
from ledger.audit.reader.source import Source
from ledger.errors import LedgerError
from ledger.rules.seen import Seen
from ledger.sealing import canon
from ledger.sealing.record import unpack

_BITS: Final = 521
_PRIME: Final = 2**_BITS - 1
_FAR: Final = 2**62


def fresh_secret() -> int:
    """The r of one verification."""
    return secrets.randbelow(2**512)


class Rows:
    """A sum of rows (digest, position). Add to it, or ask whether a table holds just the same."""

    __slots__ = ("_secret", "count", "product")

    def __init__(self, secret: int) -> None:
        self._secret, self.product, self.count = secret, 1, 0

    def add(self, rows: Iterable[tuple[bytes, int]]) -> None:
        """Add rows that are what they should be."""
        product, secret, count, number = self.product, self._secret, 0, int.from_bytes
        for digest, position in rows:
            product *= secret + (position << 256) + number(digest)
            # 2^521 is 1 modulo this prime, so what stands above 521 bits is added below; dividing takes longer.
            product = (product & _PRIME) + (product >> _BITS)
            count += 1
        self.product, self.count = product % _PRIME, self.count + count

    def join(self, product: int, count: int) -> None:
        """Add what another process has added up under the same secret."""
        self.product, self.count = self.product * product % _PRIME, self.count + count

    def holds(self, portions: Iterable[list[tuple[Any, ...]]]) -> bool:
        """Whether these are the same rows, in whatever order."""
        theirs = Rows(self._secret)
        for portion in portions:
            for digest, position in portion:
                if (
                    type(digest) is not bytes
                    or len(digest) != 32
                    or type(position) is not int
                    or position < 1
                ):
                    return False
            theirs.add(portion)
        return (theirs.product, theirs.count) == (self.product, self.count)


def _decides(data: Any, digest: bytes) -> bool:
    """Whether a record decides exactly this digest: its act's, or that of the act inside."""
    try:
        act_bytes = unpack(data if type(data) is bytes else b"").act
        if sha256(act_bytes).digest() == digest:
            return True
        return sha256(canon.decode(act_bytes)["data"]["act"]).digest() == digest
    except (LedgerError, KeyError, TypeError):
        return False


class Decided:
    """What the table `decided` must hold. Of a faultless ledger just what the walk has seen; `extra` are digests
    inside refusals that took no effect, `loose` those of acts that no store would have taken in."""

    def __init__(self, digests: Seen) -> None:
        self.digests = digests
        self.extra: dict[bytes, int] = {}
        self.loose: set[bytes] = set()

    def differs(self, source: Source, rows: Rows) -> Difference | None:
        """The whole table compared; `rows` is what the workers say it must hold if nothing is the matter."""
        try:
            if rows.holds(source.decided()):
                return None
        except LedgerError as error:
            return unreadable("decided", 1, error)
        return self._searched(source)

    def _searched(self, source: Source) -> Difference | None:
        """Row by row: slowly, since something is wrong already, with the table or with the ledger."""
        count, get = 0, self._wanted
        wrong: list[int] = []
        try:
            for portion in source.decided():
                count += len(portion)
                for digest, position in portion:
                    if type(digest) is not bytes or len(digest) != 32:
                        wrong.append(number_of(position) or 1)
                    elif get(digest) != position:
                        if digest in self.loose:
                            count -= 1
                        else:
                            wrong += [number_of(position) or 1, get(digest) or _FAR]
                    elif not _decides(source.record(position), digest):
                        wrong.append(position)  # like the right one in the half that is remembered
        except LedgerError as error:
            return unreadable("decided", 1, error)
        # A digest whose refusal took no effect may have come again, and then stands in both.
        twice = sum(self.digests.get(digest) is not None for digest in self.extra)
        most = len(self.digests) + len(self.extra) - twice
        loose = sum(get(digest) is not None for digest in self.loose)
        if not wrong and most - loose <= count <= most:
            return None
        return Difference("decided", min([*wrong, self._first_missing(source)]))

    def some_differ(self, source: Source, fresh: Sequence[tuple[bytes, int]]) -> Difference | None:
        """Only these digests compared."""
        wanted = {d: min(p, self.extra.get(d, p)) for d, p in reversed(fresh) if d not in self.loose}
        digests, wrong = list(wanted), []
        try:
            for at in range(0, len(digests), 400):
                some = digests[at : at + 400]
                found = dict(source.decided_of(some))
                wrong += [wanted[digest] for digest in some if found.get(digest) != wanted[digest]]
        except LedgerError as error:
            return unreadable("decided", min(wanted.values()), error)
        return Difference("decided", min(wrong)) if wrong else None

    def _wanted(self, digest: bytes) -> int | None:
        """The position at which a digest came first."""
        seen, inner = self.digests.get(digest), self.extra.get(digest)
        return inner if seen is None or (inner is not None and inner < seen) else seen

    def _first_missing(self, source: Source) -> int:
        """The lowest position whose digest the table lacks; only asked when something is wrong already."""
        there = {
            bytes(digest[:16]) for part in source.decided() for digest, _ in part if type(digest) is bytes
        }
        loose = {digest[:16] for digest in self.loose}
        wanted = [*self.digests.items(), *((digest[:16], at) for digest, at in self.extra.items())]
        return min((at for key, at in wanted if key not in there and key not in loose), default=_FAR)
