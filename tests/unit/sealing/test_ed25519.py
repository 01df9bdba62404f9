"""Ed25519 at its borders: canonical keys of prime order, S below L, no cofactor."""

import hashlib

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from ledger.sealing.algorithms import ed25519, load_public
from tests.unit.sealing.algorithm_keys import KEYS, MESSAGE, P25519, L, ed25519_from, h
from tests.unit.sealing.signers import code_of


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
