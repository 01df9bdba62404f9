"""The office of the desk's tests, handed over to processes that will not survive."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.office import hand_over
from tests.desk.office import Office, make_office


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    folder = tmp_path_factory.mktemp("crash")
    office = make_office(folder)
    hand_over(office, folder)
    return office


@pytest.fixture
def office(_template: Office, tmp_path: Path) -> Iterator[Office]:
    """A ledger of one's own in `tmp_path/ledger`, with what a child must know beside it."""
    hand_over(_template, tmp_path)
    made = _template.copy(tmp_path / "ledger")
    yield made
    made.close()
