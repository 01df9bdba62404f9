"""A good example of every type of the procedure: one cycle of a made-up award, from the plan to a revocation."""

from typing import Any

from tests.unit.acts.examples import after, decision, entries, opening, publicity, registers, review, scores

PHASES = {
    "registers": registers.EXAMPLES,
    "opening": opening.EXAMPLES,
    "review": review.EXAMPLES,
    "scores": scores.EXAMPLES,
    "publicity": publicity.EXAMPLES,
    "decision": decision.EXAMPLES,
    "after": after.EXAMPLES,
    "entries": entries.EXAMPLES,
}
EXAMPLES: dict[str, dict[str, Any]] = {name: data for examples in PHASES.values() for name, data in examples}
