"""Key files: one person's private key under a password, one JSON file of their own.

    {"review-ledger key file": 1, "person", "post", "ledger", "origin", "alg", "key", "spki",
     "kdf": {"name", "n", "r", "p", "salt"}, "cipher": {"name", "nonce"}, "secret", "sum"}

What stands in clear is bound to the secret, so a file cannot be given another name. `sum` tells a damaged file
from a wrong password without asking for one; it protects against nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ledger import files
from ledger.acts.kinds import is_ident, is_post
from ledger.client.signer import Signer
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.algorithms import ALGORITHMS, PrivateKey, load_private, load_public
from ledger.sealing.lockbox import STANDARD, Cost, Lockbox, lock

TITLE: Final = "review-ledger key file"
VERSION: Final = 1
MOST: Final = 65_536


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key file as read. Only `unlock` needs the password."""

    path: Path
    signer: Signer
    box: Lockbox

    def unlock(self, password: str) -> PrivateKey:
        """The private key. LedgerError `password_wrong`."""
        private = load_private(self.box.open(password, _beside(self.signer)))
        if private.spki != self.signer.spki:
            raise LedgerError("keyfile_damaged", path=str(self.path), detail="公钥与私钥不成对")
        return private


def create(
    path: Path,
    private: PrivateKey,
    *,
    person: str,
    post: str | None,
    ledger: bytes | None,
    origin: str,
    password: str,
    cost: Cost = STANDARD,
) -> KeyFile:
    """Write a new key file, for its owner's eyes alone; a file that is there stays.

    LedgerError `file_exists`, `file_unwritable` or `password_missing`.
    """
    signer = Signer(person, post, ledger, origin, private.alg, private.spki)
    made = KeyFile(path, signer, lock(private.pkcs8(), password, _beside(signer), cost))
    files.create(path, _file(made))
    return made


def read(path: Path) -> KeyFile:
    """The file, still locked.

    LedgerError `keyfile_foreign`, `keyfile_newer`, `keyfile_damaged` or those of reading a file.
    """
    data = files.read(path, MOST)
    try:
        members = jsonfile.parse(data)
    except LedgerError:
        code = "keyfile_damaged" if TITLE.encode() in data else "keyfile_foreign"
        raise LedgerError(code, path=str(path), detail="内容不完整") from None
    if type(members) is not dict or type(members.get(TITLE)) is not int:
        raise LedgerError("keyfile_foreign", path=str(path))
    if members[TITLE] != VERSION:
        raise LedgerError("keyfile_newer", path=str(path), version=members[TITLE])
    if not jsonfile.sum_holds(members):
        raise LedgerError("keyfile_damaged", path=str(path), detail="校验和不符")
    signer, box = _signer(members), Lockbox.parse(members)
    if signer is None or box is None:
        raise LedgerError("keyfile_damaged", path=str(path), detail="内容不合规范")
    return KeyFile(path, signer, box)


def rewrite(
    file: KeyFile,
    password: str,
    *,
    new_password: str | None = None,
    ledger: bytes | None = None,
    cost: Cost = STANDARD,
) -> KeyFile:
    """The same key under another password, or bound to the ledger that a founder's key has founded.

    The old file is replaced in one step. LedgerError `password_wrong`, or `key_of_other_ledger` if the file
    names another ledger already.
    """
    signer = file.signer
    if ledger is not None and signer.ledger not in (None, ledger):
        raise LedgerError(
            "key_of_other_ledger", found=signer.ledger.hex() if signer.ledger else None, wanted=ledger.hex()
        )
    signer = replace(signer, ledger=ledger or signer.ledger)
    private = file.unlock(password)
    box = lock(private.pkcs8(), password if new_password is None else new_password, _beside(signer), cost)
    made = KeyFile(file.path, signer, box)
    files.replace(file.path, _file(made))
    return made


def _beside(signer: Signer) -> list[Any]:
    return [
        VERSION, signer.person, signer.post, signer.ledger, signer.origin, signer.alg, signer.key, signer.spki,
    ]  # fmt: skip


def _file(file: KeyFile) -> bytes:
    signer = file.signer
    members = {
        TITLE: VERSION,
        "person": signer.person,
        "post": signer.post,
        "ledger": signer.ledger.hex() if signer.ledger else None,
        "origin": signer.origin,
        "alg": signer.alg,
        "key": signer.key.hex(),
        "spki": signer.spki.hex(),
        **file.box.json(),
    }
    return jsonfile.dump(jsonfile.with_sum(members))


def _signer(members: dict[str, Any]) -> Signer | None:
    try:
        ledger = members["ledger"]
        signer = Signer(
            members["person"],
            members["post"],
            None if ledger is None else bytes.fromhex(ledger),
            members["origin"],
            members["alg"],
            bytes.fromhex(members["spki"]),
        )
        if not (
            is_ident(signer.person)
            and (signer.post is None or is_post(signer.post))
            and (signer.ledger is None or len(signer.ledger) == 32)
            and type(signer.origin) is str
            and signer.alg in ALGORITHMS
            and signer.key.hex() == members["key"]
        ):
            return None
        load_public(signer.alg, signer.spki)
    except (KeyError, TypeError, ValueError, LedgerError):
        return None
    return signer
