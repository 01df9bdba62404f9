"""Records and acts whose bytes are wrong, and positions that are missing (format §13.1, §13.3)."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgpack

from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from ledger.sealing.tree import Frontier
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import CorpusMaker, case
from tests.support.ledgers import SECOND, Actor


def signed_record(m: CorpusMaker, by: Actor, act_bytes: bytes) -> int:
    """Bytes of whatever kind, well signed, in a good frame; gives the position."""
    m.tick()
    return m.append(record.pack(m.now, "desk", act_bytes, sign(by.key, ACT_TYPE, act_bytes)))


def some_act(m: CorpusMaker, **parts: Any) -> dict[str, Any]:
    """A good act of the clerk: a document registered."""
    data = {
        "date": None,
        "file": bytes(32),
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "copy",
        "number": None,
        "received": "2026-01-05",
    }
    return m.act(m.clerk, "document_registered", data, **parts)


def frame(m: CorpusMaker, change: Any) -> list[Expected]:
    """A good record whose frame is changed; whoever reads it finds no frame."""
    m.tick()
    act = canon.encode(some_act(m))
    parts = [1, m.now, "desk", act, sign(m.clerk.key, ACT_TYPE, act)]
    p = m.append(change(parts))
    return [("not_an_act", p)]


@case("13.3")
def record_with_trailing_byte(m):
    """One byte follows the record."""
    act = canon.encode(some_act(m))
    p = m.append(record.pack(m.now, "desk", act, sign(m.clerk.key, ACT_TYPE, act)) + b"\xc0")
    return [("not_canonical", p)]


@case("13.3")
def record_cut_short(m):
    """The last byte of the record is gone."""
    act = canon.encode(some_act(m))
    p = m.append(record.pack(m.now, "desk", act, sign(m.clerk.key, ACT_TYPE, act))[:-1])
    return [("not_canonical", p)]


@case("13.3")
def record_of_no_bytes(m):
    """An empty byte string is stored."""
    return [("not_canonical", m.append(b""))]


@case("13.3")
def record_with_a_long_integer(m):
    """The record's version 1 is written as an unsigned 8-bit integer."""
    act = canon.encode(some_act(m))
    good = record.pack(m.now, "desk", act, sign(m.clerk.key, ACT_TYPE, act))
    return [("not_canonical", m.append(good[:1] + b"\xcc\x01" + good[2:]))]


@case("13.3")
def record_with_time_as_float(m):
    """`recorded_at` is a floating-point number."""
    act = canon.encode(some_act(m))
    sig = sign(m.clerk.key, ACT_TYPE, act)
    return [("not_canonical", m.append(msgpack.packb([1, float(m.now), "desk", act, sig])))]


@case("13.3")
def record_with_act_as_text(m):
    """The act is a string instead of a byte string."""
    return frame(m, lambda parts: canon.encode([*parts[:3], "act", parts[4]]))


@case("13.3")
def record_with_act_unpacked(m):
    """The act stands in the record as a map instead of as its bytes."""
    return frame(m, lambda parts: canon.encode([*parts[:3], canon.decode(parts[3]), parts[4]]))


@case("13.3")
def record_of_four_parts(m):
    """The signature is missing from the array."""
    return frame(m, lambda parts: canon.encode(parts[:4]))


@case("13.3")
def record_of_six_parts(m):
    """Something follows the signature inside the array."""
    return frame(m, lambda parts: canon.encode([*parts, None]))


@case("13.3")
def record_that_is_a_map(m):
    """A map stands where the array should."""
    return frame(m, lambda parts: canon.encode({"act": parts[3], "sig": parts[4]}))


@case("13.3")
def record_that_is_an_empty_array(m):
    """An array without a version."""
    return frame(m, lambda parts: canon.encode([]))


@case("13.3")
def record_whose_version_is_true(m):
    """A boolean is no integer: `true` is not the version 1."""
    return frame(m, lambda parts: canon.encode([True, *parts[1:]]))


@case("13.3")
def record_of_a_nameless_desk(m):
    """The desk's name is empty."""
    return frame(m, lambda parts: canon.encode([*parts[:2], "", *parts[3:]]))


@case("13.3")
def record_of_a_long_desk(m):
    """The desk's name has 33 bytes."""
    return frame(m, lambda parts: canon.encode([*parts[:2], "d" * 33, *parts[3:]]))


@case("13.3")
def record_of_a_later_version(m):
    """A record of version 2: not understood, so in doubt, and without effect."""
    act = canon.encode(some_act(m))
    p = m.append(canon.encode([2, m.now, "desk", act, sign(m.clerk.key, ACT_TYPE, act), "more"]))
    later = m.document(m.clerk, basis=[sha256(act).digest()])
    return [("unknown_record", p), ("dangling_reference", later.position)]


@case("13.3")
def record_too_long(m):
    """A record of more than 65,535 bytes; it is judged all the same and loses no effect."""
    act = some_act(m)
    act["data"]["issuer"] = "评" * 21_800
    content = canon.encode(act)
    p = m.append(canon.encode([1, m.now, "desk", content, sign(m.clerk.key, ACT_TYPE, content)]))
    m.document(m.clerk, basis=[sha256(content).digest()])
    return [("too_long", p), ("value_missing", p)]


@case("13.3")
def act_of_a_person_too_long(m):
    """A person's act of more than 49,152 bytes in a record that is short enough; it takes effect."""
    base = len(canon.encode(some_act(m)))
    issuer = "a" * (49_153 - base + len("某区人民政府".encode()) - 2)
    long = m.add(m.clerk, "document_registered", {**some_act(m)["data"], "issuer": issuer})
    m.document(m.clerk, basis=[long.digest])
    assert len(long.act_bytes) == 49_153, len(long.act_bytes)
    return [("too_long", long.position), ("value_missing", long.position)]


@case("13.3")
def act_of_the_machine_too_long(m):
    """An act by `machine` of more than 65,300 bytes."""
    m.have_clerk()
    fields = ["f" * 65_000]
    data = {"case": "person:wang1", "fields": fields, "purpose": "review", "reader": m.clerk.person}
    base = len(canon.encode(m.act(m.machine, "vault_read", data)))
    data["fields"] = ["f" * (65_000 + 65_301 - base)]
    long = m.add(m.machine, "vault_read", data)
    assert len(long.act_bytes) == 65_301, len(long.act_bytes)
    assert len(m.contents.records[-1]) <= 65_535
    return [("too_long", long.position)]


def act_bytes(m: CorpusMaker, change: Any) -> list[Expected]:
    """A record in a good frame, well signed, whose act's bytes are not canonical."""
    good = canon.encode(some_act(m))
    return [("not_canonical", signed_record(m, m.clerk, change(good)))]


@case("13.3")
def act_with_trailing_byte(m):
    """One byte follows the act inside its byte string."""
    return act_bytes(m, lambda good: good + b"\x00")


@case("13.3")
def act_of_no_bytes(m):
    """The act is the empty byte string."""
    return act_bytes(m, lambda good: b"")


@case("13.3")
def act_with_a_key_twice(m):
    """The map names `v` twice with the same value; plain msgpack readers do not notice."""
    return act_bytes(m, lambda good: b"\xde\x00\x13" + good[3:] + b"\xa1v\x01")


@case("13.3")
def act_with_a_second_signer(m):
    """The map names `by` twice with different values: a reader that takes the last sees another person."""
    by = b"\xa2by\xa8" + m.clerk.person.encode()
    return act_bytes(m, lambda good: b"\xde\x00\x13" + good[3:].replace(by, by + b"\xa2by\xa6regis1", 1))


@case("13.3")
def act_with_keys_out_of_order(m):
    """`v` stands first in the map."""
    return act_bytes(m, lambda good: good[:3] + b"\xa1v\x01" + good[3:-3])


@case("13.3")
def act_with_a_long_string_head(m):
    """A short text under an 8-bit length."""
    return act_bytes(m, lambda good: good.replace(b"\xa3how\xa4post", b"\xa3how\xd9\x04post"))


@case("13.3")
def act_with_a_long_map_head(m):
    """The act's map has a 32-bit length."""
    return act_bytes(m, lambda good: b"\xdf\x00\x00" + good[1:])


@case("13.3")
def act_with_a_float(m):
    """`v` is 1.0."""
    return act_bytes(m, lambda good: good[:-1] + b"\xcb\x3f\xf0" + bytes(6))


@case("13.3")
def act_with_a_timestamp(m):
    """`at` is a msgpack timestamp."""
    return act_bytes(m, lambda good: good.replace(b"\xa2at\xcf", b"\xa2at\xd7\xff", 1))


@case("13.3")
def act_with_broken_utf_8(m):
    """A text whose bytes are not UTF-8."""
    return act_bytes(m, lambda good: good.replace(b"\xa3how\xa4post", b"\xa3how\xa4pos\xff"))


@case("13.3")
def act_with_a_surrogate(m):
    """A text with an encoded surrogate, which is not valid UTF-8."""
    return act_bytes(m, lambda good: good.replace("某".encode(), b"\xed\xa0\x80"))


@case("13.3")
def act_with_a_great_number(m):
    """`signed` is 2^53."""
    signed = canon.encode(some_act(m)["signed"])
    return act_bytes(
        m, lambda good: good.replace(b"\xa6signed" + signed, b"\xa6signed\xcf\x00\x20" + bytes(6), 1)
    )


@case("13.3")
def act_too_deep(m):
    """Seventeen containers within one another."""
    p = signed_record(m, m.clerk, b"\x91" * 16 + b"\x90")
    return [("not_canonical", p)]


def envelope(m: CorpusMaker, **parts: Any) -> list[Expected]:
    """A signed act one part of whose envelope is not as it must be."""
    act = some_act(m)
    act.update({name.rstrip("_"): value for name, value in parts.items()})
    return [("not_an_act", signed_record(m, m.clerk, canon.encode(act)))]


@case("13.3")
def act_that_is_an_array(m):
    """The act is a canonical array."""
    return [("not_an_act", signed_record(m, m.clerk, canon.encode([some_act(m)])))]


@case("13.3")
def act_without_late(m):
    """A key of the envelope is missing; absent would be nil."""
    act = some_act(m)
    del act["late"]
    return [("not_an_act", signed_record(m, m.clerk, canon.encode(act)))]


@case("13.3")
def act_with_a_key_more(m):
    """A nineteenth key."""
    return [("not_an_act", signed_record(m, m.clerk, canon.encode({**some_act(m), "remark": None})))]


@case("13.3")
def act_by_a_capital_id(m):
    """An id with a capital letter."""
    return envelope(m, by="Wang1")


@case("13.3")
def act_by_a_short_id(m):
    """An id of three characters."""
    return envelope(m, by="abc")


@case("13.3")
def act_on_an_impossible_day(m):
    """`at` is 30 February."""
    return envelope(m, at="2026-02-30")


@case("13.3")
def act_at_24_o_clock(m):
    """`at` is minute 24:00."""
    return envelope(m, at="2026-01-05T24:00")


@case("13.3")
def act_at_a_true_moment(m):
    """`at` is `true`: a boolean is no integer."""
    return envelope(m, at=True)


@case("13.3")
def act_with_cases_twice(m):
    """A case stands twice in `cases`."""
    return envelope(m, cases=["registry:ledger", "registry:ledger"])


@case("13.3")
def act_with_cases_unsorted(m):
    """`cases` does not ascend."""
    act = some_act(m)
    act["cases"] = ["registry:ledger", "person:wang1"]
    return [("not_an_act", signed_record(m, m.clerk, canon.encode(act)))]


@case("13.3")
def act_with_1025_cases(m):
    """One case more than 1,024."""
    return envelope(m, cases=[f"cycle:{n:04}" for n in range(1025)])


@case("13.3")
def act_of_a_version_0(m):
    """Versions begin at 1."""
    return envelope(m, v=0)


@case("13.3")
def act_of_an_unknown_mode(m):
    """`mode` is none of the three."""
    return envelope(m, mode="dictated", for_="wang1")


@case("13.3")
def act_for_somebody_in_mode_own(m):
    """`for` is given although `mode` is own."""
    return envelope(m, for_="wang1")


@case("13.3")
def act_transcribed_for_nobody(m):
    """`for` is nil although `mode` is transcribed."""
    return envelope(m, mode="transcribed")


@case("13.3")
def act_that_acknowledges_live(m):
    """Codes are acknowledged by an act that is not transcribed."""
    return envelope(m, acknowledges=["publicity.term@24"])


@case("13.3")
def act_with_an_unknown_reason_of_lateness(m):
    """`late` is none of the listed codes."""
    return envelope(m, late="holiday")


@case("13.3")
def act_with_a_batch_beyond_its_end(m):
    """Number 3 of 2."""
    return envelope(m, batch=[bytes(16), 3, 2])


@case("13.3")
def act_that_saw_nothing(m):
    """`seen` names size 0; nil would be right."""
    return envelope(m, seen=[0, bytes(32)])


@case("13.3")
def act_of_a_python_path(m):
    """`type` is a path into a programming language."""
    return envelope(m, type="ledger.acts.life:KeyConfirmed")


@case("13.3")
def act_of_a_type_too_long(m):
    """`type` has 65 bytes."""
    return envelope(m, type="a" * 65)


@case("13.4", founded=False)
def unreadable_record_before_the_founding_is_complete(m):
    """What cannot be read is not the acceptance that is awaited either."""
    m.found()
    first, second = m.contents.records
    m.contents.records, m.tree = [], Frontier()
    m.append(first)
    p = m.append(b"\xc1")
    m.append(second)
    return [("not_canonical", p), ("founding_wrong", p)]


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
        ("unknown_type", m.add(m.clerk, "score_recorded", {"score": "92.5"}, cases=["cycle:2026"]).position)
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
    bad = m.add(m.clerk, "score_recorded", {}, as_="office/registrar", signed_with=m.registrar.key)
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
