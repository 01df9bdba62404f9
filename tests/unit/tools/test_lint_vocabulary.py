"""The vocabulary has no type without a use and no row without a type; the lint sees either."""

from pathlib import Path

import pytest

from tools import lint_vocabulary as lint
from tools import vocabulary_reference

TYPES = {"award_revoked", "determination_made", "irregularity_reported", "score_recorded"}
ROWS = """row,event,types,how
nt-16-01,ScoreRecorded,score_recorded,act
nt-35-02,BanImposed,determination_made award_revoked,derived
"""
NEEDS = """type,need,why
irregularity_reported,findings,a fee that no rule can see
"""


def said(rows: str = ROWS, needs: str = NEEDS, types: set[str] = TYPES) -> list[str]:
    return list(lint.problems(types, lint.rows(rows), lint.needs(needs)))


def test_the_vocabulary_itself():
    rows = lint.rows(lint.ROWS.read_text("utf-8"))
    assert list(lint.problems(lint.procedural(), rows, lint.needs(lint.NEEDS.read_text("utf-8")))) == []
    assert len(rows) == 409
    assert len(lint.procedural()) > 100


def test_nothing_to_say():
    assert said() == []


@pytest.mark.parametrize(
    ("rows", "needs", "wanted"),
    [
        (ROWS, "type,need,why\n", "irregularity_reported: no row, duty or need uses this type"),
        (
            ROWS.replace("score_recorded,act", ",act"),
            NEEDS,
            "rows.csv:2: nt-16-01: ScoreRecorded has no type",
        ),
        (ROWS.replace(" award_revoked", " award_lost"), NEEDS, "rows.csv:3: nt-35-02: award_lost is no type"),
        (ROWS.replace(" award_revoked", " key_enrolled"), NEEDS, "key_enrolled is no type of the procedure"),
        (ROWS.replace("nt-35-02", "nt-16-01"), NEEDS, "rows.csv:3: nt-16-01: stands here twice"),
        (ROWS.replace("nt-35-02", "nt35"), NEEDS, "rows.csv:3: nt35: not the key of a row"),
        (ROWS.replace("derived", "guessed"), NEEDS, "rows.csv:3: nt-35-02: how is none of"),
        (ROWS.replace("score_recorded,act", "award_revoked,act"), NEEDS, "an act of its own, score_recorded"),
        (
            ROWS.replace("score_recorded,act", "score_recorded,derived"),
            NEEDS,
            "an act of its own, score_recorded",
        ),
        (
            ROWS,
            NEEDS.replace("findings", "fancy"),
            "needs.csv:2: irregularity_reported: fancy is no known need",
        ),
        (
            ROWS,
            NEEDS.replace("a fee that no rule can see", ""),
            "needs.csv:2: irregularity_reported: does not say",
        ),
        (ROWS, NEEDS + "tip_off,findings,a letter\n", "needs.csv:3: tip_off: is no type of the procedure"),
        (ROWS, NEEDS + NEEDS.splitlines()[1], "needs.csv:3: irregularity_reported: stands here twice"),
    ],
)
def test_says_what_is_wrong(rows, needs, wanted):
    assert any(wanted in sentence for sentence in said(rows, needs))


def test_says_which_name_is_too_long():
    long = "a" * 33
    assert said(needs=NEEDS + f"{long},findings,x\n", types=TYPES | {long}) == [
        f"{long}: longer than the 32 bytes that a desk takes"
    ]


def test_every_kind_of_need_is_used():
    used = {need.need for need in lint.needs(lint.NEEDS.read_text("utf-8"))}
    assert used == lint.KINDS_OF_NEED.keys()


def test_exit_codes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert lint.main() == 0
    rows = tmp_path / "rows.csv"
    rows.write_text(ROWS, "utf-8")
    monkeypatch.setattr(lint, "ROWS", rows)
    assert lint.main() == 1
    assert "no row, duty or need uses this type" in capsys.readouterr().out


def test_the_page_is_what_the_tables_say():
    page = vocabulary_reference.FILE.read_text("utf-8")
    assert vocabulary_reference.text() == page, "run python -m tools.vocabulary_reference"
    assert "| BanImposed | `award_revoked` | derived | zm-25-05 jz-25-02 jz-27-05 |" in page
    for name in lint.procedural():
        assert f"`{name}`" in page
