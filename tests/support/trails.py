"""Whole trails for tests: the ordinary course of a cycle as it was really judged, and as lines for import."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from features.support.scene import Scene
from features.support.world import World, day_of
from ledger.rules.act import Act, procedural
from ledger.rules.life.fact import of_record

TEXTS = ("calendar_published", "regulation_version_adopted")


@lru_cache(maxsize=4)
def course(regulation: str = "nantong@2023", upto: str = "close") -> World:
    """The world after the ordinary course; only to be looked at."""
    scene = Scene.of(regulation, 2026)
    scene.advance(upto)
    return scene.world


def procedural_acts(world: World) -> list[tuple[int, dict[str, Any], Act]]:
    """(position, decoded head, act) of every act of the procedure."""
    found = []
    for position, data in world.store.read_records():
        fact = of_record(data)[0]
        act = procedural(fact, position)
        if act is not None and fact.act is not None:
            found.append((position, fact.act, act))
    return found


def lines(world: World) -> list[dict[str, Any]]:
    """The trail as the auditor's lines (contract: import): committed fields plain, texts left to the importer."""
    made = []
    hired = {actor.person for actor in world.actors.values()}
    for _, head, act in procedural_acts(world):
        if act.type not in TEXTS:
            whose = "applicant" if act.who in hired else act.who
            data = _plain(head["data"], act.digest, "", world)
            made.append({"type": act.type, "actor": whose, "at": day_of(act.at), "data": data})
    return made


def jsonl(found: list[dict[str, Any]]) -> bytes:
    """Lines as a file's bytes."""
    return b"".join(json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in found)


def _plain(value: Any, digest: bytes, name: str, world: World) -> Any:
    if isinstance(value, dict):
        return {k: _plain(v, digest, f"{name}.{k}" if name else k, world) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(item, digest, f"{name}.{n}", world) for n, item in enumerate(value)]
    if isinstance(value, bytes):
        kept = world.vault.kept.get((digest, name))
        return kept.value if kept is not None else value.hex()
    return value
