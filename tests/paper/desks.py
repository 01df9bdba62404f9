"""A real desk on the world of the features: regulation, calendars, bodies and parties stand on a ledger in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from features.support import scene as scenes
from features.support.scene import Scene
from ledger.client.compose import compose
from ledger.client.signer import Signer
from ledger.desk import Accepted, Desk
from ledger.desk.founding import establish
from ledger.desk.keyring import Keyring
from ledger.desk.place import Place
from ledger.paper.tables.entering import Clerk, Order, run
from ledger.paper.tables.result import Result

REGULATION, CALENDARS = "nantong@2023", 2026
NUMBER = "崇市监〔2023〕12号"


@dataclass
class Office:
    """A desk, its clerk, the folder for tables, and the scene that the ledger begins with."""

    scene: Scene
    desk: Desk
    clerk: Clerk
    folder: Path
    paper: str = ""

    def enter(
        self, name: str, data: bytes, type_: str, given: Mapping[str, str] | None = None, **how: Any
    ) -> Result:
        """Enter a table of that name."""
        self.desk._line._confirmed = True
        return run(self.desk, self.clerk, self.folder / name, data, Order(type_, given or {}, **how))

    def do(self, form: dict[str, Any]) -> bytes:
        """One act of the clerk's own; its digest."""
        draft = compose(
            {"at": self.scene.day, **form}, self.clerk.signer, ledger=self.desk.ledger, clock=self.desk.clock
        )
        (outcome,) = self.desk.submit([draft.sign(self.clerk.private)])
        assert isinstance(outcome, Accepted), outcome
        return outcome.act

    @property
    def size(self) -> int:
        return self.desk.store.head().size

    def records(self, after: int) -> list[dict[str, Any]]:
        """The acts recorded behind a position."""
        from ledger.rules.life.fact import of_record

        facts = [of_record(data)[0] for _, data in self.desk.store.read_records(after=after)]
        return [fact.act for fact in facts if fact.act is not None]

    def sealed(self, act: bytes) -> dict[str, Any]:
        """What the vault keeps for an act."""
        kept = self.desk.vault.values([act])[act]
        return {name: opening.value for name, opening in kept.items() if opening is not None}


def made(folder: Path, upto: str = "call") -> Office:
    """The office when its cycle has come so far; a county's letter is registered under NUMBER."""
    scene = Scene.of(REGULATION, CALENDARS)
    scene.organisations = 3
    scene.advance(upto)
    world = scene.world
    maker = scenes._base(REGULATION, CALENDARS)._maker  # type: ignore[attr-defined]  # keeps the ledger's keys
    place = Place.of(folder / "ledger")
    keyring = Keyring(maker.origin, maker.machine.key, maker.checkpoint_key)
    establish(place, keyring, [data for _, data in world.store.read_records()], lambda: None)
    desk = Desk.open(folder / "ledger", clock=lambda: world.now, confirm_clock=True)
    actor = world.clerk
    signer = Signer(actor.person, actor.post, desk.ledger, maker.origin, actor.key.alg, actor.key.spki)
    found = Office(scene, desk, Clerk(signer, actor.key), folder)
    data = {
        "date": scene.day, "file": "来文一件", "how": "post", "issuer": "崇川区市场监督管理局", "kind": "original",
        "number": NUMBER, "received": scene.day,
    }  # fmt: skip
    found.paper = found.do({"type": "document_registered", "data": data}).hex()
    return found
