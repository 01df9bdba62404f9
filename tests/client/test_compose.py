"""From ACT.json to an act: filled in, converted, committed, refused with the field's name."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts import kinds as k
from ledger.acts.committed import commitments
from ledger.acts.head import check
from ledger.acts.registry import TYPES, Registry
from ledger.acts.struct import part
from ledger.client.compose import compose, compose_batch
from ledger.client.draft import Draft
from ledger.client.lookup import OfLedger
from ledger.client.signer import Signer
from ledger.errors import LedgerError
from ledger.rules.life.state import Key, LedgerState
from ledger.sealing import canon
from ledger.sealing.algorithms import generate, load_public
from ledger.sealing.commitments import commitment
from ledger.sealing.envelope import ACT_TYPE, verify
from ledger.sealing.submission import value_at
from tests.client.people import LEDGER, ORIGIN

KEY = generate("p256-sha256")
SIGNER = Signer("zhang1", "office/clerk", LEDGER, ORIGIN, KEY.alg, KEY.spki)
NOW = 1_709_254_800_123_456  # 2024-03-01T09:00:00.123456+08:00
DOCUMENT = {
    "type": "document_registered",
    "at": "2024-03-01",
    "data": {
        "date": "2024-02-28",
        "file": "收文扫描件",
        "how": "post",
        "issuer": "某某区市场监督管理局",
        "kind": "original",
        "number": "市监〔2024〕1号",
        "received": "2024-03-01T08:30",
    },
}


def made(form: Any = DOCUMENT, signer: Signer = SIGNER, **how: Any) -> Draft:
    return compose(form, signer, clock=lambda: NOW, **how)


def changed(path: str, value: Any, form: dict[str, Any] = DOCUMENT) -> dict[str, Any]:
    copy: dict[str, Any] = json.loads(json.dumps(form))
    place = copy
    *above, last = path.split(".")
    for step in above:
        place = place[step]
    place[last] = value
    return copy


def refused(form: Any, code: str = "form_invalid", **how: Any) -> LedgerError:
    with pytest.raises(LedgerError) as caught:
        made(form, **how)
    assert caught.value.code == code
    assert "未知" not in caught.value.message
    assert "未知" not in caught.value.english
    return caught.value


class TestFillsIn:
    def test_everything_that_was_left_out(self):
        draft = made()
        act = draft.act
        assert check(act).name == "document_registered"
        assert canon.decode(draft.body) == act
        assert draft.digest == hashlib.sha256(draft.body).digest()
        filled = {name: value for name, value in act.items() if name not in ("id", "data")}
        assert filled == {
            "acknowledges": [], "as": "office/clerk", "at": "2024-03-01", "basis": [], "batch": None,
            "by": "zhang1", "cases": [], "for": None, "key": KEY.key_id, "late": None, "ledger": LEDGER,
            "mode": "own", "seen": None, "signed": NOW, "type": "document_registered", "v": 1,
        }  # fmt: skip
        assert len(act["id"]) == 16
        assert act["id"] != made().act["id"]

    def test_nothing_that_was_given(self):
        form = {
            **changed("as", None),
            "id": "0f" * 16,
            "by": "zhang1",
            "key": KEY.key_id.hex(),
            "ledger": LEDGER.hex(),
            "v": 1,
            "mode": "own",
            "for": None,
            "late": "offline",
            "signed": "2024-03-01T01:00:00Z",
            "seen": [7, "ab" * 32],
            "cases": ["registry:ledger", "person:zhang1"],
            "basis": ["ff" * 32, "00" * 32],
            "batch": ["aa" * 16, 1, 2],
            "acknowledges": [],
        }
        act = made(form, seen=(9, b"\x01" * 32)).act
        assert act["as"] is None
        assert act["id"] == b"\x0f" * 16
        assert act["late"] == "offline"
        assert act["signed"] == 1_709_254_800_000_000
        assert act["seen"] == [7, b"\xab" * 32]
        assert act["cases"] == ["person:zhang1", "registry:ledger"]
        assert act["basis"] == [b"\x00" * 32, b"\xff" * 32]
        assert act["batch"] == [b"\xaa" * 16, 1, 2]

    def test_the_checkpoint_that_is_remembered_unless_null_is_written(self):
        assert made(seen=(9, b"\x01" * 32)).act["seen"] == [9, b"\x01" * 32]
        assert made(changed("seen", None), seen=(9, b"\x01" * 32)).act["seen"] is None

    def test_ledger_of_the_caller_where_the_key_file_names_none(self):
        loose = Signer("zhang1", None, None, ORIGIN, KEY.alg, KEY.spki)
        assert made(signer=loose, ledger=LEDGER).act["ledger"] == LEDGER
        assert made(signer=loose, ledger=LEDGER).act["as"] is None
        assert refused(DOCUMENT, signer=loose).facts["field"] == "ledger"
        refused(DOCUMENT, "key_of_other_ledger", ledger=b"\x09" * 32)

    def test_the_act_that_founds_a_ledger_belongs_to_none(self):
        with pytest.raises(LedgerError) as caught:
            made({"type": "ledger_opened", "at": "2024-03-01", "data": {}})
        assert caught.value.facts["field"] == "data.authority"
        with pytest.raises(LedgerError) as caught:
            made({"type": "ledger_opened", "at": "2024-03-01", "ledger": LEDGER.hex(), "data": {}})
        assert caught.value.facts["field"] == "ledger"

    @pytest.mark.parametrize(
        ("at", "held"),
        [
            ("2024-03-01", "2024-03-01"),
            ("2024-03-01T09:00", "2024-03-01T09:00"),
            ("2024-03-01T09:00:00+08:00", 1_709_254_800_000_000),
            ("2024-03-01T01:00:00Z", 1_709_254_800_000_000),
            ("2024-02-29T20:30:00.5-04:30", 1_709_254_800_500_000),
            ("1969-12-31T23:59:59.999999Z", -1),
        ],
    )
    def test_moments_keep_their_precision(self, at: str, held: object):
        assert made(changed("at", at)).act["at"] == held
        assert made(changed("data.received", at)).act["data"]["received"] == held


class TestCases:
    OTHER = b"\x05" * 32

    def lookup(self) -> OfLedger:
        state = LedgerState()
        state.keys[self.OTHER] = Key(self.OTHER, "ed25519", b"", "lisi1", "act", 3, "wangwu1")
        return OfLedger(state, _Empty())

    def test_persons_that_the_act_names(self):
        form = {
            "type": "post_assigned",
            "at": "2024-03-01",
            "data": {"person": "lisi1", "post": "office/clerk"},
        }
        assert made(form).act["cases"] == ["person:lisi1"]

    def test_owner_of_a_key_by_looking_it_up(self):
        form = {"type": "key_confirmed", "at": "2024-03-01", "data": {"key": self.OTHER.hex()}}
        assert made(form, lookup=self.lookup()).act["cases"] == ["person:lisi1"]
        assert refused(form).facts["field"] == "cases"
        assert refused(changed("data.key", "06" * 32, form), lookup=self.lookup()).facts["field"] == "cases"

    def test_the_registry(self):
        form = {"type": "ledger_closed", "at": "2024-03-01", "data": {"reason": "moved"}}
        assert made(form).act["cases"] == ["registry:ledger"]
        assert made(form).act["data"] == {"reason": "moved", "successor": None}

    @pytest.mark.parametrize(
        "cases", [["person"], ["Person:zhang1"], [1], "person:zhang1", [f"c:{i:04}" for i in range(1025)]]
    )
    def test_written_wrongly(self, cases: object):
        assert refused(changed("cases", cases)).facts["field"] == "cases"


class _Empty:
    def record(self, position: int) -> bytes | None:
        return None

    def root(self, size: int) -> bytes | None:
        return None


class TestCommitments:
    def test_plain_in_the_form_committed_in_the_act(self):
        draft = made()
        kind = TYPES.get("document_registered", 1)
        assert kind is not None
        held = dict(commitments(kind, draft.act["data"]))
        assert {o.field: o.value for o in draft.openings} == {
            "file": "收文扫描件",
            "number": "市监〔2024〕1号",
        }
        for opening in draft.openings:
            assert len(opening.salt) == 32
            assert opening.fits(LEDGER, draft.act)
            assert held.pop(opening.field) == draft.act["data"][opening.field]
        assert not held
        assert "收文扫描件".encode() not in draft.body

    def test_salts_are_fresh(self):
        salts = {opening.salt for _ in range(20) for opening in made().openings}
        assert len(salts) == 40

    def test_nil_where_it_is_allowed(self):
        form = changed("data.number", None)
        assert made(form).act["data"]["number"] is None
        del form["data"]["number"]
        assert made(form).act["data"]["number"] is None
        assert refused(changed("data.file", None)).facts["field"] == "data.file"

    def test_a_file_by_its_path(self, tmp_path: Path):
        (tmp_path / "扫描件.PDF").write_bytes(b"%PDF" * 700_000)
        digest = hashlib.sha256(b"%PDF" * 700_000).digest()
        value = made(changed("data.file", {"file": "扫描件.PDF"}), folder=tmp_path).openings[0].value
        assert value == ["file", "application/pdf", 2_800_000, digest]
        form = changed("data.file", {"file": str(tmp_path / "扫描件.PDF"), "media_type": "text/x-other"})
        assert made(form).openings[0].value[1] == "text/x-other"
        (tmp_path / "strange").write_bytes(b"")
        assert made(changed("data.file", {"file": "strange"}), folder=tmp_path).openings[0].value[1:3] == [
            "application/octet-stream", 0,
        ]  # fmt: skip
        refused(changed("data.file", {"file": "nothing"}), "file_unreadable", folder=tmp_path)
        refused(changed("data.file", {"file": "a\0b"}), "file_unreadable", folder=tmp_path)
        assert refused(changed("data.file", {"file": 1})).facts["field"] == "data.file.file"
        assert (
            refused(changed("data.file", {"file": "x", "media_type": "x"})).facts["field"]
            == "data.file.media_type"
        )
        error = refused(changed("data.file", {"file": "x", "mediatype": "x"}))
        assert "media_type" in error.message

    def test_structured_values(self):
        value = {"names": ["张三", "李四"], "n": 3, "yes": True, "none": None}
        assert made(changed("data.file", value)).openings[0].value == value
        deep: Any = "x"
        for _ in range(40):
            deep = [deep]
        for bad in (1.5, {"Bad Key": 1}, {"": 1}, 2**60, [2**60], deep):
            assert str(refused(changed("data.file", bad)).facts["field"]).startswith("data.file")

    def test_nested_fields_have_dotted_names(self):
        registry, signer = Registry(), SIGNER

        @dataclass(frozen=True, slots=True)
        class Item:
            name: k.Commitment
            note: Annotated[bytes | None, k.optional(k.COMMITMENT)]

        @registry.act()
        @dataclass(frozen=True, slots=True)
        class ThingNoted:
            each: Annotated[tuple[k.Commitment, ...], k.many(k.COMMITMENT)]
            items: Annotated[tuple[Item, ...], k.many(part(Item))]
            one: Annotated[Item | None, k.optional(part(Item))]
            when: Annotated[int | str | None, k.optional(k.AT)]

        data = {"each": ["a", "b"], "items": [{"name": "c"}, {"name": "d", "note": "e"}], "one": {"name": "f"},
                "when": "2024-03-01T09:00:00Z"}  # fmt: skip
        form = {"type": "thing_noted", "at": "2024-03-01", "data": data}
        draft = compose(form, signer, registry=registry)
        plain = {opening.field: opening.value for opening in draft.openings}
        assert plain == {
            "each.0": "a", "each.1": "b", "items.0.name": "c", "items.1.name": "d", "items.1.note": "e",
            "one.name": "f",
        }  # fmt: skip
        assert all(opening.fits(LEDGER, draft.act) for opening in draft.openings)
        kind = registry.get("thing_noted", 1)
        assert kind is not None
        assert {name for name, _ in commitments(kind, draft.act["data"])} == plain.keys()
        assert draft.act["data"]["when"] == 1_709_283_600_000_000


class TestText:
    def test_is_normalised_before_it_is_shown_and_signed(self):
        form = changed("data.issuer", "Cafe\u0301")
        form = changed("data.number", ["e\u0301", {"a": "o\u0308"}], form)
        draft = made(form)
        assert draft.act["data"]["issuer"] == "Caf\u00e9"
        assert {o.field: o.value for o in draft.openings}["number"] == ["\u00e9", {"a": "\u00f6"}]

    @pytest.mark.parametrize(
        "bad", ["\t", "\r\n", "\x00", "\u202e", "\u2066", "\u200f", "\ud800", "\u0378", "\ufffe"]
    )
    @pytest.mark.parametrize("field", ["issuer", "number"])
    def test_unclean(self, bad: str, field: str):
        error = refused(changed(f"data.{field}", f"a{bad}b"), "text_not_clean")
        assert error.facts["field"] == f"data.{field}"

    @pytest.mark.parametrize("good", ["a\nb", "\ue000", "𠮷", "ㄅ", ""])
    def test_clean(self, good: str):
        assert made(changed("data.number", good)).openings[1].value == good


class TestRefuses:
    @pytest.mark.parametrize(
        ("path", "value", "near"),
        [
            ("type", "document_registred", "document_registered"),
            ("type", 7, None),
            ("type", None, None),
            ("tpye", "x", "type"),
            ("data.isuer", "x", None),
            ("v", 2, None),
            ("v", "1", None),
            ("v", True, None),
            ("at", "2024-02-30", None),
            ("at", "01.03.2024", None),
            ("at", "2024-03-01T09:00:00", None),
            ("at", "2024-03-01T25:00:00Z", None),
            ("at", "20240301T090000Z", None),
            ("at", "9999-12-31T00:00:00Z", None),
            ("at", 1_709_254_800_000_000, None),
            ("signed", "2024-03-01", None),
            ("signed", 5, None),
            ("by", "lisi1", None),
            ("as", "Office", None),
            ("key", "00" * 32, None),
            ("ledger", "00" * 32, None),
            ("id", "00", None),
            ("id", 5, None),
            ("mode", "transcribed", None),
            ("for", "lisi1", None),
            ("late", "overslept", None),
            ("late", 1, None),
            ("acknowledges", ["x@1"], None),
            ("acknowledges", "x", None),
            ("basis", ["zz"], None),
            ("basis", "00", None),
            ("batch", ["00" * 16, 2, 1], None),
            ("batch", ["00" * 16, 0, 1], None),
            ("batch", ["00", 1, 1], None),
            ("batch", {"id": 1}, None),
            ("seen", [0, "00" * 32], None),
            ("seen", [1, "00"], None),
            ("seen", "x", None),
            ("data", [], None),
            ("data.kind", "orignal", None),
            ("data.date", "2024", None),
            ("data.date", 5, None),
            ("data.issuer", 5, None),
            ("data.how", "By Post", None),
            ("data.received", "gestern", None),
        ],
    )  # fmt: skip
    def test_names_the_field_and_what_it_wants(self, path: str, value: object, near: str | None):
        error = refused(changed(path, value))
        assert error.facts["field"] == path
        assert str(error.facts["expected"]) in error.message
        if near is not None:
            assert error.facts["near"] == near
            assert near in error.message

    def test_a_mistyped_field_is_recognised(self):
        form = changed("data.isuer", "x")
        del form["data"]["issuer"]
        assert "是否想写 issuer" in refused(form).message

    @pytest.mark.parametrize("field", ["type", "at", "data"])
    def test_what_must_be_there(self, field: str):
        form = {name: value for name, value in DOCUMENT.items() if name != field}
        assert refused(form).facts["field"] == field

    @pytest.mark.parametrize("form", [None, [], "x", 5])
    def test_no_object(self, form: object):
        refused(form)

    def test_waiting_types_by_their_own_code(self):
        refused(changed("type", "key_recovered"), "type_waiting")

    def test_private_values_are_not_repeated(self):
        secret = "身份证号 110101199001011234"
        error = refused(changed("data.file", {"Secret": secret}))
        assert secret not in str(error.facts)
        assert secret not in str(refused(changed("data.number", [secret, 1.5])).facts)

    def test_too_long(self):
        form = {"type": "document_filed", "at": "2024-03-01",
                "data": {"bytes": "00" * 45_000, "document": "00" * 32, "part": 1, "parts": 1}}  # fmt: skip
        assert made(form).act["data"]["bytes"] == bytes(45_000)
        assert refused(changed("data.bytes", "00" * 45_001, form)).facts["field"] == "data.bytes"
        refused(changed("data.issuer", "长" * 17_000), "too_long")


SCORE = {"type": "score_recorded", "at": "2024-03-01", "data": {"score": "92.5"}}


class TestModes:
    """With a small type of the procedure in a registry of the test's own."""

    @pytest.fixture
    def registry(self) -> Registry:
        registry = Registry()

        @registry.act()
        @dataclass(frozen=True, slots=True)
        class ScoreRecorded:
            score: k.Text

        return registry

    def test_transcribed(self, registry: Registry):
        form = {
            **SCORE,
            "mode": "transcribed",
            "for": "lisi1",
            "acknowledges": ["b@2", "a@1:(六)", "b@2"],
        }
        act = made(form, registry=registry).act
        assert act["acknowledges"] == ["a@1:(六)", "b@2"]
        assert act["for"] == "lisi1"

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"mode": "mandate"}, "for"),
            ({"mode": "mandate", "for": "L"}, "for"),
            ({"mode": "mandate", "for": "lisi1", "acknowledges": ["a@1"]}, "acknowledges"),
            ({"for": "lisi1"}, "for"),
            ({"mode": "asleep"}, "mode"),
            ({"mode": 1}, "mode"),
        ],
    )
    def test_misfits(self, registry: Registry, more: dict[str, Any], field: str):
        assert refused({**SCORE, **more}, registry=registry).facts["field"] == field


SHORTLIST = {
    "type": "shortlist_proposed",
    "at": "2023-07-20",
    "mode": "transcribed",
    "for": "panel1",
    "data": {
        "cycle": "cycle2023",
        "step": "onsite_list",
        "list": "list001",
        "items": [
            {"application": "app002", "reason": "行业代表性"},
            {"application": "app001", "rank": 1},
            {"application": "app003", "reason": "得分相同"},
        ],
    },
}


class TestProcedure:
    def test_cases_are_those_that_the_data_name(self):
        assert made(SHORTLIST).act["cases"] == [
            "application:app001", "application:app002", "application:app003", "cycle:cycle2023",
        ]  # fmt: skip
        listed = {"type": "standard_edition_listed", "at": "2023-07-20",
                  "data": {"from": "2012-08-01", "issue": "2012", "name": "GB/T 19580"}}  # fmt: skip
        assert made(listed).act["cases"] == ["registry:ledger"]

    def test_a_list_of_maps_is_put_in_order_before_its_fields_are_committed(self):
        draft = made(SHORTLIST)
        items = draft.act["data"]["items"]
        assert [item["application"] for item in items] == ["app001", "app002", "app003"]
        assert [(o.field, o.value) for o in draft.openings] == [
            ("items.1.reason", "行业代表性"),
            ("items.2.reason", "得分相同"),
        ]
        for opening in draft.openings:
            made_again = commitment(LEDGER, "zhang1", draft.act["id"], *opening)
            assert value_at(draft.act["data"], opening.field) == made_again

    def test_a_list_left_out_is_empty_in_an_act_of_the_procedure_alone(self):
        assert made(SHORTLIST).act["data"]["annexes"] == []
        enough = {
            "type": "scores_opened",
            "at": "2023-07-20",
            "data": {"cycle": "cycle2023", "step": "material"},
        }
        assert refused(enough).facts["field"] == "data.application"
        confirmed = {**DOCUMENT, "type": "acts_confirmed", "data": {}}
        assert refused(confirmed).facts["field"] == "data.acts"

    def test_a_list_that_cannot_be_put_in_order(self):
        for items in (
            [{"rank": 1}, {}],
            [1, {"application": "app001"}],
            [{"application": 1}, {"application": "a"}],
        ):
            field = refused(changed("data.items", items, SHORTLIST)).facts["field"]
            assert str(field).startswith("data.items.")
        twice = [{"application": "app001"}, {"application": "app001", "rank": 2}]
        assert refused(changed("data.items", twice, SHORTLIST)).facts["field"] == "data.items"

    def test_more_cases_than_an_act_can_have(self):
        redone: dict[str, Any] = {"type": "stage_redone", "at": "2023-07-20",
                  "data": {"applications": [f"app{n:05}" for n in range(1024)], "cycle": "cycle2023",
                           "step": "final_public", "ground": "closed_early", "reason": "公示时间不足"}}  # fmt: skip
        assert refused(redone).facts["field"] == "cases"
        redone["data"]["applications"].pop()
        assert len(made(redone).act["cases"]) == 1024


class TestBatch:
    def test_one_batch_numbered_through(self):
        drafts = compose_batch([DOCUMENT] * 3, SIGNER, clock=lambda: NOW)
        batches = [draft.act["batch"] for draft in drafts]
        assert [batch[1:] for batch in batches] == [[1, 3], [2, 3], [3, 3]]
        assert len({batch[0] for batch in batches}) == 1
        assert len({draft.digest for draft in drafts}) == 3

    def test_no_batch_within_a_batch(self):
        with pytest.raises(LedgerError) as caught:
            compose_batch([DOCUMENT, changed("batch", ["00" * 16, 1, 1])], SIGNER)
        assert caught.value.facts["field"] == "batch"
        with pytest.raises(LedgerError):
            compose_batch([DOCUMENT, 5], SIGNER)


class TestSigning:
    def test_with_the_key_of_the_act(self):
        draft = made()
        submission = draft.sign(KEY)
        public = load_public(KEY.alg, KEY.spki)
        assert verify(public, ACT_TYPE, submission.act, submission.sig)
        assert submission.openings == draft.openings

    def test_with_no_other(self):
        with pytest.raises(LedgerError) as caught:
            made().sign(generate("ed25519"))
        assert caught.value.code == "key_not_of_act"


def _json(depth: int = 3) -> st.SearchStrategy[Any]:
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=6)
        | st.sampled_from(
            ["own", "2024-03-01", "zhang1", "ab" * 32, "ab" * 16, "document_registered", "post", "original"]
        )
    )
    return st.recursive(
        leaves,
        lambda c: st.lists(c, max_size=3) | st.dictionaries(st.text(max_size=5), c, max_size=3),
        max_leaves=6,
    )


@given(st.sampled_from(sorted({kind.name for kind in TYPES})), st.data())
def test_any_form_gives_an_act_or_our_error(name: str, data: st.DataObject):
    kind = next(each for each in TYPES if each.name == name)
    form: dict[str, Any] = {"type": name, "at": "2024-03-01"}
    form["data"] = {field: data.draw(_json()) for field in kind.fields if data.draw(st.booleans())}
    for field in data.draw(
        st.lists(st.sampled_from(["as", "basis", "batch", "seen", "cases", "late", "signed"]), max_size=2)
    ):
        form[field] = data.draw(_json())
    try:
        draft = made(form)
    except LedgerError as error:
        assert error.message
        return
    assert canon.decode(draft.body) == draft.act
