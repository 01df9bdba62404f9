"""The command `review-ledger` and how every command ends: with an exit code, and a sentence if it failed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

import click

from ledger.cli import chinese, console

# Name: module of ledger.cli.commands, and what it is for. The module is imported when the command is asked for,
# so that --help is quick; a test holds these lines to the commands' own.
COMMANDS: Final = {
    "demo": ("tour", "演示：建立账本、登记、拒绝、见证、核验，再做五种篡改并逐一查出。"),
    "new": ("founding", "建立账本：生成发起人密钥、恢复密钥纸页、账本自身密钥和锚文件。"),
    "migrate": ("founding", "为数据库中的账本补建表、防护和角色（需所有者权限）。"),
    "key": ("keys", "人员密钥：生成、登记、确认、撤销、改口令。"),
    "post": ("keys", "岗位：授予、解除。"),
    "regulation": ("regulations", "规定：列出、阅读、检查、采用规定文件。"),
    "calendar": ("regulations", "工作日历：列出随附的各年日历，存入账本并采用。"),
    "document": ("acting", "收文登记。"),
    "submit": ("acting", "提交一项行为，或在别处签好的待签文件。"),
    "prepare": ("acting", "生成待签文件，由签署人在别处（令牌、openssl）签名后再提交。"),
    "enter": ("tables", "按表录入：WPS、Excel 的表格，每行一项行为，整表一批。"),
    "import": ("papers", "导入：把他处的整份过程记录（每行一个 JSON）转录到新建的导入类账本。"),
    "log": ("reading", "列出记录。"),
    "verify": ("reading", "独立核验：完整性、真实性、无缺漏、时间、权限与程序五项结论。"),
    "audit": ("reading", "审计：先独立核验，再按入账顺序把全部行为和拒绝重新评判一遍，逐项列出问题。"),
    "prove": ("reading", "证明：某条记录在账本中，或一个检查点是另一个的延续。"),
    "checkpoint": ("checkpoints", "检查点：签发、送见证、收回见证、列出。"),
    "witness": ("checkpoints", "见证：在账本之外的机器上，用 U 盘收送检查点。"),
    "backup": ("keeping", "备份到新文件夹（可在使用中进行），并当即核验。"),
    "restore": ("keeping", "核验备份并恢复到空位置。"),
    "reindex": ("keeping", "由记录重建索引、树节点和防护；记录本身不变。"),
}


class Commands(click.Group):
    """A group whose commands are imported one by one, when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which an office comes to need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in COMMANDS:
            return None
        module = import_module(f"ledger.cli.commands.{COMMANDS[name][0]}")
        command: click.Command = next(each for each in module.COMMANDS if each.name == name)
        chinese.speak(command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of --help, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, purpose) for name, (_, purpose) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="review-ledger", prog_name="review-ledger", message="%(prog)s %(version)s")
def cli() -> None:
    """评审账本：逐条签名、只增不改、可独立核验的评审程序记录。

    LEDGER 为一个文件夹，或 postgresql:// 地址。

    \b
    退出码：0 正常；1 核验未通过、未能判定或行为被拒；2 用法有误；
    3 输入无法读取；4 缺少运行条件。
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    console.prepare()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run(typed, as_json="--json" in typed))


def _run(typed: list[str], *, as_json: bool) -> int:
    chinese.speak(cli)
    if not all(map(_typable, typed)):
        return _failed("usage", "参数中有不成字的半个字符", as_json=as_json)
    try:
        code = cli.main(args=typed, prog_name="review-ledger", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        if not as_json:
            console.say(error.format_message())
            return 2
        return _failed("usage", "缺少命令", as_json=True)
    except click.exceptions.Abort:
        console.say("")
        return _failed("interrupted", "", as_json=as_json)
    except click.ClickException as error:
        return _failed("usage", chinese.sentence(error), as_json=as_json)
    except Exception as error:  # noqa: BLE001 - what is not of our family or the system's is raised again there
        return console.show_error(error, as_json=as_json)
    finally:
        _stop_log()
    return code if isinstance(code, int) else 0


def _typable(argument: str) -> bool:
    """Whether the system can have an argument, or a file, of this name: half a character it cannot."""
    try:
        os.fsencode(argument)
    except UnicodeEncodeError:
        return False
    return True


def _failed(code: str, detail: str, *, as_json: bool) -> int:
    from ledger.errors import LedgerError

    return console.show_error(LedgerError(code, detail=detail), as_json=as_json)


def _stop_log() -> None:
    if "ledger.cli.rooms" in sys.modules:
        sys.modules["ledger.cli.rooms"].stop_log()
