"""What a regulation can say: one version of one text as dated data.

Every entry names its article; a value inside takes that article unless it names its own. A missing entry is a rule
that the text does not have. Nothing here is an expression: leaves have structure, rules know what they mean, and no
name of a city, a body or a tier has a meaning in the code.
"""

from ledger.regulations.marks import Kind
from ledger.regulations.model.after import Duty, Ground, Leg, Payer, Use
from ledger.regulations.model.award import Bar, Bound, Category, CycleRule, Reaward
from ledger.regulations.model.conditions import Adverse, Criterion, When
from ledger.regulations.model.document import (
    Conventions,
    Declaration,
    Erratum,
    Question,
    Scale,
    Transition,
)
from ledger.regulations.model.people import Applicants, BodyRule, Conduct, Power, Role
from ledger.regulations.model.procedure import (
    Channels,
    Meeting,
    Need,
    Panel,
    Per,
    Publicity,
    Scoring,
    Standard,
    Step,
    StepClass,
    Weights,
)
from ledger.regulations.model.whole import Regulation, Status

Codes = tuple[str, ...]

__all__ = [
    "Adverse",
    "Applicants",
    "Bar",
    "BodyRule",
    "Bound",
    "Category",
    "Channels",
    "Codes",
    "Conduct",
    "Conventions",
    "Criterion",
    "CycleRule",
    "Declaration",
    "Duty",
    "Erratum",
    "Ground",
    "Kind",
    "Leg",
    "Meeting",
    "Need",
    "Panel",
    "Payer",
    "Per",
    "Power",
    "Publicity",
    "Question",
    "Reaward",
    "Regulation",
    "Role",
    "Scale",
    "Scoring",
    "Standard",
    "Status",
    "Step",
    "StepClass",
    "Transition",
    "Use",
    "Weights",
    "When",
]
