"""The shapes of answers, as contract and docs/cli.md have them."""

from __future__ import annotations

import re
from typing import Any

from tests.cli.typing_in import Said

HEX = re.compile(r"[0-9a-f]{64}").fullmatch
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00").fullmatch
BREACH = [
    "code", "rule", "regulation", "article", "item", "source", "strength", "facts", "positions", "accepts", "message",
]  # fmt: skip
ACCEPTED = ["outcome", "act", "position", "recorded_at", "root", "size", "receipt", "remarks"]
REFUSED = ["outcome", "class", "act", "recorded_as", "breaches"]
ROW = [
    "position", "recorded_at", "type", "by", "as", "for", "mode", "at", "act", "cases", "data", "commitments",
    "refused", "attempt",
]  # fmt: skip
REPORT = [
    "ledger", "origin", "size", "root", "anchor", "engine", "verdicts", "rules_judged", "first_bad",
    "last_good_checkpoint", "failures", "commitments", "modes", "refused",
]  # fmt: skip
VERDICTS = ["integrity", "authenticity", "completeness", "time", "authority"]


def is_accepted(said: Said) -> dict[str, Any]:
    assert said.code == 0, said
    body = said.json
    assert list(body) == ACCEPTED
    assert body["outcome"] == "accepted"
    assert HEX(body["act"])
    assert HEX(body["root"])
    assert INSTANT(body["recorded_at"])
    assert type(body["position"]) is type(body["size"]) is int
    assert body["position"] <= body["size"]
    assert body["receipt"].startswith("c2sp.org/tlog-proof@v1\nextra ")
    assert body["remarks"] == []
    return body


def is_refused(said: Said, *, outcome: str = "refused") -> dict[str, Any]:
    assert said.code == 1, said
    body = said.json
    assert list(body) == REFUSED
    assert body["outcome"] == outcome
    assert HEX(body["act"])
    assert body["breaches"]
    for breach in body["breaches"]:
        assert list(breach) == BREACH
        assert breach["rule"] is breach["regulation"] is breach["article"] is breach["item"] is None
        assert all(type(k) is type(v) is str for k, v in breach["facts"].items())
        assert re.search("[\u4e00-\u9fff]", breach["message"])
    return body


def told(said: Said, code: str, exit_code: int) -> None:
    assert (said.error["code"], said.code) == (code, exit_code), said
    assert any("\u4e00" <= char <= "\u9fff" for char in said.error["message"])
    assert said.error["hint"] is None or said.error["hint"].endswith(("。", "？", "名称。"))
