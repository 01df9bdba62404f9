"""Ways to a ledger: its desk, or its records for reading; and the desk's log."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from pathlib import Path
from typing import Any, TextIO

from ledger.cli import console

_log: TextIO | None = None


def desk(ledger: str, *, home: Path | None = None, confirm_clock: bool = False) -> Any:
    """The desk of a ledger, for a `with`."""
    from ledger.desk import Desk

    _start_log()
    return Desk.open(ledger, home=home, desk=_desk_name(), confirm_clock=confirm_clock)


def reading(ledger: str) -> Any:
    """The records of a ledger, read only, for a `with`."""
    from ledger.store.open import open_store

    return open_store(ledger, readonly=True)


def _desk_name() -> str:
    """Which terminal takes acts in: REVIEW_LEDGER_DESK, or the machine's name cut to what a record holds."""
    name = os.environ.get("REVIEW_LEDGER_DESK") or platform.node() or "desk"
    return name.encode(errors="replace")[:32].decode(errors="ignore")


class _Lines:
    """The log's file. An act that is on the ledger stays accepted though the log's disk is full."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._complained = False

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
            self._file.flush()
        except OSError as error:
            if not self._complained:
                console.say(f"提示：受理台日志未能写入（{error.strerror}）。")
            self._complained = True

    def flush(self) -> None:
        """Every line is flushed as it is written."""


def _start_log() -> None:
    """The desk's log, one JSON line a decision: in the file that REVIEW_LEDGER_LOG names, `-` for stderr."""
    global _log
    target = os.environ.get("REVIEW_LEDGER_LOG")
    if not target or _log is not None:
        return
    import structlog

    _log = sys.stderr if target == "-" else _opened(Path(target))
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False, sort_keys=True),
        ],
        logger_factory=structlog.WriteLoggerFactory(_Lines(_log)),  # type: ignore[arg-type]  # writes and flushes
        cache_logger_on_first_use=False,
    )


def _opened(path: Path) -> TextIO:
    return path.open("a", encoding="utf-8", errors="replace")


def stop_log() -> None:
    """Give the log's file back."""
    global _log
    if _log is None:
        return
    import structlog

    structlog.reset_defaults()
    if _log is not sys.stderr:
        with contextlib.suppress(OSError):  # that lines were lost has been said
            _log.close()
    _log = None
