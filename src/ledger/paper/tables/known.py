"""Names for ids: what the ledger knows, under the names that papers and people use.

Bodies by name, organisations by name or credit code, files by number or by their only applicant, documents by number,
codes by their names in the regulation or the glossary. A name is never guessed: it means one thing, or it is refused
with what it could mean. Natural persons' names are sealed and name nobody here.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ledger.acts.kinds import is_body, is_case, is_code, is_ident, is_post, is_regulation
from ledger.client.expected import expectation, invalid
from ledger.errors import LedgerError
from ledger.paper.tables.sheet import plain, trimmed
from ledger.regulations.glossary import sections
from ledger.regulations.model import Regulation
from ledger.rules.procedure.state import Procedure

# Where a field's codes stand in the glossary, if not in the section of the field's own name.
_SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "aspects": ("aspect",),
    "attested": ("attestation",),
    "attributes": ("attribute",),
    "class": ("channel",),
    "contents": ("content",),
    "industry": ("industry",),
    "kind": ("document", "adverse", "conduct"),
    "kinds": ("kind",),
    "live": ("act",),
    "purpose": ("use",),
    "roles": ("role",),
    "scope": ("act",),
    "sections": ("category",),
    "to_step": ("step",),
}
_SHAPES: Final = {
    "code": is_code, "post": is_post, "body": is_body, "case": is_case, "regulation version": is_regulation,
}  # fmt: skip
_NEAR: Final = 0.6


def folded(text: str) -> str:
    """A name as it is compared: brackets of every shape alike, no blanks, letters small."""
    return re.sub(r"\s", "", plain(text)).translate(_BRACKETS).lower()


_BRACKETS: Final = str.maketrans("[]【】〔〕﹝﹞{}", "()()()()()")


@dataclass
class Known:
    """What one ledger knows. `documents`: number → digests of documents registered under it."""

    state: Procedure
    documents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        registers = self.state.registers
        self._bodies: dict[str, set[str]] = {}
        self._parties: dict[str, set[str]] = {}
        for id_ in registers.bodies:
            self._bodies.setdefault(folded(registers.name(id_)), set()).add(id_)
        for id_, act in registers.parties.items():
            renamed = [each.data.name for each in registers.renamed.get(id_, ())]
            for name in (act.data.name, act.data.code, *renamed):
                if name is not None:
                    self._parties.setdefault(folded(name), set()).add(registers.one(id_))
        self._files: dict[str, set[str]] = {}
        for id_, file in self.state.opening.applications.items():
            number = file.submitted.data.file_number
            if number is not None:
                self._files.setdefault(folded(number), set()).add(id_)
        self._codes: dict[str, dict[str, dict[str, set[str]]]] = {}

    def id(self, kind: str, text: str, row: Mapping[str, Any], column: str) -> str:
        """The id that a cell means, of a kind of field. `row`: what is known of the row, its cycle above all.

        LedgerError form_invalid, cell_name_unknown or cell_name_ambiguous, with the column's name.
        """
        wanted, shape = folded(text), _SHAPES.get(kind, is_ident)
        found, names = self._called(kind, wanted, row)
        if len(found) == 1:
            return next(iter(found))
        if len(found) > 1:
            raise LedgerError("cell_name_ambiguous", column=column, ids="、".join(sorted(found)))
        written = plain(text).lower()
        if shape(written):
            return written
        if names:
            near = difflib.get_close_matches(wanted, names, 1, _NEAR)
            raise LedgerError("cell_name_unknown", column=column, near=_near(near))
        raise invalid(column, expectation(kind), kind)

    def _called(self, kind: str, name: str, row: Mapping[str, Any]) -> tuple[set[str], Iterable[str]]:
        """The ids of that name, and all names that there are."""
        if kind == "body":
            return self._bodies.get(name, set()), self._bodies
        if kind == "whose":  # body, party or person
            return self._bodies.get(name, set()) | self._parties.get(name, set()), [
                *self._bodies,
                *self._parties,
            ]
        if kind == "party id":
            return self._parties.get(name, set()), self._parties
        if kind == "application id":
            found = self._files.get(name) or self._files_of(self._parties.get(name, set()))
            here = {id_ for id_ in found if self._cycle_of(id_) == row.get("cycle")}
            return here or found, [*self._files, *self._parties]
        return set(), ()

    def _files_of(self, parties: Iterable[str]) -> set[str]:
        opening, one = self.state.opening, self.state.registers.one
        return {id_ for party, files in opening.of_party.items() if one(party) in parties for id_ in files}

    def _cycle_of(self, application: str) -> str | None:
        found = self.state.opening.applications.get(application)
        return found.cycle if found is not None else None

    # ---- codes ----

    def code(self, name: str, text: str, row: Mapping[str, Any], column: str) -> str:
        """The code that a cell of the field `name` means; LedgerError as for `id`."""
        written = plain(text).lower()
        if is_code(written):
            return written
        every = self._codes_of(self._regulation(row))
        wanted = folded(text)
        own = _SECTIONS.get(name, (name,))
        found = {code for section in own for code in every.get(section, {}).get(wanted, ())}
        found = found or {code for names in every.values() for code in names.get(wanted, ())}
        if len(found) == 1:
            return next(iter(found))
        if found:
            raise LedgerError("cell_name_ambiguous", column=column, ids="、".join(sorted(found)))
        names = [each for section in own for each in every.get(section, {})]
        near = difflib.get_close_matches(wanted, names, 1, _NEAR)
        raise LedgerError("cell_name_unknown", column=column, near=_near(near))

    def _regulation(self, row: Mapping[str, Any]) -> Regulation | None:
        """The regulation that the row's cycle is under, or the only one there is."""
        texts, cycle = self.state.texts, self.state.opening.cycles.get(str(row.get("cycle")))
        names = [cycle.regulation] if cycle is not None else list(texts.versions)
        adopted = texts.encoding(names[0]) if len(names) == 1 else None
        return adopted.regulation if adopted is not None else None

    def _codes_of(self, regulation: Regulation | None) -> dict[str, dict[str, set[str]]]:
        """Section → name → codes."""
        key = regulation.edition if regulation is not None else ""
        if key not in self._codes:
            made: dict[str, dict[str, set[str]]] = {}
            for section, code, name in _named(regulation):
                made.setdefault(section, {}).setdefault(folded(name), set()).add(code)
            self._codes[key] = made
        return self._codes[key]

    # ---- documents ----

    def document(self, text: str, column: str) -> str:
        """The digest of the registered document that a cell names, by that digest or by its number."""
        written = plain(text).lower()
        if re.fullmatch(r"[0-9a-f]{64}", written):
            return written
        found = self.documents.get(folded(text), ())
        if len(found) == 1:
            return found[0]
        if found:
            ids = "、".join(each[:16] + "…" for each in found)
            raise LedgerError("cell_name_ambiguous", column=column, ids=ids)
        raise LedgerError("cell_document_unknown", column=column)


def _near(found: list[str]) -> str:
    return f"，是否为“{trimmed(found[0])}”" if found else ""


def _named(regulation: Regulation | None) -> Iterable[tuple[str, str, str]]:
    for section, words in sections().items():
        yield from ((section, code, name) for code, name in words.items())
    if regulation is None:
        return
    for section, words in regulation.names.items():
        yield from ((section, code, name) for code, name in words.items())
    for section, entries in (("step", regulation.steps), ("role", regulation.roles)):
        yield from ((section, code, entry.name) for code, entry in entries.items())
    yield from (("category", code, entry.name) for code, entry in regulation.categories.items())
    yield from (("criterion", entry.id, entry.name) for entry in regulation.criteria if entry.name)
    yield from (("ground", code, entry.name) for code, entry in regulation.grounds.items())
