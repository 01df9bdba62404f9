"""Acts for random ledgers, each mostly as it should be: who signs, the type, its data, what else the head says."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ledger.sealing import canon
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, sign
from tests.strangers.chaos_heads import HEADS, POSTS
from tests.support.ledgers import CONFIRMING, CUSTODIAN, OFFICE, REGISTRAR, Actor

if TYPE_CHECKING:
    from tests.strangers.chaos import Chaos

DUTY_NAMES = ["confirming", "custodian", "office", "oversight", "registrar"]

Made = tuple[Actor, str, dict[str, Any], dict[str, Any]]


def holder(c: Chaos, *posts: str) -> Actor:
    """Mostly somebody who was given one of the posts."""
    fit = [actor for actor in c.people if actor.post in posts]
    return c.chance.choice(fit) if fit and c.some(0.85) else c.anyone()


def enrols(c: Chaos) -> Made:
    by = holder(c, REGISTRAR)
    person = c.person() if c.some(0.6) else c.maker.new_id()
    key = c.maker.new_key(c.chance.choice(["p256-sha256", "ed25519"])) if c.some(0.85) else c.anyone().key
    pop = c.maker.pop(key, person) if c.some(0.93) else c.maker.pop(key, person, "recovery")
    spki = key.spki
    if c.some(0.06):
        small = bytes.fromhex("302a300506032b6570032100") + bytes([1]) + bytes(31)
        spki = c.chance.choice([spki[:-1], small, c.flipped(spki), b""])
    elif c.some(0.8):
        c.people.append(Actor(person, key, c.chance.choice([None, None, OFFICE])))
    data = {"alg": key.alg, "person": person, "pop": pop, "spki": spki}
    return by, "key_enrolled", data, {"cases": [f"person:{person}"]}


def confirms(c: Chaos) -> Made:
    key = c.key_id()
    return holder(c, CONFIRMING), "key_confirmed", {"key": key}, {"cases": c.of_key(key)}


def revokes(c: Chaos) -> Made:
    by = holder(c, REGISTRAR, CONFIRMING)
    key = by.key.key_id if c.some(0.3) else c.key_id()
    from_ = c.chance.choice(
        [None, None, 1, c.maker.tree.size, c.chance.randrange(1, c.maker.tree.size + 3), -4]
    )
    data = {"doubtful_from": from_, "key": key, "reason": c.chance.choice(["lost", "stolen", "left"])}
    return by, "key_revoked", data, {"cases": c.of_key(key)}


def assigns(c: Chaos) -> Made:
    post = c.chance.choice(POSTS)
    by = holder(c, CONFIRMING if post in (CONFIRMING, REGISTRAR) else REGISTRAR)
    person = c.person()
    return by, "post_assigned", {"person": person, "post": post}, {"cases": [f"person:{person}"]}


def ends(c: Chaos) -> Made:
    post = c.chance.choice(POSTS)
    by = holder(c, CONFIRMING, REGISTRAR)
    person = by.person if c.some(0.3) else c.person()
    data = {"person": person, "post": post, "reason": "left"}
    parts: dict[str, Any] = {"as_": None} if c.some(0.3) else {}
    return by, "post_ended", data, {"cases": [f"person:{person}"], **parts}


def changes_duties(c: Chaos) -> Made:
    posts = sorted({c.chance.choice(POSTS) for _ in range(c.chance.randrange(1, 4))})
    data = {"duty": c.chance.choice(DUTY_NAMES), "posts": posts, "reason": c.maker.random.randbytes(32)}
    return holder(c, CONFIRMING), "duties_changed", data, {}


def answers(c: Chaos) -> Made:
    kind = c.chance.choice(["acts_confirmed", "signature_repudiated", "acts_set_aside"])
    by = c.anyone() if kind != "acts_set_aside" else holder(c, CONFIRMING)
    acts = c.digests()
    if c.some(0.6) and kind != "acts_set_aside":
        own = [a.digest for a in c.maker.added if a.act["by"] == by.person]
        acts = sorted(set(c.chance.sample(own, min(len(own), 2))))
    more: dict[str, Any] = {}
    if kind == "acts_set_aside":
        more["ground"] = "error"
    elif kind == "signature_repudiated":
        more["reason"] = bytes(32)
    return by, kind, {"acts": acts, **more}, {"cases": c.authors(acts) or [f"person:{by.person}"]}


def files(c: Chaos) -> Made:
    content = c.chance.choice([b"one", b"two", b"three"])
    parts = c.chance.choice([1, 2, 2, 3])
    part = c.chance.randrange(1, parts + 1) if c.some(0.9) else parts + 1
    size = -(-len(content) // parts)
    piece = content[(part - 1) * size : part * size] if c.some(0.85) else b"?"
    data = {"bytes": piece, "document": sha256(content).digest(), "part": part, "parts": parts}
    return holder(c, OFFICE, REGISTRAR), "document_filed", data, {}


def registers(c: Chaos) -> Made:
    by = holder(c, OFFICE)
    act_id, salt, value = (
        c.maker.random.randbytes(16),
        c.maker.random.randbytes(32),
        c.chance.choice(["v", 7, None]),
    )
    ledger = c.maker.ledger or bytes(32)
    data = {
        "date": c.chance.choice([None, "2026-01-05", "2024-02-29"]),
        "file": commitment(ledger, by.person, act_id, "file", salt, value),
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "original",
        "number": None,
        "received": c.chance.choice(["2026-01-05T09:30", "2026-01-05", c.maker.now]),
    }
    c.openable.append((act_id, salt, value))
    return by, "document_registered", data, {"id": act_id}


def opens(c: Chaos) -> Made:
    by = holder(c, OFFICE, CUSTODIAN)
    openings = []
    for act_id, salt, value in c.chance.sample(c.openable, min(len(c.openable), 1)):
        found = [a.digest for a in c.maker.added if a.act["id"] == act_id]
        shown_value = value if c.some(0.85) else "other"
        name = "file" if c.some(0.9) else c.chance.choice(["file.0", "", "number", "issuer"])
        digest = found[0] if found else c.digest()
        openings.append({"act": digest, "field": name, "salt": salt, "value": shown_value})
    basis = (
        [a.digest for a in c.maker.added if a.act["type"] == "document_registered"][:1] if c.some(0.5) else []
    )
    kind = "commitment_opened" if c.some(0.8) else "draw_opened"
    return by, kind, {"openings": openings}, {"basis": basis}


def refuses(c: Chaos) -> Made:
    inner_by = c.anyone()
    inner = c.maker.act(inner_by, "post_assigned", {"person": "nobody", "post": OFFICE})
    if c.some(0.25):
        c.chance.choice(HEADS)(c, inner)
    act = canon.encode(inner)
    sig = sign(inner_by.key, ACT_TYPE, act)
    person = inner_by.person
    if c.some(0.15):
        other = c.chance.choice(c.maker.added)
        act, sig, person = other.act_bytes, other.sig, other.act["by"]
    if c.some(0.1):
        sig = c.spoil_sig(sig)
    if c.some(0.05):
        act = c.chance.choice(
            [b"", b"\xc0", c.flipped(act), canon.encode({"by": "x"}), canon.encode({"by": 1})]
        )
    facts = [["post", OFFICE]] if c.some(0.95) else [["long", "x" * 12_000]]
    breach = {
        "article": None,
        "code": "no",
        "facts": facts,
        "positions": [1, 2],
        "rule": c.chance.choice([None, "r"]),
    }
    breaches = [breach] if c.some(0.95) else []
    data = {"act": act, "breaches": breaches, "more": 0, "sig": sig}
    by = c.maker.machine if c.some(0.93) else c.anyone()
    return by, "act_refused", data, {"cases": [f"person:{person}"] if len(str(person)) > 3 else []}


def machine_tells(c: Chaos) -> Made:
    by = c.maker.machine if c.some(0.9) else c.anyone()
    person = c.person()
    if c.some(0.5):
        data = {"count": 3, "day": "2026-01-05", "first": c.digest(), "person": person}
        return by, "refusals_throttled", data, {"cases": [f"person:{person}"]}
    data = {"case": "award:abcd", "fields": ["a", "b"], "purpose": "review", "reader": person}
    return by, "vault_read", data, {}


def strange(c: Chaos) -> Made:
    kinds = [
        "weather_noted",
        "key_recovered",
        "hold_placed",
        "clock_corrected",
        "record_x",
        "cases_counted",
    ]
    kinds += ["rules_adopted", "entries_counted", "holdings_listed", "keys", "vault_x", "post_"]
    data: dict[str, Any] = {"text": "x"}
    if c.some(0.2):
        data["openings"] = c.chance.choice([[], None, {}, [None], [{"act": c.digest()}]])
    return c.anyone(), c.chance.choice(kinds), data, {}


def accepts(c: Chaos) -> Made:
    by = c.anyone()
    return by, "founding_accepted", {}, {"cases": [f"person:{by.person}", "registry:ledger"]}


def closes(c: Chaos) -> Made:
    if c.some(0.8):
        return assigns(c)
    return holder(c, CONFIRMING), "ledger_closed", {"reason": "finished", "successor": None}, {}


ACTS: list[Callable[[Chaos], Made]] = [
    enrols, enrols, confirms, confirms, revokes, assigns, assigns, ends, changes_duties, answers, answers, files, files,
    registers, registers, opens, opens, refuses, refuses, machine_tells, strange, accepts, closes,
]  # fmt: skip
