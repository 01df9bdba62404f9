"""Every attack on a copy of a real ledger: caught, under its verdict, code and first bad position."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from ledger.audit import verify
from tests.attacks import on_bytes, on_history, on_index, on_order, on_people  # noqa: F401  # they register
from tests.attacks.attack import ATTACKS, Attack, place
from tests.attacks.world import World, build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("world"))


def test_the_ledger_itself_is_clean(world: World) -> None:
    report = verify(str(world.past("clean")), anchors=[world.anchor], as_of=world.as_of).json()
    assert report["failures"] == []
    assert set(report["verdicts"].values()) == {"holds"}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=lambda attack: attack.name)
def test_attack_is_caught(attack: Attack, world: World, tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    shutil.copytree(world.past("clean"), folder)
    attack.deed(world, folder)
    report = verify(
        str(folder), anchors=[world.anchor], as_of=world.as_of + attack.later, jobs=1, **attack.brings(world)
    ).json()
    found = [(f["verdict"], f["effect"], f["code"], f["position"]) for f in report["failures"]]
    assert (attack.verdict, attack.effect, attack.code, place(attack.position, world)) in found, found
    assert report["first_bad"] == place(attack.first_bad, world), found
    verdict = report["verdicts"][attack.verdict]
    assert verdict == "fails" if attack.effect == "fails" else verdict != "holds", found


def test_there_are_enough_and_all_are_listed() -> None:
    assert len(ATTACKS) >= 40
    assert (ROOT / "docs" / "attacks.md").read_text("utf-8") == table(), (
        "run: python tests/attacks/test_attacks.py"
    )


def table() -> str:
    """docs/attacks.md: a row an attack."""
    lines = [
        "# Attacks",
        "",
        "Each is done with plain sqlite3 on a copy of a real ledger and must be found under its verdict and code, at",
        "its position (`tests/attacks/`). *doubt*: nothing proves a lie, but the verdict is no longer `holds`. This",
        "file is made by `python tests/attacks/test_attacks.py`.",
        "",
        "| attack | what is done | verdict | effect | code |",
        "|---|---|---|---|---|",
    ]
    for attack in ATTACKS.values():
        effect = "fails" if attack.effect == "fails" else "doubt"
        lines.append(f"| {attack.name} | {attack.story} | {attack.verdict} | {effect} | `{attack.code}` |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "attacks.md").write_text(table(), "utf-8", newline="\n")
    print(f"{len(ATTACKS)} attacks", file=sys.stderr)
