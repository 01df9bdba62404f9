"""The computation of draws: the vector of docs/draws.md, which other software made, and what it promises."""

import re
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.draws import is_half, lot, order_of, seed_of

DOC = Path(__file__).resolve().parents[3] / "docs" / "draws.md"
PEOPLE = st.lists(st.from_regex(r"[a-z0-9]{4,8}", fullmatch=True), min_size=2, max_size=12, unique=True)
HALVES = st.from_regex(r"[0-9a-f]{64}", fullmatch=True)


def vector() -> dict[str, str]:
    return dict(
        re.findall(
            r"^\| (.+?) \| `([^`]+)` \|$", DOC.read_text("utf-8").replace("`experts`", "experts"), re.M
        )
    )


def test_the_vector_of_the_document() -> None:
    told = vector()
    seed = seed_of(told["draw"], told["half 1"], told["half 2"])
    assert seed == told["seed"]
    pool = told["pool"].split()
    assert " ".join(order_of(seed, "experts", pool)) == told["order in experts"]
    assert (
        lot(seed, "experts", "chen05") == "1fc3ae67466687016be2377269861717c7b0416fb1e4518836ed8b67046db297"
    )
    assert order_of(seed, "industry", pool) == ("wang01", "zhang3", "liu004", "li0002", "chen05")


@given(HALVES, HALVES, PEOPLE, st.randoms())
def test_the_order_is_of_everybody_whatever_the_list_was(
    first: str, second: str, people: list[str], random: Random
) -> None:
    seed = seed_of("draw0001", first, second)
    shuffled = list(people)
    random.shuffle(shuffled)
    order = order_of(seed, "experts", people)
    assert sorted(order) == sorted(people)
    assert order_of(seed, "experts", shuffled) == order


@given(HALVES, HALVES, PEOPLE)
def test_who_is_excluded_does_not_move_the_others(first: str, second: str, people: list[str]) -> None:
    seed = seed_of("draw0001", first, second)
    out, *rest = people
    assert order_of(seed, "experts", rest) == tuple(p for p in order_of(seed, "experts", people) if p != out)


@given(HALVES, HALVES)
def test_each_half_counts_in_its_place(first: str, second: str) -> None:
    if first != second:
        assert seed_of("draw0001", first, second) != seed_of("draw0001", second, first)
    assert seed_of("draw0001", first, second) != seed_of("draw0002", first, second)


def test_halves() -> None:
    assert is_half("0" * 64)
    for wrong in ("0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n", b"0" * 64, None, 5):
        assert not is_half(wrong)


def test_seats_fall_evenly() -> None:
    """600 draws of 1 out of 6: each about 100 times, with room for chance but not for a bias of a third."""
    people = [f"pers{n}" for n in range(6)]
    first = [order_of(seed_of(f"draw{n:04}", "0" * 64, "1" * 64), "s", people)[0] for n in range(600)]
    assert all(66 < first.count(person) < 134 for person in people)
