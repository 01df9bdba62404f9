"""Bytes on disk for an act of 400 bytes, everything counted: record, index, tree, free pages.

python3 tools/dev.py run -- python -m tools.bench.disk
"""

from __future__ import annotations

from pathlib import Path

from ledger.sealing.envelope import act_message
from ledger.sealing.record import pack
from tools.bench.common import machine, office

RECORDS = 20_000
BATCH = 200


def main() -> None:
    machine()
    with office() as who:
        with who.desk() as desk:
            length = len(who.act())
            payload = 40 + 400 - length
            before = sum(f.stat().st_size for f in Path(who.location).iterdir())
            head = desk.store.head()
            for _ in range(RECORDS // BATCH):
                records = []
                for _ in range(BATCH):
                    act = who.act(payload)
                    records.append(pack(head.recorded_at, "bench", act, who.private.sign(act_message(act))))
                head = desk.store.append_records(records, after=head.size)
            length = len(who.act(payload))
        after = sum(f.stat().st_size for f in Path(who.location).iterdir())
        each = (after - before) / RECORDS
        print(
            f"act of {length} bytes: {each:.0f} bytes on disk each over {RECORDS:,} records; goal 1,000: "
            f"{'reached' if each <= 1000 else 'NOT reached'}"
        )


if __name__ == "__main__":
    main()
