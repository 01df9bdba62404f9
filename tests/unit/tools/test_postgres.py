"""The private PostgreSQL is what the tests that stand on it believe it is."""

import psycopg
import pytest

from tests.postgres import Cluster

pytestmark = pytest.mark.postgres


def test_every_test_gets_an_empty_durable_database(postgres_database: str) -> None:
    with psycopg.connect(postgres_database) as connection:
        settings = {
            name: connection.execute(f"SHOW {name}").fetchone()[0]  # type: ignore[index]  # SHOW gives one row
            for name in ("fsync", "synchronous_commit", "full_page_writes", "server_encoding")
        }
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    assert settings == {
        "fsync": "on",
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "server_encoding": "UTF8",
    }
    assert tables == (0,)


def test_the_port_wants_a_password_and_the_socket_folder_is_closed(postgres_server: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(postgres_server.url().replace(postgres_server.password, "wrong"))
    assert postgres_server.folder.stat().st_mode & 0o077 == 0


def test_any_role_may_enter_by_the_socket(postgres_server: Cluster, postgres_database: str) -> None:
    name = postgres_database.rpartition("/")[2]
    with psycopg.connect(postgres_database, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {name}_reader LOGIN")
    with psycopg.connect(postgres_server.socket_url(name, f"{name}_reader")) as reader:
        assert reader.execute("SELECT current_user").fetchone() == (f"{name}_reader",)
