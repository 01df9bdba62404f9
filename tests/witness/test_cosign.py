"""A witness by file: what it cosigns, what it refuses and with which words, what it keeps."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ledger import files
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.notes import merge, parse
from ledger.sealing.opening import open_note
from ledger.witness import Cosigned, check_fork, cosign, home, init, remembered, stick
from tests.witness.office import CHEAP, ORIGIN, PASSWORD, Office, history

NAME = "oversight.example.gov/witness"


class Bench:
    """One office, one witness, a stick between them, a clock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office()
        self.home = folder / "见证"
        self.stick = folder / "U 盘"
        self.now = 1_700_000_000
        self.vkey = init(self.home, NAME, PASSWORD, clock=lambda: self.now, cost=CHEAP)

    def cosign(self, path: Path | None = None, **how) -> Cosigned:
        how = {"clock": lambda: self.now} | how
        return cosign(self.home, path or self.stick, PASSWORD, **how)

    def first(self, size: int = 5) -> Cosigned:
        self.office.export(self.stick, history(20), size)
        return self.cosign(accept=[self.office.vkey])

    def refused(self, code: str, **how) -> LedgerError:
        """The refusal; nothing new is remembered or handed out by it."""
        before = (self.home / "witness.state").read_bytes()
        (self.stick / "cosignature.txt").unlink(missing_ok=True)
        error = raised(code, lambda: self.cosign(**how))
        assert (self.home / "witness.state").read_bytes() == before
        assert not (self.stick / "cosignature.txt").exists()
        return error


def raised(code: str, action: Callable[[], object]) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        action()
    assert caught.value.code == code
    assert "未知" not in caught.value.message
    return caught.value


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


class TestSigns:
    def test_first_time_with_a_key_from_elsewhere(self, bench: Bench):
        done = bench.first()
        opened = open_note(stick.read_cosigned(bench.stick), [bench.office.vkey, bench.vkey])
        assert opened.ledger_keys == (bench.office.vkey,)
        assert opened.cosignatures == {bench.vkey: (bench.now,)}
        assert (done.note.size, done.old, done.witness) == (5, 0, bench.vkey)
        assert str(bench.vkey) == (bench.home / "witness.vkey").read_text(encoding="utf-8").strip()

    def test_what_continues(self, bench: Bench):
        bench.first()
        bench.now += 60
        bench.office.export(bench.stick, history(20), 12, 3, 5, 8)
        assert bench.cosign().old == 5
        known = remembered(bench.home).ledgers[ORIGIN]
        assert known.note.size == 12
        # What it remembers is the checkpoint with its own line: evidence by itself.
        assert open_note(known.note, [bench.office.vkey, bench.vkey]).cosignatures == {
            bench.vkey: (bench.now,)
        }

    def test_from_the_empty_tree_on(self, bench: Bench):
        bench.first(0)
        bench.office.export(bench.stick, history(20), 12)
        assert bench.cosign().note.size == 12

    def test_again_with_a_new_time(self, bench: Bench):
        bench.first()
        for _ in range(105):
            bench.now += 1
            bench.cosign()
        note = stick.read_cosigned(bench.stick)
        assert open_note(note, [bench.office.vkey, bench.vkey]).cosignatures == {bench.vkey: (bench.now,)}

    def test_beside_another_witness_of_the_same_checkpoint(self, bench: Bench, tmp_path: Path):
        bench.first()
        other = init(tmp_path / "other", "archive.example.gov/witness", PASSWORD, cost=CHEAP)
        cosign(tmp_path / "other", bench.stick, PASSWORD, accept=[bench.office.vkey])
        bench.now += 1
        bench.cosign()
        opened = open_note(stick.read_cosigned(bench.stick), [bench.office.vkey, bench.vkey, other])
        assert opened.cosignatures.keys() == {bench.vkey, other}
        assert len(opened.note.signatures) == 3

    def test_an_earlier_rounds_cosignature_gives_way(self, bench: Bench):
        bench.first()
        bench.office.export(bench.stick, history(20), 12, 5)
        assert not (bench.stick / "cosignature.txt").exists()
        (bench.stick / "cosignature.txt").write_text("rubbish", encoding="utf-8")
        bench.cosign()
        assert stick.read_cosigned(bench.stick).size == 12

    def test_strangers_lines_are_not_handed_on(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        stranger = Office("stranger.example/x")
        note = bench.office.note(history(20), 5)
        with_line = merge([note, parse(note.text + stranger.note(history(20), 5).text.split("\n\n")[1])])
        stick.write(bench.stick, with_line)
        assert len(bench.cosign(accept=[bench.office.vkey]).note.signatures) == 2

    def test_a_stick_that_is_one_file(self, bench: Bench):
        bench.first()
        tree = history(20)
        path = bench.folder / "one.txt"
        path.write_text(f"{tree.prove(5, 9).text}\n{bench.office.note(tree, 9).text}", encoding="utf-8")
        done = bench.cosign(path)
        assert done.path == bench.folder / "cosignature.txt"
        assert stick.read_cosigned(done.path).size == 9

    def test_several_ledgers_are_kept_apart(self, bench: Bench):
        bench.first(5)
        other = Office("other.gov/award")
        other.export(bench.stick, history(20, 0), 3)
        assert bench.cosign(accept=[other.vkey]).old == 0
        assert {o: r.note.size for o, r in remembered(bench.home).ledgers.items()} == {
            ORIGIN: 5, "other.gov/award": 3,
        }  # fmt: skip

    def test_a_new_key_of_the_ledger_is_accepted_by_hand(self, bench: Bench):
        bench.first(5)
        renewed = Office()
        renewed.export(bench.stick, history(20), 8, 5)
        bench.refused("bad_checkpoint")
        assert bench.cosign(accept=[renewed.vkey]).note.size == 8
        bench.office.export(bench.stick, history(20), 9, 8)
        assert bench.cosign().note.size == 9

    def test_copies_of_one_checkpoint_are_one(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        (bench.stick / "checkpoint (2).txt").write_bytes((bench.stick / "checkpoint.txt").read_bytes())
        assert bench.cosign(accept=[bench.office.vkey]).note.size == 5


class TestRefuses:
    def test_unknown_ledger_whatever_key_the_stick_offers(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        error = bench.refused("origin_unknown")
        assert str(bench.office.vkey) in error.message

    def test_a_key_of_another_ledger(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        bench.refused("accept_misfit", accept=[Office("other.gov/x").vkey])
        bench.refused("accept_misfit", accept=[bench.vkey])

    def test_a_checkpoint_under_another_key(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        bench.refused("bad_checkpoint", accept=[Office().vkey])

    def test_smaller(self, bench: Bench):
        bench.first(5)
        bench.office.export(bench.stick, history(20), 4, 3)
        bench.refused("checkpoint_older")

    def test_no_proof_from_the_size_it_knows(self, bench: Bench):
        bench.first(5)
        bench.office.export(bench.stick, history(20), 12, 4, 6)
        error = bench.refused("consistency_missing")
        assert error.facts["known"] == 5
        assert "--since 5" in (error.hint or "")

    def test_a_proof_that_is_none(self, bench: Bench):
        bench.first(5)
        tree = history(20)
        good = tree.prove(5, 12)
        for path in (good.path[::-1], good.path[:-1], (), (*good.path, bytes(32))):
            stick.write(bench.stick, bench.office.note(tree, 12), [good._replace(path=path)])
            bench.refused("consistency_wrong")

    def test_a_clock_that_went_back(self, bench: Bench):
        bench.first(5)
        bench.now -= 1
        bench.refused("witness_clock_back")
        bench.now += 1
        assert bench.cosign().seconds == bench.now

    def test_a_clock_before_the_witness_was_made(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        bench.now = 946_684_800  # the battery was empty
        bench.refused("witness_clock_back", accept=[bench.office.vkey])

    def test_two_checkpoints_of_different_sizes(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        text = bench.office.note(history(20), 6).text
        (bench.stick / "checkpoint-new.txt").write_text(text, encoding="utf-8")
        bench.refused("stick_ambiguous", accept=[bench.office.vkey])

    def test_two_ledgers_on_one_stick(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        text = Office("other.gov/x").note(history(20), 5).text
        (bench.stick / "checkpoint-new.txt").write_text(text, encoding="utf-8")
        bench.refused("stick_ambiguous", accept=[bench.office.vkey])

    def test_wrong_password(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        raised("password_wrong", lambda: cosign(bench.home, bench.stick, "x", accept=[bench.office.vkey]))

    @pytest.mark.parametrize(
        ("content", "code"),
        [
            (b"", "stick_empty"),
            (b"\n", "bad_checkpoint"),
            (b"hello\n", "bad_checkpoint"),
            (b"\xff\xfe", "stick_unreadable"),
            ("没有换行".encode(), "stick_unreadable"),
            (b"a\r\nb\r\n", "stick_unreadable"),
            (b"old x\n", "stick_unreadable"),
            (b"old 5\n", "stick_unreadable"),
            (b"old 5 AAAA\n", "stick_unreadable"),
            (b"old 5 " + b"A" * 43 + b"=\nB===\n", "stick_unreadable"),
            (b"x" * 1_100_000, "file_too_long"),
        ],
    )
    def test_rubbish_on_the_stick(self, bench: Bench, content: bytes, code: str):
        bench.stick.mkdir()
        (bench.stick / "checkpoint.txt").write_bytes(content)
        bench.refused(code, accept=[bench.office.vkey])

    def test_nothing_there(self, bench: Bench):
        bench.stick.mkdir()
        bench.refused("stick_empty")
        bench.refused("file_unreadable", path=bench.folder / "elsewhere")
        raised("stick_not_cosigned", lambda: stick.read_cosigned(bench.stick))


class TestForks:
    def test_another_root_at_the_size_it_cosigned(self, bench: Bench, tmp_path: Path):
        bench.first(5)
        bench.office.export(bench.stick, history(20, 3), 5)
        error = bench.refused("fork")
        self.proves(bench, Path(str(error.facts["path"])), 5, 5)

    def test_a_rebuilt_history_that_has_grown_and_is_honestly_proven(self, bench: Bench):
        """The owner rebuilds the ledger with all its keys and exports it with the same software."""
        for size in (5, 8, 13):
            bench.first(size) if size == 5 else None
            bench.office.export(bench.stick, history(20), size, *range(1, size))
            bench.cosign()
            bench.office.export(bench.stick, history(20, 3), size + 4, *range(1, size + 4))
            error = bench.refused("fork")
            self.proves(bench, Path(str(error.facts["path"])), size, size + 4)
        # The true history may go on.
        bench.office.export(bench.stick, history(20), 20, 13)
        assert bench.cosign().note.size == 20

    def test_two_on_one_stick_even_when_the_ledger_was_never_seen(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 7)
        text = bench.office.note(history(20, 2), 7).text
        with (bench.stick / "checkpoint.txt").open("ab") as file:
            file.write(b"\n" + text.encode())
        error = bench.refused("fork", accept=[bench.office.vkey])
        self.proves(bench, Path(str(error.facts["path"])), 7, 7)

    def test_a_fork_is_told_even_while_the_clock_is_wrong(self, bench: Bench):
        bench.first(5)
        bench.now -= 1000
        bench.office.export(bench.stick, history(20, 3), 5)
        bench.refused("fork")

    def test_nobody_can_frame_the_office(self, bench: Bench):
        """A proof whose claimed old root is made up, or a note under another key, is no fork."""
        bench.first(5)
        tree, forged = history(20), history(20, 3)
        for proof in (
            forged.prove(5, 12),
            tree.prove(5, 12)._replace(root=forged.root(5), path=forged.prove(5, 12).path),
            tree.prove(5, 12)._replace(root=forged.root(5), path=()),
        ):
            stick.write(bench.stick, bench.office.note(tree, 12), [proof])
            bench.refused("consistency_wrong")
        Office().export(bench.stick, forged, 5)
        bench.refused("bad_checkpoint")
        # A false root beside a good proof says nothing: the witness goes by the root it knows.
        stick.write(bench.stick, bench.office.note(tree, 12), [tree.prove(5, 12)._replace(root=bytes(32))])
        assert bench.cosign().note.size == 12
        assert not list(bench.home.glob("fork-*"))

    def proves(self, bench: Bench, path: Path, first: int, second: int) -> None:
        """A third person with nothing but the file and the ledger's key."""
        data = path.read_bytes()
        fork = check_fork(data, [bench.office.vkey])
        assert (fork.first.size, fork.second.size) == (first, second)
        assert (fork.proof is None) == (first == second)
        assert check_fork(data.decode(), [bench.office.vkey]) == fork
        raised("fork_proof_wrong", lambda: check_fork(data, [Office().vkey]))
        raised("fork_proof_wrong", lambda: check_fork(data, [bench.vkey]))
        raised("fork_proof_wrong", lambda: check_fork(data[:-20], [bench.office.vkey]))
        for at in range(0, len(data), 7):
            changed = bytearray(data)
            changed[at] ^= 1
            try:
                assert check_fork(bytes(changed), [bench.office.vkey])
            except LedgerError as error:
                assert error.code == "fork_proof_wrong"


class TestHome:
    def test_never_overwritten(self, bench: Bench):
        before = {p.name: p.read_bytes() for p in bench.home.iterdir()}
        raised("witness_exists", lambda: init(bench.home, NAME, PASSWORD, cost=CHEAP))
        assert {p.name: p.read_bytes() for p in bench.home.iterdir()} == before

    @pytest.mark.parametrize("name", ["", "with space", "plus+sign", "line\nbreak"])
    def test_names_that_cannot_be(self, tmp_path: Path, name: str):
        raised("bad_vkey", lambda: init(tmp_path / "w", name, PASSWORD, cost=CHEAP))
        assert not (tmp_path / "w").exists()

    def test_no_password_no_witness(self, tmp_path: Path):
        raised("password_missing", lambda: init(tmp_path / "w", NAME, ""))
        assert not (tmp_path / "w").exists()

    def test_no_place(self, tmp_path: Path):
        (tmp_path / "file").touch()
        raised("file_unwritable", lambda: init(tmp_path / "file" / "w", NAME, PASSWORD, cost=CHEAP))

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
    def test_only_the_owner_may_read_the_key(self, bench: Bench):
        assert (bench.home / "witness.key").stat().st_mode & 0o777 == 0o600

    def test_an_interrupted_making_is_begun_again(self, bench: Bench):
        (bench.home / "witness.key").unlink()
        raised("witness_missing", bench.cosign)
        bench.vkey = init(bench.home, NAME, PASSWORD, clock=lambda: bench.now, cost=CHEAP)
        assert bench.first().note.size == 5

    def test_without_its_memory_it_signs_nothing(self, bench: Bench):
        bench.first()
        state = bench.home / "witness.state"
        whole = state.read_bytes()
        state.unlink()
        raised("witness_damaged", bench.cosign)
        for content in (
            b"",
            whole[:-30],
            whole.replace(b'"seconds": 17', b'"seconds": 16'),
            b"{}",
            b"[]",
            b"\xff",
        ):
            state.write_bytes(content)
            raised("witness_damaged", bench.cosign)
        state.write_bytes(whole)
        bench.cosign()

    def test_the_memory_of_another_witness(self, bench: Bench, tmp_path: Path):
        init(tmp_path / "other", NAME, PASSWORD, cost=CHEAP)
        bench.office.export(bench.stick, history(20), 5)
        (bench.home / "witness.state").write_bytes((tmp_path / "other" / "witness.state").read_bytes())
        raised("witness_damaged", lambda: bench.cosign(accept=[bench.office.vkey]))

    @pytest.mark.parametrize(
        ("name", "changes"),
        [
            ("witness.state", {"witness": "x"}),
            ("witness.state", {"seconds": "1"}),
            ("witness.state", {"ledgers": []}),
            ("witness.state", {"ledgers": {ORIGIN: {"keys": [], "note": "x"}}}),
            ("witness.state", {"ledgers": {ORIGIN: None}}),
            ("witness.key", {"vkey": None}),
            ("witness.key", {"vkey": "a+b+c"}),
            ("witness.key", {"kdf": None}),
        ],
    )
    def test_contents_that_cannot_be(self, bench: Bench, name: str, changes: dict[str, object]):
        bench.office.export(bench.stick, history(20), 5)
        members = json.loads((bench.home / name).read_bytes()) | changes
        (bench.home / name).write_bytes(jsonfile.dump(jsonfile.with_sum(members)))
        raised("witness_damaged", lambda: bench.cosign(accept=[bench.office.vkey]))

    def test_a_memory_filed_under_another_ledgers_name(self, bench: Bench):
        bench.first()
        path = bench.home / "witness.state"
        members = json.loads(path.read_bytes())
        members["ledgers"]["other.gov/x"] = members["ledgers"].pop(ORIGIN)
        path.write_bytes(jsonfile.dump(jsonfile.with_sum(members)))
        raised("witness_damaged", bench.cosign)

    def test_the_key_of_another_name(self, bench: Bench):
        other = init(bench.folder / "other", "other/witness", PASSWORD, cost=CHEAP)
        members = json.loads((bench.home / "witness.key").read_bytes()) | {"vkey": str(other)}
        (bench.home / "witness.key").write_bytes(jsonfile.dump(jsonfile.with_sum(members)))
        (bench.home / "witness.state").write_bytes((bench.folder / "other" / "witness.state").read_bytes())
        bench.office.export(bench.stick, history(20), 5)
        raised("password_wrong", lambda: bench.cosign(accept=[bench.office.vkey]))

    def test_newer(self, bench: Bench):
        members = json.loads((bench.home / "witness.state").read_bytes()) | {"review-ledger witness state": 2}
        (bench.home / "witness.state").write_bytes(jsonfile.dump(members))
        raised("witness_newer", bench.cosign)

    def test_one_at_a_time(self, bench: Bench):
        bench.office.export(bench.stick, history(20), 5)
        with home.alone(bench.home):
            raised("witness_busy", lambda: bench.cosign(accept=[bench.office.vkey]))
        bench.cosign(accept=[bench.office.vkey])

    def test_nothing_leaves_before_the_memory_is_safe(self, bench: Bench, monkeypatch: pytest.MonkeyPatch):
        bench.first()
        bench.office.export(bench.stick, history(20), 9, 5)

        def full(path: Path, *rest: object, **more: object) -> None:
            assert path.name == "witness.state"
            raise LedgerError("file_unwritable", path=str(path), detail="full")

        monkeypatch.setattr(files, "replace", full)
        bench.refused("file_unwritable")

    def test_synced_before_it_is_handed_out(self, bench: Bench, monkeypatch: pytest.MonkeyPatch):
        order: list[str] = []
        real_sync, real_replace = os.fsync, Path.replace

        def synced(handle: int) -> None:
            order.append("sync")
            real_sync(handle)

        monkeypatch.setattr(os, "fsync", synced)

        def renamed(path: Path, target: Path) -> Path:
            order.append(target.name)
            return real_replace(path, target)

        monkeypatch.setattr(Path, "replace", renamed)
        bench.first()
        state, out = order.index("witness.state"), order.index("cosignature.txt")
        assert order[state - 1] == "sync"
        assert order[state + 1] == "sync"
        assert state < out
