"""Importing a whole trail into a ledger just made for it: the auditor's way in.

Everything is tried in memory first, on a fork of the new ledger; only if every line goes in is it done for good. Each
act is transcribed by the importer for the line's actor, on the trail file itself as the only document. What the rules
object to is acknowledged by the importer: a faulty trail imports whole, and the audit tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ledger.acts.cases import case_fields
from ledger.acts.kinds import is_body, is_code
from ledger.acts.moments import day_of, instant_text
from ledger.acts.registry import TYPES
from ledger.calendars import published
from ledger.calendars.reading import read as read_calendar
from ledger.client import keyfile
from ledger.client.compose import compose, compose_batch
from ledger.client.draft import Draft
from ledger.client.signer import Signer
from ledger.desk import Desk
from ledger.desk.fold import Fold
from ledger.errors import LedgerError
from ledger.paper import trail
from ledger.paper.trail import Line, Wrong
from ledger.regulations.packaged import NAMES, packaged_bytes, parsed
from ledger.rules.breach import BreachFound
from ledger.rules.life.fact import Fact, of_act
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.record import pack

BATCH: Final = 200
PART: Final = 45_000
Progress = Callable[[int, int], None]
Form = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Importer:
    """Who imports: a person with a post under the office's duty."""

    signer: Signer
    private: PrivateKey

    @classmethod
    def from_folder(cls, desk: Desk, folder: Path, password: str) -> Importer:
        """The key in the folder whose owner may enter papers. LedgerError import_no_key."""
        for path in sorted(folder.glob("*.key")):
            file = keyfile.read(path)
            if desk.state.entitled(file.signer.person, file.signer.post, "office"):
                return cls(file.signer, file.unlock(password))
        raise LedgerError("import_no_key", path=str(folder))


@dataclass(slots=True)
class Imported:
    """What came of it (contract: import)."""

    ledger: bytes
    records: int = 0
    mapped: dict[str, str] = field(default_factory=dict)
    acknowledged: int = 0

    def json(self) -> dict[str, Any]:
        return {
            "ledger": self.ledger.hex(),
            "records": self.records,
            "mapped": self.mapped,
            "acknowledged": self.acknowledged,
        }


class NotImported(Exception):
    """Some lines are wrong; nothing was stored."""

    def __init__(self, wrong: Sequence[Wrong]) -> None:
        super().__init__(f"{len(wrong)} lines")
        self.wrong = tuple(wrong)


def run(
    desk: Desk, importer: Importer, path: Path, data: bytes, progress: Progress | None = None
) -> Imported:
    """Import the trail. NotImported with every wrong line; LedgerError import_not_fresh, import_wrong_kind."""
    state = desk.state
    if state.kind != "imported":
        raise LedgerError("import_wrong_kind", kind=state.kind)
    if desk.look.procedure.places:
        raise LedgerError("import_not_fresh", size=state.size)
    lines, wrong = trail.read(data)
    wrong += trail.misfits(lines, importer.signer, desk.ledger)
    if wrong:
        raise NotImported(sorted(wrong, key=lambda each: each.line))
    rehearsal = _Rehearsal(desk, importer)
    paper = rehearsal.paper(path, data)
    plan = Plan(lines, paper.digest)
    forms: list[Form] = []
    for done, (number, form) in enumerate(plan.forms(rehearsal), 1):
        try:
            forms.append(rehearsal.take(form))
        except LedgerError as error:
            wrong.append(Wrong(number, error.code, error.message))
        if progress is not None and done % BATCH == 0:
            progress(done, 2 * len(lines))
    if wrong:
        raise NotImported(wrong)
    _store(desk, importer, paper, forms, progress)
    return Imported(desk.ledger, desk.state.size, plan.mapped, rehearsal.acknowledged)


def _store(
    desk: Desk, importer: Importer, paper: Draft, forms: Sequence[Form], progress: Progress | None
) -> None:
    """All of it, now that it is known to go in."""
    _demand(desk.submit([paper.sign(importer.private)]))
    for first in range(0, len(forms), BATCH):
        now = instant_text(desk.clock())
        batch = compose_batch(
            [{"at": now, **form} for form in forms[first : first + BATCH]],
            importer.signer,
            ledger=desk.ledger,
            clock=desk.clock,
        )
        _demand(desk.submit([draft.sign(importer.private) for draft in batch]))
        if progress is not None:
            progress(len(forms) + first, 2 * len(forms))


def _demand(outcomes: Iterable[Any]) -> None:
    for outcome in outcomes:
        if not outcome.accepted:
            codes = ", ".join(sorted({breach.code for breach in getattr(outcome, "breaches", ())}))
            raise LedgerError("desk_failed", codes=codes)


class _Rehearsal:
    """The ledger as it would be, in memory; what is taken here will be taken by the desk."""

    def __init__(self, desk: Desk, importer: Importer) -> None:
        self._desk, self._importer = desk, importer
        self.fold: Fold = desk.look.fork()
        self.acknowledged = 0

    def paper(self, path: Path, data: bytes) -> Draft:
        """The trail file as document 1."""
        today = day_of(self._desk.clock())
        form = {
            "type": "document_registered",
            "at": today,
            "data": {
                "date": None,
                "file": {"file": str(path.resolve())},
                "how": "import",
                "issuer": self._desk.state.authority,
                "kind": "copy",
                "number": None,
                "received": today,
            },
        }
        draft = self._draft(form)
        self._push(draft)
        return draft

    def take(self, form: Form) -> Form:
        """The form as it goes in, with what the importer must acknowledge. LedgerError if it cannot."""
        draft = self._draft(form)
        judgement = self.fold.weigh(self._fact(draft))
        codes = sorted({breach.code for breach in judgement.breaches if breach.class_ == "acknowledge"})
        hard = [breach for breach in judgement.breaches if breach.class_ != "acknowledge"]
        if hard:
            raise LedgerError("trail_act_refused", breach=hard[0].code, detail=hard[0].message)
        if codes:
            self.acknowledged += 1
            form = {**form, "acknowledges": codes}
            draft = self._draft(form)
        self._push(draft)
        return form

    def _draft(self, form: Form) -> Draft:
        form = {"at": instant_text(self._desk.clock()), **form}
        return compose(form, self._importer.signer, ledger=self._desk.ledger, clock=self._desk.clock)

    def _fact(self, draft: Draft) -> Fact:
        return of_act(self._desk.clock(), draft.body, b"")._replace(sig_ok=True)

    def _push(self, draft: Draft) -> None:
        fact = self._fact(draft)
        faults = self.fold.judge(fact)
        wrong = [fault for fault in faults if fault.effect != "remark"]
        if wrong:
            breach = BreachFound.of(wrong[0])
            raise LedgerError("trail_act_refused", breach=breach.code, detail=breach.message)
        assert fact.recorded_at is not None
        self.fold.push(fact, faults, pack(fact.recorded_at, self._desk.name, draft.body, b""))


class Plan:
    """The forms of a trail in order, each behind what it names and nobody has registered: texts, bodies, parties."""

    def __init__(self, lines: Sequence[Line], paper: bytes) -> None:
        self._lines, self._paper = lines, paper.hex()
        self.mapped: dict[str, str] = {}
        self._texts: set[str] = set()

    def forms(self, rehearsal: _Rehearsal) -> Iterator[tuple[int, Form]]:
        """(line, form); what is registered for a line stands under its number."""
        yield from ((1, form) for form in self._calendars())
        for line in self._lines:
            yield from ((line.number, form) for form in self._before(line, rehearsal))
            yield line.number, line.form(**{"for": self._id(line.whose), "basis": [self._paper]})

    def _calendars(self) -> Iterator[Form]:
        """The packaged calendars of every year that the trail speaks of, and of the one after."""
        years = {int(line.at[:4]) for line in self._lines if line.at[:4].isdigit()}
        for id_ in published.ids() if years else ():
            data = published.data(id_)
            edition = read_calendar(data)
            if min(years) <= edition.year <= max(years) + 1:
                yield from _filed(data)
                yield _own(
                    "calendar_published",
                    document=sha256(data).hexdigest(),
                    issue=edition.number,
                    published_on=edition.notices[-1].issued.isoformat(),
                    year=edition.year,
                )

    def _before(self, line: Line, rehearsal: _Rehearsal) -> Iterator[Form]:
        state = rehearsal.fold.procedure
        name = line.data.get("regulation")
        if isinstance(name, str) and name in NAMES and not state.texts.versions.get(name):
            yield from _adopted(name, rehearsal, sorted(line.at[:10] for line in self._lines))
        registers = state.registers
        whose = self._id(line.whose)
        known = (registers.bodies, registers.parties, registers.persons, registers.experts)
        makes_itself = line.type in ("party_registered", "body_constituted")
        if not any(whose in table for table in known):
            yield self._unknown(line.whose, whose, line)
        for kind, id_ in _named(line):
            if makes_itself and id_ in (line.data.get("party"), line.data.get("person")):
                continue
            if kind == "party" and id_ not in registers.parties and id_ != whose:
                yield _own("party_registered", kind="organisation", name=id_, party=id_)
            elif kind == "person" and not any(id_ in table for table in known) and id_ != whose:
                yield _own("party_registered", kind="individual", person=id_)

    def _unknown(self, name: str, id_: str, line: Line) -> Form:
        """Whoever acts and is not registered: a party where the line names it as one, a body otherwise."""
        if ("party", id_) in _named(line):
            return _own("party_registered", kind="organisation", name=name, party=id_)
        if not is_body(id_):
            return _own("party_registered", kind="individual", person=id_)
        roles = [name] if is_code(name) else []
        return _own("body_constituted", body=id_, name=name, roles=roles, **{"from": line.at[:10]})

    def _id(self, name: str) -> str:
        if name not in self.mapped:
            made = trail.ident_of(name, set(self.mapped.values()))
            if made == name:
                return name
            self.mapped[name] = made
        return self.mapped[name]


def _named(line: Line) -> list[tuple[str, str]]:
    """(kind of case, id) of the parties and persons that the line names, each once."""
    kind = TYPES.get(line.type, TYPES.newest(line.type) or 0)
    assert kind is not None
    found: dict[tuple[str, str], None] = {}
    for way, case in case_fields(kind.struct):
        if case in ("party", "person"):
            _gather(line.data, way, case, found)
    return list(found)


def _gather(value: Any, way: tuple[str, ...], case: str, found: dict[tuple[str, str], None]) -> None:
    if value is None:
        return
    if not way:
        for id_ in value if isinstance(value, list) else [value]:
            found[case, id_] = None
    elif way[0] == "*":
        for item in value if isinstance(value, list) else ():
            _gather(item, way[1:], case, found)
    elif isinstance(value, dict):
        _gather(value.get(way[0]), way[1:], case, found)


def _adopted(name: str, rehearsal: _Rehearsal, days: Sequence[str]) -> Iterator[Form]:
    """The packaged text. Dates that it leaves blank are those of the trail: nobody else has put it into force, and a
    trail without a word about that was acted under it from its first day to its last."""
    data = packaged_bytes(name)
    text = parsed(data)
    yield from _filed(data)
    yield _own(
        "regulation_version_adopted",
        document=sha256(data).hexdigest(),
        effective_from=text.effective.v or days[0],
        effective_to=(text.expiry.v or days[-1]) if text.expiry is not None else None,
        encoding=text.revision,
        issuer=rehearsal.fold.state.authority,
        regulation=name,
        status="in_force" if text.status == "in_force" else "draft",
    )


def _filed(data: bytes) -> Iterator[Form]:
    digest = sha256(data).hexdigest()
    pieces = [data[i : i + PART] for i in range(0, len(data), PART)]
    for number, piece in enumerate(pieces, 1):
        form = _own("document_filed", bytes=piece.hex(), document=digest, part=number, parts=len(pieces))
        yield {**form, "cases": ["registry:ledger"]}


def _own(type_: str, **data: Any) -> Form:
    """An act of the importer's own office; it is done now, which the desk's clock says."""
    return {"type": type_, "data": data}
