"""One act before the rules without a world: a regulation from its text, a state made by hand."""

from __future__ import annotations

from typing import Any

from ledger.acts.registry import TYPES
from ledger.acts.struct import schema
from ledger.regulations.model import Regulation
from ledger.regulations.reading import read
from ledger.rules.act import Act
from ledger.rules.kinds import ALL_RULES
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.state import Procedure, evolve

FIRST = "2024-01-02"


class NoFiles:
    """A ledger on which no document was filed."""

    def document(self, digest: bytes) -> bytes | None:
        return None


class Trail:
    """A state that acts carry on, one position after the other."""

    def __init__(self, text: str = "") -> None:
        self.state = Procedure()
        self.regulation: Regulation | None = read(text.encode()) if text else None
        self._size = 0
        if self.regulation is not None:
            from ledger.rules.procedure.texts import Adopted

            adoption = self.act(
                "regulation_version_adopted",
                document=b"d" * 32,
                encoding=self.regulation.revision,
                issuer="某市人民政府",
                regulation=self.regulation.name,
                status="in_force",
            )
            self.state.texts.versions[self.regulation.name] = (Adopted(self.regulation, adoption),)

    def act(self, type_: str, /, **given: Any) -> Act:
        """The next act; `at`, `by`, `as_`, `for_`, `mode`, `basis` are of the head, all else of the data, where what
        is not given is nil or empty."""
        head = {name: given.pop(name, None) for name in ("at", "by", "as_", "for_", "mode", "basis")}
        kind = TYPES.get(type_, TYPES.newest(type_) or 0)
        assert kind is not None
        kinds = schema(kind.struct)
        data = {
            name: given.pop(name) if name in given else (None if each.check(None) else [])
            for name, each in kinds.items()
        }
        assert not given, given
        assert kind.misfit(data) is None, kind.misfit(data)
        self._size += 1
        return Act(
            self._size,
            self._size,
            self._size.to_bytes(32, "big"),
            type_,
            head["by"] or "anna01",
            head["as_"],
            head["for_"],
            head["mode"] or "own",
            head["at"] or FIRST,
            tuple(head["basis"] or ()),
            (),
            kind.load(data),
        )

    def done(self, type_: str, /, **given: Any) -> Act:
        """An act that stands."""
        act = self.act(type_, **given)
        evolve(self.state, act, NoFiles())
        return act

    def matter(self, type_: str, /, **given: Any) -> Matter:
        """An act in question; `office`: signed from a post of the ledger's office."""
        office = bool(given.pop("office", False))
        return Matter(self.act(type_, **given), self.state, NoFiles(), office)

    def says(self, rule: str, type_: str, /, **given: Any) -> list[Outcome]:
        """What a rule kind says of an act in question."""
        found = ALL_RULES[rule]
        assert not found.on or type_ in found.on, f"{rule} does not speak about {type_}"
        return list(found.kind(self.matter(type_, **given)))
