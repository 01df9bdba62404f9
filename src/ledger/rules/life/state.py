"""The state of the ledger's own life: what the records so far have made of keys, posts, duties, documents."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass, field, fields
from typing import Final, Protocol

from ledger.rules.layer import Layer, forked
from ledger.rules.seen import Seen

DEFAULT_TOLERANCE: Final = 15 * 60 * 1_000_000
DEFAULT_WITNESS_DUE: Final = 2 * 86_400 * 1_000_000


class Look(Protocol):
    """Rare looks back at earlier records."""

    def record(self, position: int) -> bytes | None:
        """Stored bytes of an earlier record; None if they are missing."""
        ...

    def root(self, size: int) -> bytes | None:
        """Root over the first `size` records; None if there are not so many yet."""
        ...


@dataclass(frozen=True, slots=True)
class Key:
    """One enrolled key. Positions say when things happened; None means not yet."""

    key: bytes
    alg: str
    spki: bytes
    person: str
    use: str  # act, machine or recovery
    enrolled: int
    enroller: str | None
    confirmed: int | None = None
    revoked: int | None = None
    doubtful_from: int | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """A document that comes in parts: part → (position, SHA-256 of its bytes). One that came whole is remembered
    by its digest alone (`LedgerState.wholes`), in a tenth of the room or less."""

    parts: int
    have: dict[int, tuple[int, bytes]]
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that is being read."""

    id: bytes
    of: int
    next: int
    first: int
    by: str
    recorded_at: int


@dataclass(slots=True)
class LedgerState:
    """Everything that judging a ledger-life act needs. Entries are replaced, never changed in place, so that
    `fork` costs the same on a ledger of any size."""

    size: int = 0
    recorded_at: int | None = None
    ledger: bytes | None = None
    authority: str = ""
    origin: str = ""
    kind: str = ""
    tolerance: int = DEFAULT_TOLERANCE
    witness_due: int = DEFAULT_WITNESS_DUE
    opened_at: int | None = None
    predecessor: tuple[bytes, bytes, int] | None = None
    founders: tuple[tuple[str, str], ...] = ()
    awaited: frozenset[str] = frozenset()
    founded: bool = False
    closed: int | None = None
    checkpoint_keys: tuple[str, ...] = ()
    machine: bytes | None = None
    keys: MutableMapping[bytes, Key] = field(default_factory=dict)
    first_key: MutableMapping[str, bytes] = field(default_factory=dict)
    posts: MutableMapping[str, frozenset[str]] = field(default_factory=dict)
    ever_held: frozenset[str] = frozenset()
    duties: MutableMapping[str, frozenset[str]] = field(default_factory=dict)
    filings: MutableMapping[bytes, Filing] = field(default_factory=dict)
    answered: MutableMapping[bytes, str] = field(default_factory=dict)
    batch: Batch | None = None
    broken: frozenset[bytes] = frozenset()
    other_history: bool = False
    digests: Seen = field(default_factory=Seen)
    ids: Seen = field(default_factory=Seen)
    documents: Seen = field(default_factory=Seen)
    wholes: Seen = field(default_factory=Seen)
    batches: Seen = field(default_factory=Seen)

    def fork(self) -> LedgerState:
        """A state that can go on, or be thrown away, without touching this one."""
        other = LedgerState.__new__(LedgerState)
        for name in _PLAIN:
            setattr(other, name, getattr(self, name))
        for name in _TABLES:
            setattr(other, name, forked(getattr(self, name)))
        for name in _SEEN:
            setattr(other, name, getattr(self, name).fork())
        return other

    def settle(self) -> None:
        """Make a forked state the one to stay."""
        for name in _TABLES:
            table = getattr(self, name)
            if isinstance(table, Layer):
                setattr(self, name, table.settled())
        for name in _SEEN:
            getattr(self, name).settle()

    def register(self, document: bytes, position: int) -> None:
        """The digest of a `document_registered` that took effect."""
        self.documents.claim(document[16:], position)

    def is_document(self, digest: bytes) -> bool:
        """Whether exactly this digest may stand in `basis`.

        Half a digest is enough to recognise a repetition, where only its own author could make another act look
        alike. A reference can be made up by anybody: so both halves, each in its table, must be of one record.
        """
        position = self.documents.get(digest[16:])
        return position is not None and self.digests.get(digest) == position

    def holds(self, person: str, post: str) -> bool:
        """Whether the person holds the post now."""
        return person in self.posts.get(post, frozenset())

    def entitled(self, person: str, post: str | None, duty: str) -> bool:
        """Whether `post` is one that the person holds and that is listed under the duty."""
        return post is not None and post in self.duties.get(duty, frozenset()) and self.holds(person, post)


# How each part is forked. Every append forks once, and `dataclasses.replace` takes five times as long.
_SEEN: Final = ("digests", "ids", "documents", "wholes", "batches")
_TABLES: Final = ("keys", "first_key", "posts", "duties", "filings", "answered")
_PLAIN: Final = tuple(f.name for f in fields(LedgerState) if f.name not in _SEEN + _TABLES)
