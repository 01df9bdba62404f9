"""The quick way for what nearly every record is: a well-formed act of a known type.

`ledger.rules.life.fact` says what bytes mean, completely and slowly. A `Glancer` recognises only what `fact` would
find faultless and gives None for everything else, which then goes the slow way; a test holds the two together.

How: canonical bytes have one order of keys and one form for each value, so an act's bytes can be cut into the raw
bytes of its fields by two patterns, one for what stands before `data` and one for what stands behind. Texts repeat
from act to act (who, as what, which type, which case); the first act with certain texts is decoded and checked by
the head's own rules, and they are remembered by their raw bytes. What differs each time has a fixed form, and only
`data` is decoded. That the pieces are the act's fields needs no guess: if what lies between the two patterns is one
canonical map, the whole is one canonical act, and it can be read in no other way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgpack

from ledger.acts.committed import commitments, committed_fields
from ledger.acts.head import head_misfit
from ledger.acts.kinds import is_ascending, is_at
from ledger.acts.registry import TYPES, ActType
from ledger.audit.keyring import KeyRing
from ledger.rules.life.cases import REGISTRY
from ledger.rules.life.fact import DATA_FREE, FILING
from ledger.rules.life.references import is_whole
from ledger.sealing import canon
from ledger.sealing.algorithms import PublicKey
from ledger.sealing.envelope import act_message
from ledger.sealing.record import MAX_ACT, MAX_DESK, MAX_RECORD

MAX_INT: Final = canon.MAX_INT
# Integers of nine bytes, mark and all, are ordered as their bytes are; smaller ones have a shorter form.
_LEAST_LONG: Final = b"\xcf" + (2**32).to_bytes(8)
_MOST_LONG: Final = b"\xcf" + MAX_INT.to_bytes(8)
_MOST_TEXTS: Final = 16_384  # remembered; a stranger's ledger may hold any number
_MOST_OF_A_FIELD: Final = 1024
_NIL, _NONE = b"\xc0", b"\x90"
_FIVE_PARTS_OF_VERSION_1: Final = b"\x95\x01"

_NUMBER = rb"(?:[\x01-\x7f]|\xcc[\x80-\xff]|\xcd[\x01-\xff].|\xce(?!\0\0).{4})"
_HEAD = re.compile(
    rb"\xde\x00\x12\xacacknowledges\x90"
    rb"\xa2as(\xc0|[\xa1-\xbf][a-z0-9_/]+|\xd9.[a-z0-9_/]+)"
    rb"\xa2at(\xcf.{8}|\xaa.{10}|\xb0.{16})"
    rb"\xa5basis(\x90|[\x91-\x9f](?:\xc4\x20.{32})+)"
    rb"\xa5batch(\xc0|\x93\xc4\x10.{16}" + _NUMBER + _NUMBER + rb")"
    rb"\xa2by([\xa4-\xba][a-z0-9]+)"
    rb"\xa5cases([\x90-\x9f](?:[\xa1-\xbf][a-z0-9_:]+)*)"
    rb"\xa4data",
    re.DOTALL,
).match
_TAIL_BEGINS: Final = b"\xa3for"
_TAIL = re.compile(
    rb"\xa3for(\xc0|[\xa4-\xba][a-z0-9]+)"
    rb"\xa2id\xc4\x10(.{16})"
    rb"\xa3key\xc4\x20(.{32})"
    rb"\xa4late(\xc0|[\xa1-\xbf][a-z_]+)"
    rb"\xa6ledger(\xc0|\xc4\x20.{32})"
    rb"\xa4mode([\xa1-\xbf][a-z]+)"
    rb"\xa4seen(\xc0|\x92" + _NUMBER + rb"\xc4\x20.{32})"
    rb"\xa6signed(\xcf.{8})"
    rb"\xa4type([\xa1-\xbf][a-z0-9_]+|\xd9.[a-z0-9_]+)"
    rb"\xa1v([\x01-\x7f])",
    re.DOTALL,
).fullmatch


class Texts(NamedTuple):
    """What the texts of an act say: the parts that are the same from act to act."""

    by: str
    as_: str | None
    mode: str
    late: bool
    form: Form


class Glance(NamedTuple):
    """A well-formed act of a known type, with the key that it names; whether that key signed it, `signed` tells."""

    act_bytes: bytes
    digest: bytes
    recorded_at: int
    sig: bytes
    public: PublicKey
    texts: Texts
    tags: str
    id: bytes
    key: bytes
    ledger: bytes | None
    signed_at: int
    seen: tuple[int, bytes] | None
    basis: tuple[bytes, ...]
    batch: tuple[bytes, int, int] | None
    data: dict[str, Any]

    def signed(self) -> bool:
        """Whether the signature is good."""
        return self.public.verify(self.sig, act_message(self.act_bytes))


class Glancer:
    """`glance` with what it needs at hand: keys, what it remembers, and a packer, which is one thread's own."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._pack = msgpack.Packer().pack
        self._forms = {(kind.name, kind.v): Form(kind) for kind in TYPES}
        self._desks: set[str] = set()
        self._texts: dict[tuple[bytes, ...], Texts] = {}
        self._tags: dict[bytes, str] = {}

    def glance(self, data: Any) -> Glance | None:
        """The act in stored bytes if nothing but its signature can be wrong; None if `slowly` must say."""
        try:
            recorded_at, act_bytes, sig = self._frame(data)
            cut = act_bytes.rfind(_TAIL_BEGINS)
            head, tail = _HEAD(act_bytes), _TAIL(act_bytes, cut)
            if head is None or tail is None or len(act_bytes) > MAX_ACT:
                return None
            as_, at, basis, batch, by, cases = head.groups()
            for_, id_, key, late, ledger, mode, seen, signed, type_, v = tail.groups()
            texts = self._texts.get((as_, by, for_, late, mode, type_, v))
            tags = self._tags.get(cases)
            if texts is None or tags is None:
                texts, tags = self._learn(act_bytes, (as_, by, for_, late, mode, type_, v), cases)
            raw = act_bytes[head.end() : cut]
            content = msgpack.unpackb(raw)
            if not texts.form.fits(content) or self._pack(content) != raw:
                return None
            public = self._keys[key]
            if public is None or not _LEAST_LONG <= signed <= _MOST_LONG:
                return None
            if not _LEAST_LONG <= at <= _MOST_LONG and not is_at(at[1:].decode()):
                return None
            return _glance(
                Glance,
                (
                    act_bytes, sha256(act_bytes).digest(), recorded_at, sig, public, texts, tags, id_, key,
                    None if ledger == _NIL else ledger[2:], int.from_bytes(signed[1:]),
                    None if seen == _NIL else _seen(seen), () if basis == _NONE else _basis(basis),
                    None if batch == _NIL else _batch(batch), content,
                ),
            )  # fmt: skip
        except Exception:  # noqa: BLE001  # whatever a stranger's bytes raise here, the slow way has a name for it
            return None

    def _frame(self, data: Any) -> tuple[int, bytes, bytes]:
        """The parts of a record; _Unusual for anything out of the ordinary."""
        value = msgpack.unpackb(data)
        _, recorded_at, desk, act_bytes, sig = value
        if (
            data[:2] != _FIVE_PARTS_OF_VERSION_1
            or type(recorded_at) is not int
            or not -MAX_INT <= recorded_at <= MAX_INT
            or type(act_bytes) is not bytes
            or type(sig) is not bytes
            or len(data) > MAX_RECORD
            or self._pack(value) != data
        ):
            raise _Unusual
        if desk not in self._desks:
            if type(desk) is not str or not 1 <= len(desk.encode()) <= MAX_DESK:
                raise _Unusual
            if len(self._desks) < _MOST_TEXTS:
                self._desks.add(desk)
        return recorded_at, act_bytes, sig

    def _learn(self, act_bytes: bytes, raw: tuple[bytes, ...], cases: bytes) -> tuple[Texts, str]:
        """What these texts say, from an act in which all is well; _Unusual otherwise."""
        act = canon.decode(act_bytes)
        names = ("as", "by", "for", "late", "mode", "type", "v")
        if head_misfit(act) is not None or (*(self._pack(act[name]) for name in names),) != raw:
            raise _Unusual
        if self._pack(act["cases"]) != cases:
            raise _Unusual
        form = self._forms[act["type"], act["v"]]
        if form.kind.life and act["mode"] != "own":
            raise _Unusual
        texts = Texts(act["by"], act["as"], act["mode"], act["late"] is not None, form)
        tags = "\n".join(act["cases"])
        if len(self._texts) < _MOST_TEXTS:
            self._texts[raw] = texts
        if len(self._tags) < _MOST_TEXTS:
            self._tags[cases] = tags
        return texts, tags


_glance: Final = tuple.__new__  # a third of what calling the class costs


class _Unusual(Exception):
    """Leave it to the slow way."""


class Form:
    """What a type asks of its data, prepared; canonical data have their fields in the one right order.

    `plain`: acts of the type change nothing but documents, and nobody looks into their data; `filing`: the same is
    true of those that file a whole document. `committed`: names of the committed fields, or None where they lie
    deeper.
    """

    __slots__ = ("_fields", "_names", "committed", "filing", "kind", "plain")

    def __init__(self, kind: ActType) -> None:
        self.kind = kind
        self._names = tuple(sorted(kind.fields))
        # With each field the texts that it was seen to take: they are few, and looked up sooner than checked.
        self._fields: tuple[tuple[Callable[[Any], bool], set[str]], ...] = tuple(
            (kind.fields[name].check, set()) for name in self._names
        )
        self.filing = kind.name == FILING
        self.plain = (not kind.life or kind.name in DATA_FREE) and "openings" not in self._names
        ways = committed_fields(kind.struct)
        self.committed = tuple(way[0] for way in ways) if all(len(way) == 1 for way in ways) else None

    def commitments(self, data: dict[str, Any]) -> list[tuple[str, bytes]]:
        """The commitments in data that fits."""
        if self.committed is None:
            return commitments(self.kind, data)
        return [(name, made) for name in self.committed if (made := data[name]) is not None]

    def whole(self, data: dict[str, Any], tags: str) -> bytes | None:
        """Of a `filing`, the digest of the document if it is whole and nothing is wrong with filing it, else None."""
        good = tags == REGISTRY and is_whole(data)
        document: bytes | None = data["document"] if good else None
        return document

    def fits(self, data: Any) -> bool:
        """Whether the type takes these data, which have been decoded from within an act, and canon does too."""
        if type(data) is not dict or tuple(data) != self._names:
            return False
        for (check, known), value in zip(self._fields, data.values(), strict=True):
            sort = type(value)
            if sort is str and value in known:
                continue
            if not check(value):
                return False
            if sort is str:
                if len(known) < _MOST_OF_A_FIELD:
                    known.add(value)
            elif sort is not bytes and value is not None:
                canon.check_value(value, depth=2)
        return True


def _seen(raw: bytes) -> tuple[int, bytes]:
    size, root = msgpack.unpackb(raw)  # the pattern left nothing else
    return size, root


def _basis(raw: bytes) -> tuple[bytes, ...]:
    digests = [raw[at : at + 32] for at in range(3, len(raw), 34)]
    if len(digests) != raw[0] & 15 or not is_ascending(digests):
        raise _Unusual
    return tuple(digests)


def _batch(raw: bytes) -> tuple[bytes, int, int]:
    id_, number, of = msgpack.unpackb(raw)
    if number > of:
        raise _Unusual
    return id_, number, of
