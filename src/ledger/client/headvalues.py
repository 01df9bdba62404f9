"""The values of a form outside `data`: each function gives what the act's head holds under one key.

All raise LedgerError `form_invalid` with the key's name and what it wants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ledger.acts import head
from ledger.acts.kinds import is_case, is_ident, is_post
from ledger.acts.registry import ActType
from ledger.client.expected import expectation, invalid
from ledger.client.moments import parse_at, parse_instant
from ledger.client.signer import Signer

Form = dict[str, Any]


def the_very(name: str, form: Form, wanted: str | None) -> str | None:
    """What is already known; a form may repeat it and not contradict it."""
    if form.get(name) not in (None, wanted):
        raise invalid(name, f" {wanted}（与签名密钥和账本一致，也可不填）", f"{wanted}, or left out")
    return wanted


def raw(name: str, given: Any, length: int) -> bytes:
    """Bytes of that length, written in hex."""
    try:
        value = bytes.fromhex(given)
    except (TypeError, ValueError):
        value = b""
    if len(value) != length:
        raise invalid(name, expectation(f"{length} bytes"), f"{length} bytes in hex")
    return value


def one_of(name: str, given: Any, allowed: Sequence[str | None]) -> Any:
    """One of a closed list of words; None among them means it may be left out."""
    if type(given) not in (str, type(None)) or given not in allowed:
        words = [word for word in allowed if word is not None]
        raise invalid(name, expectation("one of " + ", ".join(words)), "one of " + ", ".join(words))
    return given


def listed(name: str, form: Form, read: Callable[[Any], Any]) -> list[Any]:
    """A set, sorted as the bytes want it; absent means empty."""
    given = form.get(name)
    if given is None:
        return []
    if type(given) is not list or not all(type(item) is str for item in given):
        raise invalid(name, "文字的列表", "a list of texts")
    return sorted({read(item) for item in given})


def mode(form: Form, kind: ActType) -> str:
    """`own` unless the form says otherwise; acts of the ledger's own life are never anything else."""
    given = "own" if form.get("mode") is None else form["mode"]
    if kind.life and given != "own":
        raise invalid("mode", " own（账本自身的事务只能由签署人当场办理）", "own")
    return str(one_of("mode", given, head.MODES))


def for_whom(form: Form, in_mode: str) -> str | None:
    """Given exactly when the act is another's."""
    given = form.get("for")
    if in_mode == "own":
        if given is not None:
            raise invalid("for", "空（本人办理时不填）", "absent in mode own")
        return None
    if type(given) is not str or not is_ident(given):
        raise invalid("for", "所代单位或个人的编号", "an id")
    return given


def acknowledges(form: Form, in_mode: str) -> list[str]:
    """Codes knowingly recorded; only for what happened outside."""
    given: list[str] = listed("acknowledges", form, str)
    if given and in_mode != "transcribed":
        raise invalid("acknowledges", "空（只有转录才填）", "absent unless transcribed")
    return given


def basis(form: Form) -> list[bytes]:
    """Digests of registered documents."""
    return listed("basis", form, lambda item: raw("basis", item, 32))


def post(form: Form, signer: Signer) -> str | None:
    """The signer's usual post unless the form names another, or null: as themself."""
    given = form.get("as", signer.post)
    if given is not None and (type(given) is not str or not is_post(given)):
        raise invalid("as", expectation("post or nil"), "a post or null")
    return given


def at(form: Form) -> int | str:
    """When it happened, with the precision that was written."""
    found = parse_at(form["at"]) if type(form["at"]) is str else None
    if found is None:
        raise invalid("at", expectation("moment"), "a day, a minute or an instant")
    return found


def signed(form: Form, clock: Callable[[], int]) -> int:
    """When it is signed: now, unless the form says."""
    if form.get("signed") is None:
        return clock()
    found = parse_instant(form["signed"]) if type(form["signed"]) is str else None
    if found is None:
        raise invalid("signed", "带时区的时刻，如 2024-03-01T09:00:00+08:00", "an instant")
    return found


def batch(form: Form) -> list[Any] | None:
    """[id, number, of]."""
    given = form.get("batch")
    if given is None:
        return None
    if type(given) is not list or len(given) != 3 or not all(type(n) is int for n in given[1:]):
        raise invalid("batch", "〔批次编号，第几条，共几条〕", "[id, number, of]")
    if not 1 <= given[1] <= given[2]:
        raise invalid("batch", "序号不大于总数的批次", "a number within its batch")
    return [raw("batch", given[0], 16), given[1], given[2]]


def seen(form: Form, known: tuple[int, bytes] | None) -> list[Any] | None:
    """The checkpoint that the client remembers, unless the form names one or, with null, none."""
    if "seen" not in form:
        return None if known is None else [known[0], known[1]]
    given = form["seen"]
    if given is None:
        return None
    if type(given) is not list or len(given) != 2 or type(given[0]) is not int or given[0] < 1:
        raise invalid("seen", "〔规模，根摘要〕或 null", "[size, root] or null")
    return [given[0], raw("seen", given[1], 32)]


def cases(form: Form) -> list[str] | None:
    """The cases that the form names, if it does."""
    if form.get("cases") is None:
        return None
    found: list[str] = listed("cases", form, str)
    if not all(map(is_case, found)) or len(found) > head.MAX_CASES:
        raise invalid("cases", "“类别:编号”形式的事项列表", "a list of cases")
    return found
