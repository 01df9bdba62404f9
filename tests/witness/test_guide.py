"""The guide for witnesses says what the software does: its files, codes and commands exist."""

import re
from pathlib import Path

from ledger.errors import CATALOGUE
from ledger.witness import fork, home, init, stick
from tests.witness.office import CHEAP, PASSWORD, Office, history

GUIDE = (Path(__file__).parents[2] / "docs" / "witness.zh-CN.md").read_text(encoding="utf-8")


def test_every_code_is_one_of_ours():
    codes = set(re.findall(r"^\| `([a-z_]+)` \|", GUIDE, re.M))
    assert codes >= {"origin_unknown", "fork", "checkpoint_older", "consistency_missing", "stick_ambiguous"}
    assert codes <= CATALOGUE.keys()


def test_every_file_is_there(tmp_path: Path):
    init(tmp_path / "w", "w", PASSWORD, cost=CHEAP)
    with home.alone(tmp_path / "w"):
        made = {path.name for path in (tmp_path / "w").iterdir()}
    Office().export(tmp_path / "s", history(9), 9, 5)
    made |= {path.name for path in (tmp_path / "s").iterdir()} | {stick.COSIGNATURE}
    assert made == set(re.findall(r"^\| `([a-z]+\.[a-z]+)` \|", GUIDE, re.M))


def test_the_shapes_of_the_texts(tmp_path: Path):
    Office().export(tmp_path, history(9), 9, 5)
    first = (tmp_path / "consistency.txt").read_text(encoding="utf-8").split("\n")[0]
    assert re.fullmatch(r"old 5 [A-Za-z0-9+/]{43}=", first)
    assert "old 5 " in GUIDE
    assert f"`{fork.TITLE}`" in GUIDE
