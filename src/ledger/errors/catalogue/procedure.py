"""Codes of admission: what keeps an act of the procedure from being judged, whatever its regulation says."""

from __future__ import annotations

from ledger.errors.entry import Entry

ENTRIES: dict[str, Entry] = {
    "body_unknown": Entry(
        "breach",
        1,
        "账本中没有编号为 {body} 的机构、单位或人员，不能以其名义办理。",
        "The ledger knows no body, party or person {body} on whose behalf this could be done.",
        "请先登记该机构（body_constituted）或该单位（party_registered）。",
    ),
    "confirmed_by_oneself": Entry(
        "breach",
        1,
        "录入须由另一人核对，{by} 不能确认自己录入的内容。",
        "An entry is confirmed by somebody else than {by}, who made it.",
        "请由另一名工作人员对照材料后确认。",
    ),
    "correction_misfit": Entry(
        "breach",
        1,
        "更正的内容与“{type}”的字段不符。",
        "The correction does not fit the fields of {type}.",
        "请核对字段名和值；不是录入错误而是机关改变决定的，请用 decision_changed。",
    ),
    "document_missing": Entry(
        "breach",
        1,
        "转录{body}的行为，须先登记所依据的材料并注明。",
        "What is transcribed for {body} needs a registered document as its basis.",
        "请先用 document add 登记材料，再在 basis 中填写其登记号。",
    ),
    "document_not_filed": Entry(
        "breach",
        1,
        "所引用的文件尚未全文存入账本：{document}。",
        "The document {document} has not been filed on the ledger in full.",
        "请先存入文件全文，再引用其摘要。",
    ),
    "document_of_other_thing": Entry(
        "breach",
        1,
        "文件内容与所填不符：文件是 {found}。",
        "The document is {found}, not what the act says.",
    ),
    "document_unreadable": Entry(
        "breach",
        1,
        "文件无法采用：{reason}",
        "The document cannot be adopted: {reason}",
        "请先用 regulation check 检查文件。",
    ),
    "earlier_act_unknown": Entry(
        "breach",
        1,
        "所指的行为 {act} 不在账本中，或者已经作废。",
        "The act {act} is not on the ledger, or counts no more.",
        "请用 log 查出该行为的编号。",
    ),
    "entry_not_entitled": Entry(
        "breach",
        1,
        "{by} 无权录入{body}的材料：只有承担受理职责的岗位或该机构自己的岗位可以录入。",
        "{by} may not enter papers of {body}: only a post under the office's duty, or one of its own, may.",
        "请由评审办公室承担受理职责的岗位录入。",
    ),
    "mandate_missing": Entry(
        "breach",
        1,
        "账本中没有{body}委托办理“{type}”的有效授权。",
        "There is no mandate of {body} for {type} that holds on that day.",
        "请先登记授权（mandate_given），或由该机构自己办理。",
    ),
    "regulation_not_adopted": Entry(
        "breach",
        1,
        "账本尚未采用办法 {regulation}。",
        "The ledger has not adopted the regulation {regulation}.",
        "请先用 regulation adopt 采用该办法。",
    ),
    "step_unknown": Entry(
        "breach",
        1,
        "办法 {regulation} 没有“{step}”这一环节。",
        "The regulation {regulation} has no step {step}.",
        "请用 regulation show 查看各环节的名称。",
    ),
    "thing_exists": Entry(
        "breach",
        1,
        "编号 {id} 已经用过（{kind}），不能再次使用。",
        "The id {id} is already taken by a {kind}.",
        "新事项请使用新的编号。",
    ),
    "thing_unknown": Entry(
        "breach",
        1,
        "账本中没有编号为 {id} 的{kind}。",
        "The ledger knows no {kind} {id}.",
        "请核对编号，或先办理前一环节。",
    ),
    "too_many_cases": Entry(
        "breach",
        1,
        "这一行为涉及 {count} 个事项，最多 {most} 个。",
        "The act names {count} cases, at most {most}.",
        "请分成几份名单办理。",
    ),
}
