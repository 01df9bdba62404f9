"""A private PostgreSQL for one test run, from the machine's own server programs.

Durable as in production (fsync stays on). It listens on a socket in a folder that only its owner and root
can enter, where every role is trusted, and on a loopback port, where the superuser needs the run's random
password.
It dies with the process that started it; what a killed process left on disk the next one removes.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
from psycopg import sql

from tests.peers import postgres_programs

START_SECONDS = 60
PLACE, PREFIX = "/tmp", "rl-pg-"


def _sweep() -> None:
    """Remove folders whose process, named in the folder's name, is no more."""
    for folder in Path(PLACE).glob(PREFIX + "*-*"):
        process = folder.name.removeprefix(PREFIX).partition("-")[0]
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            shutil.rmtree(folder, ignore_errors=True)
        except (PermissionError, ValueError):
            continue  # alive and somebody else's, or no folder of ours


class Cluster:
    """A running server. `url` is for the superuser over TCP, `socket_url` for any role without a password."""

    def __init__(self) -> None:
        programs = postgres_programs()
        if programs is None:
            raise RuntimeError("no PostgreSQL here: call peers.require first")
        self.programs = programs
        # Short, because a socket's path has about a hundred characters; not pytest's, because its folders are
        # closed to the user that the server runs as.
        _sweep()
        self.folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=PLACE))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.password = secrets.token_hex(16)
        self.owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        try:
            self._initialise()
            self.port, self.server = self._start()
        except BaseException:  # whatever it was, nothing may be left lying about
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def url(self, database: str = "postgres") -> str:
        """The superuser's address over the loopback port."""
        return f"postgresql://postgres:{self.password}@127.0.0.1:{self.port}/{database}"

    def socket_url(self, database: str = "postgres", role: str = "postgres") -> str:
        """Any role's address over the socket, without a password."""
        return f"postgresql://{role}@/{database}?host={self.folder}&port={self.port}"

    def create_database(self) -> str:
        """A new, empty database with a name of its own; gives the name."""
        name = f"t{secrets.token_hex(6)}"
        with psycopg.connect(self.socket_url(), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return name

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        with psycopg.connect(self.socket_url(), autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def stop(self) -> None:
        """Stop the server and remove everything it wrote."""
        self.server.send_signal(signal.SIGINT)
        try:
            self.server.wait(30)
        except subprocess.TimeoutExpired:
            self.server.send_signal(signal.SIGQUIT)
            self.server.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _popen(self, *command: str) -> "subprocess.Popen[bytes]":
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        if self.owner is not None:
            os.chown(self.folder, self.owner.pw_uid, self.owner.pw_gid)
        with self.log.open("ab") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment,
                cwd=self.folder,
                start_new_session=True,  # a Ctrl-C meant for pytest must not reach the server first
                user=None if self.owner is None else self.owner.pw_uid,
                group=None if self.owner is None else self.owner.pw_gid,
                extra_groups=None if self.owner is None else [],
            )

    def _initialise(self) -> None:
        secret = self.folder / "password"
        secret.write_text(self.password)
        secret.chmod(0o644)  # the folder itself is closed
        options = ["-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--pwfile", str(secret)]
        options += ["--auth-local=trust", "--auth-host=scram-sha-256"]
        made = self._popen(str(self.programs / "initdb"), "-D", str(self.data), *options)
        if made.wait(START_SECONDS):
            raise RuntimeError(f"initdb failed:\n{self.log.read_text()}")
        secret.unlink()

    def _start(self) -> tuple[int, "subprocess.Popen[bytes]"]:
        guard = ["setpriv", "--pdeathsig", "INT"] if shutil.which("setpriv") else []
        for _attempt in range(5):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port = probe.getsockname()[1]
            options = ["-D", str(self.data), "-k", str(self.folder), "-p", str(port)]
            options += ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]
            server = self._popen(*guard, str(self.programs / "postgres"), *options)
            if self._answers(server, port):
                return port, server
            # Somebody else may have taken the port between the probe and the start.
        raise RuntimeError(f"PostgreSQL does not start:\n{self.log.read_text()}")

    def _answers(self, server: "subprocess.Popen[bytes]", port: int) -> bool:
        self.port = port
        deadline = time.monotonic() + START_SECONDS
        while server.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(psycopg.OperationalError), psycopg.connect(self.socket_url()):
                return True
            time.sleep(0.05)
        if server.poll() is None:
            server.kill()
            server.wait()
        return False
