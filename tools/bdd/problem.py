"""What the lint can say: one sentence for each code, in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # the file
    "bom": ("文件开头有 BOM，请存成不带 BOM 的 UTF-8", "the file begins with a byte order mark"),
    "no_language": ("第一行必须是“# language: zh-CN”", "the first line must be `# language: zh-CN`"),
    "unreadable": ("读不懂：{why}", "does not parse: {why}"),
    "folder": (
        "文件夹“{folder}”不是已知的条例名；只有 {known}，每个下面直接放 .feature 文件",
        "`{folder}` is no folder for features; there are {known}, with the files directly below",
    ),
    "file_name": (
        "文件名应为“第N条_题目.feature”，N 在 1 至 {articles} 之间，题目不空",
        "a file is called 第N条_题目.feature, N from 1 to {articles}",
    ),
    "second_file": ("同一条已有文件 {other}，一条只写一个文件", "this article already has {other}"),
    # what disappears without a word
    "swallowed": (
        "这一行被当作说明文字，不会执行：{text}（多半是全角的：｜＠，或者放错了位置）",
        "read as description and never run: {text} (full-width punctuation, or in the wrong place)",
    ),
    "fullwidth_bar": (
        "表格里有全角的“｜”，这一格与下一格会并成一格",
        "a full-width bar inside a table row does not separate cells",
    ),
    "no_space": (
        "关键词“{keyword}”后面要空一格；“{text}”会被拆成“{keyword}”和其余的字",
        "write a space after `{keyword}`: the line was read as that keyword and the rest",
    ),
    "star": ("不用“*”，请写明 假如、当、那么、而且", "no `*`: say 假如, 当, 那么 or 而且"),
    "same_name": (
        "同一文件里已有场景“{name}”（第 {other} 行），只有最后一个会执行",
        "line {other} has a scenario of the same name: only the last one runs",
    ),
    "no_scenarios": ("文件里没有场景", "the file has no scenario"),
    "no_outcome_step": ("场景里没有“那么”，什么也没有检查", "a scenario without 那么 checks nothing"),
    "no_examples": (
        "大纲没有例子，会原样执行一次",
        "an outline whose examples have no row runs once, with its <places> as they stand",
    ),
    "no_column": ("“<{place}>”没有对应的例子列", "no column of examples fills <{place}>"),
    # steps
    "no_definition": ("没有句式与“{text}”相符", "no step definition matches {text}"),
    "two_definitions": (
        "有不止一个句式与“{text}”相符：{places}",
        "more than one step definition matches {text}: {places}",
    ),
    "not_constant": (
        "句式必须写成固定的文字或 parsers.re(…)，并且写得对：{text}",
        "a step sentence must be a constant, plain or parsers.re, and compile: {text}",
    ),
    "parser": (
        "不用 parsers.{parser}，它会越过引号取值；请用 parsers.re 和 [^”]+",
        "parsers.{parser} runs past a closing quote; use parsers.re with [^”]+",
    ),
    "swallows_quote": (
        "句式“{text}”的可变部分会越过“””取值；请用 [^”]+",
        "a variable part of {text} can run past a closing quote; use [^”]+",
    ),
    "too_many_sentences": (
        "句式共 {count} 个，最多 {most} 个；请改用数据表，不要再添句子",
        "{count} step sentences, at most {most}: use data tables instead of new sentences",
    ),
    "background": (
        "背景的头几行必须定下{what}，例如“{example}”",
        "the first lines of the background must fix the {english}, as in {example}",
    ),
    "act_left_open": (
        "每个“当”之后、下一个“当”之前要有一句“{sentence}”",
        "each 当 is followed, before the next one, by “{sentence}”",
    ),
    # tags
    "tag_malformed": (
        "标签 @{tag} 里只能有文字、数字和“-”",
        "@{tag}: only letters, digits and `-` can stand in a tag",
    ),
    "tag_unknown": ("没有登记的标签 @{tag}", "@{tag} is no registered tag"),
    "outcome_tag": (
        "应当恰有一个结果标签（@应允许 @应拒绝 @应提示 @如实记录），现在是 {found}",
        "exactly one outcome tag is needed, found {found}",
    ),
    "article_tag": ("应当恰有标签 @条-{article}，现在是 {found}", "@条-{article} is needed, found {found}"),
    "no_row_tag": ("至少要有一个 @行-… 标签", "at least one @行-… tag is needed"),
    "row_unknown": ("登记表里没有这一行：@行-{row}", "the table has no row {row}"),
    "row_elsewhere": (
        "@行-{row} 属于 {where}，不属于本文件",
        "row {row} belongs to {where}, not to this file",
    ),
    "row_in_common": (
        "“通用”里只写账本自身的要求，不带 @条-、@行-",
        "the ledger's own duties carry no @条- and no @行-",
    ),
}


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, where it stands."""

    file: str
    line: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        chinese, english = (sentence.format(**dict(self.facts)) for sentence in SENTENCES[self.code])
        return f"{self.file}:{self.line}: [{self.code}] {chinese}\n    {english}"


def problem(file: str, line: int, code: str, **facts: object) -> Problem:
    """A problem with its facts as text."""
    return Problem(file, line, code, tuple((name, str(value)) for name, value in facts.items()))
