"""The head: the eighteen keys that every act has (format §2). What it is about stands in `data`."""

from __future__ import annotations

from typing import Any, Final

from ledger.acts.kinds import is_ascending, is_at, is_case, is_code, is_ident, is_post
from ledger.acts.registry import TYPES, ActType, Registry
from ledger.errors import LedgerError

KEYS: Final = (
    "acknowledges",
    "as",
    "at",
    "basis",
    "batch",
    "by",
    "cases",
    "data",
    "for",
    "id",
    "key",
    "late",
    "ledger",
    "mode",
    "seen",
    "signed",
    "type",
    "v",
)
MODES: Final = ("own", "mandate", "transcribed")
LATE: Final = ("offline", "device_failure", "handed_in_late", "clock_difference", "other")
MACHINE: Final = "machine"
MAX_CASES: Final = 1024

_KEY_SET: Final = frozenset(KEYS)
_MODE_SET: Final = frozenset(MODES)
_LATE_SET: Final = frozenset((None, *LATE))
# Heads are checked a million times in a verification, and the same texts come again and again: combinations
# and cases that passed are remembered. Bounded, because a stranger's ledger may hold anything.
_MOST_KNOWN: Final = 8192
_known_texts: set[tuple[object, ...]] = set()
_known_cases: set[object] = set()


def head_misfit(act: Any) -> str | None:
    """What of the envelope is not as format §2 says, or None. Looks at no field of `data`."""
    if type(act) is not dict or (tuple(act) != KEYS and act.keys() != _KEY_SET):
        return "not a map with exactly the keys of an act"
    return _texts_misfit(act) or _values_misfit(act) or _lists_misfit(act)


def _texts_misfit(act: dict[str, Any]) -> str | None:
    """Who, as what, for whom, how, and what kind of act."""
    v = act["v"]
    if type(v) is not int or v < 1:
        return "v is not a version"
    texts = (act["by"], act["as"], act["for"], act["late"], act["mode"], act["type"], v)
    try:
        if texts in _known_texts:
            return None
    except TypeError:  # a list or a map among them
        pass
    by, as_, for_, late, mode, type_, _ = texts
    if not is_ident(by):
        return "by is not an id"
    if as_ is not None and not is_post(as_):
        return "as is not a post"
    if not is_code(type_) or len(type_) > 64:
        return "type is not a name of at most 64 bytes"
    if type(mode) is not str or mode not in _MODE_SET:
        return "mode is not own, mandate or transcribed"
    if (for_ is None) != (mode == "own"):
        return "for must be given exactly when mode is not own"
    if for_ is not None and not is_ident(for_):
        return "for is not an id"
    if late is not None and (type(late) is not str or late not in _LATE_SET):
        return "late is not one of the listed codes"
    if len(_known_texts) < _MOST_KNOWN:
        _known_texts.add(texts)
    return None


def _values_misfit(act: dict[str, Any]) -> str | None:
    """The parts that differ from act to act."""
    at, id_, key, ledger = act["at"], act["id"], act["key"], act["ledger"]
    if type(at) is not int and not is_at(at):
        return "at is not an instant, a day or a minute"
    if type(id_) is not bytes or len(id_) != 16:
        return "id is not 16 bytes"
    if type(key) is not bytes or len(key) != 32:
        return "key is not 32 bytes"
    if ledger is not None and (type(ledger) is not bytes or len(ledger) != 32):
        return "ledger is not 32 bytes or nil"
    if type(act["signed"]) is not int:
        return "signed is not an instant"
    if type(act["data"]) is not dict:
        return "data is not a map"
    return None


def _is_known_case(case: Any) -> bool:
    if type(case) is not str:
        return False
    if case in _known_cases:
        return True
    if not is_case(case):
        return False
    if len(_known_cases) < _MOST_KNOWN:
        _known_cases.add(case)
    return True


def _lists_misfit(act: dict[str, Any]) -> str | None:
    acknowledges, basis, cases = act["acknowledges"], act["basis"], act["cases"]
    batch, seen = act["batch"], act["seen"]
    if type(acknowledges) is not list or type(basis) is not list or type(cases) is not list:
        return "acknowledges, basis or cases is not a list"
    if acknowledges:
        if act["mode"] != "transcribed":
            return "acknowledges is only for what happened outside"
        if not all(type(i) is str for i in acknowledges) or not is_ascending(acknowledges):
            return "acknowledges is not an ascending list of codes"
    if basis and (not all(type(i) is bytes and len(i) == 32 for i in basis) or not is_ascending(basis)):
        return "basis is not an ascending list of digests"
    if len(cases) > MAX_CASES:
        return "more than 1,024 cases"
    if not all(map(_is_known_case, cases)) or (len(cases) > 1 and not is_ascending(cases)):
        return "cases is not an ascending list of cases"
    if batch is not None and not (
        type(batch) is list
        and len(batch) == 3
        and type(batch[0]) is bytes
        and len(batch[0]) == 16
        and type(batch[1]) is int
        and type(batch[2]) is int
        and 1 <= batch[1] <= batch[2]
    ):
        return "batch is not [id, number, of]"
    if seen is not None and not (
        type(seen) is list
        and len(seen) == 2
        and type(seen[0]) is int
        and seen[0] >= 1
        and type(seen[1]) is bytes
        and len(seen[1]) == 32
    ):
        return "seen is not [size, root]"
    return None


def data_misfit(act: dict[str, Any], kind: ActType) -> str | None:
    """What of `data` or `mode` does not fit the type, or None."""
    if kind.life and act["mode"] != "own":
        return "an act of the ledger's own life is always of mode own"
    return kind.misfit(act["data"])


def check(act: Any, registry: Registry = TYPES) -> ActType:
    """The type of a well-formed act.

    LedgerError not_an_act if head or data do not fit, unknown_type or type_waiting if the type is not to be had.
    """
    detail = head_misfit(act)
    if detail:
        raise LedgerError("not_an_act", detail=detail)
    kind = registry.get(act["type"], act["v"])
    if kind is None:
        if registry.is_waiting(act["type"]):
            raise LedgerError("type_waiting", type=act["type"])
        raise LedgerError("unknown_type", type=act["type"], v=act["v"])
    detail = data_misfit(act, kind)
    if detail:
        raise LedgerError("not_an_act", detail=detail)
    return kind
