"""Marks on the model's annotations: what a text or a code in a field must be.

The reader checks forms as it reads; `check` looks up codes once the whole file is known. Both work from these marks
alone, so that a new field of the model needs no new code there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, Literal


@dataclass(frozen=True, slots=True)
class Of:
    """Codes of a section: ids that the file itself defines, or words of the glossary and the file's own `names`."""

    section: str


@dataclass(frozen=True, slots=True)
class Form:
    """A text of a fixed form."""

    name: Literal["decimal", "day", "month_day", "article", "item", "code", "version"]


Decimal = Annotated[str, Form("decimal")]
Day = Annotated[str, Form("day")]
MonthDay = Annotated[str, Form("month_day")]
Article = Annotated[str, Form("article")]
Item = Annotated[str, Form("item")]
Code = Annotated[str, Form("code")]
Version = Annotated[str, Form("version")]

# Defined by the file
RoleId = Annotated[str, Of("role")]
StepId = Annotated[str, Of("step")]
TierId = Annotated[str, Of("tier")]
GroundId = Annotated[str, Of("ground")]
QuestionId = Annotated[str, Of("question")]
Roles = Annotated[tuple[str, ...], Of("role")]
Steps = Annotated[tuple[str, ...], Of("step")]
Categories = Annotated[tuple[str, ...], Of("category")]
Tiers = Annotated[tuple[str, ...], Of("tier")]
Criteria = Annotated[tuple[str, ...], Of("criterion")]

# Words of the glossary
ActType = Annotated[str, Of("act")]
Attribute = Annotated[str, Of("attribute")]
Fact = Annotated[str, Of("fact")]
Facts = Annotated[tuple[str, ...], Of("fact")]
AdverseKinds = Annotated[tuple[str, ...], Of("adverse")]
Level = Annotated[str, Of("level")]
Relations = Annotated[tuple[str, ...], Of("relation")]
Judged = Annotated[str, Of("judged")]
Needs = Annotated[tuple[str, ...], Of("need")]
Media = Annotated[tuple[str, ...], Of("channel")]
Items = Annotated[tuple[str, ...], Of("item")]
Uses = Annotated[tuple[str, ...], Of("use")]
Effects = Annotated[tuple[str, ...], Of("effect")]
Matters = Annotated[tuple[str, ...], Of("matter")]
ConductKinds = Annotated[tuple[str, ...], Of("conduct")]
Sanctions = Annotated[tuple[str, ...], Of("sanction")]
Sources = Annotated[tuple[str, ...], Of("expert_source")]
Groups = Annotated[tuple[str, ...], Of("group")]
Bases = Annotated[tuple[str, ...], Of("basis")]
Post = Annotated[str, Of("post")]
Outcome = Annotated[str, Of("outcome")]

Kind = Literal["organisation", "individual", "project"]
Kinds = tuple[Kind, ...]

NEED_SECTIONS: Final = ("document", "content", "aspect", "attestation")
"""Where what an act must carry may stand in the glossary."""
