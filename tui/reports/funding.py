"""Funding against spending: each source, what is secured, what is missing, and where the reserve ends."""

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len
from rich.style import Style

from model.catalogue import fields
from model.money import minor_digits, to_minor
from model.plain import frozen
from model.steering.funding import CARRIED, Funding, Source, funding_of
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.numbers import format_gap, format_number
from tui.pages import step_of
from tui.reports.bars import bar
from tui.reports.prose import said
from tui.reports.sheet import to_right
from tui.widgets.pane import Row

TOPIC = "steering#funding"


def items(desk: Desk, width: int) -> list[Item]:
    """The sources, by kind, against the spending, and the reserve; what is missing where nobody pays."""
    if not desk.seen.funding and desk.seen.plan.reserve is None:
        text = desk.words("steering.no_funding", key=step_of("funding").key)
        return [Item(row) for row in said(width, text, desk.palette.text)]
    return list(_Lines(desk, width, funding_of(desk.seen)).items())


@frozen
class _Lines:
    """The lines, figures to the right of their labels."""

    desk: Desk
    width: int
    found: Funding

    def items(self) -> Iterator[Item]:
        """From the sources to the reserve."""
        yield from self._scenario()
        for source in self.found.sources:
            yield self._source(source)
        yield from self._kinds()
        yield from self._against()
        if self.found.opening is not None:
            yield from self._reserve()

    def _scenario(self) -> Iterator[Item]:
        id_ = self.desk.scenario
        if id_ is not None:
            text = self.desk.words("pictures.of_scenario", name=self.desk.plan.scenarios[id_].title or id_)
            yield from (Item(row) for row in said(self.width, text, self.desk.palette.warning))

    @property
    def _end(self) -> int:
        """Where figures end."""
        return self.width - 22

    def _source(self, source: Source) -> Item:
        palette, words = self.desk.palette, self.desk.words
        one = self.desk.seen.funding[source.id]
        row = Row(self.width).add(f" {source.id} {one.label or ''}", palette.text, self._end - 30)
        kind = words(f"choices.funding.kind.{source.kind}") if source.kind else "—"
        rate = f" {self.desk.reader.shown(fields(type(one))['rate'], one.rate)}" if source.is_rate else ""
        row.to(self._end - 29).add(f"{kind}{rate}", palette.muted, 17)
        to_right(row, self._end, "?" if source.amount is None else self._amount(source.amount), palette.text)
        state = "secured" if source.is_secured else "not_secured"
        style = palette.good if source.is_secured else palette.warning
        row.add(f"  {'✓' if source.is_secured else '!'} {words(f'steering.{state}')}", style)
        return Item(row, f"funding.{source.id}", TOPIC)

    def _kinds(self) -> Iterator[Item]:
        """What each kind brings, as a bar of the largest."""
        if len(self.found.by_kind) < 2:
            return
        yield from self._heading("by_kind")
        top = max(self._minor(amount) for amount in self.found.by_kind.values())
        for kind, amount in self.found.by_kind.items():
            name = self.desk.words(f"choices.funding.kind.{kind}") if kind else self.desk.words("steering.no_kind")
            row = self._line(name, self._amount(amount), self.desk.palette.text)
            yield Item(row.add(f"  {bar(self._minor(amount), top, 18)}", self.desk.palette.accent))

    def _against(self) -> Iterator[Item]:
        """The spending, what pays for it, and the same with the secured money alone."""
        found, palette = self.found, self.desk.palette
        yield from self._heading("against")
        yield self._figure("spending", self._amount(found.spending), "plan.ceiling")
        yield self._figure("cash", self._amount(found.cash))
        yield self._judged("covered", found.covered)
        yield self._judged("covered_for_sure", found.covered_for_sure)
        if found.in_kind:
            yield self._figure("in_kind", self._amount(found.in_kind), style=palette.muted)
        if any(source.amount is None for source in found.sources):
            text = self.desk.words("steering.unknown_amounts")
            yield from (Item(row) for row in said(self.width, f"? {text}", palette.warning))

    def _reserve(self) -> Iterator[Item]:
        """The opening reserve, the year's net without what was carried over, the closing reserve against its floor."""
        found = self.found
        yield from self._heading("reserve")
        yield self._figure("opening", self._amount(found.opening or Decimal(0)), "plan.reserve")
        yield self._figure("net", format_gap(found.net, self.desk.numbers, self._places))
        if found.by_kind.get(CARRIED):
            carried = self.desk.words("steering.net_note", amount=self._amount(found.by_kind[CARRIED]))
            yield from (Item(row) for row in said(self.width, f"  {carried}", self.desk.palette.muted, 2))
        yield self._figure("closing", self._amount(found.closing or Decimal(0)))
        if found.floor is not None and found.above_floor is not None:
            share = format_number(self.desk.seen.plan.reserve_floor or Decimal(0), self.desk.numbers)
            yield self._figure("floor", self._amount(found.floor), "plan.reserve_floor", share=share)
            yield self._judged("above_floor", found.above_floor)

    # --- lines --------------------------------------------------------------------------------------------------

    def _heading(self, name: str) -> Iterator[Item]:
        yield Item(Row(self.width))
        yield Item(Row(self.width).add(f" {self.desk.words(f'steering.heading.{name}')}", self.desk.palette.accent))

    def _line(self, label: str, figure: str, style: Style) -> Row:
        row = Row(self.width).add(f"   {label}", style, self._end - cell_len(figure) - 1)
        return to_right(row, self._end, figure, style)

    def _figure(self, name: str, figure: str, path: str = "", *, style: Style | None = None, share: str = "") -> Item:
        row = self._line(self.desk.words(f"steering.{name}", share=share), figure, style or self.desk.palette.text)
        return Item(row, path, TOPIC)

    def _judged(self, name: str, amount: Decimal) -> Item:
        """A difference that is good or bad, by glyph and word."""
        palette, is_good = self.desk.palette, amount >= 0
        label = self.desk.words(f"steering.{name}{'' if is_good else '_not'}")
        style = palette.good if is_good else palette.error
        row = self._line(label, self._amount(abs(amount)), style)
        return Item(row.add(f"  {'✓' if is_good else '✗'}", style))

    @property
    def _places(self) -> int:
        return minor_digits(self.desk.seen.plan.currency)

    def _minor(self, amount: Decimal) -> int:
        return to_minor(amount, self._places)

    def _amount(self, amount: Decimal) -> str:
        return format_number(amount, self.desk.numbers, self._places)
