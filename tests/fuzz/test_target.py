"""The fuzz target runs, for a moment, in every run; its author's machine let it run longer."""

import os

from tests.fuzz.target import one_input, run

SECONDS = 20 if os.environ.get("HYPOTHESIS_PROFILE") == "ci" else 2


def test_nothing_but_our_errors_escapes_the_decoders() -> None:
    assert run(SECONDS) > 20


def test_the_target_takes_anything() -> None:
    for data in (b"", b"\x00", b"\xc1", b"\x9f" * 70, "—".encode(), bytes(range(256))):
        one_input(data)
