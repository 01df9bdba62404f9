"""A matter: one act before the rules, with everything that it may be compared with.

Rules read the state, the regulation that governs the act, and the calendars. They read no clock: the moment of the act
and of its taking in are the act's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from ledger.calendars.calendars import Calendars
from ledger.regulations.glossary import called
from ledger.regulations.model import Category, Regulation, Step
from ledger.regulations.value import Value
from ledger.rules.act import Act
from ledger.rules.done import File
from ledger.rules.governed import read
from ledger.rules.matrix import Result
from ledger.rules.moment import day
from ledger.rules.outcome import Outcome
from ledger.rules.procedure.opening import Application, Cycle
from ledger.rules.procedure.progress import files_of
from ledger.rules.procedure.publicity import Publicity
from ledger.rules.procedure.state import Procedure
from ledger.rules.procedure.texts import Adopted, Files, regulation_of
from ledger.rules.versions import Family, ruling

_OF_NO_CYCLE: Final = frozenset(
    {
        "body_constituted",
        "budget_appropriated",
        "expert_enrolled",
        "honour_used",
        "standards_approved",
        "third_party_engaged",
    }
)
"""Acts that serve all cycles to come and are judged by the version that covers their day."""

_OUTLIVES: Final[dict[str, tuple[Family, str | None]]] = {
    "award_revoked": ("revocation", None),
    "honour_used": ("honour_use", "used_on"),
    "revocation_proposed": ("revocation", None),
}
"""Acts about an award long after its cycle: the family of rules whose transition says which version governs, and the
day that counts (None: that of the act)."""


@dataclass(frozen=True)
class Matter:
    """The act on the state of all acts before it. `office`: whether the signer's post is one of the ledger's office."""

    act: Act
    state: Procedure
    files: Files = field(repr=False)
    office: bool = False

    # ---- what governs the act ----

    @cached_property
    def cycle(self) -> Cycle | None:
        """The cycle that the act names, or that the application or award it is about belongs to."""
        id_ = self.act.get("cycle")
        if id_ is None and self.application is not None:
            id_ = self.application.cycle
        if (
            id_ is None
            and (honour := self.state.decision.honours.get(self.act.get("award") or "")) is not None
        ):
            id_ = honour.conferred.data.cycle
        if id_ is None and self.publicity is not None:
            id_ = self.publicity.cycle
        return self.state.opening.cycles.get(id_) if id_ is not None else None

    @cached_property
    def adopted(self) -> Adopted | None:
        """The encoding that governs: the one its cycle was opened under; before that, the newest of the version. What
        adopts or opens names its own."""
        cycle, texts = self.cycle, self.state.texts
        if self.act.type == "regulation_version_adopted":
            data = self.files.document(self.act.data.document)
            return Adopted(regulation_of(data), self.act) if data is not None else None
        if self.act.type == "cycle_opened":
            return texts.encoding(self.act.data.regulation, self.act.data.encoding)
        if cycle is None:
            named = self.act.get("regulation")
            if named is None and self.act.type in _OF_NO_CYCLE:
                return self._in_force()
            if named is None and self.publicity is not None:
                named = self.publicity.opened.data.regulation
            return texts.encoding(named) if named is not None else None
        if cycle.opened is None:
            return texts.encoding(cycle.regulation)
        own = texts.encoding(cycle.regulation, cycle.opened.data.encoding)
        outlives = _OUTLIVES.get(self.act.type)
        if own is None or outlives is None:
            return own
        family, counts = outlives
        return ruling(self.state, own, family, self.act.get(counts) if counts is not None else self.day)

    def _in_force(self) -> Adopted | None:
        """The version that covers the day; of several the one under which a cycle was opened last."""
        texts = self.state.texts
        covering = texts.effective_on(self.day)
        if len(covering) <= 1:
            return covering[0] if covering else None
        opened = {c.regulation: c.opened.position for c in self.state.opening.cycles.values() if c.opened}
        return max(covering, key=lambda each: opened.get(each.regulation.name, 0))

    @property
    def regulation(self) -> Regulation | None:
        return self.adopted.regulation if self.adopted is not None else None

    @cached_property
    def step(self) -> Step | None:
        """The step of the regulation that the act names."""
        name = self.act.get("step")
        return self.regulation.steps.get(name) if self.regulation is not None and name is not None else None

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What one rule kind has worked out about this act, for others that ask the same."""
        return {}

    # ---- whom it is about ----

    @cached_property
    def application(self) -> Application | None:
        """The one application that the act is about."""
        return self.state.opening.applications.get(self.act.get("application") or "")

    @cached_property
    def publicity(self) -> Publicity | None:
        """The publicity that the act is about, once it is open."""
        return self.state.publicity.publicities.get(self.act.get("publicity") or "")

    @cached_property
    def subjects(self) -> tuple[File, ...]:
        """The files that the act names; of a submission the one that it would make."""
        data = self.act.data
        if self.act.type == "application_submitted":
            kind = "individual" if data.kind == "joint" else data.kind
            return (File(data.application, kind, tuple(a.party for a in data.applicants)),)
        known = self.state.opening.applications
        return tuple(self.file(id_) for id_ in files_of(self.act) if id_ in known)

    def file(self, id_: str) -> File:
        """A file that was submitted, as its way sees it."""
        application = self.state.opening.applications[id_]
        return File(application.id, application.kind, application.parties)

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which it is done. A body has those it had on that day; a party is holder, applicant of its own
        files and employer of those whom a file names so; for a person see `_personal`."""
        registers, who = self.state.registers, self.act.body
        if who is not None and who in registers.bodies:
            return registers.roles(who, self.day)
        if who is not None and who in registers.parties:
            files = self.subjects
            own = {"holder", "public"}
            if not files or any(who in file.parties for file in files):
                own.add("applicant")
            return frozenset(own | self._employing(who))
        if self.act.for_ is not None or self.act.as_ in (None, "public"):
            return frozenset(self._personal(self.act.for_ or self.act.by))
        return frozenset()

    def _personal(self, person: str) -> set[str]:
        """What somebody is without a body: an expert, the member of a panel that the act names, a supervisor."""
        own = {"applicant", "holder", "public"} | self._employing(self.act.get("recommending_party"))
        if person in self.state.registers.experts:
            own |= {"reviewer", "expert"}
        panel = self.state.review.panels.get(self.act.get("panel") or "")
        if panel is not None and person in panel.members:
            own.add("panel")
        appointed = self.state.review.supervisors.get(self.cycle.id, ()) if self.cycle is not None else ()
        if any(person in act.data.persons for act in appointed):
            own.add("supervisor")
        return own

    def _employing(self, party: str | None) -> set[str]:
        """Whether the party is an employer that a file of this act names."""
        known = (self.state.opening.applications.get(file.id) for file in self.subjects)
        return {"employer"} if any(a is not None and party in a.employers for a in known) else set()

    def roles_of(self, body: str | None) -> frozenset[str]:
        """The roles of another body on the day of the act; none if it names none."""
        return self.state.registers.roles(body, self.day) if body is not None else frozenset()

    # ---- words and numbers for people ----

    @property
    def day(self) -> str:
        """The day on which the act happened."""
        return day(self.act.at)

    @property
    def calendars(self) -> Calendars:
        return self.state.texts.calendars

    def party_name(self, id_: str) -> str:
        """Name of a party or body on the day of the act; the id where there is no public name."""
        return self.state.registers.name(id_, self.day)

    def file_name(self, id_: str) -> str:
        """A file by its parties' names."""
        application = self.state.opening.applications.get(id_)
        parties = application.parties if application is not None else ()
        if application is None and self.subjects and self.subjects[0].id == id_:
            parties = self.subjects[0].parties
        return "、".join(map(self.party_name, parties)) or id_

    def role_names(self, roles: tuple[str, ...] | frozenset[str]) -> str:
        """Roles as this text calls them."""
        known = self.regulation.roles if self.regulation is not None else {}
        return "、".join(known[r].name if r in known else r for r in sorted(roles))

    def word(self, section: str, code: str) -> str:
        """A code as people say it."""
        return called(section, code, self.regulation)

    def category(self, id_: str | None) -> Category | None:
        return self.regulation.categories.get(id_ or "") if self.regulation is not None else None

    # ---- answers ----

    def read(self, value: Value[Any]) -> Value[Any]:
        """The value with the reading of its question that holds on the day of the act, if one was issued: it then
        comes from a reading, whatever it was before."""
        if self.regulation is None:
            return value
        return read(self.state.registers, self.regulation, value, self.day)

    def says(
        self,
        value: Value[Any],
        result: Result | bool,
        said: str,
        *,
        positions: tuple[int, ...] = (),
        reasoned: bool = False,
        world: bool = False,
        **facts: object,
    ) -> Outcome:
        """An outcome about the value; facts become words."""
        if isinstance(result, bool):
            result = "holds" if result else "fails"
        words = {name: str(fact) for name, fact in facts.items()}
        return Outcome(value, result, said, words, positions, reasoned, world)
