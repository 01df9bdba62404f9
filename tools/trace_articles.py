#!/usr/bin/env python3
"""Which demand of which article is shown by which scenario, and which is not.

    python3 tools/trace_articles.py [--all]          a table; --all lists the rows of every regulation
    python3 tools/trace_articles.py --json           one object on stdout and nothing else
    python3 tools/trace_articles.py --html FILE      a page

The features are run first if this tree has no results yet. Exit code 1 if a regulation that is to be complete
(`tools/regulations.csv`) has a row with neither the scenarios it needs nor a reason; 3 if a table cannot be used or
the features could not be run.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.bdd.door import ROOT, environment_missing, speak_chinese, started_again


def main(arguments: list[str]) -> int:
    """Run what has to be run, print, judge."""
    from tools.bdd import rows, run, table, trace

    parser = argparse.ArgumentParser(description="Articles and the scenarios that show them.")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="one JSON object on stdout")
    shape.add_argument("--html", type=Path, metavar="FILE", help="write a page")
    parser.add_argument("--all", action="store_true", help="the rows of every regulation")
    parser.add_argument("--root", type=Path, default=ROOT, help="another repository")
    parser.add_argument("--jobs", type=int, help="processes to run features with")
    asked = parser.parse_args(arguments)
    try:
        known = rows.load(asked.root)
        traced = trace.trace(known, run.outcomes(asked.root, jobs=asked.jobs))
    except (rows.RowsError, run.RunError) as error:
        print(error, file=sys.stderr)
        return 3
    if asked.json:
        print(json.dumps(trace.as_json(known, traced), ensure_ascii=False))
    elif asked.html:
        asked.html.write_text(table.html(known, traced), encoding="utf-8")
    else:
        for line in table.text(known, traced, everything=asked.all):
            print(line)
    open_rows = [
        each.row.row for r in known.regulations if r.complete for each in traced[r.id] if each.missing
    ]
    if open_rows:
        print(f"缺场景也没有理由：{'、'.join(open_rows)} / rows without scenarios or reason", file=sys.stderr)
    return 1 if open_rows else 0


if __name__ == "__main__":
    speak_chinese()
    sys.exit(started_again(__file__) if environment_missing() else main(sys.argv[1:]))
