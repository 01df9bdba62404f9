"""When a document that comes in parts is there: all of them are, and together they are what it is named after."""

from hashlib import sha256

import pytest

from ledger.rules.life.fold import Fold
from ledger.rules.life.references import filing_of
from tests.support.ledgers import OFFICE, LedgerMaker

WHOLE = b"first second third"


class Records:
    """Records as a fold reads them; nothing here names a root."""

    def __init__(self, records):
        self.records = records

    def read_records(self, after=0, limit=None):
        end = None if limit is None else after + limit
        return list(enumerate(self.records, 1))[after:end]

    def node(self, level, number):
        raise KeyError(level, number)


@pytest.fixture
def maker():
    maker = LedgerMaker()
    maker.found()
    maker.hire("clerk", OFFICE)
    return maker


def there(maker, *parts):
    document = sha256(WHOLE).digest()
    for number, of, data in parts:
        filed = {"bytes": data, "document": document, "part": number, "parts": of}
        maker.add(maker.actors["clerk"], "document_filed", filed)
    fold = Fold(Records(maker.contents.records))
    fold.read_on()
    found = filing_of(fold.state, document, fold)
    assert found is not None
    return found.complete


@pytest.mark.parametrize(
    ("parts", "complete"),
    [
        ([(1, 1, WHOLE)], True),
        ([(2, 2, b"second third"), (1, 2, b"first ")], True),
        ([(1, 2, b"first "), (2, 2, b"second third"), (2, 2, b"forged")], True),
        ([(1, 2, b"first ")], False),
        ([(1, 1, b"something else")], False),
        ([(1, 2, b"first "), (2, 2, b"something else")], False),
        ([(1, 2, b"first "), (2, 2, b"something else"), (2, 2, b"second third")], False),
        ([(1, 2, b"first "), (2, 3, b"second third")], False),
    ],
)
def test_a_document_is_there_when_its_parts_make_it(maker, parts, complete):
    assert there(maker, *parts) is complete
