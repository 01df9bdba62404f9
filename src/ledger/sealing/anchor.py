"""The anchor: which ledger, which of its keys, which witnesses, how many of them make a checkpoint public.

A C2SP policy file whose first line names the ledger.  It comes from outside (gazette, archive, a witness's
office) and is the only thing a verifier takes on trust, so it is read strictly: every name defined once and
before its use, every key named once, every member in one group only.  URLs are read and not kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final, NamedTuple

from ledger.errors import LedgerError
from ledger.sealing.lines import Malformed, text_of
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey

MAX_ANCHOR: Final = 65_536
_ledger_line = re.compile(r"#ledger ([0-9a-f]{64})\Z").match
_count = re.compile(r"[1-9][0-9]{0,4}\Z").match


class Witness(NamedTuple):
    """A witness under the name that groups and the quorum use for it."""

    name: str
    key: VerifierKey


class Group(NamedTuple):
    """Stands behind a checkpoint when at least `needed` of its members do."""

    name: str
    needed: int
    members: tuple[str, ...]


class Times(NamedTuple):
    """Seconds; None where the quorum never stood behind the checkpoint, or where none is asked for.

    `first`: when the quorum had cosigned.  `latest`: the last moment at which a quorum's worth of witnesses
    still signed it or signed it later.
    """

    first: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """What an anchor file says.  Made by `parse` and `make`, which check it."""

    ledger: bytes
    logs: tuple[VerifierKey, ...]
    witnesses: tuple[Witness, ...]
    groups: tuple[Group, ...]
    quorum: str | None
    """A witness or group, or None: the ledger's own signature publishes."""

    @property
    def origin(self) -> str:
        """The one name under which the ledger signs."""
        return self.logs[0].name

    @property
    def keys(self) -> tuple[VerifierKey, ...]:
        """Every key the anchor knows, the ledger's first."""
        return (*self.logs, *(witness.key for witness in self.witnesses))

    def format(self) -> str:
        """The file, in one fixed order; `parse` reads it back as an equal anchor."""
        lines = [f"#ledger {self.ledger.hex()}"]
        lines += [f"log {key}" for key in self.logs]
        lines += [f"witness {name} {key}" for name, key in self.witnesses]
        lines += [f"group {name} {needed} {' '.join(members)}" for name, needed, members in self.groups]
        lines.append(f"quorum {'none' if self.quorum is None else self.quorum}")
        return "".join(f"{line}\n" for line in lines)

    def satisfied(self, cosigners: Set[str]) -> bool:
        """Whether these witnesses (by their names here) are the quorum; always with `quorum none`."""
        if self.quorum is None:
            return True
        return self._reached(dict.fromkeys(cosigners, 0)) is not None

    def publishes(self, cosignatures: Mapping[VerifierKey, Sequence[int]]) -> bool:
        """Whether these cosignatures publish a checkpoint that the ledger signed.

        Keys that are no witness of this anchor do not count.
        """
        return self.satisfied({witness.name for witness in self.witnesses if cosignatures.get(witness.key)})

    def times(self, cosignatures: Mapping[VerifierKey, Sequence[int]]) -> Times:
        """When the quorum stood behind a checkpoint that was cosigned so (all times of each witness)."""
        mine = {name: seconds for name, key in self.witnesses if (seconds := cosignatures.get(key))}
        first = self._reached({name: min(seconds) for name, seconds in mine.items()})
        latest = self._reached({name: -max(seconds) for name, seconds in mine.items()})
        return Times(first, None if latest is None else -latest)

    def _reached(self, at: dict[str, int]) -> int | None:
        """The lowest t at which the members with a value <= t make the quorum, or None.

        A group's value is the needed-th lowest of its members'.  Groups name only what stands above them, so
        one pass in the order of the file does, whatever the depth.
        """
        values = {witness.name: at[witness.name] for witness in self.witnesses if witness.name in at}
        for name, needed, members in self.groups:
            reached = sorted(values[member] for member in members if member in values)
            if len(reached) >= needed:
                values[name] = reached[needed - 1]
        return None if self.quorum is None else values.get(self.quorum)


def make(
    ledger: bytes,
    logs: Iterable[VerifierKey],
    witnesses: Iterable[Witness],
    groups: Iterable[Group] = (),
    quorum: str | None = None,
) -> Anchor:
    """An anchor of these parts.

    LedgerError `anchor_unreadable` if its file would not be read back the same.
    """
    anchor = Anchor(ledger, tuple(logs), tuple(witnesses), tuple(groups), quorum)
    if parse(anchor.format()) != anchor:
        raise LedgerError(
            "anchor_unreadable", line=1, detail="内容无法写成文件", detail_en="unwritable parts"
        )
    return anchor


def parse(data: str | bytes) -> Anchor:
    """The anchor in a file.  LedgerError `anchor_unreadable` with the line that is wrong."""
    reader = _Reader()
    try:
        lines = text_of(data, MAX_ANCHOR, policy=True).split("\n")[:-1]
        ledger = _ledger_line(lines[0])
        if ledger is None:
            raise Malformed("首行应为“#ledger”和 64 位账本编号", "the first line does not name the ledger")
        for reader.line, line in enumerate(lines[1:], 2):
            reader.read(line)
        if not reader.logs:
            raise Malformed("没有账本密钥（log 行）", "there is no log line")
        if not reader.quorum:
            raise Malformed("没有 quorum 行", "there is no quorum line")
    except Malformed as bad:
        raise LedgerError("anchor_unreadable", line=reader.line, **bad.facts) from None
    quorum = None if reader.quorum == "none" else reader.quorum
    return Anchor(
        bytes.fromhex(ledger[1]), tuple(reader.logs), tuple(reader.witnesses), tuple(reader.groups), quorum
    )


class _Reader:
    """Takes the lines of an anchor one by one, knowing what was defined above."""

    def __init__(self) -> None:
        self.line = 1
        self.logs: list[VerifierKey] = []
        self.witnesses: list[Witness] = []
        self.groups: list[Group] = []
        self.quorum = ""
        self._defined = {"none"}
        self._grouped: set[str] = set()
        self._publics: set[bytes] = set()

    def read(self, line: str) -> None:
        line = line.strip(" \t")
        if line.startswith("#ledger "):
            raise Malformed("账本编号出现两次", "the ledger is named twice")
        if not line or line.startswith("#"):
            return
        match re.split("[ \t]+", line):
            case ["log", vkey] | ["log", vkey, _]:
                self._log(self._key(vkey, LEDGER))
            case ["witness", name, vkey] | ["witness", name, vkey, _]:
                self._define(name)
                self.witnesses.append(Witness(name, self._key(vkey, WITNESS)))
            case ["group", name, needed, *members] if members:
                self._group(name, needed, tuple(members))
            case ["quorum", name]:
                self._quorum(name)
            case _:
                raise Malformed("无法识别的行", "not a line of a policy")

    def _log(self, key: VerifierKey) -> None:
        if self.logs and self.logs[0].name != key.name:
            raise Malformed("出现两个账本来源", "there are two origins")
        self.logs.append(key)

    def _key(self, text: str, kind: int) -> VerifierKey:
        try:
            key = VerifierKey.parse(text)
        except LedgerError as error:
            detail = error.facts.get("detail_en", error.facts.get("detail"))
            raise Malformed("公钥无效", f"the key is not valid ({detail})") from None
        if key.kind != kind:
            raise Malformed("公钥类别不对", "the key is of the wrong kind")
        if key.public in self._publics:
            raise Malformed("同一公钥出现两次", "one key is named twice")
        self._publics.add(key.public)
        return key

    def _define(self, name: str) -> None:
        if name in self._defined:
            raise Malformed(f"名称 {name} 重复", f"the name {name} is defined twice")
        self._defined.add(name)

    def _group(self, name: str, needed: str, members: tuple[str, ...]) -> None:
        for member in members:
            self._need(member)
            if member in self._grouped:
                raise Malformed(f"{member} 已在某一组内", f"{member} is a member twice")
            self._grouped.add(member)
        self._define(name)
        count = {"any": "1", "all": str(len(members))}.get(needed, needed)
        if not _count(count) or int(count) > len(members):
            raise Malformed("组内所需数目不对", "the number needed of the group is wrong")
        self.groups.append(Group(name, int(count), members))

    def _quorum(self, name: str) -> None:
        if self.quorum:
            raise Malformed("quorum 出现两次", "there are two quorum lines")
        if name != "none":
            self._need(name)
        self.quorum = name

    def _need(self, name: str) -> None:
        if name not in self._defined or name == "none":
            raise Malformed(f"{name} 未在前面定义", f"{name} is not defined above")
