"""Both algorithms at their borders: what a key must be, what a signature must be, and how a third one comes in."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519
from hypothesis import given
from hypothesis import strategies as st

import ledger
from ledger.errors import LedgerError
from ledger.sealing.algorithms import ALGORITHMS, ed25519, generate, key_id, load_private, load_public, p256
from tests.unit.sealing.algorithm_keys import KEYS, MESSAGE, h
from tests.unit.sealing.signers import code_of

# ---- what both have in common ----


def test_exactly_these_two():
    assert sorted(ALGORITHMS) == ["ed25519", "p256-sha256"]
    assert all(name == algorithm.name for name, algorithm in ALGORITHMS.items())


@pytest.mark.parametrize("alg", KEYS)
def test_signs_and_verifies(alg):
    private = KEYS[alg]
    public = load_public(alg, private.spki)
    signature = private.sign(MESSAGE)
    assert len(signature) == 64
    assert public.verify(signature, MESSAGE)
    assert not public.verify(signature, MESSAGE + b"\0")
    assert not public.verify(signature, b"")
    assert private.alg == alg


@pytest.mark.parametrize("alg", KEYS)
@pytest.mark.parametrize("length", [0, 1, 32, 63, 65, 70, 72, 128])
def test_a_signature_has_64_bytes(alg, length):
    public = load_public(alg, KEYS[alg].spki)
    assert not public.verify((KEYS[alg].sign(MESSAGE) * 2)[:length], MESSAGE)


@pytest.mark.parametrize("alg", KEYS)
@given(bit=st.integers(0, 511))
def test_any_flipped_bit_spoils_the_signature(alg, bit):
    signature = bytearray(KEYS[alg].sign(MESSAGE))
    signature[bit // 8] ^= 1 << bit % 8
    assert not load_public(alg, KEYS[alg].spki).verify(bytes(signature), MESSAGE)


@pytest.mark.parametrize("alg", KEYS)
@given(signature=st.binary(min_size=64, max_size=64), message=st.binary(max_size=20))
def test_no_bytes_make_verification_fail_otherwise_than_by_saying_no(alg, signature, message):
    assert load_public(alg, KEYS[alg].spki).verify(signature, message) is False


@pytest.mark.parametrize("alg", KEYS)
def test_a_private_key_comes_back_from_its_bytes(alg):
    private = KEYS[alg]
    again = load_private(private.pkcs8())
    assert (again.alg, again.spki, again.key_id, again.pkcs8()) == (
        private.alg,
        private.spki,
        private.key_id,
        private.pkcs8(),
    )
    assert load_public(alg, again.spki).verify(again.sign(MESSAGE), MESSAGE)


@pytest.mark.parametrize("alg", KEYS)
def test_generates_a_fresh_key_each_time(alg):
    one, other = generate(alg), generate(alg)
    assert one.alg == alg
    assert one.key_id != other.key_id
    assert load_public(alg, one.spki).verify(one.sign(MESSAGE), MESSAGE)
    assert not load_public(alg, other.spki).verify(one.sign(MESSAGE), MESSAGE)


def test_key_ids():
    """These very ids: another implementation must find the same."""
    assert KEYS["ed25519"].key_id.hex() == (
        hashlib.sha256(b"ed25519\0" + h("302a300506032b6570032100") + KEYS["ed25519"].spki[12:]).hexdigest()
    )
    assert KEYS["ed25519"].spki.hex() == (
        "302a300506032b6570032100" + "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"
    )
    assert (
        KEYS["p256-sha256"]
        .spki.hex()
        .startswith("3059301306072a8648ce3d020106082a8648ce3d030107034200" + "04")
    )
    for alg, private in KEYS.items():
        assert private.key_id == key_id(alg, private.spki)
        assert key_id(alg, private.spki) == hashlib.sha256(alg.encode() + b"\0" + private.spki).digest()
    assert key_id("a", b"\0b") != key_id("a\0", b"b")[:31]
    assert key_id("ed25519", b"") == hashlib.sha256(b"ed25519\0").digest()


@pytest.mark.parametrize("alg", ["", "p256", "P256-SHA256", "Ed25519", "ml-dsa-44", "sm2-sm3", "x" * 500])
def test_other_algorithms_are_not_known(alg):
    assert code_of(load_public, alg, KEYS["ed25519"].spki) == "bad_key"
    assert code_of(generate, alg) == "bad_key"


def test_a_key_of_one_algorithm_is_none_of_the_other():
    assert code_of(load_public, "ed25519", KEYS["p256-sha256"].spki) == "bad_key"
    assert code_of(load_public, "p256-sha256", KEYS["ed25519"].spki) == "bad_key"


def der(key, password: bytes | None = None) -> bytes:
    protection = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    return bytes(key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, protection))


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"",
        lambda: b"\x30",
        lambda: b"-----BEGIN PRIVATE KEY-----",
        lambda: KEYS["ed25519"].pkcs8()[:-1],
        lambda: KEYS["p256-sha256"].spki,
        lambda: der(rsa.generate_private_key(65537, 2048)),
        lambda: der(ec.generate_private_key(ec.SECP384R1())),
        lambda: der(ec.generate_private_key(ec.SECP256K1())),
        lambda: der(x25519.X25519PrivateKey.generate()),
        lambda: der(ec.generate_private_key(ec.SECP256R1()), b"password"),
    ],
    ids=["empty", "cut", "pem", "short", "public", "rsa", "p384", "k256", "x25519", "encrypted"],
)
def test_what_is_no_private_key_of_ours(make):
    assert code_of(load_private, make()) == "bad_private_key"


@given(st.binary(max_size=100))
def test_any_bytes_as_a_private_key(data):
    try:
        load_private(data)
    except LedgerError as error:
        assert error.code == "bad_private_key"


@pytest.mark.parametrize("alg", KEYS)
@given(data=st.data())
def test_any_bytes_as_a_public_key(alg, data):
    prefix = {"ed25519": ed25519.PREFIX, "p256-sha256": p256.PREFIX}[alg]
    spki = data.draw(st.binary(max_size=95) | st.binary(min_size=64, max_size=64).map(lambda b: prefix + b))
    try:
        load_public(alg, spki)
    except LedgerError as error:
        assert error.code == "bad_key"


# ---- a third algorithm ----

TOY = '''
"""`toy-1`: a keyed hash, for a test; any module of this package with an ALGORITHM is found."""

import hashlib

from ledger.errors import LedgerError


class Toy:
    name = "toy-1"
    alg = "toy-1"

    def __init__(self, spki=b"toy"):
        self.spki = spki
        self.key_id = hashlib.sha256(b"toy-1\\0" + spki).digest()

    def load_public(self, spki):
        if not spki.startswith(b"toy"):
            raise LedgerError("bad_key", detail="no toy")
        return Toy(spki)

    def generate(self):
        return Toy(b"toy1")

    def adopt(self, private):
        return None

    def spelled_out(self, signature):
        return signature

    def sign(self, message):
        return hashlib.sha256(self.spki + message).digest()

    def verify(self, signature, message):
        return signature == self.sign(message)

    def pkcs8(self):
        return b""


ALGORITHM = Toy()
'''
ASK = """
from ledger.errors import LedgerError
from ledger.sealing import algorithms, envelope
assert sorted(algorithms.ALGORITHMS) == ["ed25519", "p256-sha256", "toy-1"], algorithms.ALGORITHMS
private = algorithms.generate("toy-1")
assert private.key_id == algorithms.key_id("toy-1", private.spki)
signature = envelope.sign(private, envelope.ACT_TYPE, b"body")
public = algorithms.load_public("toy-1", private.spki)
assert envelope.verify(public, envelope.ACT_TYPE, b"body", signature)
assert not envelope.verify(public, envelope.POP_TYPE, b"body", signature)
assert algorithms.generate("p256-sha256").alg == "p256-sha256"
try:
    algorithms.load_public("toy-1", b"")
except LedgerError as error:
    assert error.code == "bad_key"
print("three")
"""


def test_a_third_algorithm_is_one_new_file(tmp_path: Path):
    package = Path(ledger.__file__).parent
    shutil.copytree(package, tmp_path / "ledger", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "ledger" / "sealing" / "algorithms" / "toy.py").write_text(TOY, "utf-8")
    run = subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "three"), run.stderr


def test_an_act_may_name_only_the_two_of_version_1():
    """A new file makes an algorithm known to this room; acts of today may still not name it."""
    from ledger.acts.life import ALG

    assert [
        name for name in ("p256-sha256", "ed25519", "ml-dsa-44", "sm2-sm3", "toy-1") if ALG.check(name)
    ] == [
        "p256-sha256",
        "ed25519",
    ]
