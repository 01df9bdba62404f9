"""What the examples share: ids, names, maps that stand in several types."""

from typing import Any

from ledger.acts import review, shared
from ledger.acts.registry import TYPES
from ledger.acts.struct import schema

C = b"c" * 32  # a commitment
D, E = b"d" * 32, b"e" * 32  # digests
CYCLE, APP, APP2, AWARD = "cycle2023", "app001", "app002", "award001"
FIRM, FIRM2, TALENT = "firm001", "firm002", "talent01"
ANNA, BERT, CARL = "anna01", "bert02", "carl03"
TEXT = "nantong@2023"


def filled(struct: type, /, **given: Any) -> dict[str, Any]:
    """A map for the struct: what is not given is nil, or an empty list where a list is asked for."""
    kinds = schema(struct)
    assert given.keys() <= kinds.keys(), given.keys() - kinds.keys()
    empty: dict[str, Any] = {name: None if kind.check(None) else [] for name, kind in kinds.items()}
    return {name: given.get(name, empty[name]) for name in kinds}


def of(type_: str, /, **given: Any) -> tuple[str, dict[str, Any]]:
    kind = TYPES.get(type_, 1)
    assert kind is not None
    return type_, filled(kind.struct, **given)


def channel(id_: str, class_: str, level: str, address: str, **given: Any) -> dict[str, Any]:
    parts = {"channel": id_, "class": class_, "level": level, "address": address, "from": "2023-11-06"}
    return filled(shared.Channel, **parts, **given)


PORTAL = channel("portal", "website", "city", "市政府门户网站", to="2023-11-16")
PAPER = channel("daily", "newspaper", "city", "《市日报》第 3 版")
FORM = filled(shared.Paper, file=C, kind="form", secret=False)
COSTS = filled(shared.Paper, file=C, kind="evidence", pages=12, secret=True)
SINCE = filled(shared.Fact, fact="operation", since="2010-05-01")
GRADE = filled(shared.Fact, fact="env_credit", grade="blue", year=2022)
ASPECTS = [
    filled(shared.Aspect, aspect=name, outcome="met")
    for name in ("accuracy", "completeness", "legality", "truth")
]
JUDGED = [filled(shared.Judgement, criterion="advanced", evidence=True, outcome="met", reason=C)]
CITES = [
    filled(shared.Cite, article="12", item="(一)"),
    filled(shared.Cite, article="21", reading="nt21base"),
]
POINTS = [{"criterion": "leadership", "points": "82.5"}, {"criterion": "results", "points": "401"}]
NAMES = [
    filled(shared.ListItem, application=APP, rank=1),
    filled(shared.ListItem, application=APP2, rank=2, reason=C),
]
LIST = [
    filled(shared.AwardItem, application=APP, category="award_org", rank=1, reaward=False),
    filled(shared.AwardItem, application=APP2, category="nom_org", reaward=True, reason=C),
]
OPENING = {"act": D, "field": "sheet", "salt": E, "value": {"items": [], "points": "82.5"}}
STEP = {"cycle": CYCLE, "step": "final_public"}
FILE = {**STEP, "application": APP}
SEAT = filled(review.Seat, person=ANNA, role="leader", source="city_pool", origin="university")
