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
from tests.support.ledgers import Actor


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
