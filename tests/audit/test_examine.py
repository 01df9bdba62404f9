"""One record alone: the quick glance sees nothing that the slow way does not, and the harvest misses no key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.audit.examine import inner_signed, slowly
from ledger.audit.glance import Glancer
from ledger.audit.keyring import KeyRing, candidates, harvest
from ledger.audit.reader import locate, open_source
from ledger.sealing import canon, record
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.support import folders
from tests.support.ledgers import LedgerMaker
from tests.support.lives import random_life

MAKER = random_life(6, steps=40, papers=0.3)
KEYS = KeyRing(candidates(MAKER.contents.records))
GLANCER = Glancer(KEYS)
CLERK = MAKER.actors["clerk"]


def agree(data):
    """What the glance sees is what the slow way says; gives what it saw."""
    seen, fact = GLANCER.glance(data), slowly(data, KEYS)
    if seen is None:
        return seen, fact
    act = fact.act
    assert act is not None
    assert (fact.known, fact.faults, fact.sig_ok) == (True, (), seen.signed())
    assert (seen.digest, seen.recorded_at, seen.sig) == (fact.digest, fact.recorded_at, fact.sig)
    kind, texts = seen.texts.form.kind, seen.texts
    assert (kind.name, kind.v, seen.data) == (act["type"], act["v"], act["data"])
    assert (texts.by, texts.as_, texts.mode, seen.id, seen.key) == (
        act["by"],
        act["as"],
        act["mode"],
        act["id"],
        act["key"],
    )
    assert (texts.late, seen.tags) == (act["late"] is not None, "\n".join(act["cases"]))
    assert (seen.ledger, seen.signed_at) == (act["ledger"], act["signed"])
    assert (seen.seen, seen.batch) == (
        act["seen"] and tuple(act["seen"]),
        act["batch"] and tuple(act["batch"]),
    )
    assert seen.basis == tuple(act["basis"])
    return seen, fact


def test_every_good_record_is_recognised_at_a_glance():
    for data in MAKER.contents.records:
        seen, fact = agree(data)
        assert seen is not None
        assert fact.known


@given(st.sampled_from(MAKER.contents.records), st.data())
def test_changed_bytes(data, draw):
    changed = bytearray(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        at = draw.draw(st.integers(0, len(changed) - 1))
        what = draw.draw(st.sampled_from(["flip", "drop", "put"]))
        if what == "flip":
            changed[at] ^= 1 << draw.draw(st.integers(0, 7))
        elif what == "drop":
            del changed[at]
        else:
            changed.insert(at, draw.draw(st.integers(0, 255)))
    agree(bytes(changed))


# What could be taken for the seams at which the glance cuts, and for its neighbours.
seams = st.sampled_from(
    [
        b"\xa3for", b"\xa3for\xc0\xa2id\xc4\x10", b"\xa4data", b"\xa2at\xaa2026-01-04\xa5basis\x90",
        "for", "data", "at",
        "office/clerk", "regis1", "own", "transcribed", "offline", ["cycle:abcd"], ["cycle:abcd", "data"], ["data"], [],
        "2026-02-30", "2026-02-28", "2026-01-04T23:59", [b"b" * 16, 1, 2], [b"b" * 16, 3, 2], [b"b" * 16, 1, 70000],
        [1, b"r" * 32], [0, b"r" * 32], [2**40, b"r" * 32], [300, b"r" * 32],
        [b"a" * 32, b"b" * 32], [b"b" * 32, b"a" * 32],
        2**53, 2**53 - 1, 2**32, 2**32 - 1, -1, "weather_noted", 127, 128,
    ]
)  # fmt: skip
values = (
    seams
    | st.none()
    | st.booleans()
    | st.integers(-(2**54), 2**54)
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=33)
)
nested = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@given(st.sampled_from([a for a in MAKER.added if a.act["by"] == CLERK.person]), st.data())
def test_changed_acts_signed_again(added, draw):
    """Well signed, whatever they hold, in whatever order and form: only the form decides."""
    import msgpack

    act = dict(added.act)
    act["key"] = CLERK.key.key_id
    for name in draw.draw(st.lists(st.sampled_from(sorted(act)), max_size=2)):
        act[name] = draw.draw(nested)
    if draw.draw(st.booleans()) and type(act["data"]) is dict and act["data"]:
        act["data"] = {**act["data"], draw.draw(st.sampled_from(sorted(act["data"]))): draw.draw(nested)}
    if draw.draw(st.integers(0, 4)) == 0:
        act = dict(reversed(act.items()))
    act_bytes = msgpack.packb(act)
    sig = sign(CLERK.key, ACT_TYPE, act_bytes)
    frame = [draw.draw(st.sampled_from([1, 1, 1, True, 2, 1.0])), MAKER.now, "desk", act_bytes, sig]
    if draw.draw(st.integers(0, 4)) == 0:
        frame[draw.draw(st.integers(0, 4))] = draw.draw(values)
    agree(msgpack.packb(frame))


@given(st.binary(max_size=200))
def test_any_bytes(data):
    seen, fact = agree(data)
    assert seen is None
    assert fact.act is None


@pytest.mark.parametrize("stored", [None, 5, 1.5, "text"])
def test_what_is_no_bytes(stored):
    seen, fact = agree(stored)
    assert seen is None
    assert [code for code, _ in fact.faults] == ["not_canonical"]


def test_long_forms_are_not_recognised():
    """The same value in more bytes than it needs: decodes alike, is another record."""
    data = MAKER.contents.records[-1]
    longer = b"\xdc\x00\x05" + data[1:]
    assert GLANCER.glance(longer) is None
    assert slowly(longer, KEYS).faults[0][0] == "not_canonical"


@pytest.mark.parametrize("at", ["\0\x01345678\x7f\x7f", "\0\0\0\x01\0\0\0\0\0\0", "\0\x1f" + "x" * 14])
def test_a_text_whose_bytes_would_make_a_good_instant(at):
    assert GLANCER.glance(MAKER.contents.records[-1]) is not None  # its other texts are now remembered
    act_bytes = canon.encode({**MAKER.added[-1].act, "at": at, "key": CLERK.key.key_id})
    data = record.pack(MAKER.now, "desk", act_bytes, sign(CLERK.key, ACT_TYPE, act_bytes))
    assert GLANCER.glance(data) is None
    assert slowly(data, KEYS).faults[0][0] == "not_an_act"


def test_a_signature_under_a_key_that_nobody_knows():
    strange = LedgerMaker(keys_from=900).new_key()
    act_bytes = canon.encode({**MAKER.added[-1].act, "key": strange.key_id})
    data = record.pack(MAKER.now, "desk", act_bytes, sign(strange, ACT_TYPE, act_bytes))
    assert GLANCER.glance(data) is None
    assert slowly(data, KEYS).sig_ok is None


def test_the_envelope_in_a_refusal():
    refused = next(a for a in MAKER.added if a.act["type"] == "act_refused").act
    assert inner_signed(refused, KEYS) is True
    spoilt = {**refused, "data": {**refused["data"], "sig": bytes(64)}}
    assert inner_signed(spoilt, KEYS) is False
    for inner in (b"", canon.encode([1]), canon.encode({"key": 5}), canon.encode({"key": [b"k"]})):
        assert inner_signed({**refused, "data": {**refused["data"], "act": inner}}, KEYS) is None


@pytest.mark.parametrize(
    "statement", ["SELECT 1", "DROP TABLE record_index", "DELETE FROM record_index", "index lies"]
)
def test_the_harvest(tmp_path, statement):
    """With an index or without one; of one that lies, less is taken, and the walk makes up for it."""
    folder = MAKER.write(tmp_path)
    with folders.opened(folder) as db:
        if statement == "index lies":
            db.execute("UPDATE record_index SET type = 'key_lost' WHERE type = 'key_enrolled'")
        else:
            db.execute(statement)
    with open_source(locate(folder)) as source:
        found = harvest(source, 0)
    everything = candidates(MAKER.contents.records)
    assert found == everything or (statement == "index lies" and found.keys() < everything.keys())
