"""Signing elsewhere: openssl alone makes the key and the signature, and the act is as good as any other."""

import base64
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.client.compose import compose
from ledger.client.request import Request, attach, parse, prepare
from ledger.client.signer import Signer, public_key
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.algorithms import PrivateKey, generate, load_public
from ledger.sealing.algorithms.p256 import ORDER
from ledger.sealing.envelope import ACT_TYPE, pae, verify
from ledger.sealing.submission import Submission
from tests.client.people import LEDGER, ORIGIN

FORM = {
    "type": "signature_repudiated",
    "at": "2024-03-01",
    "cases": ["person:zhang1"],
    "data": {"acts": ["ab" * 32], "reason": "这不是我签的"},
}
KEYS = {alg: generate(alg) for alg in ("p256-sha256", "ed25519")}


def signer(alg: str, spki: bytes) -> Signer:
    return Signer("zhang1", "office/clerk", LEDGER, ORIGIN, alg, spki)


def asked(private: PrivateKey) -> Request:
    who = signer(private.alg, private.spki)
    return prepare(compose(FORM, who), who)


def good(request: Request, submission: Submission) -> bool:
    public = load_public(request.alg, request.spki)
    return (
        verify(public, ACT_TYPE, submission.act, submission.sig)
        and submission.act == request.act
        and submission.openings == request.openings
    )


def openssl(folder: Path, *args: str) -> bytes:
    return subprocess.run(["openssl", *args], cwd=folder, check=True, capture_output=True).stdout


@pytest.mark.openssl
class TestOpenssl:
    """Nothing but openssl sees the private key; it is never in this process."""

    def made(self, folder: Path, *kind: str) -> Request:
        openssl(folder, "genpkey", "-algorithm", *kind, "-out", "private.pem")
        openssl(folder, "pkey", "-in", "private.pem", "-pubout", "-out", "public.pem")
        openssl(folder, "pkey", "-in", "private.pem", "-pubout", "-outform", "DER", "-out", "public.der")
        known = public_key((folder / "public.pem").read_bytes())
        assert public_key((folder / "public.der").read_bytes()) == known
        who = signer(*known)
        data = prepare(compose(FORM, who), who).file()
        (folder / "request.json").write_bytes(data)
        request = parse(data)
        (folder / "message").write_bytes(base64.b64decode(json.loads(data)["to_sign"]))
        assert (folder / "message").read_bytes() == request.message == pae(ACT_TYPE, request.act)
        return request

    def test_p256(self, tmp_path: Path):
        request = self.made(tmp_path, "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
        # Half of openssl's signatures have a high s, which is lowered here.
        for _ in range(8):
            der = openssl(tmp_path, "dgst", "-sha256", "-sign", "private.pem", "message")
            assert good(request, attach(request, der))
        (tmp_path / "sig").write_bytes(der)
        base64_text = openssl(tmp_path, "base64", "-in", "sig").decode()
        assert good(request, attach(request, base64_text))
        hex_text = openssl(tmp_path, "dgst", "-sha256", "-sign", "private.pem", "-hex", "message")
        assert good(request, attach(request, hex_text.split(b"= ")[1]))
        (tmp_path / "digest").write_bytes(openssl(tmp_path, "dgst", "-sha256", "-binary", "message"))
        der = openssl(tmp_path, "pkeyutl", "-sign", "-inkey", "private.pem", "-in", "digest")
        assert good(request, attach(request, der))

    def test_ed25519(self, tmp_path: Path):
        request = self.made(tmp_path, "ED25519")
        raw = openssl(tmp_path, "pkeyutl", "-sign", "-rawin", "-inkey", "private.pem", "-in", "message")
        assert len(raw) == 64
        for text in (raw, raw.hex(), raw.hex().upper(), base64.b64encode(raw)):
            assert good(request, attach(request, text))

    @pytest.mark.parametrize(
        "kind", [("EC", "-pkeyopt", "ec_paramgen_curve:P-384"), ("RSA",), ("X25519",), ("ED448",)]
    )
    def test_keys_that_no_act_can_name(self, tmp_path: Path, kind: tuple[str, ...]):
        openssl(tmp_path, "genpkey", "-algorithm", *kind, "-out", "private.pem")
        openssl(tmp_path, "pkey", "-in", "private.pem", "-pubout", "-out", "public.pem")
        for name in ("public.pem", "private.pem"):
            with pytest.raises(LedgerError) as caught:
                public_key((tmp_path / name).read_bytes())
            assert caught.value.code == "bad_key"


@pytest.mark.parametrize("alg", KEYS)
class TestForms:
    def test_every_spelling_of_one_signature(self, alg: str):
        request = asked(KEYS[alg])
        raw = KEYS[alg].sign(request.message)
        spellings: list[bytes | str] = [
            raw,
            raw.hex(),
            base64.b64encode(raw).decode(),
            " " + raw.hex()[:64] + "\n" + raw.hex()[64:] + "\r\n",
        ]
        if alg == "p256-sha256":
            high = raw[:32] + (ORDER - int.from_bytes(raw[32:], "big")).to_bytes(32, "big")
            spellings += [high, high.hex()]
        for spelling in spellings:
            assert attach(request, spelling).sig == raw

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda raw: b"",
            lambda raw: raw[:-1],
            lambda raw: raw + b"\0",
            lambda raw: bytes(64),
            lambda raw: b"\xff" * 64,
            lambda raw: raw[32:] + raw[:32],
            lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
            lambda raw: "签名",
            lambda raw: "\ud800",
            lambda raw: "30" * 70,
        ],
    )
    def test_what_is_no_signature(self, alg: str, spoil: Callable[[bytes], Any]):
        request = asked(KEYS[alg])
        with pytest.raises(LedgerError) as caught:
            attach(request, spoil(KEYS[alg].sign(request.message)))
        assert caught.value.code == "signature_wrong"

    def test_signature_of_another_act_or_key(self, alg: str):
        request, other = asked(KEYS[alg]), asked(KEYS[alg])
        for signature in (
            KEYS[alg].sign(other.message),
            generate(alg).sign(request.message),
            KEYS[alg].sign(request.act),
        ):
            with pytest.raises(LedgerError) as caught:
                attach(request, signature)
            assert caught.value.code == "signature_wrong"

    def test_the_file_holds_all_and_no_secret(self, alg: str):
        request = asked(KEYS[alg])
        data = request.file()
        assert parse(data) == request
        members = json.loads(data)
        assert members["review-ledger signing request"] == 1
        assert "理由（入账的只有摘要）：这不是我签的" in "\n".join(members["lines"])
        pkcs8 = KEYS[alg].pkcs8()
        secret = pkcs8[36:68] if alg == "p256-sha256" else pkcs8[-32:]
        assert pkcs8.split(secret)[0].endswith(b"\x04\x20")  # an octet string of 32 bytes
        assert secret.hex() not in data.decode()

    def test_what_is_shown_is_what_will_be_signed(self, alg: str):
        request = asked(KEYS[alg])
        members = json.loads(request.file()) | {"lines": ["这是一份无关紧要的文件"]}
        assert parse(jsonfile.dump(members)).lines == request.lines


def test_only_for_the_signer_it_was_composed_for():
    who, other = (signer(alg, key.spki) for alg, key in KEYS.items())
    with pytest.raises(LedgerError) as caught:
        prepare(compose(FORM, who), other)
    assert caught.value.code == "key_not_of_act"


REQUEST = asked(KEYS["p256-sha256"])
WHOLE = json.loads(REQUEST.file())


@pytest.mark.parametrize(
    "changes",
    [
        {"review-ledger signing request": 2},
        {"review-ledger signing request": None},
        {"alg": "ed25519"},
        {"alg": "rsa"},
        {"spki": "00"},
        {"spki": KEYS["ed25519"].spki.hex(), "alg": "ed25519"},
        {"key": "00" * 32},
        {"act": "c0"},
        {"act": "80"},
        {"act": asked(KEYS["p256-sha256"]).act.hex()},
        {"to_sign": ""},
        {"openings": None},
        {"openings": [1]},
        {"openings": [{**WHOLE["openings"][0], "value": "a178"}]},
        {"openings": [{**WHOLE["openings"][0], "salt": "00" * 32}]},
        {"openings": [{**WHOLE["openings"][0], "field": "acts"}]},
        {"openings": [{**WHOLE["openings"][0], "field": 1}]},
        {"openings": [{**WHOLE["openings"][0], "value": "c1"}]},
    ],
)
def test_altered_requests(changes: dict[str, Any]):
    """Nobody is made to sign one thing while shown, or handing in, another."""
    assert parse(jsonfile.dump(WHOLE)) == REQUEST
    with pytest.raises(LedgerError) as caught:
        parse(jsonfile.dump(WHOLE | changes))
    assert caught.value.code == "request_damaged"
    assert "未知" not in caught.value.message


@given(st.data())
def test_anything_is_a_request_or_damaged(data: st.DataObject):
    members = dict(WHOLE)
    for name in data.draw(st.lists(st.sampled_from(sorted(WHOLE)), min_size=1, max_size=3)):
        members[name] = data.draw(
            st.none() | st.integers() | st.text(max_size=8) | st.lists(st.integers() | st.text(max_size=3), max_size=3)
            | st.dictionaries(st.text(max_size=3), st.integers(), max_size=2)
        )  # fmt: skip
    try:
        parse(json.dumps(members).encode())
    except LedgerError as error:
        assert error.code == "request_damaged"


@pytest.mark.parametrize("data", [b"", b"[]", b"5", b"{}", b"\xff", b"null", b'"x"'])
def test_other_files(data: bytes):
    with pytest.raises(LedgerError) as caught:
        parse(data)
    assert caught.value.code == "request_damaged"


@pytest.mark.parametrize("data", [b"", b"x", b"-----BEGIN PUBLIC KEY-----\n", b"\x30\x00"])
def test_what_is_no_public_key(data: bytes):
    with pytest.raises(LedgerError) as caught:
        public_key(data)
    assert caught.value.code == "bad_key"
