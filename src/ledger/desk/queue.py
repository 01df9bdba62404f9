"""The queue before the line: what waits together is decided together, in one append, under one signature."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from ledger.errors import LedgerError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
MOST_TOGETHER: Final = 256


@dataclass(slots=True)
class _Ticket(Generic[Item, Answer]):
    """One that waits; `called` (if it has to wait) opens when it has its answer, or has to work itself."""

    item: Item
    answer: Answer | LedgerError | None = None
    called: threading.Event | None = None

    def call(self) -> None:
        if self.called is not None:
            self.called.set()


class Queue(Generic[Item, Answer]):
    """Whoever finds nobody at work works for everybody who has come; the others sleep until they are called, each
    once. Whoever has worked calls the first of those who came meanwhile to go on.

    `turn` is held during the work: by it, others who need the line for themselves take part in the order.
    """

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Answer | LedgerError]]) -> None:
        self._work = work
        self._entry = threading.Lock()
        self._waiting: list[_Ticket[Item, Answer]] = []
        self._at_work = False
        self.turn = threading.Lock()

    def through(self, item: Item) -> Answer:
        """The answer for one item. LedgerError if the work failed, for it alone or for all that went together."""
        ticket: _Ticket[Item, Answer] = _Ticket(item)
        with self._entry:
            self._waiting.append(ticket)
            if self._at_work:
                ticket.called = threading.Event()
            self._at_work = True
        if ticket.called is not None:
            ticket.called.wait()
        if ticket.answer is None:
            self._work_off(ticket)
        answer = ticket.answer
        assert answer is not None
        if isinstance(answer, LedgerError):
            # Several threads may raise it: each its own, or their tracebacks would run together.
            raise LedgerError(answer.code, **answer.facts) from answer
        return answer

    def _work_off(self, own: _Ticket[Item, Answer]) -> None:
        tickets = [own]
        failure = LedgerError("desk_failed")
        try:
            with self.turn:
                with self._entry:
                    tickets = self._waiting[:MOST_TOGETHER]  # own is the first of them
                    del self._waiting[:MOST_TOGETHER]
                for ticket, answer in zip(tickets, self._work([t.item for t in tickets]), strict=True):
                    ticket.answer = answer
        except LedgerError as error:
            failure = error
        finally:
            # Also when this thread is interrupted: nobody must wait for ever for an answer that never comes.
            with self._entry:
                if self._waiting and self._waiting[0] is own:
                    del self._waiting[0]
                self._at_work = bool(self._waiting)
                if self._waiting:
                    self._waiting[0].call()
            for ticket in tickets:
                if ticket.answer is None:
                    ticket.answer = failure
                ticket.call()
