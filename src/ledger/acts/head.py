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
_known: dict[tuple[str, str], None] = {}


def _checked(check: Any, kind: str, value: Any) -> bool:
    """`check(value)`, remembering texts that passed: the same persons, posts and cases come again and again."""
    if type(value) is not str:
        return False
    if (kind, value) in _known:
        return True
    if not check(value):
        return False
    if len(_known) < 8192:
        _known[kind, value] = None
    return True


def head_misfit(act: Any) -> str | None:
    """What of the envelope is not as format §2 says, or None. Looks at no field of `data`."""
    if type(act) is not dict or act.keys() != _KEY_SET:
        return "not a map with exactly the keys of an act"
    if not _checked(is_ident, "id", act["by"]):
        return "by is not an id"
    if act["as"] is not None and not _checked(is_post, "post", act["as"]):
        return "as is not a post"
    if type(act["at"]) is not int and not is_at(act["at"]):
        return "at is not an instant, a day or a minute"
    for name, length in (("id", 16), ("key", 32)):
        if type(act[name]) is not bytes or len(act[name]) != length:
            return f"{name} is not {length} bytes"
    if act["ledger"] is not None and (type(act["ledger"]) is not bytes or len(act["ledger"]) != 32):
        return "ledger is not 32 bytes or nil"
    if type(act["signed"]) is not int:
        return "signed is not an instant"
    if type(act["type"]) is not str or not is_code(act["type"]) or len(act["type"]) > 64:
        return "type is not a name of at most 64 bytes"
    if type(act["v"]) is not int or act["v"] < 1:
        return "v is not a version"
    if type(act["data"]) is not dict:
        return "data is not a map"
    return _mode_misfit(act) or _lists_misfit(act)


def _mode_misfit(act: dict[str, Any]) -> str | None:
    mode = act["mode"]
    if type(mode) is not str or mode not in _MODE_SET:
        return "mode is not own, mandate or transcribed"
    if (act["for"] is None) != (mode == "own"):
        return "for must be given exactly when mode is not own"
    if act["for"] is not None and not _checked(is_ident, "id", act["for"]):
        return "for is not an id"
    late = act["late"]
    if late is not None and (type(late) is not str or late not in _LATE_SET):
        return "late is not one of the listed codes"
    return None


def _lists_misfit(act: dict[str, Any]) -> str | None:
    acknowledges, basis, cases = act["acknowledges"], act["basis"], act["cases"]
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
    if not all(_checked(is_case, "case", i) for i in cases) or (len(cases) > 1 and not is_ascending(cases)):
        return "cases is not an ascending list of cases"
    batch, seen = act["batch"], act["seen"]
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
