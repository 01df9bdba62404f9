"""Signed notes: published examples, malformed forms, spoiled and foreign signatures, joining, stripping."""

from base64 import b64decode, b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError
from ledger.sealing import notes, opening
from ledger.sealing.tree import EMPTY_ROOT
from ledger.sealing.vkeys import LEDGER, WITNESS, VerifierKey
from tests.unit.sealing.signers import ORIGIN, code_of, ledger_key, private, witness_key

ROOT = bytes(range(32))
BODY = notes.checkpoint_body(ORIGIN, 12, ROOT)
LEDGER_LINE = notes.sign_note(private("ledger"), ORIGIN, BODY)
W1, W2 = "oversight.example", "archive.example/印章"
W1_LINE = notes.cosign_line(private(W1), W1, BODY, 1_700_000_000)
W2_LINE = notes.cosign_line(private(W2), W2, BODY, 1_700_000_100)
TEXT = notes.note_text(BODY, [LEDGER_LINE, W1_LINE, W2_LINE])
KEYS = [ledger_key(), witness_key(W1), witness_key(W2)]


def flipped(blob: str, byte: int) -> str:
    raw = bytearray(b64decode(blob))
    raw[byte] ^= 1
    return b64encode(raw).decode()


def test_reads_back_what_it_wrote():
    note = notes.parse(TEXT)
    assert (note.origin, note.size, note.root, note.body) == (ORIGIN, 12, ROOT, BODY)
    assert [line.name for line in note.signatures] == [ORIGIN, W1, W2]
    assert note.text == TEXT
    assert notes.parse(TEXT.encode()) == note
    assert TEXT.encode() == BODY + f"\n{LEDGER_LINE}\n{W1_LINE}\n{W2_LINE}\n".encode()


def test_these_very_bytes():
    # golang.org/x/mod/sumdb/note opens this note with the ledger's key.
    assert TEXT == (
        "award.example/ledger\n12\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n\n"
        "— award.example/ledger SyRIz8BGPwXJqvkKCKfVKgvxccOvS/fzhilknZZkOJ9c"
        "NmT/hoPV22LDqP/E+0yf5Oz0ocBSa/2T5Yt6BnCxAFpwxgk=\n"
        "— oversight.example Xe7IxgAAAABlU/EAsXgxfTNLDeGwv3iGC6B+BkMyNuWx0oWF"
        "ri/cA5N8o3uEbTdTtcLUknJrG9PUNiKvgiRuie7th0kIvlO7bTMqBA==\n"
        "— archive.example/印章 hohjfQAAAABlU/FkOJLu/ukGtP49doUS/oCj+T0zReUYT4LN"
        "b4ti5+GffSLAW//VNgpZj46Sjlwe0s2mbKVRv4PqA3ItbA7BCn4zBA==\n"
    )
    assert str(ledger_key()) == "award.example/ledger+4b2448cf+AVq8qpwiIgHPGU8aR0wNcaeaPXqNwWrklGKjsYCQsSlp"


B64 = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
LINE = f"— {ORIGIN} AAAAAAE="
GOOD = f"{ORIGIN}\n12\n{B64}\n\n{LINE}\n"
MALFORMED = {
    "empty": "",
    "only a line end": "\n",
    "only line ends": "\n\n\n\n\n",
    "no signature block": f"{ORIGIN}\n12\n{B64}\n",
    "no signature line": f"{ORIGIN}\n12\n{B64}\n\n",
    "empty signature line": f"{ORIGIN}\n12\n{B64}\n\n\n",
    "blank line twice": f"{ORIGIN}\n12\n{B64}\n\n\n{LINE}\n",
    "blank line after the signatures": GOOD + "\n",
    "blank line between signatures": GOOD + f"\n{LINE}\n",
    "no last line end": GOOD[:-1],
    "two lines": f"{ORIGIN}\n12\n\n{LINE}\n",
    "an extension line": f"{ORIGIN}\n12\n{B64}\nextension\n\n{LINE}\n",
    "a blank line in the body": f"{ORIGIN}\n12\n\n{B64}\n\n{LINE}\n",
    "leading line end": "\n" + GOOD,
    "CR LF": GOOD.replace("\n", "\r\n"),
    "CR": GOOD.replace("12\n", "12\r\n"),
    "tab": GOOD.replace("— ", "—\t"),
    "nul": GOOD.replace("12", "12\0"),
    "line separator instead of a line end": GOOD.replace("12\n", "12\u2028"),
    "vertical tab": GOOD.replace("12\n", "12\x0b"),
    "origin empty": GOOD.replace(ORIGIN + "\n", "\n", 1),
    "origin with a space": GOOD.replace(ORIGIN, "award example", 1),
    "origin with a wide space": GOOD.replace(ORIGIN, "award\u3000example", 1),
    "origin with NEL": GOOD.replace(ORIGIN, "award\u0085example", 1),
    "origin with plus": GOOD.replace(ORIGIN, "award+example", 1),
    "byte order mark and no line": "\ufeff",
    "size with leading zero": GOOD.replace("\n12\n", "\n012\n"),
    "size with sign": GOOD.replace("\n12\n", "\n+12\n"),
    "size negative": GOOD.replace("\n12\n", "\n-12\n"),
    "size with space": GOOD.replace("\n12\n", "\n12 \n"),
    "size empty": GOOD.replace("\n12\n", "\n\n"),
    "size in hex": GOOD.replace("\n12\n", "\n0x12\n"),
    "size with underscore": GOOD.replace("\n12\n", "\n1_2\n"),
    "size in wide digits": GOOD.replace("\n12\n", "\n１２\n"),
    "size of 2**63": GOOD.replace("\n12\n", f"\n{2**63}\n"),
    "size of 5000 digits": GOOD.replace("\n12\n", "\n" + "9" * 5000 + "\n"),
    "size 0 with a root": GOOD.replace("\n12\n", "\n0\n"),
    "size 00": GOOD.replace("\n12\n", "\n00\n"),
    "root empty": GOOD.replace(B64, ""),
    "root not base64": GOOD.replace(B64, B64[:-2] + "*="),
    "root without padding": GOOD.replace(B64, B64[:-1]),
    "root with padding bits": GOOD.replace(B64, B64[:-2] + "9="),
    "root in the URL alphabet": GOOD.replace(B64, "_" + B64[1:]),
    "root with a space inside": GOOD.replace(B64, B64[:5] + " " + B64[5:]),
    "root of 31 bytes": GOOD.replace(B64, b64encode(bytes(31)).decode()),
    "root of 33 bytes": GOOD.replace(B64, b64encode(bytes(33)).decode()),
    "hyphen for dash": GOOD.replace("— ", "- "),
    "en dash": GOOD.replace("— ", "– "),
    "no space after the dash": GOOD.replace("— ", "—"),
    "two spaces after the dash": GOOD.replace("— ", "—  "),
    "space before the dash": GOOD.replace("— ", " — "),
    "space at the end": GOOD.replace(LINE, LINE + " "),
    "signer without name": GOOD.replace(LINE, "—  AAAAAAE="),
    "signer with plus": GOOD.replace(LINE, "— a+b AAAAAAE="),
    "no signature bytes": GOOD.replace(LINE, f"— {ORIGIN}"),
    "empty signature bytes": GOOD.replace(LINE, f"— {ORIGIN} "),
    "an id and nothing more": GOOD.replace(LINE, f"— {ORIGIN} AAAAAA=="),
    "signature not base64": GOOD.replace("AAAAAAE=", "AAAA?AE="),
    "signature with padding bits": GOOD.replace("AAAAAAE=", "AAAAAAF="),
    "signature with a third word": GOOD.replace(LINE, LINE + " x"),
    "text after the signatures": GOOD + "more\n",
    "too many signatures": GOOD + f"{LINE}\n" * 100,
    "too long": GOOD.replace(ORIGIN, "a" * 66_000),
}


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_notes(text: str):
    assert text != GOOD
    assert code_of(notes.parse, text) == "bad_checkpoint"
    assert code_of(notes.parse, text.encode()) == "bad_checkpoint"


@pytest.mark.parametrize(
    "raw",
    [b"\xff", GOOD.encode() + b"\x80\n", GOOD.encode("utf-16"), GOOD.encode("gb18030"), b"\xed\xa0\x80\n"],
)
def test_bytes_that_are_not_utf8(raw: bytes):
    assert code_of(notes.parse, raw) == "bad_checkpoint"


def test_the_longest_note_is_read():
    text = GOOD.replace(ORIGIN, "a" * (notes.MAX_NOTE - len(GOOD.encode()) + len(ORIGIN)), 1)
    assert len(text.encode()) == notes.MAX_NOTE
    assert notes.parse(text).text == text
    assert code_of(notes.parse, "a" + text) == "bad_checkpoint"


def test_surrogates_are_not_text():
    assert code_of(notes.parse, GOOD.replace("award", "award\udc80")) == "bad_checkpoint"


def test_a_byte_order_mark_makes_another_origin():
    assert notes.parse("\ufeff" + GOOD).origin != ORIGIN


@pytest.mark.parametrize("count", [1, 16, 100])
def test_many_signature_lines_are_read(count: int):
    lines = "".join(f"— witness{number} AAAAAAE=\n" for number in range(count))
    text = f"{ORIGIN}\n12\n{B64}\n\n{lines}"
    assert len(notes.parse(text).signatures) == count
    assert notes.parse(text).text == text


def test_the_largest_size_is_read():
    assert notes.parse(GOOD.replace("\n12\n", f"\n{2**63 - 1}\n")).size == 2**63 - 1


# --- signing ---


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [
        ("", 1, ROOT),
        ("a b", 1, ROOT),
        ("a\n1", 1, ROOT),
        ("a\ud800", 1, ROOT),
        (ORIGIN, -1, ROOT),
        (ORIGIN, 2**63, ROOT),
        (ORIGIN, 0, ROOT),
        (ORIGIN, 1, ROOT[:-1]),
        (ORIGIN, 1, b""),
    ],
)
def test_no_body_for_what_is_no_checkpoint(origin: str, size: int, root: bytes):
    assert code_of(notes.checkpoint_body, origin, size, root) == "bad_checkpoint"


@pytest.mark.parametrize(
    "body", [b"", b"pay me\n", BODY + b"extension\n", BODY + b"\n", BODY[:-1], b"\xff\n"]
)
def test_keys_sign_nothing_but_checkpoints(body: bytes):
    assert code_of(notes.sign_note, private("ledger"), ORIGIN, body) == "bad_checkpoint"
    assert code_of(notes.cosign_line, private(W1), W1, body, 1) == "bad_checkpoint"


def test_the_ledger_signs_under_its_own_name_only():
    assert code_of(notes.sign_note, private("ledger"), "other.example/ledger", BODY) == "bad_checkpoint"
    assert code_of(notes.sign_note, private("ledger"), "no name", BODY) == "bad_vkey"


@pytest.mark.parametrize("seconds", [-1, 2**63])
def test_times_that_cannot_be_written(seconds: int):
    assert code_of(notes.cosign_line, private(W1), W1, BODY, seconds) == "bad_checkpoint"


@pytest.mark.parametrize("seconds", [0, 1, 2**63 - 1])
def test_times_that_can(seconds: int):
    line = notes.cosign_line(private(W1), W1, BODY, seconds)
    opened = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, line]), KEYS)
    assert opened.cosignatures == {witness_key(W1): (seconds,)}


def test_the_note_of_the_empty_tree_proves_a_key():
    text = notes.empty_tree_note(private("ledger"), ORIGIN)
    opened = opening.open_note(text, [ledger_key()])
    assert (opened.note.size, opened.note.root) == (0, EMPTY_ROOT)
    assert text.startswith(f"{ORIGIN}\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— ")
    assert code_of(opening.open_note, text, [ledger_key("another")]) == "bad_checkpoint"


@pytest.mark.parametrize("line", ["", "x", LEDGER_LINE + "\n", LEDGER_LINE + "\n" + W1_LINE + "\n", "\ud800"])
def test_lines_that_do_not_fit_a_note(line: str):
    assert code_of(notes.note_text, BODY, [line]) == "bad_checkpoint"


# --- opening ---


def test_opens_with_all_keys_known():
    opened = opening.open_note(TEXT, KEYS)
    assert opened.signed
    assert not opened.witnessed_only
    assert opened.ledger_keys == (ledger_key(),)
    assert opened.cosignatures == {witness_key(W1): (1_700_000_000,), witness_key(W2): (1_700_000_100,)}
    assert opened.unknown == ()
    assert opening.open_note(opened.note, KEYS) == opened


def test_unknown_signers_are_ignored():
    opened = opening.open_note(TEXT, [ledger_key()])
    assert opened.signed
    assert opened.cosignatures == {}
    assert [line.name for line in opened.unknown] == [W1, W2]


def test_a_known_witness_without_a_known_ledger_key():
    note = notes.parse(TEXT)
    opened = opening.examine(note, [witness_key(W1), ledger_key("lost")])
    assert not opened.signed
    assert opened.witnessed_only
    assert [line.name for line in opened.unknown] == [ORIGIN, W2]
    assert code_of(opening.open_note, TEXT, [witness_key(W1), ledger_key("lost")]) == "bad_checkpoint"


def test_nobody_known_opens_nothing():
    opened = opening.examine(notes.parse(TEXT), [])
    assert not opened.signed
    assert not opened.witnessed_only
    assert code_of(opening.open_note, TEXT, []) == "bad_checkpoint"


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("byte", [4, 11, 12, 40, -1])
def test_a_wrong_signature_of_a_known_signer_spoils_the_note(at: int, byte: int):
    lines = [LEDGER_LINE, W1_LINE, W2_LINE]
    head, blob = lines[at].rsplit(" ", 1)
    lines[at] = f"{head} {flipped(blob, byte)}"
    text = notes.note_text(BODY, lines)
    assert code_of(opening.open_note, text, KEYS) == "bad_checkpoint"
    assert code_of(opening.examine, notes.parse(text), KEYS) == "bad_checkpoint"
    # Beside a good line of the same signer too.
    both = notes.note_text(BODY, [LEDGER_LINE, W1_LINE, W2_LINE, lines[at]])
    assert code_of(opening.open_note, both, KEYS) == "bad_checkpoint"
    # To those who do not know the signer it is nothing.
    others = [key for number, key in enumerate(KEYS) if number != at]
    assert opening.examine(notes.parse(text), others).unknown


def test_a_changed_id_makes_an_unknown_signer():
    head, blob = W1_LINE.rsplit(" ", 1)
    opened = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, f"{head} {flipped(blob, 0)}"]), KEYS)
    assert opened.cosignatures == {}
    assert len(opened.unknown) == 1


@pytest.mark.parametrize(
    "body",
    [
        notes.checkpoint_body("award.example/ledgers", 12, ROOT),
        notes.checkpoint_body(ORIGIN, 13, ROOT),
        notes.checkpoint_body(ORIGIN, 12, ROOT[::-1]),
    ],
)
def test_signatures_do_not_move_to_another_checkpoint(body: bytes):
    for line in (LEDGER_LINE, W1_LINE):
        assert code_of(opening.open_note, notes.note_text(body, [line]), KEYS) == "bad_checkpoint"


def test_a_cosignature_is_no_ledger_signature_nor_the_other_way_round():
    public = private("ledger")
    as_witness = VerifierKey.of(public, ORIGIN, WITNESS)
    cosigned = notes.note_text(BODY, [notes.cosign_line(public, ORIGIN, BODY, 5)])
    opened = opening.examine(notes.parse(cosigned), [ledger_key(), as_witness])
    assert opened.witnessed_only
    # The ledger's signature in the witness's place: known signer, wrong signature.
    plain = b64decode(LEDGER_LINE.rsplit(" ", 1)[1])[4:]
    moved = f"— {ORIGIN} {b64encode(as_witness.id + plain).decode()}"
    assert (
        code_of(opening.examine, notes.parse(notes.note_text(BODY, [moved])), [as_witness])
        == "bad_checkpoint"
    )
    longer = f"— {ORIGIN} {b64encode(as_witness.id + bytes(8) + plain).decode()}"
    assert (
        code_of(opening.examine, notes.parse(notes.note_text(BODY, [longer])), [as_witness])
        == "bad_checkpoint"
    )


def test_a_time_beyond_the_standard_is_no_cosignature():
    key, signer = witness_key(W1), private(W1)
    message = f"cosignature/v1\ntime {2**63}\n".encode() + BODY
    blob = key.id + (2**63).to_bytes(8, "big") + signer.sign(message)
    line = f"— {W1} {b64encode(blob).decode()}"
    assert code_of(opening.examine, notes.parse(notes.note_text(BODY, [line])), KEYS) == "bad_checkpoint"


def test_a_ledger_speaks_only_for_its_own_origin():
    other = VerifierKey.of(private("other"), "other.example/ledger", LEDGER)
    blob = other.id + private("other").sign(BODY)
    line = f"— {other.name} {b64encode(blob).decode()}"
    opened = opening.examine(notes.parse(notes.note_text(BODY, [line])), [other])
    assert not opened.signed
    assert [each.name for each in opened.unknown] == [other.name]


def test_a_witness_with_several_times():
    again = notes.cosign_line(private(W1), W1, BODY, 1_600_000_000)
    opened = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, W1_LINE, again, W1_LINE]), KEYS)
    assert opened.cosignatures == {witness_key(W1): (1_600_000_000, 1_700_000_000)}


def test_two_keys_of_the_ledger():
    new = notes.sign_note(private("new"), ORIGIN, BODY)
    opened = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, new]), [*KEYS, ledger_key("new")])
    assert opened.ledger_keys == (ledger_key(), ledger_key("new"))


def test_colliding_ids_are_told_apart_by_the_signature(monkeypatch: pytest.MonkeyPatch):
    stranger = ledger_key("stranger")
    object.__setattr__(stranger, "id", ledger_key().id)
    for keys in ([stranger, *KEYS], [*KEYS, stranger]):
        assert opening.open_note(TEXT, keys).ledger_keys == (ledger_key(),)
    assert code_of(opening.open_note, TEXT, [stranger]) == "bad_checkpoint"


def test_several_notes_add_up():
    one = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, W1_LINE]), KEYS)
    again = notes.cosign_line(private(W1), W1, BODY, 1_650_000_000)
    two = opening.open_note(notes.note_text(BODY, [LEDGER_LINE, W2_LINE, again]), KEYS)
    assert opening.add_up([one, two]) == {
        witness_key(W1): (1_650_000_000, 1_700_000_000),
        witness_key(W2): (1_700_000_100,),
    }
    assert opening.add_up([]) == {}


# --- joining and stripping ---


def test_merging_puts_the_ledger_first_and_each_line_once():
    one = notes.parse(notes.note_text(BODY, [W1_LINE, LEDGER_LINE]))
    two = notes.parse(notes.note_text(BODY, [W2_LINE, W1_LINE]))
    assert notes.merge([one, two]).text == TEXT
    assert notes.merge([one]).text == notes.note_text(BODY, [LEDGER_LINE, W1_LINE])


def test_a_witness_named_like_the_origin_comes_after():
    namesake = notes.cosign_line(private("ledger"), ORIGIN, BODY, 5)
    merged = notes.merge([notes.parse(notes.note_text(BODY, [namesake, LEDGER_LINE]))])
    assert [line.line for line in merged.signatures] == [LEDGER_LINE, namesake]


def test_a_stranger_with_a_plain_signature_comes_after():
    stranger = f"— other.example {b64encode(bytes(68)).decode()}"
    merged = notes.merge([notes.parse(notes.note_text(BODY, [stranger, LEDGER_LINE]))])
    assert [line.line for line in merged.signatures] == [LEDGER_LINE, stranger]


def test_different_checkpoints_do_not_merge():
    other = notes.checkpoint_body(ORIGIN, 12, ROOT[::-1])
    foreign = notes.parse(notes.note_text(other, [notes.sign_note(private("ledger"), ORIGIN, other)]))
    assert code_of(notes.merge, [notes.parse(TEXT), foreign]) == "bad_checkpoint"
    assert code_of(notes.merge, []) == "bad_checkpoint"


def test_stripping_to_known_lines():
    note = notes.parse(TEXT)
    assert notes.strip(note, [ledger_key(), witness_key(W2)]).text == notes.note_text(
        BODY, [LEDGER_LINE, W2_LINE]
    )
    assert notes.strip(note, KEYS) == note
    bare = notes.strip(note, [])
    assert bare.signatures == ()
    with pytest.raises(LedgerError) as caught:
        _ = bare.text
    assert caught.value.code == "bad_checkpoint"


@pytest.mark.parametrize(("lines", "length"), [(60, 5), (10, 4_000)])
def test_a_merge_beyond_the_limit_has_no_text(lines: int, length: int):
    blob = b64encode(bytes(length)).decode()
    crowd = [
        notes.parse(f"{ORIGIN}\n12\n{B64}\n\n" + "".join(f"— w{half}{n} {blob}\n" for n in range(lines)))
        for half in "ab"
    ]
    merged = notes.merge(crowd)
    assert len(merged.signatures) == 2 * lines
    with pytest.raises(LedgerError) as caught:
        _ = merged.text
    assert caught.value.code == "bad_checkpoint"


# --- nothing but our own errors ---


def only_our_errors(text: str | bytes) -> None:
    try:
        note = notes.parse(text)
    except LedgerError:
        return
    assert note.text == (text if isinstance(text, str) else text.decode())
    try:
        opening.open_note(text, KEYS)
    except LedgerError:
        return
    assert note.body == BODY


@given(st.text() | st.binary())
def test_any_text(text: str | bytes):
    only_our_errors(text)


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, 12),
    st.text(alphabet=st.sampled_from(" \n\t—+=0129Aa/\u3000\ud800"), max_size=6) | st.text(max_size=3),
)
def test_mutated_notes(at: int, cut: int, put: str):
    only_our_errors(TEXT[:at] + put + TEXT[at + cut :])


@given(st.integers(0, len(TEXT.encode()) - 1), st.integers(0, 7))
def test_flipped_bits(at: int, bit: int):
    raw = bytearray(TEXT.encode())
    raw[at] ^= 1 << bit
    only_our_errors(bytes(raw))


def test_every_single_flipped_bit_is_noticed():
    """No bit of a note can change and leave it opening as before."""
    raw = TEXT.encode()
    whole = opening.open_note(TEXT, KEYS)
    for at in range(len(raw)):
        for bit in range(8):
            changed = bytearray(raw)
            changed[at] ^= 1 << bit
            with suppress(LedgerError):
                opened = opening.open_note(bytes(changed), KEYS)
                # A changed name or id makes a signer nobody knows; nothing else may pass.
                assert opened.note.body == BODY
                assert len(opened.cosignatures) < len(whole.cosignatures)
