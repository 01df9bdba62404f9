"""Makes docs/codes.md from the catalogue of codes, so that what people read there is what the software says.

python3 tools/dev.py run -- python -m tools.codes            write the file
python3 tools/dev.py run -- python -m tools.codes --check    exit code 1 if it is not what would be written
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from ledger.errors import Entry, catalogue

FILE: Final = Path(__file__).resolve().parent.parent / "docs" / "codes.md"
KINDS: Final = {
    "error": "a command could not do its work",
    "failure": "said by verify, and by the desk when it refuses: a verdict fails",
    "doubt": "said by verify: a verdict is undecided",
    "breach": "said by the desk alone when it refuses",
    "remark": "worth saying, no failure",
}
HEAD: Final = """# Codes

Every error, failure, breach and remark has a code that never changes its meaning; programs go by the code, people read
the sentence. What stands in braces is filled in with the facts of the case. `docs/format.md` §16 says under which
verdict and at which position verify reports a code.

This page is generated: `python3 tools/dev.py run -- python -m tools.codes`.

| kind | meaning |
|---|---|
"""


def areas() -> dict[str, tuple[str, dict[str, Entry]]]:
    """Area → what it is about, and its codes as they stand in the catalogue."""
    found = {}
    for name in sorted(info.name for info in pkgutil.iter_modules(catalogue.__path__)):
        module = import_module(f"{catalogue.__name__}.{name}")
        first = (module.__doc__ or "").strip().split("\n\n")[0]
        found[name] = (" ".join(first.split()), module.ENTRIES)
    return found


def text() -> str:
    """The page."""
    parts = [HEAD, *(f"| {kind} | {meaning} |\n" for kind, meaning in KINDS.items())]
    for name, (about, entries) in areas().items():
        parts.append(
            f"\n## {name}\n\n{about}\n\n| code | kind | exit | 中文 | English |\n|---|---|---|---|---|\n"
        )
        parts += [_row(code, entry) for code, entry in sorted(entries.items())]
    return "".join(parts)


def _row(code: str, entry: Entry) -> str:
    chinese = _cell(entry.zh) if entry.hint is None else f"{_cell(entry.zh)}<br>{_cell(entry.hint)}"
    return f"| `{code}` | {entry.kind} | {entry.exit} | {chinese} | {_cell(entry.en)} |\n"


def _cell(sentence: str) -> str:
    for char, written in (("&", "&amp;"), ("<", "&lt;"), ("|", "\\|"), ("*", "\\*"), ("_", "\\_")):
        sentence = sentence.replace(char, written)
    return sentence


def main() -> int:
    """Write or compare."""
    made = text().encode()
    if "--check" in sys.argv[1:]:
        return 0 if FILE.exists() and FILE.read_bytes() == made else 1
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
