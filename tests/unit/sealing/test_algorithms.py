"""Both algorithms at their borders: what a key must be, what a signature must be, and how a third one comes in."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa, x25519
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import (
    Prehashed,
    decode_dss_signature,
    encode_dss_signature,
)
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import given
from hypothesis import strategies as st

import ledger
from ledger.errors import LedgerError
from ledger.sealing import algorithms
from ledger.sealing.algorithms import ALGORITHMS, ed25519, generate, key_id, load_private, load_public, p256
from tests.unit.sealing.signers import code_of

N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
L = 2**252 + 27742317777372353535851937790883648493
P25519 = 2**255 - 19
MESSAGE = b"DSSEv1 4 test 5 hello"


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def p256_from(scalar: int) -> algorithms.PrivateKey:
    key = ec.derive_private_key(scalar, ec.SECP256R1())
    return load_private(
        key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )


def ed25519_from(seed: bytes) -> algorithms.PrivateKey:
    return load_private(h("302e020100300506032b657004220420") + seed)


KEYS = {"p256-sha256": p256_from(0xC0FFEE), "ed25519": ed25519_from(bytes(range(32)))}


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


# ---- P-256 ----


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


# ---- Ed25519 ----


def y_of(number: int, sign: int = 0) -> bytes:
    return (number | sign << 255).to_bytes(32, "little")


_Y8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7  # y of a point of order 8
TORSION = {
    "order 1": y_of(1),
    "order 2": y_of(P25519 - 1),
    "order 4": y_of(0),
    "order 4, other sign": y_of(0, 1),
    "order 8": y_of(_Y8),
    "order 8, other sign": y_of(_Y8, 1),
    "order 8, mirrored": y_of(P25519 - _Y8),
    "order 8, mirrored, other sign": y_of(P25519 - _Y8, 1),
}
NON_CANONICAL = {
    "order 1, x = 0 with a sign": y_of(1, 1),
    "order 2, x = 0 with a sign": y_of(P25519 - 1, 1),
    "order 1 as p + 1": y_of(P25519 + 1),
    "order 1 as p + 1 with a sign": y_of(P25519 + 1, 1),
    "order 4 as p": y_of(P25519),
    "order 4 as p with a sign": y_of(P25519, 1),
    **{f"y = p + {n}": y_of(P25519 + n) for n in range(2, 19)},
    **{f"y = p + {n} with a sign": y_of(P25519 + n, 1) for n in range(2, 19)},
    "all ones": b"\xff" * 32,
}


def spki_of(point: bytes) -> bytes:
    return ed25519.PREFIX + point


def multiply(point, scalar: int):
    """Point arithmetic of the tests' own (affine, slow)."""
    total = (0, 1)
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point = add(point, point)
        scalar >>= 1
    return total


D = -121665 * pow(121666, -1, P25519) % P25519


def add(one, other):
    (x1, y1), (x2, y2) = one, other
    cross = D * x1 * x2 * y1 * y2 % P25519
    return (
        (x1 * y2 + x2 * y1) * pow(1 + cross, -1, P25519) % P25519,
        (y1 * y2 + x1 * x2) * pow(1 - cross, -1, P25519) % P25519,
    )


def point_of(encoded: bytes):
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, -1, P25519) % P25519
    x = pow(square, (P25519 + 3) // 8, P25519)
    if (x * x - square) % P25519:
        x = x * pow(2, (P25519 - 1) // 4, P25519) % P25519
    assert (x * x - square) % P25519 == 0
    return ((P25519 - x) % P25519 if x & 1 != sign else x), y


def encoded(point) -> bytes:
    return y_of(point[1], point[0] & 1)


def test_the_tests_own_list_is_the_whole_torsion_group():
    points = {point_of(each) for each in TORSION.values()}
    assert len(points) == 8
    generator = point_of(TORSION["order 8"])
    assert points == {multiply(generator, n) for n in range(8)}


@pytest.mark.parametrize("name", TORSION)
def test_ed25519_keys_of_small_order(name):
    assert code_of(load_public, "ed25519", spki_of(TORSION[name])) == "bad_key"


@pytest.mark.parametrize("name", NON_CANONICAL)
def test_ed25519_keys_in_another_spelling(name):
    assert code_of(load_public, "ed25519", spki_of(NON_CANONICAL[name])) == "bad_key"


@pytest.mark.parametrize("name", [name for name in TORSION if name != "order 1"])
def test_ed25519_keys_of_mixed_order(name):
    mixed = add(point_of(KEYS["ed25519"].spki[12:]), point_of(TORSION[name]))
    assert code_of(load_public, "ed25519", spki_of(encoded(mixed))) == "bad_key"


def test_ed25519_points_off_the_curve():
    outside = []
    for y in range(2, 60):
        square = (y * y - 1) * pow(D * y * y + 1, -1, P25519) % P25519
        if pow(square, (P25519 - 1) // 2, P25519) == P25519 - 1:
            outside.append(y)
    assert len(outside) > 10
    for y in outside:
        assert code_of(load_public, "ed25519", spki_of(y_of(y))) == "bad_key"
        assert code_of(load_public, "ed25519", spki_of(y_of(y, 1))) == "bad_key"


def test_the_library_alone_would_take_one_signature_for_every_message():
    """Why the check is there: under a key of small order nothing needs to be signed."""
    weak = Ed25519PublicKey.from_public_bytes(TORSION["order 1"])
    signature = encoded((0, 1)) + bytes(32)
    for message in (b"one", b"other"):
        try:
            weak.verify(signature, message)
        except InvalidSignature:
            pytest.fail("the library has begun to refuse small orders; this test's reason is gone")


@given(st.binary(min_size=32, max_size=32))
def test_ed25519_good_keys_are_taken(seed):
    private = ed25519_from(seed)
    assert load_public("ed25519", private.spki).verify(private.sign(MESSAGE), MESSAGE)
    assert encoded(point_of(private.spki[12:])) == private.spki[12:]


def test_ed25519_takes_one_encoding_of_a_key():
    spki = KEYS["ed25519"].spki
    for variant in (
        b"",
        spki[12:],
        spki[:-1],
        spki + b"\0",
        h("302a300506032b656e032100") + spki[12:],  # X25519
        h("302a300506032b6571032100") + spki[12:],  # Ed448
        h("302c300706032b65700500032100") + spki[12:],  # with NULL parameters
        h("302a300506032b6570032101") + spki[12:],
        h("30812a300506032b6570032100") + spki[12:],
    ):
        assert code_of(load_public, "ed25519", variant) == "bad_key"


def test_ed25519_s_is_below_l():
    public = load_public("ed25519", KEYS["ed25519"].spki)
    signature = KEYS["ed25519"].sign(MESSAGE)
    s = int.from_bytes(signature[32:], "little")
    for other in (s + L, s + 2 * L, s + 8 * L, L, 2**256 - 1):
        if other < 2**256:
            assert not public.verify(signature[:32] + other.to_bytes(32, "little"), MESSAGE)


def test_ed25519_s_at_its_border(monkeypatch):
    """The border is ours, whatever the library does beyond it: the signature never reaches it."""
    public = load_public("ed25519", KEYS["ed25519"].spki)
    asked: list[bytes] = []
    monkeypatch.setattr(public, "_verify", lambda signature, message: asked.append(signature))
    assert public.verify(bytes(32) + (L - 1).to_bytes(32, "little"), MESSAGE)
    assert len(asked) == 1
    assert not public.verify(bytes(32) + L.to_bytes(32, "little"), MESSAGE)
    assert len(asked) == 1


def test_ed25519_is_without_cofactor():
    """R moved by a point of small order: good for eight times the equation, not for the equation."""
    a = int.from_bytes(hashlib.sha512(bytes(range(32))).digest()[:32], "little")
    a = (a & (2**254 - 8)) | 2**254
    base = point_of(y_of(4 * pow(5, -1, P25519) % P25519))
    public_point = KEYS["ed25519"].spki[12:]
    assert encoded(multiply(base, a % L)) == public_point
    r = 12345
    moved = encoded(add(multiply(base, r), point_of(TORSION["order 8"])))
    plain = encoded(multiply(base, r))
    public = load_public("ed25519", KEYS["ed25519"].spki)
    for big_r, good in ((plain, True), (moved, False)):
        k = int.from_bytes(hashlib.sha512(big_r + public_point + MESSAGE).digest(), "little")
        s = (r + k * a) % L
        assert public.verify(big_r + s.to_bytes(32, "little"), MESSAGE) is good


def test_ed25519_rfc_8032_vectors():
    for seed, public_key, message, signature in (
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            (
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
                "f9b46bd25bf5f0595bbe24655141438e7a100b"
            ),
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            (
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
                "f11d8c387b2eaeb4302aeeb00d291612bb0c00"
            ),
        ),
    ):
        private = ed25519_from(h(seed))
        assert private.spki == spki_of(h(public_key))
        assert private.sign(h(message)) == h(signature)
        assert load_public("ed25519", private.spki).verify(h(signature), h(message))


def test_p256_rfc_6979_vector():
    """The published signature over "sample", its s lowered; and as published, refused."""
    private = p256_from(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721)
    r = 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716
    s = 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8
    public = load_public("p256-sha256", private.spki)
    assert public.verify(r.to_bytes(32, "big") + (N - s).to_bytes(32, "big"), b"sample")
    assert not public.verify(r.to_bytes(32, "big") + s.to_bytes(32, "big"), b"sample")


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
