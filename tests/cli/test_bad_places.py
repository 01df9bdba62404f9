"""Ledgers that cannot be used: locked, read-only, full, newer, somebody else's, missing. Each is a sentence."""

import contextlib
import os
import pickle
import resource
import shutil
import signal
import sqlite3
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger.store.sqlite import store as sqlite_store
from ledger.vault import files as vault_files
from tests.cli.office import Office
from tests.cli.shapes import is_accepted, told
from tests.cli.typing_in import COMMAND, Said, run

NOBODY = 65534
# The last two where a server happens to run on this machine.
BAD_ADDRESS = ("store_bad_address", "store_unreachable", "store_no_driver", "store_refused", "store_missing")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits ten seconds for a lock."""
    for module, name in ((sqlite_store.SQLiteStore.__init__, "busy_seconds"),):
        assert module.__kwdefaults__ is not None
        monkeypatch.setitem(module.__kwdefaults__, name, 0.05)
    monkeypatch.setattr(vault_files, "BUSY_SECONDS", 0.05)


@pytest.mark.usefixtures("impatient")
def test_a_ledger_held_by_another_program(office: Office):
    with contextlib.closing(sqlite3.connect(office.ledger / "ledger.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told(office.submit("li4d", office.paper()), "store_locked", 4)
        assert office.run("log").code == 0  # readers are not kept out
        assert office.verify().code == 0
        other.execute("ROLLBACK")
    is_accepted(office.submit("li4d", office.paper()))


def test_a_folder_that_is_no_ledger(office: Office, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    for place in (tmp_path / "没有", empty, office.anchor, Path(os.devnull)):
        for command in ("log", "key list", "reindex", "migrate", "verify"):
            told(run(*command.split(), place, "--json"), "store_missing", 3)
        told(run("submit", place, office.paper(), "--key", office.key("li4d"), "--json"), "store_missing", 3)
        told(run("backup", place, tmp_path / "b", "--json"), "store_missing", 3)
    assert list(empty.iterdir()) == []
    assert not (tmp_path / "没有").exists()
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize(
    "address", ["postgresql://[::1/x", "postgres://u:p@h:x/y", "postgresql://?schema=A'B", "postgresql://"]
)
def test_an_address_that_is_none(office: Office, address):
    """Told without a server, and without what may be a password."""
    backup = office.root / "backup"
    assert office.run("backup", backup).code == 0
    told(run("restore", backup, address, "--json"), "restore_needs_folder", 2)
    taken = (
        "--authority",
        "甲",
        "--origin",
        "a.example/x",
        "--keys",
        office.root / "k",
        "--home",
        office.ledger,
    )
    told(run("new", address, *taken, "--json"), "ledger_exists", 2)
    for command in ("log", "verify", "key list"):
        said = run(*command.split(), address, "--json")
        assert said.error["code"] in BAD_ADDRESS, said
        assert "u:p" not in said.out


@pytest.mark.parametrize("command", ["log", "verify", "key list", "submit", "reindex", "backup"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "store_missing"),
        (b"no database at all, only words" * 100, "store_foreign"),
        (b"PK\x03\x04" + bytes(5000), "store_foreign"),
        ("other", "store_foreign"),
        ("newer", "store_newer"),
    ],
)
def test_a_file_that_is_something_else(office: Office, command, content, code):
    path = office.ledger / "ledger.sqlite"
    if type(content) is bytes:
        path.write_bytes(content)
    elif content == "newer":
        office.damage("PRAGMA user_version = 99")
    else:
        path.unlink()
        with contextlib.closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE record(position INTEGER PRIMARY KEY, bytes BLOB)")
            db.commit()
    before = path.read_bytes()
    more: tuple[object, ...] = ()
    if command == "submit":
        more = (office.paper(), "--key", office.key("li4d"))
    elif command == "backup":
        more = (office.root / "backup",)
    said = office.run(command, *more)
    if command == "verify" and content in ("other",):
        assert said.code in (1, 3)  # a ledger folder written by others is judged, not refused
    else:
        told(said, code, 3)
    assert path.read_bytes() == before
    assert not (office.root / "backup").exists()


def test_a_torn_database(office: Office):
    path = office.ledger / "ledger.sqlite"
    data = path.read_bytes()
    path.write_bytes(data[:8192])
    for command in ("log", "key list"):
        said = office.run(command)
        assert said.code in (3, 4)
        assert said.error["code"] in ("store_damaged", "store_foreign", "store_failed", "store_index_differs")
    assert office.verify().code in (1, 3)
    assert office.submit("li4d", office.paper()).code in (3, 4)


@pytest.mark.parametrize(
    ("name", "code", "exit_code"),
    [("desk.keys", "desk_keys_missing", 4), ("vault.sqlite", "vault_missing", 3)],
)
def test_a_part_is_missing(office: Office, name, code, exit_code):
    (office.ledger / name).unlink()
    said = office.submit("li4d", office.paper())
    if name == "vault.sqlite" and said.code == 0:
        # The desk makes a new vault; what the old one held is reported by verify.
        assert "value_missing" in {f["code"] for f in office.verify().json["failures"]}
    else:
        told(said, code, exit_code)
    assert office.run("log").code == 0


@pytest.mark.parametrize("name", ["desk.keys", "vault.sqlite", "checkpoint.newest", "anchor.txt"])
@pytest.mark.parametrize("content", [b"{}", b"rubbish \xff\xfe", b"SQLite format 3\0" + bytes(4000)])
def test_a_part_is_rubbish(office: Office, name, content):
    (office.ledger / name).write_bytes(content)
    said = office.submit("li4d", office.paper())
    assert said.code in (3, 4), said
    assert said.error["code"] in (
        "desk_keys_damaged", "vault_foreign", "vault_damaged", "vault_io", "bad_checkpoint", "anchor_unreadable",
    )  # fmt: skip
    assert office.run("log").code == 0
    found = office.verify()
    assert found.code in (0, 1)
    assert found.json["size"] >= 12


def test_keys_of_another_ledgers_desk(office: Office, other: Office):
    shutil.copy(other.ledger / "desk.keys", office.ledger / "desk.keys")
    told(office.submit("li4d", office.paper()), "desk_keys_damaged", 4)


# ---- what the system keeps from us ----


def apart(before: Callable[[], None], *arguments: object) -> Said:
    """The command in a child of this process, which has everything imported, after `before` was called there."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Newer Pythons warn of threads, of which pytest's own hold nothing that the child needs.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        answer: object = "the child failed"
        try:
            os.close(reading)
            before()
            said = run(*arguments)
            answer = (said.code, said.stdout, said.stderr)
        finally:
            os.write(writing, pickle.dumps(answer))
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pickle.loads(pipe.read())
    os.waitpid(child, 0)
    assert isinstance(answer, tuple), answer
    return Said(*answer)


def become_nobody() -> None:
    """Where we are root, nothing is forbidden; so be a user who owns nothing."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def as_nobody(*arguments: object) -> Said:
    return apart(become_nobody, *arguments)


@pytest.fixture
def open_to_all(office: Office):
    """An office that everybody may read and nobody may write."""
    folders = [office.root, *office.root.rglob("*")]
    for path in folders:
        path.chmod(0o555 if path.is_dir() else 0o444)
    for parent in office.root.parents:  # pytest's own folders are closed to others
        if parent == Path("/tmp"):
            break
        parent.chmod(0o755)
    yield office
    for path in folders:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such users")
def test_a_ledger_that_may_only_be_read(open_to_all: Office):
    office = open_to_all
    act = office.root / "act.json"
    said = as_nobody("log", office.ledger, "--json")
    assert said.code == 0, said
    assert said.json["size"] == 12
    assert as_nobody("verify", office.ledger, "--anchor", office.anchor, "--json").code == 0
    told(as_nobody("submit", office.ledger, act, "--key", office.key("li4d"), "--json"), "store_readonly", 4)
    told(as_nobody("reindex", office.ledger, "--json"), "store_readonly", 4)
    told(as_nobody("checkpoint", "export", office.ledger, office.stick, "--json"), "store_readonly", 4)
    told(as_nobody("backup", office.ledger, office.root / "b", "--json"), "file_unwritable", 4)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such users")
def test_a_ledger_that_may_not_be_read(open_to_all: Office):
    office = open_to_all
    (office.ledger / "ledger.sqlite").chmod(0)
    told(as_nobody("log", office.ledger, "--json"), "store_denied", 4)
    (office.ledger / "ledger.sqlite").chmod(0o444)
    office.anchor.chmod(0)
    told(as_nobody("verify", office.ledger, "--anchor", office.anchor, "--json"), "file_unreadable", 3)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_no_room_for_another_record(office: Office):
    """The limit stands for a full disk: nothing may grow beyond what it is."""
    size = office.size()
    act = office.paper()
    for limit in (1_000, 20_000, 33_000, 45_000, 70_000):

        def narrow(limit: int = limit) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        said = apart(narrow, "submit", office.ledger, act, "--key", office.key("li4d"), "--json")
        if said.code == 0:
            size += 1
            continue
        assert said.code == 4, said
        assert said.error["code"] in (
            "store_full", "store_io", "vault_full", "vault_io", "checkpoint_not_kept", "file_unwritable",
        )  # fmt: skip
    assert office.size() == size
    is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    assert set(office.verify().json["verdicts"].values()) == {"holds"}


def test_a_database_that_may_not_grow(office: Office, monkeypatch):
    """SQLite's own word for a full disk."""
    from ledger.store.sqlite import files

    opened = files.open_writer

    def small(*arguments, **how):
        connection = opened(*arguments, **how)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr(files, "open_writer", small)
    before = office.size()
    told_full = None
    for _ in range(20):
        said = office.submit("li4d", office.paper())
        if said.code != 0:
            told_full = said
            break
        before += 1
    assert told_full is not None
    told(told_full, "store_full", 4)
    assert office.size() == before
    office.nothing_leaked(told_full)
    monkeypatch.undo()
    is_accepted(office.submit("li4d", office.paper()))


def test_stdout_is_full(office: Office):
    """The act is on the ledger; that its answer could not be written is no success."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [COMMAND, "log", str(office.ledger), "--json"], stdout=full, stderr=subprocess.PIPE, timeout=60
        )
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr
