"""Acts around publicity: opened with frozen subjects and channels, evidenced, amended, closed; objections to it.

Whether a name passed is derived from these; no act says it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ledger.acts import kinds as k
from ledger.acts.kinds import At, Body, Bool, Code, Commitment, Day, Ident
from ledger.acts.registry import TYPES
from ledger.acts.shared import (
    Applications,
    Awards,
    Channels,
    Codes,
    Count,
    ListItems,
    MaybeAt,
    MaybeBody,
    MaybeCycle,
    MaybeDay,
    MaybeIdent,
    MaybeRegulation,
    Papers,
    Parties,
    Sealed,
)
from ledger.acts.struct import part


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PublicityOpened:
    """Who is shown, in what, where. An internal publicity may come before cycle and application: it names parties."""

    channels: Channels
    contents: Codes
    cycle: MaybeCycle
    deadline: MaybeDay
    items: ListItems
    list_: MaybeIdent
    mandate: MaybeIdent
    mandate_of: MaybeBody
    notice: Sealed
    parties: Parties
    publicity: Ident
    regulation: MaybeRegulation
    sections: Codes
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PublicityAmended:
    """`items` are the names that it concerns. Corrected: as they now stand; renewed: shown for a new term."""

    channels: Channels
    cycle: MaybeCycle
    deadline: MaybeDay
    items: ListItems
    kind: Annotated[str, k.one_of("corrected", "renewed", "extended")]
    notice: Sealed
    parties: Parties
    publicity: Ident
    reason: Commitment
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PublicityEvidenceFiled:
    """A channel as it was seen at a moment: the page or paper, and whether it showed what it should."""

    captured: At
    channel: Ident
    cycle: MaybeCycle
    file: Commitment
    parties: Parties
    publicity: Ident
    shown: Bool
    step: Code


@dataclass(frozen=True, slots=True)
class ChannelEnd:
    channel: Ident
    to: Day


@TYPES.act()
@dataclass(frozen=True, slots=True)
class PublicityClosed:
    counted_days: Count
    cycle: MaybeCycle
    ends: Annotated[tuple[ChannelEnd, ...], k.ascending_by(part(ChannelEnd), "channel")]
    last_day: Day
    parties: Parties
    publicity: Ident
    step: Code


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionLodged:
    """When it was sent and when it came, by what way, to whom; the receipt code was given to who brought it."""

    addressee: MaybeBody
    anonymous: Bool
    applications: Applications
    awards: Awards
    cycle: MaybeCycle
    documents: Papers
    evidence: Bool
    form: Annotated[str, k.one_of("written", "email", "online", "telephone", "visit", "other")]
    identity: Sealed
    objection: Ident
    parties: Parties
    publicity: MaybeIdent
    receipt: MaybeIdent
    received: At
    sent: MaybeAt
    text: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionAdmitted:
    applications: Applications
    cycle: MaybeCycle
    due: MaybeDay
    investigator: Body
    objection: Ident
    referred_from: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionNotAdmitted:
    applications: Applications
    cycle: MaybeCycle
    ground: Code
    objection: Ident
    reason: Commitment


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionWithdrawn:
    applications: Applications
    cycle: MaybeCycle
    objection: Ident
    reason: Sealed


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionResolved:
    """`applications`: those about which this is said; one objection may be resolved in several acts."""

    applications: Applications
    cycle: MaybeCycle
    investigated_by: MaybeBody
    objection: Ident
    outcome: Annotated[str, k.one_of("substantiated", "partly_substantiated", "unfounded")]
    reason: Commitment
    report: Sealed
    reported_to: MaybeBody


@TYPES.act()
@dataclass(frozen=True, slots=True)
class ObjectionAnswered:
    applications: Applications
    cycle: MaybeCycle
    form: Code
    objection: Ident
    text: Commitment
