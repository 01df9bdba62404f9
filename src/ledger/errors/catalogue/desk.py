"""Codes of the desk: why it does not take something in, and why it does not work at all."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "clock_ahead": Entry(
        "error",
        4,
        "本机时间 {own} 比账本最后一条记录 {head} 晚 24 小时以上，未写入任何内容。",
        "This machine's clock ({own}) is more than 24 hours ahead of the last record ({head}); nothing was written.",
        "请先核对本机时间；确认无误后加 --confirm-clock 重新提交。",
    ),
    "clock_behind": Entry(
        "error",
        4,
        "本机时间 {own} 早于账本最后一条记录 {head}，未写入任何内容。",
        "This machine's clock ({own}) is behind the last record ({head}); nothing was written.",
        "请校准本机时间后重新提交。",
    ),
    "ledger_behind": Entry(
        "error",
        4,
        "账本只有 {size} 条记录，而已知检查点覆盖 {known} 条：缺少第 {first} 至 {known} 条，账本停止写入。",
        "The ledger has {size} records, a known checkpoint covers {known}: {first} to {known} are missing; "
        "it refuses to write.",
        "可能恢复了较旧的备份。请用更新的备份恢复；不能恢复的，应关闭本账本并另立后续账本。",
    ),
    "ledger_forked": Entry(
        "error",
        4,
        "账本在第 {size} 条处的内容与已签发的检查点不一致，账本停止写入。",
        "At {size} records the ledger does not agree with a checkpoint that it signed; it refuses to write.",
        "请保留现场并运行 verify 查明第一处不一致。",
    ),
    "ledger_exists": Entry(
        "error", 2, "{place} 已经是一个账本。", "{place} is a ledger already.", "请另选位置，账本不会被覆盖。"
    ),
    "founding_unfinished": Entry(
        "error",
        3,
        "{place} 的账本没有建成：建立过程曾经中断，其中没有任何记录。",
        "The ledger in {place} was not founded: founding was interrupted, it has no record.",
        "请移走这里的文件和当时生成的密钥文件，重新建立。",
    ),
    "ledger_closed_already": Entry(
        "error",
        1,
        "账本已于第 {closed} 条记录关闭，不再受理。",
        "The ledger was closed by record {closed}; nothing is taken in any more.",
    ),
    "desk_keys_missing": Entry(
        "error",
        4,
        "找不到受理台的密钥文件 {path}。",
        "The desk's key file {path} is not there.",
        "受理台密钥随账本建立而生成；请从备份恢复，或在持有密钥的机器上操作。",
    ),
    "desk_keys_damaged": Entry(
        "error",
        4,
        "受理台的密钥文件 {path} 无法读取或不属于本账本。",
        "The desk's key file {path} cannot be read or is of another ledger.",
    ),
    "desk_busy": Entry(
        "error",
        4,
        "账本写入繁忙，{tries} 次尝试后仍未写入，内容未受理。",
        "The ledger is busy; not written after {tries} tries, nothing was taken in.",
        "请稍后原样重新提交，不会重复入账。",
    ),
    "desk_failed": Entry(
        "error",
        4,
        "受理过程中断，是否已入账尚不确定。",
        "The desk was interrupted; whether anything was taken in is not known.",
        "请原样重新提交：已入账的会得到原来的结果，不会重复入账。如反复出现请查看日志。",
    ),
    "checkpoint_not_kept": Entry(
        "error",
        4,
        "最新检查点未能存到数据库之外：{path}（{detail}）；回执暂不能出具，行为可能已经入账。",
        "The newest checkpoint could not be kept outside the database: {path} ({detail}). There is no receipt "
        "yet; the act may be on the ledger.",
        "请检查磁盘后原样重新提交：已入账的会得到原来的结果，不会重复入账。",
    ),
    "machine_key_ended": Entry(
        "error",
        4,
        "账本自身的签名密钥已被撤销，无法记录本次拒绝，未受理。",
        "The ledger's own key was revoked, so this refusal cannot be recorded; nothing was taken in.",
        "请监督岗位关闭本账本，并另立后续账本。",
    ),
    "batch_misfit": Entry(
        "breach",
        2,
        "同批各条的批次编号不成套：{detail}。",
        "The acts do not form one batch: {detail}.",
    ),
    "half_misfit": Entry(
        "breach",
        2,
        "提交的随机数不是 64 位十六进制数字（小写）。",
        "The half of a seed is not 64 lower-case hexadecimal digits.",
        "请由软件生成随机数，不要自拟。",
    ),
    "sheet_misfit": Entry(
        "breach",
        2,
        "密封的评分表内容不完整，不能识别为评分表。",
        "The sealed value is no score sheet.",
        "请按评分表填写总分和分项评分后重新密封。",
    ),
    "sheet_off_scale": Entry(
        "breach",
        2,
        "密封的评分表超出规定的分值，或者与评审规则的评分表不符。",
        "The sealed sheet is off the scale, or does not fit the sheet of the standard.",
        "请核对分值、小数位数和分项评分后重新密封。",
    ),
    "opening_misfit": Entry(
        "breach",
        2,
        "随附的原文与行为中的摘要不符：字段 {field}，{detail}。",
        "The value handed in does not fit the commitment: field {field}, {detail}.",
    ),
    "throttled": Entry(
        "breach",
        1,
        "{person} 今日被拒次数已达上限，本次不再逐条入账，只计入当日合计。",
        "{person} was refused too often today; this attempt is only counted.",
        "请先核对被拒原因；也可用 --check 预先核对。",
    ),
    "read_not_allowed": Entry(
        "error",
        1,
        "{person} 未担任可查阅原文的岗位。",
        "{person} holds no post that may read committed values.",
        "原文只向保管、办公、监督岗位显示，且每次查阅均入账。",
    ),
    "anchor_of_other_ledger": Entry(
        "error",
        2,
        "锚文件属于另一账本。",
        "The anchor is of another ledger.",
    ),
}
