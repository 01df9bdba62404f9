"""The vocabulary: the head every act has, and the closed registry of act types. Structs only, no rules.

One module a phase. `life` is frozen; the acts of the procedure freeze with the first release.
"""

from ledger.acts import after, decision, entries, life, opening, publicity, registers, review, scores

__all__ = ["after", "decision", "entries", "life", "opening", "publicity", "registers", "review", "scores"]
