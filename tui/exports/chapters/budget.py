"""The budget: by category, action and month, its lines, its scenarios, and who pays."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Literal

from model.amounts import figures
from model.breakdowns import By, breakdown, total
from model.budget import Line
from model.comparison import totals
from model.money import Money
from tui.exports.chapters.spending import spending
from tui.exports.document import Block, Cell, Chart, Column, Facts, Month, Paragraph, Percent, Row, Series, Table
from tui.exports.scribe import Scribe, capital, said
from tui.exports.wording import brief_month, text_of

ID = "budget"
_MOST_BARS = 20


def blocks(scribe: Scribe) -> Iterator[Block]:
    """Totals and charts first, the lines after them."""
    plan, words = scribe.plan, scribe.words
    if not plan.budget and not plan.funding:
        return
    yield Paragraph(" ".join(scribe.remarks), "remark")
    if plan.budget:
        yield from scribe.section(words("exports.budget.category"), _by(scribe, "category"))
        yield from scribe.section(words("exports.budget.month"), _by(scribe, "month"))
        yield from scribe.section(words("exports.budget.action"), _by(scribe, "action"))
        if scribe.options.profile != "board":
            yield from scribe.section(words("exports.budget.lines"), _lines(scribe))
        yield from scribe.section(words("exports.budget.spending"), spending(scribe))
        yield from scribe.section(words("sections.scenarios"), _scenarios(scribe))
    yield from scribe.section(words("sections.funding"), _funding(scribe))


def _by(scribe: Scribe, by: By) -> Iterator[Block]:
    """A chart of the groups, then a table with their total; months are columns, the others bars."""
    groups, whole = dict(breakdown(scribe.plan, by)), total(scribe.plan)
    if set(groups) == {""}:
        return
    if by == "action":  # in the plan's own order, what has none at the end
        order = {id_: at for at, id_ in enumerate((*scribe.plan.actions, ""))}
        groups = dict(sorted(groups.items(), key=lambda item: order.get(item[0], len(order))))
    labels = {key: _label(scribe, by, key) for key in groups}
    yield _chart(scribe, by, labels, groups)
    columns = (Column(scribe.words(f"cli.budget.by.{by}")), *scribe.money_columns)
    rows = [Row((labels[key], *scribe.money(money), _share(money, whole))) for key, money in groups.items()]
    rows.append(Row((scribe.words("cli.budget.total"), *scribe.money(whole), _share(whole, whole)), "total"))
    yield Table((*columns, Column(scribe.words("exports.share"), is_figure=True)), tuple(rows))


def _chart(scribe: Scribe, by: By, labels: dict[str, Cell], groups: dict[str, Money]) -> Chart:
    """The groups as bars, the smallest of very many together; months as columns."""
    words, sheet = scribe.words, scribe.plan.plan
    names = _months(scribe, groups) if by == "month" else (text_of(labels[key], words.language) for key in groups)
    bars = list(zip(names, (_priced(scribe, money) for money in groups.values()), strict=True))
    if by != "month" and len(bars) > _MOST_BARS:
        least = sorted(bars, key=lambda bar: -abs(bar[1]))[_MOST_BARS - 1 :]
        rest = sum((value for _, value in least), Decimal(0))
        bars = [*(bar for bar in bars if bar not in least), (words("exports.others", number=len(least)), rest)]
    values = tuple(scribe.rounded(value) for _, value in bars)
    kind: Literal["columns", "bars"] = "columns" if by == "month" else "bars"
    series = (Series(scribe.side_title, values),)
    title = words(f"exports.budget.{by}")
    return Chart(
        kind, title, tuple(name for name, _ in bars), series, currency=sheet.currency or "", places=scribe.places
    )


def _share(money: Money, whole: Money) -> Cell:
    """The part of the whole, to a tenth of a percent."""
    if not whole.excl_tax:
        return None
    return Percent((money.excl_tax / whole.excl_tax * 100).quantize(Scribe.tenth, "ROUND_HALF_UP"))


def _months(scribe: Scribe, groups: Iterable[str]) -> tuple[str, ...]:
    """The months in a few letters, their year where there are several."""
    keys = list(groups)
    years = {key[:4] for key in keys if key}
    return tuple(
        (brief_month(int(key[5:]), scribe.words.language) + (f" {key[2:4]}" if len(years) > 1 else ""))
        if key
        else scribe.words("exports.none")
        for key in keys
    )


def _label(scribe: Scribe, by: By, key: str) -> Cell:
    if not key:
        return scribe.words("exports.none")
    if by == "month":
        return Month(key)
    return scribe.named(key, "actions") if by == "action" else said(key)


def _lines(scribe: Scribe) -> Iterator[Block]:
    """Every line under its category, with the sums of categories."""
    plan, words = scribe.plan, scribe.words
    amounts = figures(plan)
    order = {category: at for at, category in enumerate(breakdown(plan, "category"))}
    ids = sorted(plan.budget, key=lambda id_: order[plan.budget[id_].category or ""])
    rows: list[Row] = []
    for category, group in groupby(ids, key=lambda id_: plan.budget[id_].category or ""):
        held = list(group)
        rows.append(
            Row(("", said(category) or words("exports.none"), "", "", *(None,) * len(scribe.money_columns)), "group")
        )
        for id_ in held:
            line = plan.budget[id_]
            rest = (_actions(scribe, line), said(line.supplier))
            rows.append(Row((id_, said(line.label), *rest, *scribe.money(amounts[id_]))))
        sum_ = sum((amounts[id_] for id_ in held[1:]), amounts[held[0]])
        rows.append(Row(("", words("exports.subtotal"), "", "", *scribe.money(sum_)), "subtotal"))
    rows.append(Row(("", words("cli.budget.total"), "", "", *scribe.money(total(plan))), "total"))
    titles = [scribe.label(f"budget.{name}") for name in ("label", "action", "supplier")]
    yield Table((Column(words("exports.ref")), *map(Column, titles), *scribe.money_columns), tuple(rows))


def _actions(scribe: Scribe, line: Line) -> str:
    """The action that a line is for, or those that share it."""
    if line.shares:
        parts = ((id_, text_of(Percent(share), scribe.words.language)) for id_, share in line.shares.items())
        return ", ".join(f"{id_}\u00a0{share}" for id_, share in parts)
    return scribe.name(line.action, "actions") if line.action else ""


def _scenarios(scribe: Scribe) -> Iterator[Block]:
    """The plan beside its scenarios."""
    if not scribe.whole.scenarios:
        return
    sums, words = totals(scribe.whole), scribe.words
    columns = (
        Column(capital(words("sections.scenarios.one"))),
        *scribe.money_columns,
        Column(words("cli.budget.difference"), is_figure=True),
    )
    rows = []
    for id_, money in sums.items():
        name = words("exports.the_plan") if id_ is None else said(scribe.whole.scenarios[id_].title) or id_
        change = _priced(scribe, money) - _priced(scribe, sums[None])
        rows.append(Row((name, *scribe.money(money), None if id_ is None else scribe.amount(change))))
    yield Table(columns, tuple(rows))


def _priced(scribe: Scribe, money: Money) -> Decimal:
    return money.priced(scribe.plan.plan.prices)


def _funding(scribe: Scribe) -> Iterator[Block]:
    yield from scribe.records("funding", ("label", "kind", "amount", "rate", "actions", "secured", "note"))
    if scribe.plan.plan.ceiling is not None:
        ceiling, left = scribe.plan.plan.ceiling, scribe.plan.plan.ceiling - _priced(scribe, total(scribe.plan))
        words = scribe.words
        rows = (
            (scribe.label("plan.ceiling"), scribe.amount(ceiling)),
            (words("exports.figure.left"), scribe.amount(left)),
        )
        yield Facts(rows)
