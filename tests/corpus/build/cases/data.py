"""Data that do not fit, types that are not known, the clock, and missing positions (format §7, §13.1, §13.3)."""

from __future__ import annotations

from typing import Any

from ledger.sealing import record
from tests.corpus.build.cases.bytes_ import some_act
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import CorpusMaker, case
from tests.support.ledgers import SECOND, Actor

# ---- data of known types ----


def data(
    m: CorpusMaker, kind: str, fields: dict[str, Any], by: Actor | None = None, **parts: Any
) -> list[Expected]:
    """A good envelope whose data do not fit."""
    return [("not_an_act", m.add(by or m.clerk, kind, fields, **parts).position)]


@case("7.5")
def data_without_a_field(m):
    """A field that is absent must be nil, not missing."""
    fields = some_act(m)["data"]
    del fields["number"]
    return data(m, "document_registered", fields)


@case("7.5")
def data_with_a_field_more(m):
    """A field that the type does not have."""
    return data(m, "document_registered", {**some_act(m)["data"], "remark": "x"})


@case("7.5")
def data_with_a_short_commitment(m):
    """A commitment of 31 bytes."""
    return data(m, "document_registered", {**some_act(m)["data"], "file": bytes(31)})


@case("7.5")
def data_with_an_impossible_day(m):
    """`date` is 29 February 2026."""
    return data(m, "document_registered", {**some_act(m)["data"], "date": "2026-02-29"})


@case("7.2")
def data_with_an_unknown_algorithm(m):
    """A key is enrolled under an algorithm that version 1 does not know."""
    key = m.new_key()
    fields = {"alg": "sm2-sm3", "person": "wang1", "pop": m.pop(key, "wang1"), "spki": key.spki}
    return data(m, "key_enrolled", fields, m.registrar, cases=["person:wang1"])


@case("7.2")
def data_with_an_unknown_reason(m):
    """A key is revoked for a reason that is not listed."""
    fields = {"doubtful_from": None, "key": m.clerk.key.key_id, "reason": "retired"}
    return data(m, "key_revoked", fields, m.registrar, cases=[f"person:{m.clerk.person}"])


@case("7.3")
def data_with_a_duty_without_posts(m):
    """`duties_changed` must name at least one post."""
    return data(m, "duties_changed", {"duty": "office", "posts": [], "reason": bytes(32)}, m.oversight)


@case("7.4")
def data_with_1001_acts(m):
    """More than 1,000 acts are answered at once."""
    acts = [n.to_bytes(32, "big") for n in range(1001)]
    return data(m, "acts_set_aside", {"acts": acts, "ground": "stolen"}, m.oversight, cases=[])


@case("7.5")
def data_with_a_part_too_long(m):
    """A part of a document of 45,001 bytes."""
    fields = {"bytes": bytes(45_001), "document": bytes(32), "part": 1, "parts": 2}
    return data(m, "document_filed", fields)


@case("7.5")
def data_with_part_0(m):
    """Parts are counted from 1."""
    return data(m, "document_filed", {"bytes": b"", "document": bytes(32), "part": 0, "parts": 2})


@case("7")
def life_act_by_mandate(m):
    """An act of the ledger's own life in another mode than own."""
    return data(m, "document_registered", some_act(m)["data"], mode="mandate", for_="wang1")


@case("13.3")
def misfit_data_are_still_judged_by_the_head(m):
    """What needs only the envelope is checked although the data do not fit: post, time, key."""
    late = m.now - 3600 * SECOND
    bad = m.add(m.clerk, "document_registered", {}, as_="archive/keeper", signed=late, basis=[bytes(32)])
    return [
        ("not_an_act", bad.position),
        ("post_not_held", bad.position),
        ("not_live", bad.position),
        ("dangling_reference", bad.position),
    ]


# ---- unknown types ----


@case("13.12")
def unknown_type_of_the_procedure(m):
    """A type of later software; only authority is in doubt."""
    return [
        ("unknown_type", m.add(m.clerk, "weather_noted", {"score": "92.5"}, cases=["cycle:2026"]).position)
    ]


@case("13.12")
def unknown_type_that_may_touch_keys(m):
    """A type of later software whose name begins like those that change keys."""
    return [("unknown_life_type", m.add(m.registrar, "key_delegated", {}).position)]


@case("13.12")
def later_version_of_a_known_type(m):
    """Version 2 of a type of the ledger's life."""
    return [("unknown_life_type", m.add(m.clerk, "document_registered", {}, v=2).position)]


@case("13.12")
def reserved_type(m):
    """A type that the format reserves; this version does not know it, and it has no effect."""
    return [("unknown_life_type", m.add(m.oversight, "hold_placed", {"ground": "review"}).position)]


@case("13.12")
def unknown_version_of_an_acceptance(m):
    """After the founding nobody accepts it again, in whatever version."""
    bad = m.add(m.oversight, "founding_accepted", {}, v=2)
    return [("unknown_life_type", bad.position), ("founding_wrong", bad.position)]


@case("13.12")
def unknown_type_is_judged_by_the_head(m):
    """Key, signature, post and time of an unknown type are checked as of any other."""
    bad = m.add(m.clerk, "weather_noted", {}, as_="office/registrar", signed_with=m.registrar.key)
    return [("unknown_type", bad.position), ("bad_signature", bad.position), ("post_not_held", bad.position)]


# ---- the clock ----


@case("13.3")
def clock_that_went_back(m):
    """A record was taken in a second before the one above it; the lower time is then the one to be kept to."""
    m.document(m.clerk)
    stamp = m.now
    m.tick()
    back = m.add_act(some_act(m), m.clerk.key, recorded_at=stamp - SECOND)
    between = m.add_act(some_act(m), m.clerk.key, recorded_at=stamp - SECOND)
    return [
        ("clock_went_back", back.position),
        ("value_missing", back.position),
        ("value_missing", between.position),
    ]


@case("13.3")
def clock_of_a_spoiled_act(m):
    """The frame's time counts even where the act in it cannot be read."""
    m.document(m.clerk)
    stamp = m.now
    p = m.append(record.pack(stamp - SECOND, "desk", b"\xc1", b""))
    return [("clock_went_back", p), ("not_canonical", p)]


# ---- missing positions ----


@case("13.1")
def missing_in_the_middle(m):
    """A record is gone; the walk goes on under the positions that are there."""
    gone = m.document(m.clerk, keep=False)
    m.document(m.clerk)
    m.missing = {gone.position}
    return [("gap_or_order", gone.position), ("tail_not_witnessed", 1)]


@case("13.1")
def missing_key(m):
    """With the record that confirmed a key, the key is no longer confirmed."""
    m.have_clerk()
    confirmed = m.size - 1
    first = m.document(m.clerk)
    m.missing = {confirmed}
    return [("gap_or_order", confirmed), ("key_not_confirmed", first.position), ("tail_not_witnessed", 1)]


@case("13.1")
def missing_twice(m):
    """Two runs of missing positions: each is named by its first."""
    acts = [m.document(m.clerk, keep=n in (2, 5)) for n in range(6)]
    m.missing = {acts[0].position, acts[1].position, acts[3].position, acts[4].position}
    runs = [("gap_or_order", acts[0].position), ("gap_or_order", acts[3].position)]
    return [*runs, ("tail_not_witnessed", 1)]


@case("13.1")
def missing_and_a_checkpoint_before(m):
    """A checkpoint below the missing position is still compared, and holds."""
    m.document(m.clerk)
    m.publish()
    gone = m.document(m.clerk, keep=False)
    m.document(m.clerk)
    m.missing = {gone.position}
    return [("gap_or_order", gone.position), ("tail_not_witnessed", gone.position)]


@case("13.1")
def missing_tail(m):
    """The last records were cut off; the newest checkpoint covers more than is there."""
    m.document(m.clerk)
    last = [m.document(m.clerk, keep=False), m.document(m.clerk, keep=False)]
    m.publish()
    m.publish_at_end = False
    del m.contents.records[last[0].position - 1 :]
    return [("tail_missing", last[0].position), ("tail_not_witnessed", 1)]


@case("13.1", founded=False)
def no_records_at_all(m):
    """A ledger without a record is not the ledger of the anchor."""
    other = CorpusMaker()
    other.found()
    m.anchors = [other.anchor().format()]
    m.publish_at_end = False
    return [("other_ledger", 1), ("stale", None)]


@case("13.1")
def missing_first_record(m):
    """Without record 1 there is no ledger id, no key, no post."""
    m.missing = {1}
    return [
        ("gap_or_order", 1),
        ("other_ledger", 1),
        ("founding_wrong", 2),
        ("wrong_ledger", 2),
        ("key_not_enrolled", 2),
        ("post_not_held", 2),
        ("tail_not_witnessed", 1),
        ("stale", None),
    ]
