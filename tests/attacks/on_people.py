"""Attacks on persons: acts under keys, posts and rights that are not there, put behind the last record by somebody
who owns the folder. They are judged from the ledger alone, whatever the index says."""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path
from typing import Any

from ledger.client.enrol import keyobj
from ledger.sealing.algorithms import PrivateKey, generate
from ledger.sealing.envelope import POP_TYPE, pop_body, sign
from tests.attacks.attack import append, at, attack, database, edit, repacked, signed
from tests.attacks.world import SECOND, World, read, records

NEXT = at("size", 1)
SECOND_NEXT = at("size", 2)


def filed(content: bytes = b"x") -> dict[str, Any]:
    return {"bytes": content, "document": sha256(content).digest(), "part": 1, "parts": 1}


def paper() -> dict[str, Any]:
    return {
        "date": None, "file": secrets.token_bytes(32), "how": "post", "issuer": "某局", "kind": "copy",
        "number": None, "received": "2026-01-05",
    }  # fmt: skip


def enrolment(world: World, folder: Path, key: PrivateKey, person: str) -> dict[str, Any]:
    ledger = sha256(read(records(folder)[0])[0].act).digest()
    proof = keyobj(key, person=person, origin=world.keyring().origin, ledger=ledger, use="act")
    return {**proof, "person": person}


@attack("authenticity", "key_revoked", NEXT)
def revoked_key_backdates(world: World, folder: Path) -> None:
    """A stolen key signs after its revocation and says that it happened, and was signed, long before."""
    stolen = world.private("clerk2")
    early = read(records(folder)[4])[0].recorded_at
    data = {"person": "clerk2", "post": "office/clerk", "reason": "moved"}
    append(folder, signed(world, folder, stolen, "clerk2", "post_ended", data, cases=["person:clerk2"],
                          signed=early, at=early, late="offline"))  # fmt: skip


@attack("time", "clock_went_back", NEXT, first_bad=NEXT)
def moment_backdated(world: World, folder: Path) -> None:
    """An act is recorded with a moment before the record ahead of it."""
    early = read(records(folder)[-1])[0].recorded_at - 3600 * SECOND
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}, recorded_at=early))  # fmt: skip


@attack("time", "not_live", NEXT)
def signed_long_ago(world: World, folder: Path) -> None:
    """An act comes in an hour after it was signed and gives no reason for it."""
    stamp = read(records(folder)[-1])[0].recorded_at + SECOND
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}, recorded_at=stamp, signed=stamp - 3600 * SECOND))  # fmt: skip


@attack("time", "signed_in_future", NEXT)
def signed_tomorrow(world: World, folder: Path) -> None:
    """An act was signed an hour after it came in."""
    stamp = read(records(folder)[-1])[0].recorded_at + SECOND
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}, recorded_at=stamp, signed=stamp + 3600 * SECOND))  # fmt: skip


@attack("authority", "post_not_entitled", NEXT)
def registrar_is_somebody_else(world: World, folder: Path) -> None:
    """A key is enrolled by a colleague whose post does not carry the registrar's duty."""
    data = enrolment(world, folder, generate("p256-sha256"), "newcomer1")
    append(folder, signed(world, folder, world.private("overseer1"), "overseer1", "key_enrolled", data,
                          cases=["person:newcomer1"], **{"as": "oversight/head"}))  # fmt: skip


@attack("authority", "post_not_entitled", NEXT)
def accomplice_appointed(world: World, folder: Path) -> None:
    """The registrar alone gives an accomplice the post that confirms keys."""
    append(folder, signed(world, folder, world.private("registrar1"), "registrar1", "post_assigned",
                          {"person": "clerk1", "post": "oversight/head"}, cases=["person:clerk1"],
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("authority", "post_not_entitled", NEXT)
def self_appointed(world: World, folder: Path) -> None:
    """A holder of the confirming post gives themself the registrar's post."""
    append(folder, signed(world, folder, world.private("overseer1"), "overseer1", "post_assigned",
                          {"person": "overseer1", "post": "office/registrar"}, cases=["person:overseer1"],
                          **{"as": "oversight/head"}))  # fmt: skip


@attack("authority", "post_not_held", NEXT)
def post_usurped(world: World, folder: Path) -> None:
    """An expelled clerk acts in the post that was taken from them."""
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          **{"as": "oversight/head"}))  # fmt: skip


@attack("authenticity", "key_not_confirmed", SECOND_NEXT)
def unconfirmed_key_acts(world: World, folder: Path) -> None:
    """A second key that the registrar enrolled alone acts before anybody confirmed it."""
    second = generate("p256-sha256")
    data = enrolment(world, folder, second, "clerk1")
    append(folder, signed(world, folder, world.private("registrar1"), "registrar1", "key_enrolled", data,
                          cases=["person:clerk1"], **{"as": "office/registrar"}))  # fmt: skip
    append(
        folder,
        signed(world, folder, second, "clerk1", "document_filed", filed(), **{"as": "office/registrar"}),
    )


@attack("authority", "post_not_entitled", SECOND_NEXT)
def key_confirmed_by_its_enroller(world: World, folder: Path) -> None:
    """Whoever enrolled a key confirms it too."""
    second = generate("p256-sha256")
    data = enrolment(world, folder, second, "clerk1")
    for kind, body in (("key_enrolled", data), ("key_confirmed", {"key": second.key_id})):
        append(folder, signed(world, folder, world.private("registrar1"), "registrar1", kind, body,
                              cases=["person:clerk1"], **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "bad_pop", NEXT)
def key_without_proof(world: World, folder: Path) -> None:
    """A stranger's public key is enrolled for somebody, without proof that they hold it."""
    data = enrolment(world, folder, generate("p256-sha256"), "newcomer1")
    data["spki"] = generate("p256-sha256").spki
    append(folder, signed(world, folder, world.private("registrar1"), "registrar1", "key_enrolled", data,
                          cases=["person:newcomer1"], **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "key_of_another", NEXT)
def colleague_impersonated(world: World, folder: Path) -> None:
    """An act names one person and is signed with another's key."""
    append(folder, signed(world, folder, world.private("overseer1"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "key_not_enrolled", NEXT)
def invented_key(world: World, folder: Path) -> None:
    """An act is signed with a key that nobody enrolled."""
    append(folder, signed(world, folder, generate("ed25519"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "bad_signature", NEXT)
def proof_passed_as_act(world: World, folder: Path) -> None:
    """A signature that a person gave for another purpose (holding a key) is put under an act."""
    key = world.private("clerk1")
    good = signed(world, folder, key, "clerk1", "document_filed", filed(), **{"as": "office/registrar"})
    body = pop_body(key=key.key_id, ledger=None, origin="x.cn/y", person="clerk1", use="act")
    append(folder, repacked(good, sig=sign(key, POP_TYPE, body)))


@attack("authority", "post_not_entitled", NEXT)
def machine_registers_papers(world: World, folder: Path) -> None:
    """The owner has the machine's key register a paper that no clerk would sign for."""
    append(
        folder,
        signed(world, folder, world.keyring().machine, "machine", "document_registered", paper(), cases=[]),
    )


@attack("authenticity", "refusal_not_theirs", NEXT)
def refusal_forged(world: World, folder: Path) -> None:
    """The owner frames a clerk: a refused attempt that the clerk never signed."""
    inner = read(signed(world, folder, generate("p256-sha256"), "clerk1", "document_filed", filed()))[0]
    breach: dict[str, Any] = {
        "article": None,
        "code": "post_not_entitled",
        "facts": [],
        "positions": [],
        "rule": None,
    }
    data = {"act": inner.act, "breaches": [breach], "more": 0, "sig": inner.sig}
    append(
        folder,
        signed(
            world, folder, world.keyring().machine, "machine", "act_refused", data, cases=["person:clerk1"]
        ),
    )


@attack("authority", "post_not_entitled", NEXT)
def refusal_by_a_person(world: World, folder: Path) -> None:
    """A colleague signs a refusal, which only the machine may."""
    inner = read(signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed()))[0]
    breach: dict[str, Any] = {
        "article": None,
        "code": "post_not_entitled",
        "facts": [],
        "positions": [],
        "rule": None,
    }
    data = {"act": inner.act, "breaches": [breach], "more": 0, "sig": inner.sig}
    append(folder, signed(world, folder, world.private("overseer1"), "overseer1", "act_refused", data,
                          cases=["person:clerk1"], **{"as": "oversight/head"}))  # fmt: skip


@attack("authority", "founding_wrong", NEXT)
def founded_again(world: World, folder: Path) -> None:
    """A second founding record brings new keys, posts and duties."""
    first = read(records(folder)[0])[1]
    append(folder, signed(world, folder, world.private("registrar1"), "registrar1", "ledger_opened", first["data"],
                          cases=first["cases"], **{"as": "office/registrar"}))  # fmt: skip


@attack("authority", "after_close", at("size", 2))
def work_after_closing(world: World, folder: Path) -> None:
    """The ledger is closed, and work goes on in it."""
    append(folder, signed(world, folder, world.private("overseer1"), "overseer1", "ledger_closed",
                          {"reason": "finished", "successor": None}, **{"as": "oversight/head"}))  # fmt: skip
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("integrity", "dangling_reference", NEXT)
def paper_invented(world: World, folder: Path) -> None:
    """An act rests on a paper that was never registered."""
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          basis=[secrets.token_bytes(32)], **{"as": "office/registrar"}))  # fmt: skip


@attack("integrity", "other_history", NEXT)
def signer_saw_another_history(world: World, folder: Path) -> None:
    """A signer's client had seen a root that this ledger never had: the office showed them another one."""
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          seen=[5, secrets.token_bytes(32)], **{"as": "office/registrar"}))  # fmt: skip


@attack("authority", "cases_wrong", NEXT)
def act_hidden_from_its_case(world: World, folder: Path) -> None:
    """A revocation is filed under no person's case, so that nobody finds it there."""
    data = {"doubtful_from": None, "key": world.private("clerk1").key_id, "reason": "other"}
    append(folder, signed(world, folder, world.private("overseer1"), "overseer1", "key_revoked", data,
                          **{"as": "oversight/head"}))  # fmt: skip


@attack("integrity", "wrong_document", NEXT)
def document_exchanged(world: World, folder: Path) -> None:
    """A document is filed whose bytes are not those of its name."""
    data = {**filed(), "document": sha256(b"another").digest()}
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", data,
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("integrity", "wrong_opening", NEXT)
def opening_forged(world: World, folder: Path) -> None:
    """A commitment is opened with another value than the one committed to."""
    batch = records(folder)[world.marks["batch"] - 1]
    opening = {
        "act": sha256(read(batch)[0].act).digest(),
        "field": "number",
        "salt": secrets.token_bytes(32),
        "value": "〔2026〕1号",
    }
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "commitment_opened",
                          {"openings": [opening]}, cases=[], **{"as": "office/registrar"}))  # fmt: skip


@attack("integrity", "value_wrong", NEXT)
def commitment_copied(world: World, folder: Path) -> None:
    """A clerk copies a colleague's commitment into an act of their own, with the vault's value beside it."""
    theirs = records(folder)[world.marks["batch"] - 1]
    digest = sha256(read(theirs)[0].act).digest()
    copy = {**paper(), "file": read(theirs)[1]["data"]["file"]}
    new = signed(world, folder, world.private("registrar1"), "registrar1", "document_registered", copy, cases=[],
                 **{"as": "office/registrar"})  # fmt: skip
    append(folder, new)
    with database(folder, "vault.sqlite") as db:
        salt, value = db.execute(
            "SELECT salt, value FROM item WHERE act = ? AND field = 'file'", (digest,)
        ).fetchone()
        db.execute(
            "INSERT INTO item VALUES (?, 'file', ?, ?)", (sha256(read(new)[0].act).digest(), salt, value)
        )


@attack("authority", "unknown_type", NEXT, effect="undecided", first_bad=None)
def type_invented(world: World, folder: Path) -> None:
    """An act of a type that does not exist yet touches keys, so that today's verifier cannot know its effect."""
    append(folder, signed(world, folder, world.private("registrar1"), "registrar1", "key_blessed", {},
                          **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "wrong_ledger", at("size", 1))
def replayed_from_rehearsal(world: World, folder: Path) -> None:
    """An act that a clerk signed in the rehearsal ledger is put into the real one."""
    append(folder, signed(world, folder, world.private("clerk1"), "clerk1", "document_filed", filed(),
                          ledger=sha256(b"rehearsal").digest(), **{"as": "office/registrar"}))  # fmt: skip


@attack("authenticity", "key_doubtful", at("doubtful"), effect="undecided", first_bad=at("first", 1))
def answer_removed(world: World, folder: Path) -> None:
    """The owner's answer for a doubtful act is spoilt, so that the doubt stands again."""
    edit(folder, world.marks["answer"], lambda data: repacked(data, sig=bytes(64)))
