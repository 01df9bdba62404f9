"""Checkpoints as C2SP signed notes: writing, reading, signing, joining.  Opening them is in `opening`.

A checkpoint is three lines (origin, size, root), a blank line and signature lines.  Extension lines are
refused, because witnesses refuse them too.  What reads as a checkpoint has one spelling:
`parse(text).text == text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from ledger.errors import LedgerError
from ledger.sealing.algorithms import PrivateKey
from ledger.sealing.lines import Malformed, base64_of, bytes_of, number_of, text_of
from ledger.sealing.tree import EMPTY_ROOT, HASH_SIZE
from ledger.sealing.vkeys import LEDGER, MAX_SECONDS, WITNESS, VerifierKey, cosigned_message, is_key_name

MAX_NOTE: Final = 65_536
MAX_SIGNATURES: Final = 100
"""As many lines as the Go implementation reads; the standard asks for 16."""

_DASH: Final = "\N{EM DASH} "


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: who says to have signed (name and key id), and the bytes that should show it."""

    name: str
    id: bytes
    signature: bytes

    @property
    def line(self) -> str:
        """The line as it stands in a note, without its end."""
        return f"{_DASH}{self.name} {base64_of(self.id + self.signature)}"


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint and its signature lines as read; nothing here says that a signature is good."""

    origin: str
    size: int
    root: bytes
    signatures: tuple[Signature, ...]

    @property
    def body(self) -> bytes:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64_of(self.root)}\n".encode()

    @property
    def text(self) -> str:
        """The whole note.  LedgerError `bad_checkpoint` if it has no signature line or too much of them."""
        text = self.body.decode() + "\n" + "".join(f"{each.line}\n" for each in self.signatures)
        try:
            _check_lines(len(self.signatures), len(text.encode()))
        except Malformed as bad:
            raise _bad_checkpoint(bad) from None
        return text


def checkpoint_body(origin: str, size: int, root: bytes) -> bytes:
    """The three lines to be signed.  LedgerError `bad_checkpoint` for what can be no checkpoint."""
    body = f"{origin}\n{size}\n{base64_of(root)}\n".encode(errors="replace")
    try:
        if (origin, size, root) != _read_body(body.decode()):
            raise Malformed("三行内容不合规", "not the three lines of a checkpoint")
    except Malformed as bad:
        raise _bad_checkpoint(bad) from None
    return body


def sign_note(private: PrivateKey, name: str, body: bytes) -> str:
    """The ledger's signature line.  A checkpoint key signs nothing else.

    LedgerError `bad_checkpoint` unless `body` is a checkpoint of origin `name`, `bad_key` unless Ed25519.
    """
    key = VerifierKey.of(private, name, LEDGER)
    if read_body(body)[0] != name:
        raise _bad_checkpoint(Malformed("签名名称与账本来源不一致", "the signing name is not the origin"))
    return Signature(name, key.id, private.sign(body)).line


def cosign_line(private: PrivateKey, name: str, body: bytes, seconds: int) -> str:
    """A witness's signature line, made at `seconds` (since 1970).

    LedgerError `bad_checkpoint` unless `body` is a checkpoint and the time can be written, `bad_key` unless
    Ed25519.
    """
    key = VerifierKey.of(private, name, WITNESS)
    read_body(body)
    if not 0 <= seconds <= MAX_SECONDS:
        raise _bad_checkpoint(Malformed("见证时间超出范围", "the time of the cosignature is out of range"))
    signature = seconds.to_bytes(8, "big") + private.sign(cosigned_message(body, seconds))
    return Signature(name, key.id, signature).line


def note_text(body: bytes, lines: Iterable[str]) -> str:
    """A note of its body and signature lines (without line ends), checked by reading it."""
    text = body.decode(errors="replace") + "\n" + "".join(f"{line}\n" for line in lines)
    return parse(text).text


def empty_tree_note(private: PrivateKey, origin: str) -> str:
    """The ledger's note of the empty tree: the proof that somebody holds a checkpoint key."""
    body = checkpoint_body(origin, 0, EMPTY_ROOT)
    return note_text(body, [sign_note(private, origin, body)])


def read_body(body: bytes) -> tuple[str, int, bytes]:
    """Origin, size and root of a checkpoint's three lines.  LedgerError `bad_checkpoint`."""
    try:
        return _read_body(text_of(body, MAX_NOTE))
    except Malformed as bad:
        raise _bad_checkpoint(bad) from None


def parse(data: str | bytes) -> Note:
    """The checkpoint in a text, signatures unchecked.  LedgerError `bad_checkpoint` for every other text."""
    try:
        text = text_of(data, MAX_NOTE)
        body, blank, rest = text.partition("\n\n")
        if not blank:
            raise Malformed("没有空行和签名行", "no blank line with signature lines after it")
        lines = rest.split("\n")[:-1]
        origin, size, root = _read_body(body + "\n")
        _check_lines(len(lines), 0)
        return Note(origin, size, root, tuple(_read_line(line) for line in lines))
    except Malformed as bad:
        raise _bad_checkpoint(bad) from None


def merge(notes: Iterable[Note]) -> Note:
    """One note with the signature lines of all, each once, the ledger's own first.

    The notes must be of one origin, size and root, else LedgerError `bad_checkpoint`.  One bad line of a
    known signer would spoil the whole: merge only what was opened.
    """
    together = list(notes)
    if not together or any(each.body != together[0].body for each in together):
        raise _bad_checkpoint(Malformed("不是同一检查点，不能合并", "not notes of one checkpoint"))
    first = together[0]
    lines = dict.fromkeys(line for note in together for line in note.signatures)
    # 64 bytes are a plain signature; a witness named like the origin signs 72.
    ranked = sorted(lines, key=lambda line: not (line.name == first.origin and len(line.signature) == 64))
    return replace(first, signatures=tuple(ranked))


def strip(note: Note, keys: Iterable[VerifierKey]) -> Note:
    """The note with the lines of these keys only, for handing on; it may be left without any."""
    known = {(key.name, key.id) for key in keys}
    return replace(note, signatures=tuple(line for line in note.signatures if (line.name, line.id) in known))


def _read_body(text: str) -> tuple[str, int, bytes]:
    lines = text.split("\n")
    if len(lines) != 4:  # the fourth is what follows the last line end: nothing
        raise Malformed("正文不是三行", "the body has not three lines")
    if not is_key_name(lines[0]):
        raise Malformed("账本来源名称不合规", "the origin is no valid name")
    size = number_of(lines[1], "规模", "the size")
    root = bytes_of(lines[2], "根摘要", "the root")
    if len(root) != HASH_SIZE:
        raise Malformed("根摘要长度不对", "the root has the wrong length")
    if size == 0 and root != EMPTY_ROOT:
        raise Malformed("空账本的根摘要不对", "the root of the empty tree is wrong")
    return lines[0], size, root


def _read_line(line: str) -> Signature:
    name, _, encoded = line.removeprefix(_DASH).partition(" ")
    if not line.startswith(_DASH) or not is_key_name(name):
        raise Malformed("签名行格式不对", "a signature line has the wrong form")
    blob = bytes_of(encoded, "签名", "a signature")
    if len(blob) < 5:
        raise Malformed("签名长度不对", "a signature is too short")
    return Signature(name, blob[:4], blob[4:])


def _check_lines(count: int, length: int) -> None:
    if not count:
        raise Malformed("没有签名行", "there is no signature line")
    if count > MAX_SIGNATURES or length > MAX_NOTE:
        raise Malformed(f"签名行过多（{count} 行）", f"too many signature lines ({count})")


def _bad_checkpoint(bad: Malformed) -> LedgerError:
    return LedgerError("bad_checkpoint", **bad.facts)
