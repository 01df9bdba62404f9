"""The part of docs/vectors.json about trees and what is said of them: proofs, checkpoints, receipts, anchors."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from ledger.errors import LedgerError
from ledger.sealing import anchor, notes, opening, receipts
from ledger.sealing.algorithms import PrivateKey, load_private
from ledger.sealing.proofs import consistency, inclusion
from ledger.sealing.tree import EMPTY_ROOT, Frontier, leaf_hash
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey, cosigned_message

ORIGIN: Final = "award.example/2026"
SECONDS: Final = 1_767_600_000
SIZES: Final = (1, 2, 3, 4, 5, 7, 8, 11, 16)
Vectors = list[dict[str, Any]]


def private(name: str) -> PrivateKey:
    """An Ed25519 key for the vectors; its seed is SHA-256 of "review-ledger vector key NAME"."""
    seed = sha256(f"review-ledger vector key {name}".encode()).digest()
    return load_private(bytes.fromhex("302e020100300506032b657004220420") + seed)


# ---- tree ----


def leaves() -> list[bytes]:
    """Sixteen short byte strings, the empty one first."""
    return [bytes(range(n)) for n in range(16)]


def nodes() -> dict[tuple[int, int], bytes]:
    """Every complete node over them."""
    tree = Frontier()
    return {
        (level, number): digest for each in leaves() for level, number, digest in tree.push(leaf_hash(each))
    }


def roots() -> list[bytes]:
    """The roots of 0 to 16 leaves."""
    tree, made = Frontier(), [EMPTY_ROOT]
    for each in leaves():
        tree.push(leaf_hash(each))
        made.append(tree.root())
    return made


def tree() -> dict[str, Any]:
    """Leaf hashes, roots of 0 to 16 leaves, proofs between a few sizes."""
    stored = nodes()

    def node(level: int, number: int) -> bytes:
        return stored[level, number]

    def path(hashes: list[bytes]) -> list[str]:
        return [each.hex() for each in hashes]

    return {
        "leaves": [{"bytes": each.hex(), "hash": leaf_hash(each).hex()} for each in leaves()],
        "roots": path(roots()),
        "inclusion": [
            {"index": index, "size": size, "path": path(inclusion(index, size, node))}
            for size in SIZES
            for index in range(size)
        ],
        "consistency": [
            {"old": old, "new": new, "path": path(consistency(old, new, node))}
            for new in SIZES
            for old in (0, *SIZES)
            if old <= new
        ],
    }


# ---- notes, receipts, anchors ----


def signers() -> dict[str, VerifierKey]:
    """The keys of the notes below."""
    return {
        "ledger": VerifierKey.of(private("ledger"), ORIGIN, LEDGER),
        "oversight": VerifierKey.of(private("oversight"), "oversight.example/witness", WITNESS),
        "archive": VerifierKey.of(private("archive"), "archive.example/印章", WITNESS),
    }


def checkpoint(size: int) -> tuple[bytes, list[str]]:
    """The body for a size, and its three lines: the ledger's and two witnesses'."""
    body = notes.checkpoint_body(ORIGIN, size, roots()[size])
    cosigned = [
        notes.cosign_line(private(name), signers()[name].name, body, SECONDS + more)
        for name, more in (("oversight", 0), ("archive", 86_400))
    ]
    return body, [notes.sign_note(private("ledger"), ORIGIN, body), *cosigned]


def _note_texts() -> Iterator[tuple[str, str]]:
    body, (mine, first, second) = checkpoint(11)
    good = notes.note_text(body, [mine, first, second])
    stranger = notes.sign_note(
        private("stranger"),
        "stranger.example/log",
        notes.checkpoint_body("stranger.example/log", 11, roots()[11]),
    )
    yield "signed by the ledger and two witnesses", good
    yield "signed by the ledger alone", notes.note_text(body, [mine])
    yield "signed by witnesses alone", notes.note_text(body, [first, second])
    yield "with a stranger's line", notes.note_text(body, [mine, stranger])
    yield "of the empty tree", notes.empty_tree_note(private("ledger"), ORIGIN)
    yield "the ledger's signature spoiled", good.replace(mine, _spoiled(mine))
    yield "a witness's signature spoiled", good.replace(second, _spoiled(second))
    yield "a witness's line from another checkpoint", good.replace(second, checkpoint(8)[1][2])
    yield "of another origin", good.replace(f"{ORIGIN}\n", "award.example/2025\n", 1)
    yield "with an extension line", good.replace("\n\n", "\nextension\n\n", 1)
    yield "with a leading zero", good.replace("\n11\n", "\n011\n", 1)
    yield "with DOS line ends", good.replace("\n", "\r\n")
    yield "without the last line end", good[:-1]
    yield "without a signature line", body.decode() + "\n"
    yield "with a hyphen for the dash", good.replace("\u2014", "-")
    yield "with two empty lines", good.replace("\n\n", "\n\n\n", 1)
    yield "empty", ""


def _spoiled(line: str) -> str:
    head, _, blob = line.rpartition(" ")
    return f"{head} {blob[:-6]}{'A' if blob[-6] != 'A' else 'B'}{blob[-5:]}"


def checkpoints() -> dict[str, Any]:
    """Keys of notes, messages that are signed, and notes with what opening them says."""
    body, lines = checkpoint(11)
    known, rows = signers(), []
    names = {key: name for name, key in known.items()}
    for name, text in _note_texts():
        row: dict[str, Any] = {"name": name, "text": text, "opens": False}
        try:
            opened = opening.examine(notes.parse(text), known.values())
        except LedgerError:
            rows.append(row)
            continue
        row |= {
            "opens": True,
            "origin": opened.note.origin,
            "size": opened.note.size,
            "root": opened.note.root.hex(),
            "signed": opened.signed,
            "cosigned": {names[key]: list(times) for key, times in opened.cosignatures.items()},
        }
        rows.append(row)
    return {
        "keys": [
            {"name": name, "vkey": str(key), "id": key.id.hex(), "public": key.public.hex()}
            for name, key in known.items()
        ],
        "message": body.hex(),
        "cosigned_message": {"seconds": SECONDS, "message": cosigned_message(body, SECONDS).hex()},
        "lines": lines,
        "notes": rows,
    }


def receipt() -> Vectors:
    """Receipts of leaves 0 and 5 of 11, and such as prove nothing."""
    stored = nodes()
    body, lines = checkpoint(11)
    note = notes.note_text(body, lines)
    made = {
        index: receipts.make(
            leaves()[index], index, inclusion(index, 11, lambda level, n: stored[level, n]), note
        )
        for index in (1, 5, 10)
    }
    good = [{"name": f"of index {index}", "text": text, "code": None} for index, text in made.items()]
    text = made[5]
    bad = {
        "of another index": (text.replace("index 5", "index 4", 1), "receipt_wrong"),
        "of another record": (text.replace("extra AAECAwQ=", "extra AAECAwU=", 1), "receipt_wrong"),
        "without its path": (text.split("index 5\n")[0] + "index 5\n\n" + note, "receipt_wrong"),
        "with a padded index": (text.replace("index 5", "index 05", 1), "receipt_unreadable"),
        "without a record": (text.replace("extra AAECAwQ=", "extra ", 1), "receipt_unreadable"),
        "of another version": (text.replace("@v1", "@v2", 1), "receipt_unreadable"),
        "under a note that nobody known signed": (text.replace(lines[0], lines[1], 1), "bad_checkpoint"),
        "under a spoiled note": (text.replace(lines[2], _spoiled(lines[2]), 1), "bad_checkpoint"),
    }
    return good + [{"name": name, "text": text, "code": code} for name, (text, code) in bad.items()]


def anchors() -> dict[str, Any]:
    """An anchor with what it says of sets of witnesses, and such as cannot be read."""
    known = signers()
    text = (
        f"#ledger {bytes(range(32)).hex()}\n"
        "# a remark\n"
        f"log {known['ledger']} https://award.example/\n"
        "\n"
        f"witness oversight {known['oversight']}\n"
        f"\twitness  archive\t{known['archive']} \n"
        "group both all oversight archive\n"
        "quorum both\n"
    )
    meaning = anchor.parse(text)
    sets = [[], ["oversight"], ["archive"], ["archive", "oversight"]]
    head, mine = text.split("\n")[0], f"log {known['ledger']}"
    witness = f"witness oversight {known['oversight']}"
    unreadable = {
        "empty": "",
        "without its ledger": f"{mine}\nquorum none\n",
        "ledger in capitals": f"{head.upper().replace('#LEDGER', '#ledger')}\n{mine}\nquorum none\n",
        "without a log": f"{head}\nquorum none\n",
        "without a quorum": f"{head}\n{mine}\n",
        "two quorums": f"{head}\n{mine}\nquorum none\nquorum none\n",
        "one key twice": f"{head}\n{mine}\n{mine}\nquorum none\n",
        "unknown member": f"{head}\n{mine}\ngroup g 1 nobody\nquorum g\n",
        "group before its member": f"{head}\n{mine}\ngroup g 1 oversight\n{witness}\nquorum g\n",
        "more needed than there are": f"{head}\n{mine}\n{witness}\ngroup g 2 oversight\nquorum g\n",
        "none needed": f"{head}\n{mine}\n{witness}\ngroup g 0 oversight\nquorum g\n",
        "quorum of nobody": f"{head}\n{mine}\nquorum nobody\n",
        "a witness's key as log": f"{head}\nlog {known['oversight']}\nquorum none\n",
        "a ledger's key as witness": f"{head}\n{mine}\nwitness w {mine[4:]}\nquorum w\n",
        "unknown line": f"{head}\n{mine}\nquorum none\npolicy\n",
        "without the last line end": f"{head}\n{mine}\nquorum none",
        "DOS line ends": f"{head}\r\n{mine}\r\nquorum none\r\n",
    }
    return {
        "text": text,
        "ledger": meaning.ledger.hex(),
        "origin": meaning.origin,
        "normal": meaning.format(),
        "satisfied": [{"witnesses": each, "quorum": meaning.satisfied(set(each))} for each in sets],
        "unreadable": [{"name": name, "text": bad} for name, bad in unreadable.items()],
    }
