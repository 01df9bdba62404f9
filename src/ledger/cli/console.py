"""What goes to the screen: results on stdout, everything else on stderr, whatever the console's code page."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ledger.errors import LedgerError


def prepare() -> None:
    """A console that lacks a character (cp936) shows a stand-in instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def show_json(value: dict[str, Any]) -> None:
    """One UTF-8 object on stdout, also where the console speaks another code page."""
    data = (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode())
        return
    sys.stdout.flush()
    buffer.write(data)
    buffer.flush()


def show(value: dict[str, Any], text: str, *, as_json: bool) -> None:
    """The result, for a program or for a person."""
    if as_json:
        show_json(value)
    else:
        print(text)


def show_error(error: LedgerError, *, as_json: bool) -> int:
    """The error's sentence (stderr) or object (stdout); gives the exit code."""
    if as_json:
        facts = {name: value if _plain(value) else str(value) for name, value in error.facts.items()}
        body = {"code": error.code, "message": error.message, "hint": error.hint, "facts": facts}
        show_json({"error": body})
    else:
        hint = f"\n{error.hint}" if error.hint else ""
        print(f"错误：{error.message}（{error.code}）{hint}", file=sys.stderr)
    return error.exit


def _plain(value: object) -> bool:
    return value is None or isinstance(value, str | int | float | bool)


def say(text: str) -> None:
    """Something for the person beside the result: stderr."""
    print(text, file=sys.stderr)


def progress(what: str) -> Callable[[int, int], None] | None:
    """A line on stderr that counts; None where nobody watches."""
    if not sys.stderr.isatty():
        return None

    def show_progress(done: int, of: int) -> None:
        print(f"\r{what} {done}/{of}", end="\n" if done >= of else "", file=sys.stderr, flush=True)

    return show_progress


def start_log() -> None:
    """The desk's log, one JSON line a decision: in the file that REVIEW_LEDGER_LOG names, `-` for stderr."""
    target = os.environ.get("REVIEW_LEDGER_LOG")
    if not target:
        return
    import structlog

    file = sys.stderr if target == "-" else Path(target).open("a", encoding="utf-8")  # noqa: SIM115
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.EventRenamer("event"),
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
        ],
        logger_factory=structlog.WriteLoggerFactory(file),
        cache_logger_on_first_use=False,
    )


def password(file: Path | None = None, *, new: bool = False) -> str:
    """From REVIEW_LEDGER_PASSWORD or a file; a prompt only where somebody sits at a terminal."""
    from ledger.client.password import needed, password_from

    found = password_from(os.environ, file)
    if found is None and sys.stdin is not None and sys.stdin.isatty():
        import click

        found = click.prompt("口令", hide_input=True, confirmation_prompt=new, err=True)
    return needed(found)


def read_json(path: Path) -> Any:
    """A JSON file; `-` is stdin."""
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError("file_unreadable", path=str(path), detail=type(error).__name__) from None
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LedgerError("not_json", path=str(path), detail=str(error)) from None


def read_text(path: Path) -> str:
    """A text file in UTF-8."""
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LedgerError("file_unreadable", path=str(path), detail=type(error).__name__) from None


def read_bytes(path: Path) -> bytes:
    """A file's bytes."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise LedgerError("file_unreadable", path=str(path), detail=type(error).__name__) from None


def desk(ledger: str, *, home: Path | None = None, confirm_clock: bool = False) -> Any:
    """The desk of a ledger, for a `with`."""
    from ledger.desk import Desk

    start_log()
    return Desk.open(ledger, home=home, desk=_desk_name(), confirm_clock=confirm_clock)


def reading(ledger: str) -> Any:
    """The records of a ledger, read only, for a `with`."""
    from ledger.store.open import open_store

    start_log()
    return open_store(ledger, readonly=True)


def _desk_name() -> str:
    """Which terminal takes acts in: REVIEW_LEDGER_DESK, or the machine's name cut to what a record holds."""
    import platform

    name = os.environ.get("REVIEW_LEDGER_DESK") or platform.node() or "desk"
    while len(name.encode()) > 32:
        name = name[:-1]
    return name


def write_bytes(path: Path, data: bytes) -> None:
    """A new file; one that is there stays (file_exists)."""
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise LedgerError("file_exists", path=str(path)) from None
    except OSError as error:
        raise LedgerError("file_unwritable", path=str(path), detail=type(error).__name__) from None
