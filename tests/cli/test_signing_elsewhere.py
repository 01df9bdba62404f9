"""prepare, key proof, key enrol: keys that this software never holds."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.office import CLERK, SECRET_NUMBER, Office
from tests.cli.shapes import is_accepted


@pytest.mark.openssl
@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
def test_openssl_signs_what_prepare_made(office: Office, tmp_path, alg):
    pem, public, message, signature = (tmp_path / name for name in ("k.pem", "k.pub", "m.bin", "m.sig"))
    make = (
        ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
        if alg == "p256-sha256"
        else ["-algorithm", "ed25519"]
    )
    openssl("genpkey", *make, "-out", pem)
    openssl("pkey", "-in", pem, "-pubout", "-out", public)
    _enrol_foreign(office, alg, pem, public)

    request = tmp_path / "待签.json"
    said = office.run(
        "prepare", office.paper(), "--person", "wu6f", "--post", CLERK, "--public", public, "-o", request
    )
    assert said.code == 0, said
    assert list(said.json) == ["act", "request"]
    assert request.stat().st_mode & 0o077 == 0  # it holds the values behind commitments
    prepared = json.loads(request.read_bytes())
    assert any(SECRET_NUMBER in line for line in prepared["lines"])
    message.write_bytes(base64.b64decode(prepared["to_sign"]))
    _sign(alg, pem, message, signature)
    checked = office.run("submit", "--request", request, "--signature", signature, "--check", password=None)
    assert checked.json["outcome"] == "would_accept"
    body = is_accepted(office.run("submit", "--request", request, "--signature", signature, password=None))
    assert body["act"] == said.json["act"]
    assert (
        office.run("submit", "--request", request, "--signature", signature).json["position"]
        == body["position"]
    )

    signature.write_bytes(b"x" * 64)
    wrong = office.run("submit", "--request", request, "--signature", signature)
    assert (wrong.error["code"], wrong.code) == ("signature_wrong", 2)
    request_text = request.read_text("utf-8").replace(
        SECRET_NUMBER.encode().hex(), "00" * len(SECRET_NUMBER.encode())
    )
    damaged = tmp_path / "damaged.json"
    damaged.write_text(request_text, "utf-8")
    wrong = office.run("submit", "--request", damaged, "--signature", signature)
    assert (wrong.error["code"], wrong.code) == ("request_damaged", 3)


def openssl(*arguments: object) -> None:
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


def _sign(alg: str, pem: Path, message: Path, signature: Path) -> None:
    if alg == "p256-sha256":
        openssl("dgst", "-sha256", "-sign", pem, "-out", signature, message)
    else:
        openssl("pkeyutl", "-sign", "-rawin", "-inkey", pem, "-in", message, "-out", signature)


def _enrol_foreign(office: Office, alg: str, pem: Path, public: Path) -> None:
    """A key that this software never held: its owner's proof is signed by openssl too."""
    message, proof = public.with_name("持有证明"), public.with_name("持有证明.sig")
    who = ("--person", "wu6f", "--public", public)
    said = office.run("key proof", *who, "-o", message)
    assert (said.code, said.json) == (0, {"person": "wu6f", "to_sign": str(message)})
    officers = ("--by", office.key("zhao1a"), "--confirm", office.key("qian2b"))
    enrol = ("key enrol", *who, "--post", CLERK, "--proof", proof, *officers)
    proof.write_bytes(b"\0" * 64)
    wrong = office.run(*enrol)
    assert (wrong.error["code"], wrong.code) == ("signature_wrong", 2)
    _sign(alg, pem, message, proof)
    made = office.run(*enrol)
    assert made.code == 0, made
    assert list(made.json) == ["person", "post", "key", "file", "steps"]
    assert made.json["file"] is None
    assert [step["type"] for step in made.json["steps"]] == ["key_enrolled", "key_confirmed", "post_assigned"]


def test_prepare_wants_a_key_that_can_sign(shared: Office, tmp_path):
    public = tmp_path / "k.pub"
    public.write_text("not a key")
    said = shared.run(
        "prepare", shared.paper(), "--person", "wu6f", "--public", public, "-o", tmp_path / "request"
    )
    assert (said.error["code"], said.code) == ("bad_key", 3)
    assert not (tmp_path / "request").exists()
