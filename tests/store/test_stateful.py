"""Whatever is done to a ledger in whatever order: the SQLite store and the one in memory answer alike."""

import shutil
import tempfile
from hashlib import sha256
from pathlib import Path

from eventsourcing.dcb.api import DCBAppendCondition, DCBQuery, DCBQueryItem
from eventsourcing.persistence import IntegrityError
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from ledger.errors import LedgerError
from ledger.sealing.tree import Frontier, leaf_hash
from ledger.store import MemoryStore, create_store, event_of, open_store
from tests.store.acts import act, refusal, sealed

TYPES = ("note_made", "post_assigned", "clock_corrected")
CASES = ("award:aaaa", "person:wang", "person:zhao")

items = st.builds(
    DCBQueryItem,
    types=st.lists(st.sampled_from(TYPES), max_size=2),
    tags=st.lists(st.sampled_from(CASES), max_size=2),
)
queries = st.builds(DCBQuery, items=st.lists(items, max_size=3))
positions = st.none() | st.integers(0, 12)


class TwoLedgers(RuleBasedStateMachine):
    """Every call goes to both; answers and errors must be the same."""

    acts = Bundle("acts")

    @initialize()
    def start(self):
        self.folder = Path(tempfile.mkdtemp(prefix="rl-stateful-"))
        self.memory = MemoryStore()
        self.sqlite = create_store(self.folder / "ledger")

    def teardown(self):
        if hasattr(self, "folder"):
            self.sqlite.close()
            shutil.rmtree(self.folder)

    def both(self, call):
        answers = []
        for store in (self.memory, self.sqlite):
            try:
                answers.append(call(store))
            except LedgerError as error:
                answers.append((error.code, error.facts.get("position")))
            except IntegrityError:
                answers.append("IntegrityError")
        assert answers[0] == answers[1]
        return answers[0]

    @rule(target=acts, kind=st.sampled_from(TYPES), cases=st.sets(st.sampled_from(CASES)))
    def make(self, kind, cases):
        return act(kind=kind, cases=cases)

    @rule(
        some=st.lists(acts, max_size=3),
        refuse=st.booleans(),
        after=st.integers(-1, 1),
        later=st.integers(-1, 2),
    )
    def append_records(self, some, refuse, after, later):
        head = self.memory.head()
        moment = head.recorded_at + later
        records = [refusal(each, moment) if refuse else sealed(each, moment) for each in some]
        self.both(lambda store: store.append_records(records, after=head.size + after))

    @rule(one=acts, query=queries, after=positions)
    def append(self, one, query, after):
        event = event_of(sealed(one, self.memory.head().recorded_at))
        self.both(lambda store: store.append([event], DCBAppendCondition(query, after)))

    @rule(query=queries, after=positions, limit=st.none() | st.integers(0, 5))
    def read(self, query, after, limit):
        def answer(store):
            response = store.read(query, after=after, limit=limit)
            return list(response), response.head

        self.both(answer)

    @rule(size=st.integers(1, 9), note=st.sampled_from(("one", "two")), after=st.integers(0, 9))
    def checkpoint(self, size, note, after):
        self.both(lambda store: store.add_checkpoint(size, note))
        self.both(lambda store: store.checkpoints(after))

    @rule(moment=st.integers(0, 9), one=acts, position=st.integers(-1, 9), level=st.integers(0, 3))
    def look(self, moment, one, position, level):
        self.both(lambda store: store.position_at(1_700_000_000_000_000 + moment))
        self.both(lambda store: store.decided(sha256(one).digest()))
        self.both(lambda store: store.record(position))
        self.both(lambda store: store.node(level, position))

    @rule()
    def reindex(self):
        self.both(lambda store: store.reindex())

    @rule()
    def open_again(self):
        self.sqlite.close()
        self.sqlite = open_store(self.folder / "ledger")

    @invariant()
    def same_line(self):
        if not hasattr(self, "folder"):
            return
        head = self.both(lambda store: store.head())
        rows = self.both(lambda store: list(store.read_records()))
        frontier = Frontier()
        for _, data in rows:
            frontier.push(leaf_hash(data))
        assert (head.size, head.root) == (len(rows), frontier.root())
        self.both(lambda store: store.check_index())


TestTwoLedgers = TwoLedgers.TestCase
