"""Forms, keys and arguments that cannot be used: a clear sentence, a stable code, nothing stored, nothing leaked."""

import json
import secrets
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ledger.acts.registry import TYPES
from tests.cli.office import SECRET_FILE, SECRET_NUMBER, Office
from tests.cli.shapes import told
from tests.cli.typing_in import PASSWORD, run

GOOD = {
    "type": "document_registered",
    "at": "2026-03-09",
    "data": {
        "date": "2026-03-06", "file": SECRET_FILE, "how": "handed_in", "issuer": "市财政局", "kind": "original",
        "number": SECRET_NUMBER, "received": "2026-03-09",
    },
}  # fmt: skip


def with_data(**data: object) -> dict[str, object]:
    return {**GOOD, "data": {**GOOD["data"], **data}}  # type: ignore[dict-item]  # GOOD["data"] is a dict


def send(office: Office, content: bytes):
    act = office.root / "形式.json"
    act.write_bytes(content)
    return office.submit("li4d", act)


# ---- ACT.json ----


@pytest.mark.parametrize(
    ("content", "code", "exit_code", "word"),
    [
        (b"", "form_unreadable", 3, "第 1 行"),
        (b"\x00", "form_unreadable", 3, "第 1 行"),
        (b"type: x", "form_unreadable", 3, "第 1 行"),
        (b'{"type": "document_registered",}', "form_unreadable", 3, "第 1 行"),
        (b'{"type": "a", "type": "b"}', "form_unreadable", 3, "两次"),
        (b'{"at": 1.5}', "form_unreadable", 3, "引号"),
        (b'{"at": NaN}', "form_unreadable", 3, "引号"),
        (b'{"at": 1e400}', "form_unreadable", 3, "引号"),
        (b"[" * 100_000, "form_unreadable", 3, "过深"),
        (b'{"at": ' + b"9" * 5000 + b"}", "form_unreadable", 3, "过"),
        ('{"type": "登记"}'.encode("gbk"), "form_unreadable", 3, "UTF-8"),
        ('{"type": "登记"}'.encode("utf-16"), "form_unreadable", 3, "UTF-8"),
        (b" " * 1_100_000, "file_too_long", 3, "1048576"),
        (b"[]", "form_invalid", 2, "对象"),
        (b"null", "form_invalid", 2, "对象"),
        (b'"x"', "form_invalid", 2, "对象"),
        (b"{}", "form_invalid", 2, "type"),
    ],
)
def test_a_file_that_is_no_form(office: Office, content, code, exit_code, word):
    before = office.state()
    said = send(office, content)
    told(said, code, exit_code)
    assert word in said.error["message"]
    assert office.state() == before


@pytest.mark.parametrize(
    ("form", "field", "near"),
    [
        ({**GOOD, "typ": "x"}, "typ", "type"),
        ({**GOOD, "type": "document_registred"}, "type", "document_registered"),
        ({**GOOD, "type": "nosuch"}, "type", None),
        ({**GOOD, "type": None}, "type", None),
        ({**GOOD, "type": ["document_registered"]}, "type", None),
        ({**GOOD, "v": 2}, "v", None),
        ({**GOOD, "v": "1"}, "v", None),
        ({**GOOD, "v": True}, "v", None),
        ({**GOOD, "at": "2026-02-30"}, "at", None),
        ({**GOOD, "at": 20260309}, "at", None),
        ({**GOOD, "at": "2026-03-09T09:00:00"}, "at", None),
        ({**GOOD, "by": "sun3c"}, "by", None),
        ({**GOOD, "key": "00" * 32}, "key", None),
        ({**GOOD, "ledger": "00" * 32}, "ledger", None),
        ({**GOOD, "as": "Büro"}, "as", None),
        ({**GOOD, "for": "wu6f"}, "for", None),
        ({**GOOD, "mode": "transcribed"}, "mode", None),
        ({**GOOD, "mode": "owned"}, "mode", None),
        ({**GOOD, "basis": "ab" * 32}, "basis", None),
        ({**GOOD, "basis": ["ab"]}, "basis", None),
        ({**GOOD, "late": "always"}, "late", None),
        ({**GOOD, "signed": "now"}, "signed", None),
        ({**GOOD, "seen": [0, "00" * 32]}, "seen", None),
        ({**GOOD, "id": "zz"}, "id", None),
        ({**GOOD, "batch": [1, 2]}, "batch", None),
        ({**GOOD, "cases": ["nocolon"]}, "cases", None),
        ({**GOOD, "acknowledges": ["a@1"]}, "acknowledges", None),
        ({**GOOD, "data": None}, "data", None),
        ({**GOOD, "data": []}, "data", None),
        (with_data(issuers="x"), "data.issuers", None),
        (with_data(kind="orignal"), "data.kind", None),
        (with_data(issuer=5), "data.issuer", None),
        (with_data(date="06.03.2026"), "data.date", None),
        (with_data(how="By Hand"), "data.how", None),
        (with_data(number={"a": {"B": 1}}), "data.number", None),
        (with_data(file={"file": 5}), "data.file", None),
        (with_data(file={"file": "x", "mime": "y"}), "data.file", None),
        (with_data(file=None), "data.file", None),
    ],
)
def test_a_mistake_is_named(shared: Office, form, field, near):
    said = send(shared, json.dumps(form).encode())
    assert said.code == 2, said
    assert said.error["code"] == "form_invalid"
    assert field in said.error["facts"]["field"]
    assert field in said.error["message"]
    if near:
        assert f"是否想写 {near}" in said.error["message"]
    shared.nothing_leaked(said)


@pytest.mark.parametrize(
    ("form", "code", "exit_code"),
    [
        (with_data(issuer="财\u202e政"), "text_not_clean", 3),
        (with_data(number="文\x07号"), "text_not_clean", 3),
        (with_data(file={"file": "没有这个文件.pdf"}), "file_unreadable", 3),
        (with_data(file={"file": "a\x00b"}), "file_unreadable", 3),
        (with_data(issuer="长" * 20_000), "too_long", 3),
        ({**GOOD, "type": "rules_adopted", "data": {"engine": 1}}, "type_waiting", 2),
        ({**GOOD, "type": "key_recovered", "data": {}}, "type_waiting", 2),
    ],
)
def test_what_cannot_be_signed(shared: Office, form, code, exit_code):
    said = send(shared, json.dumps(form).encode())
    told(said, code, exit_code)
    shared.nothing_leaked(said)


def test_half_a_character_is_told(shared: Office):
    """JSON may escape what no text can hold."""
    said = send(shared, json.dumps(GOOD).replace('"original"', '"\\ud800"').encode())
    assert said.code in (2, 3)
    said = send(shared, json.dumps(with_data(issuer="x")).replace('"x"', '"a\\udc00"').encode())
    assert (said.error["code"], said.code) == ("text_not_clean", 3)


def test_a_form_for_the_machine_is_not_taken(office: Office):
    """Nobody signs what only the ledger itself says."""
    data = {"case": "registry:ledger", "fields": ["file"], "purpose": "review", "reader": "li4d"}
    said = office.submit("li4d", office.form("vault_read", data))
    assert said.code == 1
    assert said.json["breaches"][0]["code"] == "post_not_entitled"


def test_nothing_but_our_errors_for_any_form(shared: Office):
    """Random forms, near good ones and far from them, never end in a traceback."""
    names = st.sampled_from(
        [*GOOD, "by", "as", "mode", "for", "basis", "seen", "cases", "batch", "id", "v", "late"]
    )
    leaf = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=8)
        | st.sampled_from(["", "ab" * 32, "own"])
    )
    value = st.recursive(
        leaf,
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | names, inner, max_size=3)
        ),
        max_leaves=8,
    )
    kinds = st.sampled_from(sorted({kind.name for kind in TYPES}))
    fields = st.sampled_from(sorted({name for kind in TYPES for name in kind.fields}))
    data = st.dictionaries(fields, value, max_size=6) | value
    form = st.one_of(
        value,
        st.fixed_dictionaries({"type": kinds, "at": st.just("2026-03-09"), "data": data}),
        st.builds(lambda name, each: {**GOOD, name: each}, names, value),
        st.builds(lambda name, each: with_data(**{name: each}), st.sampled_from(sorted(GOOD["data"])), value),
    )

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
    @given(form)
    def check(each):
        said = shared.run(
            "submit", "-", "--key", shared.key("zhou5e"), "--check", stdin=json.dumps(each).encode()
        )
        assert said.code in (0, 1, 2, 3), said
        assert set(said.json) & {"error", "outcome"}
        assert PASSWORD not in said.out + said.stderr

    check()


# ---- arguments ----


def test_nothing_but_our_errors_for_any_arguments(shared: Office, tmp_path, monkeypatch):
    """Whatever is typed after a command, it ends with an exit code of the contract, and JSON if JSON was asked for."""
    from ledger.cli.main import COMMANDS

    monkeypatch.chdir(tmp_path)  # where some of them write
    words = st.sampled_from(
        [
            str(shared.ledger), str(shared.anchor), str(shared.key("li4d")), str(shared.stick), "--at", "--case",
            "--key", "--by", "--person", "--post", "--since", "--root", "--anchor", "--jobs", "--as-of", "--vkey",
            "--json", "--check", "--help", "list", "show", "record", "check", "consistency", "add", "assign", "-o",
            "/nonexistent/x", "postgresql://x", "postgresql://u:p@[/", "-", "--", "1", "0", "-1", "2026-01-01",
        ]
    ) | st.text(st.characters(exclude_characters="\x00"), max_size=10)  # fmt: skip
    # `demo` and `new` make things; what they refuse is tested elsewhere.
    commands = st.sampled_from(sorted(COMMANDS.keys() - {"demo", "new"}))

    @settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
    @given(commands, st.lists(words, max_size=6))
    def check(command, arguments):
        said = run(command, *arguments, "--json", password=None)
        assert said.code in (0, 1, 2, 3, 4), said
        assert "Traceback" not in said.stderr
        if "--help" not in arguments and "-h" not in arguments and said.stdout.startswith(b"{"):
            assert said.json

    before = shared.state()
    check()
    assert {name: data for name, data in shared.state().items() if name != "desk.lock"} == before


@pytest.mark.parametrize(
    "arguments",
    [
        (), ("nosuch",), ("log",), ("log", "a", "b"), ("log", "a", "--nosuch"), ("log", "a", "--at"),
        ("new", "a", "--kind", "b"), ("prove", "record", "a", "b"), ("key",), ("key", "nosuch"), ("submit",),
        ("key", "revoke", "a", "b", "--by", "c"), ("demo", "x"), ("verify", "a", "--jobs", "x"),
        ("key", "revoke", "a", "b", "--reason", "lost", "--by", "c", "--doubtful-from", "0"),
    ],
)  # fmt: skip
def test_usage_errors_are_told_in_chinese(arguments):
    # Last, unless an option there would take it for its value.
    at = len(arguments) - (arguments[-1:] == ("--at",))
    as_json = run(*arguments[:at], "--json", *arguments[at:])
    told(as_json, "usage", 2)
    assert as_json.stderr == ""
    plain = run(*arguments)
    assert plain.code == 2
    assert plain.stdout == b""
    assert any("\u4e00" <= char <= "\u9fff" for char in plain.stderr)
    for english in ("Missing", "Error", "Usage", "No such", "Got", "Invalid", "requires"):
        assert english not in plain.stderr + as_json.out


# ---- key files ----


def test_a_wrong_password(office: Office):
    before = office.state()
    said = office.submit("li4d", office.paper(), password="不是这个-" + PASSWORD)
    told(said, "password_wrong", 4)
    assert PASSWORD not in said.out + said.stderr
    assert office.state() == before


@pytest.mark.parametrize(
    ("content", "code", "exit_code"),
    [
        (b"", "keyfile_foreign", 3),
        (b"{}", "keyfile_foreign", 3),
        (b"-----BEGIN PRIVATE KEY-----\n", "keyfile_foreign", 3),
        ("flip", "keyfile_damaged", 3),
        ("cut", "keyfile_damaged", 3),
        ("newer", "keyfile_newer", 3),
        ("renamed", "keyfile_damaged", 3),
        (None, "file_unreadable", 3),
        (b"x" * 100_000, "file_too_long", 3),
    ],
)
def test_a_key_file_that_is_none(office: Office, content, code, exit_code):
    key = office.key("li4d")
    good = key.read_bytes()
    members = json.loads(good)
    if content is None:
        key.unlink()
    elif content == "cut":
        key.write_bytes(good[:-40])
    elif content == "flip":
        key.write_bytes(good.replace(members["secret"][:8].encode(), b"00000000"))
    elif content == "newer":
        key.write_bytes(good.replace(b'key file": 1', b'key file": 2'))
    elif content == "renamed":
        key.write_bytes(good.replace(b"li4d", b"sun3"))
    else:
        key.write_bytes(content)
    before = office.state()
    said = office.submit("li4d", office.paper())
    told(said, code, exit_code)
    assert office.state() == before
    assert members["secret"] not in said.out


def test_a_key_of_another_ledger(office: Office, other: Office):
    shutil.copy(other.key("li4d"), office.root / "other.key")
    before = office.state()
    said = office.run("submit", office.paper(), "--key", office.root / "other.key")
    told(said, "key_of_other_ledger", 2)
    assert office.state() == before


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "password_unreadable"), (b"\n", "password_unreadable"), ("口令".encode("gbk"), "password_unreadable"),
     (None, "file_unreadable"), (b"x" * 2000, "password_unreadable")],
)  # fmt: skip
def test_a_password_file_that_is_none(office: Office, content, code):
    file = office.root / "口令.txt"
    if content is not None:
        file.write_bytes(content)
    said = office.submit("li4d", office.paper(), "--password-file", file)
    told(said, code, 3)


def test_a_password_file_as_windows_writes_it(office: Office):
    file = office.root / "口令.txt"
    file.write_bytes(b"\xef\xbb\xbf" + PASSWORD.encode() + b"\r\nand a second line\r\n")
    assert office.submit("li4d", office.paper(), "--password-file", file, password=None).code == 0


def test_secrets_stay_secret(office: Office):
    """Neither password, private key nor the value behind a commitment is printed or logged, whatever happens."""
    from ledger.client import keyfile

    log = office.root / "受理.log"
    private = keyfile.read(office.key("li4d")).unlock(PASSWORD).pkcs8()
    token = secrets.token_hex(8)
    said = [
        office.submit("li4d", office.paper(), REVIEW_LEDGER_LOG=str(log)),
        office.submit("zhou5e", office.paper(), REVIEW_LEDGER_LOG=str(log)),
        office.submit("li4d", office.paper(), "--check", REVIEW_LEDGER_LOG=str(log)),
        office.submit("li4d", office.paper(), password=token, REVIEW_LEDGER_LOG=str(log)),
        office.run("log", "--key", office.key("zhou5e"), REVIEW_LEDGER_LOG=str(log)),
        office.run("verify", REVIEW_LEDGER_LOG=str(log)),
    ]
    office.nothing_leaked(*said)
    told_all = log.read_text("utf-8") + "".join(each.out + each.stderr for each in said)
    for secret in (PASSWORD, token, SECRET_NUMBER, private.hex(), private[-32:].hex()):
        assert secret not in told_all
    assert SECRET_NUMBER.encode() not in b"".join(
        data for name, data in office.state().items() if not name.startswith("vault")
    )
