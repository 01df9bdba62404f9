"""The way of one act from a form to a verified ledger, once with a key file and once with nothing but openssl."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ledger.audit import verify
from ledger.client.compose import compose, compose_batch
from ledger.client.enrol import foreign_keyobj, pop_message
from ledger.client.lookup import OfLedger
from ledger.client.request import attach, parse, prepare
from ledger.client.signer import Signer, public_key
from ledger.desk import Accepted, Desk
from ledger.errors import LedgerError
from ledger.keeping.founding import Plan, found
from ledger.keeping.hand import Hand
from tests.client.people import CHEAP, ORIGIN

PASSWORD = "口令"
TODAY = "2024-03-01"
FOUNDERS = [("zhang1", "office/registrar"), ("lisi1", "oversight/head")]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    plan = Plan("某市人民政府", ORIGIN, FOUNDERS)
    found(str(tmp_path / "账本"), plan, tmp_path / "keys", PASSWORD, cost=CHEAP)
    with Desk.open(tmp_path / "账本") as desk:
        yield desk


def hand(desk: Desk, folder: Path, person: str) -> Hand:
    return Hand.of(desk, folder / "keys" / f"{person}.key", PASSWORD)


def accepted(hand: Hand, kind: str, data: dict[str, object]) -> None:
    outcome = hand.act({"type": kind, "at": TODAY, "data": data})
    assert isinstance(outcome, Accepted), outcome.json()


def holds(desk: Desk, folder: Path) -> dict[str, object]:
    report = verify(folder / "账本", anchors=[folder / "账本" / "anchor.txt"], jobs=1).json()
    assert [f for f in report["failures"] if f["effect"] == "fails"] == []
    return report


def test_with_a_key_file(desk: Desk, tmp_path: Path):
    registrar = hand(desk, tmp_path, "zhang1")
    form = {
        "type": "document_registered",
        "at": TODAY,
        "data": {"file": "正文", "how": "post", "issuer": "某局", "kind": "copy", "received": TODAY},
    }
    drafts = compose_batch([form, form], registrar.file.signer, lookup=OfLedger(desk.state, desk.look))
    outcomes = desk.submit([draft.sign(registrar.private) for draft in drafts])
    assert all(isinstance(outcome, Accepted) for outcome in outcomes)
    kept = desk.vault.values(draft.digest for draft in drafts)
    assert {act: fields["file"] for act, fields in kept.items()} == {d.digest: d.openings[0] for d in drafts}
    report = holds(desk, tmp_path)
    assert report["commitments"] == {"present": 2, "erased": 0, "withheld": 0, "missing": 0, "wrong": 0}


@pytest.mark.openssl
@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
def test_with_openssl_alone(desk: Desk, tmp_path: Path, alg: str):
    """Key, proof of possession and act: this program sees the public key and signatures only."""

    def openssl(*args: str) -> None:
        subprocess.run(["openssl", *args], cwd=tmp_path, check=True, capture_output=True)

    def signature(message: bytes) -> bytes:
        (tmp_path / "message").write_bytes(message)
        if alg == "ed25519":
            openssl("pkeyutl", "-sign", "-rawin", "-inkey", "k.pem", "-in", "message", "-out", "sig")
        else:
            openssl("dgst", "-sha256", "-sign", "k.pem", "-out", "sig", "message")
        return (tmp_path / "sig").read_bytes()

    kind = ("ED25519",) if alg == "ed25519" else ("EC", "-pkeyopt", "ec_paramgen_curve:P-256")
    openssl("genpkey", "-algorithm", *kind, "-out", "k.pem")
    openssl("pkey", "-in", "k.pem", "-pubout", "-out", "pub.pem")
    known = public_key((tmp_path / "pub.pem").read_bytes())
    assert known[0] == alg

    whose: dict[str, Any] = {"person": "wangwu1", "origin": desk.origin, "ledger": desk.ledger}
    proof = foreign_keyobj(*known, signature(pop_message(*known, **whose)), **whose)
    with pytest.raises(LedgerError) as caught:
        foreign_keyobj(*known, signature(pop_message(*known, **whose)), **whose | {"person": "lisi1"})
    assert caught.value.code == "signature_wrong"
    registrar, oversight = hand(desk, tmp_path, "zhang1"), hand(desk, tmp_path, "lisi1")
    shown = {"alg": alg, "pop": proof["pop"].hex(), "spki": proof["spki"].hex()}
    signer = Signer("wangwu1", "office/clerk", desk.ledger, desk.origin, *known)
    accepted(registrar, "key_enrolled", {"person": "wangwu1", **shown})
    accepted(oversight, "key_confirmed", {"key": signer.key.hex()})
    accepted(registrar, "post_assigned", {"person": "wangwu1", "post": "office/clerk"})

    accepted(oversight, "duties_changed", {
        "duty": "office", "posts": ["office/clerk", "office/registrar"], "reason": "增设收文岗",
    })  # fmt: skip
    form = {
        "type": "document_registered",
        "at": TODAY,
        "data": {"file": "正文", "how": "post", "issuer": "某局", "kind": "copy", "received": TODAY},
    }
    draft = compose(form, signer, lookup=OfLedger(desk.state, desk.look))
    request = parse(prepare(draft, signer).file())
    submission = attach(request, signature(request.message))
    (outcome,) = desk.submit([submission])
    assert isinstance(outcome, Accepted), outcome.json()
    assert outcome.act == draft.digest
    holds(desk, tmp_path)
