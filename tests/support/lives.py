"""Random ledgers in which everything is as it should be: whoever finds fault with one has a fault of his own."""

from __future__ import annotations

from typing import Any

from tests.support.ledgers import (
    CONFIRMING,
    CUSTODIAN,
    DAY,
    OFFICE,
    REGISTRAR,
    SECOND,
    Actor,
    Added,
    LedgerMaker,
)

POSTS = (OFFICE, CUSTODIAN, REGISTRAR, CONFIRMING, "office/guest")


def random_life(seed: int, steps: int = 25, papers: float = 0.2, **making: Any) -> LedgerMaker:
    """A founded ledger with `steps` random things done on it, this share of them papers, published at its end."""
    life = _Life(LedgerMaker(seed=seed, **making))
    for _ in range(steps):
        life.step(papers)
    life.maker.publish()
    return life.maker


class _Life:
    def __init__(self, maker: LedgerMaker) -> None:
        self.maker, self.random = maker, maker.random
        maker.found()
        self.clerk = maker.hire("clerk", OFFICE)
        self.custodian = maker.hire("custodian", CUSTODIAN)
        self.papers: list[Added] = []
        self.seen: list[Any] | None = None
        self.files = 0

    def step(self, papers: float) -> None:
        """One of the things that happen."""
        entries = (self.paper, self.paper, self.late_paper, self.batch)
        others = (
            self.hire, self.part, self.refusals, self.new_key, self.refusal, self.file, self.reading, self.opening,
            self.publish, self.duty, self.throttle, self.guest, self.repudiation,
        )  # fmt: skip
        self.random.choice(entries if self.random.random() < papers else others)()
        self.maker.tick(self.random.randrange(0, 3600) * SECOND)
        if self.random.random() < 0.2:
            self.publish()

    def paper(self, **parts: Any) -> None:
        basis = [p.digest for p in self.random.sample(self.papers, k=min(2, len(self.papers)))]
        at = self.random.choice([self.maker.now, "2026-01-04", "2026-01-04T23:59"])
        parts = {
            "at": at,
            "basis": sorted(basis),
            "cases": [f"cycle:{self.maker.new_id()}"],
            "seen": self.seen,
            **parts,
        }
        self.papers.append(self.maker.document(self.clerk, **parts))

    def late_paper(self) -> None:
        self.paper(signed=self.maker.now - 3 * DAY, late="offline")

    def batch(self) -> None:
        """Several papers at once: same signer, same moment."""
        maker, of, id_ = self.maker, self.random.randrange(1, 5), self.random.randbytes(16)
        maker.tick()
        for number in range(1, of + 1):
            data = {
                "date": None, "how": "post", "issuer": "某局", "kind": "copy", "number": None, "received": "2026-01-05",
            }  # fmt: skip
            act = maker.act(self.clerk, "document_registered", data, batch=[id_, number, of])
            maker.commit(act, {"file": ["file", "text/plain", number, maker.random.randbytes(32)]})
            self.papers.append(maker.add_act(act, self.clerk.key))

    def refusals(self) -> None:
        for _ in range(self.random.randrange(1, 4)):
            self.refusal()

    def hire(self) -> None:
        self.maker.hire(
            f"h{self.maker.tree.size}",
            self.random.choice([*POSTS, None]),
            self.random.choice([None, "ed25519"]),
        )

    def part(self) -> None:
        """Somebody loses a post: by the registrar, or of themself."""
        actor = self._hired()
        if actor is None or actor.post is None:
            return
        if self.random.random() < 0.5:
            self.maker.end(actor.person, actor.post)
        else:
            data = {"person": actor.person, "post": actor.post, "reason": "left"}
            self.maker.add(actor, "post_ended", data, cases=[f"person:{actor.person}"])
        actor.post = None

    def new_key(self) -> None:
        """A key ends, with or without doubt; what is in doubt is answered; the person goes on with a new one."""
        maker, actor = self.maker, self.clerk
        old = Actor(actor.person, actor.key, actor.post)
        fresh = Actor(actor.person, maker.new_key(), actor.post)
        maker.enrol(actor.person, fresh.key)
        maker.confirm(fresh)
        since = self.random.choice(
            [None, maker.tree.size + 50, self.random.randrange(1, maker.tree.size + 1)]
        )
        if self.random.random() < 0.5:
            maker.revoke(old, since)
        else:
            data = {"doubtful_from": since, "key": old.key.key_id, "reason": "stolen"}
            maker.add(old, "key_revoked", data, cases=[f"person:{actor.person}"])
        actor.key = fresh.key
        if since is None:
            return
        doubtful = [
            a.digest
            for a in maker.added
            if a.position >= min(since, maker.tree.size) and a.act["key"] == old.key.key_id
        ]
        if not doubtful:
            return
        cases = [f"person:{actor.person}"]
        if self.random.random() < 0.5:
            maker.add(fresh, "acts_confirmed", {"acts": sorted(doubtful)}, cases=cases)
        else:
            maker.add(
                maker.oversight, "acts_set_aside", {"acts": sorted(doubtful), "ground": "doubt"}, cases=cases
            )

    def refusal(self) -> None:
        attempts: list[tuple[str, dict[str, Any]]] = [
            ("post_assigned", {"person": self.clerk.person, "post": CONFIRMING}),
            ("weather_noted", {"points": 5}),
            ("ledger_closed", {"reason": "x", "successor": None}),
        ]
        kind, data = self.random.choice(attempts)
        self.maker.refuse(self.clerk, kind, data, cases=["cycle:2026"], seen=self.seen)

    def throttle(self) -> None:
        first = self.random.randbytes(32)
        data = {"count": 3, "day": "2026-01-05", "first": first, "person": self.clerk.person}
        self.maker.add(self.maker.machine, "refusals_throttled", data, cases=[f"person:{self.clerk.person}"])

    def file(self) -> None:
        self.files += 1
        content = self.random.randbytes(self.random.randrange(0, 9000))
        self.maker.file_document(self.clerk, content, size=3000)

    def reading(self) -> None:
        data = {
            "case": "cycle:2026",
            "fields": ["file", "number"],
            "purpose": "review",
            "reader": self.clerk.person,
        }
        self.maker.add(self.maker.machine, "vault_read", data, cases=["cycle:2026"])

    def opening(self) -> None:
        """The author discloses, or the custodian on an order."""
        if not self.papers:
            return
        paper = self.random.choice(self.papers)
        names = ("file",) if paper.act["data"]["number"] is None else ("file", "number")
        if self.random.random() < 0.5:
            self.maker.open_values(self.clerk, paper, *names, cases=["cycle:2026"])
        else:
            self.maker.open_values(self.custodian, paper, *names, basis=[paper.digest])

    def publish(self) -> None:
        self.maker.publish()
        self.seen = [self.maker.tree.size, self.maker.tree.root()]

    def duty(self) -> None:
        """The office's duty is widened and narrowed again."""
        posts = self.random.choice([[OFFICE], [OFFICE, "office/guest"]])
        data = {"duty": "office", "posts": sorted(posts)}
        self.maker.add_committed(self.maker.oversight, "duties_changed", data, {"reason": "人手调整"})

    def guest(self) -> None:
        """Somebody without a post revokes their own first, never confirmed key."""
        maker = self.maker
        actor = Actor(maker.new_id(), maker.new_key())
        maker.enrol(actor.person, actor.key)
        data = {"doubtful_from": None, "key": actor.key.key_id, "reason": "replaced"}
        maker.add(actor, "key_revoked", data, cases=[f"person:{actor.person}"])

    def repudiation(self) -> None:
        mine = [p.digest for p in self.papers if p.act["key"] == self.clerk.key.key_id][-2:]
        if mine:
            cases = [f"person:{self.clerk.person}"]
            data = {"acts": sorted(mine)}
            self.maker.add_committed(
                self.clerk, "signature_repudiated", data, {"reason": "并非本人签署"}, cases=cases
            )

    def _hired(self) -> Actor | None:
        there = [a for name, a in self.maker.actors.items() if name.startswith("h") and a.post is not None]
        return self.random.choice(there) if there else None
