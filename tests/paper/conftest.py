"""An office of one's own at a real desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.paper.desks import Office, made


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = made(tmp_path)
    yield found
    found.desk.close()
