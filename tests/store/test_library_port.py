"""The library's own recorder tests, run on a scratch store of each kind."""

from eventsourcing.dcb.tests import DCBRecorderTestCase

from ledger.store import of_event

LIBRARY = DCBRecorderTestCase()


def test_append_and_read(place):
    LIBRARY._test_append_read(place.create(of_event))


def test_append_and_subscribe(place):
    LIBRARY._test_append_subscribe(place.create(of_event))


def test_the_library_has_no_other_tests():
    # One added upstream must be run above; this fails until it is.
    names = {name for name in dir(DCBRecorderTestCase) if name.startswith("_test_")}
    assert names == {"_test_append_read", "_test_append_subscribe"}
