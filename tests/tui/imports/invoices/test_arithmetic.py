"""Whether an invoice adds up is told to the cent, by whole cents counted apart."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.imports.invoices.test_reading import WRITTEN
from tests.tui.imports.invoices.writing import FILES, Written, cents, cii, ubl, with_wrong
from tui.imports.invoices.arithmetic import disagreements
from tui.imports.invoices.reading import invoice_of, read_invoice


@given(WRITTEN)
def test_what_adds_up_is_left_in_peace(of: Written) -> None:
    assert disagreements(invoice_of(cii(of))) == disagreements(invoice_of(ubl(of))) == ()


@given(WRITTEN, st.sampled_from(["lines", "excl_tax", "tax", "incl_tax", "due"]), st.sampled_from([-1, 1, 250]))
def test_one_cent_is_named(of: Written, name: str, by: int) -> None:
    """The sum at fault, what it says, what it should say."""
    found = disagreements(invoice_of(cii(with_wrong(of, name, by))))
    right = Decimal(cents(of.sums()[name]))
    assert (name, right + Decimal(by) / 100, right) in [(one.code, one.stated, one.computed) for one in found]


@pytest.mark.parametrize("file", sorted(FILES.glob("*.xml")), ids=lambda file: file.stem)
def test_the_files_add_up(file: object) -> None:
    from pathlib import Path

    assert isinstance(file, Path)
    assert disagreements(read_invoice(file)) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "of"),
    [
        ("<ram:LineTotalAmount>1200.00", "<ram:LineTotalAmount>1200.01", "line", "1"),
        ("<ram:CalculatedAmount>16.50", "<ram:CalculatedAmount>16.51", "share", "5.5"),
        ("<ram:BasisAmount>1160.00", "<ram:BasisAmount>1170.00", "base", "20"),
        ("<ram:ActualAmount>60.00", "<ram:ActualAmount>50.00", "allowances", ""),
        ("<ram:ActualAmount>20.00", "<ram:ActualAmount>21.00", "charges", ""),
    ],
)
def test_each_part_is_compared(old: str, new: str, code: str, of: str) -> None:
    text = (FILES / "facturx-en16931.xml").read_text(encoding="utf-8")
    assert old in text
    found = disagreements(invoice_of(text.replace(old, new).encode()))
    assert (code, of) in [(one.code, one.of) for one in found]
