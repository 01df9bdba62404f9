"""log on a ledger that somebody tampered with: it shows what can be read, and never ends in a traceback."""

import contextlib
import sqlite3
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.sealing import canon, record
from tests.cli.office import Office
from tests.cli.shapes import ROW
from tests.cli.typing_in import run

DROP = ("record_no_update", "record_no_delete", "record_next_only")


def rewrite(ledger: Path, rows: dict[int, object]) -> None:
    """Put other values in the place of records; None deletes one."""
    with contextlib.closing(sqlite3.connect(ledger / "ledger.sqlite")) as db:
        for guard in DROP:
            db.execute(f"DROP TRIGGER IF EXISTS {guard}")
        for position, data in rows.items():
            db.execute("DELETE FROM record WHERE position = ?", (position,))
            if data is not None:
                db.execute("INSERT INTO record VALUES (?, ?)", (position, data))
        db.commit()


def records(ledger: Path) -> dict[int, bytes]:
    with contextlib.closing(sqlite3.connect(ledger / "ledger.sqlite")) as db:
        return dict(db.execute("SELECT position, bytes FROM record"))


def test_bytes_that_are_no_act_keep_their_line(office: Office):
    rewrite(office.ledger, {3: b"\x00rubbish", 5: b"", 7: canon.encode([1, 2])})
    rows = office.log()
    assert [row["position"] for row in rows] == list(range(1, 13))
    for row in rows:
        assert set(ROW) <= row.keys()
        assert ("unreadable" in row) == (row["position"] in (3, 5, 7))
    assert run("log", office.ledger).out.count("无法解读") == 3
    # What cannot be read belongs to no case and is of no type.
    assert all("unreadable" not in row for row in office.log("--case", "person:li4d"))


def test_a_refusal_of_rubbish_and_of_codes_from_the_future(office: Office):
    stored = record.unpack(records(office.ledger)[12])
    act = canon.decode(stored.act)
    act["data"]["act"] = b"not an act at all"
    act["data"]["breaches"][0] |= {"code": "code_of_tomorrow", "facts": [["k", "v"]], "positions": [3]}
    made = record.pack(stored.recorded_at, stored.desk, canon.encode(act), stored.sig)
    rewrite(office.ledger, {12: made})
    row = office.log("--type", "act_refused")[0]
    assert row["attempt"]["by"] is None
    assert (row["refused"][0]["code"], row["refused"][0]["message"]) == (
        "code_of_tomorrow",
        "code_of_tomorrow",
    )
    assert "code_of_tomorrow" in run("log", office.ledger).out


def test_an_act_of_a_type_from_the_future(office: Office):
    stored = record.unpack(records(office.ledger)[10])
    act = canon.decode(stored.act) | {
        "type": "weather_noted",
        "data": {"score": "92.5", "sheet": b"\x01" * 32},
    }
    made = record.pack(stored.recorded_at, stored.desk, canon.encode(act), stored.sig)
    rewrite(office.ledger, {10: made})
    row = office.log("--type", "weather_noted")[0]
    assert row["data"] == {"score": "92.5", "sheet": "01" * 32}
    assert row["commitments"] == {}


def test_any_tampering_can_be_looked_at(office: Office):
    """Records cut, flipped, swapped, of other types, gone: log and key list answer or refuse, and never break."""
    original = records(office.ledger)
    whole = (office.ledger / "ledger.sqlite").read_bytes()
    position = st.integers(1, 13)
    place = st.integers(0, 2000)
    spoilt = st.one_of(
        st.none(),
        st.binary(max_size=40),
        st.text(max_size=10),
        st.integers(-(2**40), 2**40),
        st.floats(allow_nan=False),
        st.builds(lambda p, at: original[p][: at % len(original[p])], st.integers(1, 12), place),
        st.builds(
            lambda p, at, bit: bytes(
                byte ^ bit if i == at % len(original[p]) else byte for i, byte in enumerate(original[p])
            ),
            st.integers(1, 12),
            place,
            st.integers(1, 255),
        ),
        st.builds(lambda p: original[p], st.integers(1, 12)),
    )

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
    @given(st.dictionaries(position, spoilt, min_size=1, max_size=3))
    def check(rows):
        for log in office.ledger.glob("ledger.sqlite-*"):
            log.unlink()
        (office.ledger / "ledger.sqlite").write_bytes(whole)
        rewrite(office.ledger, rows)
        for command in ("log", "key list"):
            said = run(*command.split(), office.ledger, "--json")
            assert said.code in (0, 1, 3, 4), said
            assert said.json
            assert run(*command.split(), office.ledger).code == said.code

    check()
