"""What every test shares: profiles, peers behind markers, a private PostgreSQL, clean surroundings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import peers
from tests.postgres import Cluster

# A busy machine is no finding: neither a deadline nor slow generation may fail a run.
# All other health checks stay.
_CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A newcomer's run is the same on every machine and keeps no examples; CI looks further, elsewhere each time.
settings.register_profile("newcomer", parent=_CALM, max_examples=50, derandomize=True, database=None)
# CI looks further on the same path every time: what lands must not depend on the dice. `random` is for the desk.
settings.register_profile(
    "ci", parent=_CALM, max_examples=150, derandomize=True, database=None, print_blob=True
)
settings.register_profile("random", parent=_CALM, max_examples=1000, derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "newcomer"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", default=peers.REQUIRED, help="run the slow tests too")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("slow") and not item.config.getoption("--slow"):
        pytest.skip("slow: runs in CI, or with --slow")
    for name in peers.PEERS:
        if item.get_closest_marker(name):
            peers.require(name)


@pytest.fixture(autouse=True, scope="session")
def _surrounding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the caller's settings or writes into the caller's home."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.startswith(("REVIEW_LEDGER_", "PG")):
                patch.delenv(name)
        for name in (
            "HOME",
            "USERPROFILE",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "APPDATA",
            "LOCALAPPDATA",
        ):
            patch.setenv(name, str(home))
        patch.setenv("NO_COLOR", "1")
        patch.delenv("FORCE_COLOR", raising=False)
        yield


@pytest.fixture(autouse=True)
def _untraced(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage would add system calls and time of its own to children whose calls or time a test counts."""
    if any(request.node.get_closest_marker(name) for name in ("untraced", "strace")):
        for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
            monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Cluster]:
    """The run's own PostgreSQL; started by the first test that asks."""
    peers.require("postgres")
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def postgres_url(postgres_server: Cluster) -> str:
    """The superuser's address. Each test makes a database or schema of its own."""
    return postgres_server.url()


@pytest.fixture
def postgres_database(postgres_server: Cluster) -> Iterator[str]:
    """The superuser's address of a fresh database, dropped afterwards."""
    name = postgres_server.create_database()
    yield postgres_server.url(name)
    postgres_server.drop_database(name)


@pytest.fixture(scope="session")
def go_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which Go builds from Debian's source packages alone, without a network."""
    peers.require("go")
    cache: Path = tmp_path_factory.mktemp("go")
    own = {
        "GOPATH": str(peers.GO_PATH),
        "GO111MODULE": "off",
        "GOFLAGS": "",
        "GOCACHE": str(cache),
        "GOPROXY": "off",
    }
    return {**os.environ, **own, "GOTOOLCHAIN": "local", "CGO_ENABLED": "0"}
