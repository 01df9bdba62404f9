"""What click says by itself, in Chinese: headings of --help, and what is wrong with what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import click

_HEADINGS: Final = {
    "Options": "选项",
    "Commands": "命令",
    "Positional arguments": "参数",
}
_NOTES: Final = (
    (re.compile(r"\[required\]\Z"), "［必填］"),
    (re.compile(r"\[default: (.*)\]\Z"), r"［缺省 \1］"),
    (re.compile(r"\AShow this message and exit\.\Z"), "显示本说明。"),
    (re.compile(r"\AShow the version and exit\.\Z"), "显示版本。"),
)
_MOST: Final = 60


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        words = args.replace("[OPTIONS]", "[选项]…").replace("COMMAND [ARGS]...", "命令 …")
        super().write_usage(prog, words, prefix or "用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(first, _noted(second)) for first, second in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


def speak(command: click.Command) -> None:
    """Have a command, and those below it, give their help in Chinese."""
    command.context_class = _Context
    for below in getattr(command, "commands", {}).values():
        speak(below)


def _noted(text: str) -> str:
    for pattern, words in _NOTES:
        text = pattern.sub(words, text)
    return text


def sentence(error: click.ClickException) -> str:
    """What is wrong with the command line."""
    if isinstance(error, click.MissingParameter):
        return f"缺少{_named(error)}{_wanted(error.param)}"
    if isinstance(error, click.NoSuchOption):
        return f"没有选项 {_short(error.option_name)}{_near(error.possibilities)}"
    if hasattr(error, "command_name"):  # click.exceptions.NoSuchCommand, which older versions lack
        return f"没有命令 {_short(error.command_name)}{_near(getattr(error, 'possibilities', None))}"
    if isinstance(error, click.BadOptionUsage):
        lacks = "requires" in error.message
        return f"选项 {_short(error.option_name)} {'后面缺少值' if lacks else '用法不对'}"
    if isinstance(error, click.BadParameter):
        return f"{_named(error)} 的值不对{_wanted(error.param)}"
    extra = re.search(r"unexpected extra arguments? \((.*)\)", error.format_message())
    return f"多余的参数 {_short(extra[1])}" if extra else error.format_message()


def _named(error: click.BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return f"选项 {max(param.opts, key=len)}"
    return f"参数 {param.make_metavar(error.ctx)}" if param is not None and error.ctx is not None else "参数"


def _wanted(param: click.Parameter | None) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return "，应为 " + "、".join(str(choice) for choice in kind.choices) + " 之一"
    if isinstance(kind, click.IntRange):
        return f"，应为不小于 {kind.min} 的整数"
    return "，应为整数" if isinstance(kind, click.types.IntParamType) else ""


def _near(words: list[str] | None) -> str:
    return f"，是否想写 {' 或 '.join(words)}？" if words else ""


def _short(text: str) -> str:
    return text if len(text) <= _MOST else text[:_MOST] + "…"
