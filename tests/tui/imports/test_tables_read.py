"""Small things that tables say: a number's parts, what amounts are counted in, months, encodings, separators."""

from datetime import date
from decimal import Decimal
from typing import Literal

import pytest

from tui.imports.tables.books import _shown
from tui.imports.tables.delimited import separator_of
from tui.imports.tables.numbers import Mark, currency_in, evidence_of, parse
from tui.imports.tables.periods import MonthName, month_of, months_from, year_in
from tui.imports.tables.scales import scale_in, scale_of_titles
from tui.imports.tables.vocabulary import LINES, fields_called

NUMBERS: list[tuple[str, Mark, str | None]] = [
    ("1 234,50", ",", "1234.5"),
    ("1\u202f234,50 €", ",", "1234.5"),
    ("1,234.50", ".", "1234.5"),
    ("1.234,50", ",", "1234.5"),
    ("1'234.50", ".", "1234.5"),
    ("CHF 1’200.00", ".", "1200"),
    ("10,305 K€", ",", "10305"),
    ("10,305 K€", ".", "10305000"),
    ("1,5 M€", ",", "1500000"),
    ("(1 200)", ",", "-1200"),
    ("1 200,00-", ",", "-1200"),
    ("−12", ",", "-12"),
    ("- 300,00 €", ",", "-300"),
    ("($500.00)", ".", "-500"),
    ("12 %", ",", "12"),
    ("1 200,00 HT", ",", "1200"),
    ("1,234.50", ",", None),
    ("12 34", ",", None),
    ("1.23.456", ",", None),
    ("0,123", ".", None),
    ("(12", ",", None),
    ("-(12)", ",", None),
    ("12 à 15", ",", None),
    ("à définir", ",", None),
    ("1e5", ".", None),
    ("01/02/2027", ",", None),
]


@pytest.mark.parametrize(("text", "mark", "number"), NUMBERS)
def test_a_number(text: str, mark: Mark, number: str | None) -> None:
    assert parse(text, mark) == (None if number is None else Decimal(number))


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["1,234", "2,5"], ","),
        (["1,234", "2.5"], "."),
        (["1,234", "5"], None),
        (["1.234.567"], ","),
        (["10 305,125"], ","),
    ],
)
def test_what_a_column_shows(texts: list[str], mark: Literal[",", "."] | None) -> None:
    assert evidence_of(texts).mark == mark


@pytest.mark.parametrize(
    ("title", "scale"),
    [
        ("Budget en milliers d'euros", 1000),
        ("Montants en K€", 1000),
        ("(en k€)", 1000),
        ("Amounts in thousands of dollars", 1000),
        ("in thousands", 1000),
        ("K€", 1000),
        ("Budget (M€)", 1_000_000),
        ("Toucher 3 millions de visiteurs en 2027", 1),
        ("Un plan en milliers de gestes", 1),
        ("Marketing 2027", 1),
    ],
)
def test_what_titles_count_in(title: str, scale: int) -> None:
    assert scale_of_titles([title]) == scale


def test_what_a_header_counts_in() -> None:
    assert [scale_in(name) for name in ("Montant (k€)", "Budget M€", "Montant HT", "Cost $000")] == [1000, 10**6, 1, 1]


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("janv.", MonthName(1)),
        ("Févr", MonthName(2)),
        ("August", MonthName(8)),
        ("Jan 27", MonthName(1, 2027)),
        ("déc.-27", MonthName(12, 2027)),
        ("2027-03", MonthName(3, 2027)),
        ("03/2027", MonthName(3, 2027)),
        ("M4", MonthName(4)),
        (date(2027, 5, 1), MonthName(5, 2027)),
        ("mardi", None),
        ("Total", None),
        ("13/2027", None),
        ("marketing", None),
    ],
)
def test_a_month(name: str | date, month: MonthName | None) -> None:
    assert month_of(name) == month


def test_months_run_on_into_the_next_year() -> None:
    names = [MonthName(number) for number in (9, 10, 11, 12, 1, 2)]
    assert months_from(names, 2027) == ["2027-09", "2027-10", "2027-11", "2027-12", "2028-01", "2028-02"]
    assert [year_in(name) for name in ("Réalisé 2026", "FY26", "2025/2026", "Total")] == [2026, 2026, None, None]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b;c\n1,5;2,5;3\n", ";"),
        ("a,b\n\"1,5\",2\n", ","),
        ("a\tb\n1,5\t2;3\n", "\t"),
        ("titre\n\na|b|c\n1|2|3\n", "|"),
        ("seul\n", ";"),
    ],
)  # fmt: skip
def test_the_separator(text: str, mark: str) -> None:
    assert separator_of(text) == mark


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Libellé", "label"),
        ("Désignation des prestations", "label"),
        ("Montant H.T. (€)", "amount"),
        ("Montant T.T.C.", "amount_incl"),
        ("Total incl. VAT", "amount_incl"),
        ("P.U. HT", "unit_cost"),
        ("Prix unitaire", "unit_cost"),
        ("Qté", "quantity"),
        ("Nombre de jours", "quantity"),
        ("Taux de TVA", "tax_rate"),
        ("VAT rate", "tax_rate"),
        ("Fournisseur", "supplier"),
        ("Vendor", "supplier"),
        ("Rubrique", "category"),
        ("N-1", "last_year"),
        ("Budget prévisionnel", "amount"),
        ("Proposed budget", "amount"),
        ("Engagé", "committed"),
        ("Réalisé", "spent"),
        ("Commentaires", "note"),
        ("incl_tax", "amount_incl"),
        ("Écart", ""),
        ("Reste à engager", ""),
    ],
)
def test_what_a_column_is_called(name: str, field: str) -> None:
    assert (fields_called(name, LINES) or [""])[0] == field


def test_the_currency_of_a_header_and_of_a_format() -> None:
    assert [currency_in(name) for name in ("Montant (CHF)", "Prix €", "Fournisseur", "€/$")] == ["CHF", "EUR", "", ""]
    formats = ("#,##0.00\\ [$€-40C]", "[$CHF-100C] #,##0", "_-* #,##0.00\\ _€_-", "0.00", '"$"#,##0')
    assert [_shown(one) for one in formats] == ["EUR", "CHF", "", "", "USD"]
