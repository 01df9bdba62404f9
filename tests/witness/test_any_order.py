"""Whatever sticks arrive in whatever order, and whenever the witness is interrupted: no two roots for one size,
nothing that does not continue, no time that goes back."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ledger import files
from ledger.errors import LedgerError
from ledger.sealing.notes import Note
from ledger.sealing.opening import examine
from ledger.witness import check_fork, cosign, home, init, stick
from tests.witness.office import CHEAP, PASSWORD, Office, history

MOST = 12
# Three histories under one key: they part after 3 and after 7 records.
TREES = {"true": history(MOST), "early": history(MOST, 3, "e"), "late": history(MOST, 7, "l")}
OFFICE = Office()
REFUSALS = {
    "bad_checkpoint", "checkpoint_older", "consistency_missing", "consistency_wrong", "fork", "origin_unknown",
    "stick_ambiguous", "witness_clock_back",
}  # fmt: skip

SIZE = st.integers(0, MOST)
NAME = st.sampled_from(sorted(TREES))
PROOF = st.tuples(NAME, SIZE, SIZE).map(lambda p: TREES[p[0]].prove(min(p[1:]), max(p[1:])))


class Cut(BaseException):
    """The power is gone."""


class Witness(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        # What is synced when is another test's; here thousands of sticks arrive.
        self.unsynced = patch.object(os, "fsync", lambda handle: None)
        self.unsynced.start()
        self.scratch = TemporaryDirectory()
        self.folder = Path(self.scratch.name)
        self.home = self.folder / "witness"
        self.now = 1_700_000_000
        self.vkey = init(self.home, "w", PASSWORD, clock=lambda: self.now, cost=CHEAP)
        self.signed: list[tuple[int, Note]] = []

    @rule(name=NAME, size=SIZE, later=st.integers(-30, 60))
    def stick_of_an_honest_export(self, name: str, size: int, later: int) -> None:
        self.now += later
        last = self.last()
        code = self.cosign(self.export(OFFICE, name, size, range(size)), "")
        follows = last is None or (size >= last.size and TREES[name].root(last.size) == last.root)
        assert code in ((None, "witness_clock_back") if follows else ("checkpoint_older", "fork"))

    @rule(
        name=NAME,
        size=SIZE,
        olds=st.sets(SIZE),
        others=st.lists(PROOF, max_size=3),
        second=st.none() | st.tuples(NAME, SIZE),
        own_key=st.booleans(),
    )
    def stick_of_any_content(self, name, size, olds, others, second, own_key) -> None:
        office = OFFICE if own_key else Office()
        path = self.export(office, name, size, (old for old in olds if old <= size), others)
        if second is not None:
            (path / "checkpoint2.txt").write_text(OFFICE.note(TREES[second[0]], second[1]).text, "utf-8")
        self.cosign(path, "")

    @rule(
        name=NAME,
        size=SIZE,
        cut=st.sampled_from(["before state", "after state", "before stick", "after stick"]),
    )
    def power_goes(self, name: str, size: int, cut: str) -> None:
        self.cosign(self.export(OFFICE, name, size, range(size)), cut)

    def export(self, office: Office, name: str, size: int, olds, others=()) -> Path:
        path = self.folder / "stick"
        proofs = [*others, *(TREES[name].prove(old, size) for old in olds)]
        stick.write(path, office.note(TREES[name], size), proofs, [office.vkey])
        (path / "checkpoint2.txt").unlink(missing_ok=True)
        return path

    def cosign(self, path: Path, cut: str) -> str | None:
        """The code of the refusal, if any; whatever left the house is noted, refused or not."""
        real = files.replace

        def replace(at: Path, data: bytes, *, mode: int = 0o600) -> None:
            when, _, what = cut.partition(" ")
            hit = what == {"witness.state": "state", "cosignature.txt": "stick"}.get(at.name)
            if hit and when == "before":
                raise Cut
            real(at, data, mode=mode)
            if hit and when == "after":
                raise Cut

        code = None
        with patch.object(files, "replace", replace):
            try:
                cosign(self.home, path, PASSWORD, accept=[OFFICE.vkey], clock=lambda: self.now)
            except LedgerError as error:
                code = error.code
                assert code in REFUSALS
                if code == "fork":
                    check_fork(Path(str(error.facts["path"])).read_bytes(), [OFFICE.vkey])
            except Cut:
                code = "cut"
        self.collect(path)
        return code

    def collect(self, path: Path) -> None:
        """Every signature that anybody could get hold of: on the stick, and in the witness's own folder."""
        found = [each.note for each in home.load_state(self.home).ledgers.values()]
        if (path / "cosignature.txt").exists():
            found.append(stick.read_cosigned(path))
        for note in found:
            for seconds in examine(note, [OFFICE.vkey, self.vkey]).cosignatures.get(self.vkey, ()):
                if (seconds, note) not in self.signed:
                    self.signed.append((seconds, note))

    def last(self) -> Note | None:
        return next((each.note for each in home.load_state(self.home).ledgers.values()), None)

    @invariant()
    def one_history(self) -> None:
        if not hasattr(self, "signed"):
            return
        roots = {note.size: note.root for _, note in self.signed}
        assert all(roots[note.size] == note.root for _, note in self.signed)
        assert any(all(tree.root(size) == root for size, root in roots.items()) for tree in TREES.values())
        times = [seconds for seconds, _ in self.signed]
        assert times == sorted(times)
        assert [note.size for _, note in self.signed] == sorted(note.size for _, note in self.signed)

    def teardown(self) -> None:
        if hasattr(self, "scratch"):
            self.unsynced.stop()
            self.scratch.cleanup()


TestWitness = Witness.TestCase
