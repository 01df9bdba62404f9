"""The export for strangers: their library verifies it with nothing of ours."""

import json
from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.serialization import load_der_public_key
from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import VerificationError
from securesystemslib.signer import SSlibKey  # type: ignore[attr-defined]  # no __all__ there

from ledger.sealing import canon, dsse, envelope, record
from tests.unit.sealing.algorithm_keys import KEYS
from tests.unit.sealing.signers import code_of


def recorded(alg: str, **act) -> bytes:
    body = canon.encode({"key": KEYS[alg].key_id, "type": "entry_made", **act})
    return record.pack(1, "desk", body, envelope.sign(KEYS[alg], envelope.ACT_TYPE, body))


def stranger(alg: str) -> SSlibKey:
    key = load_der_public_key(KEYS[alg].spki)
    return SSlibKey.from_crypto(key, keyid=KEYS[alg].key_id.hex())


@pytest.mark.parametrize("alg", KEYS)
@pytest.mark.parametrize("number", range(8))
def test_a_strangers_library_verifies_it(alg, number):
    data = recorded(alg, v=number)
    exported = Envelope.from_dict(json.loads(dsse.export(data, alg)))
    assert exported.payload == record.unpack(data).act
    assert exported.pae() == envelope.act_message(exported.payload)
    assert list(exported.verify([stranger(alg)], 1)) == [KEYS[alg].key_id.hex()]


@pytest.mark.parametrize("alg", KEYS)
def test_a_strangers_library_refuses_a_change(alg):
    exported = json.loads(dsse.export(recorded(alg), alg))
    exported["payload"] = b64encode(b64decode(exported["payload"]) + b" ").decode()
    with pytest.raises(VerificationError):
        Envelope.from_dict(exported).verify([stranger(alg)], 1)


def test_exactly_these_members():
    text = dsse.export(recorded("ed25519"), "ed25519")
    exported = json.loads(text)
    assert text.endswith("}\n")
    assert sorted(exported) == ["payload", "payloadType", "signatures"]
    assert exported["payloadType"] == "application/vnd.review-ledger.act.v1"
    assert [sorted(signature) for signature in exported["signatures"]] == [["keyid", "sig"]]
    assert exported["signatures"][0]["keyid"] == KEYS["ed25519"].key_id.hex()


def test_a_bad_signature_is_exported_as_it_is():
    """An exporter does not judge: a forged record must reach the stranger who is to judge it."""
    body = canon.encode({"key": bytes(32)})
    for alg in KEYS:
        for sig in (b"", b"short", bytes(64), b"\xff" * 64, bytes(65)):
            assert json.loads(dsse.export(record.pack(1, "desk", body, sig), alg))["signatures"]


def test_what_cannot_be_exported():
    assert code_of(dsse.export, recorded("ed25519"), "sm2-sm3") == "bad_key"
    assert code_of(dsse.export, b"", "ed25519") == "not_canonical"
    assert code_of(dsse.export, canon.encode([2]), "ed25519") == "unknown_record"
    for act in (b"\xc1", b""):
        assert code_of(dsse.export, record.pack(1, "d", act, b""), "ed25519") == "not_canonical"
    wrong: list = [{}, [], {"key": "text"}, None]
    for value in wrong:
        assert code_of(dsse.export, record.pack(1, "d", canon.encode(value), b""), "ed25519") == "not_an_act"
