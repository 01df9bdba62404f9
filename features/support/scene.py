"""A scene: a world under one regulation, with names for its people, parties and files, and ordinary acts at hand.

Scenarios speak of 甲公司, 乙公司 …, of 王某, 李某 … (individuals), of roles by their code, and of acts by their type.
What the ordinary forms need to know of the scene they ask here; the answers come from the folded state, never from a
memory.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any, Final

from features.support import courses
from features.support import world as w
from features.support.forms import FORMS
from features.support.world import Form, World
from ledger.desk.line import Judged
from ledger.regulations.model import Regulation, Step
from ledger.regulations.packaged import packaged
from ledger.rules.act import Act
from ledger.rules.done import File, applies, done
from ledger.rules.kinds import EVERY, Rulebook
from ledger.rules.procedure.publicity import Objection, Publicity
from ledger.rules.terms import term_of
from tests.support.ledgers import Actor

NUMERALS: Final = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
SURNAMES: Final = "王李张刘陈杨赵黄周吴"
ORGANISATIONS: Final = [f"{numeral}公司" for numeral in NUMERALS]
INDIVIDUALS: Final = [f"{surname}某" for surname in SURNAMES]
EXPERTS: Final = 9
UNITS: Final = 7
DRAWN: Final = re.compile("(材料|现场)评审(专家|候补)([1-9])")
STEPS_DRAWN: Final = {"材料": "material", "现场": "onsite"}

# Worlds after a stage of the ordinary course: (regulation, calendars, organisations, individuals, stage).
_kept: dict[tuple[str, int, int, int, str], tuple[World, int]] = {}


class Scene:
    """One scenario's world."""

    def __init__(self, world: World, regulation: Regulation, course: courses.Course) -> None:
        self.world, self.regulation, self.course = world, regulation, course
        self.cycle = f"{regulation.id[:4]}cycle{course.year}"
        self.year, self.edition = course.year, 1
        self.organisations, self.individuals = 2, 1
        self.publicity_step = "final_public"
        self._fresh = 0
        self._about: str | None = None
        self._calendars = 0
        self._begun = world.store.head().size

    @classmethod
    def of(cls, regulation: str, calendars: int, rules: Rulebook | None = None) -> Scene:
        """The scene in which nothing has happened yet but what every scenario needs."""
        base = _base(regulation, calendars)
        scene = cls(base.fork(), packaged(regulation), courses.COURSES[regulation])
        scene._calendars = calendars
        if rules is not None:
            scene.world.rules = rules
        return scene

    # ---- time ----

    @property
    def day(self) -> str:
        return w.day_of(self.world.now)

    def at(self, name: str) -> str:
        """A day that the course of this regulation fixes."""
        return self.course.days[name]

    # ---- acting ----

    def form(self, type_: str, changes: Mapping[str, Any] | None = None) -> Form:
        """The ordinary act of a type, with what the scenario changes; a path that begins with `:` is the head's."""
        changes = dict(changes or {})
        step = changes.get("step")
        self._about, self._question = changes.get("application"), changes.get("question")
        data, head = FORMS[type_].data(self, step), {}
        for path, value in changes.items():
            if path.startswith(":"):
                head[path[1:]] = value
            else:
                _put(data, path, value)
        return {"type": type_, "data": data, **head}

    def do(
        self, type_: str, changes: Mapping[str, Any] | None = None, *, by: str | None = None, **head: Any
    ) -> Judged:
        """Somebody does an act live; by whom it ordinarily is, unless said."""
        form = self.form(type_, changes)
        return self.world.do({**form, **head}, self._signer(form, by))

    def must(
        self, type_: str, changes: Mapping[str, Any] | None = None, *, by: str | None = None, **head: Any
    ) -> bytes:
        """The same, where anything but acceptance is a mistake."""
        form = self.form(type_, changes)
        if type_ == "vault_read":  # the machine's own, never handed in
            data = form["data"]
            self.world.read_vault(data["reader"], data["case"], data["fields"])
            return b""
        return self.world.must({**form, **head}, self._signer(form, by))

    def _signer(self, form: Form, by: str | None) -> Actor:
        """Who signs: whoever the scenario says; of a sheet its scorer; else whose act it ordinarily is."""
        data = form["data"]
        scorer = (data.get("scorer") or data.get("unit")) if by is None else None
        return self.world.actors.get(scorer or "") or self.actor(by or FORMS[form["type"]].role)

    def transcribe(
        self,
        type_: str,
        role: str,
        changes: Mapping[str, Any] | None,
        at: str,
        acknowledges: Iterable[str] = (),
    ) -> Judged:
        """The clerk enters what a registered paper says: somebody's act of an earlier day."""
        form = self.form(type_, changes)
        head = {
            "acknowledges": sorted(acknowledges),
            "at": at,
            "basis": [self.world.acts[w.PAPER].hex()],
            "for": self.whose(role),
            "mode": "transcribed",
        }
        return self.world.do({**head, **form}, self.world.clerk)

    def actor(self, role: str) -> Actor:
        """Who acts in a role; anybody without a post is one and the same person here."""
        named = self.world.names.get(role) or self.drawn(role) or ""
        return self.world.actors.get(role) or self.world.actors.get(named) or self.world.actors["applicant"]

    def whose(self, role: str) -> str:
        """The body of a role, or the party by its name."""
        found = self.world.names.get(role) or self.drawn(role) or self.body(role)
        # Panels, reviewers and supervisors act through a body of all of them.
        return found if f"{found}s" not in self.state.registers.bodies else f"{found}s"

    def advance(self, upto: str) -> None:
        """Let the course go on, in good order, up to and with a step.

        From the beginning it is the same for every scenario, so what was once made is kept and forked.
        """
        if self.world.store.head().size != self._begun:
            self.course.run(self, upto)
            return
        key = (self.regulation.name, self._calendars, self.organisations, self.individuals)
        stages = list(self.course.stages)
        for stage in reversed(stages[: stages.index(upto) + 1] if upto in stages else []):
            kept = _kept.get((*key, stage))
            if kept is not None:
                rules = self.world.rules
                self.world, self._fresh = kept[0].fork(), kept[1]
                self.world.rules = rules
                break
        rules, self.world.rules = self.world.rules, EVERY
        self.course.run(self, upto)
        self.world.rules = rules
        _kept[(*key, upto)] = (self.world.fork(), self._fresh)

    # ---- names ----

    def body(self, role: str) -> str:
        return body_id(role)

    def party(self, name: str) -> str:
        return self.world.names[name]

    def named(self, word: str) -> str | None:
        """The id that a scenario's word stands for: a party, a person, or the file of a party (甲公司的申报)."""
        drawn = self.drawn(word)
        if drawn is not None:
            return drawn
        party, _, what = word.partition("的")
        found = self.world.names.get(party)
        if word == "纸件":
            return self.world.acts[w.PAPER].hex()
        if found is None or what not in ("", "申报", "奖"):
            return None
        if not what:
            return found
        return self.application_of(found) if what == "申报" else self.award_of(self.application_of(found))

    def person(self, name: str) -> str:
        return self.world.names[name]

    @property
    def employer(self) -> str:
        return self.world.names["所在单位"]

    def kind_of(self, party: str) -> str:
        return str(self.world.line.fold.procedure.registers.parties[party].data.kind)

    def fresh(self, start: str) -> str:
        """An id not used yet."""
        self._fresh += 1
        return f"{start}x{self._fresh:04}"

    def fresh_person(self) -> str:
        return self.fresh("pers")

    def experts(self) -> list[str]:
        return [self.world.names[f"专家{n}"] for n in range(1, EXPERTS + 1)]

    def drawn(self, word: str) -> str | None:
        """The first, second … who was drawn for a step (材料评审专家1), or the first … reserve (现场评审候补1)."""
        found = DRAWN.match(word)
        if found is None:
            return None
        held = self.held_draw(STEPS_DRAWN[found[1]])
        if held is None:
            return None
        number = int(found[3]) - 1
        if found[2] == "候补":
            number += held.prepared.data.strata[0].seats
        order = held.held.data.drawn[0].order
        return str(order[number]) if number < len(order) else None

    def held_draw(self, step: str) -> Any:
        """The newest draw of a step that was held."""
        draws = self.state.review.draws_at(self.cycle, step)
        return next((draw for draw in reversed(draws) if draw.held is not None), None)

    def seats(self, step: str) -> list[str]:
        """Who has been drawn for the seats of a step, in the order of drawing; else the first three experts."""
        held = self.held_draw(step)
        if held is None:
            return self.experts()[:3]
        return list(held.held.data.drawn[0].order[: held.prepared.data.strata[0].seats])

    def members(self, step: str) -> list[str]:
        """The members of the step's newest panel, its leader first."""
        panels = self.state.review.panels_of.get((self.cycle, step), ())
        if not panels:
            return self.seats(step)
        panel = self.state.review.panels[panels[-1]]
        return sorted(panel.members, key=lambda person: (person != panel.leader, person))

    def panel_at(self, step: str) -> str:
        """The step's newest panel; the one to be formed if there is none."""
        panels = self.state.review.panels_of.get((self.cycle, step), ())
        return panels[-1] if panels else self.panel_of(step)

    def points_of(self, application: str, step: str) -> str:
        """What the ordinary sheet of this file says at a step."""
        return courses.POINTS[self.state.opening.applications[application].kind].get(step, "700")

    def figure(self, application: str, step: str) -> Fraction:
        """What a step's sheets give, as the ordinary standard reckons: their mean, to two digits."""
        sheets = [s for s in self.state.review.sheets_at(application, step) if not s.aside and s.points]
        points = [Fraction(s.points) for s in sheets] or [Fraction(self.points_of(application, step))]
        return Fraction(round(sum(points) * 100 / len(points)), 100)

    def units(self) -> list[str]:
        return [f"memberunit{n}" for n in range(1, UNITS + 1)]

    def application_of(self, party: str) -> str:
        return "appl" + party[4:]

    def award_of(self, application: str) -> str:
        return "awar" + application[4:]

    def publicity_of(self, party: str | None) -> str:
        return "publ" + (party or "")[4:]

    def panel_of(self, step: str) -> str:
        return f"panel{step.replace('_', '')}"

    # ---- what has happened ----

    @property
    def state(self) -> Any:
        return self.world.line.fold.procedure

    def taking_part(self) -> list[str]:
        """The parties that take part in this scene."""
        names = ORGANISATIONS[: self.organisations] + INDIVIDUALS[: self.individuals]
        return [self.world.names[name] for name in names]

    def next_party(self) -> str:
        """The first party that has no application (or, where that comes first, no internal publicity) yet."""
        parties = self.taking_part()
        lacking = [p for p in parties if p not in self.state.opening.of_party]
        unshown = [p for p in lacking if p not in self.state.publicity.of_subject]
        return ((self._showing and (unshown or lacking)) or lacking or parties)[0]

    _showing = False

    def files(self) -> list[File]:
        """The files in the procedure, in the order of their submission."""
        found = [self.state.opening.applications[a] for a in self.state.opening.of_cycle.get(self.cycle, ())]
        return [File(a.id, a.kind, a.parties) for a in found if a.gone is None]

    def file(self, step: str | None = None) -> str:
        """The file that the act in hand is about; else the first that has not passed a step yet and could."""
        if self._about is not None:
            return self._about
        files = self.files()
        if step is None:
            return files[0].id
        rule = self.regulation.steps[step]
        waiting = [f for f in files if applies(rule, f.kind) and self._did(rule, f) is None]
        listed = [
            f for f in waiting if rule.admits is None or self._did(self.regulation.steps[rule.admits], f)
        ]
        return (listed or waiting or files)[0].id

    def _did(self, step: Step, file: File) -> Any:
        return done(self.state, self.cycle, step, file, self._asking())

    def _asking(self) -> Any:
        return Act(10**9, self.world.now, b"", "", "", None, None, "own", self.world.now, (), (), None)

    def files_at(self, step: str) -> list[str]:
        """The files that may be listed at a step."""
        rule = self.regulation.steps[step]
        before = [self.regulation.steps[name] for name in rule.after]
        return sorted(
            file.id
            for file in self.files()
            if applies(rule, file.kind)
            and all(not applies(b, file.kind) or self._did(b, file) for b in before)
        )

    def publicities_of(self, party: str) -> list[str]:
        return sorted(self.state.publicity.of_subject.get(party, ()))

    def open_publicity(self, step: str | None = None) -> Publicity:
        """The newest publicity that is not closed; else the newest."""
        every = [p for p in self.state.publicity.publicities.values() if step in (None, p.step)]
        waiting = [p for p in every if p.closed is None]
        found: Publicity = (waiting or every)[0 if waiting else -1]
        return found

    def uncaptured(self, step: str | None = None) -> tuple[Publicity, str]:
        """The first channel of an open publicity of which no capture is filed; else the first of the newest."""
        every = [p for p in self.state.publicity.publicities.values() if step in (None, p.step)]
        lacking = [
            (p, channel.channel)
            for p in every
            for channel in p.channels()
            if channel.channel not in {capture.data.channel for capture in p.evidence}
        ]
        return lacking[0] if lacking else (every[-1], every[-1].channels()[0].channel)

    def open_objection(self) -> Objection:
        every = list(self.state.publicity.objections.values())
        found: Objection = next((o for o in every if not o.ended), every[-1])
        return found

    def last_day(self, publicity: Publicity) -> str:
        """The last day as the regulation counts it."""
        rule = self.regulation.steps[publicity.step].publicity
        begins = publicity.begins((*publicity.applications, *publicity.parties)[0])
        assert rule is not None and rule.term.v is not None and begins is not None
        roll = bool(rule.roll is not None and rule.roll.v)
        return term_of(self.state.texts.calendars, begins, rule.term.v, roll=roll).last_day

    def counted(self, publicity: Publicity) -> int:
        rule = self.regulation.steps[publicity.step].publicity
        assert rule is not None and rule.term.v is not None
        return rule.term.v.n

    def items_for_publicity(self, step: str) -> list[Form]:
        """What stands on the list that is shown."""
        before = next(n for n in self.regulation.steps[step].after)
        newest = self.state.decision.newest(self.cycle, before)
        if newest is None:
            return [{"application": file, "category": None} for file in self.files_at(step)]
        return [{"application": i.application, "category": i.category} for i in newest.data.items]

    def sections(self) -> list[str]:
        return sorted(self.regulation.categories)

    def award_items(self) -> list[Form]:
        """Everybody who came so far, in the highest tier that has room."""
        items, taken = [], dict.fromkeys(self.regulation.categories, 0)
        for file in sorted(self.files()):
            room = [
                c
                for c in self.regulation.categories.values()
                if c.kind == file.kind and (c.max is None or c.max.v is None or taken[c.id] < c.max.v)
            ]
            if room and self._did(self.regulation.steps["composite"], file):
                taken[room[0].id] += 1
                items.append({"application": file.id, "category": room[0].id, "reaward": False})
        return items

    def approvable_items(self) -> list[Form]:
        """What was publicised, cleanly, and still is in the procedure."""
        newest = self.state.decision.newest(self.cycle, "approve") or self.state.decision.newest(
            self.cycle, "decide"
        )
        files = {file.id for file in self.files()}
        return [
            {"application": i.application, "category": i.category, "reaward": i.reaward}
            for i in (newest.data.items if newest is not None else ())
            if i.application in files
        ]

    def unconferred_item(self) -> Form:
        known = self.state.decision.honours
        items = self.approvable_items()
        return next((i for i in items if self.award_of(i["application"]) not in known), items[0])

    def approved_on(self) -> str:
        newest = self.state.decision.newest(self.cycle, "approve")
        return w.day_of(newest.at) if newest is not None else self.day

    def parties_of(self, application: str) -> list[str]:
        return sorted(self.state.opening.applications[application].parties)

    def places(self) -> list[Form]:
        found = []
        approved = self.approvable_items()
        for category in sorted(self.regulation.categories.values(), key=lambda c: c.id):
            awarded = sum(i["category"] == category.id and not i["reaward"] for i in approved)
            most = category.max.v if category.max is not None and category.max.v is not None else awarded
            found.append({"awarded": awarded, "category": category.id, "vacant": max(0, most - awarded)})
        return found

    def proposer(self, step: str) -> str | None:
        proposed = self.regulation.steps[step].proposed_by
        return self.body(proposed.v[0]) if proposed is not None and proposed.v else None

    def newest_meeting(self) -> str | None:
        held = self.state.decision.meetings_of.get(self.cycle, ())
        return held[-1].data.meeting if held else None

    def newest_report(self, step: str) -> str | None:
        issued = self.state.review.reports_of.get((self.cycle, step), ())
        return issued[-1].data.report if issued else None

    def newest_standard(self) -> str | None:
        return next(reversed(list(self.state.registers.standards)), None)

    def report_rows(self, step: str) -> list[Form]:
        """Every file that came so far, with its components as the weights say."""
        rule = self.regulation.steps[step]
        scoring = rule.scoring
        rows = []
        for file in sorted(self.files()):
            if not applies(rule, file.kind) or file.id not in self.files_at(step):
                continue
            weights = next((x.of for x in scoring.weights if x.kind == file.kind), {}) if scoring else {}
            parts = {name: self.figure(file.id, name) for name in sorted(weights)}
            whole = sum((parts[name] * Fraction(weights[name]) for name in parts), Fraction(0))
            scored = scoring is not None and scoring.scorers is not None
            found = whole if weights else self.figure(file.id, step) if scored else None
            components = [{"points": decimal(points), "step": name} for name, points in parts.items()]
            rows.append(
                {
                    "application": file.id,
                    "components": components,
                    "sum": decimal(found) if found is not None else None,
                }
            )
        return rows

    def question(self) -> Any:
        """The question that is being decided: the one that the scenario names, else the first with options."""
        every = self.regulation.questions
        return every.get(self._question or "") or next(q for q in every.values() if q.stored is not None)

    def readings(self) -> list[Form]:
        """What was decided of the text's questions so far, as a decision cites it."""
        issued = [acts[-1].data for acts in self.state.registers.readings.values()]
        return [
            {"article": r.article, "item": r.item, "reading": r.reading}
            for r in issued
            if r.valid_from <= self.day
        ]

    # ---- what is verified of parties ----

    def good_facts(self, whose: str) -> list[Form]:
        return [dict(fact) for fact in courses.FACTS[whose]]

    def judgements(self, file: str) -> list[Form]:
        """Every criterion that people judge is judged, with evidence, to be met."""
        kind = self.state.opening.applications[file].kind
        return sorted(
            (
                {"criterion": c.id, "evidence": True, "outcome": "met", "reason": "见材料"}
                for c in self.regulation.criteria
                if c.judged is not None and (not c.kinds or kind in c.kinds) and c.subject == "applicant"
            ),
            key=lambda judgement: str(judgement["criterion"]),
        )


def decimal(value: Fraction) -> str:
    """A number that ends, as acts write it."""
    return f"{float(value):.6f}".rstrip("0").rstrip(".")


def body_id(role: str) -> str:
    """The id of the body that has a role in every scene."""
    return role.replace("_", "")


def _put(data: Any, path: str, value: Any) -> None:
    """Change one place, `a.0.b`; the place behind the end of a list makes it longer."""
    *way, last = path.split(".")
    for step in way:
        if isinstance(data, list) and int(step) == len(data):
            data.append({})
        data = data[int(step)] if isinstance(data, list) else data[step]
    if not isinstance(data, list):
        data[last] = value
    elif int(last) == len(data):
        data.append(value)
    else:
        data[int(last)] = value


# ---- the base of all scenes of a regulation ----


@lru_cache(maxsize=8)
def _base(regulation: str, calendars: int) -> World:
    """Founded, with calendars to a year, the regulation, a body for each role, the parties and the experts."""
    world = w.found()
    w.adopt_calendars(world, 2018, calendars)
    w.adopt_regulation(world, regulation, effective_from="2017-02-01", effective_to="2040-12-31")
    text = packaged(regulation)
    world.actors["office"] = world.clerk
    outsiders = {"applicant", "holder", "public", "employer", "reviewer", "panel", "supervisor"}
    world.actors["applicant"] = w.hire(world, "applicant", None)
    for role in text.roles.values():
        if role.id in outsiders:
            continue
        if role.id != "office":
            w.hire(world, role.id, f"{body_id(role.id)}/staff")
        _body(world, body_id(role.id), role.name, [role.id])
    for outsider in ("reviewer", "panel", "supervisor"):
        w.hire(world, outsider, f"{outsider}s/staff")
        _body(
            world,
            f"{outsider}s",
            {"reviewer": "评审专家", "panel": "评审专家组", "supervisor": "评审监督员"}[outsider],
            [outsider],
        )
    for number in range(1, UNITS + 1):
        unit = f"memberunit{number}"
        _body(world, unit, f"成员单位{number}", ["presentation_jury"])
        world.names[f"成员单位{number}"] = unit
        w.hire(world, unit, f"{unit}/staff")
    for number, name in enumerate(ORGANISATIONS, 1):
        _party(world, name, f"part{number:04}", code=f"91320600MA1{number:07}")
    _party(world, "所在单位", "part0099", code="91320600MA10000099")
    for number, name in enumerate(INDIVIDUALS, 1):
        world.names[name] = f"part1{number:03}"
        data = {
            "area": "city",
            "kind": "individual",
            "party": f"part1{number:03}",
            "id_number": str(number),
            "sealed_name": name,
        }
        world.must({"type": "party_registered", "data": data})
    scene = Scene(world, text, courses.COURSES[regulation])
    for number in range(1, EXPERTS + 1):
        expert = w.hire(world, f"专家{number}", None)
        world.names[f"专家{number}"] = expert.person
        world.actors[expert.person] = expert
        scene.must("expert_enrolled", {"expert": expert.person})
    world.names["监督员"] = "supervis01"
    for name in ORGANISATIONS:
        _verified(scene, name, "organisation")
    for name in INDIVIDUALS:
        _verified(scene, name, "individual")
    return world


def _body(world: World, id_: str, name: str, roles: list[str]) -> None:
    data = {"body": id_, "from": "2017-01-03", "name": name, "roles": roles}
    world.must({"type": "body_constituted", "data": data})


def _party(world: World, name: str, id_: str, *, code: str) -> None:
    world.names[name] = id_
    data = {"area": "city", "code": code, "kind": "organisation", "name": name, "party": id_}
    world.must({"type": "party_registered", "data": data})


def _verified(scene: Scene, name: str, kind: str) -> None:
    data = {"facts": scene.good_facts(kind), "outcome": "verified", "party": scene.world.names[name]}
    scene.world.must({"type": "evidence_verified", "data": copy.deepcopy(data)})
