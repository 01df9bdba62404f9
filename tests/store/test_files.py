"""Files that are no ledger, cannot be written, are held, full or damaged: each a clear sentence, nothing harmed."""

import multiprocessing
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ledger.store import create_store, migrate_store, open_store
from ledger.store.sqlite import SQLiteStore
from tests.store.acts import entry
from tests.store.test_append import code_of

ROOT = Path(__file__).resolve().parents[2]


def opened(path):
    return sqlite3.connect(path, isolation_level=None)


def write_database(path, *statements):
    path.parent.mkdir(exist_ok=True)
    connection = opened(path)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_nothing_there(tmp_path):
    file = tmp_path / "file"
    file.write_text("x")
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "nowhere", tmp_path / "empty", file):
        for readonly in (False, True):
            assert code_of(open_store, place, readonly=readonly) == "store_missing"
        assert code_of(migrate_store, place) == "store_missing"
    assert code_of(create_store, file) in ("store_io", "store_exists")
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        ["CREATE TABLE notes(text)"],
        ["PRAGMA application_id = 252006674", "CREATE TABLE item(x)"],
        ["PRAGMA application_id = 252006674"],
        ["PRAGMA journal_mode = WAL", "CREATE TABLE record(position, bytes)", "PRAGMA user_version = 1"],
    ],
)
def test_another_programs_database(tmp_path, content):
    path = tmp_path / "ledger.sqlite"
    write_database(path, *content)
    before = path.read_bytes()
    for readonly in (False, True):
        assert code_of(open_store, tmp_path, readonly=readonly) == "store_foreign"
    assert code_of(create_store, tmp_path) == "store_exists"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"hello", b"\0" * 4096, b"SQLite format 3", b"PK\3\4" * 2000])
def test_another_programs_file(tmp_path, content):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(content)
    for readonly in (False, True):
        assert code_of(open_store, tmp_path, readonly=readonly) == "store_foreign"
    assert code_of(create_store, tmp_path) == "store_exists"
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["ledger.sqlite"]


@pytest.mark.parametrize("left", ["no byte", "no table"])
def test_an_interrupted_creation_can_be_repeated(tmp_path, left):
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"")
    if left == "no table":
        write_database(path, "CREATE TABLE x(y)", "DROP TABLE x")
    assert code_of(open_store, tmp_path) == "store_missing"
    with create_store(tmp_path) as store:
        store.append_records([entry()], after=0)


def test_a_newer_version(folder):
    folder.create().close()
    write_database(folder.location / "ledger.sqlite", "PRAGMA user_version = 2")
    for readonly in (False, True):
        assert code_of(folder.open, readonly=readonly) == "store_newer"


def test_a_ledger_is_made_once_for_its_owner_alone(folder):
    store = folder.create()
    store.append_records([entry()], after=0)
    assert code_of(create_store, folder.location) == "store_exists"
    assert folder.open().head().size == 1
    if os.name != "nt":
        for name in ("ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"):
            assert stat.S_IMODE((folder.location / name).stat().st_mode) == 0o600


def _create(location, gate, answers):
    gate.wait()
    try:
        create_store(location).close()
        answers.put("made")
    except Exception as error:  # noqa: BLE001 - whatever it is goes to the test
        answers.put(getattr(error, "code", repr(error)))


def test_two_at_once_make_one(disk):
    context = multiprocessing.get_context("spawn")
    gate, answers = context.Barrier(2), context.Queue()
    both = [context.Process(target=_create, args=(disk.location, gate, answers)) for _ in range(2)]
    for process in both:
        process.start()
    said = sorted(answers.get(timeout=60) for _ in both)
    for process in both:
        process.join()
    answers.close()
    answers.join_thread()
    assert said == ["made", "store_exists"]
    disk.open().append_records([entry()], after=0)


def test_durability_settings(folder):
    store = folder.create()
    with store._transaction() as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA fullfsync").fetchone() == (1,)


def test_locked_by_another_program(folder):
    folder.create().append_records([entry()], after=0)
    store = SQLiteStore(folder.location, busy_seconds=0.1)
    other = opened(store.path)
    other.execute("BEGIN IMMEDIATE")
    assert code_of(store.append_records, [entry()], after=1) == "store_locked"
    assert code_of(store.add_checkpoint, 1, "note") == "store_locked"
    assert store.head().size == 1  # readers go on
    other.execute("ROLLBACK")
    store.append_records([entry()], after=1)
    store.close()
    other.close()


def test_held_for_itself_by_another_program(folder):
    folder.create().close()
    other = opened(folder.location / "ledger.sqlite")
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    for readonly in (False, True):
        assert code_of(SQLiteStore, folder.location, readonly=readonly, busy_seconds=0.1) == "store_locked"
    other.close()


def test_a_full_disk(folder):
    store = folder.create()
    store.append_records([entry()], after=0)
    with store._transaction() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")
    big = [entry(size=40_000)]
    assert code_of(store.append_records, big, after=1) == "store_full"
    assert code_of(store.add_checkpoint, 1, "x" * 100_000) == "store_full"
    assert store.head().size == 1
    store.check_index()
    with store._transaction() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    assert store.append_records(big, after=1).size == 2
    store.check_index()


@pytest.mark.parametrize("damage", ["cut", "overwritten", "header"])
def test_a_damaged_file(folder, damage):
    store = folder.create()
    store.append_records([entry(size=2000) for _ in range(60)], after=0)
    store.close()
    path = folder.location / "ledger.sqlite"
    data = bytearray(path.read_bytes())
    if damage == "cut":
        data = data[: len(data) // 3]
    elif damage == "overwritten":
        data[4096:] = b"\xa5" * (len(data) - 4096)
    else:
        data[16:18] = b"\xff\xff"
    path.write_bytes(data)

    def use(**options):
        with open_store(folder.location, **options) as store:
            list(store.read())
            store.append_records([entry()], after=60)

    expected = ("store_foreign",) if damage == "header" else ("store_damaged",)
    assert code_of(use) in expected
    assert code_of(use, readonly=True) in expected


READ_ONLY = """
import os, sys
from ledger.errors import LedgerError
from ledger.store import create_store, open_store
if os.geteuid() == 0:
    # Root may write everywhere, so it becomes nobody; only now, for the interpreter may be root's own.
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
for readonly in (False, True):
    try:
        with open_store(sys.argv[1], readonly=readonly) as store:
            print("read", len(list(store.read_records())), len(store.checkpoints()))
    except LedgerError as error:
        print(error.code)
try:
    create_store(sys.argv[1] + "/another/ledger").close()
    print("made")
except LedgerError as error:
    print(error.code)
"""


def as_nobody(location):
    """What someone without any right to write sees."""
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(location)], cwd=ROOT, capture_output=True, text=True
    )
    return done.stdout.split("\n")[:-1] or done.stderr


@pytest.fixture
def open_ground():
    """A folder that everybody may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="rl-store-"))
    folder.chmod(0o755)
    yield folder
    for each in folder.rglob("*"):
        each.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name == "nt", reason="permissions are made otherwise on Windows")
def test_a_read_only_folder(open_ground):
    place = open_ground / "ledger"
    with create_store(place) as store:
        store.append_records([entry() for _ in range(3)], after=0)
        store.add_checkpoint(3, "note")
    (place / "ledger.sqlite").chmod(0o444)
    place.chmod(0o555)
    assert as_nobody(place) == ["store_readonly", "read 3 1", "store_readonly"]
    assert [each.name for each in place.iterdir()] == ["ledger.sqlite"]
    # The file may be written, but nothing can be made beside it.
    (place / "ledger.sqlite").chmod(0o666)
    assert as_nobody(place) == ["store_readonly", "read 3 1", "store_readonly"]


@pytest.mark.skipif(os.name == "nt", reason="permissions are made otherwise on Windows")
def test_a_read_only_copy_with_records_still_in_the_log(open_ground):
    place, copy = open_ground / "ledger", open_ground / "copy"
    copy.mkdir()
    with create_store(place) as store:
        store.append_records([entry() for _ in range(3)], after=0)
        for name in ("ledger.sqlite", "ledger.sqlite-wal"):
            shutil.copy(place / name, copy / name)
            (copy / name).chmod(0o444)
    copy.chmod(0o555)
    # What is in the folder is not theirs to read at all.
    place.chmod(0o755)
    assert as_nobody(place) == ["store_denied", "store_denied", "store_readonly"]
    place.chmod(0o700)
    assert as_nobody(place) == ["store_denied", "store_denied", "store_readonly"]
    # Reading the file alone would silently lose what is in the log.
    said = as_nobody(copy)
    assert said[0] == "store_readonly"
    assert said[1] in ("store_io", "store_readonly")
