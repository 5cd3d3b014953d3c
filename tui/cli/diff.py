"""`planmark diff`: what changed from one plan to another, in the plan's words."""

from collections.abc import Iterator, Sequence
from typing import Any

from model.breakdowns import total
from model.differences import FieldChange, differences
from model.money import EXACT, minor_digits
from model.plan import Plan
from model.record import Record
from model.store.reading import load
from model.store.writing import document
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.layout import headed, wrapped
from tui.cli.plans import seen_through
from tui.formats.differences import Teller
from tui.formats.numbers import format_gap, format_money
from tui.formats.values import Reader


def run(given: Arguments, console: Console) -> Answer:
    """A sentence for each record that differs, under its section; 1 with `--exit-code` where something does."""
    old, new = _plans(given)
    changes = (*differences(old, new), *_links(old, new))
    status = int(bool(changes) and "--exit-code" in given.flags)
    said = _json(given, changes) if given.wants_json else tuple(_text(old, new, changes, console))
    return Answer(said, status)


def _plans(given: Arguments) -> tuple[Plan, Plan]:
    """Both plans, as a scenario sees them if one is asked for; of one plan, it and what the scenario makes of it."""
    scenario = given.options.get("--scenario")
    if len(given.operands) == 1:
        if scenario is None:
            raise UsageError("too_few", "diff")
        plan = load(given.operands[0]).plan
        return plan, seen_through(plan, scenario)
    old, new = (load(file).plan for file in given.operands)
    return seen_through(old, scenario), seen_through(new, scenario)


def _links(old: Plan, new: Plan) -> Iterator[FieldChange]:
    """The links whose confirmation differs: they are no field of any record."""
    for link in {**new.links, **old.links}:
        if old.links.get(link) != new.links.get(link):
            yield FieldChange(f"links.{link}", old.links.get(link), new.links.get(link))


def _text(old: Plan, new: Plan, changes: Sequence[FieldChange], console: Console) -> Iterator[str]:
    if not changes:
        yield console.words("cli.diff.none")
        return
    yield from _total(old, new, console)
    last = None
    for section, sentence in Teller(old, new, Reader.of(console.words, console.numbers, new)).sentences(changes):
        if section != last:
            yield ""
            yield from headed(console.words(f"sections.{section}" if section else "cli.diff.links"))
        yield from wrapped(sentence, console.width, "", "  ")
        last = section


def _total(old: Plan, new: Plan, console: Console) -> Iterator[str]:
    """What the budget came to and comes to, on the new plan's side of the tax; nothing where it is the same."""
    side, currency = new.plan.prices or "excl_tax", new.plan.currency or "EUR"
    before, after = (total(plan).priced(side) for plan in (old, new))
    if before != after and old.plan.currency == new.plan.currency:
        was, is_ = (
            format_money(amount, currency, console.numbers, minor_digits(currency)) for amount in (before, after)
        )
        gap = format_gap(EXACT.subtract(after, before), console.numbers)
        name = console.words(f"messages.{side}")
        yield console.words("scenarios.promote_total", side=name, before=was, after=is_, gap=gap)


def _json(given: Arguments, changes: Sequence[FieldChange]) -> tuple[str, ...]:
    """The paths with what stood and stands there, a record as its file's table; null for nothing."""
    told = [{"path": each.path, "before": _plain(each.before), "after": _plain(each.after)} for each in changes]
    old, new = given.operands[0], given.operands[-1]
    return json_lines({"old": old, "new": new, "scenario": given.options.get("--scenario"), "changes": told})


def _plain(value: Any) -> Any:
    return document(value) if isinstance(value, Record) else value
