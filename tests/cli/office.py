"""An office with its ledger, made by the commands alone, and everything they answered on the way."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.typing_in import Said, cheap_keys, run

AUTHORITY = "某市质量奖评审委员会"
ORIGIN = "ledger.example.gov.cn/cli"
REGISTRAR, HEAD, KEEPER, CLERK = "office/registrar", "oversight/head", "archive/keeper", "office/clerk"
FOUNDERS = {"zhao1a": REGISTRAR, "qian2b": HEAD, "sun3c": KEEPER}
WITNESSES = ("oversight", "archive")
SIZE = 12
"""Records of the ledger when it is made."""
SECRET_NUMBER = "密字〔2026〕9527号"
SECRET_FILE = "不得外泄的正文"


@dataclass
class Office:
    """One ledger and what belongs to it, all in one folder. `said`: the answers while it was made."""

    root: Path
    said: dict[str, Said] = field(default_factory=dict)

    @property
    def ledger(self) -> Path:
        return self.root / "账本 一"

    @property
    def anchor(self) -> Path:
        return self.root / "anchor.txt"

    @property
    def stick(self) -> Path:
        return self.root / "U盘"

    def key(self, person: str) -> Path:
        return self.root / "keys" / f"{person}.key"

    def witness(self, name: str) -> Path:
        return self.root / "witnesses" / name

    def copy(self, root: Path) -> Office:
        """The same office elsewhere."""
        shutil.copytree(self.root, root)
        return Office(root, self.said)

    # ---- what officers do all day ----

    def run(self, command: str, *arguments: object, **how: Any) -> Said:
        """A command on this ledger, with --json."""
        return run(*command.split(), self.ledger, *arguments, "--json", **how)

    def form(self, kind: str, data: dict[str, Any], **parts: Any) -> Path:
        """An ACT.json."""
        path = self.root / "act.json"
        form = {"type": kind, "at": "2026-03-09", "data": data, **parts}
        path.write_text(json.dumps(form, ensure_ascii=False), "utf-8")
        return path

    def paper(self, **parts: Any) -> Path:
        """An ACT.json that registers a document."""
        data = {
            "date": "2026-03-06", "file": "不是附件，只是一句话", "how": "handed_in", "issuer": "市财政局",
            "kind": "original", "number": SECRET_NUMBER, "received": "2026-03-09",
        }  # fmt: skip
        return self.form("document_registered", data, **parts)

    def submit(self, person: str, act: Path, *arguments: object, **how: Any) -> Said:
        return self.run("submit", act, "--key", self.key(person), *arguments, **how)

    def log(self, *arguments: object) -> list[dict[str, Any]]:
        said = self.run("log", *arguments)
        assert said.code == 0, said
        return list(said.json["records"])

    def size(self) -> int:
        return int(self.run("log", "--at", "0").json["size"])

    def state(self) -> dict[str, bytes]:
        """The bytes of every file of the ledger that holds something."""
        files = {path.name: path.read_bytes() for path in self.ledger.iterdir()}
        return {name: data for name, data in files.items() if data and not name.endswith("-shm")}

    def export(self, *arguments: object) -> Said:
        return self.run("checkpoint export", self.stick, *arguments)

    def cosign(self, name: str, *arguments: object) -> Said:
        return run("witness", "cosign", self.witness(name), self.stick, *arguments, "--json")

    def publish(self, names: Sequence[str] = WITNESSES) -> Said:
        assert self.export().code == 0
        for name in names:
            said = self.cosign(name, "--anchor", self.anchor)
            assert said.code == 0, said
        return self.run("checkpoint import", self.stick)

    def verify(self, *arguments: object) -> Said:
        return self.run("verify", "--anchor", self.anchor, *arguments)

    def damage(self, *statements: str) -> None:
        """Change the database with plain sqlite3."""
        with contextlib.closing(sqlite3.connect(self.ledger / "ledger.sqlite")) as db:
            for statement in statements:
                db.execute(statement)
            db.commit()

    def spoil(self, position: int) -> None:
        """Change the last byte of a record."""
        with contextlib.closing(sqlite3.connect(self.ledger / "ledger.sqlite")) as db:
            db.execute("DROP TRIGGER record_no_update")
            (data,) = db.execute("SELECT bytes FROM record WHERE position = ?", (position,)).fetchone()
            changed = data[:-1] + bytes([data[-1] ^ 1])
            db.execute("UPDATE record SET bytes = ? WHERE position = ?", (changed, position))
            db.commit()

    def nothing_leaked(self, *said: Said) -> None:
        """No secret value stands in what was printed."""
        for each in said:
            for secret in (SECRET_NUMBER, SECRET_FILE):
                assert secret not in each.out, each
                assert secret not in each.stderr, each


def made(root: Path) -> Office:
    """Three founders with duties apart, two witnesses, a clerk and a newcomer, papers, a refusal, publication."""
    office = Office(root)
    said = office.said
    root.mkdir(parents=True, exist_ok=True)
    with cheap_keys():
        for name in WITNESSES:
            said[f"init {name}"] = run(
                "witness", "init", office.witness(name), "--name", f"{name}.example/witness", "--json"
            )
        founding: list[object] = ["--authority", AUTHORITY, "--origin", ORIGIN, "--keys", root / "keys"]
        for person, post in FOUNDERS.items():
            founding += ["--founder", f"{person}:{post}"]
        founding += [
            "--duty",
            f"office={CLERK},{REGISTRAR}",
            "--duty",
            f"custodian={KEEPER}",
            "--recovery",
            "2",
        ]
        for name in WITNESSES:
            founding += ["--witness", f"{name}={said[f'init {name}'].json['vkey']}"]
        said["new"] = office.run("new", *founding)
        assert said["new"].code == 0, said["new"]
        office.anchor.write_bytes((office.ledger / "anchor.txt").read_bytes())
        officers: tuple[object, ...] = ("--by", office.key("zhao1a"), "--confirm", office.key("qian2b"))
        for person, post in (("li4d", CLERK), ("zhou5e", "office/helper")):
            said[f"key new {person}"] = office.run(
                "key new", "--person", person, "--post", post, *officers, "-o", office.key(person)
            )
    paper = root / "资金 安排.pdf"
    paper.write_text(SECRET_FILE, "utf-8")
    said["document add"] = office.run(
        "document add", paper, "--issuer", "市财政局", "--number", SECRET_NUMBER, "--date", "2026-03-06",
        "--kind", "original", "--how", "post", "--received", "2026-03-09T10:20", "--by", office.key("li4d"),
    )  # fmt: skip
    basis = said["document add"].json["act"]
    said["accepted"] = office.submit("li4d", office.paper(basis=[basis]))
    said["refused"] = office.submit("zhou5e", office.paper())
    said["import"] = office.publish()
    return office
