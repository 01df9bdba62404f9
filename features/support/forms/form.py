"""The registry of ordinary acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from features.support.scene import Scene


class Ordinary(NamedTuple):
    """Whose act it ordinarily is (a role), and its data in a scene."""

    role: str
    data: Callable[[Scene, str | None], dict[str, Any]]


FORMS: Final[dict[str, Ordinary]] = {}


def form(type_: str, role: str = "office") -> Callable[[Any], Any]:
    """Decorator: the data of an ordinary act of this type, of (scene, step)."""

    def admit(make: Any) -> Any:
        if type_ in FORMS:
            raise TypeError(f"{type_} has two ordinary acts")
        FORMS[type_] = Ordinary(role, make)
        return make

    return admit
