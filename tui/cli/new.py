"""`planmark new`: a plan file that was not there: a default plan, an example, or a copy of another plan."""

from collections.abc import Mapping
from pathlib import Path

from model import examples
from model.edits import change_at
from model.fresh import fit_title, fresh
from model.plan import Plan
from model.store.reading import load, loads
from model.store.saving import save
from tui.cli.arguments import Arguments, UsageError, nearest
from tui.cli.console import Answer, Console
from tui.cli.holding import held


def run(given: Arguments, console: Console) -> Answer:
    """The plan written to a new file; a file that is there is never overwritten."""
    file = Path(given.operands[0])
    plan = _plan(file, given.options, console)
    with held(given.operands[0], given, console):
        save(plan, file, None)
    return Answer((console.words("cli.new.made", file=file),))


def _plan(file: Path, options: Mapping[str, str], console: Console) -> Plan:
    example, template = options.get("--example"), options.get("--from")
    if example is not None and template is not None:
        raise UsageError("either", "new", one="--example", other="--from")
    if example is not None:
        return _example(example)
    if template is not None:
        return copied(load(template).plan, file.stem)
    return fresh(file.stem, console.words.language)


def _example(name: str) -> Plan:
    # Examples are files that Planmark wrote: saved again, they give the same bytes.
    if name not in examples.NAMES:
        near = nearest(name, examples.NAMES)
        raise UsageError("value", "new", option="--example", word=name, known=near or ", ".join(examples.NAMES))
    return loads(examples.text(name))


def copied(template: Plan, title: str) -> Plan:
    """The template whole under another title."""
    return change_at(template, "plan.title", lambda _: fit_title(title))
