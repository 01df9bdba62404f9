"""Checkpoints of all kinds, anchors, and folders spoiled after the fact."""

from __future__ import annotations

import random

from ledger.errors import LedgerError
from ledger.sealing import notes
from ledger.sealing.tree import EMPTY_ROOT
from tests.support.ledgers import DAY, SECOND, LedgerMaker


def shown(chance: random.Random, maker: LedgerMaker) -> None:
    """A note is kept, mostly a good one."""
    maker.tick(SECOND)
    names = list(maker.witness_keys)
    witnesses = chance.choice([names, names, names, names[:1], names[1:], []])
    now = maker.now // SECOND
    seconds = chance.choice(
        [now, now, now, now + 3 * DAY // SECOND, now - 2000, now - 5 * DAY // SECOND, 0, 2**63 - 1]
    )
    text = maker.note(witnesses, seconds=seconds)
    size = maker.tree.size
    if chance.random() < 0.15:
        signed = chance.random() < 0.8
        size = chance.choice([0, 1, size, size - 1, size + 1, 2**63 - 1])
        root = EMPTY_ROOT if size == 0 else chance.choice([bytes(32), maker.tree.root()])
        text = maker.note(witnesses or names, seconds=seconds, size=size, root=root, signed=signed)
    if chance.random() < 0.1:
        text = spoiled(chance, maker, text)
    if chance.random() < 0.1:
        size = chance.choice([0, max(size - 1, 0)])
    maker.contents.checkpoints.append((size, text))
    if chance.random() < 0.8:
        maker.contents.newest = text


def spoiled(chance: random.Random, maker: LedgerMaker, text: str) -> str:
    """Somebody changed a note."""
    lines = text.split("\n")
    elsewhere = notes.checkpoint_body("ledger.example/elsewhere", 1, bytes(32))
    wrong = notes.sign_note(maker.checkpoint_key, "ledger.example/elsewhere", elsewhere)
    foreign = "\u2014 somebody.example/key " + "AAAAAAAA"
    return chance.choice(
        [
            text[:-1],
            text + "\n",
            text.replace("\n\n", "\n"),
            text.replace("\n", "\r\n"),
            text + foreign + "\n",
            text + wrong + "\n",
            text + lines[4] + "\n",
            text.replace(lines[0], "ledger.example/other", 1),
            text.replace(lines[0], lines[0] + "+x", 1),
            text.replace(lines[1] + "\n", "0" + lines[1] + "\n", 1),
            text.replace(lines[2], lines[2][:-1], 1),
            text.replace(lines[2], "A" + lines[2][1:], 1),
            text.replace(lines[4], lines[4][:-6] + "AAAAA=", 1),
            "\n".join([*lines[:4], *lines[5:]]),
            "",
        ]
    )


def anchor_texts(chance: random.Random, maker: LedgerMaker) -> list[str]:
    """Mostly the right one; sometimes none, a stranger's, one without a quorum, or two."""
    if maker.ledger is None or chance.random() < 0.1:
        return []
    try:
        right = maker.anchor().format()
    except LedgerError:
        return []
    none = "\n".join(line for line in right.split("\n") if not line.startswith(("quorum", "group")))
    texts = [
        right.replace(maker.ledger.hex(), "0" * 64),
        none + "quorum none\n",
        none + "quorum oversight\n",
        none + "group one any oversight\ngroup both all one archive\nquorum both\n",
    ]
    if chance.random() < 0.7:
        return [right]
    return [chance.choice(texts)] if chance.random() < 0.6 else [right, chance.choice(texts)]
