"""The openssl program alone, with a key, the signed bytes and the signature in files, verifies our signatures.

What an outsider does by hand: the bytes are PAE of the act's type and the act, the key is its SPKI. Only for
P-256 the signature has to be spelled in DER first; here that is done byte by byte, without our code.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from ledger.sealing import record
from tests.support.ledgers import Added, LedgerMaker

pytestmark = pytest.mark.openssl

ACT_TYPE = b"application/vnd.review-ledger.act.v1"


@dataclass(frozen=True)
class Signed:
    """What an outsider holds in hand."""

    alg: str
    spki: bytes
    message: bytes
    sig: bytes


def by_hand(maker: LedgerMaker, added: Added) -> Signed:
    """The signature of a stored record, and what it is over, put together from the document alone."""
    stored = record.unpack(maker.contents.records[added.position - 1])
    message = b"DSSEv1 %d %s %d %s" % (len(ACT_TYPE), ACT_TYPE, len(stored.act), stored.act)
    everybody = [maker.machine, *maker.actors.values()]
    key = next(actor.key for actor in everybody if actor.key.key_id == added.act["key"])
    return Signed(key.alg, key.spki, message, stored.sig)


def der(sig: bytes) -> bytes:
    """r‖s as a SEQUENCE of two INTEGERs."""
    numbers = b""
    for half in (sig[:32], sig[32:]):
        number = half.lstrip(b"\0") or b"\0"
        if number[0] & 0x80:
            number = b"\0" + number
        numbers += bytes([2, len(number)]) + number
    return bytes([0x30, len(numbers)]) + numbers


def openssl_verifies(signed: Signed, folder: Path) -> bool:
    """What the program says; both ways are those of its manual."""
    (folder / "key.der").write_bytes(signed.spki)
    (folder / "message").write_bytes(signed.message)
    (folder / "sig").write_bytes(signed.sig if signed.alg == "ed25519" else der(signed.sig))
    if signed.alg == "ed25519":
        how = ["pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", "key.der"]
        command = ["openssl", *how, "-in", "message", "-sigfile", "sig"]
    else:
        how = ["dgst", "-sha256", "-keyform", "DER", "-verify", "key.der"]
        command = ["openssl", *how, "-signature", "sig", "message"]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)
    assert b"rror loading" not in done.stderr, done.stderr
    assert b"unable to load" not in done.stderr.lower(), done.stderr
    return done.returncode == 0


@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
def test_openssl_verifies_our_records(alg: str, tmp_path: Path) -> None:
    maker = LedgerMaker(alg=alg)
    maker.found()
    clerk = maker.hire("clerk", "office/clerk")
    maker.file_document(clerk, b"the text of a regulation")
    maker.refuse(clerk, "ledger_closed", {"reason": "finished", "successor": None})
    signed = [by_hand(maker, added) for added in maker.added]
    assert {each.alg for each in signed} == {alg, "ed25519"}
    for each in signed:
        assert openssl_verifies(each, tmp_path)
    for each in signed[-2:]:
        spoiled = bytes([each.sig[0] ^ 1]) + each.sig[1:]
        assert not openssl_verifies(Signed(each.alg, each.spki, each.message, spoiled), tmp_path)
        assert not openssl_verifies(Signed(each.alg, each.spki, each.message + b"!", each.sig), tmp_path)
        # A bare act was never signed: what stands before it says what kind of thing was.
        bare = each.message.split(b" ", 4)[4]
        assert not openssl_verifies(Signed(each.alg, each.spki, bare, each.sig), tmp_path)
