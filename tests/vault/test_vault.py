"""The vault: durable before it says so, nothing overwritten, orphans gone without a trace, clear sentences."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger.errors import LedgerError
from ledger.sealing.commitments import commitment, file_value, fresh_salt
from ledger.sealing.submission import Opening
from ledger.vault import WEEK, Vault

ACT, OTHER = b"\x01" * 32, b"\x02" * 32
SECRET = "张三，住某市某路 1 号，电话 13800000000"


def opening(field: str = "reason", value: object = SECRET) -> Opening:
    return Opening(field, fresh_salt(), value)


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000_000_000

    def __call__(self) -> int:
        return self.now


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(LedgerError) as caught:
        action()
    assert caught.value.message
    return caught.value.code


def files_of(path: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(path.parent.iterdir()) if p.name.startswith(path.name))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "账本 #1?" / "vault.sqlite"


def test_what_goes_in_comes_out(path: Path):
    given = [opening("a.0.b"), opening("file", file_value("text/plain", b"x")), opening("n", 7)]
    with Vault.open(path) as vault:
        vault.put(ACT, given)
        vault.put(ACT, given)  # an idempotent resubmission
    with Vault.open(path, create=False) as vault:
        kept = vault.values([ACT, OTHER])
    assert kept == {ACT: {each.field: each for each in given}}


def test_tables_are_the_documented_ones(path: Path):
    with Vault.open(path) as vault:
        vault.put(ACT, [opening(value="x")])
    with closing(sqlite3.connect(path)) as raw:
        assert [row[1:3] for row in raw.execute("PRAGMA table_info(item)")] == [
            ("act", "BLOB"), ("field", "TEXT"), ("salt", "BLOB"), ("value", "BLOB"),
        ]  # fmt: skip
        (row,) = raw.execute("SELECT act, field, value FROM item").fetchall()
    assert row == (ACT, "reason", b"\xa1x")


def test_settings_that_durability_and_erasure_rest_on(path: Path):
    with Vault.open(path) as vault:
        asked = {name: vault._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in
                 ("journal_mode", "synchronous", "secure_delete")}  # fmt: skip
    assert asked == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_only_the_owner_may_read(path: Path):
    old = os.umask(0)
    try:
        with Vault.open(path) as vault:
            vault.put(ACT, [opening()])
            modes = {p.name: p.stat().st_mode & 0o777 for p in path.parent.iterdir()}
    finally:
        os.umask(old)
    assert len(modes) == 3
    assert set(modes.values()) == {0o600}


def test_another_value_under_the_same_name_is_refused_whole(path: Path):
    first = opening()
    with Vault.open(path) as vault:
        vault.put(ACT, [first])
        assert code_of(lambda: vault.put_many([(OTHER, [opening()]), (ACT, [opening()])])) == "vault_conflict"
        assert vault.values([ACT, OTHER]) == {ACT: {"reason": first}}


def test_an_unreadable_item_is_told_apart_and_hides_no_other(path: Path):
    with Vault.open(path) as vault:
        vault.put(ACT, [opening("a"), opening("b"), opening("c")])
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE item SET value = x'c1' WHERE field = 'a'")
        raw.execute("UPDATE item SET salt = 7 WHERE field = 'b'")
    with Vault.open(path) as vault:
        kept = vault.values([ACT])[ACT]
    assert kept["a"] is None
    assert kept["b"] is None
    assert kept["c"] is not None


class TestFits:
    LEDGER = b"\x07" * 32

    def act(self, data: dict[str, object]) -> dict[str, object]:
        return {"by": "zhang1", "id": b"\x03" * 16, "data": data}

    def test_only_the_very_value_of_the_very_field(self):
        given = opening("list.1.note", "x")
        made = commitment(self.LEDGER, "zhang1", b"\x03" * 16, *given)
        act = self.act({"list": [{"note": None}, {"note": made}], "flat": made})
        assert given.fits(self.LEDGER, act)
        assert not given.fits(b"\x08" * 32, act)
        assert not given.fits(self.LEDGER, act | {"by": "lisi1"})
        assert not given.fits(self.LEDGER, act | {"id": b"\x04" * 16})
        for other in (
            given._replace(value="y"),
            given._replace(value=1.5),
            given._replace(salt=b"\x00" * 32),
            given._replace(salt=given.salt[:31]),
            given._replace(field="flat"),
            given._replace(field="list.0.note"),
            given._replace(field="list.2.note"),
            given._replace(field="list.x"),
            given._replace(field="list.01.note"),
            given._replace(field="nothing.at.all"),
            given._replace(field=""),
        ):
            assert not other.fits(self.LEDGER, act)


class TestSweep:
    def test_orphans_go_after_a_week_without_a_trace(self, path: Path):
        clock = Clock()
        with Vault.open(path, clock=clock) as vault:
            vault.put(ACT, [opening()])
            vault.put(OTHER, [opening(value="kept " + SECRET[:2])])
            clock.now += WEEK
            assert vault.sweep(lambda act: act == OTHER) == 0
            assert SECRET.encode() in files_of(path)
            clock.now += 1
            assert vault.sweep(lambda act: act == OTHER) == 1
            assert vault.values([ACT, OTHER]).keys() == {OTHER}
            # With the file still open: neither in free pages nor in the log.
            assert SECRET.encode() not in files_of(path)

    def test_what_stood_once_is_never_asked_about_again(self, path: Path):
        """So a ledger cut back later cannot take the values of its lost acts with it."""
        clock = Clock()
        with Vault.open(path, clock=clock) as vault:
            vault.put(ACT, [opening()])
            clock.now += WEEK + 1
            assert vault.sweep(lambda act: True) == 0
            assert vault.sweep(lambda act: pytest.fail("asked again")) == 0
            assert ACT in vault.values([ACT])

    def test_an_orphan_that_is_submitted_again_is_young(self, path: Path):
        clock = Clock()
        given = opening()
        with Vault.open(path, clock=clock) as vault:
            vault.put(ACT, [given])
            clock.now += WEEK + 1
            vault.put(ACT, [given])
            assert vault.sweep(lambda act: False) == 0

            def asked_while_it_is_submitted_again(act: bytes) -> bool:
                vault.put(act, [given])
                return False

            clock.now += WEEK + 1
            assert vault.sweep(asked_while_it_is_submitted_again) == 0
            assert ACT in vault.values([ACT])

    def test_a_reader_in_the_way_is_told(self, path: Path):
        clock = Clock()
        with Vault.open(path, clock=clock, busy_seconds=0.05) as vault, closing(sqlite3.connect(path)) as raw:
            vault.put(ACT, [opening()])
            raw.execute("BEGIN")
            raw.execute("SELECT * FROM item").fetchall()
            clock.now += WEEK + 1
            assert code_of(lambda: vault.sweep(lambda act: False)) == "vault_locked"


class TestBadFiles:
    def test_missing(self, path: Path):
        assert code_of(lambda: Vault.open(path, create=False)) == "vault_missing"
        assert not path.exists()

    @pytest.mark.parametrize(
        "content", [b"SQLite format 3", b"hello world, this is another program's file" * 9]
    )
    def test_foreign_bytes_stay_as_they_are(self, tmp_path: Path, content: bytes):
        (tmp_path / "v").write_bytes(content)
        assert code_of(lambda: Vault.open(tmp_path / "v")) == "vault_foreign"
        assert (tmp_path / "v").read_bytes() == content

    def test_another_programs_database_stays_as_it_is(self, tmp_path: Path):
        with closing(sqlite3.connect(tmp_path / "v")) as raw, raw:
            raw.execute("CREATE TABLE t(x)")
        before = (tmp_path / "v").read_bytes()
        assert code_of(lambda: Vault.open(tmp_path / "v")) == "vault_foreign"
        assert (tmp_path / "v").read_bytes() == before

    def test_newer(self, path: Path):
        Vault.open(path).close()
        with closing(sqlite3.connect(path)) as raw:
            raw.execute("PRAGMA user_version = 2")
        assert code_of(lambda: Vault.open(path)) == "vault_newer"

    def test_damaged(self, path: Path):
        with Vault.open(path) as vault:
            vault.put_many((bytes([i]) * 32, [opening(value="x" * 4000)]) for i in range(50))
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
        with Vault.open(path) as vault:
            assert code_of(lambda: vault.values([b"\x05" * 32])) == "vault_damaged"
            assert code_of(lambda: vault.put(ACT, [opening()])) == "vault_damaged"

    def test_locked(self, path: Path):
        with Vault.open(path, busy_seconds=0.05) as vault, closing(sqlite3.connect(path)) as raw:
            raw.execute("BEGIN IMMEDIATE")
            assert code_of(lambda: vault.put(ACT, [opening()])) == "vault_locked"
            raw.execute("ROLLBACK")
            vault.put(ACT, [opening()])

    def test_full(self, path: Path):
        with Vault.open(path) as vault:
            vault.put(ACT, [opening()])
            pages = vault._connection.execute("PRAGMA page_count").fetchone()[0]
            vault._connection.execute(f"PRAGMA max_page_count = {pages}")
            assert code_of(lambda: vault.put(OTHER, [opening(value="x" * 40_000)])) == "vault_full"
            assert vault.values([ACT, OTHER]).keys() == {ACT}

    def test_read_only_can_be_read(self, path: Path):
        with Vault.open(path) as vault:
            vault.put(ACT, [opening()])
            vault._connection.execute("PRAGMA query_only = ON")
            assert code_of(lambda: vault.put(OTHER, [opening()])) == "vault_readonly"
            assert ACT in vault.values([ACT])

    def test_no_place_to_make_it(self, tmp_path: Path):
        (tmp_path / "file").write_bytes(b"")
        assert code_of(lambda: Vault.open(tmp_path / "file" / "vault.sqlite")) == "vault_io"
        assert code_of(lambda: Vault.open(tmp_path)) == "vault_io"

    def test_closed(self, path: Path):
        vault = Vault.open(path)
        vault.close()
        vault.close()
        assert code_of(lambda: vault.put(ACT, [opening()])) == "vault_failed"

    def test_an_interrupted_making_is_made_again(self, path: Path):
        path.parent.mkdir()
        path.touch()
        with Vault.open(path) as vault:
            vault.put(ACT, [opening()])


_KILLED = """
import os, sys
from pathlib import Path
from ledger.sealing.submission import Opening
from ledger.vault import Vault
vault = Vault.open(Path(sys.argv[1]))
n = 0
while True:
    act = n.to_bytes(32, "big")
    vault.put(act, [Opening("reason", bytes(32), "x" * 500), Opening("number", bytes(32), n)])
    print(n, flush=True)
    n += 1
"""


def test_killed_at_any_instant_keeps_what_it_said_was_kept(path: Path):
    child = subprocess.Popen([sys.executable, "-c", _KILLED, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = [int(child.stdout.readline()) for _ in range(40)]
    child.kill()
    said += [int(line) for line in child.stdout.read().split("\n")[:-1]]
    child.wait()
    child.stdout.close()
    with Vault.open(path) as vault:
        kept = vault.values(n.to_bytes(32, "big") for n in range(len(said) + 2))
    assert len(kept) >= len(said)
    assert all(fields.keys() == {"reason", "number"} for fields in kept.values())


def test_many_threads(path: Path):
    with Vault.open(path) as vault:
        threads = [
            threading.Thread(target=vault.put, args=(bytes([i]) * 32, [opening(value=i)])) for i in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = vault.values(bytes([i]) * 32 for i in range(20))
    assert len(kept) == 20


class Life(RuleBasedStateMachine):
    """Whatever the order of putting, appending, waiting, sweeping and reopening: no standing act loses a value,
    no young one does, and no orphan outlives a sweep by a week."""

    acts = st.integers(0, 4)

    @initialize()
    def begin(self) -> None:
        self.clock = Clock()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "vault.sqlite"
        self.vault = Vault.open(self.path, clock=self.clock)
        self.put_at: dict[int, int] = {}
        self.standing: set[int] = set()
        self.given = {n: Opening("reason", bytes([n]) * 32, f"value {n}") for n in range(5)}

    @rule(n=acts)
    def put(self, n: int) -> None:
        self.vault.put(bytes([n]) * 32, [self.given[n]])
        self.put_at[n] = self.clock.now

    @rule(n=acts)
    def append(self, n: int) -> None:
        if n in self.put_at:
            self.standing.add(n)

    @rule(days=st.integers(1, 9))
    def wait(self, days: int) -> None:
        self.clock.now += days * WEEK // 7

    @rule()
    def sweep(self) -> None:
        gone = {
            n for n, at in self.put_at.items() if n not in self.standing and at < self.clock.now - WEEK
        }  # fmt: skip
        assert self.vault.sweep(lambda act: act[0] in self.standing) == len(gone)
        for n in gone:
            del self.put_at[n]

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = Vault.open(self.path, create=False, clock=self.clock)

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "vault"):
            return
        kept = self.vault.values(bytes([n]) * 32 for n in range(5))
        assert kept == {bytes([n]) * 32: {"reason": self.given[n]} for n in self.put_at}

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            self.folder.cleanup()


TestLife = Life.TestCase
