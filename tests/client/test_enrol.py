"""The proof of possession is the one that verify checks, and fits nobody and nothing else."""

import pytest

from ledger.client.enrol import keyobj
from ledger.rules.life.keys import new_key_faults
from ledger.rules.life.state import LedgerState
from ledger.sealing.algorithms import generate
from tests.client.people import LEDGER, ORIGIN


@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
@pytest.mark.parametrize("use", ["act", "machine", "recovery"])
@pytest.mark.parametrize("ledger", [None, LEDGER])
def test_proof_holds_for_what_it_names_alone(alg, use, ledger):
    made = keyobj(generate(alg), person="zhang1", origin=ORIGIN, ledger=ledger, use=use)
    assert made.keys() == {"alg", "pop", "spki"}
    named = {"person": "zhang1", "use": use, "ledger": ledger, "origin": ORIGIN}
    others = {"person": "lisi1", "use": "other", "ledger": b"\x01" * 32, "origin": "other.gov/award"}

    def codes(**what):
        return [fault.code for fault in new_key_faults(LedgerState(), 5, **made, **what)]

    assert codes(**named) == []
    for name, other in others.items():
        assert codes(**(named | {name: other})) == ["bad_pop"]
