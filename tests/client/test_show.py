"""What a person reads before they sign: everything, in Chinese, and no line that the text of an act can fake."""

from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.acts.registry import TYPES
from ledger.acts.struct import schema
from ledger.client import words
from ledger.client.compose import compose
from ledger.client.enrol import keyobj
from ledger.client.expected import expectation
from ledger.client.moments import at_text, parse_at, parse_instant
from ledger.client.show import show
from ledger.client.signer import Signer
from ledger.errors import LedgerError
from ledger.errors.names import ACT_TYPES
from ledger.sealing.algorithms import generate
from tests.client.people import LEDGER, ORIGIN

KEY = generate("p256-sha256")
SIGNER = Signer("zhang1", "office/clerk", LEDGER, ORIGIN, KEY.alg, KEY.spki)
DOCUMENT: dict[str, Any] = {
    "type": "document_registered",
    "at": "2024-03-01T09:00:00+08:00",
    "basis": ["ab" * 32],
    "batch": ["00" * 16, 2, 3],
    "late": "offline",
    "signed": "2024-03-01T10:00:00+08:00",
    "seen": [7, "cd" * 32],
    "data": {
        "file": "第一行\n签署人：别人",
        "how": "post",
        "issuer": "市政府\n账本：另一账本",
        "kind": "original",
        "received": "2024-03-01T08:30:00.5Z",
    },
}


def test_every_fact_has_its_line():
    draft = compose(DOCUMENT, SIGNER)
    assert show(draft) == [
        "行为：登记来文（document_registered 第 1 版）",
        "签署人：zhang1，岗位 office/clerk",
        f"账本：{LEDGER.hex()}",
        "办理方式：本人办理",
        "发生时间：2024-03-01T09:00:00+08:00",
        "签署时间：2024-03-01T10:00:00+08:00（迟录：当时离线）",
        "同批提交：第 2 条，共 3 条",
        f"依据：{'ab' * 32}",
        "事项：无",
        f"已核对的检查点：规模 7，根 {'cd' * 32}",
        "内容：",
        "  文件日期：无",
        "  文件（入账的只有摘要）：第一行 ⏎ 签署人：别人",
        "  收到方式：post",
        "  来文单位：市政府 ⏎ 账本：另一账本",
        "  类别：original",
        "  文号：无",
        "  收到时间：2024-03-01T16:30:00.500000+08:00",
        f"签名密钥：{KEY.key_id.hex()}",
        f"行为摘要：{draft.digest.hex()}",
    ]


def test_nested_values_and_keys():
    made = keyobj(KEY, person="zhang1", origin=ORIGIN, ledger=None, use="act")
    hexed = {name: value.hex() if isinstance(value, bytes) else value for name, value in made.items()}
    data = {
        "authority": "某市人民政府", "checkpoint_keys": ["a+b"], "checkpoint_proofs": ["一\n二"],
        "duties": {d: ["office/clerk"] for d in ("confirming", "custodian", "office", "oversight", "registrar")},
        "engine": 0, "founders": [{**hexed, "person": "zhang1", "post": "office/clerk"}], "kind": "live",
        "machine": hexed, "nonce": "00" * 16, "origin": ORIGIN, "predecessor": None,
        "recovery": {"k": 1, "keys": [{**hexed, "person": "lisi1"}]}, "tolerance": 900_000_000,
        "witness_due": 172_800_000_000,
    }  # fmt: skip
    draft = compose({"type": "ledger_opened", "at": "2024-03-01", "data": data}, SIGNER)
    assert draft.act["cases"] == ["person:lisi1", "person:zhang1", "registry:ledger"]
    lines = show(draft)
    assert "账本：新建账本" in lines
    assert "  发起人：" in lines
    assert "    1.：" in lines
    assert "      人员：zhang1" in lines
    assert any(line.startswith("      公钥：91 字节，SHA-256 ") for line in lines)
    assert not any("\n" in line for line in lines)


def test_long_bytes_by_their_digest():
    data = {"bytes": "00" * 1000, "document": "00" * 32, "part": 1, "parts": 1}
    lines = show(compose({"type": "document_filed", "at": "2024-03-01", "data": data}, SIGNER))
    assert any(line.startswith("  内容：1000 字节，SHA-256 541b3e9d") for line in lines)


def test_plain_values_of_commitments():
    value = ["file", {"n": 3, "yes": True, "none": None}, "x"]
    form = {"type": "duties_changed", "at": "2024-03-01",
            "data": {"duty": "office", "posts": ["b", "a"], "reason": value}}  # fmt: skip
    lines = show(compose(form, SIGNER))
    assert "  岗位：a、b" in lines
    assert "  理由（入账的只有摘要）：file、n 3；yes 是；none 无、x" in lines


def test_every_type_and_field_has_a_chinese_name():
    for kind in TYPES:
        assert kind.name in ACT_TYPES
        assert set(kind.fields) <= words.FIELDS.keys()


def test_nested_fields_have_a_chinese_name_too():
    """Of the procedure; maps inside the founding are shown by their own names, as they were from the first."""
    for kind in TYPES:
        if not kind.life:
            for cls in _structs(kind.struct):
                assert set(schema(cls)) <= words.FIELDS.keys(), cls


def test_moments_are_known_by_their_names():
    """The same name is never a moment here and a number there, or one of them would be shown wrongly."""
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for kind in TYPES:
        for cls in _structs(kind.struct):
            for name, each in schema(cls).items():
                named[each.name.removesuffix(" or nil") == "moment"].add(name)
    assert named[True] == words.MOMENTS
    assert not named[True] & named[False]


def test_every_expectation_is_chinese():
    names = {each.name for kind in TYPES for cls in _structs(kind.struct) for each in schema(cls).values()}
    assert len(names) > 20
    for name in names:
        said = expectation(name)
        assert any("\u4e00" <= char <= "\u9fff" for char in said), name
        assert not any(word in said for word in ("list", "nil", "integer", "bytes", "pairs", "ascending")), (
            said
        )


def _structs(hint: Any) -> set[type]:
    """The struct itself and every one nested in its annotations."""
    if is_dataclass(hint) and isinstance(hint, type):
        return {hint}.union(*map(_structs, get_type_hints(hint).values()))
    return set().union(*map(_structs, get_args(hint)))


@given(st.integers(-(2**53) + 1, 2**53 - 1))
def test_instants_are_read_as_they_are_shown(instant: int):
    shown = at_text(instant)
    assert shown.endswith("+08:00")
    assert parse_instant(shown) == parse_at(shown) == instant


@pytest.mark.parametrize("at", ["2024-03-01", "2024-03-01T09:00"])
def test_days_and_minutes_are_shown_as_they_are(at: str):
    assert at_text(at) == at


@given(st.text(max_size=30))
def test_any_text_is_a_moment_or_none(text: str):
    assert parse_at(text) is None or parse_at(text) == text


@given(st.text(alphabet="签署人：\nabc", max_size=30))
def test_no_text_can_begin_a_line(text: str):
    try:
        lines = show(
            compose({**DOCUMENT, "data": {**DOCUMENT["data"], "issuer": text, "file": text}}, SIGNER)
        )
    except LedgerError:
        return
    assert len(lines) == 20
