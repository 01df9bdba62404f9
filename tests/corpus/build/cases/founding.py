"""Record 1 and what must follow it (format §13.4 a and b)."""

from __future__ import annotations

from typing import Any

from ledger.sealing import notes
from ledger.sealing.tree import EMPTY_ROOT
from ledger.sealing.vkeys import LEDGER, VerifierKey
from tests.corpus.build.expect import Expected
from tests.corpus.build.maker import CorpusMaker, case, fixed_key
from tests.support.ledgers import CONFIRMING, DUTIES, MACHINE, OFFICE, REGISTRAR, Actor


def founder(m: CorpusMaker, actor: Actor, **parts: Any) -> dict[str, Any]:
    """A founder's entry in record 1."""
    key = actor.key
    entry = {
        "alg": key.alg,
        "person": actor.person,
        "pop": m.pop(key, actor.person),
        "post": actor.post,
        "spki": key.spki,
    }
    return {**entry, **parts}


def holder(m: CorpusMaker, person: str, use: str = "recovery") -> dict[str, Any]:
    """The entry of somebody who keeps a recovery key."""
    key = m.new_key()
    return {"alg": key.alg, "person": person, "pop": m.pop(key, person, use), "spki": key.spki}


def opened(m: CorpusMaker, **changed: Any) -> Any:
    """Record 1 alone, with parts of its data (and, with a trailing line, of its head) changed."""
    head = {name: changed.pop(name) for name in list(changed) if name.endswith("_")}
    registrar = Actor("regis1", m.new_key(), REGISTRAR)
    oversight = Actor("overs1", m.new_key(), CONFIRMING)
    m.actors = {"registrar": registrar, "oversight": oversight}
    machine = m.machine.key
    data: dict[str, Any] = {
        "authority": "某市市场监督管理局",
        "checkpoint_keys": [str(m.vkey)],
        "checkpoint_proofs": [notes.empty_tree_note(m.checkpoint_key, m.origin)],
        "duties": DUTIES,
        "engine": 0,
        "founders": [founder(m, registrar), founder(m, oversight)],
        "kind": "rehearsal",
        "machine": {"alg": machine.alg, "pop": m.pop(machine, MACHINE, "machine"), "spki": machine.spki},
        "nonce": m.random.randbytes(16),
        "origin": m.origin,
        "predecessor": None,
        "recovery": {"k": 2, "keys": [holder(m, "hold01"), holder(m, "hold02")]},
        "tolerance": m.tolerance,
        "witness_due": m.witness_due,
    }
    data.update(
        {name: change(data[name]) if callable(change) else change for name, change in changed.items()}
    )
    persons = {f["person"] for f in data["founders"]} | {r["person"] for r in data["recovery"]["keys"]}
    cases = ["registry:ledger", *(f"person:{person}" for person in persons)]
    first = m.add(
        registrar, "ledger_opened", data, **{"cases": cases, **{k[:-1]: v for k, v in head.items()}}
    )
    m.ledger = first.digest
    return first


def wrong(m: CorpusMaker, **changed: Any) -> list[Expected]:
    """A founding that is wrong, and nothing after it."""
    opened(m, **changed)
    return [("founding_wrong", 1)]


@case("13.4 b", founded=False)
def founder_twice(m):
    """One person founds the ledger in two posts."""

    def same(founders):
        other = Actor("regis1", m.new_key(), CONFIRMING)
        return [founders[0], founder(m, other)]

    return wrong(m, founders=same)


@case("13.4 b", founded=False)
def founders_in_one_post(m):
    """Both founders hold the same post, which carries every duty."""

    def both(founders):
        return [founders[0], {**founders[1], "post": REGISTRAR}]

    return wrong(m, founders=both, duties={duty: [REGISTRAR] for duty in DUTIES})


@case("13.4 b", founded=False)
def founders_without_a_registrar(m):
    """No founder holds a registrar's post."""
    return wrong(m, duties={**DUTIES, "registrar": ["office/other"]})


@case("13.4 b", founded=False)
def founders_without_a_confirmer(m):
    """No founder holds a confirming post."""
    return wrong(m, duties={**DUTIES, "confirming": ["oversight/other"]})


@case("13.4 b", founded=False)
def registrar_who_confirms(m):
    """Only one founder holds confirming and registrar's posts: they must be two persons."""
    return wrong(m, duties={**DUTIES, "confirming": [REGISTRAR]})


@case("13.4 b", founded=False)
def duty_without_a_post(m):
    """The custodian's duty is given to no post."""
    return wrong(m, duties={**DUTIES, "custodian": []})


@case("13.4 b", founded=False)
def recovery_by_nobody(m):
    """k is 0: the recovery keys would be needed by nobody."""
    return wrong(m, recovery=lambda recovery: {**recovery, "k": 0})


@case("13.4 b", founded=False)
def recovery_by_more_than_there_are(m):
    """k is 3 of 2."""
    return wrong(m, recovery=lambda recovery: {**recovery, "k": 3})


@case("13.4 b", founded=False)
def recovery_without_keys(m):
    """No recovery key at all: k cannot be at least 1 and at most 0."""
    return wrong(m, recovery={"k": 1, "keys": []})


@case("13.4 b", founded=False)
def recovery_holder_twice(m):
    """One person keeps both recovery keys."""
    return wrong(m, recovery=lambda recovery: {"k": 2, "keys": [recovery["keys"][0], holder(m, "hold01")]})


@case("13.4 b", founded=False)
def machine_as_recovery_holder(m):
    """`machine` is no person."""
    return wrong(m, recovery=lambda recovery: {"k": 1, "keys": [*recovery["keys"], holder(m, MACHINE)]})


@case("13.4 b", founded=False)
def record_1_signed_by_the_second_founder(m):
    """The first founder opens the ledger, nobody else."""

    def turned(founders):
        return founders[::-1]

    return wrong(m, founders=turned)


@case("13.4 b", founded=False)
def record_1_without_a_post(m):
    """The first founder signs as themself."""
    return wrong(m, as_=None)


@case("13.4 b", founded=False, origin="Ledger.example/test")
def origin_with_capitals(m):
    """The origin is not lower-case."""
    return wrong(m)


@case("13.4 b", founded=False, origin="ledger.example")
def origin_without_a_path(m):
    """The origin is only a host."""
    return wrong(m)


@case("13.4 b", founded=False)
def proof_missing_for_a_checkpoint_key(m):
    """Two checkpoint keys, one proof."""
    second = VerifierKey.of(fixed_key("ed25519", "second"), m.origin, LEDGER)
    return wrong(m, checkpoint_keys=lambda keys: [*keys, str(second)])


@case("13.4 b", founded=False)
def wrong_in_several_ways(m):
    """A founding wrong for several reasons is reported once."""
    return wrong(m, recovery=lambda recovery: {**recovery, "k": 9}, duties={**DUTIES, "office": []}, as_=None)


@case("13.4 b", founded=False)
def founder_without_possession(m):
    """The second founder's proof of possession is made for another person."""

    def other(founders):
        pop = m.pop(m.actors["oversight"].key, "somebody")
        return [founders[0], {**founders[1], "pop": pop}]

    opened(m, founders=other)
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def recovery_key_proven_as_an_acting_key(m):
    """The proof of a recovery key names the use `act`."""
    opened(m, recovery=lambda recovery: {"k": 1, "keys": [recovery["keys"][0], holder(m, "hold02", "act")]})
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def machine_key_proven_for_another_origin(m):
    """The machine key's proof was made for another ledger's origin."""
    elsewhere = CorpusMaker(origin="ledger.example/elsewhere")
    pop = elsewhere.pop(m.machine.key, MACHINE, "machine")
    opened(m, machine=lambda machine: {**machine, "pop": pop})
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def one_key_for_two_founders(m):
    """Both founders name the same key, each with a good proof. The last of equal ids counts as enrolled, so that
    record 1 is signed under a key of another."""

    def same(founders):
        key = m.actors["registrar"].key
        return [founders[0], {**founders[1], "pop": m.pop(key, "overs1"), "spki": key.spki}]

    opened(m, founders=same)
    return [("key_twice", 1), ("key_of_another", 1)]


@case("13.4 b", founded=False)
def recovery_key_that_is_the_machines(m):
    """A recovery holder's key is the machine's as well."""
    key = m.machine.key
    entry = {"alg": key.alg, "person": "hold02", "pop": m.pop(key, "hold02", "recovery"), "spki": key.spki}
    opened(m, recovery=lambda recovery: {"k": 1, "keys": [recovery["keys"][0], entry]})
    return [("key_twice", 1)]


@case("13.4 b", founded=False)
def machine_key_of_small_order(m):
    """The machine's key is the neutral element, under which common libraries accept one signature for everything."""
    spki = bytes.fromhex("302a300506032b6570032100") + b"\x01" + bytes(31)
    opened(m, machine={"alg": "ed25519", "pop": b"\x01" + bytes(63), "spki": spki})
    return [("bad_key", 1)]


@case("13.4 b", founded=False)
def checkpoint_key_that_cannot_be_read(m):
    """The id in the checkpoint key does not belong to it."""
    name, _, rest = str(m.vkey).split("+", 2)
    opened(m, checkpoint_keys=[f"{name}+00000000+{rest}"])
    return [("bad_key", 1)]


@case("13.4 b", founded=False)
def checkpoint_key_of_another_name(m):
    """The checkpoint key does not bear the origin's name."""
    other = VerifierKey.of(m.checkpoint_key, "ledger.example/other", LEDGER)
    opened(m, checkpoint_keys=[str(other)])
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def checkpoint_key_proven_by_a_tree_of_one(m):
    """The proof of a checkpoint key must be its note of the empty tree."""
    body = notes.checkpoint_body(m.origin, 1, EMPTY_ROOT)
    opened(m, checkpoint_proofs=[notes.note_text(body, [notes.sign_note(m.checkpoint_key, m.origin, body)])])
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def checkpoint_key_proven_by_another(m):
    """The note of the empty tree is signed by another key."""
    opened(m, checkpoint_proofs=[notes.empty_tree_note(fixed_key("ed25519", "second"), m.origin)])
    return [("bad_pop", 1)]


@case("13.4 b", founded=False)
def nothing_takes_effect_under_a_wrong_founding(m):
    """Record 1 fails; its keys and posts are not there for anybody."""
    opened(m, recovery=lambda recovery: {**recovery, "k": 3})
    m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    return [
        ("founding_wrong", 1),
        ("founding_wrong", 2),
        ("key_not_enrolled", 2),
        ("post_not_held", 2),
    ]


@case("13.4", founded=False)
def ledger_opened_whose_data_do_not_fit(m):
    """Record 1 is no well-formed founding: the tolerance is below one second. Its terms do not hold either."""
    opened(m, tolerance=999_999)
    return [("not_an_act", 1), ("other_ledger", 1), ("key_not_enrolled", 1), ("post_not_held", 1)]


@case("13.4", founded=False)
def record_1_of_another_type(m):
    """The ledger begins with something else; its digest is the ledger id all the same."""
    m.actors = {"registrar": Actor("regis1", m.new_key(), REGISTRAR)}
    first = m.add(m.registrar, "post_assigned", {"person": "wang1", "post": OFFICE}, cases=["person:wang1"])
    m.ledger = first.digest
    return [
        ("other_ledger", 1),
        ("key_not_enrolled", 1),
        ("post_not_held", 1),
        ("post_not_entitled", 1),
    ]


@case("13.4", founded=False)
def record_1_of_no_act(m):
    """Record 1 holds bytes that are no act; whatever follows has a ledger id but no ledger."""
    import hashlib

    from ledger.sealing import record

    m.append(record.pack(m.now, "desk", b"\xc1", b""))
    m.ledger = hashlib.sha256(b"\xc1").digest()
    return [("other_ledger", 1), ("not_canonical", 1)]


@case("13.4", founded=False)
def record_1_with_a_ledger_id(m):
    """Record 1 names a ledger, which cannot be its own."""
    opened(m, ledger_=bytes(32))
    return [("wrong_ledger", 1)]


@case("13.4", founded=False)
def record_1_with_wrong_cases(m):
    """Record 1 leaves out a recovery holder; its effect stays."""
    opened(m, cases_=["person:hold01", "person:overs1", "person:regis1", "registry:ledger"])
    m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    return [("cases_wrong", 1)]


@case("13.4")
def another_ledger(m):
    """A good ledger, but not the one of the anchor: same origin, same keys, another record 1."""
    m.anchors = [m.other().anchor().format()]
    return [("other_ledger", 1)]


@case("13.4")
def another_origin(m):
    """The anchor names this ledger's id but another origin, under which it signed nothing."""
    elsewhere = CorpusMaker(origin="ledger.example/elsewhere")
    elsewhere.ledger = m.ledger
    m.anchors = [elsewhere.anchor().format()]
    return [("other_ledger", 1), ("bad_checkpoint", None), ("tail_not_witnessed", 1)]


@case("13.4")
def no_anchor(m):
    """Without an anchor three verdicts are undecided at best."""
    m.anchors = []
    return [("no_anchor", None)]


# ---- what follows record 1 ----


def unfinished(m: CorpusMaker) -> Any:
    return opened(m)


@case("13.4 a", founded=False)
def act_before_the_founding_is_complete(m):
    """The first founder assigns a post before the second has accepted; it has no effect."""
    unfinished(m)
    early = m.add(m.registrar, "post_assigned", {"person": "overs1", "post": OFFICE}, cases=["person:overs1"])
    m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    data = {"bytes": b"a", "document": bytes(32), "part": 1, "parts": 2}
    unheld = m.add(m.oversight, "document_filed", data, as_=OFFICE)
    return [
        ("founding_wrong", early.position),
        ("post_not_held", unheld.position),
        ("post_not_entitled", unheld.position),
    ]


@case("13.4 a", founded=False)
def founding_accepted_by_the_first_founder(m):
    """Who opened the ledger is not awaited."""
    unfinished(m)
    bad = m.add(m.registrar, "founding_accepted", {}, cases=["person:regis1", "registry:ledger"])
    m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    return [("founding_wrong", bad.position)]


@case("13.4 a")
def founding_accepted_again(m):
    """The founding is complete; nobody accepts it twice."""
    bad = m.add(m.oversight, "founding_accepted", {}, cases=["person:overs1", "registry:ledger"])
    return [("founding_wrong", bad.position)]


@case("13.4 a")
def ledger_opened_again(m):
    """A second founding inside a ledger."""
    first = m.added[0]
    cases = first.act["cases"]
    bad = m.add(m.registrar, "ledger_opened", first.act["data"], cases=cases)
    return [("founding_wrong", bad.position)]


@case("13.4 a", founded=False)
def founding_accepted_under_a_bad_signature(m):
    """The awaited acceptance fails, so that the founding stays open and the next act comes too early."""
    unfinished(m)
    bad = m.add(
        m.oversight,
        "founding_accepted",
        {},
        cases=["person:overs1", "registry:ledger"],
        signed_with=m.registrar.key,
    )
    early = m.add(m.registrar, "post_assigned", {"person": "wang1", "post": OFFICE}, cases=["person:wang1"])
    return [("bad_signature", bad.position), ("founding_wrong", early.position)]


@case("13.4 a")
def act_after_the_closing(m):
    """Nothing follows a closed ledger."""
    m.have_clerk()
    m.close()
    bad = m.document(m.clerk)
    again = m.close()
    return [("after_close", bad.position), ("after_close", again.position)]


@case("13.4 a")
def unreadable_record_after_the_closing(m):
    """What follows a closed ledger is too late even if nobody can read it."""
    m.close()
    p = m.append(b"\xc1")
    return [("after_close", p), ("not_canonical", p)]


@case("13.4 a")
def closing_that_failed(m):
    """A closing by somebody not entitled closes nothing."""
    bad = m.add(m.registrar, "ledger_closed", {"reason": "finished", "successor": None})
    m.document(m.clerk)
    return [("post_not_entitled", bad.position)]
