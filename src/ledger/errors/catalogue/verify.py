"""Codes of verification (format §8): what a record, a note or the ledger as a whole fails, or leaves open.

The desk refuses under the same codes, before a record is made; so each sentence fits both readers, and the
hint says what would have been accepted.
"""

from __future__ import annotations

from ledger.errors.entry import Entry


def _fails(zh: str, en: str, hint: str | None = None) -> Entry:
    return Entry("failure", 1, zh, en, hint)


def _doubt(zh: str, en: str, hint: str | None = None) -> Entry:
    return Entry("doubt", 1, zh, en, hint)


def _remark(zh: str, en: str) -> Entry:
    return Entry("remark", 0, zh, en)


def _error(exit_code: int, zh: str, en: str, hint: str | None = None) -> Entry:
    return Entry("error", exit_code, zh, en, hint)


ENTRIES: dict[str, Entry] = {
    # ---- the line of records ----
    "gap_or_order": _fails(
        "记录缺失或次序有误：{detail}。",
        "Records are missing or out of order: {detail_en}.",
        "请用备份核对缺失的记录，并保留现场。",
    ),
    "clock_went_back": _fails(
        "收到时间早于前一条记录。",
        "The time of receipt lies before that of the record ahead.",
    ),
    "other_ledger": _fails(
        "不是锚文件所指的账本：{detail}。",
        "This is not the ledger that the anchor names: {detail_en}.",
        "请确认锚文件与账本属于同一机构、同一账本。",
    ),
    "no_anchor": _doubt(
        "未提供锚文件，无法判定账本来自何处、是否完整、时间是否可信。",
        "Without an anchor nothing says whose ledger this is, whether it is whole, or when it was written.",
        "请用 --anchor 给出从公报、档案馆或见证单位取得的锚文件。",
    ),
    "founding_wrong": _fails(
        "账本的设立不合规定：{detail}。",
        "The founding of the ledger is not as it must be: {detail_en}.",
    ),
    "wrong_ledger": _fails(
        "该行为是为另一账本签署的。",
        "The act was signed for another ledger.",
        "请针对本账本重新签署。",
    ),
    "replayed_act": _fails(
        "同一行为在第 {first} 条已有结果，重复入账。",
        "The same act was decided by record {first} and stands here again.",
    ),
    "replayed_id": _fails(
        "该签署人已用过同一行为编号（第 {first} 条）。",
        "Its signer used the same act id before (record {first}).",
        "请换用新的行为编号重新签署。",
    ),
    # ---- keys and signatures ----
    "key_not_enrolled": _fails(
        "{by} 所用密钥未在账本登记。",
        "The key that {by} names is not enrolled.",
        "请先由登记岗位录入该密钥，并经确认岗位确认。",
    ),
    "key_of_another": _fails(
        "{by} 所用密钥登记在他人名下。",
        "The key that {by} names is enrolled for somebody else.",
        "请使用登记在本人名下的密钥。",
    ),
    "key_wrong_use": _fails(
        "{by} 所用密钥不得用于签署此行为。",
        "The key that {by} names must not sign this.",
        "请使用本人的签署密钥；恢复密钥和账本自身的密钥另有用途。",
    ),
    "key_not_confirmed": _fails(
        "{by} 所用密钥尚未确认。",
        "The key that {by} names is not confirmed.",
        "请确认岗位的人员先确认该密钥。",
    ),
    "key_revoked": _fails(
        "{by} 所用密钥此前已被撤销。",
        "The key that {by} names was revoked before.",
        "请登记并确认新的密钥后再签署。",
    ),
    "key_twice": _fails(
        "该密钥此前已在账本登记，不得再次登记。",
        "The key is enrolled already and cannot be enrolled again.",
        "每人每次请使用新生成的密钥。",
    ),
    "bad_pop": _fails(
        "{person} 的密钥未能证明由其本人持有。",
        "Nothing proves that {person} holds the key.",
        "请由持有人重新生成密钥登记材料。",
    ),
    "bad_signature": _fails(
        "{by} 的签名不成立。",
        "The signature of {by} is not good.",
        "请用该密钥对原文重新签署。",
    ),
    "key_doubtful": _doubt(
        "签署密钥后被撤销并声明自第 {from_} 条起存疑，此行为尚未得到处理。",
        "Its key was revoked with doubt from record {from_} on, and nobody has answered for this act.",
        "可由本人确认（acts_confirmed）或否认（signature_repudiated），或由监督岗位搁置（acts_set_aside）。",
    ),
    # ---- posts and duties ----
    "post_not_held": _fails(
        "{by} 并未担任所称岗位 {post}。",
        "{by} does not hold the post {post}.",
        "请先授予该岗位，或以本人现任岗位签署。",
    ),
    "post_not_entitled": _fails(
        "{by} 以所称岗位无权办理“{type}”。",
        "{by}, so acting, may not sign an act of type {type}.",
        "请由职责名录中列明的岗位签署。",
    ),
    "after_close": _fails(
        "账本已于第 {closed} 条关闭，此后不得再有记录。",
        "The ledger was closed by record {closed}; nothing may follow.",
    ),
    "cases_wrong": _fails(
        "所列案件与内容不符，应为：{expected}。",
        "The cases listed do not fit the content; expected: {expected}.",
    ),
    # ---- time ----
    "signed_in_future": _fails(
        "签署时间晚于收到时间，超出允许的误差。",
        "It was signed later than it was received, beyond the tolerance.",
        "请校准签署所用电脑的时间后重新签署。",
    ),
    "not_live": _fails(
        "签署时间早于收到时间，超出允许的误差，且未注明迟交原因。",
        "It was signed longer before it was received than the tolerance allows, and no reason is given.",
        "请注明迟交原因（late），或重新签署后立即提交。",
    ),
    "after_its_witness": _fails(
        "第 {position} 至 {last} 条的收到时间晚于见证单位见证的时间。",
        "Records {position} to {last} say that they were received after witnesses had already cosigned them.",
    ),
    "witnessed_late": _doubt(
        "第 {position} 至 {last} 条入账后超过规定期限才得到见证。",
        "Records {position} to {last} were witnessed later than they had to be.",
        "请以当时的纸质材料或其他旁证核对这一时段。",
    ),
    # ---- history ----
    "other_history": _fails(
        "签署人当时见到的检查点（规模 {size}）与现在的账本不符。",
        "The checkpoint of size {size} that its signer had seen is not of this history.",
        "请保留现场，并向签署人索取其保存的检查点。",
    ),
    "other_history_shown": _remark(
        "被拒绝的行为中引用的检查点与现在的账本不符。",
        "The refused act names a checkpoint that is not of this history.",
    ),
    "batch_broken": _fails(
        "同批录入的记录不完整或被拆开（批次 {batch}）。",
        "The batch {batch} is not whole and in one piece.",
    ),
    "dangling_reference": _fails(
        "引用了此前并不存在的内容（{reference}）。",
        "It refers to something that is not there before it ({reference}).",
        "请先登记所引用的文件或行为。",
    ),
    "wrong_document": _fails(
        "分件录入的文件有误：{detail}。",
        "The document entered in parts is wrong: {detail_en}.",
    ),
    "refusal_not_theirs": _fails(
        "所载被拒行为不能归于其名下之人：{detail}。",
        "The refused act is not shown to be its signer's: {detail_en}.",
    ),
    "wrong_opening": _fails(
        "公开的原文与当初的承诺值不符：{detail}。",
        "A disclosed value does not fit its commitment: {detail_en}.",
    ),
    "wrong_count": _fails(
        "案件清点结果与记录不符。",
        "The count of cases does not agree with the records.",
    ),
    # ---- the vault ----
    "value_missing": _fails(
        "保密库中缺少第 {position} 条承诺的原文（{fields}）。",
        "The vault lacks a committed value of record {position} ({fields}).",
        "请从备份恢复保密库；依法删除的应有删除记录。",
    ),
    "value_wrong": _fails(
        "保密库中第 {position} 条的原文与承诺值不符（{fields}）。",
        "The vault's value does not fit the commitment of record {position} ({fields}).",
        "请从备份恢复保密库，并保留现场。",
    ),
    "refusals_throttled": _remark(
        "{person} 在 {day} 被拒次数过多，另有 {count} 次只计数，未逐条入账。",
        "{person} was refused so often on {day} that {count} more refusals were counted and not recorded one by one.",
    ),
    "vault_read": _remark(
        "{reader} 查阅了事项 {case} 的保密内容（用途 {purpose}）。",
        "{reader} was shown committed values of the case {case} (purpose {purpose}).",
    ),
    "vault_unreadable": _remark(
        "保密库无法读取（{detail}），其中的原文按缺失计。",
        "The vault cannot be read ({detail}); its values count as missing.",
    ),
    "erased_but_kept": _fails(
        "第 {position} 条的原文已记录为删除，却仍保存在保密库中。",
        "A value of record {position} was recorded as erased and is still in the vault.",
    ),
    # ---- checkpoints and witnesses ----
    "tail_missing": _fails(
        "账本末尾缺少记录：已有检查点或旧核验结果覆盖 {known} 条，现仅有 {size} 条。",
        "Records are missing at the end: {known} were covered once, {size} are here.",
        "可能恢复了较旧的备份，或末尾被删。请用更新的备份核对。",
    ),
    "root_differs": _fails(
        "账本内容与检查点（规模 {size}）不符。",
        "The records do not give the root of the checkpoint of size {size}.",
        "请以检查点为准查找被改动的记录，并保留现场。",
    ),
    "stale": _doubt(
        "最近一次公布的检查点已超过规定期限，此后的内容无人见证。",
        "The newest published checkpoint is older than it may be.",
        "请让见证单位尽快见证新的检查点。",
    ),
    "tail_not_witnessed": _doubt(
        "自本条起的记录尚未被任何已公布的检查点覆盖。",
        "From this record on, no published checkpoint covers the ledger.",
        "请公布新的检查点后再核验。",
    ),
    "no_witness": _doubt(
        "锚文件未要求见证（quorum none），是否完整、时间是否可信无从证明。",
        "The anchor asks for no witness, so nothing proves completeness and time.",
    ),
    "index_differs": _fails(
        "索引与记录不一致（表 {table}）；记录本身不受影响。",
        "The index does not agree with the records (table {table}); the records themselves are proven.",
        "请运行 reindex 重建索引。",
    ),
    # ---- another ledger before this one ----
    "predecessor_differs": _fails(
        "所称前一账本与给出的账本不符：{detail}。",
        "The predecessor that the ledger names is not the one given: {detail_en}.",
    ),
    "predecessor_not_named": _remark(
        "本账本并未声明接续其他账本，所给的前一账本未作比对。",
        "The ledger names no predecessor; the one given was not compared.",
    ),
    "predecessor_not_compared": _remark(
        "本账本接续另一账本，本次未作比对；可用 --predecessor 指定其文件夹。",
        "The ledger continues another one, which was not compared.",
    ),
    "went_on": _remark(
        "第 1 至 {size} 条沿用上次核验结果，本次未重新读取。",
        "Records 1 to {size} stand as they were verified last time; they were not read again.",
    ),
    # ---- what keeps verify from its work ----
    "state_unreadable": _error(
        3,
        "核验存档无法读取：{path}（{detail}）。",
        "The saved verification cannot be read: {path} ({detail}).",
        "请去掉 --since 从头核验，并重新保存。",
    ),
    "state_of_other_ledger": _error(
        2,
        "核验存档属于另一账本：{path}。",
        "The saved verification is of another ledger: {path}.",
        "请选用本账本的存档，或去掉 --since 从头核验。",
    ),
    "root_unreadable": _error(
        2,
        "所给检查点“{text}”格式不对，应为“规模:64位十六进制根”。",
        "The checkpoint {text} is not of the form SIZE:HEX.",
        "例如 128:6e34…，规模与 64 位十六进制根之间用冒号隔开。",
    ),
    "jobs_wrong": _error(
        2,
        "进程数应为正整数：{jobs}。",
        "The number of processes must be a positive integer: {jobs}.",
    ),
    "breach": _fails(
        "违反规定（{breach}）：{detail}",
        "The rules were broken ({breach}).",
        "逐项查看规则评判的结果（--json 的 findings）。",
    ),
    "breach_undecided": _doubt(
        "不能断定是否违反规定（{breach}）：{detail}",
        "Whether the rules were broken cannot be told ({breach}).",
        "补齐所缺的事实、日历或决定后再行评判。",
    ),
    "wrongly_refused": _fails(
        "以规定为由拒绝了这一行为，而重新评判并无违反。",
        "An act was refused in the name of a rule that it does not break.",
        "查看该条所载的被拒行为，由办事人重新提交。",
    ),
}
