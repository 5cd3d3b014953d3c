"""Beside the budget grid: totals by category, against the ceiling, the funding, the drivers."""

from collections.abc import Iterator
from decimal import Decimal

from rich.style import Style

from tui.desk import Desk
from tui.formats.numbers import format_number
from tui.money import by_category, money, plan_total, share_backed
from tui.text import visible
from tui.widgets.pane import Host, Pane, Row


class Summary(Pane):
    """The budget in figures, the plan's prices in one column."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)

    @property
    def wanted_height(self) -> int:
        """How many lines would show all of it, and one to breathe; counted, since every drawing asks."""
        plan = self.desk.plan
        count = len(by_category(self.desk)) + 3 + (2 if plan.plan.ceiling is not None else 0)
        count += len(plan.funding) + 3 if plan.funding else 0
        return count + (len(plan.drivers) + 2 if plan.drivers else 0) + 1

    def rows(self, width: int, height: int) -> list[Row]:
        """By category, ceiling, funding, drivers, as far as there is room."""
        rows = [*self._categories(width), *self._ceiling(width), *self._funding(width), *self._drivers(width)]
        rows += [Row(width) for _ in range(height - len(rows))]
        return [self._ruled(row, width) for row in rows[:height]]

    def _ruled(self, row: Row, width: int) -> Row:
        return self._joined(Row(width).add("│ ", self.desk.palette.muted), row)

    def _joined(self, left: Row, right: Row) -> Row:
        for text, style in right.spans:
            left.add(text, style)
        return left

    def _pair(self, width: int, name: str, amount: str, style: Style, name_style: Style | None = None) -> Row:
        inner = width - 3
        row = Row(inner).add(visible(name), name_style or self.desk.palette.text, inner - len(amount) - 1)
        return row.to(inner - len(amount)).add(amount, style)

    def _title(self, width: int, text: str) -> Row:
        return Row(width - 3).add(text, self.desk.palette.accent)

    def _categories(self, width: int) -> Iterator[Row]:
        words, palette, side = self.desk.words, self.desk.palette, self.desk.tax_side
        yield self._title(width, f"{words('messages.by_category')} ({words(f'messages.{side}')})")
        for name, amount in by_category(self.desk).items():
            figure = format_number(getattr(amount, side), self.desk.numbers, 0)
            yield self._pair(width, name or words("messages.no_category"), figure, palette.text)
        whole = plan_total(self.desk)
        yield self._pair(width, words("messages.total"), money(self.desk, getattr(whole, side)), palette.strong)
        if (share := share_backed(self.desk)) is not None:
            backed = words("last_year.backed", n=format_number(share, self.desk.numbers, 0))
            yield Row(width - 3).add(backed, palette.muted)

    def _ceiling(self, width: int) -> Iterator[Row]:
        plan, words, palette = self.desk.plan.plan, self.desk.words, self.desk.palette
        if plan.ceiling is None:
            return
        left = plan.ceiling - getattr(plan_total(self.desk), plan.prices or "excl_tax")
        yield self._pair(width, words("messages.ceiling"), money(self.desk, plan.ceiling), palette.text)
        name = words("messages.left") if left >= 0 else "✗ " + words("messages.over")
        yield self._pair(width, name, money(self.desk, abs(left)), palette.good if left >= 0 else palette.error)

    def _funding(self, width: int) -> Iterator[Row]:
        words, palette, plan = self.desk.words, self.desk.palette, self.desk.plan
        if not plan.funding:
            return
        yield Row(width - 3)
        yield self._title(width, words("messages.funding"))
        for source in plan.funding.values():
            mark = "✓ " if source.secured else "? "
            figure = "—" if source.amount is None else format_number(source.amount, self.desk.numbers, 0)
            yield self._pair(width, mark + (source.label or words("messages.unnamed")), figure, palette.text)
        funded = sum((source.amount or Decimal(0) for source in plan.funding.values()), Decimal(0))
        missing = getattr(plan_total(self.desk), plan.plan.prices or "excl_tax") - funded
        if missing > 0:
            yield self._pair(width, words("messages.unfunded"), money(self.desk, missing), palette.warning)

    def _drivers(self, width: int) -> Iterator[Row]:
        palette, plan = self.desk.palette, self.desk.plan
        if not plan.drivers:
            return
        yield Row(width - 3)
        yield self._title(width, self.desk.words("messages.drivers"))
        for name, driver in plan.drivers.items():
            value = (
                format_number(driver.value, self.desk.numbers) if isinstance(driver.value, Decimal) else driver.value
            )
            yield self._pair(width, f"@{name}", f"{value or '—'} {driver.unit or ''}".strip(), palette.text)
