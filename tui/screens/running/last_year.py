"""Commands that start from last year: lines filled from it, quotes chosen, the budget against it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from model.edits import EditRefusedError
from model.money import minor_digits
from tui.dialogs.picker import Choice, Picker
from tui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from model.budget import Line, Quote
    from model.last_year import Proposal
    from tui.screens.workspace import Workspace

PERCENTS = (-10, -5, 0, 2, 3, 5, 10)


def last_year(space: Workspace) -> None:
    """Fill lines from last year: by how much more or less, then which ones."""
    from tui.dialogs.percents import PercentPicker, percent_of

    words = space.desk.words
    choices = [
        Choice(percent_of(space.desk, Decimal(n)), str(n), "" if n else words("last_year.percent_same"))
        for n in PERCENTS
    ]
    picker = PercentPicker(space.desk, space, words("last_year.percent_title"), choices, partial(_scopes, space))
    picker.is_searchable, picker.at = True, PERCENTS.index(0)
    space.dialog = picker


def _pick(space: Workspace, title: str, choices: Sequence[Choice], then: Callable[[str], None], at: int = 0) -> None:
    space.dialog = picker = Picker(space.desk, space, title, choices, then)
    picker.at = at


def _scopes(space: Workspace, typed: str) -> None:
    """Ask which lines, each choice telling its consequence."""
    from tui.dialogs.percents import percent_of

    percent = Decimal(typed)
    try:
        offered = list(_offered(space, percent))
    except EditRefusedError:
        _tell(space, "too_large")
        return
    if not offered:
        _tell(space, "nothing")
        return
    choices = [choice for choice, _ in offered]
    title = space.desk.words("last_year.scope_title", percent=percent_of(space.desk, percent))
    _pick(space, title, choices, lambda at: _fill(space, offered[int(at)][1]))


def _offered(space: Workspace, percent: Decimal) -> Iterator[tuple[Choice, Proposal]]:
    from model.last_year import consequence, filled

    desk, at = space.desk, 0
    for scope, ids in _reaches(space):
        alone = None
        for overwrite in (False, True):
            proposal = filled(desk.seen, percent, ids, overwrite=overwrite, takes_any=desk.scenario is not None)
            if not proposal.fills or proposal == alone:
                continue
            typed = sum(fill.before is not None for fill in proposal.fills)
            if overwrite and not typed:
                continue
            key, count = ("also", typed) if overwrite else ("empty", len(proposal.fills))
            figures = [_figure(space, amount) for amount in consequence(desk.plan, proposal, desk.scenario)]
            note = desk.words("last_year.becomes", before=figures[0], after=figures[1])
            yield Choice(desk.words.count(f"last_year.{key}", count, scope=scope), str(at), note), proposal
            alone, at = proposal, at + 1


def _reaches(space: Workspace) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The category of the current line, then the whole budget."""
    words, lines = space.desk.words, space.desk.seen.budget
    current = lines.get(space.grid.current)
    if current is not None:
        ids = tuple(id_ for id_, line in lines.items() if line.category == current.category)
        if len(ids) < len(lines):
            name = visible(current.category or "")
            yield words("last_year.category", name=name) if name else words("last_year.no_category"), ids
    yield words("last_year.whole"), None


def _figure(space: Workspace, amount: Decimal) -> str:
    from tui.formats.numbers import format_number

    return format_number(amount, space.desk.numbers, 0)


def _fill(space: Workspace, proposal: Proposal) -> None:
    """Fill the lines as one step, and say how many."""
    from model.last_year import taken

    desk = space.desk
    desk.session.replace(taken(desk.plan, proposal, desk.scenario), "budget", "last_year")
    space.changed()
    key = "filled_left" if proposal.refused else "filled"
    space.status_bar.tell(desk.words.count(f"last_year.{key}", len(proposal.fills), left=proposal.refused))


def _tell(space: Workspace, key: str, **values: object) -> None:
    space.status_bar.tell(space.desk.words(f"last_year.{key}", **values))


def choose_quote(space: Workspace) -> None:
    """Rest the current line on one of its quotes."""
    desk, id_ = space.desk, space.grid.current if space.section == "budget" else ""
    line = desk.plan.budget.get(id_)
    if line is None:
        _tell(space, "no_line")
    elif not line.quotes:
        _tell(space, "no_quotes", id=visible(id_))
    else:
        name = visible(f"{id_} {line.label or ''}").strip()
        title = desk.words(f"last_year.{'quotes_title' if desk.scenario is None else 'quotes_scenario'}", name=name)
        choices = [_quote_choice(space, line, key, quote) for key, quote in line.quotes.items()]
        chosen = next((n for n, quote in enumerate(line.quotes.values()) if quote.chosen), 0)
        _pick(space, title, choices, partial(_rest_on, space, id_), chosen)


def _quote_choice(space: Workspace, line: Line, key: str, quote: Quote) -> Choice:
    from datetime import datetime

    from model.quotes import is_expired
    from tui.formats.dates import format_date
    from tui.formats.numbers import format_money

    desk, words = space.desk, space.desk.words
    currency = line.currency or desk.plan.plan.currency or "EUR"
    amount = words("last_year.no_amount")
    if quote.amount is not None:
        amount = format_money(quote.amount, currency, desk.numbers, minor_digits(currency))
    until = ""
    if quote.valid_until is not None:
        is_late = is_expired(quote, datetime.now().astimezone().date())
        named = "quote_expired" if is_late else "quote_until"
        until = words(f"last_year.{named}", date=format_date(quote.valid_until, words.language))
    mark = "● " if quote.chosen else "  "
    return Choice(words("last_year.quote", mark=mark, supplier=_supplier(space, quote), amount=amount), key, until)


def _supplier(space: Workspace, quote: Quote) -> str:
    return visible(quote.supplier or space.desk.words("last_year.no_supplier"))


def _rest_on(space: Workspace, id_: str, quote_id: str) -> None:
    from model.quotes import with_quote

    desk = space.desk
    line = desk.plan.budget[id_]
    try:
        plan = with_quote(desk.plan, id_, quote_id, desk.scenario)
    except EditRefusedError:
        _tell(space, "no_quote_amount")
        return
    desk.session.replace(plan, f"budget.{id_}", "choose_quote")
    space.changed()
    after = plan.budget[id_]
    gave_way = (line.unit_cost is not None and after.unit_cost is None) or (line.months and not after.months)
    key = "chosen_form" if gave_way else "chosen"
    _tell(space, key, id=visible(id_), supplier=_supplier(space, line.quotes[quote_id]))


def against_last_year(space: Workspace) -> None:
    """This year's budget against last year's spend."""
    from tui.reports.last_year import lines

    space.read(space.desk.words("last_year.title"), lines)
