"""Signing elsewhere: a request that goes to whoever holds the key, and the signature that comes back.

The request is one JSON file. It holds the act, the exact bytes to sign (`to_sign`, base64), what the act says
in Chinese, and the openings that go to the desk together with the signed act; treat it as confidential. Any
tool that signs with P-256 and SHA-256 or with Ed25519 will do: a token, a smart card, openssl.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any, Final

from ledger.acts.head import head_misfit
from ledger.client.draft import Draft
from ledger.client.foreign import own_form
from ledger.client.show import show
from ledger.client.signer import Signer
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing import canon
from ledger.sealing.algorithms import key_id, load_public
from ledger.sealing.envelope import act_message
from ledger.sealing.submission import Opening, Submission

TITLE: Final = "review-ledger signing request"
VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Request:
    """An act that waits for its signature by the key of `alg` and `spki`."""

    alg: str
    spki: bytes
    act: bytes
    openings: tuple[Opening, ...]

    @property
    def lines(self) -> list[str]:
        """What the act says, in Chinese; made from the act itself, whatever a file claims."""
        return show(Draft(canon.decode(self.act), self.act, self.openings))

    @property
    def message(self) -> bytes:
        """The exact bytes to sign, for tools that take a file."""
        return act_message(self.act)

    def file(self) -> bytes:
        """The request as a file."""
        return jsonfile.dump(
            {
                TITLE: VERSION,
                "lines": self.lines,
                "alg": self.alg,
                "spki": self.spki.hex(),
                "key": key_id(self.alg, self.spki).hex(),
                "to_sign": base64.b64encode(self.message).decode(),
                "act": self.act.hex(),
                "openings": [
                    {"field": field, "salt": salt.hex(), "value": canon.encode(value).hex()}
                    for field, salt, value in self.openings
                ],
            }
        )


def prepare(draft: Draft, signer: Signer) -> Request:
    """The request for a draft that was composed for this signer."""
    if draft.act["key"] != signer.key:
        raise LedgerError("key_not_of_act", found=signer.key.hex(), wanted=draft.act["key"].hex())
    return Request(signer.alg, signer.spki, draft.body, draft.openings)


def parse(data: bytes) -> Request:
    """The request in a file. LedgerError `request_damaged` unless it is whole and agrees with itself."""
    try:
        members = jsonfile.parse(data)
        if members[TITLE] != VERSION:
            raise _damaged("版本不认识")
        openings = tuple(
            Opening(item["field"], bytes.fromhex(item["salt"]), canon.decode(bytes.fromhex(item["value"])))
            for item in members["openings"]
        )
        made = Request(
            members["alg"],
            bytes.fromhex(members["spki"]),
            bytes.fromhex(members["act"]),
            openings,
        )
        _check(made, members)
    except LedgerError as error:
        if error.code == "request_damaged":
            raise
        raise _damaged("内容不合规范") from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _damaged("缺少内容") from None
    return made


def attach(request: Request, signature: bytes | str) -> Submission:
    """The act with the signature that came back: raw 64 bytes, DER, or either of them in hex or base64.

    The signature is put into the one form that the format accepts (for P-256 r‖s with the lower s).
    LedgerError `signature_wrong` if none of the readings is the key's signature over the request.
    """
    signed = own_form(request.alg, request.spki, request.message, signature)
    return Submission(request.act, signed, request.openings)


def _check(request: Request, members: dict[str, Any]) -> None:
    load_public(request.alg, request.spki)
    act = canon.decode(request.act)
    misfit = head_misfit(act)
    if misfit is not None:
        raise _damaged("其中的行为不合规范")
    if act["key"] != key_id(request.alg, request.spki) or members["key"] != act["key"].hex():
        raise _damaged("密钥与行为不符")
    if members["to_sign"] != base64.b64encode(request.message).decode():
        raise _damaged("待签字节与行为不符")
    for opening in request.openings:
        if not opening.fits(act["ledger"], act):
            raise _damaged(f"字段 {opening.field} 的原文与摘要不符")


def _damaged(detail: str) -> LedgerError:
    return LedgerError("request_damaged", detail=detail)
