"""An invoice from a file: a PDF that carries one, or the XML itself in either syntax."""

from pathlib import Path

from tui.imports.invoices import cii, ubl
from tui.imports.invoices.invoice import Invoice, InvoiceRefusedError
from tui.imports.invoices.markup import Element, MarkupRefusedError, parsed
from tui.imports.invoices.pdf import PdfRefusedError, attached
from tui.imports.refusing import ImportRefusedError

_MOST_BYTES = 50_000_000
_WRAPPED = "StandardBusinessDocument"  # how Peppol sends one


def read_invoice(file: Path) -> Invoice:
    """The invoice of a file.

    Raises:
        ImportRefusedError: there is none in it, or it lacks what no invoice can do without.
        ModuleNotFoundError: it is a PDF and pypdf is not installed.
    """
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ImportRefusedError("invoices.too_large", file=str(file))
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    except OSError as error:
        raise ImportRefusedError("invoices.closed", file=str(file)) from error
    try:
        return invoice_of(data)
    except PdfRefusedError as error:
        raise ImportRefusedError(f"invoices.{error.code}", file=str(file)) from error
    except MarkupRefusedError as error:
        raise ImportRefusedError(f"invoices.{error.code}", file=str(file), line=str(error.line)) from error
    except InvoiceRefusedError as error:
        where = {"element": error.element, "line": str(error.line), "value": error.value[:60]}
        raise ImportRefusedError(f"invoices.{error.code}", file=str(file), **where) from error


def invoice_of(data: bytes) -> Invoice:
    """The invoice in these bytes.

    Raises:
        PdfRefusedError, MarkupRefusedError, InvoiceRefusedError: there is none that can be read.
    """
    if b"%PDF-" not in data[:1024]:
        return _read(parsed(data))
    roots = [parsed(text) for text in attached(data)]
    return _read(next((root for root in roots if _reader(root)), roots[0]))


def _reader(root: Element) -> str:
    if root.name == cii.ROOT:
        return "cii"
    return "ubl" if root.name in ubl.ROOTS and root.space.startswith(ubl.SPACE) else ""


def _read(root: Element) -> Invoice:
    if root.name == _WRAPPED:
        root = next((child for child in root.children if _reader(child)), root)
    kind = _reader(root)
    if not kind:
        code = {"CrossIndustryDocument": "zugferd_1", "SCRDMCCBDACIOMessageStructure": "order"}.get(
            root.name, "foreign"
        )
        raise InvoiceRefusedError(code, root.name, root.line)
    found = cii.read(root) if kind == "cii" else ubl.read(root)
    if not found.seller.key:
        raise InvoiceRefusedError("absent", "SellerTradeParty" if kind == "cii" else "AccountingSupplierParty")
    if found.totals.excl_tax is None and found.totals.incl_tax is None:
        raise InvoiceRefusedError("absent", "TaxBasisTotalAmount" if kind == "cii" else "TaxExclusiveAmount")
    return found
