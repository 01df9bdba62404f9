"""Full verify on both cores beside raw signature checks of `cryptography`; tree recheck alone; memory.

    python3 tools/dev.py run -- python -m tools.bench.verify [RECORDS] [--big]

`--big`: once with 1,000,000 records, time and peak memory of every process.
"""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key

from ledger.audit import verify
from ledger.sealing.envelope import act_message
from ledger.sealing.record import pack, unpack
from ledger.sealing.tree import Frontier, leaf_hash
from ledger.store.open import open_store
from tools.bench.common import Office, Race, machine, office

BATCH = 500
GOALS = {"p256-sha256": 0.7, "ed25519": 0.8}
MESSAGES: list[tuple[bytes, bytes]] = []


def fill(who: Office, records: int) -> None:
    """Records straight into the store: what is measured is reading."""
    with who.desk() as desk:
        head = desk.store.head()
        while head.size < records:
            many, now = [], max(time.time_ns() // 1000, head.recorded_at)
            for _ in range(min(BATCH, records - head.size)):
                act = who.act()
                many.append(pack(now, "bench", act, who.private.sign(act_message(act))))
            head = desk.store.append_records(many, after=head.size)


def raw(job: tuple[bytes, list[tuple[bytes, bytes]]]) -> int:
    """Signatures checked with `cryptography` alone, in the form that it wants, the key loaded once."""
    spki, pairs = job
    key = load_der_public_key(spki)
    if isinstance(key, ec.EllipticCurvePublicKey):
        scheme = ec.ECDSA(SHA256())
        for signature, message in pairs:
            key.verify(signature, message, scheme)
    else:
        for signature, message in pairs:
            key.verify(signature, message)  # type: ignore[union-attr, call-arg]  # an Ed25519 key here
    return len(pairs)


def race(alg: str, records: int) -> None:
    with office(alg) as who:
        fill(who, records)
        pairs = []
        with open_store(who.location, readonly=True) as store:
            for _, data in store.read_records(after=2):
                record = unpack(data)
                sig = record.sig
                if alg == "p256-sha256":
                    sig = encode_dss_signature(
                        int.from_bytes(sig[:32], "big"), int.from_bytes(sig[32:], "big")
                    )
                pairs.append((sig, act_message(record.act)))
        half = len(pairs) // 2
        jobs = [(who.private.spki, pairs[:half]), (who.private.spki, pairs[half:])]
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork")) as pool:
            list(pool.map(raw, [(who.private.spki, pairs[:10])] * 2))

            def theirs() -> int:
                return sum(pool.map(raw, jobs))

            def ours() -> int:
                report = verify(who.location, jobs=2).json()
                assert not [f for f in report["failures"] if f["effect"] == "fails"], report["failures"][:3]
                return int(report["size"])

            Race(f"full verify, {alg}, {records:,} records", rounds=3).run(
                {"ours: everything of the format": ours, "cryptography: signatures alone": theirs}
            ).report("ours: everything of the format", "cryptography: signatures alone", GOALS[alg])
        if alg == "p256-sha256":
            tree(who)


def tree(who: Office) -> None:
    """Leaves and root recomputed from stored bytes already in memory, and read from disk as well."""
    with open_store(who.location, readonly=True) as store:
        stored = [data for _, data in store.read_records()]
        start = time.perf_counter()
        frontier = Frontier()
        frontier.extend(map(leaf_hash, stored))
        memory = len(stored) / (time.perf_counter() - start)
        start = time.perf_counter()
        frontier = Frontier()
        frontier.extend(leaf_hash(data) for _, data in store.read_records())
        disk = len(stored) / (time.perf_counter() - start)
    verdict = "reached" if disk >= 300_000 else "NOT reached"
    print(
        f"\ntree recheck alone: {disk:,.0f}/s from disk, {memory:,.0f}/s from memory; goal 300,000: {verdict}"
    )


def big(records: int = 1_000_000) -> None:
    with office() as who:
        start = time.perf_counter()
        fill(who, records)
        print(
            f"\n{records:,} records written in {time.perf_counter() - start:.0f} s, "
            f"{sum(f.stat().st_size for f in Path(who.location).iterdir()) / records:.0f} bytes each on disk"
        )
        command = [
            str(Path(sys.executable).parent / "review-ledger"),
            "verify",
            who.location,
            "--accept-undecided",
        ]
        start = time.perf_counter()
        subprocess.run([*command, "--jobs", "2"], check=True)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        verdict = "reached" if peak <= 300 else "NOT reached"
        print(
            f"verify {took:.0f} s ({records / took:,.0f}/s), largest process {peak:.0f} MiB; goal 300: {verdict}"
        )
        proofs(who, records)


def proofs(who: Office, records: int) -> None:
    import random
    import statistics

    times = []
    for _ in range(200):
        with open_store(who.location, readonly=True) as store:
            index = random.randrange(records)
            start = time.perf_counter()
            store.inclusion(index, records)
            times.append(time.perf_counter() - start)
    typical, slow = statistics.median(times) * 1000, sorted(times)[-2] * 1000
    verdict = "reached" if typical < 1 else "NOT reached"
    print(
        f"inclusion proof at {records:,}, nothing cached by us: median {typical:.2f} ms, 99 % {slow:.2f} ms"
    )
    print(f"  goal 1 ms: {verdict}")


def main() -> None:
    machine()
    numbers = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
    if "--big" in sys.argv:
        big(*numbers)
        return
    for alg in GOALS:
        race(alg, numbers[0] if numbers else 40_000)


if __name__ == "__main__":
    main()
