"""Standards: they name what the text names; every sheet cites one. (Who approves and drafts them is asked with all
other competences.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.regulations.model import Standard
from ledger.regulations.value import Value
from ledger.rules.kinds.registry import rule
from ledger.rules.matter import Matter
from ledger.rules.outcome import Outcome

CITING = ("score_sheet_sealed", "score_recorded", "score_sheet_replaced", "consensus_score_recorded")


@rule("standard.approved", "standards_approved", *CITING, class_="not_yet")
def approved(matter: Matter) -> Iterator[Outcome]:
    """Rules of the review name the standards of the text, with their editions; every sheet cites such rules, approved
    before it."""
    if matter.regulation is None:
        return
    for wanted in matter.regulation.standards:
        if matter.act.type == "standards_approved":
            if matter.act.data.sheets or matter.act.data.cites or matter.act.data.kind == "review_rules":
                yield from _rules(matter, wanted)
        else:
            yield from _cited(matter, wanted)


def _rules(matter: Matter, wanted: Standard) -> Iterator[Outcome]:
    data = matter.act.data
    if wanted.names is not None:
        named = matter.read(wanted.names)
        lacking = [name for name in named.v or () if _plain(name) not in {_plain(c.name) for c in data.cites}]
        yield matter.says(named, not lacking, "standard.approved.names", lacking="、".join(lacking))
    if wanted.edition is not None:
        edition = matter.read(wanted.edition)
        without = [cited.name for cited in data.cites if cited.issue is None]
        yield matter.says(
            edition, not without, "standard.approved.edition", reasoned=not without, names="、".join(without)
        )


def _cited(matter: Matter, wanted: Standard) -> Iterator[Outcome]:
    """A sheet stands under rules that were approved before it, for this cycle or for all."""
    data = matter.act.data
    standard = matter.state.registers.standards.get(data.standard or "")
    fits = standard is not None and standard.data.cycle in (None, data.cycle)
    at = (standard.position,) if standard is not None else ()
    yield matter.says(Value(True, wanted.article, wanted.item), fits, "standard.approved.cited", positions=at)


def _plain(name: str) -> str:
    """`GB/T 19580-2012` and `GB/T19580` are the same standard: its year and blanks do not count."""
    return re.sub(r"[-—–][0-9]{4}$", "", re.sub(r"\s", "", name)).upper()
