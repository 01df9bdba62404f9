"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

# Whether a file can be read is told by whoever reads it.
FILE = click.Path(path_type=Path, readable=False)

ledger = click.argument("ledger")
as_json = click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象。")
home = click.option(
    "--home", type=FILE, default=None, help="账本在数据库时，存放保密库、受理台密钥和检查点的文件夹。"
)
password_file = click.option("--password-file", type=FILE, default=None, help="从文件读取密钥口令。")
confirm_clock = click.option(
    "--confirm-clock", is_flag=True, help="已核对本机时间（距最后一条记录超过 24 小时时需要）。"
)


def signer(name: str, help_text: str, *, required: bool = True) -> Callable[[F], F]:
    """An option that names a key file."""
    return click.option(f"--{name}", type=FILE, required=required, default=None, help=help_text)
