"""No false alarm: ledgers on which everything was done as it should be, a thousand of them in CI."""

import os

import pytest

from ledger.audit import verify
from tests.support.lives import random_life

MANY = 1000 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 60
AT_ONCE = 20


@pytest.mark.parametrize("first", range(0, MANY, AT_ONCE))
def test_no_false_alarm(first, tmp_path):
    for seed in range(first, first + AT_ONCE):
        algorithm = "ed25519" if seed % 4 == 0 else "p256-sha256"
        maker = random_life(seed, steps=15 + seed % 20, papers=(seed % 10) / 10, alg=algorithm)
        report = verify(maker.write(tmp_path), anchors=[maker.anchor()], as_of=maker.now, jobs=1)
        assert report.faults == (), f"seed {seed}\n{report.text()}"
        assert {remark.code for remark in report.remarks} <= {"refusals_throttled", "vault_read"}
        assert report.passes()
        assert report.size == sum(report.modes.values()) == maker.tree.size
        assert report.root == maker.tree.root()
        assert report.commitments["present"] == len(maker.contents.vault)
