"""The command `review-ledger` and how every command ends: with an exit code, and a sentence if it failed."""

from __future__ import annotations

import sys

import click

from ledger.cli import console
from ledger.cli.commands import acting, checkpoints, founding, keeping, keys, reading, tour
from ledger.errors import LedgerError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="review-ledger", prog_name="review-ledger")
def cli() -> None:
    """评审账本：逐条签名、只增不改、可独立核验的评审程序记录。

    LEDGER 为一个文件夹，或 postgresql:// 地址。退出码：0 正常；1 核验未通过或行为被拒；2 用法有误；
    3 输入无法读取；4 缺少运行条件。
    """


for module in (tour, founding, keys, acting, reading, checkpoints, keeping):
    for command in module.COMMANDS:
        cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    console.prepare()
    typed = sys.argv[1:] if arguments is None else arguments
    as_json = "--json" in typed
    try:
        code = cli.main(args=typed, prog_name="review-ledger", standalone_mode=False)
    except LedgerError as error:
        code = console.show_error(error, as_json=as_json)
    except click.exceptions.Abort:
        code = console.show_error(LedgerError("interrupted"), as_json=as_json)
    except click.ClickException as error:
        code = console.show_error(LedgerError("usage", detail=error.format_message()), as_json=as_json)
    except BrokenPipeError:
        code = 0  # the reader of our output has seen enough
    sys.exit(code if isinstance(code, int) else 0)
