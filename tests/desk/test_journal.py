"""The desk's log: one line a decision, machine-readable, and never a secret (design, quality)."""

import io
import json

import pytest
import structlog

from ledger.errors import LedgerError
from tests.desk.office import DAY, HEAD, accept, digest
from tests.desk.test_accept import BEFORE


@pytest.fixture
def lines():
    """What a program that has set up logging gets to see."""
    caught: list[dict[str, object]] = []

    def catch(logger, name, event):
        caught.append({"level": name, **event})
        raise structlog.DropEvent

    structlog.configure(processors=[catch])
    yield caught
    structlog.reset_defaults()


def test_a_library_is_silent_by_itself(office, capsys):
    structlog.reset_defaults()
    desk = office.open()
    accept(desk, office.assign())
    desk.submit([office.forbidden()])
    desk.submit([office.assign()], check=True)
    office.clock.tick(3 * DAY)
    with pytest.raises(LedgerError):
        desk.submit([office.assign()])
    assert capsys.readouterr() == ("", "")


def test_one_line_a_decision(office, lines):
    desk = office.open(desk="hall")
    act = office.assign()
    (done,) = accept(desk, act)
    about = {
        "desk": "hall",
        "act": digest(act).hex(),
        "by": office.registrar.id,
        "type": "post_assigned",
        "key": office.registrar.key.key_id.hex(),
    }
    assert lines.pop() == {
        "level": "info",
        "event": "accepted",
        "position": done.position,
        "size": done.size,
        **about,
    }
    accept(desk, act)
    assert lines.pop()["event"] == "accepted"
    (wrong,) = desk.submit([office.forbidden()])
    refused = lines.pop()
    assert (refused["event"], refused["codes"], refused["refusal"]) == (
        "refused",
        ["post_not_entitled"],
        "not_allowed",
    )
    assert refused["recorded_as"] == wrong.json()["recorded_as"] == BEFORE + 2
    desk.submit([act._replace(sig=b"")])
    invalid = lines.pop()
    assert (invalid["event"], invalid["codes"], invalid["recorded_as"]) == (
        "refused",
        ["bad_signature"],
        None,
    )
    assert "by" not in invalid, "who did not sign is not named"
    desk.submit([office.assign()], check=True)
    assert lines.pop()["event"] == "would_accept"
    desk.submit([office.forbidden()], check=True)
    assert lines.pop()["event"] == "would_refuse"
    desk.submit(office.batch([office.assign, lambda **p: office.assign(HEAD, **p)]))
    assert [line["event"] for line in lines] == ["undecided", "refused"]


def test_what_could_not_be_decided(office, lines):
    desk = office.open()
    office.clock.tick(3 * DAY)
    with pytest.raises(LedgerError):
        desk.submit([office.assign()])
    (line,) = lines
    assert (line["level"], line["event"], line["code"]) == ("warning", "not_decided", "clock_ahead")
    assert line["own"] == "2026-01-08T10:00:02+08:00"


def test_never_a_secret(office):
    """Everything goes through the desk that must not be in its log."""
    written = io.StringIO()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.WriteLoggerFactory(written),
        cache_logger_on_first_use=False,
    )
    try:
        desk = office.open()
        document = office.document(number="机密字号")
        (done,) = accept(desk, document)
        desk.submit([document._replace(openings=())])
        desk.submit([office.document(number="机密字号\u202e")])
        desk.submit([office.forbidden()])
        desk.reveal(office.clerk.id, [{"act": done.act.hex(), "cases": [], "commitments": {"number": "…"}}])
        office.clock.tick(9 * DAY)
        with pytest.raises(LedgerError):
            desk.submit([document])
    finally:
        structlog.reset_defaults()
    text = written.getvalue()
    logged = [json.loads(line) for line in text.splitlines()]
    assert [line["event"] for line in logged] == ["accepted", "accepted", "refused", "refused", "not_decided"]
    assert all({"event", "level", "desk"} <= line.keys() for line in logged)
    assert "机密" not in text
    for salt in (opening.salt.hex() for opening in document.openings):
        assert salt not in text
    for key in (*(p.key for p in office.people.values()), desk._keyring.machine, desk._keyring.checkpoint):
        secret = key.pkcs8()
        assert secret.hex() not in text
        assert key.spki.hex() not in text
    assert document.sig.hex() not in text
    assert "某区人民政府" not in text, "not even what is in clear on the ledger"
