"""Who takes part: roles as the text names them, bodies, powers, applicants, and how people must conduct themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.regulations.marks import (
    Article,
    Code,
    ConductKinds,
    Groups,
    Item,
    Kinds,
    Level,
    Matters,
    Post,
    RoleId,
    Roles,
    Sanctions,
)
from ledger.regulations.value import Value


@dataclass(frozen=True, slots=True)
class Role:
    """A generic role as this text names it: `office` is 市质委办 here and 秘书处 there."""

    id: Code
    name: str  # as it is called in short
    article: Article | None = None
    item: Item | None = None
    full: str | None = None  # where the short name does not say it all
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class BodyRule:
    """How a body must be made before it acts."""

    role: RoleId
    article: Article
    item: Item | None = None
    posts: dict[Post, int] = field(default_factory=dict)  # post code → how many of it
    mix: Value[Groups] | None = None  # groups that must be among the members
    constituted_by: Value[Roles] | None = None
    members_approved_by: Value[Roles] | None = None
    announced: Value[bool] | None = None
    incompatible: Value[Roles] | None = None  # roles whose members must not be members here


@dataclass(frozen=True, slots=True)
class Power:
    """What a role is competent for beside the steps, the duties and the grounds."""

    role: RoleId
    article: Article
    matters: Value[Matters]
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Applicants:
    """Which kinds of applicant there are, whatever the tier."""

    article: Article
    kinds: Value[Kinds]
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Conduct:
    """What those who review must not do, and what follows."""

    article: Article
    item: Item | None = None
    recusal: Value[Roles] | None = None  # roles that withdraw
    recusal_for: Value[Kinds] | None = None  # kinds of applicants in whom an interest counts; None: all
    self_declared: Value[bool] | None = None
    recusal_decided_by: Value[Roles] | None = None
    forbid: Value[ConductKinds] | None = None
    sanction: Value[Sanctions] | None = None
    sanction_decided_by: Value[Roles] | None = None
