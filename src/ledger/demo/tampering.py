"""Five ways to tamper with a ledger's file, done by a program that knows nothing of this software.

Each is a script of its own for Python's sqlite3, run in a process of its own that cannot even import us (`-I`,
outside our folders). Guards are triggers; whoever owns the file can drop them, so each script does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_START: Final = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    db.execute(f"DROP TRIGGER {name}")
size = db.execute("SELECT max(position) FROM record").fetchone()[0]
"""
_END: Final = "\ndb.commit(); db.close()\n"


@dataclass(frozen=True, slots=True)
class Tampering:
    """`expected`: a code that verification must give. `newest_too`: the file outside the database goes as well."""

    name: str
    story: str
    script: str
    expected: str
    newest_too: bool = False


TAMPERINGS: Final = (
    Tampering(
        "改动",
        "把一份来文的发文单位由市财政局改为市民政局",
        """
position, data = db.execute(
    "SELECT position, bytes FROM record WHERE instr(bytes, ?) ORDER BY position LIMIT 1", ("财政局".encode(),)
).fetchone()
changed = bytes(data).replace("财政局".encode(), "民政局".encode())
db.execute("UPDATE record SET bytes = ? WHERE position = ?", (changed, position))
""",
        "bad_signature",
    ),
    Tampering(
        "删除",
        "删去被拒的那一条，连同它的索引",
        """
position = db.execute("SELECT position FROM record_index WHERE type = 'act_refused'").fetchone()[0]
db.execute("DELETE FROM record WHERE position = ?", (position,))
db.execute("DELETE FROM record_index WHERE position = ?", (position,))
db.execute("DELETE FROM decided WHERE position = ?", (position,))
""",
        "gap_or_order",
    ),
    Tampering(
        "截尾",
        "截去最后三条，并删除数据库内外的全部检查点",
        """
for table in ("record", "record_index", "decided"):
    db.execute(f"DELETE FROM {table} WHERE position > ?", (size - 3,))
db.execute("UPDATE head SET size = ?", (size - 3,))
db.execute("DELETE FROM checkpoint")
""",
        "tail_missing",
        newest_too=True,
    ),
    Tampering(
        "换位",
        "把最后两条对调",
        """
rows = db.execute("SELECT bytes FROM record WHERE position IN (?, ?) ORDER BY position", (size - 1, size)).fetchall()
db.execute("UPDATE record SET bytes = ? WHERE position = ?", (rows[1][0], size - 1))
db.execute("UPDATE record SET bytes = ? WHERE position = ?", (rows[0][0], size))
""",
        "root_differs",
    ),
    Tampering(
        "重放",
        "把一条旧记录原样再记一遍，冒充新的一条",
        """
data = db.execute("SELECT bytes FROM record WHERE position = ?", (size - 1,)).fetchone()[0]
db.execute("INSERT INTO record VALUES (?, ?)", (size + 1, data))
db.execute("UPDATE head SET size = ?", (size + 1,))
""",
        "replayed_act",
    ),
)


# What a thief would take along: the ledger without the desk's keys.
_COPIED: Final = ("ledger.sqlite", "vault.sqlite", "checkpoint.newest")


def tamper(ledger: Path, target: Path, how: Tampering) -> Path:
    """A copy of the ledger's files, tampered with; the original is not touched."""
    target.mkdir(parents=True)
    for name in _COPIED:
        if not (how.newest_too and name == "checkpoint.newest"):
            shutil.copyfile(ledger / name, target / name)
    script = _START + how.script + _END
    subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, str(target / "ledger.sqlite")], check=True, cwd=target
    )
    return target


def tidy(ledger: Path) -> None:
    """Remove what SQLite leaves beside a database that was only read: an empty log and its map."""
    for database in ("ledger.sqlite", "vault.sqlite"):
        log = ledger / f"{database}-wal"
        if log.exists() and not log.stat().st_size:
            log.unlink()
            (ledger / f"{database}-shm").unlink(missing_ok=True)
