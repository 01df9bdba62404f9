"""Text as the desk admits it (format §1): NFC, and no character that a reader could not see or would misread.

Only clients and desks ask this. A verifier checks UTF-8 alone, or a newer Unicode could break an old record.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, Final

# Unicode's property Bidi_Control: they can make a text read otherwise than it is stored.
_BIDI: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_FORBIDDEN: Final = frozenset(("Cc", "Cn", "Cs"))


def unclean(text: str) -> str | None:
    """What of the text is not admitted: a character as `U+202E`, or `not NFC`; None if it is clean."""
    if text.isascii() and text.isprintable():
        return None
    for char in text:
        if char in _BIDI or (unicodedata.category(char) in _FORBIDDEN and char != "\n"):
            return f"U+{ord(char):04X}"
    return None if unicodedata.is_normalized("NFC", text) else "not NFC"


def unclean_texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a decoded value that is not admitted: its dotted name (`a.0.b`) and what is wrong."""
    if isinstance(value, str):
        detail = unclean(value)
        if detail is not None:
            yield name, detail
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from unclean_texts(item, f"{name}.{key}" if name else key)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from unclean_texts(item, f"{name}.{number}" if name else str(number))
