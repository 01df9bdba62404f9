"""Makes docs/acts.md from the registry: every act type with its fields, as the software checks them.

python3 tools/dev.py run -- python -m tools.acts_reference            write the file
python3 tools/dev.py run -- python -m tools.acts_reference --check    exit code 1 if it is not what would be written
"""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

import ledger.acts
from ledger.acts.committed import committed_fields
from ledger.acts.kinds import Kind
from ledger.acts.registry import LIFE_PREFIXES, TYPES
from ledger.acts.struct import schema, wire_name

FILE: Final = Path(__file__).resolve().parent.parent / "docs" / "acts.md"
HEAD: Final = """# Act types

What `data` of each act type holds, as the software checks it; the envelope around `data` is in `docs/format.md` §3.
§7 there says who may sign a type of the ledger's own life and what it does. Which row of the regulations or which need
a type of the procedure is for stands in `tools/vocabulary/`.

Every field is always present; what is absent is nil. A *commitment* is 32 bytes that stand for a value in the vault
(§8). Ids of cycles, applications, awards, parties and persons are ids of cases: the `cases` of an act of the procedure
are exactly those that its data name, `registry:ledger` if they name none.

In Python a type is a frozen struct whose name is the type's in CamelCase (`post_assigned` is `PostAssigned`), found
through the closed registry `ledger.acts.registry.TYPES`. A change of fields is a new version with an upcaster.

This page is generated: `python3 tools/dev.py run -- python -m tools.acts_reference`.
"""
PHASES: Final = {
    "life": "Types of the ledger's own life",
    "registers": "Registers: parties, bodies, texts, standards, calendars, money",
    "opening": "Opening: from the plan to eligibility",
    "review": "Review: supervisors, interests, draws, panels, visits, presentations",
    "scores": "Scores: sheets, reports, shortlists",
    "publicity": "Publicity and objections",
    "decision": "Decision",
    "after": "After the award, and conduct",
    "entries": "Entries",
}


def text() -> str:
    """The page."""
    assert ledger.acts.__all__  # imported for its effect
    parts = [HEAD]
    nested: dict[str, type] = {}
    for phase, heading in PHASES.items():
        parts.append(f"\n## {heading}\n")
        for kind in TYPES:
            if kind.struct.__module__ == f"ledger.acts.{phase}":
                parts.append(f"\n### `{kind.name}` version {kind.v}\n\n")
                parts.append(f"{kind.struct.__doc__}\n\n" if _said(kind.struct) else "")
                parts.append(_table(kind.struct) if kind.fields else "No fields.\n")
                _gather(kind.struct, nested)
    parts.append("\n## Maps inside data\n")
    for name, struct in sorted(nested.items()):
        said = f"{struct.__doc__}\n\n" if _said(struct) else ""
        parts.append(f"\n### {name}\n\n{said}{_table(struct)}")
    waiting = ", ".join(f"`{name}`" for name in TYPES.waiting())
    prefixes = ", ".join(f"`{prefix}`" for prefix in sorted(LIFE_PREFIXES))
    parts.append(
        f"\n## Reserved\n\nSettled in the format and not taken in yet: {waiting}.\n\n"
        f"Names that only types of the ledger's own life may begin with: {prefixes}.\n"
    )
    return "".join(parts)


def _said(struct: type) -> bool:
    """Whether somebody wrote a docstring; a dataclass without one gets its signature there."""
    return not (struct.__doc__ or "").startswith(f"{struct.__name__}(")


def _table(struct: type) -> str:
    secret = {way for way in committed_fields(struct) if len(way) == 1}
    rows = ["| field | value |\n|---|---|\n"]
    for name, kind in sorted(schema(struct).items()):
        said = f"**{kind.name}**" if (name,) in secret else kind.name
        said += f", {kind.bounds}" if kind.bounds else ""
        rows.append(f"| `{name}` | {said} |\n")
    return "".join(rows)


def _gather(struct: type, found: dict[str, type]) -> None:
    """The structs inside a struct, by name."""
    hints = get_type_hints(struct, include_extras=True)
    for field in fields(struct):
        assert wire_name(field.name) in schema(struct)
        for inner in _structs(hints[field.name]):
            found[inner.__name__] = inner
            _gather(inner, found)


def _structs(hint: Any) -> list[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        return [hint]
    if get_origin(hint) in (Annotated, Union, UnionType, tuple):
        return [each for arg in get_args(hint) if not isinstance(arg, Kind) for each in _structs(arg)]
    return []


def main() -> int:
    """Write or compare."""
    made = text().encode()
    if "--check" in sys.argv[1:]:
        return 0 if FILE.exists() and FILE.read_bytes() == made else 1
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
