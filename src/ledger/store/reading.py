"""Reading through the library's port: answers that come page by page, subscriptions that poll.

Neither holds a lock or a transaction between two pages, so a slow reader never stands in a writer's way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from eventsourcing.dcb.api import DCBQuery, DCBReadResponse, DCBSequencedEvent, DCBSubscription

if TYPE_CHECKING:
    from ledger.store.port import Store

PAGE: Final = 256
POLL_SECONDS: Final = 0.02
"""How long a subscription may sleep; what is new is seen well within 50 ms."""


class PagedResponse(DCBReadResponse):
    """Events up to the head at the time of asking, or the first `limit` of them.

    Without a limit `head` is the ledger's last position (None while it is empty), with one the last position
    given, as the library's own recorders have it.
    """

    def __init__(self, store: Store, query: DCBQuery, after: int, limit: int | None) -> None:
        size = store.head().size
        self._head: int | None
        if limit is None:
            self._events = _pages(store, query, after, size)
            self._head = size or None
        else:
            events = store.select(query, after, size, limit)
            self._events = iter(events)
            self._head = events[-1].position if events else None

    @property
    def head(self) -> int | None:
        """The position that the answer reaches to."""
        return self._head

    def __next__(self) -> DCBSequencedEvent:
        return next(self._events)


def _pages(store: Store, query: DCBQuery, after: int, upto: int) -> Iterator[DCBSequencedEvent]:
    while after < upto:
        page = store.select(query, after, upto, PAGE)
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].position


class PollingSubscription(DCBSubscription[Any]):
    """Every event that matches, past and to come, in order. `next` waits; `stop`, from any thread, ends it."""

    def __init__(self, store: Store, query: DCBQuery, after: int) -> None:
        super().__init__(recorder=store, query=query, after=after)
        self._store = store
        self._wanted = query
        self._waiting: deque[DCBSequencedEvent] = deque()
        self._stopped = Event()

    def stop(self) -> None:
        """End the subscription; a waiting `next` returns at once."""
        super().stop()
        self._stopped.set()

    def __next__(self) -> DCBSequencedEvent:
        while not self._stopped.is_set():
            if self._waiting:
                return self._waiting.popleft()
            size = self._store.head().size
            if size > self._last_position:
                page = self._store.select(self._wanted, self._last_position, size, PAGE)
                # A full page may have more behind it; otherwise everything up to the head has been looked at.
                self._last_position = page[-1].position if len(page) == PAGE else size
                self._waiting.extend(page)
            else:
                self._stopped.wait(POLL_SECONDS)
        raise StopIteration
