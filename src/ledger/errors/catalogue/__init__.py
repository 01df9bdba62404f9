"""Every code of the house with its sentences, one module a room; a code stands in exactly one of them."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from ledger.errors.entry import Entry


def _collect() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
        for code, entry in import_module(f"{__name__}.{module}").ENTRIES.items():
            if code in entries:
                raise RuntimeError(f"code {code} stands twice in the catalogue")
            entries[code] = entry
    return entries


CATALOGUE: dict[str, Entry] = _collect()
