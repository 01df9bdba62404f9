"""Examples of the types in `ledger.acts.entries`."""

from ledger.acts import entries
from tests.unit.acts.examples.common import C, D, E, filled, of

EXAMPLES = [
    of(
        "entry_corrected",
        act=D,
        about=["application:app001", "person:anna01"],
        ground="mistyped",
        reason=C,
        corrections=[
            filled(entries.Correction, field="points", in_head=False, value="85"),
            filled(entries.Correction, field="at", in_head=True, value="2023-07-14"),
        ],
    ),
    of("entry_voided", act=D, about=["application:app001"], ground="entered_twice", duplicate_of=E, reason=C),
    of("entry_confirmed", acts=[D, E], about=["application:app001"]),
    of(
        "entry_contested",
        act=D,
        about=["application:app001"],
        fields=["last_day"],
        statement=C,
        received="2023-11-20",
        receipt="k7m2p9q4x1zz",
    ),
    of("countersigned", acts=[D], about=["application:app001"], role="scorer"),
]
