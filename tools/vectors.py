"""Makes docs/vectors.json: test vectors for whatever docs/format.md defines, the same bytes in every run.

    python3 tools/dev.py run -- python -m tools.vectors            write the file
    python3 tools/dev.py run -- python -m tools.vectors --check    exit code 1 if it is not what would be written

Byte strings are lower-case hex; in a decoded value a byte string is {"hex": "…"}. Acts and records are those of the
frozen corpus; keys of notes have secrets that everybody can compute (`private`).
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from ledger.acts.head import head_misfit
from ledger.sealing import canon, dsse, record
from ledger.sealing.algorithms import key_id
from ledger.sealing.commitments import DOMAIN, commitment, file_value
from ledger.sealing.envelope import ACT_TYPE, POP_TYPE, pae, pop_body, sign
from ledger.sealing.tree import leaf_hash
from tools.vectors_of_trees import ORIGIN, anchors, checkpoints, private, receipt, tree

ROOT: Final = Path(__file__).resolve().parent.parent
FILE: Final = ROOT / "docs" / "vectors.json"
CORPUS: Final = ROOT / "tests" / "corpus"
Vectors = list[dict[str, Any]]


def plain(value: Any) -> Any:
    """A decoded value as JSON."""
    if isinstance(value, bytes):
        return {"hex": value.hex()}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


# ---- canonical bytes ----

GOOD: Final[dict[str, Any]] = {
    "nil": None,
    "false": False,
    "true": True,
    **{str(n): n for n in (0, 1, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53 - 1)},
    **{
        str(n): n
        for n in (-1, -32, -33, -128, -129, -(2**15), -(2**15) - 1, -(2**31), -(2**31) - 1, 1 - 2**53)
    },
    "empty text": "",
    "text of 31 bytes": "a" * 31,
    "text of 32 bytes": "a" * 32,
    "text of 255 bytes": "a" * 255,
    "text of 256 bytes": "a" * 256,
    "Chinese": "评审账本",
    "beyond the basic plane": "\U00020b9f",
    "private use": "\ue000",
    "not NFC": "e\u0301",
    "no bytes": b"",
    "bytes that look like a map": b"\x81\xa1a\xc0",
    "255 bytes": bytes(255),
    "256 bytes": bytes(256),
    "empty array": [],
    "array of 15": [None] * 15,
    "array of 16": [None] * 16,
    "empty map": {},
    "map of 15": {f"k{n:02}": n for n in range(15)},
    "map of 16": {f"k{n:02}": n for n in range(16)},
    "keys by bytes: digit, line, letter": {"a": 0, "a0": 1, "a_": 2, "aa": 3, "b": 4},
    "nested": {"a": [{"b": [b"\x00", "x", -1, True]}], "c": {"d": None}},
    "16 arrays": [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]],
}
BAD: Final[dict[str, tuple[str, str]]] = {
    "nothing": ("", "no value"),
    "two values": ("c0c0", "something follows"),
    "cut in a text": ("a261", "incomplete"),
    "never used byte": ("c1", "not msgpack"),
    "0 as uint 8": ("cc00", "not the shortest form"),
    "127 as uint 8": ("cc7f", "not the shortest form"),
    "255 as uint 16": ("cd00ff", "not the shortest form"),
    "65535 as uint 32": ("ce0000ffff", "not the shortest form"),
    "2^32 - 1 as uint 64": ("cf00000000ffffffff", "not the shortest form"),
    "1 as int 8": ("d001", "not the shortest form"),
    "128 as int 16": ("d10080", "not the shortest form"),
    "-1 as int 8": ("d0ff", "not the shortest form"),
    "-128 as int 16": ("d1ff80", "not the shortest form"),
    "-32768 as int 32": ("d2ffff8000", "not the shortest form"),
    "2^53": ("cf0020000000000000", "out of range"),
    "-2^53": ("d3ffe0000000000000", "out of range"),
    "float 32": ("ca3f800000", "floating point"),
    "float 64": ("cb3ff0000000000000", "floating point"),
    "a in str 8": ("d90161", "not the shortest form"),
    "32 letters in str 16": ("da0020" + "61" * 32, "not the shortest form"),
    "one byte in bin 16": ("c5000100", "not the shortest form"),
    "broken UTF-8": ("a1ff", "not UTF-8"),
    "overlong UTF-8": ("a2c080", "not UTF-8"),
    "surrogate": ("a3eda080", "not UTF-8"),
    "beyond Unicode": ("a4f4908080", "not UTF-8"),
    "extension": ("d40500", "extension type"),
    "timestamp 32": ("d6ff00000000", "extension type"),
    "timestamp 64": ("d7ff0000000000000000", "extension type"),
    "timestamp 96": ("c70cff" + "00" * 12, "extension type"),
    "15 nils in array 16": ("dc000f" + "c0" * 15, "not the shortest form"),
    "empty array 32": ("dd00000000", "not the shortest form"),
    "one pair in map 16": ("de0001a161c0", "not the shortest form"),
    "key twice": ("82a161c0a161c0", "keys do not ascend"),
    "key twice, two values": ("82a161c0a16101", "keys do not ascend"),
    "keys descend": ("82a162c0a161c0", "keys do not ascend"),
    "longer key before its beginning": ("82a26161c0a161c0", "keys do not ascend"),
    "empty key": ("81a0c0", "not a name"),
    "capital key": ("81a141c0", "not a name"),
    "key beginning with a digit": ("81a130c0", "not a name"),
    "key with a hyphen": ("81a3612d62c0", "not a name"),
    "key with a line end": ("81a2610ac0", "not a name"),
    "key in Chinese": ("81a3e8af84c0", "not a name"),
    "key a number": ("8101c0", "not a name"),
    "key bytes": ("81c40161c0", "not a name"),
    "17 arrays": ("91" * 16 + "90", "too deep"),
    "17 maps": ("81a161" * 16 + "80", "too deep"),
}


def canonical() -> dict[str, Vectors]:
    """Good values with their bytes, bad bytes with what is wrong."""
    return {
        "good": [
            {"name": name, "value": plain(value), "bytes": canon.encode(value).hex()}
            for name, value in GOOD.items()
        ],
        "bad": [{"name": name, "bytes": text, "what": what} for name, (text, what) in BAD.items()],
    }


def encodings() -> Vectors:
    """PAE(type, body); the first is the standard's own example."""
    rows = {
        "the standard's example": ("http://example.com/HelloWorld", b"hello world"),
        "empty": ("", b""),
        "an act": (ACT_TYPE, b"\x80"),
        "a proof of possession": (POP_TYPE, b"\x80"),
        "lengths in bytes": ("类型", "评审".encode()),
        "a body of 1,000 bytes": (ACT_TYPE, bytes(1000)),
    }
    return [
        {"name": name, "type": kind, "body": body.hex(), "result": pae(kind, body).hex()}
        for name, (kind, body) in rows.items()
    ]


# ---- keys ----


def keys() -> dict[str, Vectors]:
    """Key ids of good keys, and what makes a key bad."""
    good = [
        {
            "name": f"{row['alg']} test key {row['name']}",
            "alg": row["alg"],
            "spki": row["spki"],
            "id": row["id"],
        }
        for row in corpus("keys.json")["keys"]
        if int(row["name"]) <= 3
    ]
    p256, ed25519 = (
        next(row["spki"] for row in good if row["alg"] == alg) for alg in ("p256-sha256", "ed25519")
    )
    prefix, field = ed25519[:24], 2**255 - 19
    order8 = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7
    whole = int.from_bytes(bytes.fromhex(ed25519[24:]), "little")
    mixed = (field - whole % 2**255) | (1 - (whole >> 255)) << 255

    def point(y: int, sign_bit: int = 0) -> str:
        return str(prefix + (y | sign_bit << 255).to_bytes(32, "little").hex())

    rows = [
        ("p256 cut", "p256-sha256", p256[:-2]),
        ("p256 not on the curve", "p256-sha256", p256[:-2] + f"{int(p256[-2:], 16) ^ 1:02x}"),
        (
            "p256 compressed",
            "p256-sha256",
            "3039301306072a8648ce3d020106082a8648ce3d03010703220002" + p256[54:118],
        ),
        ("p256 at infinity", "p256-sha256", p256[:52] + "00" * 65),
        ("p256 under the other name", "ed25519", p256),
        ("an algorithm not in version 1", "sm2-sm3", p256),
        ("ed25519 cut", "ed25519", ed25519[:-2]),
        ("ed25519 under the other name", "p256-sha256", ed25519),
        ("ed25519 order 1", "ed25519", point(1)),
        ("ed25519 order 2", "ed25519", point(field - 1)),
        ("ed25519 order 4", "ed25519", point(0)),
        ("ed25519 order 4, other sign", "ed25519", point(0, 1)),
        ("ed25519 order 8", "ed25519", point(order8)),
        ("ed25519 order 8, other sign", "ed25519", point(order8, 1)),
        ("ed25519 order 8, mirrored", "ed25519", point(field - order8)),
        ("ed25519 order 8, mirrored, other sign", "ed25519", point(field - order8, 1)),
        ("ed25519 order 1 with a sign", "ed25519", point(1, 1)),
        ("ed25519 y not reduced", "ed25519", point(field + 1)),
        ("ed25519 y not reduced, all ones", "ed25519", point(2**255 - 1, 1)),
        ("ed25519 not on the curve", "ed25519", point(2)),
        ("ed25519 mixed order", "ed25519", prefix + mixed.to_bytes(32, "little").hex()),
    ]
    return {"good": good, "bad": [{"name": name, "alg": alg, "spki": spki} for name, alg, spki in rows]}


def corpus(name: str) -> Any:
    """A file of the frozen corpus."""
    return json.loads((CORPUS / name).read_text("utf-8"))


# ---- acts and records ----


def acts() -> dict[str, Vectors]:
    """Records of every frozen type, taken apart; and bytes that are no record or hold no act."""
    rows: Vectors = []
    for row in corpus("golden/0.1.0.json")["records"]:
        stored = record.unpack(bytes.fromhex(row["record"]))
        value = canon.decode(stored.act)
        assert head_misfit(value) is None
        rows.append(
            {
                "name": f"{row['type']} {row['v']} at {row['position']}",
                "value": plain(value),
                "act": stored.act.hex(),
                "digest": sha256(stored.act).hexdigest(),
                "message": sha256(pae(ACT_TYPE, stored.act)).hexdigest(),
                "recorded_at": stored.recorded_at,
                "desk": stored.desk,
                "sig": stored.sig.hex(),
                "record": row["record"],
                "leaf": leaf_hash(bytes.fromhex(row["record"])).hex(),
            }
        )
    return {"good": rows, "bad": [row for row in corpus("bytes/records.json")["records"] if row["code"]]}


def exports() -> Vectors:
    """A record's act as a DSSE envelope for strangers' tools; ECDSA signatures are in DER there."""
    rows = []
    for row in corpus("golden/0.1.0.json")["records"]:
        if {"p256-sha256", "ed25519"} & set(row["shows"]):
            alg = "ed25519" if "ed25519" in row["shows"] else "p256-sha256"
            text = dsse.export(bytes.fromhex(row["record"]), alg)
            rows.append(
                {"name": f"{alg} at {row['position']}", "alg": alg, "record": row["record"], "text": text}
            )
    return rows


def possessions() -> Vectors:
    """Proofs of possession, for each use."""
    rows = []
    for use, person, ledger in (
        ("act", "wang1", bytes(range(32))),
        ("machine", "machine", None),
        ("recovery", "li12", None),
    ):
        key = private(use)
        body = pop_body(key=key.key_id, ledger=ledger, origin=ORIGIN, person=person, use=use)
        rows.append(
            {
                "name": use,
                "alg": key.alg,
                "spki": key.spki.hex(),
                "key": key.key_id.hex(),
                "ledger": None if ledger is None else ledger.hex(),
                "origin": ORIGIN,
                "person": person,
                "use": use,
                "body": body.hex(),
                "signature": sign(key, POP_TYPE, body).hex(),
            }
        )
    return rows


def commitments() -> Vectors:
    """Commitments with the opening that belongs to each."""
    ledger, act_id, salt = bytes(range(32)), bytes(range(16)), bytes(range(32, 64))
    values: dict[str, tuple[str, Any]] = {
        "a text": ("reason", "人手不足"),
        "a nested field": ("lines.0.name", "王五"),
        "a file": ("file", file_value("application/pdf", b"%PDF-1.7\n")),
        "nothing": ("number", None),
    }
    return [
        {
            "name": name,
            "ledger": ledger.hex(),
            "by": "wang1",
            "id": act_id.hex(),
            "field": field,
            "salt": salt.hex(),
            "value": plain(value),
            "bytes": canon.encode([DOMAIN, ledger, "wang1", act_id, field, salt, value]).hex(),
            "commitment": commitment(ledger, "wang1", act_id, field, salt, value).hex(),
        }
        for name, (field, value) in values.items()
    ]


def vectors() -> dict[str, Any]:
    """Everything."""
    assert key_id("ed25519", b"") == sha256(b"ed25519\x00").digest()
    return {
        "format": "docs/format.md, version 1",
        "canonical": canonical(),
        "pae": encodings(),
        "keys": keys(),
        "acts": acts(),
        "dsse": exports(),
        "pop": possessions(),
        "commitments": commitments(),
        "tree": tree(),
        "checkpoints": checkpoints(),
        "receipts": receipt(),
        "anchor": anchors(),
    }


def text() -> str:
    """The file's content."""
    return json.dumps(vectors(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Write or compare."""
    made = text().encode()
    if "--check" in sys.argv[1:]:
        return 0 if FILE.exists() and FILE.read_bytes() == made else 1
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
