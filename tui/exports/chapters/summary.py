"""The summary: what the plan wants, and its figures at a glance."""

from collections.abc import Iterator
from decimal import Decimal

from model.breakdowns import total
from tui.exports.document import Block, Column, Figure, Figures, Number, Percent, Row, Table
from tui.exports.scribe import Scribe

ID = "summary"


def blocks(scribe: Scribe) -> Iterator[Block]:
    """The plan's own summary, its key figures, its objectives in a table."""
    sheet, words = scribe.plan.plan, scribe.words
    yield from scribe.paragraph(sheet.summary, "lead")
    yield from _figures(scribe)
    for name in ("mission", "positioning"):
        yield from scribe.section(scribe.label(f"plan.{name}"), scribe.paragraph(getattr(sheet, name)))
    yield from scribe.section(words("sections.objectives"), _objectives(scribe))


def _figures(scribe: Scribe) -> Iterator[Block]:
    plan, words = scribe.plan, scribe.words
    sheet, money = plan.plan, total(plan)
    items: list[Figure] = []
    if plan.budget:
        items.append(Figure(words("exports.figure.excl_tax"), scribe.amount(money.excl_tax)))
        if money.tax:
            items.append(Figure(words("exports.figure.incl_tax"), scribe.amount(money.incl_tax)))
    if sheet.ceiling is not None and plan.budget:
        left = sheet.ceiling - money.priced(sheet.prices)
        items.append(Figure(words("exports.figure.left"), scribe.amount(left)))
    if sheet.revenue and plan.budget:
        share = (money.priced(sheet.prices) / sheet.revenue * 100).quantize(scribe.tenth)
        items.append(Figure(words("exports.figure.share"), Percent(share)))
    items += [
        Figure(words(f"sections.{section}"), Number(Decimal(number)))
        for section in ("objectives", "actions", "indicators")
        if (number := len(getattr(plan, section)))
    ]
    if items:
        yield Figures(tuple(items))


def _objectives(scribe: Scribe) -> Iterator[Block]:
    rows = []
    for id_, objective in scribe.plan.objectives.items():
        rows.append(Row((id_, scribe.name(id_, "objectives"), scribe.target(objective), objective.deadline)))
    if rows:
        titles = [scribe.label(f"objectives.{name}") for name in ("title", "target", "deadline")]
        yield Table((Column(scribe.words("exports.ref")), *map(Column, titles)), tuple(rows))
