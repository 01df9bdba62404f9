"""A regulation as a procedure that a legal officer reads, and as plain data for programs."""

from ledger.regulations.show.data import plain
from ledger.regulations.show.page import page

__all__ = ["page", "plain"]
