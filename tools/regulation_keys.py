"""Makes docs/regulations.zh-CN.md from the model and the glossary: how a regulation file is written, key by key.

python3 tools/dev.py run -- python -m tools.regulation_keys            write the file
python3 tools/dev.py run -- python -m tools.regulation_keys --check    exit code 1 if it is not what would be written
"""

from __future__ import annotations

import sys
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from ledger.regulations import model as m
from ledger.regulations.glossary import sections
from ledger.regulations.marks import NEED_SECTIONS, Form, Of
from ledger.regulations.reader.forms import FORMS
from ledger.regulations.reader.mistakes import SECTIONS
from ledger.regulations.show.words import WORDS
from ledger.regulations.value import Term, Value

FILE: Final = Path(__file__).resolve().parent.parent / "docs" / "regulations.zh-CN.md"
HEAD: Final = """# 规定文件

一部规定的一个版本写成一个 TOML 文件，法制人员可以直接阅读和修改。软件随附的在 `src/ledger/regulations/texts/`，
新的规定仿照其中一个写，不用编程。写好后：

- `review-ledger regulation check 文件`：一次列出全部错误，每处写明行号、位置、应为什么、现为什么、是否想写别的；
- `review-ledger regulation show 文件`：按程序先后显示，文末列出未作规定、有歧义和疏漏之处，供对照条文核对。

## 写法

- 每一项写明所出的条 `article`（写作 `"24"`）和项 `item`（写作 `"(六)"`，项下的目写作 `"(三)4"`）；
  项内的值不另写的，即出自该条该项。
- 下面标“值”的键有两种写法。短写只写值本身：`max = 5`。长写为表：`max = { v = 5, strength = "principle" }`，可注明：

| 键 | 含义 |
|---|---|
| `v` | 值本身；条文未规定、原值失传的不写 |
| `article`、`item` | 与所在项不同的条、项 |
| `strength` | `must` 应当（缺省）、`principle` 原则上、`may` 可以、`encourage` 鼓励 |
| `source` | {sources} |
| `ask` | 条文未规定的如何处理：`ask` 须有记录在案的决定，`human` 由人判断并说明理由，`note` 只作记录 |
| `question` | 所涉的问题（`[[questions]]` 的 `id`）；`reading`、`ask`、`human` 必须写明 |
| `others` | 该问题取其他选项时的值：`{ 选项 = 值 }` |

- 违反一个值会怎样，由 `strength`、`source` 和行为的方式决定，不在文件里逐条规定：
  条文应当的退回，原则上的提示，账本缺省的提示并注明不出自条文。
- 期限：`5wd` 工作日、`10nd` 自然日、`3mo` 月、`5y` 年、`2ed` 届，各按自己的单位计算，互不折算。
- 列表只有一个代码的，可以不写方括号：`by = "office"`。
- 步骤的 `after` 在某类申报者不走的步骤上向前传递，`requires` 不传递。
- 有歧义的条文写成问题，列出选项和在有决定之前采用的 `stored`；条件整个改变的，用 `instead` 写另一选项下的条件。
- 每一条要么有内容，要么在 `[[declarations]]` 中说明无须编码；条数写在 `articles`。
- 代码须在下面的对照表里有名称；没有的，在文件自己的 `[names.类别]` 中写明：
  `[names.document]` 下 `kiosk_form = "窗口表格"`。
- 等级的轻重高低由文件的 `[[scales]]` 规定，由轻到重、由低到高。

本页由程序生成：`python3 tools/dev.py run -- python -m tools.regulation_keys`。

## 各项的键

"""


SOURCES: Final = (
    "`text` 条文（缺省）、`note` 条文注、`presumed` 推定未变、`reading` 依问题的解读、"
    "`default` 账本缺省、`unknown` 原值失传、`silent` 条文未规定"
)
NESTED: Final[dict[type, str]] = {
    m.Adverse: "不良情形",
    m.Channels: "渠道",
    m.Leg: "承担者",
    m.Meeting: "会议",
    m.Need: "须有",
    m.Panel: "专家组",
    m.Publicity: "公示",
    m.Scoring: "评分",
    m.Weights: "权重",
    m.When: "限定",
}


COMMON: Final = {
    "article": "条",
    "item": "项",
    "id": "代号，在文件中不重复",
    "name": "名称",
    "version": "版本",
    "revision": "编码的修订号：条文未变而文件改正时加一",
    "title": "全称",
    "status": "`draft` 草案；`in_force` 现行；`expired` 失效",
    "effective": "施行日",
    "expiry": "有效期的最后一日",
    "repeals": "同时废止的文件",
    "order": "由低到高的各级",
    "level": "层级",
    "tier": "等次",
    "text": "说明",
    "kinds": "限于哪类申报者；不写为全部",
    "strength": "见上文，指要求本身",
    "source": "见上文，指要求本身",
    "ask": "见上文，指要求本身",
    "question": "见上文，指要求本身",
    "role": "哪个角色",
    "matters": "职权事项",
    "span": "须满若干年的事实，与 `years` 同写",
    "years": "`span` 须满的年数；`clean` 追溯的年数；`judged` 所看数据的年数",
    "of": "各项其一或若干（`any`）；权重则为各步骤所占份额，合计为 1",
    "as_in": "所列条件对本对象同样适用",
    "option": "只在 `instead` 内：在问题的哪个选项下",
    "instead": "问题取其他选项时代替本条件的条件",
    "on": "起因：`honour:等次`、`honour:等次#次数`、`honour:any`、`ground:情形`、`determination:情形`、`sanction`",
    "class": "步骤的类别，决定适用哪些规则",
    "per": "`application` 逐件；`list` 按名单；`cycle` 每届一次；`award` 逐奖",
    "need": "行为须附或须写明的内容",
    "channels": "发布渠道",
    "publicity": "公示",
    "panel": "评审专家组",
    "scoring": "打分",
    "meeting": "会议",
    "names": "名称；标准则为标准号",
    "facts": "不良情形",
    "legs": "承担者，各有各的行为和期限",
    "before": "最迟在哪个步骤或行为之前",
    "before_from": "`before` 另有来源的，写明来源",
    "options": "选项 = 说明",
    "stored": "在有决定之前采用的选项",
    "attribute": "申报者的属性",
    "absent": "没有该属性的",
    "kind": "`organisation` 组织；`individual` 个人；`project` 项目",
    "bearer": "谁承担",
    "act": "履行的行为",
    "what": "须有的内容",
}


def text() -> str:
    """The page."""
    parts = [HEAD.replace("{sources}", SOURCES)]
    waiting: list[type] = [m.Regulation]
    done: list[type] = []
    while waiting:
        cls = waiting.pop(0)
        if cls in done:
            continue
        done.append(cls)
        hints = get_type_hints(cls, include_extras=True)
        parts.append(_title(cls) + "\n\n| 键 | 写法 | 含义 |\n|---|---|---|\n")
        for f in fields(cls):
            parts.append(_row(cls, f, hints[f.name]))
            waiting += _inside(hints[f.name])
        parts.append("\n")
    parts.append("## 代码对照\n\n")
    for section, names in sections().items():
        parts.append(
            f"### {section}\n\n"
            + "、".join(f"`{code}` {name}" for code, name in sorted(names.items()))
            + "\n\n"
        )
    return "".join(parts).rstrip("\n") + "\n"


def _title(cls: type) -> str:
    keys = [
        k for k, hint in get_type_hints(m.Regulation, include_extras=True).items() if cls in _inside(hint)
    ]
    name = f"{SECTIONS[keys[0]]} `{keys[0]}`" if keys else NESTED.get(cls, cls.__name__)
    return f"### {'文件' if cls is m.Regulation else name}"


def _row(cls: type, f: Any, hint: Any) -> str:
    needed = f.default is MISSING and f.default_factory is MISSING
    how = _how(hint) + ("，必须" if needed else "")
    said = WORDS.get(cls, {}).get(f.name)
    if isinstance(said, dict):
        said = "；".join(f"`{word}` {told}" for word, told in said.items() if told)
    elif isinstance(said, tuple):
        said = "／".join(told for told in said if told)
    key = f.name.rstrip("_")
    meaning = said if said and said != "{}" else SECTIONS.get(key) or COMMON[key]
    return f"| `{key}` | {how} | {meaning.replace('{}', '…')} |\n"


def _how(hint: Any) -> str:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        mark = next((each for each in args[1:] if isinstance(each, Form | Of)), None)
        if isinstance(mark, Form):
            return FORMS[mark.name][1]
        return f"{_many(args[0])}代码 {_named(mark.section)}" if mark else _how(args[0])
    if origin is Value:
        return f"值：{_how(args[0])}"
    if origin is Literal:
        return "、".join(f"`{word}`" for word in args)
    if origin is tuple:
        return f"若干 {_how(args[0])}"
    if origin is dict:
        return f"若干 {_how(args[1])}" if is_dataclass(args[1]) else f"表：{_how(args[0])} = {_how(args[1])}"
    if type(None) in args:
        return _how(next(each for each in args if each is not type(None)))
    if hint is Term:
        return "期限"
    return {int: "整数", bool: "`true`、`false`", str: "文字"}.get(
        hint
    ) or f"[{_link(hint)}](#{_anchor(hint)})"


def _many(base: Any) -> str:
    return "若干" if get_origin(base) is tuple else ""


def _named(section: str) -> str:
    return "、".join(NEED_SECTIONS) if section == "need" else section


def _link(cls: type) -> str:
    return _title(cls).removeprefix("### ").split(" `")[0]


def _anchor(cls: type) -> str:
    """As GitHub and most others make it from a heading."""
    return _title(cls).removeprefix("### ").replace("`", "").replace(" ", "-").lower()


def _inside(hint: Any) -> list[type]:
    """Structs that lie in a field."""
    if is_dataclass(hint) and isinstance(hint, type) and hint is not Term:
        return [hint]
    return [cls for each in get_args(hint) if not isinstance(each, str) for cls in _inside(each)]


def main() -> int:
    """Write or compare."""
    made = text().encode()
    if "--check" in sys.argv[1:]:
        return 0 if FILE.exists() and FILE.read_bytes() == made else 1
    FILE.write_bytes(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
