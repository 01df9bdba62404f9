"""The record: what the ledger stores around an act (format §3)."""

from __future__ import annotations

from typing import Final, NamedTuple

from ledger.errors import LedgerError
from ledger.sealing import canon

VERSION: Final = 1
MAX_RECORD: Final = 65_535
MAX_ACT: Final = 49_152
MAX_MACHINE_ACT: Final = 65_300
MAX_DESK: Final = 32


class Record(NamedTuple):
    """`recorded_at` in microseconds, the desk that took the act in, the act's bytes and its signature."""

    recorded_at: int
    desk: str
    act: bytes
    sig: bytes


def pack(recorded_at: int, desk: str, act: bytes, sig: bytes) -> bytes:
    """The stored bytes; LedgerError too_long beyond 65,535."""
    data = canon.encode([VERSION, recorded_at, desk, act, sig])
    if len(data) > MAX_RECORD:
        raise LedgerError("too_long", length=len(data), most=MAX_RECORD)
    return data


def unpack(data: bytes) -> Record:
    """The parts of stored bytes.

    LedgerError not_canonical, not_an_act (another shape) or unknown_record (a version of later software).
    Length is not judged here: a record that is too long is still read, and reported, by verify.
    """
    value = canon.decode(data)
    if type(value) is not list or not value:
        raise LedgerError("not_an_act", detail="the record is not an array")
    if value[0] != VERSION or type(value[0]) is not int:
        if type(value[0]) is int:
            raise LedgerError("unknown_record", version=value[0])
        raise LedgerError("not_an_act", detail="the record has no version")
    if len(value) != 5:
        raise LedgerError("not_an_act", detail="the record has not five parts")
    _, recorded_at, desk, act, sig = value
    if type(recorded_at) is not int or type(act) is not bytes or type(sig) is not bytes:
        raise LedgerError("not_an_act", detail="a part of the record has the wrong type")
    if type(desk) is not str or not 1 <= len(desk.encode()) <= MAX_DESK:
        raise LedgerError("not_an_act", detail="the desk's name is not 1 to 32 bytes")
    return Record(recorded_at, desk, act, sig)
