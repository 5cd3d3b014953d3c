"""Tables as other people's software writes them, for the tests: lines in one of its dialects, as bytes."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from model.plan import Plan
from model.store.reading import load
from tui.formats.values import Reader
from tui.imports.receiving import Opened, opened
from tui.words import Language, Words

EMPTY = """\
format = 1

[plan]
title = "Essai"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
"""


@dataclass(frozen=True)
class Written:
    """A line as the writer has it, in cents."""

    label: str
    category: str
    cents: int


@dataclass(frozen=True)
class Dialect:
    """How a table is written."""

    separator: str = ";"
    encoding: str = "utf-8-sig"
    decimal: str = ","
    group: str = "\u202f"
    currency: str = ""
    negative: str = "-"
    language: Language = "fr"
    titles: bool = False
    """Whether categories stand as titles over their lines, not in a column."""
    totals: bool = True
    above: int = 0
    """Rows of titles above the header."""
    newline: str = "\r\n"

    def number(self, cents: int) -> str:
        """An amount."""
        whole, rest = divmod(abs(cents), 100)
        digits, groups = str(whole), list[str]()
        while len(digits) > 3 and self.group:
            digits, last = digits[:-3], digits[-3:]
            groups.insert(0, last)
        text = self.group.join([digits, *groups]) + f"{self.decimal}{rest:02d}"
        if cents < 0:
            text = f"({text})" if self.negative == "()" else f"{text}-" if self.negative == "after" else f"-{text}"
        return f"{text}{self.currency}"

    def rows(self, lines: Sequence[Written]) -> list[list[str]]:
        """The table, cells as texts."""
        head = ["Libellé", "Montant HT"] if self.language == "fr" else ["Description", "Amount excl. VAT"]
        if not self.titles:
            head.insert(0, "Rubrique" if self.language == "fr" else "Category")
        rows = [[text, *[""] * (len(head) - 1)] for text in ("Budget 2027", "Version du comité", "")[: self.above]]
        rows.append(head)
        total, subtotal = ("TOTAL GÉNÉRAL", "Sous-total") if self.language == "fr" else ("Grand total", "Subtotal")
        for category in dict.fromkeys(line.category for line in lines):
            own = [line for line in lines if line.category == category]
            if self.titles:
                rows.append([category, ""])
            before = [] if self.titles else [category]
            rows += [[*before, line.label, self.number(line.cents)] for line in own]
            if self.totals:
                rows.append([*[""] * (len(head) - 2), f"{subtotal} {category}", self.number(sum(x.cents for x in own))])
        if self.totals:
            rows.append([*[""] * (len(head) - 2), total, self.number(sum(line.cents for line in lines))])
        return rows

    def data(self, lines: Sequence[Written]) -> bytes:
        """The bytes of the file."""
        out = io.StringIO()
        csv.writer(out, delimiter=self.separator, lineterminator=self.newline).writerows(self.rows(lines))
        return out.getvalue().encode(self.encoding)


def empty_plan(folder: Path, more: str = "") -> Plan:
    """A plan with a year, euros and nothing in it but what is given."""
    file = folder / "plan.toml"
    file.write_text(EMPTY + more, encoding="utf-8")
    return load(str(file)).plan


def open_table(plan: Plan, file: Path, language: Language = "fr", mapping: dict[str, str] | None = None) -> Opened:
    """A file opened for a plan."""
    return opened(plan, file, Reader.of(Words(language), language, plan), "", mapping)


def amounts(plan: Plan) -> dict[str, Decimal]:
    """What the lines of a plan cost, by name."""
    return {line.label or "": Decimal(str(line.amount)) for line in plan.budget.values()}
