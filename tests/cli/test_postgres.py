"""The same commands on a postgresql:// LEDGER, and that its password is never told."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from tests.cli.office import AUTHORITY, CLERK, ORIGIN, Office
from tests.cli.shapes import is_accepted, is_refused
from tests.cli.typing_in import Said, cheap_keys, run

pytestmark = pytest.mark.postgres


class Server:
    """A ledger in a database, and the folder beside it."""

    def __init__(self, url: str, root: Path) -> None:
        self.ledger = f"{url}?schema=award_2026"
        self.root, self.home = root, root / "本机"
        self.secret = urlsplit(url).password or ""
        self.all: list[Said] = []

    def run(self, command: str, *arguments: object, home: bool = True, **how) -> Said:
        beside = ("--home", self.home) if home else ()
        said = run(*command.split(), self.ledger, *arguments, *beside, "--json", **how)
        self.all.append(said)
        return said

    def key(self, person: str) -> Path:
        return self.root / f"{person}.key"

    def found(self) -> Said:
        people = ["--founder", f"zhao1a:{CLERK}", "--founder", "qian2b:oversight/head"]
        with cheap_keys():
            return self.run("new", "--authority", AUTHORITY, "--origin", ORIGIN, "--keys", self.root, *people)


@pytest.fixture
def server(postgres_database, tmp_path) -> Server:
    return Server(postgres_database, tmp_path)


def form(tmp_path: Path) -> Path:
    return Office(tmp_path).paper()


def test_a_ledgers_life_on_a_server(server: Server, tmp_path):
    made = server.found()
    assert made.code == 0, made
    assert list(made.json) == ["ledger", "origin", "size", "founders", "anchor"]
    anchor = server.home / "anchor.txt"
    assert made.json["anchor"] == str(anchor)
    body = is_accepted(server.run("submit", form(tmp_path), "--key", server.key("zhao1a")))
    assert body["position"] == 3
    assert is_refused(server.run("submit", form(tmp_path), "--key", server.key("qian2b")))["recorded_as"] == 4
    rows = server.run("log", home=False).json["records"]
    assert [row["type"] for row in rows][-2:] == ["document_registered", "act_refused"]
    assert server.run("log", "--at", "2", home=False).json["records"] == rows[:2]
    assert server.run("log", "--at", rows[2]["recorded_at"], home=False).json["records"][:3] == rows[:3]
    assert [row["state"] for row in server.run("key list", home=False).json["keys"]].count("confirmed") == 5
    shown = server.run("log", "--key", server.key("qian2b")).json["records"]
    assert shown[2]["commitments"]["number"]["state"] == "present"
    found = server.run("verify", "--anchor", anchor, "--accept-undecided")
    assert found.code == 0, found
    assert found.json["commitments"]["present"] == 2
    assert server.run("checkpoint export", tmp_path / "stick").code == 0
    assert server.run("prove record", "3").code == 0
    assert server.run("prove consistency", "2", "5", home=False).code == 0
    assert server.run("migrate", home=False).json == {"migrated": True}
    assert server.run("reindex", home=False).json["size"] == 5
    saved = server.run("backup", tmp_path / "backup")
    assert saved.code == 0, saved
    back = run("restore", tmp_path / "backup", tmp_path / "back", "--json")
    assert back.code == 0, back
    folder = run("verify", tmp_path / "back", "--anchor", anchor, "--accept-undecided", "--json")
    assert (folder.code, folder.json["root"]) == (0, saved.json["root"])
    nothing_told(server)


def test_errors_never_tell_the_password(server: Server, tmp_path):
    assert server.found().code == 0
    assert server.found().error["code"] == "ledger_exists"
    assert run("restore", tmp_path, server.ledger, "--json").code == 3
    server.run("backup", tmp_path / "b")
    server.all.append(run("restore", tmp_path / "b", server.ledger, "--json"))
    assert server.all[-1].error["code"] == "restore_needs_folder"
    bad = server.ledger.replace("award_2026", "nosuch")
    for command in ("log", "verify", "key list", "migrate", "reindex"):
        server.all.append(run(*command.split(), bad, "--json"))
        assert server.all[-1].error["code"] == "store_missing"
    for url in (
        server.ledger.replace(server.secret, "wrong-secret"),
        server.ledger.replace("/t", "/nosuch_t"),
        server.ledger + "&sslmode=nosuch",
        server.ledger.replace("127.0.0.1:", "127.0.0.1:1"),
        server.ledger.replace("award_2026", "Bad-Name"),
        f"postgresql://postgres:{server.secret}@127.0.0.1:abc/x",
        f"postgresql://postgres:{server.secret}@[::1/x",
    ):
        for command in ("log", "verify"):
            said = run(command, url, "--json")
            assert said.code in (2, 3, 4), said
            assert "wrong-secret" not in said.out
            server.all.append(said)
    nothing_told(server)


def test_a_record_changed_on_the_server_is_found(server: Server, tmp_path):
    server.found()
    server.run("submit", form(tmp_path), "--key", server.key("zhao1a"))
    url = server.ledger.partition("?")[0]
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ALTER TABLE award_2026.record DISABLE TRIGGER ALL")
        connection.execute("UPDATE award_2026.record SET bytes = bytes || '\\x00' WHERE position = 3")
    said = server.run("verify", "--anchor", server.home / "anchor.txt")
    assert said.code == 1
    assert ("not_canonical", 3) in {(f["code"], f["position"]) for f in said.json["failures"]}
    nothing_told(server)


def test_two_ledgers_of_one_machine_do_not_meet(postgres_database, tmp_path, monkeypatch):
    """Without --home each has a folder of its own in the user's data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = []
    with cheap_keys():
        for schema in ("one", "two"):
            said = run(
                "new", f"{postgres_database}?schema={schema}", "--authority", AUTHORITY, "--origin", ORIGIN,
                "--keys", tmp_path / schema, "--json",
            )  # fmt: skip
            assert said.code == 0, said
            made.append(said.json["anchor"])
    assert made[0] != made[1]
    assert all(Path(each).is_file() for each in made)


def nothing_told(server: Server) -> None:
    assert server.secret
    for said in server.all:
        assert server.secret not in said.out, said
        assert server.secret not in said.stderr, said
        json.loads(said.out)
