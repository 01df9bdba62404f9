"""Details that stand in facts as English phrases, and how a Chinese reader is told them.

Rules name a detail by one fixed phrase; it may be stored for ever among the facts of a refusal, so it is no text
of any language but a code that happens to be legible. Whoever reads gets the words from here.
"""

from __future__ import annotations

from typing import Final

DETAILS: Final[dict[str, str]] = {
    # the system, as Python and SQLite name what went wrong with a file
    "No such file or directory": "没有该文件或文件夹",
    "Not a directory": "路径中有一段不是文件夹",
    "Is a directory": "这是文件夹，不是文件",
    "File exists": "已有同名的文件或文件夹",
    "File name too long": "名称过长",
    "File too large": "超过允许的文件大小",
    "Permission denied": "没有权限",
    "Operation not permitted": "系统不允许此操作",
    "Read-only file system": "所在位置只能读、不能写",
    "No space left on device": "磁盘空间已满",
    "Disk quota exceeded": "磁盘配额已用完",
    "Input/output error": "磁盘读写出错",
    "Too many levels of symbolic links": "链接指向自身",
    "Invalid argument": "路径不能使用",
    "ValueError": "内容或写法不合规范",
    "UnicodeEncodeError": "含有无法编码的字符",
    # forms and bytes
    "an integer is out of range": "整数超出范围",
    "text is not valid Unicode": "文字编码有误",
    "nested too deep": "嵌套过深",
    "no value was handed in": "没有随附原文",
    "salt and value give another digest": "原文与摘要不符",
    "no algorithm of this software takes it": "不是 P-256 或 Ed25519 公钥",
    # founding
    "nobody founds it": "没有发起人",
    "a founder stands twice": "同一发起人出现两次",
    "fewer than two posts": "发起人所任岗位少于两个",
    "a duty has no post": "有职责未列明岗位",
    "confirming and registrar duties are not with two different founders": "确认与登记两项职责未由两名发起人分别承担",
    "not signed by the first founder": "首条记录不是由第一发起人签署",
    "not signed in the first founder's own post": "首条记录不是以第一发起人本人的岗位签署",
    "recovery is not k of n": "恢复密钥的所需份数与总份数不合",
    "a recovery holder stands twice": "同一恢复密钥保管人出现两次",
    "machine is no person": "机器不得列为发起人或恢复密钥保管人",
    "origin is not lower-case host/path": "账本来源名称应为小写的“主机/路径”",
    "keys without proofs": "检查点密钥与其证明数目不一",
    "before the founding was complete": "设立尚未完成",
    "after the founding was complete": "设立早已完成",
    "no ledger_opened": "首条记录不是设立账本的行为",
    # documents in parts
    "the number of parts does not agree": "分件总数前后不一",
    "a part comes again with other bytes": "同一分件再次录入而内容不同",
    "the parts together are not the document": "各分件合并后与文件摘要不符",
    # refusals
    "not canonical": "所载字节不符合规范编码",
    "of another ledger": "是为另一账本签署的",
    "under a key that is not theirs": "所用密钥未登记在其名下",
    "not signed by them": "签名不成立",
    "breaches are too long": "拒绝理由超过 12,000 字节",
    # openings
    "not a list": "不是列表",
    "not of the four parts": "应恰有 act、field、salt、value 四项",
    "a part has the wrong type": "有一项的类型不对",
    "the act is not there": "所指行为不存在",
    "the field holds no commitment": "所指字段没有承诺值",
    "the value cannot be encoded": "原文无法按规范编码",
    "the value is another": "原文与承诺值不符",
    # terms, and files of calendars
    "working days": "个工作日",
    "natural days": "个自然日",
    "months": "个月",
    "years": "年",
    "the line that names the form": "写明样式的首行",
    "the year": "年份",
    "the edition's number": "版次",
    "the line of the notice": "放假通知",
    "here the line 年份 is expected": "此处应写“年份”，如“年份 2024”",
    "here the line 版次 is expected": "此处应写“版次”，如“版次 1”",
    "one whole number is expected": "其后应写一个整数",
    "the number is out of range": "数字超出范围",
    "a day and perhaps a number are expected": "应写作“通知 日期 文号”，文号中不留空格；文号不详的不写",
    "a notice is of this year or the one before": "通知日期应在本年或上一年",
    "the older notice comes first": "应先写较早的通知",
    "a name, a day, perhaps 至 and another day are expected": "应写作“放假 节日 首日 至 末日”，只有一天的不写“至 末日”",
    "the last day is before the first or more than a month later": "末日早于首日，或者相隔超过一个月",
    "the day is listed twice": "同一日期列了两次",
    "the day is listed both ways": "同一日期既列为放假又列为上班",
    "a name has up to 30 letters of Chinese or Latin script": "节日名称应为 30 字以内的汉字、字母或数字，之间可用顿号",
    "a number of a notice has other signs": "文号应为 60 字以内的汉字、字母、数字和括号",
    "one day is expected": "应写作“上班 日期”，一行一天",
    "the day is no Saturday or Sunday": "所列日期不是周六、周日，本来就上班",
    "the day is outside the year": "日期不在本年，也不在上一年最后一周",
    "there is no such day": "没有这一天",
    "a day is written 2024-10-01": "日期应写作 2024-10-01 的样式，用半角数字和连字符",
    "this line stands in the wrong place": "这一行的位置不对：依次为年份、版次、通知，其后才是放假、上班",
    "a line begins with a word of the form": "行首应为“放假”或“上班”，注释行以 # 开头",
}
