"""P-256 at its borders: one encoding of a key, one of a signature."""

import hashlib

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

from ledger.sealing import algorithms
from ledger.sealing.algorithms import ALGORITHMS, load_public, p256
from tests.unit.sealing.algorithm_keys import KEYS, MESSAGE, N, h, p256_from
from tests.unit.sealing.signers import code_of


def p256_variants() -> dict[str, bytes]:
    spki = KEYS["p256-sha256"].spki
    key = ec.derive_private_key(0xC0FFEE, ec.SECP256R1()).public_key()
    compressed = key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint)
    wrong = bytearray(spki)
    wrong[-1] ^= 1
    field = 2**256 - 2**224 + 2**192 + 2**96 - 1
    x = int.from_bytes(spki[27:59], "big")
    return {
        "empty": b"",
        "cut": spki[:-1],
        "one byte more": spki + b"\0",
        "compressed point": h("3039301306072a8648ce3d020106082a8648ce3d030107032200") + compressed,
        "compressed point filled up": spki[:26] + compressed + bytes(32),
        "hybrid point": spki[:26] + bytes([6 | spki[-1] & 1]) + spki[27:],
        "point at infinity": spki[:26] + bytes(65),
        "zero": spki[:27] + bytes(64),
        "not on the curve": bytes(wrong),
        "x and y swapped": spki[:27] + spki[59:] + spki[27:59],
        "x beyond the field": spki[:27] + b"\xff" * 32 + spki[59:],
        "x plus the field": spki[:27] + ((x + field) % 2**256).to_bytes(32, "big") + spki[59:],
        "another curve's name": spki[:20] + b"\x22" + spki[21:],
        "another key type's name": spki[:10] + b"\x02" + spki[11:],
        "long form of a length": h("308159") + spki[2:],
        "unused bits": spki[:25] + b"\x01" + spki[26:],
        "P-384": ec.generate_private_key(ec.SECP384R1())
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo),
    }


@pytest.mark.parametrize("name", p256_variants())
def test_p256_takes_one_encoding_of_a_key(name):
    assert code_of(load_public, "p256-sha256", p256_variants()[name]) == "bad_key"


def test_p256_point_of_small_x_is_fine():
    """x = 0 is not on this curve's forbidden list: only being on the curve counts."""
    y = pow(
        0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
        (2**256 - 2**224 + 2**192 + 2**96) // 4,
        2**256 - 2**224 + 2**192 + 2**96 - 1,
    )
    load_public("p256-sha256", p256.PREFIX + bytes(32) + y.to_bytes(32, "big"))


@given(st.binary(max_size=30))
def test_p256_lowers_s(message):
    signature = KEYS["p256-sha256"].sign(message)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    public = load_public("p256-sha256", KEYS["p256-sha256"].spki)
    assert 0 < s <= N // 2
    assert public.verify(signature, message)
    high = signature[:32] + (N - s).to_bytes(32, "big")
    assert not public.verify(high, message), (
        "the twin with the high s is the same signature spelled otherwise"
    )
    assert 0 < r < N


def test_p256_high_s_is_refused_though_the_library_takes_it():
    key = ec.derive_private_key(0xC0FFEE, ec.SECP256R1())
    r, s = decode_dss_signature(key.sign(MESSAGE, ec.ECDSA(SHA256())))
    low, high = min(s, N - s), max(s, N - s)
    key.public_key().verify(encode_dss_signature(r, high), MESSAGE, ec.ECDSA(SHA256()))
    public = load_public("p256-sha256", KEYS["p256-sha256"].spki)
    assert public.verify(r.to_bytes(32, "big") + low.to_bytes(32, "big"), MESSAGE)
    assert not public.verify(r.to_bytes(32, "big") + high.to_bytes(32, "big"), MESSAGE)


def forged_p256(r: int, s: int, message: bytes = MESSAGE) -> tuple[algorithms.PublicKey, bytes]:
    """A key under which (r, s) is arithmetically good for the message: made from the signature, not the reverse."""
    # Q = r^-1 (s R - e G); with R = k G the key is d = (s k - e) / r.
    k = 7
    rx = ec.derive_private_key(k, ec.SECP256R1()).public_key().public_numbers().x % N
    e = int.from_bytes(hashlib.sha256(message).digest(), "big")
    d = (s * k - e) * pow(rx, -1, N) % N
    return load_public("p256-sha256", p256_from(d).spki), rx.to_bytes(32, "big") + s.to_bytes(32, "big")


@pytest.mark.parametrize(
    ("s", "good"),
    [(1, True), (N // 2, True), (N // 2 + 1, False), (N - 1, False)],
    ids=["1", "n/2", "n/2 + 1", "n - 1"],
)
def test_p256_s_at_its_borders(s, good):
    public, signature = forged_p256(0, s)
    assert public.verify(signature, MESSAGE) is good


@pytest.mark.parametrize("part", ["r", "s"])
@pytest.mark.parametrize("value", [0, N, N + 1, 2**256 - 1])
def test_p256_numbers_out_of_range(part, value):
    signature = KEYS["p256-sha256"].sign(MESSAGE)
    number = value.to_bytes(32, "big")
    changed = number + signature[32:] if part == "r" else signature[:32] + number
    assert not load_public("p256-sha256", KEYS["p256-sha256"].spki).verify(changed, MESSAGE)


def test_p256_adding_n_is_not_another_spelling():
    public, signature = forged_p256(0, 1)
    assert public.verify(signature, MESSAGE)
    assert not public.verify(signature[:32] + (1 + N).to_bytes(32, "big"), MESSAGE)


def test_p256_refuses_der():
    key = ec.derive_private_key(0xC0FFEE, ec.SECP256R1())
    public = load_public("p256-sha256", KEYS["p256-sha256"].spki)
    assert not any(public.verify(key.sign(MESSAGE, ec.ECDSA(SHA256())), MESSAGE) for _ in range(5))


def test_p256_hashes_with_sha256():
    key = ec.derive_private_key(0xC0FFEE, ec.SECP256R1())
    der_signature = key.sign(hashlib.sha256(MESSAGE).digest(), ec.ECDSA(Prehashed(SHA256())))
    r, s = decode_dss_signature(der_signature)
    raw = r.to_bytes(32, "big") + min(s, N - s).to_bytes(32, "big")
    assert load_public("p256-sha256", KEYS["p256-sha256"].spki).verify(raw, MESSAGE)


def test_p256_spelled_out_is_der():
    """For strangers' software; what is no signature of ours stays what it is."""
    spell = ALGORITHMS["p256-sha256"].spelled_out
    for r, s in ((1, 1), (N - 1, N // 2), (0x80, 0x7F), (0, 0), (2**255, 256)):
        assert spell(r.to_bytes(32, "big") + s.to_bytes(32, "big")) == encode_dss_signature(r, s)
    assert spell(b"short") == b"short"
    assert ALGORITHMS["ed25519"].spelled_out(b"as it is") == b"as it is"


def test_p256_small_numbers_survive_the_way_through_der():
    """Leading zeros and high bits: the library wants DER, where a number has a shortest form."""
    for s in (1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 2**200, 2**247, 2**248 - 1):
        public, signature = forged_p256(0, s)
        assert public.verify(signature, MESSAGE), hex(s)


def test_p256_rfc_6979_vector():
    """The published signature over "sample", its s lowered; and as published, refused."""
    private = p256_from(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721)
    r = 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
    s = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
    public = load_public("p256-sha256", private.spki)
    assert public.verify(r.to_bytes(32, "big") + (N - s).to_bytes(32, "big"), b"sample")
    assert not public.verify(r.to_bytes(32, "big") + s.to_bytes(32, "big"), b"sample")
