"""What the catalogue knows about one code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["error", "failure", "doubt", "breach", "remark"]


@dataclass(frozen=True, slots=True)
class Entry:
    """`kind`: error (a command could not do its work), failure or doubt (said by verify), breach (said by the
    desk when it refuses), remark. `exit`: exit code when it ends a command. `zh` and `en`: one sentence each,
    format strings over the facts. `hint`: what to do next, in Chinese."""

    kind: Kind
    exit: int
    zh: str
    en: str
    hint: str | None = None
