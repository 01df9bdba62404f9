"""Foundings, mostly good ones."""

from __future__ import annotations

import random
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from ledger.sealing import notes
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey
from tests.support.ledgers import DUTIES, MACHINE, Actor, LedgerMaker

Data = dict[str, Any]


def spoil_founding(chance: random.Random, maker: LedgerMaker) -> None:
    """Found the ledger; one in six has something wrong with its first record."""
    if chance.random() > 1 / 6:
        maker.found()
        return
    maker.found()
    good = maker.added[0].act
    maker.contents.records.clear()
    maker.added.clear()
    maker.tree = type(maker.tree)()
    ledger, maker.ledger = maker.ledger, None
    data = dict(good["data"])
    parts: Data = {"cases": good["cases"]}
    for _ in range(chance.randrange(1, 3)):
        chance.choice(FOUNDINGS)(chance, maker, data, parts)
    signer = parts.pop("signer", maker.registrar)
    first = maker.add(signer, "ledger_opened", data, **parts)
    maker.ledger = first.digest if chance.random() < 0.9 else ledger
    accepted = ["registry:ledger", f"person:{maker.oversight.person}"]
    maker.add(maker.oversight, "founding_accepted", {}, cases=accepted)
    if chance.random() < 0.5:
        maker.add(maker.registrar, "founding_accepted", {}, cases=["registry:ledger"])


def put(name: str, *values: Any) -> Callable[[random.Random, LedgerMaker, Data, Data], None]:
    def spoil(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
        data[name] = chance.choice(values)

    return spoil


def head(name: str, *values: Any) -> Callable[[random.Random, LedgerMaker, Data, Data], None]:
    def spoil(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
        parts[name] = chance.choice(values)

    return spoil


def founders(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
    if len(data["founders"]) < 2:
        return
    first, second = (dict(each) for each in data["founders"][:2])
    third = Actor("third1", maker.new_key(), "office/third")
    more = {
        **first,
        "person": third.person,
        "pop": maker.pop(third.key, third.person),
        "spki": third.key.spki,
    }
    data["founders"] = chance.choice(
        [
            [],
            [first],
            [second, first],
            [first, first],
            [first, {**second, "person": first["person"]}],
            [first, {**second, "post": first["post"]}],
            [first, {**second, "spki": first["spki"], "pop": first["pop"]}],
            [first, {**second, "pop": first["pop"]}],
            [first, {**second, "spki": second["spki"][:-1]}],
            [{**first, "spki": b"", "pop": b""}, second],
            [first, second, {**more, "alg": third.key.alg, "post": "office/third"}],
            [first, {**second, "person": MACHINE}],
        ]
    )


def recovery(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
    if len(data["recovery"]["keys"]) < 2:
        return
    one, two = data["recovery"]["keys"][:2]
    founder = data["founders"][0] if data["founders"] else one
    as_founder = {name: founder[name] for name in ("alg", "person", "spki")}
    pop = maker.pop(maker.registrar.key, str(founder["person"]), "recovery")
    data["recovery"] = chance.choice(
        [
            {"k": 0, "keys": [one, two]},
            {"k": 3, "keys": [one, two]},
            {"k": 1, "keys": []},
            {"k": 0, "keys": []},
            {"k": 1, "keys": [one, one]},
            {"k": 1, "keys": [one, {**two, "person": MACHINE}]},
            {"k": 1, "keys": [{**as_founder, "pop": pop}]},
            {"k": 2, "keys": [one, two, two]},
        ]
    )


def machine(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
    founder = maker.registrar.key
    pop = maker.pop(founder, MACHINE, "machine")
    data["machine"] = chance.choice(
        [
            {**data["machine"], "pop": b""},
            {**data["machine"], "spki": b""},
            {**data["machine"], "alg": "p256-sha256"},
            {**data["machine"], "alg": "rsa"},
            {"alg": founder.alg, "pop": pop, "spki": founder.spki},
        ]
    )


def checkpoint_keys(chance: random.Random, maker: LedgerMaker, data: Data, parts: Data) -> None:
    key, proof = str(maker.vkey), notes.empty_tree_note(maker.checkpoint_key, maker.origin)
    witness = str(VerifierKey.of(maker.checkpoint_key, maker.origin, WITNESS))
    elsewhere = str(VerifierKey.of(maker.checkpoint_key, "ledger.example/elsewhere", LEDGER))
    other = notes.empty_tree_note(maker.checkpoint_key, "ledger.example/elsewhere")
    odd = f"{maker.origin}+{sha256(maker.origin.encode() + bytes([10, 2]) + maker.vkey.public).hexdigest()[:8]}+"
    odd += b64encode(bytes([2]) + maker.vkey.public).decode()
    body = notes.checkpoint_body(maker.origin, 1, bytes(32))
    later = notes.note_text(body, [notes.sign_note(maker.checkpoint_key, maker.origin, body)])
    data["checkpoint_keys"], data["checkpoint_proofs"] = chance.choice(
        [
            ([], []),
            ([key], []),
            ([key, key], [proof]),
            ([key, key], [proof, proof]),
            ([key], [proof, "x"]),
            (["x"], [proof]),
            ([odd], [proof]),
            ([key, odd, witness], [proof, proof, proof]),
            ([key + "="], [proof]),
            ([witness], [proof]),
            ([elsewhere], [other]),
            ([key, elsewhere], [proof, other]),
            ([key], [other]),
            ([key], [later]),
            ([key], [proof.replace("\n2", "\n3") + "\n"]),
            ([""], [""]),
        ]
    )


FOUNDINGS = [
    founders,
    founders,
    recovery,
    machine,
    checkpoint_keys,
    checkpoint_keys,
    put("duties", {**DUTIES, "office": []}, {**DUTIES, "registrar": DUTIES["confirming"]}, {}),
    put("origin", "Ledger.example/test", "ledger.example", "", "ledger.example/other", "x+y/z"),
    put("tolerance", 1_000_000, 999_999, 3_600_000_000, 3_600_000_001),
    put("witness_due", 600_000_000, 599_999_999, 777_600_000_001),
    put("kind", "live", "other"),
    put("engine", 1, -1, "0"),
    put("predecessor", {"ledger": bytes(32), "lost": [3, bytes(32)], "root": bytes(32), "size": 4}, {}),
    put("authority", "", 1),
    put("nonce", bytes(16), bytes(15)),
    head("ledger", bytes(32)),
    head("as_", None, "office/other"),
    head("cases", ["registry:ledger"]),
    head("basis", [bytes(32)]),
    head("seen", [1, bytes(32)]),
    head("batch", [bytes(16), 1, 2], [bytes(16), 2, 2]),
    head("v", 2),
    head("by_", "somebody", MACHINE),
    head("mode", "transcribed"),
    head("signed", 0),
]
