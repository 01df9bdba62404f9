"""Acts about entries: corrected, voided, confirmed, contested, countersigned. The entry itself stays as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from ledger.acts import kinds as k
from ledger.acts.kinds import Bool, Code, Commitment, Digest, Name
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    About,
    MaybeAt,
    MaybeCode,
    MaybeDigest,
    MaybeIdent,
    Sealed,
    SomeActs,
)
from ledger.acts.struct import part


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of `data`, or a part of the head (`in_head`), as the paper says it; `committed` for a committed one."""

    committed: Sealed
    field: Name
    in_head: Bool
    value: Annotated[Any, k.ANY]


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EntryCorrected:
    """The entry does not say what the paper says."""

    about: About
    act: Digest
    corrections: Annotated[
        tuple[Correction, ...], k.ascending_by(part(Correction), "in_head", "field", least=1, most=200)
    ]
    ground: Code
    reason: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EntryVoided:
    """The entry should not be there: made in the wrong case, or twice."""

    about: About
    act: Digest
    duplicate_of: MaybeDigest
    ground: Annotated[str, k.one_of("wrong_case", "entered_twice", "did_not_happen", "other")]
    reason: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EntryConfirmed:
    """A second pair of eyes has compared the entries with their papers."""

    about: About
    acts: SomeActs


@TYPES.act()
@dataclass(frozen=True, slots=True)
class EntryContested:
    """Somebody whom an entry is about says that it is not so."""

    about: About
    act: Digest
    fields: Annotated[tuple[str, ...], k.ascending(k.NAME)]
    receipt: MaybeIdent
    received: MaybeAt
    sent: MaybeAt
    statement: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class Countersigned:
    """Somebody else stands behind these acts too: an expert behind a typed sheet, a member behind the minutes."""

    about: About
    acts: SomeActs
    role: MaybeCode
