import pytest

from tests.strangers.go_programs import GoPrograms


@pytest.fixture(scope="session")
def go_programs(go_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> GoPrograms:
    """Go's programs, each compiled once a run."""
    return GoPrograms(go_environment, tmp_path_factory.mktemp("programs"))
