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
        "把一条记录中的发文机关改掉一个字",
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
        "删去中间那条拒绝记录，连同它的索引",
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
        "截去最后三条记录，并把账本外的检查点文件一并删除",
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
        "把相邻两条记录对调",
        """
rows = db.execute("SELECT bytes FROM record WHERE position IN (?, ?) ORDER BY position", (size - 1, size)).fetchall()
db.execute("UPDATE record SET bytes = ? WHERE position = ?", (rows[1][0], size - 1))
db.execute("UPDATE record SET bytes = ? WHERE position = ?", (rows[0][0], size))
""",
        "root_differs",
    ),
    Tampering(
        "重放",
        "把一条旧记录原样再记一遍",
        """
data = db.execute("SELECT bytes FROM record WHERE position = ?", (size - 2,)).fetchone()[0]
db.execute("INSERT INTO record VALUES (?, ?)", (size + 1, data))
db.execute("UPDATE head SET size = ?", (size + 1,))
""",
        "replayed_act",
    ),
)


def tamper(ledger: Path, target: Path, how: Tampering) -> Path:
    """A copy of the ledger, tampered with; the original is not touched."""
    shutil.copytree(ledger, target)
    script = _START + how.script + _END
    subprocess.run(
        [sys.executable, "-I", "-S", "-c", script, str(target / "ledger.sqlite")], check=True, cwd=target
    )
    if how.newest_too:
        (target / "checkpoint.newest").unlink(missing_ok=True)
    return target
