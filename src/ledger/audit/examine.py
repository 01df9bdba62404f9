"""One record's bytes, examined without knowing any other record: form, digest, signature.

`ledger.rules.life.fact` says what bytes mean, completely and slowly. `Glancer` is a quick way for what nearly
every record is, a well-formed act of a known type under a good signature. It recognises only what `fact` would
find faultless and gives None for everything else, which then goes the slow way; a test holds the two together.

Why it may leave canon's walk over the head out: the head's values have one of a few exact types each and are
checked one by one, its keys stand in the one right order, and packing the decoded value again with canon's own
packer gives the same bytes, which shows shortest forms, no key twice, and nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgpack

from ledger.acts.head import KEYS, head_misfit
from ledger.acts.registry import TYPES, ActType
from ledger.audit.reader import Source
from ledger.errors import LedgerError
from ledger.rules.life.fact import Fact, of_record
from ledger.rules.life.keys import public_key
from ledger.sealing import canon
from ledger.sealing.algorithms import PublicKey
from ledger.sealing.envelope import act_message
from ledger.sealing.record import MAX_ACT, MAX_DESK, MAX_RECORD

MAX_INT: Final = canon.MAX_INT
REFUSAL: Final = "act_refused"
_KEY_TYPES: Final = ("key_enrolled", "key_introduced", "key_recovered", "ledger_key_rotated", "ledger_opened")

Candidates = dict[bytes, tuple[str, bytes]]
"""Keys that occur anywhere on the ledger: key id → (alg, spki). Whether one counts is for the walk."""


class KeyRing(dict[Any, PublicKey | None]):
    """Key objects of candidates, each made and checked once; None for one that is not known or not good."""

    def __init__(self, candidates: Candidates) -> None:
        super().__init__()
        self._candidates = candidates

    def __missing__(self, key: Any) -> PublicKey | None:
        if key not in self._candidates:
            return None  # not kept: a stranger's ledger may name any number of keys
        found = self[key] = public_key(*self._candidates[key])
        return found


class Glance(NamedTuple):
    """A well-formed act of a known type, its signature good under the key that it names."""

    act: dict[str, Any]
    digest: bytes
    recorded_at: int
    sig: bytes
    kind: ActType


class Glancer:
    """`glance` with what it needs at hand: keys, and a packer, which is one thread's own."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._pack = msgpack.Packer().pack
        self._forms = {(kind.name, kind.v): _Form(kind) for kind in TYPES}

    def glance(self, data: Any) -> Glance | None:
        """The act in stored bytes if nothing can be wrong with them; None if `slowly` must say."""
        try:
            value = msgpack.unpackb(data)
            version, recorded_at, desk, act_bytes, sig = value
            act = msgpack.unpackb(act_bytes)
            if tuple(act) != KEYS or head_misfit(act) is not None:
                return None
            form, content = self._forms[act["type"], act["v"]], act["data"]
            if not form.fits(act["mode"], content):
                return None
            canon.check_value(content, depth=1)
            repacked = self._pack(act) == act_bytes and self._pack(value) == data
            public = self._keys[act["key"]]
        except Exception:  # noqa: BLE001  # whatever a stranger's bytes raise here, the slow way has a name for it
            return None
        if (
            not repacked
            or type(value) is not list
            or type(version) is not int
            or version != 1
            or type(recorded_at) is not int
            or not -MAX_INT <= recorded_at <= MAX_INT
            or type(desk) is not str
            or not 1 <= len(desk.encode()) <= MAX_DESK
            or type(act_bytes) is not bytes
            or type(sig) is not bytes
            or len(data) > MAX_RECORD
            or len(act_bytes) > MAX_ACT
            or not _in_range(act)
            or public is None
            or not public.verify(sig, act_message(act_bytes))
        ):
            return None
        return Glance(act, sha256(act_bytes).digest(), recorded_at, sig, form.kind)


class _Form:
    """What `data_misfit` asks of a type, prepared; canonical data have their fields in the one right order."""

    __slots__ = ("_checks", "_names", "kind")

    def __init__(self, kind: ActType) -> None:
        self.kind = kind
        self._names = tuple(kind.fields)
        self._checks = tuple(field.check for field in kind.fields.values())

    def fits(self, mode: str, data: dict[str, Any]) -> bool:
        if tuple(data) != self._names or (self.kind.life and mode != "own"):
            return False
        for check, value in zip(self._checks, data.values(), strict=True):  # noqa: SIM110  # half the time of all(...)
            if not check(value):
                return False
        return True


def _in_range(act: dict[str, Any]) -> bool:
    """Whether the head's integers are ones that canon allows; `head_misfit` has seen to their types."""
    at, batch, seen = act["at"], act["batch"], act["seen"]
    return (
        (type(at) is not int or -MAX_INT <= at <= MAX_INT)
        and -MAX_INT <= act["signed"] <= MAX_INT
        and act["v"] <= MAX_INT
        and (batch is None or batch[2] <= MAX_INT)
        and (seen is None or seen[0] <= MAX_INT)
    )


def slowly(data: Any, keys: KeyRing) -> Fact:
    """The fact of whatever is stored, signature checked where the key is known."""
    if type(data) is not bytes:
        return Fact(
            None, None, None, b"", False, (("not_canonical", f"stored as {type(data).__name__}, not bytes"),)
        )
    fact, act_bytes = of_record(data)
    return fact if fact.act is None else signed(fact, act_bytes, keys[fact.act["key"]])


def signed(fact: Fact, act_bytes: bytes, public: PublicKey | None) -> Fact:
    """The fact with its signature judged under a key; not at all if there is none."""
    if public is None:
        return fact
    return fact._replace(sig_ok=public.verify(fact.sig, act_message(act_bytes)))


def inner_signed(act: dict[str, Any], keys: KeyRing) -> bool | None:
    """Whether the envelope inside a refusal is well signed; None if its key is not known, or it is no act."""
    try:
        inner = canon.decode(act["data"]["act"])
        public = keys[inner["key"]]
        return None if public is None else public.verify(act["data"]["sig"], act_message(act["data"]["act"]))
    except (LedgerError, KeyError, TypeError):
        return None


def harvest(source: Source, after: int) -> Candidates:
    """The keys that acts behind a position bring onto the ledger.

    Which acts do is asked of the index, if it is there. Should it lie, nothing is lost but time: a key that no
    worker knew is looked up by the walk, which then checks the signatures under it itself.
    """
    try:
        positions = source.positions_of(_KEY_TYPES, after)
    except LedgerError:
        positions = []
    if not positions or (after == 0 and positions[0] != 1):
        return candidates(source.holding(b"spki", after))
    return candidates(data for data in map(source.record, positions) if type(data) is bytes)


def candidates(records: Iterable[bytes]) -> Candidates:
    """Every key that stands anywhere in these records, good or not."""
    found: Candidates = {}
    for data in records:
        fact, _ = of_record(data)
        if fact.act is not None:
            _collect(fact.act["data"], found)
    return found


def _collect(value: Any, found: Candidates) -> None:
    if type(value) is list:
        for item in value:
            _collect(item, found)
    elif type(value) is dict:
        alg, spki = value.get("alg"), value.get("spki")
        if type(alg) is str and type(spki) is bytes:
            found[sha256(alg.encode() + b"\x00" + spki).digest()] = (alg, spki)
        for item in value.values():
            _collect(item, found)
