"""The steps as a whole: no circle, none that stands apart, lists and scores that come before they are needed."""

from __future__ import annotations

from ledger.regulations.glossary import words
from ledger.regulations.model import Regulation, Step
from ledger.regulations.reader.mistakes import nearest
from ledger.regulations.reader.places import Path
from ledger.regulations.reader.structs import Reader


def before(regulation: Regulation, step: str) -> set[str]:
    """All steps that come before one, by `after` and `requires`; itself too where it lies in a circle."""
    found: set[str] = set()
    waiting = [step]
    while waiting:
        at = regulation.steps[waiting.pop()]
        new = [each for each in (*at.after, *at.requires) if each not in found]
        found.update(new)
        waiting += new
    return found


def check(reader: Reader, regulation: Regulation) -> None:
    """Note circles, islands, and what is asked of a step that cannot have happened yet."""
    paths = {entry.id: path for path, entry in reader.entries if isinstance(entry, Step)}
    earlier = {step: before(regulation, step) for step in regulation.steps}
    for step in regulation.steps.values():
        if step.id in earlier[step.id]:
            reader.wrong(
                (*paths[step.id], "after"), "不会绕回自身的先后", saying=_circle(regulation, step.id)
            )
    _islands(reader, regulation, paths)
    for step in regulation.steps.values():
        if step.admits is not None and step.admits not in earlier[step.id]:
            reader.wrong((*paths[step.id], "admits"), "先于本步骤的名单", step.admits)
        _weighed(reader, regulation, step, paths[step.id], earlier[step.id])
    _before_duties(reader, regulation)


def _circle(regulation: Regulation, step: str) -> str:
    way = [step]
    while way[-1] != step or len(way) == 1:
        at = regulation.steps[way[-1]]
        way.append(next(n for n in (*at.after, *at.requires) if n == step or step in before(regulation, n)))
        if len(way) > len(regulation.steps) + 1:
            break
    return "绕成一圈：" + " ← ".join(way)


def _islands(reader: Reader, regulation: Regulation, paths: dict[str, Path]) -> None:
    """Steps that no path reaches: they neither follow nor precede anything of the main body."""
    near: dict[str, set[str]] = {step: set() for step in regulation.steps}
    for step in regulation.steps.values():
        expected = step.expects.v or () if step.expects else ()
        for other in (*step.after, *step.requires, *expected):
            near[step.id].add(other)
            near[other].add(step.id)
    parts: list[set[str]] = []
    for step_id in regulation.steps:
        if not any(step_id in part for part in parts):
            part, waiting = {step_id}, [step_id]
            while waiting:
                new = near[waiting.pop()] - part
                part |= new
                waiting += new
            parts.append(part)
    main = max(parts, key=len, default=set())
    for step_id in regulation.steps:
        if step_id not in main:
            reader.wrong(paths[step_id], "与其他步骤有先后关系", saying="任何流程都走不到的步骤")


def _weighed(reader: Reader, regulation: Regulation, step: Step, path: Path, earlier: set[str]) -> None:
    for number, weights in enumerate(step.scoring.weights if step.scoring else ()):
        for component in weights.of:
            at = (*path, "scoring", "weights", number, "of", component)
            if component not in earlier:
                reader.wrong(at, f"先于 {step.id} 的步骤", component)
            kinds = regulation.steps[component].kinds
            if kinds and weights.kind not in kinds:
                reader.wrong(at, "该类申报者所走的步骤", component)


def _before_duties(reader: Reader, regulation: Regulation) -> None:
    acts = words("act", regulation.names)
    for number, duty in enumerate(regulation.duties.values()):
        if duty.before is not None and duty.before not in regulation.steps and duty.before not in acts:
            near = nearest(duty.before, [*regulation.steps, *acts])
            reader.wrong(("duties", number, "before"), "已有的步骤或行为类型", duty.before, near=near)
