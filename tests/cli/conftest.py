"""One office is made by the commands for the whole run; each test that writes gets a copy."""

from pathlib import Path

import pytest

from tests.cli.office import Office, made


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return made(tmp_path_factory.mktemp("cli") / "办公室")


@pytest.fixture
def shared(_template: Office) -> Office:
    """The office that all share; for tests that only look."""
    return _template


@pytest.fixture
def office(_template: Office, tmp_path: Path) -> Office:
    """An office of one's own."""
    return _template.copy(tmp_path / "办公室")


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Another office with another ledger; only to look at and to take things from."""
    return made(tmp_path_factory.mktemp("other") / "别处")
