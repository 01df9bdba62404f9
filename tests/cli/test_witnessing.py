"""checkpoint and witness: the round by stick, what a witness refuses, and the proof it keeps."""

import shutil

import pytest

from tests.cli.office import ORIGIN, SIZE, WITNESSES, Office
from tests.cli.shapes import HEX, INSTANT, is_accepted
from tests.cli.typing_in import cheap_keys, run


def test_witness_init(shared: Office):
    for name in WITNESSES:
        said = shared.said[f"init {name}"]
        assert said.code == 0
        assert list(said.json) == ["name", "vkey", "folder"]
        assert said.json["vkey"].startswith(f"{name}.example/witness+")
        assert (shared.witness(name) / "witness.key").stat().st_mode & 0o077 == 0
        again = run("witness", "init", shared.witness(name), "--name", "x.example/y", "--json")
        assert (again.error["code"], again.code) == ("witness_exists", 2)


def test_a_witness_wants_a_password_and_a_name(tmp_path):
    said = run("witness", "init", tmp_path / "w", "--name", "x.example/y", "--json", password=None)
    assert (said.error["code"], said.code) == ("password_missing", 4)
    with cheap_keys():
        said = run("witness", "init", tmp_path / "w", "--name", "有 空格", "--json")
    assert (said.error["code"], said.code) == ("bad_vkey", 3)
    assert not list(tmp_path.rglob("witness.key"))


def test_a_full_round(office: Office):
    is_accepted(office.submit("li4d", office.paper()))
    size = SIZE + 1
    out = office.export("--since", "3", "--since", "7")
    assert out.code == 0
    assert list(out.json) == ["size", "root", "stick"]
    assert out.json["size"] == size
    half = office.run("checkpoint import", office.stick)
    assert (half.error["code"], half.code) == ("stick_not_cosigned", 3)
    for number, name in enumerate(WITNESSES, 1):
        said = office.cosign(name)  # it knows the ledger from the first round
        assert said.code == 0
        assert list(said.json) == ["size", "root", "since", "at", "witness", "file"]
        assert (said.json["size"], said.json["root"], said.json["since"]) == (size, out.json["root"], SIZE)
        assert INSTANT(said.json["at"])
        back = office.run("checkpoint import", office.stick)
        assert back.code == 0
        assert list(back.json) == ["size", "root", "note", "cosigned_by", "published"]
        assert len(back.json["cosigned_by"]) == number
        assert back.json["published"] is (number == 2)
    assert set(office.verify().json["verdicts"].values()) == {"holds"}
    shown = office.run("checkpoint show")
    assert [(c["size"], c["published"]) for c in shown.json["checkpoints"]] == [(SIZE, True), (size, True)]
    assert f"{size}:{out.json['root']}" in run("checkpoint", "show", office.ledger).out


def test_what_a_witness_remembers(shared: Office):
    said = run("witness", "show", shared.witness("archive"), "--json")
    assert said.code == 0
    (row,) = said.json["ledgers"]
    assert list(row) == ["origin", "size", "root", "note"]
    assert (row["origin"], row["size"], row["root"]) == (ORIGIN, SIZE, shared.said["import"].json["root"])
    assert f"{SIZE}:{row['root']}" in run("witness", "show", shared.witness("archive")).out
    nobody = run("witness", "show", shared.root, "--json")
    assert (nobody.error["code"], nobody.code) == ("witness_missing", 4)


def test_a_witness_meets_a_ledger_it_does_not_know(office: Office):
    with cheap_keys():
        vkey = run("witness", "init", office.witness("new"), "--name", "n.example/w", "--json").json["vkey"]
    assert office.export().code == 0
    said = office.cosign("new")
    assert (said.error["code"], said.code) == ("origin_unknown", 2)
    wrong = office.cosign("new", "--accept", office.said["init archive"].json["vkey"])
    assert (wrong.error["code"], wrong.code) == ("accept_misfit", 2)
    broken = office.cosign("new", "--accept", "x+y+z")
    assert (broken.error["code"], broken.code) == ("bad_vkey", 3)
    offered = (office.stick / "ledger.txt").read_text("utf-8").strip()
    said = office.cosign("new", "--accept", offered)
    assert (said.code, said.json["since"], said.json["witness"]) == (0, 0, vkey)


def test_a_wrong_password_signs_nothing(office: Office):
    office.export()
    said = run("witness", "cosign", office.witness("archive"), office.stick, "--json", password="别的口令")
    assert (said.error["code"], said.code) == ("password_wrong", 4)
    assert not (office.stick / "cosignature.txt").exists()


def test_a_stick_with_two_checkpoints(office: Office):
    office.export()
    shutil.copy(office.stick / "checkpoint.txt", office.root / "first.txt")
    is_accepted(office.submit("li4d", office.paper()))
    office.export()
    shutil.copy(office.root / "first.txt", office.stick / "checkpoint (2).txt")
    before = (office.witness("archive") / "witness.state").read_bytes()
    said = office.cosign("archive")
    assert (said.error["code"], said.code) == ("stick_ambiguous", 2)
    assert (office.witness("archive") / "witness.state").read_bytes() == before
    assert not (office.stick / "cosignature.txt").exists()


def test_an_empty_stick_and_one_that_is_none(office: Office):
    empty = office.root / "empty"
    empty.mkdir()
    for stick, code in ((empty, "stick_empty"), (office.root / "nosuch", "file_unreadable")):
        said = run("witness", "cosign", office.witness("archive"), stick, "--json")
        assert (said.error["code"], said.code) == (code, 3)
    (empty / "checkpoint.txt").write_bytes("检查点".encode("gbk"))
    said = run("witness", "cosign", office.witness("archive"), empty, "--json")
    assert said.code == 3


def forked(office: Office) -> tuple[Office, Office]:
    """Two continuations of one ledger, as an owner who tells two stories would make them."""
    other = office.copy(office.root.parent / "另一套")
    for each in (office, other):
        is_accepted(each.submit("li4d", each.paper()))
        is_accepted(each.submit("li4d", each.paper()))
    return office, other


def test_a_fork_is_refused_and_proven(office: Office):
    office, other = forked(office)
    assert office.publish().code == 0
    is_accepted(other.submit("li4d", other.paper()))
    assert other.export("--since", str(SIZE + 2)).code == 0
    said = run("witness", "cosign", office.witness("archive"), other.stick, "--json")
    assert (said.error["code"], said.code) == ("fork", 1)
    assert said.error["facts"]["size"] == SIZE + 2
    assert not (other.stick / "cosignature.txt").exists()
    proof = said.error["facts"]["path"]
    vkey = (office.stick / "ledger.txt").read_text("utf-8").strip()
    shown = run("witness", "check-fork", proof, "--vkey", vkey, "--json")
    assert shown.code == 0
    assert list(shown.json) == ["origin", "first", "second"]
    assert shown.json["origin"] == ORIGIN
    assert (shown.json["first"]["size"], shown.json["second"]["size"]) == (SIZE + 2, SIZE + 3)
    assert all(HEX(shown.json[name]["root"]) for name in ("first", "second"))
    wrong = run("witness", "check-fork", proof, "--vkey", office.said["init archive"].json["vkey"], "--json")
    assert (wrong.error["code"], wrong.code) == ("fork_proof_wrong", 1)
    no_proof = run("witness", "check-fork", office.stick / "checkpoint.txt", "--vkey", vkey, "--json")
    assert (no_proof.error["code"], no_proof.code) == ("fork_proof_wrong", 1)


def test_two_stories_on_one_stick_are_a_fork(office: Office):
    office, other = forked(office)
    office.export()
    other.export()
    shutil.copy(other.stick / "checkpoint.txt", office.stick / "checkpoint2.txt")
    said = office.cosign("archive")
    assert (said.error["code"], said.code) == ("fork", 1)


def test_a_ledger_shown_its_own_longer_checkpoint_stops(office: Office):
    """The stick comes back to a ledger that has meanwhile been put back to an older state."""
    older = office.copy(office.root.parent / "旧备份")
    is_accepted(office.submit("li4d", office.paper()))
    office.publish()
    said = older.run("checkpoint import", office.stick)
    assert (said.error["code"], said.code) == ("ledger_behind", 4)
    assert f"第 {SIZE + 1} 至 {SIZE + 1} 条" in said.error["message"]
    before = older.state()
    refused = older.submit("li4d", older.paper())
    assert (refused.error["code"], refused.code) == ("ledger_behind", 4)
    assert older.run("log").code == 0
    assert older.state() == before


@pytest.mark.parametrize("since", ["0", "-5"])
def test_export_since_sizes_that_prove_nothing(office: Office, since):
    assert office.export("--since", since).code == 0


def test_export_since_a_size_beyond_the_end(office: Office):
    said = office.export("--since", "99")
    assert (said.error["code"], said.code) == ("ledger_behind", 4)


def test_a_stick_that_cannot_be_written(office: Office):
    office.stick.rename(office.root / "weg")
    office.stick.write_text("a file where the stick should be")
    said = office.export()
    assert (said.error["code"], said.code) == ("file_unwritable", 4)
    assert "没有" in said.error["message"] or "文件" in said.error["message"]
