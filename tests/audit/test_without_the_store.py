"""Verify reads raw rows through a reader of its own: a store whose every statement is nonsense changes nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.ledgers import LedgerMaker

SABOTAGE = """
import sys
from ledger.store.sqlite import files, schema, store

for module in (files, schema, store):
    for name, value in list(vars(module).items()):
        if isinstance(value, str) and any(word in value for word in ("SELECT", "INSERT", "CREATE", "UPDATE")):
            setattr(module, name, "NONSENSE")
for table in (schema.EVIDENCE, schema.INDEX, schema.GUARDS):
    for name in table:
        table[name] = "NONSENSE"
store.SQLiteStore.page = store.SQLiteStore.head = store.SQLiteStore._stored_nodes = None

from ledger.audit import verify

report = verify(sys.argv[1], anchors=[sys.argv[2]], as_of=int(sys.argv[3]), jobs=1)
sys.exit(0 if set(report.json()["verdicts"].values()) == {"holds"} else 1)
"""
UNREACHABLE = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.startswith(("ledger.store", "ledger.desk", "eventsourcing")):
            raise ImportError(name)

sys.meta_path.insert(0, Refuse())
from ledger.audit import verify

report = verify(sys.argv[1], anchors=[sys.argv[2]], as_of=int(sys.argv[3]), jobs=2)
sys.exit(0 if set(report.json()["verdicts"].values()) == {"holds"} else 1)
"""


@pytest.mark.parametrize("program", [SABOTAGE, UNREACHABLE], ids=["nonsense", "unreachable"])
def test_verify_needs_no_store(program: str, tmp_path: Path) -> None:
    maker = LedgerMaker()
    maker.found()
    maker.publish()
    folder = maker.write(tmp_path / "ledger")
    anchor = tmp_path / "anchor.txt"
    anchor.write_text(maker.anchor().format(), "utf-8", newline="\n")
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder), str(anchor), str(maker.now)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
