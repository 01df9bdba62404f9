"""Lines of keys and entries, in every way TOML can write them."""

import tomllib
from importlib.resources import files

import pytest

from ledger.regulations.packaged import NAMES, packaged_bytes
from ledger.regulations.reader.places import Path, line_of, places

ODD = '''\
# a comment with [brackets] = and "quotes"
top = 1
"quoted key" = "a # no comment"
'single' = 'c:\\no\\escapes'
dotted . deep."er" = true
multi = """
not = "a key"
[not_a_table] \\""" still inside"""
literal = \'\'\'
also = 'not a key'\'\'\'
list = [ # comment ] in a list
    1,
    [2, 3], # nested
    { a = "}", b = [
        "x", # in an inline table's list
        "y",
    ] },
]
"\\u5956" = "escaped key"

[table] # comment
inner = { a.b = 1, "c d" = 2 }

[table.below]
key = 1979-05-27T07:32:00Z

[[many]]
id = "one"
[many.sub]
x = 1
[[many.deep]]
y = 1
[[many.deep]]
y = 2

[[many]]
id = "two"
[[many.deep]]
y = 3
'''


def expected() -> dict[Path, int]:
    lines = ODD.splitlines()

    def at(start: str, nth: int = 0) -> int:
        return [n for n, line in enumerate(lines, 1) if line.strip().startswith(start)][nth]

    return {
        ("top",): at("top"),
        ("quoted key",): at('"quoted'),
        ("single",): at("'single'"),
        ("dotted", "deep", "er"): at("dotted"),
        ("multi",): at("multi"),
        ("literal",): at("literal"),
        ("list",): at("list"),
        ("list", 0): at("1,"),
        ("list", 1, 1): at("[2, 3]"),
        ("list", 2, "a"): at('{ a = "}"'),
        ("list", 2, "b", 1): at('"y"'),
        ("奖",): at('"\\u5956"'),
        ("table",): at("[table]"),
        ("table", "inner", "a", "b"): at("inner"),
        ("table", "inner", "c d"): at("inner"),
        ("table", "below", "key"): at("key ="),
        ("many", 0): at("[[many]]"),
        ("many", 0, "sub", "x"): at("x = 1"),
        ("many", 0, "deep", 1, "y"): at("y = 2"),
        ("many", 1, "id"): at('id = "two"'),
        ("many", 1, "deep", 0, "y"): at("y = 3"),
    }


@pytest.mark.parametrize(("path", "line"), list(expected().items()), ids=str)
def test_a_place(path, line):
    tomllib.loads(ODD)
    assert places(ODD)[path] == line


def leaves(value: object, path: Path = ()) -> list[Path]:
    if isinstance(value, dict):
        return [leaf for key, each in value.items() for leaf in leaves(each, (*path, key))]
    if isinstance(value, list):
        return [leaf for number, each in enumerate(value) for leaf in leaves(each, (*path, number))]
    return [path]


@pytest.mark.parametrize(
    "text", [ODD, ODD.replace("\n", "\r\n"), *(packaged_bytes(n).decode() for n in NAMES)]
)
def test_every_leaf_has_a_line_and_stands_on_it(text):
    found = places(text)
    lines = text.splitlines()
    for leaf in leaves(tomllib.loads(text)):
        told = lines[found[leaf] - 1]
        name = next(part for part in reversed(leaf) if isinstance(part, str))
        if leaf[-1] == name and name != "奖":
            assert name in told, leaf


def test_the_glossary_too():
    text = (files("ledger.regulations") / "glossary.toml").read_text("utf-8")
    assert set(leaves(tomllib.loads(text))) <= places(text).keys()


def test_what_does_not_stand_there_is_where_it_should_lie():
    found = places("[a]\nb = 1\n")
    assert line_of(found, ("a", "c", "d")) == 1
    assert line_of(found, ("z",)) == 1
