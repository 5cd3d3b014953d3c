"""A report under construction: headings, sentences, figures in columns, all in the reader's numbers."""

from dataclasses import field
from decimal import Decimal

from rich.cells import cell_len
from rich.style import Style

from model.money import half_up, minor_digits
from model.names import name_of
from model.plain import slotted
from tui.desk import Desk
from tui.editing.buffer import wrapped
from tui.formats.numbers import format_number
from tui.widgets.pane import Row

MARGIN = 1


@slotted
class Sheet:
    """Rows for a width, one after the other, with a margin of one cell at either side."""

    desk: Desk
    width: int
    rows: list[Row] = field(default_factory=list)

    @property
    def room(self) -> int:
        """How many cells a line has between the margins."""
        return self.width - 2 * MARGIN

    def blank(self) -> None:
        """An empty line."""
        self.rows.append(Row(self.width))

    def line(self) -> Row:
        """A line to fill, at its margin."""
        row = Row(self.width).to(MARGIN)
        self.rows.append(row)
        return row

    def heading(self, text: str, beside: str = "") -> None:
        """A title, after an empty line where something stands above; what stands beside it is said more quietly."""
        if self.rows:
            self.blank()
        row = self.line().add(text, self.desk.palette.accent)
        if beside:
            row.add(f"   {beside}", self.desk.palette.muted)

    def say(self, text: str, style: Style | None = None) -> None:
        """A sentence, on as many lines as it takes."""
        for start, end in wrapped(text, self.room):
            self.line().add(text[start:end].rstrip(), style or self.desk.palette.text)

    def of_what(self) -> str:
        """In which money the figures are, on which side of the tax, and of which plan: the file's or a scenario's."""
        desk, id_ = self.desk, self.desk.scenario
        prices = desk.words(f"messages.{desk.seen.plan.prices or 'excl_tax'}")
        money = f"{desk.seen.plan.currency or ''} {prices}".strip()
        if id_ is None:
            return f"{money} · {desk.words('pictures.of_plan')}"
        return f"{money} · {desk.words('pictures.of_scenario', name=desk.plan.scenarios[id_].title or id_)}"

    def month(self, month: str) -> str:
        """A month in short, `2027-03` as `Mar 2027`; what is said of money without one."""
        if not month:
            return self.desk.words("pictures.no_month")
        year, _, rank = month.partition("-")
        return f"{self.desk.words('pictures.months').split()[int(rank) - 1]} {year}"

    def whole(self, minor: int) -> str:
        """Minor units as an amount without cents and without currency."""
        units = half_up(minor, 10 ** minor_digits(self.desk.seen.plan.currency))
        return format_number(Decimal(units), self.desk.numbers)

    def signed(self, minor: int) -> str:
        """The same for a difference: its sign in front, also when it is a plus."""
        text = self.whole(minor)
        return text if text == "0" or text.startswith("−") else f"+{text}"

    def line_name(self, id_: str) -> str:
        """A budget line as the scenario at work knows it: its id and its label."""
        return f"{id_} {name_of(self.desk.seen.budget[id_])}".rstrip()


def to_right(row: Row, column: int, text: str, style: Style) -> Row:
    """Text whose last cell stands before a column."""
    return row.to(column - cell_len(text)).add(text, style)
