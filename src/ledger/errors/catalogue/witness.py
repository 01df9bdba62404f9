"""Codes of witnesses and of the sticks that travel between them and a ledger."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    # ---- the stick ----
    "stick_unreadable": Entry(
        "error",
        3,
        "送签材料无法辨认：{path}（{detail}）。",
        "What is on the stick cannot be read: {path} ({detail}).",
        "请账本单位重新导出（checkpoint export），不要用文字处理软件打开后另存。",
    ),
    "stick_empty": Entry(
        "error",
        3,
        "{path} 中没有检查点（checkpoint.txt）。",
        "There is no checkpoint (checkpoint.txt) in {path}.",
        "请确认插对了 U 盘、选对了文件夹。",
    ),
    "stick_ambiguous": Entry(
        "error",
        2,
        "送签材料里有多份不同的检查点（{found}），无法确定签哪一份。",
        "There are several different checkpoints on the stick ({found}); it is not clear which one to sign.",
        "请账本单位只导出一份检查点后再送签。",
    ),
    "stick_not_cosigned": Entry(
        "error",
        3,
        "{path} 中没有见证签名（cosignature.txt）。",
        "There is no cosignature (cosignature.txt) in {path}.",
        "请先由见证单位在其机器上签署（witness cosign）。",
    ),
    # ---- the witness's own folder ----
    "witness_exists": Entry(
        "error",
        2,
        "此处已有见证密钥，不会覆盖：{path}。",
        "There is a witness's key here already; it will not be overwritten: {path}.",
    ),
    "witness_missing": Entry(
        "error",
        4,
        "此处没有见证密钥：{path}。",
        "There is no witness's key here: {path}.",
        "新的见证单位请先运行 witness init。",
    ),
    "witness_damaged": Entry(
        "error",
        3,
        "见证文件已损坏（{detail}），停止签署：{path}。",
        "A file of the witness is damaged ({detail}); nothing is signed: {path}.",
        "请用最近一次签署之后的备份恢复；没有这样的备份，应另建新的见证密钥，旧密钥不得再用。",
    ),
    "witness_newer": Entry(
        "error",
        3,
        "见证文件由更新版本的软件生成（第 {version} 版）：{path}。",
        "The file of the witness was made by newer software (version {version}): {path}.",
        "请升级软件后再使用。",
    ),
    "witness_busy": Entry(
        "error",
        4,
        "另一个签署操作正在进行：{path}。",
        "Another cosigning is going on: {path}.",
        "请等它结束后再试。",
    ),
    "witness_clock_back": Entry(
        "error",
        4,
        "本机时间（{now}）早于本见证上次签署的时间（{last}），未签署。",
        "This machine's clock ({now}) is behind the time of the last cosignature ({last}); nothing was signed.",
        "请校准本机时间。如上次签署时时钟曾经超前，应另建新的见证密钥。",
    ),
    # ---- why a checkpoint is not cosigned ----
    "origin_unknown": Entry(
        "error",
        2,
        "本见证还不认识账本 {origin}，未签署。送签材料自称的公钥是：{offered}。",
        "This witness does not know the ledger {origin} yet; nothing was signed. The stick claims the key {offered}.",
        "请从公报、档案或当面取得账本公钥，逐字核对后用 --accept 给出；不要直接采用 U 盘上的公钥。",
    ),
    "accept_misfit": Entry(
        "error",
        2,
        "给出的公钥（{given}）不是账本 {origin} 的公钥。",
        "The key given ({given}) is no key of the ledger {origin}.",
    ),
    "checkpoint_older": Entry(
        "error",
        1,
        "送签的检查点（规模 {size}）比本见证已签署的（规模 {known}）旧，未签署。",
        "The checkpoint (size {size}) is older than the one cosigned before (size {known}); nothing was signed.",
        "请账本单位导出最新的检查点；如账本确实变短，可能是恢复了旧备份，应查明缺失的记录。",
    ),
    "consistency_missing": Entry(
        "error",
        2,
        "送签材料里没有从规模 {known} 到规模 {size} 的一致性证明，未签署。",
        "There is no consistency proof from size {known} to size {size} on the stick; nothing was signed.",
        "请账本单位以 --since {known} 重新导出。",
    ),
    "consistency_wrong": Entry(
        "failure",
        1,
        "一致性证明不成立：规模 {size} 的检查点不能证明是规模 {known} 的延续，未签署。",
        "The consistency proof is wrong: size {size} is not shown to continue size {known}; nothing was signed.",
        "请账本单位重新导出；再次不成立时，应保留送签材料并查明原因。",
    ),
    "fork": Entry(
        "failure",
        1,
        "账本 {origin} 出现分叉：对前 {size} 条记录先后签发了两种不同的内容。未签署，证据已存入 {path}。",
        "The ledger {origin} has forked: it signed two different contents of its first {size} records. "
        "Nothing was signed; the proof is in {path}.",
        "请妥善保存证据文件并报告监督机关；任何人凭账本公钥都可以核验它。",
    ),
    "fork_proof_wrong": Entry(
        "error",
        1,
        "分叉证据不成立：{detail}。",
        "The proof of a fork does not hold: {detail_en}.",
    ),
}
