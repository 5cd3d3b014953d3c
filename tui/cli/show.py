"""`planmark show`: a plan, a section, a step or a record, readable; or as its file's tables for a program."""

from typing import Any

from model.catalogue import sections
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.store.reading import load
from model.store.writing import document
from tui.cli.arguments import Arguments, nearest
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.json_text import json_lines
from tui.cli.plans import seen_through
from tui.pages import BY_ID


def run(given: Arguments, console: Console) -> Answer:
    """The whole plan, or what the second operand names."""
    scenario = given.options.get("--scenario")
    plan = seen_through(load(given.operands[0]).plan, scenario)
    paths = _paths(plan, given.operands[1]) if len(given.operands) > 1 else tuple(sections())
    if given.wants_json:
        return Answer(json_lines(document(plan) if len(given.operands) == 1 else _tables(plan, paths)))
    from tui.cli.view import View

    view = View(plan, console)
    blocks = [block for path in paths if (block := _block(view, path))]
    if scenario is not None:
        title = plan.scenarios[scenario].title or scenario
        blocks.insert(0, [console.words("cli.scenario.seen", name=title)])
    if not blocks:
        blocks = [[console.words("cli.show.empty")]]
    return Answer(tuple(line for block in blocks for line in ("", *block))[1:])


def _paths(plan: Plan, name: str) -> tuple[str, ...]:
    """The sections, or the record, that a name means."""
    if name in sections():
        return (name,)
    if name in BY_ID:
        return BY_ID[name].sections
    section = name.rpartition(".")[0]
    if section in sections() and sections()[section].is_table:
        if not isinstance(read(plan, name), Record):
            raise RefusedError("cli.show.absent", path=name)
        return (name,)
    near = nearest(name, (*sections(), *BY_ID))
    if near:
        raise RefusedError("cli.show.near", section=name, near=near)
    raise RefusedError("cli.show.unknown", section=name, known=", ".join(sections()))


def _block(view: Any, path: str) -> list[str]:
    if path in sections():
        lines: list[str] = view.section(path)
        return lines
    section, _, id_ = path.rpartition(".")
    record: list[str] = view.record(section, id_, read(view.plan, path))
    return record


def _tables(plan: Plan, paths: tuple[str, ...]) -> dict[str, Any]:
    """The tables of these paths alone, where they stand in the file."""
    whole = document(plan)
    result: dict[str, Any] = {}
    for path in paths:
        source, target = whole, result
        *parents, last = path.split(".")
        for name in parents:
            source = source.get(name, {})
            target = target.setdefault(name, {})
        target[last] = source.get(last, {})
    return result
