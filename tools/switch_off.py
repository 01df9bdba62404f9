#!/usr/bin/env python3
"""Switches every rule kind off once: a scenario that stays green without the rule that decided it shows nothing.

    python3 tools/switch_off.py [--root DIR] [--jobs N]

Taken are the passed scenarios tagged 应拒绝 or 应提示. Each runs again, once for every rule kind behind what it saw,
and must fail each time. What the ledger itself demands of any act (通用) no rule kind decides, so such a scenario may
name none. Exit code 1 if one still passes or could not be run, or if a rule kind decides none at all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.bdd.door import ROOT, environment_missing, speak_chinese, started_again
from tools.bdd.rows import COMMON

if TYPE_CHECKING:
    from tools.bdd.results import Result
    from tools.bdd.run import Outcome

BITES = ("应拒绝", "应提示")


def main(arguments: list[str]) -> int:
    """Run, compare, print what is wrong."""
    from tools.bdd import results, rows, run

    parser = argparse.ArgumentParser(description="Every rule kind switched off once.")
    parser.add_argument("--root", type=Path, default=ROOT, help="another repository")
    parser.add_argument("--jobs", type=int, help="processes to run features with")
    asked = parser.parse_args(arguments)
    path = results.results_file(asked.root, results.tree_digest(asked.root), switched_off=True)
    try:
        biting = [o for o in run.outcomes(asked.root, jobs=asked.jobs) if _bites(o)]
        path.unlink(missing_ok=True)
        for number in range(max((len(o.result.decided) for o in biting if o.result), default=0)):
            run.features(asked.root, "--without-deciding", str(number), jobs=asked.jobs)
    except run.RunError as error:
        print(error, file=sys.stderr)
        return 3
    found = list(unmoved(biting, results.read(path)))
    waiting = list(idle(biting, rule_names(asked.root)))
    if all(regulation.complete for regulation in rows.load(asked.root).regulations):
        found += waiting  # until then a kind may wait for the text that needs it
    for line in dict.fromkeys([*found, *waiting]):
        print(line)
    print(f"规则逐一关闭：{len(biting)} 个场景，{len(found)} 处问题 / {len(found)} problems", file=sys.stderr)
    return 1 if found else 0


def _bites(outcome: Outcome) -> bool:
    return outcome.passed and any(tag in outcome.case.tags for tag in BITES)


def unmoved(biting: Iterable[Outcome], without: Iterable[Result]) -> Iterator[str]:
    """Pairs of scenario and rule kind that did not fail as they should."""
    ended = {(result.key, result.without): result.result for result in without}
    for outcome in biting:
        decided = outcome.result.decided if outcome.result is not None else ()
        place = f"{outcome.file}:{outcome.case.line}: {outcome.scenario}"
        if not decided and not outcome.file.startswith(f"features/{COMMON}/"):
            yield f"{place}：没有说明由哪种规则决定 / tells no rule kind"
        for rule in decided:
            match ended.get((outcome.key, rule)):
                case "failed":
                    pass
                case "passed":
                    yield f"{place}：关掉 {rule} 仍然通过 / still passes without {rule}"
                case _:
                    yield f"{place}：关掉 {rule} 后没有跑完 / did not run without {rule}"


def idle(biting: Iterable[Outcome], names: Iterable[str]) -> Iterator[str]:
    """Rule kinds that no scenario would miss."""
    decided = {rule for o in biting if o.result is not None for rule in o.result.decided}
    for name in sorted(set(names) - decided):
        yield f"{name}：没有场景由这种规则决定 / decides no scenario"


def rule_names(root: Path) -> list[str]:
    """The names of all rule kinds, asked of the tree itself; none as long as it has no registry."""
    import subprocess

    code = "import ledger.rules.kinds as r; print('\\n'.join(getattr(r, 'ALL_RULES', ())))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.split()


if __name__ == "__main__":
    speak_chinese()
    sys.exit(started_again(__file__) if environment_missing() else main(sys.argv[1:]))
