"""One family of errors: a sentence for people, a stable code for programs.

Everything the house refuses or cannot do is a `LedgerError`. Its sentence (Chinese, for the person at the
screen) and its English one stand in the catalogue beside the code, so that `docs/codes.md` is generated
from the very text that people read. Facts are short and never hold a secret.
"""

from __future__ import annotations

from ledger.errors.catalogue import CATALOGUE
from ledger.errors.details import DETAILS
from ledger.errors.entry import Entry
from ledger.errors.names import ACT_TYPES

__all__ = ["CATALOGUE", "Entry", "LedgerError"]


class _Facts(dict[str, object]):
    """Facts for a sentence; one that is not known reads 未知 instead of hiding the error behind a KeyError."""

    def __missing__(self, key: str) -> str:
        return str(self["detail"]) if key == "detail_en" and "detail" in self else "未知"

    @classmethod
    def in_chinese(cls, facts: dict[str, object]) -> _Facts:
        """The facts with what is a fixed phrase or an act type's name put into Chinese."""
        told = cls(facts)
        for name, words in (("detail", DETAILS), ("type", ACT_TYPES)):
            fact = facts.get(name)
            if isinstance(fact, str):
                told[name] = words.get(fact, fact)
        return told


class LedgerError(Exception):
    """What went wrong, under a code that never changes its meaning.

    `code` must be in the catalogue. `facts` fill its sentence and are given to programs as they are.
    """

    def __init__(self, code: str, /, **facts: object) -> None:
        self.code = code
        self.facts: dict[str, object] = facts
        self.entry: Entry = CATALOGUE[code]
        super().__init__(code)

    @property
    def message(self) -> str:
        """The sentence in Chinese."""
        return self.entry.zh.format_map(_Facts.in_chinese(self.facts))

    @property
    def english(self) -> str:
        """The same sentence in English."""
        return self.entry.en.format_map(_Facts(self.facts))

    @property
    def hint(self) -> str | None:
        """What the reader can do next, in Chinese, if the catalogue knows."""
        return self.entry.hint.format_map(_Facts.in_chinese(self.facts)) if self.entry.hint else None

    @property
    def exit(self) -> int:
        """Exit code of a command that ends with this error."""
        return self.entry.exit

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"
