"""Every command and option says what it is for, in --help and in docs/cli.md, and docs/cli.md promises no other."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from ledger.cli.main import COMMANDS, cli
from tests.cli.typing_in import run

PAGE = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
# What every command takes is said once, at the top of the page.
COMMON = {"--json", "--home", "--password-file", "--confirm-clock", "--help"}
CHINESE = re.compile("[\u4e00-\u9fff]")


@cache
def commands() -> dict[str, click.Command]:
    """Every command by its full name; groups that only gather others left out."""
    return dict(_below("", cli))


def _below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for each in command.list_commands(context):
        found = command.get_command(context, each)
        assert found is not None
        yield from _below(f"{name} {each}".strip(), found)


def page() -> str:
    return PAGE.read_text("utf-8").replace("\\|", "|")


def test_the_table_of_commands_is_what_they_say_themselves():
    context = click.Context(cli)
    for name, (_, purpose) in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=200) == purpose


def test_help_lists_every_command():
    text = run("--help").out
    for name, (_, purpose) in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(purpose)}$", text, re.MULTILINE)
    assert run("-h").out == text


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_is_explained(name):
    command = commands()[name]
    assert command.help is not None
    assert CHINESE.search(command.help)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help is not None, parameter
            assert CHINESE.search(parameter.help), parameter
            assert parameter.help.endswith("。"), parameter
    said = run(*name.split(), "--help")
    assert said.code == 0
    assert said.out.startswith(f"用法：review-ledger {name}")
    for english in ("Usage", "Options:", "Show this", "required", "default:", "Arguments"):
        assert english not in said.out


@pytest.mark.parametrize("name", sorted(commands()))
def test_the_page_tells_of_a_command_and_its_options(name):
    command = commands()[name]
    row = next((line for line in page().splitlines() if described(line) and name in described(line)), None)
    assert row is not None, f"docs/cli.md has no row for {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            long = max(parameter.opts, key=len)
            short = min(parameter.opts, key=len)
            assert long in COMMON or long in row or f"{short} " in row, f"{name}: {long}"


def described(line: str) -> list[str]:
    """The commands that a row of a table begins with; `a b|c` names two."""
    match = re.match(r"\| `([^`]+)`", line)
    if match is None:
        return []
    words = match[1].split()
    names = [words[0]]
    for word in words[1:]:
        if not re.fullmatch(r"[a-z|-]+", word):
            break
        names = [f"{name} {each}" for name in names for each in word.split("|")]
    return names


def test_the_page_promises_no_other_command():
    rows = [name for line in page().splitlines() for name in described(line)]
    assert len(rows) > 25
    assert set(rows) == set(commands())


def test_the_page_promises_no_other_option():
    known = {option for command in commands().values() for p in command.params for option in p.opts} | COMMON
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page())) <= known


def test_guides_show_only_commands_that_exist():
    """Other guides too: what stands behind `review-ledger` must be a command."""
    root = PAGE.parents[1]
    for path in [root / "README.md", root / "CONTRIBUTING.md", *sorted((root / "docs").glob("*.md"))]:
        for words in re.findall(
            r"review-ledger ((?:[a-z][a-z-]*(?: |$))+)", path.read_text("utf-8"), re.MULTILINE
        ):
            names = words.split()
            if names[0] in COMMANDS:
                found = any(name.split() == names[: len(name.split())] for name in commands())
                assert found, f"{path.name}: {words}"
