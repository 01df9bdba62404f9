"""Founding as one command does it: keys, papers, anchor and ledger, or nothing of it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ledger.audit import verify
from ledger.client import keyfile
from ledger.client.paper import from_paper
from ledger.desk import Desk
from ledger.errors import LedgerError
from ledger.files import whole
from ledger.keeping.founding import Plan, default_founders, found, fresh_id
from ledger.sealing import anchor
from ledger.sealing.algorithms import generate, key_id
from ledger.sealing.vkeys import WITNESS, VerifierKey
from ledger.store.sqlite.store import SQLiteStore
from tests.desk.office import CHEAP, HEAD, ORIGIN, PASSWORD, REGISTRAR, Clock

ROOT = Path(__file__).resolve().parents[2]
FOUNDERS = [("alice1", REGISTRAR), ("bobby1", HEAD)]


def witnesses(count=2):
    keys = [generate("ed25519") for _ in range(count)]
    return [(f"w{n}", VerifierKey.of(key, f"w{n}.example/w", WITNESS)) for n, key in enumerate(keys)]


def make(folder, location=None, **plan):
    told = Plan("某局", plan.pop("origin", ORIGIN), plan.pop("founders", FOUNDERS), **plan)
    return found(
        location or str(folder / "ledger"), told, folder / "keys", PASSWORD, clock=Clock(), cost=CHEAP
    )


class TestWhole:
    def test_everything_is_there(self, tmp_path):
        named = witnesses()
        made = make(tmp_path, witnesses=named, quorum="all")
        assert made.json() == {
            "ledger": made.ledger.hex(),
            "origin": ORIGIN,
            "size": 2,
            "founders": [
                {
                    "person": p,
                    "post": post,
                    "key": made.founders[n]["key"],
                    "file": str(tmp_path / "keys" / f"{p}.key"),
                }
                for n, (p, post) in enumerate(FOUNDERS)
            ],
            "anchor": str(tmp_path / "ledger" / "anchor.txt"),
        }
        report = verify(tmp_path / "ledger", anchors=[made.anchor], as_of=Clock()()).json()
        assert {f["code"] for f in report["failures"]} <= {"tail_not_witnessed"}
        told = anchor.parse(made.anchor.read_bytes())
        assert told.ledger == made.ledger
        assert [w.key for w in told.witnesses] == [key for _, key in named]

    def test_the_keys_open_and_are_those_of_the_ledger(self, tmp_path):
        made = make(tmp_path)
        with Desk.open(tmp_path / "ledger", clock=Clock()) as desk:
            for one in made.founders:
                file = keyfile.read(Path(one["file"]))
                private = file.unlock(PASSWORD)
                assert desk.state.keys[private.key_id].person == one["person"] == file.signer.person
                assert private.key_id.hex() == one["key"]
                assert (file.signer.post, file.signer.ledger) == (one["post"], made.ledger)
                paper = from_paper((tmp_path / "keys" / f"recovery-{one['person']}.txt").read_text("utf-8"))
                assert desk.state.keys[paper.key_id].use == "recovery"

    def test_nobody_else_reads_keys_and_papers(self, tmp_path):
        make(tmp_path)
        for path in (*(tmp_path / "keys").iterdir(), tmp_path / "ledger" / "desk.keys"):
            assert path.stat().st_mode & 0o077 == 0, path
        assert (tmp_path / "ledger" / "anchor.txt").stat().st_mode & 0o044

    def test_no_key_is_in_two_places(self, tmp_path):
        """Machine, checkpoint, founders and recovery: all different, none of them of a person at the desk."""
        make(tmp_path)
        with Desk.open(tmp_path / "ledger", clock=Clock()) as desk:
            ids = [*desk.state.keys, key_id("ed25519", desk._keyring.checkpoint.spki)]
            assert len(ids) == len(set(ids)) == 6

    @pytest.mark.parametrize("count", [2, 3, 5])
    def test_more_founders(self, tmp_path, count):
        founders = [*FOUNDERS, *((f"found{n}", f"office/p{n}") for n in range(count - 2))]
        made = make(tmp_path, founders=founders)
        assert made.json()["size"] == count
        report = verify(tmp_path / "ledger", as_of=Clock()()).json()
        assert not [f for f in report["failures"] if f["effect"] == "fails"]

    @pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
    def test_either_algorithm_for_persons(self, tmp_path, alg):
        make(tmp_path, alg=alg)
        with Desk.open(tmp_path / "ledger", clock=Clock()) as desk:
            assert {k.alg for k in desk.state.keys.values() if k.use == "act"} == {alg}

    def test_ids_are_drawn_at_random(self):
        assert len({fresh_id() for _ in range(200)}) == 200
        people = default_founders()
        assert [post for _, post in people] == [REGISTRAR, HEAD]

    @pytest.mark.parametrize(("quorum", "needed"), [("all", 3), ("any", 1), ("2", 2)])
    def test_quorums(self, tmp_path, quorum, needed):
        made = make(tmp_path, witnesses=witnesses(3), quorum=quorum)
        assert f"group together {needed} w0 w1 w2" in made.anchor.read_text("utf-8")

    def test_without_witnesses(self, tmp_path):
        assert "quorum none" in make(tmp_path).anchor.read_text("utf-8")


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "nobody": ({"founders": []}, "founding_wrong"),
    "one alone": ({"founders": FOUNDERS[:1]}, "founding_wrong"),
    "one person twice": ({"founders": [("alice1", REGISTRAR), ("alice1", HEAD)]}, "founding_wrong"),
    "one post for both": ({"founders": [("alice1", HEAD), ("bobby1", HEAD)]}, "founding_wrong"),
    "no person's id": ({"founders": [("A", REGISTRAR), ("bobby1", HEAD)]}, "not_an_act"),
    "a path for an id": ({"founders": [("../../x", REGISTRAR), ("bobby1", HEAD)]}, "not_an_act"),
    "no post": ({"founders": [("alice1", ""), ("bobby1", HEAD)]}, "not_an_act"),
    "the machine": ({"founders": [("machine", REGISTRAR), ("bobby1", HEAD)]}, "key_of_another"),
    "an origin without a path": ({"origin": "ledger.example"}, "founding_wrong"),
    "an origin that is no name": ({"origin": "a b"}, "bad_vkey"),
    "no origin": ({"origin": ""}, "bad_vkey"),
    "a duty without posts": ({"duties": {"office": []}}, "founding_wrong"),
    "a duty of odd posts": ({"duties": {"office": ["/"]}}, "not_an_act"),
    "no recovery": ({"recovery": 0}, "founding_wrong"),
    "more recovery than papers": ({"recovery": 3}, "founding_wrong"),
    "a kind there is not": ({"kind": "joke"}, "not_an_act"),
    "a tolerance of a day": ({"tolerance": 86_400_000_000}, "not_an_act"),
    "witnesses never due": ({"witness_due": 0}, "not_an_act"),
    "an algorithm there is not": ({"alg": "rsa"}, "bad_key"),
    "a quorum in words": ({"witnesses": witnesses(), "quorum": "most"}, "plan_unreadable"),
    "a quorum of none": ({"witnesses": witnesses(), "quorum": "0"}, "anchor_unreadable"),
    "a quorum of more than there are": ({"witnesses": witnesses(), "quorum": "3"}, "anchor_unreadable"),
    "one witness twice": ({"witnesses": witnesses()[:1] * 2}, "anchor_unreadable"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_plan_that_is_wrong_leaves_nothing(tmp_path, name):
    plan, code = WRONG[name]
    with pytest.raises(LedgerError) as error:
        make(tmp_path, **plan)
    assert error.value.code == code, error.value.facts
    assert not list(tmp_path.iterdir())


class TestOnDisk:
    def test_where_a_ledger_is(self, tmp_path):
        make(tmp_path)
        before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
        with pytest.raises(LedgerError, match="ledger_exists"):
            make(tmp_path)
        assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before

    def test_where_somebodys_keys_are(self, tmp_path):
        """No key file is ever overwritten; what was written before the one that hindered is taken back."""
        (tmp_path / "keys").mkdir()
        (tmp_path / "keys" / "bobby1.key").write_bytes(b"precious")
        with pytest.raises(LedgerError, match="file_exists"):
            make(tmp_path)
        assert [p.name for p in (tmp_path / "keys").iterdir()] == ["bobby1.key"]
        assert (tmp_path / "keys" / "bobby1.key").read_bytes() == b"precious"
        assert not (tmp_path / "ledger").exists()

    def test_where_recovery_papers_are(self, tmp_path):
        (tmp_path / "keys").mkdir()
        (tmp_path / "keys" / "recovery-bobby1.txt").write_bytes(b"precious")
        with pytest.raises(LedgerError, match="file_exists"):
            make(tmp_path)
        assert [p.name for p in (tmp_path / "keys").iterdir()] == ["recovery-bobby1.txt"]
        assert not (tmp_path / "ledger").exists()

    def test_where_no_folder_can_be(self, tmp_path):
        (tmp_path / "keys").write_bytes(b"")
        with pytest.raises(LedgerError, match="file_unwritable"):
            make(tmp_path)
        assert [p.name for p in tmp_path.iterdir()] == ["keys"]

    def test_without_a_password(self, tmp_path):
        plan = Plan("某局", ORIGIN, FOUNDERS)
        with pytest.raises(LedgerError, match="password_missing"):
            found(str(tmp_path / "ledger"), plan, tmp_path / "keys", "", clock=Clock(), cost=CHEAP)
        assert not list(tmp_path.rglob("*.*"))

    def test_keys_and_anchor_before_the_first_record(self, tmp_path, monkeypatch):
        seen: list[list[str]] = []
        append = SQLiteStore.append_records

        def watched(store, records, after):
            seen.append(sorted(p.name for p in tmp_path.rglob("*") if p.is_file() and "sqlite" not in p.name))
            return append(store, records, after)

        monkeypatch.setattr(SQLiteStore, "append_records", watched)
        make(tmp_path)
        names = [
            "alice1.key",
            "anchor.txt",
            "bobby1.key",
            "desk.keys",
            "recovery-alice1.txt",
            "recovery-bobby1.txt",
        ]
        assert seen == [names]

    @pytest.mark.parametrize("number", range(6))
    @pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
    def test_a_disk_that_fails_or_a_hand_that_stops_it(self, tmp_path, monkeypatch, number, error):
        """Whichever of the small files cannot be written: nothing stays, and it can be done again."""
        write, count = whole._write, [0]

        def failing(path, data, mode):
            count[0] += 1
            if count[0] == number + 1:
                raise error
            write(path, data, mode)

        with monkeypatch.context() as patch:
            patch.setattr(whole, "_write", failing)
            with pytest.raises((LedgerError, KeyboardInterrupt)) as caught:
                make(tmp_path)
        assert getattr(caught.value, "code", "stopped") in ("file_unwritable", "stopped")
        assert not [p for p in tmp_path.rglob("*") if p.is_file()]
        assert make(tmp_path).json()["size"] == 2

    def test_an_append_whose_answer_is_lost_keeps_the_keys(self, tmp_path, monkeypatch):
        append = SQLiteStore.append_records

        def lost(store, records, after):
            append(store, records, after)
            raise LedgerError("store_io", location="x", detail="y")

        with monkeypatch.context() as patch:
            patch.setattr(SQLiteStore, "append_records", lost)
            with pytest.raises(LedgerError, match="store_io"):
                make(tmp_path)
        assert len(list((tmp_path / "keys").iterdir())) == 4
        with Desk.open(tmp_path / "ledger", clock=Clock()) as desk:
            assert desk.state.founded

    @pytest.mark.untraced
    def test_killed_in_between(self, tmp_path):
        """There is a ledger with all its keys, or no record of one."""
        code = (
            "import sys; from pathlib import Path; from tests.keeping.test_founding import make;"
            "print('go', flush=True); make(Path(sys.argv[1]))"
        )
        for number in range(6):
            folder = tmp_path / str(number)
            child = subprocess.Popen(
                [sys.executable, "-c", code, str(folder)],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.readline()
            time.sleep(0.004 + number * 0.006)
            os.kill(child.pid, signal.SIGKILL)
            child.communicate()
            if not (folder / "ledger" / "desk.keys").exists():
                with pytest.raises(LedgerError):
                    Desk.open(folder / "ledger", clock=Clock())
                continue
            try:
                with Desk.open(folder / "ledger", clock=Clock()) as desk:
                    assert desk.state.founded
                    assert len(list((folder / "keys").glob("*.key"))) == 2
            except LedgerError as error:
                assert error.code in ("store_missing", "founding_unfinished"), error
