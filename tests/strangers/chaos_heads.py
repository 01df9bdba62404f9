"""What may be wrong about the head of an act, whatever it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.support.ledgers import CONFIRMING, CUSTODIAN, OFFICE, REGISTRAR, SECOND

if TYPE_CHECKING:
    from tests.strangers.chaos import Chaos

POSTS = [REGISTRAR, CONFIRMING, OFFICE, CUSTODIAN, "office/second", "public"]

Head = Callable[["Chaos", dict[str, Any]], None]


def put(name: str, *values: Any) -> Head:
    return lambda c, head: head.update({name: c.chance.choice(values)})


def other_signer(c: Chaos, head: dict[str, Any]) -> None:
    head["by"] = c.person()


def other_key(c: Chaos, head: dict[str, Any]) -> None:
    head["key"] = c.key_id()


def other_time(c: Chaos, head: dict[str, Any]) -> None:
    head["signed"] += c.chance.choice([901, -901, 900, -900, 10**6, -(10**6)]) * SECOND
    head["late"] = c.chance.choice([None, None, "offline"])


def pinned(c: Chaos, head: dict[str, Any]) -> None:
    size = c.maker.tree.size
    root = c.maker.tree.root() if c.some(0.7) else bytes(32)
    head["seen"] = [size + c.chance.choice([0, 0, 0, 0, 1, 5]), root]


def based(c: Chaos, head: dict[str, Any]) -> None:
    documents = [a.digest for a in c.maker.added if a.act["type"] == "document_registered"]
    if documents and c.some(0.6):
        digest = c.chance.choice(documents)
        head["basis"] = [digest if c.some(0.7) else digest[:31] + b"\0"]
    else:
        head["basis"] = c.digests(2)


def used_id(c: Chaos, head: dict[str, Any]) -> None:
    other = c.chance.choice(c.maker.added)
    head["id"], head["by"] = other.act["id"], other.act["by"] if c.some(0.5) else head["by"]


HEADS: list[Head] = [
    put("as", None, *POSTS), put("as", None, *POSTS), other_signer, other_key, other_time, other_time, pinned, pinned,
    based, based, used_id, put("cases", [], ["registry:ledger"], ["award:abcd", "person:abcd"], ["x:abcd", "a:abcd"]),
    put("ledger", None, bytes(32)), put("v", 2, 0, 7), put("mode", "mandate", "transcribed", "other"),
    put("for", "abcd", "abc", "machine"), put("acknowledges", ["x"], ["b", "a"]), put("type", "", "ledger_opened", "X"),
    put("batch", [bytes(16), 1, 1], [bytes(16), 2, 2], [bytes(16), 3, 2], [bytes(16), 0, 2], [bytes(15), 1, 1], []),
    put("at", 0, -5, "2026-01-05", "2026-02-29", "2026-01-05T24:00", "2026-01-05T23:59", None, "0000-01-01"),
    put("late", "offline", "other", "never"), put("as", "", "a/", "A"), put("by", "abc", "machine", "nobody"),
    put("key", b"", bytes(32)), put("id", b"", bytes(16)), put("extra", None), put("seen", [0, bytes(32)], [1]),
    put("cases", ["a:b"], ["award:abcd"] * 2), put("signed", "now", 2**53 - 1, -(2**53 - 1)), put("basis", [b""], None),
    put("data", None, [], {}),
]  # fmt: skip
