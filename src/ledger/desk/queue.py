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
    """One that waits, and its answer."""

    item: Item
    answer: Answer | LedgerError | None = None


class Queue(Generic[Item, Answer]):
    """Whoever holds `turn` works for everybody who has come meanwhile; the others find their answer ready."""

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Answer | LedgerError]]) -> None:
        self._work = work
        self._entry = threading.Lock()
        self._waiting: list[_Ticket[Item, Answer]] = []
        self.turn = threading.Lock()

    def through(self, item: Item) -> Answer:
        """The answer for one item. LedgerError if the work failed, for it alone or for all that went together."""
        ticket = _Ticket[Item, Answer](item)
        with self._entry:
            self._waiting.append(ticket)
        with self.turn:
            while ticket.answer is None:
                self._work_off()
        answer = ticket.answer
        if isinstance(answer, LedgerError):
            # Several threads may raise it: each its own, or their tracebacks would run together.
            raise LedgerError(answer.code, **answer.facts) from answer
        return answer

    def _work_off(self) -> None:
        with self._entry:
            tickets = self._waiting[:MOST_TOGETHER]
            del self._waiting[:MOST_TOGETHER]
        failure = LedgerError("desk_failed")
        try:
            for ticket, answer in zip(tickets, self._work([t.item for t in tickets]), strict=True):
                ticket.answer = answer
        except LedgerError as error:
            failure = error
        finally:
            # Also when this thread is interrupted: nobody must wait for ever for an answer that never comes.
            for ticket in tickets:
                if ticket.answer is None:
                    ticket.answer = failure
