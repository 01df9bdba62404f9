"""What goes to the screen: results on stdout, everything else on stderr, whatever the console's code page."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable
from typing import Any


def prepare() -> None:
    """A console that lacks a character (cp936) shows a stand-in instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def show_json(value: dict[str, Any]) -> None:
    """One UTF-8 object on stdout, also where the console speaks another code page."""
    text = _whole(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
    _put(text, text.encode())


def _whole(text: str) -> str:
    """The text without halves of characters. In a path from a console of another code page they are bytes that
    Python could not read; mostly they are UTF-8 all the same."""
    try:
        return text.encode(errors="surrogateescape").decode(errors="replace")
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()


def tell(text: str) -> None:
    """A line of the result, for a person."""
    _put(text + "\n", None)


def show(value: dict[str, Any], text: str, *, as_json: bool) -> None:
    """The result, for a program or for a person; nothing at all where a person's text is empty."""
    if as_json:
        show_json(value)
    elif text:
        tell(text)


def show_error(error: Exception, *, as_json: bool) -> int:
    """What ended a command: its sentence (stderr) or object (stdout); gives the exit code.

    Errors of our family and of the system are told; anything else is a fault of this software and goes on.
    """
    from ledger.errors import LedgerError

    if isinstance(error, OSError):
        error = LedgerError("system_error", path=error.filename or "—", detail=error.strerror or "?")
    if not isinstance(error, LedgerError):
        raise error
    if as_json:
        facts = {name: value if _plain(value) else str(value) for name, value in error.facts.items()}
        body = {"code": error.code, "message": error.message, "hint": error.hint, "facts": facts}
        show_json({"error": body})
    else:
        say(f"错误：{error.message}（{error.code}）" + (f"\n{error.hint}" if error.hint else ""))
    return error.exit


def _plain(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain(each) for key, each in value.items())
    return value is None or isinstance(value, str | int | float | bool)


def say(text: str) -> None:
    """Something for the person beside the result: stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):  # nobody listens: the result is still given
            print(text, file=sys.stderr, flush=True)


def progress(what: str) -> Callable[[int, int], None] | None:
    """A line on stderr that counts; None where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None

    def show_progress(done: int, of: int) -> None:
        print(f"\r{what} {done}/{of}", end="\n" if done >= of else "", file=sys.stderr, flush=True)

    return show_progress


def _put(text: str, data: bytes | None) -> None:
    """Write to stdout now, so that what cannot be written is known before the command ends.

    A reader that has seen enough (`| head`) closes its end: the rest is dropped, and the command goes on to its
    own exit code. A full disk is an error.
    """
    if sys.stdout is None:  # closed by the caller
        return
    try:
        buffer = getattr(sys.stdout, "buffer", None)
        if data is None or buffer is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _drop_stdout()
        if not isinstance(error, BrokenPipeError):
            raise OSError(error.errno, error.strerror, "stdout") from None


def _drop_stdout() -> None:
    """What is still in the buffer goes nowhere; else Python would try it again at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
