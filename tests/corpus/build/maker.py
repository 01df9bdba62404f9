"""A maker of ledgers whose every byte is the same in every run: test keys with numbers, signatures without chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from ledger.sealing.algorithms import PrivateKey, load_private
from tests.corpus.build.expect import Expected, failures, verdicts
from tests.support.ledgers import CUSTODIAN, OFFICE, Actor, LedgerMaker

P256_ORDER: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
ED25519_PKCS8: Final = bytes.fromhex("302e020100300506032b657004220420")


class RepeatableP256:
    """A P-256 key whose signature over the same bytes is always the same (RFC 6979), s lowered."""

    alg: Final = "p256-sha256"

    def __init__(self, scalar: int) -> None:
        self._key = ec.derive_private_key(scalar, ec.SECP256R1())
        plain = load_private(self.pkcs8())
        self.spki, self.key_id = plain.spki, plain.key_id

    def numbers(self, message: bytes) -> tuple[int, int]:
        """r and s, as they come."""
        scheme = ec.ECDSA(SHA256(), deterministic_signing=True)
        return decode_dss_signature(self._key.sign(message, scheme))

    def sign(self, message: bytes) -> bytes:
        r, s = self.numbers(message)
        return r.to_bytes(32, "big") + min(s, P256_ORDER - s).to_bytes(32, "big")

    def pkcs8(self) -> bytes:
        return self._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


@cache
def fixed_key(alg: str, name: str) -> PrivateKey:
    """The key of that name: its secret is the hash of a sentence that everybody can read."""
    secret = sha256(f"review-ledger test key {alg} {name}".encode()).digest()
    if alg == "ed25519":
        return load_private(ED25519_PKCS8 + secret)
    return RepeatableP256(int.from_bytes(secret, "big") % (P256_ORDER - 1) + 1)


class CorpusMaker(LedgerMaker):
    """A LedgerMaker with test keys. `note` and `publish` as there; staff is hired when it is first needed."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.missing: set[int] = set()
        self.anchors: list[str] | None = None
        self.publish_at_end = True
        self.as_of: int | None = None
        self.extra_notes: list[str] = []
        self.roots: list[tuple[int, str]] = []

    def new_key(self, alg: str | None = None) -> PrivateKey:
        self._next_key += 1
        return fixed_key(alg or self.alg, str(self._next_key))

    def _staff(self, name: str, post: str) -> Actor:
        return self.actors[name] if name in self.actors else self.hire(name, post)

    @property
    def clerk(self) -> Actor:
        """The office's clerk."""
        return self._staff("clerk", OFFICE)

    @property
    def keeper(self) -> Actor:
        """The custodian."""
        return self._staff("keeper", CUSTODIAN)

    def have_clerk(self) -> None:
        """Hire the clerk now, so that what follows is one record."""
        self._staff("clerk", OFFICE)

    def have_keeper(self) -> None:
        """Hire the custodian now."""
        self._staff("keeper", CUSTODIAN)

    @property
    def size(self) -> int:
        """The number of records so far."""
        return self.tree.size

    def other(self, **how: Any) -> CorpusMaker:
        """Another ledger, founded by the same persons with the same keys."""
        made = CorpusMaker(**{"seed": 99, **how})
        made.found()
        return made


@dataclass(frozen=True, slots=True)
class Case:
    """A named ledger and how it is made; `build` says what is expected of it."""

    name: str
    section: str
    says: str
    build: Callable[[CorpusMaker], list[Expected]]
    how: dict[str, Any] = field(default_factory=dict)
    founded: bool = True

    def make(self) -> dict[str, Any]:
        """The case as JSON."""
        maker = CorpusMaker(**self.how)
        if self.founded:
            maker.found()
        expected = self.build(maker)
        if maker.publish_at_end:
            maker.publish()
        return as_json(self, maker, expected)


def as_json(case: Case, maker: CorpusMaker, expected: list[Expected]) -> dict[str, Any]:
    """The file's content; keys in the order of the README."""
    anchor: Any = None if maker.ledger is None else maker.anchor().format()
    if maker.anchors is not None:
        anchor = maker.anchors if len(maker.anchors) > 1 else next(iter(maker.anchors), None)
    listed = failures(expected)
    content: dict[str, Any] = {
        "name": case.name,
        "section": case.section,
        "says": case.says,
        "records": [
            None if position in maker.missing else data.hex()
            for position, data in enumerate(maker.contents.records, 1)
        ],
        "checkpoints": [[size, note] for size, note in maker.contents.checkpoints],
        "newest": maker.contents.newest,
        "anchor": anchor,
        "as_of": maker.now if maker.as_of is None else maker.as_of,
        "vault": [
            [act.hex(), name, salt.hex(), value.hex()] for act, name, salt, value in maker.contents.vault
        ],
        "expect": {"failures": listed, "verdicts": verdicts(listed)},
    }
    if maker.extra_notes:
        content["notes"] = maker.extra_notes
    if maker.roots:
        content["roots"] = [list(each) for each in maker.roots]
    return content


CASES: dict[str, Case] = {}


def case(section: str, *, founded: bool = True, **how: Any) -> Callable[[Any], Any]:
    """Decorator: a function that spoils a ledger and says what a verifier must find. Its name is the case's."""

    def admit(build: Callable[[CorpusMaker], list[Expected]]) -> Callable[[CorpusMaker], list[Expected]]:
        name = build.__name__.replace("_", "-").strip("-")
        says = " ".join((build.__doc__ or "").split())
        if name in CASES or not says:
            raise ValueError(f"{name}: stands twice, or says nothing")
        CASES[name] = Case(name, section, says, build, how, founded)
        return build

    return admit
