"""docs/vectors.json: made again it is the same, and everything in it holds when computed another way."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.sealing import anchor, canon, receipts
from ledger.sealing.algorithms import key_id, load_public
from ledger.sealing.proofs import verify_consistency, verify_inclusion
from ledger.sealing.vkeys import VerifierKey
from tests.unit.sealing import reference
from tests.unit.sealing.signers import code_of
from tools import vectors

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / "docs" / "vectors.json"
VECTORS: dict[str, Any] = json.loads(FILE.read_text("utf-8"))


def revived(value: Any) -> Any:
    if isinstance(value, dict):
        if value.keys() == {"hex"}:
            return bytes.fromhex(value["hex"])
        return {key: revived(item) for key, item in value.items()}
    return [revived(item) for item in value] if isinstance(value, list) else value


def h(text: str) -> bytes:
    return bytes.fromhex(text)


def test_made_again_it_is_the_same():
    assert vectors.text().encode() == FILE.read_bytes(), "run python -m tools.vectors"


def test_names_are_unique():
    groups = [
        VECTORS["canonical"]["good"],
        VECTORS["canonical"]["bad"],
        VECTORS["keys"]["good"],
        VECTORS["keys"]["bad"],
    ]
    groups += [VECTORS["acts"]["good"], VECTORS["acts"]["bad"], VECTORS["pae"], VECTORS["receipts"]]
    groups += [VECTORS["checkpoints"]["notes"], VECTORS["anchor"]["unreadable"]]
    for rows in groups:
        assert len({row["name"] for row in rows}) == len(rows) > 3


def test_canonical_bytes_by_the_slow_encoder():
    for row in VECTORS["canonical"]["good"]:
        assert reference.encode(revived(row["value"])) == h(row["bytes"]), row["name"]
        assert reference.decode(h(row["bytes"])) == revived(row["value"])
        assert canon.decode(h(row["bytes"])) == revived(row["value"])
    for row in VECTORS["canonical"]["bad"]:
        with pytest.raises(reference.NotAllowed):
            reference.decode(h(row["bytes"]))
        assert code_of(canon.decode, h(row["bytes"])) == "not_canonical"


def test_encodings_written_out():
    for row in VECTORS["pae"]:
        kind, body = row["type"].encode(), h(row["body"])
        written = b" ".join([b"DSSEv1", str(len(kind)).encode(), kind, str(len(body)).encode(), body])
        assert h(row["result"]) == written


def test_keys():
    for row in VECTORS["keys"]["good"]:
        assert row["id"] == sha256(row["alg"].encode() + b"\0" + h(row["spki"])).hexdigest()
        assert key_id(row["alg"], h(row["spki"])).hex() == row["id"]
        load_public(row["alg"], h(row["spki"]))
    for row in VECTORS["keys"]["bad"]:
        assert code_of(load_public, row["alg"], h(row["spki"])) == "bad_key", row["name"]


def test_acts_and_records():
    for row in VECTORS["acts"]["good"]:
        act = reference.encode(revived(row["value"]))
        assert act.hex() == row["act"]
        assert sha256(act).hexdigest() == row["digest"]
        stored = reference.encode([1, row["recorded_at"], row["desk"], act, h(row["sig"])])
        assert stored.hex() == row["record"]
        assert sha256(b"\0" + stored).hexdigest() == row["leaf"]
        kind = b"application/vnd.review-ledger.act.v1"
        assert sha256(b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(act), act)).hexdigest() == row["message"]
    for row in VECTORS["acts"]["bad"]:
        fact, _ = of_record(h(row["record"]))
        assert [code for code, _ in fact.faults] == [row["code"]], row["name"]


def test_possessions_and_commitments():
    for row in VECTORS["pop"]:
        body = {
            "key": h(row["key"]),
            "ledger": None if row["ledger"] is None else h(row["ledger"]),
            "origin": row["origin"],
            "person": row["person"],
            "use": row["use"],
        }
        assert reference.encode(body).hex() == row["body"]
        message = b"DSSEv1 36 application/vnd.review-ledger.pop.v1 %d " % len(h(row["body"])) + h(row["body"])
        assert load_public(row["alg"], h(row["spki"])).verify(h(row["signature"]), message)
    for row in VECTORS["commitments"]:
        parts = [
            "review-ledger/commitment/1",
            h(row["ledger"]),
            row["by"],
            h(row["id"]),
            row["field"],
            h(row["salt"]),
        ]
        written = reference.encode([*parts, revived(row["value"])])
        assert written.hex() == row["bytes"]
        assert sha256(written).hexdigest() == row["commitment"]


def mth(hashes: list[bytes]) -> bytes:
    """The root as the standard defines it, by recursion."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    return sha256(b"\x01" + mth(hashes[:k]) + mth(hashes[k:])).digest()


def test_the_tree_by_recursion():
    tree = VECTORS["tree"]
    for row in tree["leaves"]:
        assert row["hash"] == sha256(b"\0" + h(row["bytes"])).hexdigest()
    hashes = [h(row["hash"]) for row in tree["leaves"]]
    assert tree["roots"] == [mth(hashes[:n]).hex() for n in range(17)]
    roots = [h(root) for root in tree["roots"]]
    for row in tree["inclusion"]:
        path = [h(each) for each in row["path"]]
        assert verify_inclusion(row["index"], row["size"], hashes[row["index"]], path, roots[row["size"]])
    for row in tree["consistency"]:
        path = [h(each) for each in row["path"]]
        assert verify_consistency(row["old"], row["new"], roots[row["old"]], roots[row["new"]], path)


def test_checkpoints_receipts_and_anchor():
    group = VECTORS["checkpoints"]
    keys = [VerifierKey.parse(row["vkey"]) for row in group["keys"]]
    for row, key in zip(group["keys"], keys, strict=True):
        kind = bytes([1 if row["name"] == "ledger" else 4])
        name = row["vkey"].split("+")[0].encode()
        assert sha256(name + b"\n" + kind + h(row["public"])).digest()[:4].hex() == row["id"] == key.id.hex()
    good = group["notes"][0]
    assert h(group["message"]).decode() + "\n" == good["text"].split("—")[0]
    cosigned = group["cosigned_message"]
    assert h(cosigned["message"]) == b"cosignature/v1\ntime %d\n" % cosigned["seconds"] + h(group["message"])
    assert [note["name"] for note in group["notes"] if note["opens"] and note["signed"]] == [
        "signed by the ledger and two witnesses",
        "signed by the ledger alone",
        "with a stranger's line",
        "of the empty tree",
    ]
    for row in VECTORS["receipts"]:
        try:
            receipts.verify(row["text"], keys)
            code = None
        except LedgerError as error:
            code = error.code
        assert code == row["code"], row["name"]
    meaning = VECTORS["anchor"]
    assert anchor.parse(meaning["normal"]) == anchor.parse(meaning["text"])
    for row in meaning["unreadable"]:
        assert code_of(anchor.parse, row["text"]) == "anchor_unreadable", row["name"]
