"""The workbook being written: its formats in the language of the deliverable, cells that stay what they are."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name

from model.money import minor_digits
from model.plan import Plan
from tui.exports.wording import symbol_of
from tui.exports.workbook.cells import Content
from tui.exports.workbook.sheet import Sheet
from tui.words import Words

INK, ACCENT, PALE, LINE, INPUT = "#1F2A37", "#1F4E79", "#EAF1F8", "#C9D3DE", "#FFFDF3"
SERIES = ("#1F4E79", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7F7F7F", "#F0E442")
_CURRENCIES = {
    "fr": {"EUR": "[$€-40C]", "USD": "[$$-40C]", "GBP": "[$£-40C]"},
    "en": {"EUR": "[$€-809]", "USD": "[$$-409]", "GBP": "[$£-809]"},
}
_BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}


_TALLEST = 400.0
"""Points; a spreadsheet takes no more than 409."""


class Book:
    """A workbook; `number` gives the formats by what they show: `money`, `percent`, `day`, `month`, `text`…."""

    def __init__(self, out: BinaryIO, plan: Plan, words: Words, folder: str, step: Decimal | None = None) -> None:
        options = {"strings_to_formulas": False, "strings_to_urls": False, "tmpdir": folder}
        self.file = xlsxwriter.Workbook(out, options)
        self.hidden = next((digits for digits in (6, 3) if step and step >= 10**digits), 0)
        """The digits of whole money that are not shown, where a reader wants it in short: thousands, millions."""
        self.file.set_calc_mode("auto")
        self.words = words
        self.digits = minor_digits(plan.plan.currency)
        self.currency = plan.plan.currency or ""
        self.formats: dict[tuple[Any, ...], Format] = {}

    @property
    def _decimals(self) -> str:
        return "0." + "0" * self.digits if self.digits else "0"

    def code(self, kind: str) -> str:
        """The number format of a kind of value."""
        french = self.words.language == "fr"
        plain = f"#,##{self._decimals}"
        if kind == "price":
            return plain
        if kind == "money":
            return self._short("") if self.hidden else plain
        if kind == "currency" and self.hidden:
            return self._short(self.currency)
        if kind == "currency":
            symbol = _CURRENCIES[self.words.language].get(self.currency) or f"[${self.currency}]"
            return plain if not self.currency else f"{plain}\\ {symbol}" if french else f"{symbol}{plain}"
        codes = {
            "share": "0.0\\ %" if french else "0.0%",
            "percent": "0.0#\\ %" if french else "0.0#%",
            "day": "dd/mm/yyyy" if french else "d mmm yyyy",
        }
        codes |= {"month": "mmm yyyy", "number": "#,##0.####", "whole": "0", "text": "@"}
        return codes.get(kind, "General")

    def _short(self, currency: str) -> str:
        """Money in thousands or millions: the cell keeps it whole."""
        unit = "k" if self.hidden == 3 else "M"
        return "#,##0" + "," * (self.hidden // 3) + f'"\u00a0{unit}{symbol_of(currency)}"'

    def format(self, kind: str = "", **looks: Any) -> Format:
        """A format, made once."""
        key = (kind, *sorted(looks.items()))
        if key not in self.formats:
            code = {"num_format": self.code(kind)} if kind else {}
            self.formats[key] = self.file.add_format({**_BASE, **code, **looks})
        return self.formats[key]

    def sheet(self, name: str, kind: type[Sheet] = Sheet) -> Any:
        """A new sheet, its name as a workbook takes it; `Rows` for one that is written row by row."""
        bare = "".join(" " if char in "[]:*?/\\'" else char for char in name)[:31]
        sheet = self.file.add_worksheet(bare, worksheet_class=kind)
        sheet.set_paper(9)
        sheet.set_footer("&C&9&P / &N")
        return sheet

    def heading(self, sheet: Any, row: int, title: str, remark: str = "") -> None:
        """A title, and what the reader has to know, below it."""
        sheet.write_string(row, 1, title, self.format(bold=True, font_size=16, font_color=ACCENT))
        sheet.write_string(row + 1, 1, remark, self.format(italic=True, font_color="#5B6775"))
        sheet.set_row(row, 24)

    def header(self, sheet: Any, row: int, titles: Sequence[str], first: int = 0, figures: Sequence[bool] = ()) -> None:
        """The heads of columns, right above figures."""
        looks: dict[str, Any] = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": ACCENT,
            "text_wrap": True,
            "valign": "vcenter",
            "border": 1,
            "border_color": LINE,
        }
        for at, title in enumerate(titles):
            side = {"align": "right"} if at < len(figures) and figures[at] else {}
            sheet.write_string(row, first + at, title, self.format(**looks, **side))
        sheet.set_row(row, 30)

    def fit(self, sheet: Any, row: int, texts: Sequence[tuple[Any, float]]) -> None:
        """The height of a row whose texts, beside their columns' widths, go over several lines."""
        lines = max((_lines(text, width) for text, width in texts if isinstance(text, str)), default=1)
        if lines > 1:
            sheet.set_row(row, min(13.5 * lines + 2, _TALLEST))

    def write(self, sheet: Any, row: int, col: int, value: Content, cell_format: Format) -> None:
        """A cell: a text stays a text whatever it begins with, a number a number."""
        if value is None:
            sheet.put_blank(row, col, cell_format)
        elif isinstance(value, str):
            sheet.put_text(row, col, value, cell_format)
        elif isinstance(value, date):
            sheet.write_datetime(row, col, value, cell_format)
        else:
            sheet.put_number(row, col, value, cell_format)

    def formula(self, sheet: Any, row: int, col: int, text: str, value: Any, cell_format: Format) -> None:
        """A formula with what it gives, for readers that do not compute."""
        sheet.put_formula(row, col, text, float(value) if isinstance(value, Decimal) else value, cell_format)


def _lines(text: str, width: float) -> int:
    room = max(int(width * 1.3), 1)
    return sum(max(-(-len(line) // room), 1) for line in text.split("\n"))


def letter(col: int) -> str:
    """The letters of a column, counted from 0."""
    return str(xl_col_to_name(col))


def quoted(name: str) -> str:
    """A sheet's name inside a formula."""
    return "'" + name.replace("'", "''") + "'"
