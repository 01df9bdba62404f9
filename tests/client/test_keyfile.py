"""Key files: round trip, wrong password, damage, hostile parameters, and that nothing is overwritten."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.client import keyfile
from ledger.errors import LedgerError
from ledger.files import jsonfile
from ledger.sealing.algorithms import PrivateKey, generate
from ledger.sealing.lockbox import STANDARD, Cost, Lockbox
from tests.client.people import CHEAP, LEDGER

PASSWORD = "口令 correct horse"


def make(path: Path, private: PrivateKey, **more: object) -> keyfile.KeyFile:
    facts: dict[str, object] = {
        "person": "zhang1",
        "post": "office/clerk",
        "ledger": LEDGER,
        "origin": "example.gov/award",
    }
    facts |= {"password": PASSWORD, "cost": CHEAP, **more}
    return keyfile.create(path, private, **facts)  # type: ignore[arg-type]  # a test's free choice of facts


@pytest.mark.parametrize("alg", ["p256-sha256", "ed25519"])
def test_round_trip_in_a_chinese_path(tmp_path: Path, alg: str):
    private = generate(alg)
    path = tmp_path / "张三的密钥.json"
    made = make(path, private)
    read = keyfile.read(path)
    assert read == made
    assert read.signer.person == "zhang1"
    assert read.signer.key == private.key_id
    assert read.unlock(PASSWORD).pkcs8() == private.pkcs8()
    # The same password typed with a decomposing input method.
    assert keyfile.read(path).unlock(PASSWORD).key_id == private.key_id


def test_shape_is_the_documented_one(tmp_path: Path):
    private = generate("p256-sha256")
    make(tmp_path / "key.json", private, ledger=None, post=None)
    content = json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))
    assert list(content) == [
        "review-ledger key file", "person", "post", "ledger", "origin", "alg", "key", "spki", "kdf", "cipher",
        "secret", "sum",
    ]  # fmt: skip
    assert content["review-ledger key file"] == 1
    assert content["ledger"] is None
    assert content["post"] is None
    assert content["key"] == private.key_id.hex()
    assert content["kdf"].keys() == {"name", "n", "r", "p", "salt"}
    assert content["kdf"]["name"] == "scrypt"
    assert content["cipher"].keys() == {"name", "nonce"}
    assert content["cipher"]["name"] == "chacha20-poly1305"


def test_the_secret_is_in_no_readable_form(tmp_path: Path):
    private = generate("ed25519")
    make(tmp_path / "key.json", private)
    content = (tmp_path / "key.json").read_text(encoding="utf-8").lower()
    assert private.pkcs8()[-32:].hex() not in content
    assert private.pkcs8()[-32:].hex() not in repr(keyfile.read(tmp_path / "key.json"))


def test_standard_cost_is_the_announced_one(tmp_path: Path):
    assert Cost(32768, 8, 1) == STANDARD
    made = make(tmp_path / "key.json", generate("ed25519"), cost=STANDARD)
    assert keyfile.read(made.path).unlock(PASSWORD).key_id == made.signer.key


def test_wrong_password(tmp_path: Path):
    file = make(tmp_path / "key.json", generate("ed25519"))
    with pytest.raises(LedgerError) as caught:
        file.unlock(PASSWORD + "!")
    assert caught.value.code == "password_wrong"
    assert PASSWORD not in str(caught.value.facts)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such mode bits")
def test_only_the_owner_may_read(tmp_path: Path):
    old = os.umask(0)
    try:
        make(tmp_path / "key.json", generate("ed25519"))
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "key.json").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["key.json"]


@pytest.mark.parametrize("links", [True, False], ids=["links", "a stick without hard links"])
def test_never_overwrites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool):
    if not links:
        monkeypatch.setattr(os, "link", _no_links)
    path = tmp_path / "key.json"
    first = generate("ed25519")
    make(path, first)
    with pytest.raises(LedgerError) as caught:
        make(path, generate("ed25519"))
    assert caught.value.code == "file_exists"
    assert keyfile.read(path).signer.key == first.key_id
    assert [p.name for p in tmp_path.iterdir()] == ["key.json"]


def _no_links(*paths: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_cannot_be_written(tmp_path: Path):
    with pytest.raises(LedgerError) as caught:
        make(tmp_path / "nowhere" / "key.json", generate("ed25519"))
    assert caught.value.code == "file_unwritable"


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"[1]", b'{"a": 1}', b'{"a": 1e400}', b"\xff\xfe", b"[" * 60_000]
)
def test_another_file(tmp_path: Path, content: bytes):
    (tmp_path / "key.json").write_bytes(content)
    with pytest.raises(LedgerError) as caught:
        keyfile.read(tmp_path / "key.json")
    assert caught.value.code == "keyfile_foreign"


def test_newer_missing_and_too_long(tmp_path: Path):
    path = tmp_path / "key.json"
    for content, code in (
        (None, "file_unreadable"),
        (b'{"review-ledger key file": 2}', "keyfile_newer"),
        (b" " * 70_000, "file_too_long"),
    ):
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(LedgerError) as caught:
            keyfile.read(path)
        assert caught.value.code == code
    with pytest.raises(LedgerError) as caught:
        keyfile.read(tmp_path)
    assert caught.value.code == "file_unreadable"


def test_every_flipped_byte_is_noticed(tmp_path: Path):
    """Without the password: damaged or foreign; never a key that is used."""
    path = tmp_path / "key.json"
    make(path, generate("ed25519"))
    whole = path.read_bytes()
    codes = set()
    for at in range(len(whole)):
        changed = bytearray(whole)
        changed[at] ^= 1
        path.write_bytes(changed)
        try:
            read = keyfile.read(path)
        except LedgerError as error:
            codes.add(error.code)
        else:  # white space, or the case of a hex digit: the same content
            assert read.unlock(PASSWORD).key_id == read.signer.key
    assert "keyfile_damaged" in codes
    assert codes <= {"keyfile_damaged", "keyfile_foreign", "keyfile_newer"}


def test_cut_short(tmp_path: Path):
    path = tmp_path / "key.json"
    make(path, generate("ed25519"))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(LedgerError) as caught:
        keyfile.read(path)
    assert caught.value.code == "keyfile_damaged"


def _altered(path: Path, **changes: object) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    content |= changes
    path.write_text(json.dumps(jsonfile.with_sum(content)), encoding="utf-8")


@pytest.mark.parametrize(
    "changes",
    [
        {"kdf": {"name": "scrypt", "n": 2**40, "r": 8, "p": 1, "salt": "00" * 16}},
        {"kdf": {"name": "scrypt", "n": 2**15, "r": 2**20, "p": 1, "salt": "00" * 16}},
        {"kdf": {"name": "scrypt", "n": 2**15, "r": 8, "p": 2**20, "salt": "00" * 16}},
        {"kdf": {"name": "scrypt", "n": 2**10 + 1, "r": 8, "p": 1, "salt": "00" * 16}},
        {"kdf": {"name": "scrypt", "n": True, "r": 8, "p": 1, "salt": "00" * 16}},
        {"kdf": {"name": "md5", "n": 16, "r": 8, "p": 1, "salt": "00" * 16}},
        {"kdf": [1]},
        {"cipher": {"name": "chacha20-poly1305", "nonce": "00"}},
        {"person": "X"},
        {"person": None},
        {"alg": "rsa"},
        {"spki": "00"},
        {"key": "00" * 32},
        {"ledger": "zz"},
        {"origin": 1},
        {"secret": "xyz"},
    ],
)  # fmt: skip
def test_hostile_contents_with_a_fresh_sum(tmp_path: Path, changes: dict[str, object]):
    path = tmp_path / "key.json"
    make(path, generate("ed25519"))
    _altered(path, **changes)
    with pytest.raises(LedgerError) as caught:
        keyfile.read(path)
    assert caught.value.code == "keyfile_damaged"


@pytest.mark.parametrize(
    "changes", [{"person": "lisi1"}, {"post": None}, {"ledger": None}, {"origin": "x.gov/y"}]
)
def test_clear_fields_are_bound_to_the_secret(tmp_path: Path, changes: dict[str, object]):
    path = tmp_path / "key.json"
    make(path, generate("ed25519"))
    _altered(path, **changes)
    with pytest.raises(LedgerError) as caught:
        keyfile.read(path).unlock(PASSWORD)
    assert caught.value.code == "password_wrong"


def test_founders_file_is_bound_later_and_password_changed(tmp_path: Path):
    private = generate("p256-sha256")
    file = make(tmp_path / "key.json", private, ledger=None)
    keyfile.rewrite(file, PASSWORD, ledger=LEDGER, cost=CHEAP)
    file = keyfile.read(tmp_path / "key.json")
    assert file.signer.ledger == LEDGER
    keyfile.rewrite(file, PASSWORD, new_password="other", cost=CHEAP)
    file = keyfile.read(tmp_path / "key.json")
    assert file.unlock("other").key_id == private.key_id
    with pytest.raises(LedgerError) as caught:
        keyfile.rewrite(file, "other", ledger=b"\x09" * 32, cost=CHEAP)
    assert caught.value.code == "key_of_other_ledger"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda c: (
            st.lists(c, max_size=4)
            | st.dictionaries(
                st.sampled_from(["kdf", "cipher", "secret", "n", "r", "p", "salt", "name", "nonce"]),
                c,
                max_size=5,
            )
        ),
    )
)
def test_any_members_are_a_box_or_none(members: object):
    assert Lockbox.parse(members) is None
