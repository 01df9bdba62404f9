"""The page for authors of regulation files is made from the model that reads them."""

import re
from dataclasses import fields, is_dataclass

from ledger.regulations import model
from ledger.regulations.glossary import sections
from tools import regulation_keys

PAGE = regulation_keys.text()


def test_the_page_is_what_the_model_says():
    assert regulation_keys.FILE.read_text("utf-8") == PAGE, "run python -m tools.regulation_keys"


def test_every_key_has_a_row_with_words():
    rows = re.findall(r"^\| `([a-z_]+)` \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
    keys = {key for key, _, _ in rows}
    structs = [getattr(model, name) for name in model.__all__]
    for struct in (each for each in structs if isinstance(each, type) and is_dataclass(each)):
        assert {f.name.rstrip("_") for f in fields(struct)} <= keys, struct
    assert not re.search(r"\|  \|$", PAGE, re.MULTILINE)


def test_links_lead_to_headings():
    headings = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)
    anchors = {heading.replace("`", "").replace(" ", "-").lower() for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors


def test_every_code_stands_there():
    for names in sections().values():
        for code, name in names.items():
            assert f"`{code}` {name}" in PAGE
