"""Byte strings that are no record, or hold no act, each with the code of its refusal (format §13.3)."""

from __future__ import annotations

from typing import Any, Final

from ledger.sealing import canon

ACT: Final[dict[str, Any]] = {
    "acknowledges": [],
    "as": None,
    "at": 0,
    "basis": [],
    "batch": None,
    "by": "wang1",
    "cases": [],
    "data": {},
    "for": None,
    "id": bytes(16),
    "key": bytes(32),
    "late": None,
    "ledger": bytes(32),
    "mode": "own",
    "seen": None,
    "signed": 0,
    "type": "founding_accepted",
    "v": 1,
}
GOOD: Final = canon.encode(ACT)
FRAME: Final = canon.encode([1, 0, "d", GOOD, b""])


def _frames() -> dict[str, tuple[bytes, str | None]]:
    parts: list[Any] = [1, 0, "d", GOOD, b""]

    def of(*changed: Any) -> bytes:
        return canon.encode(list(changed))

    return {
        "good frame around a good act": (FRAME, None),
        "nothing": (b"", "not_canonical"),
        "one byte that msgpack never uses": (b"\xc1", "not_canonical"),
        "nil": (b"\xc0", "not_an_act"),
        "the number 1": (b"\x01", "not_an_act"),
        "a byte string": (canon.encode(FRAME), "not_an_act"),
        "an empty array": (b"\x90", "not_an_act"),
        "an empty map": (b"\x80", "not_an_act"),
        "only a version": (b"\x91\x01", "not_an_act"),
        "only a later version": (b"\x91\x02", "unknown_record"),
        "version 0": (of(0, *parts[1:]), "unknown_record"),
        "version -1": (of(-1, *parts[1:]), "unknown_record"),
        "version 2 with six parts": (of(2, *parts[1:], None), "unknown_record"),
        "version as text": (of("1", *parts[1:]), "not_an_act"),
        "version nil": (of(None, *parts[1:]), "not_an_act"),
        "version true": (of(True, *parts[1:]), "not_an_act"),
        "four parts": (of(*parts[:4]), "not_an_act"),
        "six parts": (of(*parts, b""), "not_an_act"),
        "time as text": (of(1, "0", *parts[2:]), "not_an_act"),
        "time nil": (of(1, None, *parts[2:]), "not_an_act"),
        "time false": (of(1, False, *parts[2:]), "not_an_act"),
        "desk nil": (of(1, 0, None, *parts[3:]), "not_an_act"),
        "desk as bytes": (of(1, 0, b"d", *parts[3:]), "not_an_act"),
        "desk empty": (of(1, 0, "", *parts[3:]), "not_an_act"),
        "desk of 33 bytes in 11 characters": (of(1, 0, "评" * 11, *parts[3:]), "not_an_act"),
        "desk of 32 bytes": (of(1, 0, "评" * 10 + "ab", *parts[3:]), None),
        "act as text": (of(1, 0, "d", "act", b""), "not_an_act"),
        "act as a map": (of(1, 0, "d", ACT, b""), "not_an_act"),
        "act missing as nil": (of(1, 0, "d", None, b""), "not_an_act"),
        "signature nil": (of(*parts[:4], None), "not_an_act"),
        "signature as text": (of(*parts[:4], ""), "not_an_act"),
        "byte after the record": (FRAME + b"\x00", "not_canonical"),
        "record twice": (FRAME * 2, "not_canonical"),
        "last byte missing": (FRAME[:-1], "not_canonical"),
        "array with a 16-bit length": (b"\xdc\x00\x05" + FRAME[1:], "not_canonical"),
        "array with a 32-bit length": (b"\xdd\x00\x00\x00\x05" + FRAME[1:], "not_canonical"),
        "array that claims a sixth part": (b"\x96" + FRAME[1:], "not_canonical"),
        "time as a float": (FRAME[:2] + b"\xcb" + bytes(8) + FRAME[3:], "not_canonical"),
        "time in eight bytes without need": (FRAME[:2] + b"\xcf" + bytes(8) + FRAME[3:], "not_canonical"),
        "time as a signed byte": (FRAME[:2] + b"\xd0\x00" + FRAME[3:], "not_canonical"),
        "time as a msgpack timestamp": (FRAME[:2] + b"\xd6\xff" + bytes(4) + FRAME[3:], "not_canonical"),
        "time of 2^53": (FRAME[:2] + b"\xcf\x00\x20" + bytes(6) + FRAME[3:], "not_canonical"),
        "desk under an 8-bit length": (FRAME[:3] + b"\xd9\x01" + FRAME[4:], "not_canonical"),
        "desk that is not UTF-8": (FRAME[:4] + b"\xff" + FRAME[5:], "not_canonical"),
    }


def _acts() -> dict[str, tuple[bytes, str | None]]:
    def of(**parts: Any) -> bytes:
        return canon.encode({**ACT, **{name.rstrip("_"): value for name, value in parts.items()}})

    def without(name: str) -> bytes:
        return canon.encode({key: value for key, value in ACT.items() if key != name})

    reading = {f"without {name}": (without(name), "not_an_act") for name in ACT}
    return {
        "act nothing": (b"", "not_canonical"),
        "act nil": (b"\xc0", "not_an_act"),
        "act empty map": (b"\x80", "not_an_act"),
        "act in an array": (canon.encode([ACT]), "not_an_act"),
        "act with one key more": (of(z=None), "not_an_act"),
        "act with v twice": (b"\xde\x00\x13" + GOOD[3:] + b"\xa1v\x01", "not_canonical"),
        "act with v first": (GOOD[:3] + b"\xa1v\x01" + GOOD[3:-3], "not_canonical"),
        "act with v as a float": (GOOD[:-1] + b"\xcb\x3f\xf0" + bytes(6), "not_canonical"),
        "act with a long map head": (b"\xdf\x00\x00" + GOOD[1:], "not_canonical"),
        "act with a capital key": (GOOD.replace(b"\xa2by", b"\xa2By"), "not_canonical"),
        "act with a byte more": (GOOD + b"\x00", "not_canonical"),
        **reading,
        "at an impossible day": (of(at="2026-02-29"), "not_an_act"),
        "at a day of the year 0": (of(at="0000-01-01"), "not_an_act"),
        "at 24:00": (of(at="2026-01-05T24:00"), "not_an_act"),
        "at with seconds": (of(at="2026-01-05T09:30:00"), "not_an_act"),
        "at the last day": (of(at="9999-12-31"), None),
        "by somebody with a capital": (of(by="Wang1"), "not_an_act"),
        "by three letters": (of(by="abc"), "not_an_act"),
        "by 27 letters": (of(by="a" * 27), "not_an_act"),
        "by a name in Chinese": (of(by="王五六七"), "not_an_act"),
        "by with a line end": (of(by="wang1\n"), "not_an_act"),
        "as an empty post": (of(as_=""), "not_an_act"),
        "as a post with a trailing slash": (of(as_="office/"), "not_an_act"),
        "as a post of digits": (of(as_="9/_"), None),
        "basis unsorted": (of(basis=[b"b" * 32, b"a" * 32]), "not_an_act"),
        "basis twice": (of(basis=[b"a" * 32, b"a" * 32]), "not_an_act"),
        "basis of 31 bytes": (of(basis=[bytes(31)]), "not_an_act"),
        "batch of two parts": (of(batch=[bytes(16), 1]), "not_an_act"),
        "batch number 0": (of(batch=[bytes(16), 0, 1]), "not_an_act"),
        "batch number beyond": (of(batch=[bytes(16), 2, 1]), "not_an_act"),
        "cases of an unknown form": (of(cases=["registry"]), "not_an_act"),
        "cases twice": (of(cases=["a:0000", "a:0000"]), "not_an_act"),
        "cases unsorted": (of(cases=["b:0000", "a:0000"]), "not_an_act"),
        "data an array": (of(data=[]), "not_an_act"),
        "for somebody in mode own": (of(for_="wang2"), "not_an_act"),
        "for nobody by mandate": (of(mode="mandate"), "not_an_act"),
        "id of 15 bytes": (of(id=bytes(15)), "not_an_act"),
        "id as text": (of(id="0" * 16), "not_an_act"),
        "key of 33 bytes": (of(key=bytes(33)), "not_an_act"),
        "late without a listed reason": (of(late="holiday"), "not_an_act"),
        "ledger of 31 bytes": (of(ledger=bytes(31)), "not_an_act"),
        "mode unknown": (of(mode="dictated"), "not_an_act"),
        "acknowledges in mode own": (of(acknowledges=["a"]), "not_an_act"),
        "seen nothing": (of(seen=[0, bytes(32)]), "not_an_act"),
        "seen as a map": (of(seen={}), "not_an_act"),
        "signed as text": (of(signed="0"), "not_an_act"),
        "type a path": (of(type="ledger.acts.life:KeyConfirmed"), "not_an_act"),
        "type of 65 bytes": (of(type="a" * 65), "not_an_act"),
        "v 0": (of(v=0), "not_an_act"),
        "v true": (of(v=True), "not_an_act"),
        "data with a field more": (of(data={"a": None}), "not_an_act"),
        "life act by mandate": (of(mode="mandate", for_="wang2"), "not_an_act"),
        "unknown type": (of(type="weather_noted"), "unknown_type"),
        "unknown version": (of(v=2), "unknown_type"),
        "reserved type": (of(type="key_recovered"), "unknown_type"),
    }


def strings() -> dict[str, Any]:
    """All of them: whole records, and acts in a good frame."""
    rows = [{"name": name, "record": data.hex(), "code": code} for name, (data, code) in _frames().items()]
    rows += [
        {"name": name, "record": canon.encode([1, 0, "d", data, b""]).hex(), "code": code}
        for name, (data, code) in _acts().items()
    ]
    return {
        "name": "byte-strings",
        "says": "Records alone, each with the one code that a reader of its bytes reports, or null where the bytes are "
        "good. Nothing is verified here: no key, no order, no signature.",
        "records": rows,
    }
