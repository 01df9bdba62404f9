"""Keys and posts of people, as one command does them: several acts by the officers who may."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ledger.client import keyfile
from ledger.client.enrol import foreign_keyobj, keyobj, pop_message
from ledger.desk import Accepted, Desk, Outcome
from ledger.errors import LedgerError
from ledger.keeping.hand import Hand
from ledger.rules.life.entitled import guarded
from ledger.sealing.algorithms import generate, key_id
from ledger.sealing.lockbox import STANDARD, Cost


@dataclass(frozen=True, slots=True)
class NewKey:
    """What the ledger said to each step; `file` is None for a key that lives elsewhere."""

    file: Path | None
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

    The file is written first: a key that is on the ledger and nowhere else would be lost; it goes again if the key
    was not enrolled. Steps stop at the first refusal; what was accepted stays. LedgerError confirmer_needed before
    anything is done.
    """
    desk = registrar.desk
    giver = _giver(registrar, confirmer, person, post, at)
    private = generate(alg)
    keyfile.create(
        path, private, person=person, post=post, ledger=desk.ledger, origin=desk.origin, password=password,
        cost=cost,
    )  # fmt: skip
    proof = keyobj(private, person=person, origin=desk.origin, ledger=desk.ledger, use="act")
    try:
        done = _enrol(registrar, confirmer, giver, proof, person=person, post=post, at=at)
    except LedgerError as error:
        if error.code != "store_outcome_unknown" and not _on_ledger(desk, private.key_id):
            path.unlink(missing_ok=True)
        raise
    if not isinstance(done[0][1], Accepted):
        path.unlink(missing_ok=True)
    return NewKey(path, private.key_id, done)


def _on_ledger(desk: Desk, key: bytes) -> bool:
    """Whether the key was enrolled for all one can know: a file is only taken away if it opens nothing."""
    try:
        desk.read_on()
    except LedgerError:
        return True
    return key in desk.state.keys


def foreign_key(
    registrar: Hand,
    confirmer: Hand | None,
    *,
    person: str,
    post: str | None,
    public: tuple[str, bytes],
    proof: bytes,
    at: str,
) -> NewKey:
    """Enrol a key that lives elsewhere (a token, openssl): `public` is its algorithm and SPKI, `proof` its
    signature over `proof_message`. Otherwise as `new_key`; LedgerError signature_wrong before anything is done.
    """
    desk = registrar.desk
    giver = _giver(registrar, confirmer, person, post, at)
    held = foreign_keyobj(*public, proof, person=person, origin=desk.origin, ledger=desk.ledger)
    done = _enrol(registrar, confirmer, giver, held, person=person, post=post, at=at)
    return NewKey(None, key_id(*public), done)


def proof_message(desk: Desk, person: str, public: tuple[str, bytes]) -> bytes:
    """The exact bytes that the holder of a key signs, to show that they hold it."""
    return pop_message(*public, person=person, origin=desk.origin, ledger=desk.ledger)


def _giver(registrar: Hand, confirmer: Hand | None, person: str, post: str | None, at: str) -> Hand:
    """Who may give the post. LedgerError confirmer_needed if nobody here may; form_invalid for what is no post, now
    rather than when the key is on the ledger already."""
    if post is None:
        return registrar
    giver = confirmer if guarded(registrar.desk.state, post) else registrar
    if giver is None:
        raise LedgerError("confirmer_needed", post=post)
    giver.draft(_giving(person, post, at))
    return giver


def _enrol(
    registrar: Hand,
    confirmer: Hand | None,
    giver: Hand,
    proven: dict[str, Any],
    *,
    person: str,
    post: str | None,
    at: str,
) -> list[tuple[str, Outcome]]:
    """The acts, one after the other, until one is refused."""
    key = key_id(proven["alg"], proven["spki"]).hex()
    shown = {
        "alg": proven["alg"], "person": person, "pop": proven["pop"].hex(), "spki": proven["spki"].hex(),
    }  # fmt: skip
    steps = [(registrar, _form("key_enrolled", at, shown))]
    if confirmer is not None:
        steps.append((confirmer, _form("key_confirmed", at, {"key": key})))
    if post is not None:
        steps.append((giver, _giving(person, post, at)))
    done: list[tuple[str, Outcome]] = []
    for hand, form in steps:
        outcome = hand.act(form)
        done.append((form["type"], outcome))
        if not isinstance(outcome, Accepted):
            break
    return done


def _giving(person: str, post: str, at: str) -> dict[str, Any]:
    return _form("post_assigned", at, {"person": person, "post": post})


def _form(kind: str, at: str, data: dict[str, Any]) -> dict[str, Any]:
    return {"type": kind, "at": at, "data": data}
