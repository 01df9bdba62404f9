"""Files: small ones that must survive, whole or not at all; JSON read one way only; one process at a time."""

from ledger.files.whole import copy, create, folder, read, replace

__all__ = ["copy", "create", "folder", "read", "replace"]
