"""Cross checks of a file: what no single entry can know about itself.

Codes are looked up even where entries could not be read; what speaks of the file as a whole is asked only once
every part could be read, so that one slip does not draw others behind it.
"""

from __future__ import annotations

from ledger.regulations.checking import articles, codes, entries, questions, steps
from ledger.regulations.model import Regulation
from ledger.regulations.reader.structs import Reader


def check(reader: Reader, regulation: Regulation | None) -> None:
    """Note every mistake that the cross checks find."""
    codes.check(reader)
    entries.check(reader)
    if regulation is None or reader.mistakes:
        return
    steps.check(reader, regulation)
    questions.check(reader, regulation)
    articles.check(reader, regulation)
