"""The vocabulary: the head every act has, and the closed registry of act types. Structs only, no rules."""

from ledger.acts import life

__all__ = ["life"]
