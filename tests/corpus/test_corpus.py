"""The frozen corpus: no file ever changes, and of every file verification still says what was written down for it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from ledger.acts.head import data_misfit
from ledger.acts.registry import TYPES
from ledger.audit.verify import verify
from ledger.errors import LedgerError
from ledger.rules.life.fact import of_record
from ledger.sealing import canon, record
from ledger.sealing.algorithms import key_id, load_private, load_public
from ledger.sealing.anchor import parse
from ledger.sealing.envelope import act_message
from tests.corpus import folder
from tests.corpus.build import cases as _cases  # noqa: F401  # registers them
from tests.corpus.build.expect import CODES, SPELLING
from tests.corpus.build.maker import CASES
from tests.strangers import second

ROOT = Path(__file__).parent
LEDGERS = sorted(ROOT.glob("cases/*.json")) + sorted(ROOT.glob("releases/*.json"))


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def listed(failures: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    return {(f["verdict"], f["effect"], f["code"], f["position"]) for f in failures}


# ---- frozen ----


def test_no_file_has_changed():
    """A file that must change is a new file; a frozen one stays, or an old ledger would stop being understood."""
    lines = (ROOT / "MANIFEST.sha256").read_text("utf-8").splitlines()
    noted = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    there = {path.relative_to(ROOT).as_posix(): path for path in ROOT.rglob("*.json")}
    assert noted.keys() == there.keys()
    changed = [name for name, path in there.items() if sha256(path.read_bytes()).hexdigest() != noted[name]]
    assert changed == []


def test_the_corpus_is_as_large_as_promised():
    bad = [name for name in CASES if not name.startswith("good-")]
    assert len(bad) >= 300
    assert len(CASES) - len(bad) >= 35
    assert {path.stem for path in LEDGERS} >= CASES.keys()


def test_every_code_of_verification_is_in_a_case():
    """Except those that need another ledger, an index, or types of later versions."""
    shown = {f["code"] for path in LEDGERS for f in read(path)["expect"]["failures"]}
    assert shown == {SPELLING.get(code, code) for code in CODES}


# ---- whole ledgers ----


@pytest.mark.parametrize("path", LEDGERS, ids=lambda path: path.stem)
def test_verification_says_what_is_expected(path: Path, tmp_path: Path):
    case = read(path)
    place = folder.write(case, tmp_path / "ledger")
    report = verify(
        place,
        anchors=[parse(text) for text in folder.anchors(case)],
        checkpoints=sorted(place.glob("note-*.txt")),
        roots=[f"{size}:{root}" for size, root in case.get("roots", [])],
        as_of=case["as_of"],
        jobs=1,
    ).json()
    assert listed(report["failures"]) == listed(case["expect"]["failures"]), case["says"]
    assert report["verdicts"] == case["expect"]["verdicts"]


@pytest.mark.node
def test_the_second_verifier_says_the_same():
    ledgers = [read(path) for path in LEDGERS]
    different = {}
    for case, answer in zip(ledgers, second.ask(ledgers), strict=True):
        expect = case["expect"]
        if (listed(answer.get("failures", [])), answer.get("verdicts")) != (
            listed(expect["failures"]),
            expect["verdicts"],
        ):
            different[case["name"]] = answer
    assert different == {}


# ---- single records ----

STRINGS = read(ROOT / "bytes" / "records.json")["records"]


@pytest.mark.parametrize("row", STRINGS, ids=lambda row: row["name"])
def test_byte_strings(row):
    fact, _ = of_record(bytes.fromhex(row["record"]))
    assert [code for code, _ in fact.faults] == ([] if row["code"] is None else [row["code"]])


def test_byte_strings_are_many():
    assert len([row for row in STRINGS if row["code"]]) >= 100
    assert len({row["name"] for row in STRINGS}) == len(STRINGS)
    assert len({row["record"] for row in STRINGS}) == len(STRINGS)


GOLDEN = [(path.stem, row) for path in sorted(ROOT.glob("golden/*.json")) for row in read(path)["records"]]


def revived(value: Any) -> Any:
    """A JSON view as the value it stands for."""
    if isinstance(value, dict):
        return (
            bytes.fromhex(value["hex"])
            if value.keys() == {"hex"}
            else {key: revived(item) for key, item in value.items()}
        )
    return [revived(item) for item in value] if isinstance(value, list) else value


def test_every_frozen_type_and_version_has_a_golden_record():
    frozen = {(kind.name, kind.v) for kind in TYPES if kind.life}
    assert {(row["type"], row["v"]) for _, row in GOLDEN} == frozen


@pytest.mark.parametrize(
    "what",
    [
        "refused",
        "late",
        "commitment",
        "opening",
        "ed25519",
        "p256-sha256",
        "machine",
        "batch",
        "seen",
        "basis",
    ],
)
def test_what_a_golden_record_must_show(what):
    assert [row["position"] for _, row in GOLDEN if what in row["shows"]]


@pytest.mark.parametrize(
    ("release", "row"), GOLDEN, ids=lambda v: v if isinstance(v, str) else f"{v['type']}-{v['position']}"
)
def test_golden_records_are_read_for_ever(release, row):
    data = bytes.fromhex(row["record"])
    stored = record.unpack(data)
    act = canon.decode(stored.act)
    assert [1, stored.recorded_at, stored.desk, act, stored.sig] == revived(row["value"])
    assert canon.encode(revived(row["value"])[3]) == stored.act
    assert record.pack(*stored) == data
    assert sha256(stored.act).hexdigest() == row["digest"]
    kind = TYPES.get(row["type"], row["v"])
    assert kind is not None
    assert data_misfit(act, kind) is None
    newest, carried = TYPES.current(row["type"], row["v"], act["data"])
    struct = TYPES.get(row["type"], newest)
    assert struct is not None
    assert struct.misfit(carried) is None
    struct.load(carried)
    ledger = read(ROOT / "releases" / f"{release}.json")
    assert ledger["records"][row["position"] - 1] == row["record"]


def test_golden_signatures_are_good_for_ever():
    """Under the very keys that the ledger of the release enrolled, found in its records."""
    keys = {}
    for path in sorted(ROOT.glob("releases/*.json")):
        for text in read(path)["records"]:
            data = canon.decode(record.unpack(bytes.fromhex(text)).act)["data"]
            enrolled = [data.get("machine"), *data.get("founders", []), data]
            keys.update(
                {
                    key_id(k["alg"], k["spki"]): load_public(k["alg"], k["spki"])
                    for k in enrolled
                    if k and "spki" in k
                }
            )
    for _, row in GOLDEN:
        stored = record.unpack(bytes.fromhex(row["record"]))
        assert keys[canon.decode(stored.act)["key"]].verify(stored.sig, act_message(stored.act)), row["type"]


def test_the_test_keys_are_what_they_say():
    for row in read(ROOT / "keys.json")["keys"]:
        key = load_private(bytes.fromhex(row["pkcs8"]))
        assert (key.alg, key.spki.hex(), key.key_id.hex()) == (row["alg"], row["spki"], row["id"])


# ---- the cases themselves ----


def test_a_case_says_what_it_shows():
    for path in LEDGERS:
        case = read(path)
        assert case["name"] in (path.stem, f"release-{path.stem}")
        assert len(case["says"]) >= 10, path.stem
        assert case["section"]
        assert all(text is None or text == text.lower() for text in case["records"])


@pytest.mark.parametrize("name", ["good-office", "signature-with-high-s", "fork", "good-founding-by-three"])
def test_the_builder_still_makes_the_frozen_bytes(name):
    """Chance has no part in it: the same keys, ids, salts and signatures in every run."""
    case = json.loads(json.dumps(CASES[name].make()))
    assert case == read(ROOT / "cases" / f"{name}.json")


def test_a_missing_file_of_the_corpus_would_be_noticed(tmp_path: Path):
    with pytest.raises(LedgerError) as caught:
        verify(tmp_path / "nowhere", jobs=1)
    assert caught.value.code == "store_missing"
