"""Readings rest on questions: each with options, a stored one, and a value for every other one."""

from __future__ import annotations

from ledger.regulations.model import Criterion, Duty, Question, Regulation
from ledger.regulations.reader.mistakes import nearest
from ledger.regulations.reader.places import Path
from ledger.regulations.reader.structs import Reader


def check(reader: Reader, regulation: Regulation) -> None:
    """Note readings without a stored option, options that lead nowhere, and questions that nothing rests on."""
    at = {entry.id: path for path, entry in reader.entries if isinstance(entry, Question)}
    asked: set[str] = set()
    uses: list[tuple[Path, str | None, str]] = [(p, v.question, v.source) for p, v in reader.values]
    uses += [(p, e.question, e.source) for p, e in reader.entries if isinstance(e, Criterion | Duty)]
    for path, name, source in uses:
        if name is None:
            continue
        asked.add(name)
        if source == "reading" and regulation.questions[name].stored is None:
            reader.wrong((*path, "question"), "已存有选项（stored）的问题", name)
    led: dict[str, set[str]] = {name: set() for name in regulation.questions}
    for path, name, option in _others(reader):
        question = regulation.questions[name]
        led[name].add(option)
        if option not in question.options or option == question.stored:
            rest = question.options.keys() - {question.stored}
            reader.wrong(path, "该问题的其他选项之一", option, near=nearest(option, rest))
    for question in regulation.questions.values():
        _question(reader, at[question.id], question, led[question.id])
        if question.id not in asked:
            reader.wrong(at[question.id], "有值以它为依据的问题", saying="没有任何值提到它")


def _others(reader: Reader) -> list[tuple[Path, str, str]]:
    """Where another option is given something: path, question, option."""
    found = [
        ((*path, "others", option), value.question, option)
        for path, value in reader.values
        if value.question is not None
        for option, _ in value.others
    ]
    found += [
        ((*path, "instead", number, "option"), entry.question, other.option)
        for path, entry in reader.entries
        if isinstance(entry, Criterion) and entry.question is not None
        for number, other in enumerate(entry.instead)
        if other.option is not None
    ]
    return found


def _question(reader: Reader, path: Path, question: Question, led: set[str]) -> None:
    if question.stored is not None and question.stored not in question.options:
        near = nearest(question.stored, question.options)
        reader.wrong((*path, "stored"), "options 中的选项", question.stored, near=near)
    elif question.options and question.stored is None:
        reader.wrong((*path, "stored"), "在有决定之前采用的选项（stored）")
    if len(question.options) == 1:
        reader.wrong((*path, "options"), "两个以上的选项", saying="只有一个")
    for option in question.options:
        if option not in led and option != question.stored:
            reader.wrong((*path, "options", option), "某个值在该选项下的取值（others 或 instead）")
