"""The registry: closed, never a path into Python, and one upcaster for every version step."""

import sys
from dataclasses import dataclass
from typing import Annotated

import pytest

from ledger.acts import head as room
from ledger.acts import kinds as k
from ledger.acts.registry import LIFE_PREFIXES, TYPES, Registry, snake
from tests.unit.acts.acts import head
from tests.unit.sealing.signers import code_of


def made() -> Registry:
    """A registry with a type in three versions: a number that became a text, then got a unit."""
    registry = Registry()

    @registry.act()
    @dataclass(frozen=True, slots=True)
    class ScoreRecorded:
        score: Annotated[int, k.INT]

    @registry.act(v=2)
    @dataclass(frozen=True, slots=True)
    class ScoreRecorded2:
        score: Annotated[str, k.TEXT]

    @registry.act(v=3)
    @dataclass(frozen=True, slots=True)
    class ScoreRecorded3:
        score: Annotated[str, k.TEXT]
        unit: Annotated[str | None, k.optional(k.CODE)]

    @registry.upcaster("score_recorded", 1)
    def to_text(data):
        return {"score": str(data["score"])}

    @registry.upcaster("score_recorded", 2)
    def with_unit(data):
        return {**data, "unit": None}

    return registry


def test_the_name_is_the_class_name_in_snake_case():
    assert snake("ScoreRecorded") == "score_recorded"
    assert snake("ActRefused") == "act_refused"
    assert snake("A") == "a"
    assert [kind.name for kind in made()] == ["score_recorded"] * 3
    assert [kind.v for kind in made()] == [1, 2, 3]


def test_each_version_has_its_own_fields():
    registry = made()
    for v, data in ((1, {"score": 9}), (2, {"score": "9"}), (3, {"score": "9", "unit": "points"})):
        kind = registry.get("score_recorded", v)
        assert kind is not None
        assert kind.misfit(data) is None
        assert kind.load(data).score == data["score"]
        assert room.check(head(type="score_recorded", v=v, data=data), registry) is kind
        assert (
            code_of(room.check, head(type="score_recorded", v=v, data={"score": None}), registry)
            == "not_an_act"
        )


def test_old_data_is_carried_up_step_by_step_and_stays_what_it_was():
    registry = made()
    old = {"score": 9}
    assert registry.current("score_recorded", 1, old) == (3, {"score": "9", "unit": None})
    assert old == {"score": 9}
    assert registry.current("score_recorded", 2, {"score": "8"}) == (3, {"score": "8", "unit": None})
    newest = {"score": "7", "unit": "points"}
    assert registry.current("score_recorded", 3, newest) == (3, newest)
    assert registry.current("score_recorded", 4, newest) == (4, newest), "a version of later software stays"
    assert registry.current("other_type", 1, newest) == (1, newest)


def test_what_comes_up_fits_the_newest_version():
    registry = made()
    v, data = registry.current("score_recorded", 1, {"score": 9})
    kind = registry.get("score_recorded", v)
    assert kind is not None
    assert kind.misfit(data) is None


def test_a_missing_step_is_named():
    assert made().gaps() == []
    registry = Registry()
    fields = {"__annotations__": {"a": Annotated[int, k.INT]}}
    for v in (1, 2, 4):
        registry.act(v=v)(dataclass(frozen=True)(type("ThingDone", (), dict(fields))))
    registry.upcaster("thing_done", 1)(lambda data: data)
    assert registry.gaps() == ["thing_done 2", "thing_done 3"]


def test_the_house_has_no_gaps():
    assert TYPES.gaps() == []


def test_nothing_stands_twice():
    registry = made()
    with pytest.raises(TypeError, match="two steps"):
        registry.upcaster("score_recorded", 1)(lambda data: data)
    with pytest.raises(TypeError, match="twice"):

        @registry.act(v=2)
        @dataclass(frozen=True)
        class ScoreRecorded:
            pass


def test_a_field_needs_a_kind():
    with pytest.raises(TypeError, match="has no kind"):

        @Registry().act()
        @dataclass(frozen=True)
        class ThingDone:
            what: str


@pytest.mark.parametrize("prefix", LIFE_PREFIXES)
def test_prefixes_are_kept_for_the_ledgers_own_life(prefix):
    plain: type = type("".join(p.capitalize() for p in f"{prefix}done".split("_")), (), {})
    struct: type = dataclass(frozen=True)(plain)
    with pytest.raises(TypeError, match="prefix"):
        Registry().act()(struct)
    registry = Registry()
    registry.act(life=True)(struct)
    assert [kind.name for kind in registry] == [f"{prefix}done"]
    assert TYPES.touches_life(f"{prefix}of_later"), "an unknown type with the prefix may change keys or posts"


def test_the_prefixes_are_these():
    names = (
        "acts",
        "cases",
        "clock",
        "duties",
        "founding",
        "key",
        "ledger",
        "post",
        "record",
        "signature",
        "vault",
    )
    assert sorted(LIFE_PREFIXES) == [f"{name}_" for name in names]


@pytest.mark.parametrize(
    ("name", "touches"),
    [
        ("key_something_new", True),
        ("act_refused", True),  # a later version of a type of the ledger's life
        ("document_filed", True),
        ("hold_placed", True),  # waiting, and in the table of the ledger's life
        ("rules_adopted", True),
        ("weather_noted", False),
        ("keyring_made", False),
        ("entry_corrected", False),
    ],
)
def test_which_unknown_types_could_touch_the_ledgers_life(name, touches):
    assert TYPES.touches_life(name) is touches


@pytest.mark.parametrize(
    "name",
    [
        "os",
        "os.path",
        "ledger.acts.life:KeyConfirmed",
        "KeyConfirmed",
        "key_confirmed ",
        "__import__",
        "builtins",
        "tests.unit.acts.trap",
    ],
)
def test_no_name_is_ever_looked_up_in_python(name):
    before = set(sys.modules)
    assert TYPES.get(name, 1) is None
    assert TYPES.newest(name) is None
    assert code_of(room.check, head(type=name)) in ("not_an_act", "unknown_type")
    assert set(sys.modules) == before


def test_nothing_can_be_registered_from_data():
    """Versions are looked up as they stand: no text, no float, no bool finds a type."""
    assert TYPES.get("key_confirmed", 1) is not None
    for v in (0, 2, -1, 10**9):
        assert TYPES.get("key_confirmed", v) is None
