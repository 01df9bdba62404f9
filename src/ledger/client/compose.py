"""From ACT.json to an act: what the person left out is filled in, what they mistyped is named.

A form has the keys of an act's head (contract: ACT.json). `type`, `at` and `data` are the person's to say;
`id`, `key`, `signed`, `seen`, `ledger`, `v` and `cases` are filled in when absent; committed fields of `data`
are written plain and leave here as commitments with their openings.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from ledger.acts import head
from ledger.acts.cases import named_cases
from ledger.acts.registry import TYPES, ActType, Registry
from ledger.client import headvalues as h
from ledger.client.attached import file_value
from ledger.client.draft import Draft
from ledger.client.expected import invalid, missing, unknown
from ledger.client.lookup import Lookup, without_ledger
from ledger.client.moments import now
from ledger.client.signer import Signer
from ledger.client.values import Commit, Values
from ledger.errors import LedgerError
from ledger.rules.life.cases import FREE
from ledger.sealing.canon import encode
from ledger.sealing.commitments import commitment, fresh_salt
from ledger.sealing.record import MAX_ACT
from ledger.sealing.submission import Opening

FOUNDING: Final = "ledger_opened"
"""The one type whose acts belong to no ledger yet."""


def compose(
    form: Any,
    signer: Signer,
    *,
    lookup: Lookup | None = None,
    ledger: bytes | None = None,
    seen: tuple[int, bytes] | None = None,
    clock: Callable[[], int] = now,
    folder: Path | None = None,
    registry: Registry = TYPES,
) -> Draft:
    """The act that a form describes, ready to be shown and signed.

    `ledger`: the ledger it is for, if the signer's key file does not say. `folder`: where relative paths of
    files count from. LedgerError `form_invalid` names the field and what it wants; others are `type_waiting`,
    `text_not_clean`, `key_of_other_ledger`, `too_long`, and those of reading a file.
    """
    _check_keys(form)
    kind = _type(form, registry)
    of_ledger = _ledger(form, kind, signer, ledger)
    by = signer.person
    act_id = h.raw("id", form["id"], 16) if form.get("id") is not None else secrets.token_bytes(16)
    openings: list[Opening] = []

    def commit(field: str, value: Any) -> bytes:
        if of_ledger is None:
            raise invalid(f"data.{field}", "空（账本建立之前不能承诺）", "absent before there is a ledger")
        openings.append(Opening(field, fresh_salt(), value))
        return commitment(of_ledger, by, act_id, *openings[-1])

    h.the_very("by", form, by)
    h.the_very("key", form, signer.key.hex())
    mode = h.mode(form, kind)
    act: dict[str, Any] = {
        "acknowledges": h.acknowledges(form, mode),
        "as": h.post(form, signer),
        "at": h.at(form),
        "basis": h.basis(form),
        "batch": h.batch(form),
        "by": by,
        "cases": [],
        "data": _values(commit, folder, kind).struct(kind.struct, form["data"]),
        "for": h.for_whom(form, mode),
        "id": act_id,
        "key": signer.key,
        "late": h.one_of("late", form.get("late"), (None, *head.LATE)),
        "ledger": of_ledger,
        "mode": mode,
        "seen": h.seen(form, seen),
        "signed": h.signed(form, clock),
        "type": kind.name,
        "v": kind.v,
    }
    act["cases"] = _cases(form, act, kind, lookup or without_ledger())
    head.check(act, registry)
    data = encode(act)
    if len(data) > MAX_ACT:
        raise LedgerError("too_long", length=len(data), most=MAX_ACT)
    return Draft(act, data, tuple(openings))


def _values(commit: Commit, folder: Path | None, kind: ActType) -> Values:
    # Acts of the procedure have many lists that are mostly empty; those of the ledger's life are to be spelt out.
    return Values(commit, partial(file_value, folder or Path()), lists=not kind.life)


def compose_batch(forms: Sequence[Any], signer: Signer, **how: Any) -> list[Draft]:
    """Several acts entered together, all or nothing; `how` as for `compose`."""
    batch = secrets.token_bytes(16).hex()
    return [
        compose(_in_batch(form, [batch, number, len(forms)]), signer, **how)
        for number, form in enumerate(forms, 1)
    ]


def _in_batch(form: Any, batch: list[Any]) -> Any:
    if not isinstance(form, dict):
        return form
    if form.get("batch") is not None:
        raise invalid("batch", "空（同时提交的各条由本软件编批）", "absent when several acts go in together")
    return {**form, "batch": batch}


def _check_keys(form: Any) -> None:
    if type(form) is not dict:
        raise invalid("ACT.json", "一个 JSON 对象", "a JSON object")
    for name in form:
        if name not in head.KEYS:
            raise unknown(str(name), name, head.KEYS)
    for name in ("type", "at", "data"):
        if name not in form:
            raise missing(name)


def _type(form: h.Form, registry: Registry) -> ActType:
    name, v = form["type"], form.get("v")
    if type(name) is str and registry.is_waiting(name):
        raise LedgerError("type_waiting", type=name)
    known = sorted({kind.name for kind in registry})
    newest = registry.newest(name) if type(name) is str else None
    if newest is None:
        raise unknown("type", name, known)
    kind = registry.get(name, v if type(v) is int else newest)
    if kind is None or type(v) not in (int, type(None)):
        raise invalid("v", f"1 至 {newest} 的整数", f"a version from 1 to {newest}")
    return kind


def _ledger(form: h.Form, kind: ActType, signer: Signer, ledger: bytes | None) -> bytes | None:
    own = signer.ledger
    if own is not None and ledger is not None and own != ledger:
        raise LedgerError("key_of_other_ledger", found=own.hex(), wanted=ledger.hex())
    wanted = None if kind.name == FOUNDING else own or ledger
    if wanted is None and kind.name != FOUNDING:
        raise missing("ledger")
    h.the_very("ledger", form, wanted.hex() if wanted else None)
    return wanted


def _cases(form: h.Form, act: dict[str, Any], kind: ActType, lookup: Lookup) -> list[str]:
    given = h.cases(form)
    if given is not None:
        return given
    if not kind.life:
        return _named(kind, act["data"])
    if kind.name in FREE:
        return []
    found = lookup.cases(act)
    if found is None:
        raise invalid(
            "cases", "写明的事项（账本中查不到所引用的密钥或行为）", "given, or to be found on the ledger"
        )
    return found


def _named(kind: ActType, data: dict[str, Any]) -> list[str]:
    found = named_cases(kind, data)
    if len(found) > head.MAX_CASES:
        raise invalid(
            "cases", f"不超过 {head.MAX_CASES} 个事项（请分次办理）", f"at most {head.MAX_CASES} cases"
        )
    return found
