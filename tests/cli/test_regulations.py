"""regulation list, show, check: no ledger, no key."""

import pytest

from ledger.regulations.packaged import NAMES, packaged_bytes
from tests.cli.typing_in import run
from tests.unit.regulations.sample import TEXT, changed, line

TERM = "期限（如 5wd 个工作日、10nd 日、3mo 个月、5y 年、2ed 届）"


@pytest.fixture
def sample(tmp_path):
    def write(text: str = TEXT, name: str = "样本 1.toml"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_list():
    said = run("regulation", "list", "--json").json
    assert [row["regulation"] for row in said["regulations"]] == list(NAMES)
    assert list(said["regulations"][0]) == ["regulation", "edition", "title", "status", "articles", "sha256"]
    assert "nantong@2023  草案  南通市市长质量奖管理办法" in run("regulation", "list").out


class TestShow:
    def test_a_packaged_one_by_name(self):
        said = run("regulation", "show", "nantong@2023")
        assert said.code == 0
        assert "公示不少于 10 日" in said.out
        assert said.stderr == ""

    def test_a_file(self, sample):
        path = sample()
        assert run("regulation", "show", path).out.startswith("样本奖管理办法\n")
        said = run("regulation", "show", path, "--json").json
        assert said["edition"] == "sample@1/1"
        assert said["data"]["steps"]["public"]["publicity"]["term"]["v"] == "5wd"

    def test_the_same_bytes_say_the_same(self, sample):
        path = sample(packaged_bytes("nantong@2023").decode())
        assert (
            run("regulation", "show", path, "--json").json
            == run("regulation", "show", "nantong@2023", "--json").json
        )

    def test_one_that_is_not_there(self):
        said = run("regulation", "show", "nantong@2020")
        assert said.code == 3
        assert "nantong@2023" in said.stderr

    def test_a_file_with_mistakes(self, sample):
        path = sample(changed("every = 2", 'every = "2"'))
        said = run("regulation", "show", path, "--json")
        assert said.code == 3
        assert said.error["code"] == "regulation_unreadable"
        assert said.error["facts"]["mistakes"][0]["path"] == "周期 的 every"
        told = run("regulation", "show", path)
        assert (told.code, told.out) == (3, "")
        assert "周期 的 every：应为整数，现为“2”" in told.stderr


class TestCheck:
    def test_nothing_found(self, sample):
        path = sample()
        said = run("regulation", "check", path)
        assert (said.code, said.out) == (0, f"{path}：未发现问题（sample@1/1）\n")

    def test_mistakes(self, sample):
        text = changed('term = "5wd"', 'term = "5 days"')
        path = sample(changed("every = 2", "every = 2\nevry = 1", text=text))
        said = run("regulation", "check", path)
        assert said.code == 3
        at = line('term = "5 days"', path.read_text("utf-8"))
        assert said.out.splitlines() == [
            f"{path}：2 处错误",
            "第 31 行 周期 的 evry：应为此处可用的键，现为“evry”；是否应写“every”？",
            f"第 {at} 行 步骤 public 的 publicity.term：应为{TERM}，现为“5 days”；是否应写“5nd”？",
        ]
        body = run("regulation", "check", path, "--json")
        assert body.code == 3
        (file,) = body.json["files"]
        assert list(file) == ["file", "regulation", "sha256", "mistakes"]
        assert file["regulation"] is None
        assert file["mistakes"][1]["line"] == at
        assert list(file["mistakes"][0]) == ["line", "path", "expected", "found", "near", "message"]

    def test_versions_that_overlap(self, sample):
        one = sample()
        other = sample(changed('version = "1"', 'version = "2"'), "样本 2.toml")
        said = run("regulation", "check", one, other)
        assert said.code == 3
        assert "施行期间重叠：sample@1/1 与 sample@2/1" in said.out
        assert run("regulation", "check", one, other, "--json").json["overlapping"] == [
            ["sample@1/1", "sample@2/1"]
        ]

    def test_what_is_no_text(self, sample, tmp_path):
        path = tmp_path / "表.toml"
        path.write_bytes("title = '样本'".encode("gb18030"))
        said = run("regulation", "check", path)
        assert said.code == 3
        assert "UTF-8" in said.out
        assert run("regulation", "check", tmp_path / "没有.toml").code == 3
        assert run("regulation", "check", tmp_path).code == 3

    def test_packaged_ones(self, tmp_path):
        for name in NAMES:
            path = tmp_path / "规定.toml"
            path.write_bytes(packaged_bytes(name))
            assert run("regulation", "check", path).code == 0
