"""Ordinary acts: for each type the form of an act that nobody could object to, in the scene as it stands.

A scenario changes one fact of it and sees what follows; so an accepting and a refusing scenario differ in that fact.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from features.support.forms.form import FORMS, Ordinary

for _module in sorted(info.name for info in pkgutil.iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")

__all__ = ["FORMS", "Ordinary"]
