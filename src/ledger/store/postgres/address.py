"""A ledger's address on a database server: postgresql://user:password@host:port/database?schema=name&…

`schema` is ours and names the ledger; everything else is PostgreSQL's own. The password is never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from ledger.errors import LedgerError

DEFAULT_SCHEMA: Final = "review_ledger"
# A role's name is the schema's with up to seven letters behind it, and PostgreSQL allows 63 bytes.
_SCHEMA = re.compile(r"[a-z][a-z0-9_]{0,55}\Z")
_SECRET: Final = ("password", "sslpassword", "sslkey", "passfile")


@dataclass(frozen=True)
class Address:
    """Where a ledger is: how to connect, and the schema. `shown` is fit for messages and logs."""

    parameters: dict[str, Any]
    schema: str
    shown: str

    def role(self, name: str) -> str:
        """The ledger's own role: owner, desk or reader."""
        return f"{self.schema}_{name}"

    def cleaned(self, text: str) -> str:
        """A message from driver or server in one line, without any secret of this address."""
        for name in _SECRET:
            secret = str(self.parameters.get(name) or "")
            for form in (secret, quote(secret, safe="")):
                text = text.replace(form, "***") if form else text
        return " ".join(text.split())

    def __repr__(self) -> str:
        return f"Address({self.shown})"


def parse(location: str) -> Address:
    """The address; LedgerError store_bad_address, which repeats nothing of a text that may hold a password."""
    try:
        parts = urlsplit(location)
        options = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        raise LedgerError("store_bad_address", detail="not a URL") from None
    if parts.fragment:
        raise LedgerError("store_bad_address", detail="# must be written %23")
    schemas = [value for name, value in options if name == "schema"]
    schema = schemas[-1] if schemas else DEFAULT_SCHEMA
    if not _SCHEMA.match(schema) or schema.startswith("pg_"):
        raise LedgerError("store_bad_address", detail="schema: [a-z][a-z0-9_]*, at most 56 letters, not pg_…")
    rest = urlencode([(name, value) for name, value in options if name != "schema"], quote_via=quote)
    try:
        # Put together by hand: the standard library drops the slashes before an empty host.
        parameters = conninfo_to_dict(f"{parts.scheme}://{parts.netloc}{parts.path}?{rest}")
    except ProgrammingError:
        raise LedgerError("store_bad_address", detail="PostgreSQL does not accept it") from None
    return Address(parameters, schema, _shown(parameters, schema))


def _shown(parameters: dict[str, Any], schema: str) -> str:
    user = f"{parameters['user']}@" if parameters.get("user") else ""
    port = f":{parameters['port']}" if parameters.get("port") else ""
    return f"postgresql://{user}{parameters.get('host', '')}{port}/{parameters.get('dbname', '')}?schema={schema}"
