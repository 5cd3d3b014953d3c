"""The workbook being written: its formats in the language of the deliverable, cells that stay what they are."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from model.money import minor_digits
from model.plan import Plan
from tui.exports.workbook.cells import Content
from tui.words import Words

INK, ACCENT, PALE, LINE, INPUT = "#1F2A37", "#1F4E79", "#EAF1F8", "#C9D3DE", "#FFFDF3"
SERIES = ("#1F4E79", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#7F7F7F", "#F0E442")
_CURRENCIES = {
    "fr": {"EUR": "[$€-40C]", "USD": "[$$-40C]", "GBP": "[$£-40C]"},
    "en": {"EUR": "[$€-809]", "USD": "[$$-409]", "GBP": "[$£-809]"},
}
_BASE: dict[str, Any] = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "top"}


class _Sheet(Worksheet):  # type: ignore[misc,unused-ignore]
    """A sheet that takes formulas as they are: looking for functions newer than ours costs most of the time."""

    def _prepare_formula(self, formula: str, *_: Any, **__: Any) -> str:
        return formula.removeprefix("=")


class Book:
    """A workbook; `number` gives the formats by what they show: `money`, `percent`, `day`, `month`, `text`…."""

    def __init__(self, out: BinaryIO, plan: Plan, words: Words) -> None:
        self.file = xlsxwriter.Workbook(
            out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
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
        if kind == "money":
            return plain
        if kind == "currency":
            symbol = _CURRENCIES[self.words.language].get(self.currency) or f"[${self.currency}]"
            return plain if not self.currency else f"{plain}\\ {symbol}" if french else f"{symbol}{plain}"
        codes = {"percent": "0.0#\\ %" if french else "0.0#%", "day": "dd/mm/yyyy" if french else "d mmm yyyy"}
        codes |= {"month": "mmm yyyy", "number": "#,##0.####", "whole": "0", "text": "@"}
        return codes.get(kind, "General")

    def format(self, kind: str = "", **looks: Any) -> Format:
        """A format, made once."""
        key = (kind, *sorted(looks.items()))
        if key not in self.formats:
            code = {"num_format": self.code(kind)} if kind else {}
            self.formats[key] = self.file.add_format({**_BASE, **code, **looks})
        return self.formats[key]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, its name as a workbook takes it."""
        bare = "".join(" " if char in "[]:*?/\\'" else char for char in name)[:31]
        return self.file.add_worksheet(bare, worksheet_class=_Sheet)

    def heading(self, sheet: Worksheet, row: int, title: str, remark: str = "") -> None:
        """A title, and what the reader has to know, below it."""
        sheet.write_string(row, 1, title, self.format(bold=True, font_size=16, font_color=ACCENT))
        sheet.write_string(row + 1, 1, remark, self.format(italic=True, font_color="#5B6775"))
        sheet.set_row(row, 24)

    def header(self, sheet: Worksheet, row: int, titles: Sequence[str], first: int = 0) -> None:
        """The heads of columns."""
        looks: dict[str, Any] = {
            "bold": True,
            "font_color": "#FFFFFF",
            "bg_color": ACCENT,
            "text_wrap": True,
            "valign": "vcenter",
        }
        for at, title in enumerate(titles, first):
            sheet.write_string(row, at, title, self.format(border=1, border_color=LINE, **looks))
        sheet.set_row(row, 30)

    def write(self, sheet: Worksheet, row: int, col: int, value: Content, cell_format: Format) -> None:
        """A cell: a text stays a text whatever it begins with, a number a number."""
        if value is None:
            sheet.write_blank(row, col, None, cell_format)
        elif isinstance(value, str):
            sheet.write_string(row, col, value, cell_format)
        elif isinstance(value, date):
            sheet.write_datetime(row, col, value, cell_format)
        else:
            sheet.write_number(row, col, value, cell_format)

    def formula(self, sheet: Worksheet, row: int, col: int, text: str, value: Any, cell_format: Format) -> None:
        """A formula with what it gives, for readers that do not compute."""
        sheet.write_formula(row, col, text, cell_format, float(value) if isinstance(value, Decimal) else value)


def letter(col: int) -> str:
    """The letters of a column, counted from 0."""
    return str(xl_col_to_name(col))


def quoted(name: str) -> str:
    """A sheet's name inside a formula."""
    return "'" + name.replace("'", "''") + "'"
