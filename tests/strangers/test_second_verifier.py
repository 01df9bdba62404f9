"""Two verifiers, one written from the document alone, must say the same of whatever lies before them.

Expectations that were written down beforehand are in `tests/corpus`; its test holds both verifiers to them. Here
nobody knows the answer: ledgers at random, attacked ledgers, texts and bytes with something changed.
"""

import json
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from ledger.audit.verify import verify
from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.sealing import notes
from ledger.sealing.anchor import parse
from ledger.sealing.vkeys import LEDGER, VerifierKey
from tests import peers
from tests.attacks import on_bytes, on_history, on_index, on_order, on_people  # noqa: F401  # they register
from tests.attacks.attack import ATTACKS
from tests.attacks.world import World, build
from tests.strangers import chaos, chaos_folder, export, second
from tests.strangers.chaos_notes import anchor_texts
from tests.support import folders
from tests.support.ledgers import DAY, LedgerMaker
from tests.support.lives import random_life
from tests.support.spoiling import spoil

pytestmark = pytest.mark.node
ROOT = Path(__file__).parents[2]
Root = tuple[int, str]


def ours(folder: Path, anchors: Sequence[str], as_of: int, roots: Sequence[Root] = ()) -> second.Verified:
    typed = [f"{size}:{root}" for size, root in roots]
    report = verify(folder, anchors=[parse(text) for text in anchors], as_of=as_of, roots=typed, jobs=1)
    return second.read(report.json())


class Comparison:
    """Folders shown to our verifier at once, and to the other all together."""

    def __init__(self) -> None:
        self._ours: dict[str, second.Verified] = {}
        self._cases: list[dict[str, Any]] = []

    def show(
        self, name: str, folder: Path, anchors: Sequence[str], as_of: int, roots: Sequence[Root] = ()
    ) -> None:
        self._ours[name] = ours(folder, anchors, as_of, roots)
        self._cases.append({**export.case_of(folder, list(anchors), as_of), "roots": roots})

    def codes(self) -> set[str]:
        return {failure.code for verified in self._ours.values() for failure in verified.failures}

    def demand_agreement(self) -> None:
        answers = [second.read(answer) for answer in second.ask(self._cases)]
        differences = {
            name: {"only ours": one.failures - other.failures, "only theirs": other.failures - one.failures}
            for (name, one), other in zip(self._ours.items(), answers, strict=True)
            if one != other
        }
        assert differences == {}


def compare_random(seeds: range, folder: Path) -> set[str]:
    """Ledgers on which everything happens, half of them spoiled afterwards; gives the codes that were met."""
    comparison = Comparison()
    for seed in seeds:
        maker, chance = chaos.build(seed), random.Random(-seed)
        place = maker.write(folder / str(seed))
        chaos_folder.mend_index(place)
        if chance.random() < 0.5:
            chaos_folder.spoil(chance, place)
        as_of = maker.now + chance.choice([0, 0, DAY, 5 * DAY])
        printed = [(maker.tree.size, maker.tree.root().hex()), (chance.randrange(60), "00" * 32)]
        roots = chance.sample(printed, chance.choice([0, 0, 1, 2]))
        comparison.show(str(seed), place, anchor_texts(chance, maker), as_of, roots)
        shutil.rmtree(place)
    comparison.demand_agreement()
    return comparison.codes()


def test_both_say_the_same_of_random_ledgers(tmp_path: Path) -> None:
    codes = compare_random(range(1, 61), tmp_path)
    # What random acts must have led to, or this test has lost its teeth. The corpus has every code.
    assert len(codes) >= 40, sorted(codes)


@pytest.mark.slow
@pytest.mark.parametrize("lot", range(5))
def test_both_say_the_same_of_many_random_ledgers(lot: int, tmp_path: Path) -> None:
    compare_random(range(1000 + 100 * lot, 1100 + 100 * lot), tmp_path)


def test_both_find_nothing_where_nothing_is_wrong(tmp_path: Path) -> None:
    comparison = Comparison()
    for seed in range(6):
        maker = random_life(seed, steps=40)
        comparison.show(str(seed), maker.write(tmp_path / str(seed)), [maker.anchor().format()], maker.now)
    assert comparison.codes() == set()
    comparison.demand_agreement()


def test_both_say_the_same_of_rows_that_were_moved(tmp_path: Path) -> None:
    comparison = Comparison()
    for seed in range(40):
        maker = random_life(seed % 5, steps=25)
        place = folders.write(spoil(maker, seed), tmp_path / str(seed))
        chaos_folder.mend_index(place)
        comparison.show(str(seed), place, [maker.anchor().format()], maker.now)
    comparison.demand_agreement()


# ---- a ledger written by the real desk ----


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return build(tmp_path_factory.mktemp("world"))


def test_both_say_the_same_of_every_attack(world: World, tmp_path: Path) -> None:
    """On a copy of a ledger that desk, vault and witnesses made; what an auditor brings along is left at home."""
    comparison, anchor = Comparison(), world.anchor.read_text("utf-8")
    comparison.show("clean", world.past("clean"), [anchor], world.as_of)
    assert comparison.codes() == set()
    for attack in ATTACKS.values():
        place = tmp_path / attack.name
        shutil.copytree(world.past("clean"), place)
        attack.deed(world, place)
        comparison.show(attack.name, place, [anchor], world.as_of + attack.later)
        comparison.show(f"{attack.name}, no anchor", place, [], world.as_of)
    comparison.demand_agreement()


# ---- texts and bytes ----


def readable(read: Callable[[Any], object], value: Any) -> bool:
    try:
        read(value)
    except LedgerError:
        return False
    return True


def changed(chance: random.Random, text: str) -> str:
    """A text with a line or a character lost, doubled, exchanged or put in."""
    lines = text.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    place = chance.randrange(len(text))
    odd = chance.choice(
        [*" \t\n\r\0+=#0", "\u00a0", "\u2028", "\x7f", "\ud800", "none", "any", "all", "group ", "Z"]
    )
    texts: list[str] = [
        "\n".join([*lines[:at], *lines[at + 1 :]]),
        "\n".join([*lines[:at], lines[other], *lines[at:]]),
        text[:place] + text[place + 1 :],
        text[:place] + odd + text[place:],
        text[:place] + odd + text[place + 1 :],
        text.replace(lines[at], f" \t{lines[at]}\t https://ledger.example/"),
        text.replace(lines[at], f"  {lines[at]} "),
        text + chance.choice(["#", "# x\n", "\n\n", "quorum none\n", "#ledger \n", "witness a b\n"]),
    ]
    return chance.choice(texts)


ANCHORS = """group nested 1 both third
group both 2 oversight archive
group both all oversight archive
group both any oversight archive
group both 3 oversight archive
group both 0 oversight archive
group both 02 oversight archive
group both 2 oversight oversight
group both 1
group none 1 oversight
quorum archive
quorum none
quorum
log
# nothing"""


def test_both_read_the_same_anchors() -> None:
    peers.require("node")
    maker = LedgerMaker(witnesses=("oversight", "archive", "third"), needed=2)
    maker.found()
    whole = maker.anchor().format()
    bare = "".join(line + "\n" for line in whole.split("\n") if line[:4] in ("#led", "log ", "witn"))
    chance = random.Random(7)
    texts = [whole, bare, ""]
    for _ in range(700):
        text = chance.choice([whole, bare + "\n".join(chance.sample(ANCHORS.split("\n"), 3)) + "\n"])
        for _ in range(chance.choice([0, 1, 1, 2])):
            text = changed(chance, text)
        texts.append(text)
    answers = second.ask([{"records": [], "anchor": text, "as_of": 0} for text in texts])
    theirs = ["unreadable" not in answer for answer in answers]
    differ = [text for text, their in zip(texts, theirs, strict=True) if their != readable(parse, text)]
    assert differ == []
    assert 100 < theirs.count(True) < 500


def test_both_read_the_same_notes(tmp_path: Path) -> None:
    """A note with something changed is bad to both, or good to both."""
    maker = LedgerMaker()
    maker.found()
    note, chance = maker.note(), random.Random(8)
    texts = [note]
    for _ in range(250):
        text = changed(chance, note)
        texts.append(text if chance.random() < 0.7 else changed(chance, text))
    place, comparison = maker.write(tmp_path / "ledger"), Comparison()
    for number, text in enumerate(texts):
        (place / "checkpoint.newest").write_bytes(text.encode("utf-8", "surrogatepass"))
        comparison.show(str(number), place, [maker.anchor().format()], maker.now)
    assert "bad_checkpoint" in comparison.codes()
    comparison.demand_agreement()


def test_the_vectors_of_the_document() -> None:
    path = ROOT / "docs" / "vectors.json"
    report = json.loads(second.run("vectors.mjs", str(path)))
    assert report["wrong"] == []
    assert sum(report["checked"].values()) > 400


def test_a_key_of_another_name_neither_signs_nor_spoils(tmp_path: Path) -> None:
    """Without an anchor the keys of record 1 are known, even one that is not under the ledger's name."""
    maker, comparison = LedgerMaker(), Comparison()
    key = maker.checkpoint_key
    elsewhere = VerifierKey.of(key, "ledger.example/elsewhere", LEDGER)
    maker.found(
        checkpoint_keys=[str(maker.vkey), str(elsewhere)],
        checkpoint_proofs=[notes.empty_tree_note(key, name) for name in (maker.origin, elsewhere.name)],
    )
    body = notes.checkpoint_body(maker.origin, maker.tree.size, maker.tree.root())
    own = notes.sign_note(key, maker.origin, body)
    right = notes.Signature(elsewhere.name, elsewhere.id, key.sign(body)).line
    wrong = notes.Signature(elsewhere.name, elsewhere.id, bytes(64)).line
    bad = {}
    for number, lines in enumerate([[own], [own, right], [own, wrong], [right], [wrong]]):
        maker.contents.newest = notes.note_text(body, lines)
        place = maker.write(tmp_path / str(number))
        comparison.show(str(number), place, [], maker.now)
        bad[number] = "bad_checkpoint" in {f.code for f in ours(place, [], maker.now).failures}
    assert bad == {0: False, 1: False, 2: False, 3: True, 4: True}
    comparison.demand_agreement()


def codes_of(records: Sequence[bytes]) -> list[list[str]]:
    """What the second verifier says of records' bytes."""
    answer: list[list[str]] = second.ask([{"bytes": [each.hex() for each in records]}])[0]["codes"]
    return answer


def test_the_corpus_of_byte_strings() -> None:
    rows = json.loads((ROOT / "tests" / "corpus" / "bytes" / "records.json").read_text("utf-8"))["records"]
    expected = [[] if row["code"] is None else [row["code"]] for row in rows]
    assert codes_of([bytes.fromhex(row["record"]) for row in rows]) == expected


def test_both_say_the_same_of_changed_bytes() -> None:
    maker, chance = random_life(3, steps=60), random.Random(9)
    records = []
    for _ in range(4000):
        data = bytearray(chance.choice(maker.contents.records))
        for _ in range(chance.choice([1, 1, 1, 3])):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([0, 1, 1, 1, 2])] = chance.choice(
                [bytes([chance.randrange(256)]), b"", b"\xc0", b"\xd9\x01a", bytes([data[at] ^ 1])]
            )
        records.append(bytes(data))
    ours_say = [[code for code, _ in of_record(data)[0].faults] for data in records]
    theirs = codes_of(records)
    differ = [
        (data.hex(), mine, their)
        for data, mine, their in zip(records, ours_say, theirs, strict=True)
        if sorted(mine) != sorted(their)
    ]
    assert differ == []
    assert {code for codes in theirs for code in codes} >= {"not_canonical", "not_an_act", "unknown_type"}
