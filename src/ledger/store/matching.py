"""Between the library's words and the table `record_index`, alike in both dialects of SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import LiteralString

from eventsourcing.dcb.api import DCBEvent, DCBQuery, DCBSequencedEvent


@dataclass(frozen=True, slots=True)
class Dialect:
    """`value`: how a parameter is written. `tag`: the test for one tag, whose parameter stands between two LF."""

    value: LiteralString
    tag: LiteralString


def matching(query: DCBQuery, dialect: Dialect) -> tuple[LiteralString, list[str]]:
    """The condition and its parameters. A query without items matches everything, so does an empty item."""
    if not query.items:
        return "TRUE", []
    choices: list[LiteralString] = []
    values: list[str] = []
    for item in query.items:
        needs: list[LiteralString] = ["TRUE"]
        if item.types:
            needs.append("type IN (" + ", ".join([dialect.value] * len(item.types)) + ")")
            values += item.types
        for tag in item.tags:
            needs.append(dialect.tag)
            values.append(f"\n{tag}\n")
        choices.append("(" + " AND ".join(needs) + ")")
    return "(" + " OR ".join(choices) + ")", values


def sequenced(row: tuple[int, str, str, bytes]) -> DCBSequencedEvent:
    """The library's event from the columns position, type, tags, bytes."""
    position, name, tags, data = row
    event = DCBEvent(type=name, data=data, tags=tags.split("\n") if tags else [])
    return DCBSequencedEvent(event=event, position=position)
