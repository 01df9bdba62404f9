"""An office that can be handed to another process: its people's keys in a file, its clock told by the ledger."""

from __future__ import annotations

import json
from pathlib import Path

from ledger.desk import Desk
from ledger.sealing.algorithms import load_private
from tests.desk.office import SECOND, Clock, Office, Person

KEYS = "people.json"


def hand_over(office: Office, folder: Path) -> None:
    """Write down what a child process must know."""
    people = {name: [p.id, p.key.pkcs8().hex(), p.post] for name, p in office.people.items()}
    (folder / KEYS).write_text(json.dumps(people), "utf-8")


def take_over(home: Path) -> Office:
    """The office of this ledger, its clock a second after the head."""
    people = json.loads((home.parent / KEYS).read_text("utf-8"))
    office = Office(home, None, Clock(), location=str(home))
    for name, (person, secret, post) in people.items():
        office.people[name] = Person(person, load_private(bytes.fromhex(secret)), post)
    with Desk.open(home, clock=office.clock) as desk:
        assert desk.state.recorded_at is not None
        office.ledger = desk.ledger
        office.clock.now = desk.state.recorded_at + SECOND
    return office
