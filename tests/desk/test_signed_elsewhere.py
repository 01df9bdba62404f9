"""prepare … submit: the key never comes near the desk; `openssl` alone signs what is handed out."""

import base64
import os
import subprocess

import pytest

from ledger.client import request as requests
from ledger.client.foreign import own_form
from ledger.client.signer import Signer, public_key
from ledger.desk import Accepted
from ledger.errors import LedgerError
from ledger.keeping.hand import draft
from ledger.sealing import record
from ledger.sealing.envelope import POP_TYPE, pae, pop_body
from tests.desk.office import CLERK, Person, accept

pytestmark = pytest.mark.openssl

MAKING = {
    "p256-sha256": ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "ed25519": ["genpkey", "-algorithm", "ed25519"],
}
SIGNING = {
    "p256-sha256": ["dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "message"],
    "ed25519": ["pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "message", "-out", "signature"],
}


class Token:
    """A person's own machine, with nothing on it but openssl."""

    def __init__(self, folder, alg):
        self.folder, self.alg = folder, alg
        folder.mkdir()
        self.run(*MAKING[alg], "-out", "key.pem")
        self.run("pkey", "-in", "key.pem", "-pubout", "-out", "public.pem")

    def run(self, *words):
        done = subprocess.run(
            ["openssl", *words], cwd=self.folder, capture_output=True, env={"PATH": os.environ["PATH"]}
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def public(self):
        return (self.folder / "public.pem").read_bytes()

    def sign(self, message):
        (self.folder / "message").write_bytes(message)
        self.run(*SIGNING[self.alg])
        return (self.folder / "signature").read_bytes()


@pytest.fixture(params=sorted(MAKING))
def clerk(request, office, tmp_path):
    """A clerk whose key was made by openssl and never left there; enrolled by a proof that openssl signed too."""
    token = Token(tmp_path / "token", request.param)
    alg, spki = public_key(token.public)
    desk = office.open()
    signer = Signer("clerk2", CLERK, desk.ledger, desk.origin, alg, spki)
    body = pop_body(key=signer.key, ledger=desk.ledger, origin=desk.origin, person="clerk2", use="act")
    message = pae(POP_TYPE, body)
    pop = own_form(alg, spki, message, token.sign(message))
    data = {"alg": alg, "person": "clerk2", "pop": pop, "spki": spki}
    accept(desk, office.signed(office.registrar, "key_enrolled", data, cases=["person:clerk2"]))
    cases = {"cases": ["person:clerk2"]}
    accept(desk, office.signed(office.head, "key_confirmed", {"key": signer.key}, **cases))
    accept(desk, office.assign(CLERK, "clerk2"))
    return desk, signer, token


FORM = {
    "type": "document_registered",
    "at": "2026-01-05",
    "data": {
        "date": "2026-01-04",
        "file": "正文",
        "how": "post",
        "issuer": "某区人民政府",
        "kind": "copy",
        "number": None,
        "received": "2026-01-05",
    },
}


def prepared(desk, signer):
    """What goes out on the stick, and comes back."""
    made = requests.prepare(draft(desk, signer, FORM), signer)
    return requests.parse(made.file())


@pytest.mark.parametrize("spelling", ["raw", "hex", "base64"])
def test_from_the_form_to_the_receipt(office, clerk, spelling):
    desk, signer, token = clerk
    waiting = prepared(desk, signer)
    assert any("某区人民政府" in line for line in waiting.lines), "the signer sees what is signed"
    signature = token.sign(waiting.message)
    brought = {
        "raw": signature,
        "hex": signature.hex().encode() + b"\n",
        "base64": base64.b64encode(signature),
    }[spelling]
    submission = requests.attach(waiting, brought)
    (outcome,) = desk.submit([submission])
    assert isinstance(outcome, Accepted), outcome.json()
    stored = record.unpack(desk.store.record(outcome.position))
    assert stored.act == waiting.act
    assert desk.vault.values([outcome.act])[outcome.act]["file"].value == "正文"
    assert office.verified()["commitments"]["present"] == 1


def test_a_request_changed_on_its_way(office, clerk):
    desk, signer, token = clerk
    made = requests.prepare(draft(desk, signer, FORM), signer)
    file = made.file().replace("正文".encode().hex().encode(), "别文".encode().hex().encode())
    assert file != made.file()
    with pytest.raises(LedgerError, match="request_damaged"):
        requests.parse(file)
    del token


def test_signed_by_another_token(office, clerk, tmp_path):
    desk, signer, token = clerk
    waiting = prepared(desk, signer)
    other = Token(tmp_path / "other", token.alg)
    with pytest.raises(LedgerError, match="signature_wrong"):
        requests.attach(waiting, other.sign(waiting.message))
    assert isinstance(office.clerk, Person)


def test_signed_too_late(office, clerk):
    """A request that lay about for an hour is no live act any more."""
    desk, signer, token = clerk
    waiting = prepared(desk, signer)
    submission = requests.attach(waiting, token.sign(waiting.message))
    office.clock.tick(3600 * 1_000_000)
    (outcome,) = desk.submit([submission])
    assert [b["code"] for b in outcome.json()["breaches"]] == ["not_live"]
    office.verified()
