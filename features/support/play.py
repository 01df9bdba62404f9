"""A play: one scenario as it runs. Steps speak to it; it speaks to the scene and tells the recorder what was seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from features.support.results import Recorder
from features.support.scene import Scene
from features.support.world import day_of
from ledger.desk.line import Added, Declined
from ledger.rules.breach import BreachFound, class_of
from ledger.rules.findings import Finding
from ledger.rules.kinds import Rulebook

Changes = Mapping[str, Any]


class Play:
    """`regulation`, `calendars`, `taking_part` are set before the first thing happens."""

    def __init__(self, recorder: Recorder, rules: Rulebook) -> None:
        self._recorder, self._rules = recorder, rules
        self.regulation, self.calendars = "nantong@2023", 2026
        self.taking_part: tuple[int, int] | None = None
        self._day: str | None = None
        self._expected: list[str] = []

    @cached_property
    def scene(self) -> Scene:
        """Opened when first needed, under the regulation that the background names."""
        scene = Scene.of(self.regulation, self.calendars, self._rules)
        if self.taking_part is not None:
            scene.organisations, scene.individuals = self.taking_part
        return scene

    # ---- time ----

    def today(self, day: str) -> None:
        """Acts happen on this day from now on; a scene that has come further refuses to go back."""
        self._day = day
        if "scene" in self.__dict__:
            self._turn()

    def wait(self, day: str) -> None:
        """Nothing happens until this day."""
        self.today(day)
        self._turn()
        self.scene.world.before = self.scene.world.store.head().size
        self._expected = []

    def _turn(self) -> None:
        if self._day is None:
            return
        now = day_of(self.scene.world.now)
        if self._day < now:
            raise AssertionError(f"场景已进行到 {now}，不能回到 {self._day}")
        self.scene.world.today(self._day)

    # ---- acts ----

    def done(self, type_: str, who: str | None, changes: Changes) -> None:
        """An earlier act that went in without objection."""
        self._turn()
        self.scene.must(type_, changes, by=who)

    def entered(self, type_: str, who: str, day: str, changes: Changes) -> None:
        """An earlier act that was transcribed, whatever its breaches: all of them acknowledged."""
        self._turn()
        answer = self.scene.transcribe(type_, who, changes, day)
        if isinstance(answer, Declined) and class_of(answer.breaches) == "acknowledge":
            codes = {breach.code for breach in answer.breaches}
            answer = self.scene.transcribe(type_, who, changes, day, codes)
        assert isinstance(answer, Added), [(b.code, b.message) for b in self.scene.world.breaches]

    def act(self, type_: str, who: str | None, changes: Changes, *, for_: str | None = None) -> None:
        """The act in question, done live."""
        self._turn()
        head = {"mode": "mandate", "for": self.scene.whose(for_)} if for_ is not None else {}
        self._told(type_, self.scene.do(type_, changes, by=who, **head))

    def enter(self, type_: str, who: str, day: str, changes: Changes, codes: Iterable[str] = ()) -> None:
        """The act in question, transcribed from a paper of that day."""
        self._turn()
        self._told(type_, self.scene.transcribe(type_, who, changes, day, codes))

    def _told(self, type_: str, answer: object) -> None:
        self._recorder.touched(*self.scene.world.touched)
        self._expected = [type_] if isinstance(answer, Added) else ["act_refused"]

    # ---- what came of it ----

    @property
    def _breaches(self) -> tuple[BreachFound, ...]:
        return self.scene.world.breaches

    def is_accepted(self, findings: Sequence[str] | None = None, without: str | None = None) -> None:
        """It stands; with exactly these findings, if they are given; without one, if that is."""
        assert not self._breaches, [(b.code, b.message) for b in self._breaches]
        found = self.scene.world.last_findings
        codes = [each.code for each in found]
        if findings is not None:
            assert sorted(set(findings)) == sorted(set(codes)), (findings, codes)
        if without is not None:
            assert without not in codes, codes
        for each in found:
            if findings and each.code in findings:
                self._saw(each, "finding")

    def is_refused(self, code: str, article: str | None) -> None:
        """It was kept out for this reason, and for no other."""
        codes = sorted({breach.code for breach in self._breaches})
        assert codes == sorted(set(code.split("、"))), (code, codes, [b.message for b in self._breaches])
        for breach in self._breaches:
            if article is not None:
                assert breach.cited is not None
                assert breach.cited.article == article, breach
            self._saw(breach, "refusal")
            assert "未知" not in breach.message, breach

    def class_is(self, class_: str) -> None:
        assert class_of(self._breaches) == class_

    def must_acknowledge(self, codes: Sequence[str]) -> None:
        """The only thing in the way is that the signer has not said to know of these."""
        assert class_of(self._breaches) == "acknowledge", [(b.code, b.class_) for b in self._breaches]
        assert sorted(codes) == sorted({breach.code for breach in self._breaches}), self._breaches
        for breach in self._breaches:
            self._saw(breach, "finding")

    def audit_finds(self, codes: Sequence[str], words: str = "") -> None:
        """The trail judged again, with what is overdue today, shows these, in these words (others may be there)."""
        found = self._audit()
        for code in codes:
            matching = [each for each in found if each.code == code and words in each.message]
            assert matching, (code, sorted({(each.code, each.message) for each in found}))
            assert not any("未知" in each.message for each in matching), matching
            for each in matching:
                self._recorder.saw(
                    code=each.code,
                    article=each.article,
                    rule=each.rule,
                    regulation=each.regulation,
                    kind="finding",
                )

    def audit_does_not_find(self, code: str, words: str = "") -> None:
        found = [each for each in self._audit() if each.code == code and words in each.message]
        assert not found, [each.message for each in found]

    def _audit(self) -> list[Finding]:
        self._turn()
        return self.scene.world.audit()

    def last_day_is(self, day: str) -> None:
        """The newest open publicity ends then."""
        assert self.scene.last_day(self.scene.open_publicity()) == day

    def nothing_else(self) -> None:
        """Since the act in question nothing but it, or its refusal, was recorded."""
        assert self.scene.world.added() == self._expected

    def _saw(self, breach: BreachFound, kind: Any) -> None:
        cited = breach.cited
        self._recorder.saw(
            code=breach.code,
            article=cited.article if cited else None,
            rule=cited.rule if cited else None,
            regulation=cited.regulation if cited else None,
            kind=kind,
        )
