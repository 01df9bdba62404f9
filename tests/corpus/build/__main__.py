"""`python -m tests.corpus.build`: write the files that are not there yet, and note them in the manifest.

A file that is there is frozen: it is never written again, unless `--rewrite` is said before a first release.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.corpus.build import cases
from tests.corpus.build.golden import as_case, golden
from tests.corpus.build.maker import CASES, fixed_key
from tests.corpus.build.strings import strings

ROOT = Path(__file__).resolve().parent.parent
assert cases.__all__


def write(path: Path, content: Any, rewrite: bool) -> None:
    """The content as JSON, one line for each member, unless the file is frozen already."""
    if path.exists() and not rewrite:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{json.dumps(key)}: {_short(value)}" for key, value in content.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8", newline="\n")


def _short(value: Any) -> str:
    """One line; a list of texts or of lists, one line each."""
    if isinstance(value, list) and len(value) > 1:
        return "[\n " + ",\n ".join(json.dumps(each, ensure_ascii=False) for each in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def keys() -> dict[str, Any]:
    """The test keys with which the ledgers were made."""
    rows = [
        {
            "alg": alg,
            "name": str(number),
            "pkcs8": key.pkcs8().hex(),
            "spki": key.spki.hex(),
            "id": key.key_id.hex(),
        }
        for alg in ("p256-sha256", "ed25519")
        for number in range(1, 21)
        for key in (fixed_key(alg, str(number)),)
    ]
    return {
        "name": "test-keys",
        "says": 'The secret of a test key is SHA-256 of "review-ledger test key ALG NAME": of ed25519 the seed, of '
        "p256-sha256 the scalar modulo n - 1, plus 1.",
        "keys": rows,
    }


def manifest() -> None:
    """The SHA-256 of every frozen file."""
    files = sorted(path for path in ROOT.rglob("*.json"))
    lines = [
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(ROOT).as_posix()}\n" for path in files
    ]
    (ROOT / "MANIFEST.sha256").write_text("".join(lines), "utf-8", newline="\n")


def main() -> None:
    """Make everything."""
    rewrite = "--rewrite" in sys.argv[1:]
    write(ROOT / "keys.json", keys(), rewrite)
    write(ROOT / "bytes" / "records.json", strings(), rewrite)
    write(ROOT / "golden" / "0.1.0.json", golden(), rewrite)
    write(ROOT / "releases" / "0.1.0.json", as_case("0.1.0"), rewrite)
    for name, each in CASES.items():
        write(ROOT / "cases" / f"{name}.json", each.make(), rewrite)
    manifest()


if __name__ == "__main__":
    main()
