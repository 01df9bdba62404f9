"""demo: the tour through an embedded ledger."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ledger.cli import console, options


@click.command()
@click.option("--dir", "folder", type=options.FILE, default=None, help="把演示账本留在这个文件夹中。")
@options.as_json
def demo(folder: Path | None, as_json: bool) -> None:
    """演示：建立账本、登记、拒绝、见证、核验，再做五种篡改并逐一查出。"""
    import tempfile

    from ledger.demo import run

    tell = console.say if as_json else console.tell
    if folder is not None:
        result = run(folder, tell)
    else:
        with tempfile.TemporaryDirectory(prefix="review-ledger-") as temporary:
            result = run(Path(temporary), tell)
    if as_json:
        console.show_json(result)


COMMANDS: list[Any] = [demo]
