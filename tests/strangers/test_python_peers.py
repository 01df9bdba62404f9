"""Other people's Python: pymerkle makes our roots and paths, securesystemslib verifies our acts as DSSE."""

import json
from hashlib import sha256
from typing import Any

import pytest

from ledger.sealing import canon, dsse, record
from ledger.sealing.tree import leaf_hash
from tests import peers
from tests.strangers.trees import our_tree
from tests.support.ledgers import CUSTODIAN, LedgerMaker

# ---- pymerkle ----


@pytest.fixture(scope="module")
def their_tree() -> Any:
    peers.require("pymerkle")
    from pymerkle import InmemoryTree

    tree = InmemoryTree(algorithm="sha256")
    for data in our_tree().records:
        tree.append_entry(data)
    return tree


def test_pymerkle_agrees_on_every_root(their_tree: Any) -> None:
    ours = our_tree()
    assert [their_tree.get_root(size) for size in range(len(ours.roots))] == ours.roots


def test_pymerkle_agrees_on_every_path(their_tree: Any) -> None:
    """Its proof begins with the leaf itself; what follows is our path, hash by hash."""
    ours = our_tree()
    for size in range(1, len(ours.roots)):
        for index in range(size):
            proof = their_tree.prove_inclusion(index + 1, size)
            assert proof.path == [leaf_hash(ours.records[index]), *ours.inclusion(index, size)], (index, size)


def test_pymerkle_verifies_from_our_path_alone(their_tree: Any) -> None:
    """A proof put together from our hashes only resolves to our root in their code."""
    from pymerkle import InvalidProof, verify_inclusion

    ours = our_tree()
    for size in (1, 2, 3, 64, 65, 130):
        for index in (0, size // 2, size - 1):
            proof = their_tree.prove_inclusion(index + 1, size)
            leaf = leaf_hash(ours.records[index])
            proof.path = [leaf, *ours.inclusion(index, size)]
            verify_inclusion(leaf, ours.roots[size], proof)
            if size == 1:
                continue
            proof.path[-1] = bytes(32)
            with pytest.raises(InvalidProof):
                verify_inclusion(leaf, ours.roots[size], proof)


# ---- securesystemslib ----


@pytest.fixture(scope="module", params=["p256-sha256", "ed25519"])
def maker(request: pytest.FixtureRequest) -> LedgerMaker:
    """A ledger with acts of persons and of the machine, whose key is Ed25519 in any case."""
    peers.require("securesystemslib")
    maker = LedgerMaker(alg=request.param)
    maker.found()
    clerk = maker.hire("clerk", "office/clerk")
    maker.hire("keeper", CUSTODIAN)
    maker.document(clerk)
    maker.refuse(clerk, "ledger_closed", {"reason": "finished", "successor": None})
    return maker


def enrolled_keys(maker: LedgerMaker) -> dict[str, tuple[str, bytes]]:
    """Key id → algorithm and SPKI, as the ledger's own records give them."""
    opened = maker.added[0].act["data"]
    given = [*opened["founders"], opened["machine"]]
    given += [each.act["data"] for each in maker.added if each.act["type"] == "key_enrolled"]
    return {dsse_key_id(each): (each["alg"], each["spki"]) for each in given}


def dsse_key_id(enrolment: dict[str, Any]) -> str:
    return sha256(enrolment["alg"].encode() + b"\0" + enrolment["spki"]).hexdigest()


def test_securesystemslib_verifies_every_record_of_a_ledger(maker: LedgerMaker) -> None:
    from cryptography.hazmat.primitives.serialization import load_der_public_key
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import VerificationError
    from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # no __all__ there

    keys = enrolled_keys(maker)
    their_keys = {
        name: SSlibKey.from_crypto(load_der_public_key(spki), name) for name, (_, spki) in keys.items()
    }
    assert {alg for alg, _ in keys.values()} == {maker.alg, "ed25519"}
    for stored in maker.contents.records:
        act = record.unpack(stored).act
        name = canon.decode(act)["key"].hex()
        exported = json.loads(dsse.export(stored, keys[name][0]))
        envelope = Envelope.from_dict(exported)
        assert envelope.payload == act
        assert envelope.verify([their_keys[name]], 1).keys() == {name}
        envelope.payload = envelope.payload[:-1] + bytes([envelope.payload[-1] ^ 1])
        with pytest.raises(VerificationError):
            envelope.verify([their_keys[name]], 1)
