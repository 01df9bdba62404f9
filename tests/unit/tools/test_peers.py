"""A missing peer is said aloud on a newcomer's machine and fails CI; it never just disappears."""

import pytest

from tests import peers


@pytest.fixture(autouse=True)
def _a_peer_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(peers.PEERS, "nobody", lambda: "nobody (Debian: apt install nobody)")
    monkeypatch.setitem(peers.PEERS, "here", lambda: None)


def test_a_newcomer_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "REQUIRED", False)
    peers.require("here")
    with pytest.raises(pytest.skip.Exception, match="apt install nobody"):
        peers.require("nobody")


def test_ci_fails_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "REQUIRED", True)
    peers.require("here")
    with pytest.raises(pytest.fail.Exception, match="apt install nobody"):
        peers.require("nobody")


def test_every_peer_that_tests_are_marked_with_has_a_marker(pytestconfig: pytest.Config) -> None:
    markers = {line.partition(":")[0] for line in pytestconfig.getini("markers")}
    assert set(peers.PEERS) - {"nobody", "here", "git", "pymerkle", "securesystemslib"} <= markers
