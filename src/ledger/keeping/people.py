"""Keys and posts of people, as one command does them: several acts by the officers who may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.client import keyfile
from ledger.client.enrol import keyobj
from ledger.desk import Accepted, Outcome
from ledger.errors import LedgerError
from ledger.keeping.hand import Hand
from ledger.rules.life.entitled import guarded
from ledger.sealing.algorithms import generate
from ledger.sealing.lockbox import STANDARD, Cost


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key file that was made, and what the ledger said to each step."""

    file: Path
    key: bytes
    steps: list[tuple[str, Outcome]]

    @property
    def complete(self) -> bool:
        """Whether every step was accepted."""
        return all(isinstance(outcome, Accepted) for _, outcome in self.steps)


def new_key(
    registrar: Hand,
    confirmer: Hand | None,
    *,
    person: str,
    post: str | None,
    path: Path,
    password: str,
    alg: str = "p256-sha256",
    at: str,
    cost: Cost = STANDARD,
) -> NewKey:
    """Make a key file, enrol its key, have it confirmed, and give its owner the post.

    The file is written first: a key that is on the ledger and nowhere else would be lost. Steps stop at the
    first refusal; what was accepted stays. LedgerError confirmer_needed before anything is done.
    """
    desk = registrar.desk
    giver = confirmer if post is not None and guarded(desk.state, post) else registrar
    if giver is None:
        raise LedgerError("confirmer_needed", post=post)
    private = generate(alg)
    keyfile.create(
        path, private, person=person, post=post, ledger=desk.ledger, origin=desk.origin, password=password,
        cost=cost,
    )  # fmt: skip
    proof = keyobj(private, person=person, origin=desk.origin, ledger=desk.ledger, use="act")
    shown = {"alg": proof["alg"], "person": person, "pop": proof["pop"].hex(), "spki": proof["spki"].hex()}
    steps = [(registrar, _form("key_enrolled", at, shown))]
    if confirmer is not None:
        steps.append((confirmer, _form("key_confirmed", at, {"key": private.key_id.hex()})))
    if post is not None:
        steps.append((giver, _form("post_assigned", at, {"person": person, "post": post})))
    done: list[tuple[str, Outcome]] = []
    for hand, form in steps:
        outcome = hand.act(form)
        done.append((form["type"], outcome))
        if not isinstance(outcome, Accepted):
            break
    if not isinstance(done[0][1], Accepted):
        path.unlink(missing_ok=True)
    return NewKey(path, private.key_id, done)


def _form(kind: str, at: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "at": at, "data": data}
