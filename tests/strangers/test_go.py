"""golang.org/x/mod/sumdb, on which Go's checksum database stands, reads our notes and believes our proofs."""

import random
from base64 import b64decode, b64encode
from itertools import pairwise
from typing import Any

import pytest

from ledger.errors import LedgerError
from ledger.sealing import notes, proofs
from ledger.sealing.opening import open_note
from ledger.sealing.tree import leaf_hash
from ledger.sealing.vkeys import VerifierKey
from tests.strangers.go_programs import GoPrograms
from tests.strangers.trees import our_tree
from tests.support.ledgers import LedgerMaker

pytestmark = pytest.mark.go

SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, 128, 129, 130]


def base64(data: bytes) -> str:
    return b64encode(data).decode()


def spoiled(data: bytes) -> bytes:
    return bytes([data[0] ^ 1]) + data[1:]


# ---- notes ----


@pytest.fixture(scope="module")
def maker() -> LedgerMaker:
    maker = LedgerMaker()
    maker.found()
    return maker


def test_go_opens_our_checkpoints_and_passes_over_cosignatures(
    go_programs: GoPrograms, maker: LedgerMaker
) -> None:
    vkeys = [str(maker.vkey)]
    texts = {
        "empty tree": (notes.empty_tree_note(maker.checkpoint_key, maker.origin), 0),
        "alone": (maker.note([]), 0),
        "one witness": (maker.note(["archive"]), 1),
        "two witnesses": (maker.note(), 2),
        "large": (maker.note(size=2**63 - 1), 2),
    }
    asked = [{"vkeys": vkeys, "note": text} for text, _ in texts.values()]
    answers = go_programs.ask("notes", {"open": asked})["opened"]
    expected = [{"error": "", "signers": [maker.origin], "unverified": n} for _, n in texts.values()]
    assert dict(zip(texts, answers, strict=True)) == dict(zip(texts, expected, strict=True))


def test_go_refuses_what_we_refuse(go_programs: GoPrograms, maker: LedgerMaker) -> None:
    text = maker.note()
    other = LedgerMaker(seed=1, origin="ledger.example/other", keys_from=50)
    signature = text.split("\n")[4]
    head, blob = signature.rsplit(" ", 1)
    spoiled_blob = b64decode(blob)[:-1] + bytes([b64decode(blob)[-1] ^ 1])
    own, foreign, witness = str(maker.vkey), str(other.vkey), str(maker.witness("archive"))
    cases: dict[str, tuple[str, str]] = {
        "spoiled signature": (own, text.replace(signature, f"{head} {base64(spoiled_blob)}")),
        "another size": (own, text.replace("\n2\n", "\n3\n")),
        "another key": (foreign, text),
        "witnesses only": (own, maker.note(signed=False)),
        "no empty line": (own, text.replace("\n\n", "\n")),
        "no last line end": (own, text[:-1]),
        "hyphen for dash": (own, text.replace("\u2014", "-")),
        "a control character": (own, text.replace("\n2\n", "\n2\r\n")),
        "a witness's key": (witness, text),
    }
    asked = [{"vkeys": [vkey], "note": note} for vkey, note in cases.values()]
    answers = go_programs.ask("notes", {"open": asked})["opened"]
    assert [name for name, answer in zip(cases, answers, strict=True) if not answer["error"]] == []
    assert [name for name, (vkey, note) in cases.items() if signed(note, vkey)] == []
    assert signed(text, own)


def signed(note: str, vkey: str) -> bool:
    """Whether we say that the key's owner signed the note as a ledger."""
    try:
        return open_note(note, [VerifierKey.parse(vkey)]).signed
    except LedgerError:
        return False


def test_we_open_a_note_that_go_signed(go_programs: GoPrograms, maker: LedgerMaker) -> None:
    body = notes.checkpoint_body("go.example/log", 2, maker.tree.root())
    answer = go_programs.ask("notes", {"sign": ["go.example/log", body.decode()]})
    key = VerifierKey.parse(answer["vkey"])
    assert str(key) == answer["vkey"]
    note = notes.parse(answer["note"])
    assert (note.origin, note.size, note.root, note.text) == (
        "go.example/log",
        2,
        maker.tree.root(),
        answer["note"],
    )
    assert open_note(note, [key]).ledger_keys


# ---- proofs ----


def included(index: int, size: int, **other: Any) -> dict[str, Any]:
    tree = our_tree()
    proof: dict[str, Any] = {
        "record": tree.records[index],
        "index": index,
        "size": size,
        "root": tree.roots[size],
        "path": tree.inclusion(index, size),
        **other,
    }
    return proof


def consistent(old: int, new: int, **other: Any) -> dict[str, Any]:
    tree = our_tree()
    roots = {"old_root": tree.roots[old], "new_root": tree.roots[new]}
    return {"old": old, "new": new, **roots, "path": tree.consistency(old, new), **other}


def written(proof: dict[str, Any]) -> dict[str, Any]:
    spelled: dict[type, Any] = {bytes: base64, list: lambda path: [base64(each) for each in path]}
    return {name: spelled.get(type(value), lambda v: v)(value) for name, value in proof.items()}


def we_say_included(p: dict[str, Any]) -> bool:
    return proofs.verify_inclusion(p["index"], p["size"], leaf_hash(p["record"]), p["path"], p["root"])


def we_say_consistent(p: dict[str, Any]) -> bool:
    return proofs.verify_consistency(p["old"], p["new"], p["old_root"], p["new_root"], p["path"])


def damaged_paths(path: list[bytes]) -> list[list[bytes]]:
    """Every hash in turn spoiled or left out, one too many at either end, neighbours exchanged."""
    spoils = [[*path[:i], spoiled(path[i]), *path[i + 1 :]] for i in range(len(path))]
    holes = [[*path[:i], *path[i + 1 :]] for i in range(len(path))]
    swaps = [[*path[:i], b, a, *path[i + 2 :]] for i, (a, b) in enumerate(pairwise(path))]
    return [*spoils, *holes, *swaps, [*path, bytes(32)], [bytes(32), *path]]


def test_go_believes_our_proofs_and_makes_the_same(go_programs: GoPrograms) -> None:
    tree = our_tree()
    inclusions = [
        included(index, size) for size in SIZES for index in {0, 1, size // 2, size - 1} if index < size
    ]
    consistencies = [consistent(old, new) for new in SIZES for old in SIZES if old <= new]
    answer = go_programs.ask(
        "tree",
        {
            "included": [written(proof) for proof in inclusions],
            "consistent": [written(proof) for proof in consistencies],
            "records": [base64(record) for record in tree.records],
        },
    )
    assert set(answer["included"]) == set(answer["consistent"]) == {""}
    assert len(answer["included"]) > 70
    assert len(answer["consistent"]) > 250
    # Not only sound but the very same: root, inclusion and consistency of every size up to 130.
    for size in range(1, len(tree.records) + 1):
        assert b64decode(answer["roots"][size - 1]) == tree.roots[size]
        ours = [[base64(each) for each in tree.inclusion(index, size)] for index in range(size)]
        assert answer["inclusion"][size - 1] == ours
        ours = [[base64(each) for each in tree.consistency(old, size)] for old in range(1, size + 1)]
        assert answer["consistency"][size - 1] == ours


def spoiled_inclusions(index: int, size: int) -> list[dict[str, Any]]:
    good = included(index, size)
    spoils = [{**good, "record": good["record"] + b"!"}, {**good, "root": spoiled(good["root"])}]
    return [*spoils, *({**good, "path": path} for path in damaged_paths(good["path"]))]


def spoiled_consistencies(old: int, new: int) -> list[dict[str, Any]]:
    good = consistent(old, new)
    spoils = [{**good, name: spoiled(good[name])} for name in ("old_root", "new_root")]
    return [*spoils, *({**good, "path": path} for path in damaged_paths(good["path"]))]


def misplaced_inclusions(index: int, size: int) -> list[dict[str, Any]]:
    good = included(index, size)
    elsewhere = [{**good, "index": other} for other in (index ^ 1, index + 1, size, -1)]
    return elsewhere + [{**good, "size": other} for other in (size + 1, size - 1, size * 2, 0)]


def misplaced_consistencies(old: int, new: int) -> list[dict[str, Any]]:
    good = consistent(old, new)
    older = [{**good, "old": other} for other in (old + 1, old - 1)]
    return older + [{**good, "new": other} for other in (new + 1, new - 1)]


def test_go_and_we_refuse_the_same_proofs(go_programs: GoPrograms) -> None:
    chance = random.Random(20)
    places = [(chance.randrange(size), chance.randrange(1, size + 1), size) for size in SIZES]
    inclusions = [bad for index, _, size in places for bad in spoiled_inclusions(index, size)]
    consistencies = [bad for _, old, size in places for bad in spoiled_consistencies(old, size)]
    answer = go_programs.ask(
        "tree",
        {
            "included": [written(proof) for proof in inclusions],
            "consistent": [written(proof) for proof in consistencies],
        },
    )
    assert min(len(inclusions), len(consistencies)) > 200
    assert "" not in answer["included"] + answer["consistent"]
    assert not any(map(we_say_included, inclusions))
    assert not any(map(we_say_consistent, consistencies))


def test_go_and_we_answer_alike_about_other_places(go_programs: GoPrograms) -> None:
    """A root does not know its size: some proofs have the right hashes for another tree's shape as well.

    Both sides may believe those, since a checkpoint signs size and root together; but they must agree.
    """
    chance = random.Random(21)
    places = [(chance.randrange(size), chance.randrange(1, size + 1), size) for size in SIZES]
    inclusions = [other for index, _, size in places for other in misplaced_inclusions(index, size)]
    consistencies = [other for _, old, size in places for other in misplaced_consistencies(old, size)]
    answer = go_programs.ask(
        "tree",
        {
            "included": [written(proof) for proof in inclusions],
            "consistent": [written(proof) for proof in consistencies],
        },
    )
    assert [why == "" for why in answer["included"]] == [we_say_included(proof) for proof in inclusions]
    assert [why == "" for why in answer["consistent"]] == [
        we_say_consistent(proof) for proof in consistencies
    ]
    assert answer["included"].count("") < len(inclusions) / 4
