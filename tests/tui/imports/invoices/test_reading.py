"""Invoices read: both syntaxes say the same, real files are understood, hostile ones refused in a sentence."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.imports.invoices.writing import FILES, Row, Written, cents, cii, pdf, ubl
from tui.imports.invoices.invoice import Invoice, InvoiceRefusedError, plain
from tui.imports.invoices.markup import MarkupRefusedError, parsed
from tui.imports.invoices.pdf import PdfRefusedError
from tui.imports.invoices.reading import invoice_of, read_invoice
from tui.imports.refusing import ImportRefusedError

pytest.importorskip("pypdf")
CII = cii(Written())
RATES = st.sampled_from([0, 21, 55, 100, 200])
ROWS = st.builds(Row, st.integers(1, 9999), st.integers(-(10**6), 10**7), RATES, st.text("aé<&> ", min_size=1))
WRITTEN = st.builds(
    Written,
    rows=st.lists(ROWS, min_size=1, max_size=5).map(tuple),
    allowance=st.integers(0, 5000),
    prepaid=st.integers(0, 5000),
    kind=st.sampled_from(["380", "381"]),
)


@given(WRITTEN)
def test_both_syntaxes_say_what_was_written(of: Written) -> None:
    one, other = invoice_of(cii(of)), invoice_of(ubl(of))
    assert replace(one, syntax="", profile="") == replace(
        other,
        syntax="",
        profile="",
        shares=tuple(replace(share, category="S") for share in other.shares),
    )
    assert {name: getattr(one.totals, name) for name in of.sums()} == {
        name: Decimal(cents(number)) for name, number in of.sums().items()
    }
    assert [item.net for item in one.items] == [Decimal(cents(row.net)) for row in of.rows]
    assert one.is_credit == (of.kind == "381")


FOUND = {
    "facturx-en16931": ("FAC/2027/00042", "EN 16931", "900000017", "1460.00", "1708.50", date(2027, 4, 17)),
    "facturx-minimum": ("FA-2027-0007", "MINIMUM", "900000025", "850.00", "1020.00", None),
    "facturx-basicwl-credit": ("AV-2027-0003", "BASIC WL", "900000025", "85", "102", None),
    "facturx-extended": ("2027-0815", "EXTENDED", "900000041", "2025.00", "2350.00", date(2027, 5, 30)),
    "ubl-invoice": ("20270131-9", "Peppol BIS", "900000033", "500.00", "600.00", date(2027, 3, 2)),
    "ubl-creditnote": ("NC-1", "EN 16931", "900000033", "100", "120", None),
}


@pytest.mark.parametrize("name", FOUND)
def test_files_as_programs_write_them(name: str) -> None:
    """Other prefixes, Latin-1, a second currency's tax, an envelope, an embedded PDF."""
    found = read_invoice(FILES / f"{name}.xml")
    sums = found.totals
    excl, incl = Decimal(FOUND[name][3]), Decimal(FOUND[name][4])
    assert (found.number, found.profile, found.seller.siren) == FOUND[name][:3]
    assert (sums.excl_tax, sums.incl_tax, found.due) == (excl, incl, FOUND[name][5])
    assert sums.tax == incl - excl


def test_a_french_name_and_the_references() -> None:
    found = read_invoice(FILES / "ubl-invoice.xml")
    assert found.seller.name == "Régie des îles"
    assert "ENG-2027-5" in found.references
    assert found.is_paid


def _refused(content: bytes, tmp_path: Path, name: str = "f.xml") -> str:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ImportRefusedError) as refused:
        read_invoice(file)
    from tui.words import LANGUAGES, Words

    for language in LANGUAGES:
        assert "{" not in Words(language)(refused.value.key, **refused.value.details)
    return refused.value.key.partition(".")[2]


BAD = {
    "doctype": [
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'<!DOCTYPE x SYSTEM "http://h.example/x.dtd"><x/>',
        CII.replace(b"?>\n", b'?>\n<!DOCTYPE y [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>', 1),
    ],
    "not_xml": [b"<a><b></a>", b"", b"<a>&undefined;</a>", b'<?xml version="1.0" encoding="none-such"?><a/>'],
    "too_deep": [b"<a>" * 100 + b"</a>" * 100],
    "foreign": [b"<Facture/>", b'<Invoice xmlns="urn:mine"/>'],
    "order": [b"<SCRDMCCBDACIOMessageStructure/>"],
    "zugferd_1": [b"<CrossIndustryDocument/>"],
    "absent": [CII.replace(b"<r:ID>F-1</r:ID>", b""), CII.replace(b"EUR<", b"<").replace(b"Durand", b"")],
    "amount": [CII.replace(b">100.00</r:TaxB", b">1 00,00</r:TaxB"), CII.replace(b">20.00</r:TaxT", b">NaN</r:TaxT")],
    "day": [CII.replace(b"20270304", b"20270230"), CII.replace(b"20270304", b"tomorrow")],
    "pdf_bare": [pdf(), pdf(("notes.txt", b"<x/>"))],
    "pdf_locked": [pdf(("factur-x.xml", CII), password="x")],
    "pdf_unreadable": [b"%PDF-1.7\nnothing", b"%PDF-1.4\n" + b"[" * 5000],
}


@pytest.mark.parametrize(("code", "content"), [(code, one) for code, many in BAD.items() for one in many])
def test_refused_in_a_sentence(code: str, content: bytes, tmp_path: Path) -> None:
    assert _refused(content, tmp_path) == code


def test_what_is_too_large_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "f.pdf"
    with file.open("wb") as out:
        out.truncate(60_000_000)
    with pytest.raises(ImportRefusedError, match="too_large"):
        read_invoice(file)
    with pytest.raises(MarkupRefusedError, match="too_large"):
        parsed(b" " * 31_000_000)


@pytest.mark.parametrize("name", ["factur-x.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "anything.XML"])
def test_the_invoice_within_a_pdf(name: str) -> None:
    """Whatever else is attached; the name says which it is, else what is in it."""
    data = pdf(("notes.txt", b"no"), ("a.xml", b"<other/>"), (name, CII))
    assert invoice_of(data) == invoice_of(CII)
    assert invoice_of(b"\n\n" + data) == invoice_of(CII)


def test_a_pdf_as_the_reference_library_writes_it() -> None:
    """Compressed, with metadata and other files attached: the same as the XML that was put into it."""
    assert read_invoice(FILES / "facturx-en16931.pdf") == read_invoice(FILES / "facturx-en16931.xml")


def test_a_pdf_that_lists_its_invoice_among_associated_files_alone() -> None:
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, NameObject

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(("factur-x.xml", CII)))))
    names: Any = writer.root_object["/Names"].get_object()
    writer.root_object[NameObject("/AF")] = ArrayObject([names["/EmbeddedFiles"]["/Names"][1]])
    del names["/EmbeddedFiles"]
    out = BytesIO()
    writer.write(out)
    assert invoice_of(out.getvalue()) == invoice_of(CII)


@given(st.integers(0, len(CII) - 1), st.binary(min_size=1, max_size=3))
def test_whatever_is_changed_gives_an_invoice_or_a_refusal(at: int, by: bytes) -> None:
    for data in (CII[:at] + by + CII[at + 1 :], CII[:at]):
        with suppress(MarkupRefusedError, InvoiceRefusedError, PdfRefusedError):
            assert isinstance(invoice_of(data), Invoice)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Imprimerie Durand S.A.S.", "imprimerie durand"), ("DURAND & Fils SARL", "durand fils"), ("SAS", "sas")],
)
def test_a_company_by_its_name_alone(name: str, bare: str) -> None:
    assert plain(name) == bare
