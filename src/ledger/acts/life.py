"""Acts of the ledger's own life: founding, keys, posts, duties, documents, refusals, closing.

They are frozen: records written today must verify in twenty years. A change is a new version with an upcaster.

A field is held to what the table of types says of it and to nothing more: a text may be empty, a number
negative, unless a bound is written there. What makes a good founding is judged by the rules, not by the shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Final

from ledger.acts import kinds as k
from ledger.acts.kinds import (
    B16Bytes,
    Case,
    Code,
    Commitment,
    Day,
    Digest,
    Ident,
    KeyId,
    Post,
    Raw,
    Text,
)
from ledger.acts.registry import TYPES
from ledger.acts.struct import part

SECOND: Final = 1_000_000
DUTIES: Final = ("confirming", "custodian", "office", "oversight", "registrar")

ALG = k.one_of("p256-sha256", "ed25519")
Alg = Annotated[str, ALG]
POSTS = k.ascending(k.POST)
SOME_POSTS = k.ascending(k.POST, least=1)
DIGESTS = k.ascending(k.B32, most=1000)


@dataclass(frozen=True, slots=True)
class KeyObject:
    """A key with the proof that its owner holds it."""

    alg: Alg
    pop: Raw
    spki: Raw


@dataclass(frozen=True, slots=True)
class Founder:
    alg: Alg
    person: Ident
    pop: Raw
    post: Post
    spki: Raw


@dataclass(frozen=True, slots=True)
class RecoveryKey:
    alg: Alg
    person: Ident
    pop: Raw
    spki: Raw


@dataclass(frozen=True, slots=True)
class Recovery:
    k: Annotated[int, k.INT]
    keys: Annotated[tuple[RecoveryKey, ...], k.many(part(RecoveryKey))]


@dataclass(frozen=True, slots=True)
class Duties:
    """Which posts carry each of the ledger's five offices."""

    confirming: Annotated[tuple[str, ...], POSTS]
    custodian: Annotated[tuple[str, ...], POSTS]
    office: Annotated[tuple[str, ...], POSTS]
    oversight: Annotated[tuple[str, ...], POSTS]
    registrar: Annotated[tuple[str, ...], POSTS]


@dataclass(frozen=True, slots=True)
class Predecessor:
    ledger: Digest
    lost: Annotated[tuple[int, bytes] | None, k.optional(k.pair(k.INT, k.B32))]
    root: Digest
    size: Annotated[int, k.INT]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class LedgerOpened:
    authority: Text
    checkpoint_keys: Annotated[tuple[str, ...], k.many(k.TEXT)]
    checkpoint_proofs: Annotated[tuple[str, ...], k.many(k.TEXT)]
    duties: Annotated[Duties, part(Duties)]
    engine: Annotated[int, k.INT]
    founders: Annotated[tuple[Founder, ...], k.many(part(Founder))]
    kind: Annotated[str, k.one_of("live", "imported", "rehearsal")]
    machine: Annotated[KeyObject, part(KeyObject)]
    nonce: B16Bytes
    origin: Text
    predecessor: Annotated[Predecessor | None, k.optional(part(Predecessor))]
    recovery: Annotated[Recovery, part(Recovery)]
    tolerance: Annotated[int, k.span(SECOND, 3600 * SECOND)]
    witness_due: Annotated[int, k.span(600 * SECOND, 9 * 86400 * SECOND)]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class FoundingAccepted:
    pass


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class KeyEnrolled:
    alg: Alg
    person: Ident
    pop: Raw
    spki: Raw


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class KeyConfirmed:
    key: KeyId


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class KeyRevoked:
    doubtful_from: Annotated[int | None, k.optional(k.INT)]
    key: KeyId
    reason: Annotated[str, k.one_of("lost", "stolen", "left", "replaced", "other")]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class PostAssigned:
    person: Ident
    post: Post


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class PostEnded:
    person: Ident
    post: Post
    reason: Code


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class DutiesChanged:
    duty: Annotated[str, k.one_of(*DUTIES)]
    posts: Annotated[tuple[str, ...], SOME_POSTS]
    reason: Commitment


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class ActsConfirmed:
    acts: Annotated[tuple[bytes, ...], DIGESTS]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class SignatureRepudiated:
    acts: Annotated[tuple[bytes, ...], DIGESTS]
    reason: Commitment


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class ActsSetAside:
    acts: Annotated[tuple[bytes, ...], DIGESTS]
    ground: Code


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class DocumentFiled:
    bytes_: Annotated[bytes, k.Kind("at most 45,000 bytes", lambda v: type(v) is bytes and len(v) <= 45_000)]
    document: Digest
    part: Annotated[int, k.span(1, 4096)]
    parts: Annotated[int, k.span(1, 4096)]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class DocumentRegistered:
    date: Annotated[str | None, k.optional(k.DAY)]
    file: Commitment
    how: Code
    issuer: Text
    kind: Annotated[str, k.one_of("original", "copy")]
    number: Annotated[bytes | None, k.optional(k.COMMITMENT)]
    received: k.At


@dataclass(frozen=True, slots=True)
class Breach:
    """One reason of a refusal, as the record keeps it; sentences are made from it when somebody reads."""

    article: Annotated[str | None, k.optional(k.TEXT)]
    code: Annotated[str, k.TEXT]
    facts: Annotated[tuple[tuple[str, str], ...], k.pairs(k.TEXT, k.TEXT)]
    positions: Annotated[tuple[int, ...], k.ascending(k.INT)]
    rule: Annotated[str | None, k.optional(k.TEXT)]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class ActRefused:
    act: Raw
    breaches: Annotated[tuple[Breach, ...], k.many(part(Breach))]
    more: Annotated[int, k.INT]
    sig: Raw


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class RefusalsThrottled:
    count: Annotated[int, k.INT]
    day: Day
    first: Digest
    person: Ident


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class VaultRead:
    case: Case
    fields: Annotated[tuple[str, ...], k.ascending(k.TEXT)]
    purpose: Code
    reader: Ident


@dataclass(frozen=True, slots=True)
class Opening:
    act: Digest
    field: Text
    salt: Digest
    value: Annotated[Any, k.ANY]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class CommitmentOpened:
    openings: Annotated[tuple[Opening, ...], k.many(part(Opening))]


@TYPES.act(life=True)
@dataclass(frozen=True, slots=True)
class LedgerClosed:
    reason: Code
    successor: Annotated[str | None, k.optional(k.TEXT)]


TYPES.wait(
    "rules_adopted",
    "key_recovered",
    "key_introduced",
    "ledger_key_rotated",
    "clock_corrected",
    "vault_item_erased",
    "hold_placed",
    "hold_lifted",
    "cases_counted",
)
