"""One entry of the catalogue."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """`says`: what is wrong, the facts compared. `accepts`: what would be accepted. Both in Chinese."""

    says: str
    accepts: str
