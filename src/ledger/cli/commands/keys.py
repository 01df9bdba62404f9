"""key, post: people's keys and posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from ledger.cli import console, inputs, options, rooms
from ledger.cli.commands.acting import finish

_USES: Final = {"act": "签署", "machine": "账本自身", "recovery": "恢复"}
_STATES: Final = {"confirmed": "已确认", "unconfirmed": "未确认", "revoked": "已撤销"}


@click.group()
def key() -> None:
    """人员密钥：生成、登记、确认、撤销、改口令。"""


@key.command("new")
@options.ledger
@click.option("--person", required=True, help="人员编号。")
@click.option("--post", default=None, help="授予的岗位；不授岗位可省略。")
@options.signer("by", "登记岗位人员的密钥文件。")
@options.signer("confirm", "确认岗位人员的密钥文件。", required=False)
@click.option("-o", "--output", type=options.FILE, required=True, help="新密钥文件。")
@click.option(
    "--alg",
    type=click.Choice(["p256-sha256", "ed25519"]),
    default="p256-sha256",
    show_default=True,
    help="签名算法。",
)
@click.option(
    "--confirm-password-file", type=options.FILE, default=None, help="确认人口令所在文件；缺省与登记人相同。"
)
@click.option(
    "--new-password-file", type=options.FILE, default=None, help="新密钥口令所在文件；缺省与登记人相同。"
)
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def key_new(
    ledger: str,
    person: str,
    post: str | None,
    by: Path,
    confirm: Path | None,
    output: Path,
    alg: str,
    confirm_password_file: Path | None,
    new_password_file: Path | None,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """生成一枚密钥并登记；有确认人的当即确认，有岗位的当即授予。"""
    from ledger.acts.moments import day_of
    from ledger.desk import system_clock
    from ledger.keeping.hand import Hand
    from ledger.keeping.people import new_key

    def theirs(file: Path | None, whose: str, *, new: bool = False) -> str:
        return inputs.password(file or password_file, whose=whose, new=new)

    inputs.demand_room(output)
    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        made = new_key(
            Hand.of(desk, by, inputs.password(password_file, whose=str(by))),
            None if confirm is None else Hand.of(desk, confirm, theirs(confirm_password_file, str(confirm))),
            person=person,
            post=post,
            path=output,
            password=theirs(new_password_file, str(output), new=True),
            alg=alg,
            at=day_of(system_clock()),
        )
        _show_made(made, person, post, as_json=as_json)


@key.command("proof")
@options.ledger
@click.option("--person", required=True, help="人员编号。")
@click.option("--public", type=options.FILE, required=True, help="持有人的公钥（PEM 或 DER）。")
@click.option("-o", "--output", type=options.FILE, required=True, help="交持有人签名的内容。")
@options.home
@options.as_json
def key_proof(ledger: str, person: str, public: Path, output: Path, home: Path | None, as_json: bool) -> None:
    """写出持有证明的待签内容：令牌或 openssl 中的密钥先签它，再用 key enrol 登记。"""
    from ledger.client.signer import public_key
    from ledger.keeping.people import proof_message

    with rooms.desk(ledger, home=home) as desk:
        message = proof_message(desk, person, public_key(inputs.read_bytes(public)))
    inputs.new_file(output, message)
    console.show({"person": person, "to_sign": str(output)}, f"待签内容：{output}", as_json=as_json)


@key.command("enrol")
@options.ledger
@click.option("--person", required=True, help="人员编号。")
@click.option("--post", default=None, help="授予的岗位；不授岗位可省略。")
@click.option("--public", type=options.FILE, required=True, help="持有人的公钥（PEM 或 DER）。")
@click.option("--proof", type=options.FILE, required=True, help="对 key proof 所写内容的签名。")
@options.signer("by", "登记岗位人员的密钥文件。")
@options.signer("confirm", "确认岗位人员的密钥文件。", required=False)
@click.option(
    "--confirm-password-file", type=options.FILE, default=None, help="确认人口令所在文件；缺省与登记人相同。"
)
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def key_enrol(
    ledger: str,
    person: str,
    post: str | None,
    public: Path,
    proof: Path,
    by: Path,
    confirm: Path | None,
    confirm_password_file: Path | None,
    confirm_clock: bool,
    home: Path | None,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """登记一枚由持有人自己保管（令牌、openssl）的密钥；确认、授岗同 key new。"""
    from ledger.acts.moments import day_of
    from ledger.client.signer import public_key
    from ledger.desk import system_clock
    from ledger.keeping.hand import Hand
    from ledger.keeping.people import foreign_key

    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        second = None
        if confirm is not None:
            word = inputs.password(confirm_password_file or password_file, whose=str(confirm))
            second = Hand.of(desk, confirm, word)
        made = foreign_key(
            Hand.of(desk, by, inputs.password(password_file, whose=str(by))),
            second,
            person=person,
            post=post,
            public=public_key(inputs.read_bytes(public)),
            proof=inputs.read_bytes(proof),
            at=day_of(system_clock()),
        )
        _show_made(made, person, post, as_json=as_json)


def _show_made(made: Any, person: str, post: str | None, *, as_json: bool) -> None:
    """What became of a key, step by step; a refused step ends the command as a refusal."""
    steps = [{"type": kind, **outcome.json()} for kind, outcome in made.steps]
    if not made.complete:
        finish(made.steps[-1][1], as_json=as_json)
        return
    file = str(made.file) if made.file is not None else None
    body = {"person": person, "post": post, "key": made.key.hex(), "file": file, "steps": steps}
    shown = "\n".join(f"第 {step['position']} 条 {step['type']}" for step in steps)
    console.show(body, f"{shown}\n密钥文件：{file}" if file else shown, as_json=as_json)


@key.command("list")
@options.ledger
@options.as_json
def key_list(ledger: str, as_json: bool) -> None:
    """列出密钥及其状态、岗位。"""
    from ledger.views.keys import listed

    with rooms.reading(ledger) as store:
        rows = listed(store)
    console.show({"keys": rows}, "\n".join(map(_line, rows)), as_json=as_json)


def _line(row: dict[str, Any]) -> str:
    state = f"{_USES[row['use']]}，{_STATES[row['state']]}"
    return f"{row['key']}  {row['person']:<12}  {state}  {'、'.join(row['posts'])}".rstrip()


@key.command("password")
@click.argument("file", type=options.FILE)
@click.option("--new-password-file", type=options.FILE, default=None, help="新口令所在文件。")
@options.password_file
@options.as_json
def key_password(
    file: Path, new_password_file: Path | None, password_file: Path | None, as_json: bool
) -> None:
    """更改密钥文件的口令；密钥本身不变，账本中不留记录。"""
    from ledger.client import keyfile

    read = keyfile.read(file)
    old = inputs.password(password_file, whose=str(file))
    read.unlock(old)
    keyfile.rewrite(read, old, new_password=inputs.changed_password(new_password_file, whose=str(file)))
    body = {"person": read.signer.person, "key": read.signer.key.hex(), "file": str(file)}
    console.show(body, f"口令已更改：{file}", as_json=as_json)


def _act(
    ledger: str, form: dict[str, Any], by: Path, home: Path | None, password_file: Path | None, confirm_clock: bool,
    *, as_json: bool,
) -> None:  # fmt: skip
    from ledger.acts.moments import day_of
    from ledger.desk import system_clock
    from ledger.keeping.hand import Hand

    with rooms.desk(ledger, home=home, confirm_clock=confirm_clock) as desk:
        hand = Hand.of(desk, by, inputs.password(password_file, whose=str(by)))
        finish(hand.act({"at": day_of(system_clock()), **form}), as_json=as_json)


@key.command("confirm")
@options.ledger
@click.argument("key_id")
@options.signer("by", "确认岗位人员的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def key_confirm(
    ledger: str, key_id: str, by: Path, confirm_clock: bool, home: Path | None, password_file: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """确认一枚已登记的密钥（非本人、非登记人）。"""
    form = {"type": "key_confirmed", "data": {"key": key_id}}
    _act(ledger, form, by, home, password_file, confirm_clock, as_json=as_json)


@key.command("revoke")
@options.ledger
@click.argument("key_id")
@click.option(
    "--reason",
    type=click.Choice(["lost", "stolen", "left", "replaced", "other"]),
    required=True,
    help="原因：遗失、被盗、离岗、更换、其他。",
)
@click.option("--doubtful-from", type=click.IntRange(min=1), default=None, help="自第几条起的签署存疑。")
@options.signer("by", "登记岗位、确认岗位人员或本人的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def key_revoke(
    ledger: str, key_id: str, reason: str, doubtful_from: int | None, by: Path, confirm_clock: bool,
    home: Path | None, password_file: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """撤销一枚密钥。"""
    data = {"key": key_id, "reason": reason, "doubtful_from": doubtful_from}
    _act(
        ledger, {"type": "key_revoked", "data": data}, by, home, password_file, confirm_clock, as_json=as_json
    )
    # Only a published checkpoint proves that whatever the key signs from now on came after its end (format §7).
    console.say(
        "提示：请立即导出检查点送见证（checkpoint export）；公布之后，此密钥再签的内容无法冒充在撤销之前。"
    )


@click.group()
def post() -> None:
    """岗位：授予、解除。"""


@post.command("assign")
@options.ledger
@click.option("--person", required=True, help="人员编号。")
@click.option("--post", "name", required=True, help="岗位代码，如 office/clerk。")
@options.signer("by", "登记岗位（要害岗位为确认岗位）人员的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def post_assign(
    ledger: str, person: str, name: str, by: Path, confirm_clock: bool, home: Path | None,
    password_file: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """授予岗位。"""
    form = {"type": "post_assigned", "data": {"person": person, "post": name}}
    _act(ledger, form, by, home, password_file, confirm_clock, as_json=as_json)


@post.command("end")
@options.ledger
@click.option("--person", required=True, help="人员编号。")
@click.option("--post", "name", required=True, help="岗位代码，如 office/clerk。")
@click.option("--reason", required=True, help="原因代码，如 left、moved。")
@options.signer("by", "有权人员或本人的密钥文件。")
@options.confirm_clock
@options.home
@options.password_file
@options.as_json
def post_end(
    ledger: str, person: str, name: str, reason: str, by: Path, confirm_clock: bool, home: Path | None,
    password_file: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """解除岗位。"""
    form = {"type": "post_ended", "data": {"person": person, "post": name, "reason": reason}}
    _act(ledger, form, by, home, password_file, confirm_clock, as_json=as_json)


COMMANDS: list[Any] = [key, post]
