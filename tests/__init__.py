"""The tests. A package, so that `tests.peers` can never mean somebody else's `tests`."""
