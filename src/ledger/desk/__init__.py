"""The desk: the one way in. Judges on the head, appends on the head, answers with a receipt."""

from ledger.desk.desk import Desk, system_clock
from ledger.desk.keyring import Keyring
from ledger.desk.outcome import Accepted, Checked, Outcome, Refused, Undecided

__all__ = ["Accepted", "Checked", "Desk", "Keyring", "Outcome", "Refused", "Undecided", "system_clock"]
