"""Names for ids where several cycles, renamed companies and joined parties are on one ledger."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ledger.errors import LedgerError
from ledger.paper.tables.known import Known
from ledger.rules.procedure.opening import Application
from ledger.rules.procedure.state import Procedure


def act(**data: Any) -> Any:
    return SimpleNamespace(data=SimpleNamespace(**data))


@pytest.fixture
def known() -> Known:
    state = Procedure()
    state.registers.parties["part0001"] = act(name="江苏甲机电有限公司", code="91320600MA20000001")
    state.registers.renamed["part0001"] = (act(name="甲智能股份"),)
    state.registers.parties["part0002"] = act(name="乙公司", code=None)
    state.registers.parties["part0003"] = act(name="乙公司（旧）", code=None)
    state.registers.joined["part0003"] = "part0002"
    state.registers.parties["part0004"] = act(name=None, code=None)
    for id_, cycle, party in (
        ("appl2022", "cycle2022", "part0001"),
        ("appl2023", "cycle2023", "part0001"),
        ("appl0003", "cycle2023", "part0003"),
    ):
        submitted = act(file_number=f"第{1 if id_ != 'appl0003' else 3}号")
        state.opening.applications[id_] = Application(id_, cycle, submitted)
        state.opening.of_party[party] = (*state.opening.of_party.get(party, ()), id_)
    return Known(state, {"苏质(2023)5号": ("ab" * 32,), "同号": ("01" * 32, "02" * 32)})


def test_a_file_is_that_of_the_rows_cycle(known: Known):
    for name in ("第1号", "江苏甲机电有限公司", "甲智能股份", "９１３２０６００MA20000001"):
        for year in ("2022", "2023"):
            row = {"cycle": f"cycle{year}"}
            assert known.id("application id", name, row, "申报") == f"appl{year}"
    with pytest.raises(LedgerError) as error:
        known.id("application id", "第1号", {}, "申报")
    assert error.value.facts == {"column": "申报", "ids": "appl2022、appl2023"}


def test_joined_parties_are_one(known: Known):
    assert known.id("party id", "乙公司(旧)", {}, "主体") == "part0002"
    assert known.id("application id", "乙公司", {"cycle": "cycle2023"}, "申报") == "appl0003"


def test_an_id_is_taken_as_it_is_and_a_strange_name_is_not(known: Known):
    assert known.id("party id", "ＰＡＲＴ９９９９", {}, "主体") == "part9999"
    with pytest.raises(LedgerError) as error:
        known.id("party id", "江苏甲机电公司", {}, "主体")
    assert error.value.code == "cell_name_unknown"
    assert "是否为“江苏甲机电有限公司”" in error.value.message


def test_documents_by_number_or_digest(known: Known):
    assert known.document("苏质〔２０２３〕5号", "依据") == "ab" * 32
    assert known.document("CD" * 32, "依据") == "cd" * 32
    for number, code in (("同号", "cell_name_ambiguous"), ("苏质〔2023〕6号", "cell_document_unknown")):
        with pytest.raises(LedgerError) as error:
            known.document(number, "依据")
        assert error.value.code == code


def test_codes_by_the_glossary(known: Known):
    assert known.code("class", "政府门户网站", {}, "渠道") == "government_portal"
    assert known.code("level", "市级", {}, "级别") == "city"
    assert known.code("area", "县级", {}, "地区") == "county"
    with pytest.raises(LedgerError) as error:
        known.code("class", "政府门户网", {}, "渠道")
    assert "是否为“政府门户网站”" in error.value.message
