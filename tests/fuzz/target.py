"""A fuzz target: bytes into every decoder of the house. Nothing but a LedgerError may come out.

    python3 tools/dev.py run -- python -m tests.fuzz.target [SECONDS]

With atheris installed (`pip install atheris` into a scratch environment) coverage guides it; without, bytes of good
examples are changed at random from a fixed seed. Either way a finding is printed as hex and ends the run.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ledger.errors import LedgerError
from ledger.rules.life.fact import of_act, of_record
from ledger.sealing import anchor, canon, notes, receipts, record
from ledger.sealing.algorithms import ALGORITHMS, load_private, load_public
from ledger.sealing.vkeys import VerifierKey

ROOT = Path(__file__).parents[2]
DECODERS: tuple[Callable[[bytes], object], ...] = (
    canon.decode,
    record.unpack,
    of_record,
    lambda data: of_act(0, data, b""),
    notes.parse,
    receipts.parse,
    anchor.parse,
    load_private,
    lambda data: [load_public(alg, data) for alg in ALGORITHMS],
    lambda data: VerifierKey.parse(data.decode("utf-8", "replace")),
)


def one_input(data: bytes) -> None:
    """Every decoder on the same bytes."""
    for decoder in DECODERS:
        try:
            decoder(data)
        except LedgerError:
            continue


def examples() -> list[bytes]:
    """Good bytes of the release ledger, and its texts: what a mutation should start from."""
    release = json.loads((ROOT / "tests" / "corpus" / "releases" / "0.1.0.json").read_bytes())
    found = [bytes.fromhex(data) for data in release["records"] if data]
    found += [record.unpack(data).act for data in found]
    found += [note.encode() for _, note in release["checkpoints"]]
    return [*found, (release["anchor"] or "").encode()]


def changed(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them flipped, cut out, doubled or put in."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(out) + 1)
        how = chance.randrange(4)
        if how == 0 and place < len(out):
            out[place] = chance.randrange(256)
        elif how == 1:
            del out[place : place + chance.randint(1, 9)]
        elif how == 2:
            out[place:place] = chance.randbytes(chance.randint(1, 9))
        else:
            out[place:place] = out[max(0, place - chance.randint(1, 40)) : place]
    return bytes(out)


def run(seconds: float, seed: int = 20261120) -> int:
    """Feed changed examples until the time is up; gives how many."""
    chance, good, fed = random.Random(seed), examples(), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = changed(chance.choice(good), chance)
        try:
            one_input(data)
        except BaseException:
            print(f"finding: {data.hex()}", file=sys.stderr)
            raise
        fed += 1
    return fed


def main() -> None:
    """Fuzz for a while, guided where that can be had."""
    if importlib.util.find_spec("atheris") is None:
        print(
            f"{run(float(sys.argv[1]) if len(sys.argv) > 1 else 60)} inputs, no finding (atheris is not here)"
        )
        return
    import atheris

    atheris.instrument_all()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
