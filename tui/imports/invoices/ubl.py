"""UBL 2.1 Invoice and CreditNote, as Peppol, Chorus Pro and the accounting programs write them."""

from decimal import Decimal

from tui.imports.invoices.invoice import Invoice, Item, Part, Party, Share, Totals
from tui.imports.invoices.markup import Element
from tui.imports.invoices.values import amount, day, needed, needed_day, texts

ROOTS = ("Invoice", "CreditNote")
SPACE = "urn:oasis:names:specification:ubl:schema:xsd:"
_REFERENCES = (
    "OrderReference/ID",
    "OrderReference/SalesOrderID",
    "ContractDocumentReference/ID",
    "OriginatorDocumentReference/ID",
    "BuyerReference",
    "AdditionalDocumentReference/ID",
)


def read(root: Element) -> Invoice:
    """The invoice or the credit note.

    Raises:
        InvoiceRefusedError: no number, day or currency, or a figure that is none.
    """
    is_credit = root.name == "CreditNote"
    currency = needed(root, "DocumentCurrencyCode")
    tax = _tax_total(root, currency)
    kind = root.said("CreditNoteTypeCode" if is_credit else "InvoiceTypeCode") or ("381" if is_credit else "380")
    name = "CreditNoteLine" if is_credit else "InvoiceLine"
    return Invoice(
        syntax="UBL",
        profile=_profile(root),
        number=needed(root, "ID"),
        kind="381" if is_credit and kind == "380" else kind,
        day=needed_day(root, "IssueDate"),
        due=day(root, "DueDate") or day(root, "PaymentMeans/PaymentDueDate"),
        currency=currency,
        seller=_party(root, "AccountingSupplierParty/Party"),
        buyer=_party(root, "AccountingCustomerParty/Party"),
        totals=_totals(root, amount(tax, "TaxAmount")),
        references=_references(root, name),
        preceding=texts(root, "BillingReference/InvoiceDocumentReference/ID"),
        items=tuple(_item(one) for one in root.all(name)),
        shares=tuple(_share(one) for one in tax.all("TaxSubtotal")),
        parts=tuple(_allowance(one) for one in root.all("AllowanceCharge")),
    )


def _profile(root: Element) -> str:
    guide = root.said("CustomizationID").lower()
    for mark, name in (("peppol", "Peppol BIS"), ("xrechnung", "XRechnung"), ("en16931", "EN 16931")):
        if mark in guide:
            return name
    return root.said("UBLVersionID")


def _tax_total(root: Element, currency: str) -> Element:
    """The total of tax in the invoice's own currency: there may be a second one in that of the accounts."""
    empty = Element("TaxTotal", "", {}, root.line)
    found = list(root.all("TaxTotal"))
    own = [one for one in found if _currency(one, currency) == currency]
    return next((one for one in own if one.first("TaxSubtotal")), own[0] if own else empty)


def _currency(total: Element, default: str) -> str:
    first = total.first("TaxAmount")
    return first.attributes.get("currencyID", default) if first else ""


def _party(root: Element, path: str) -> Party:
    party = root.first(path) or Element("Party", "", {}, root.line)
    taxes = list(party.all("PartyTaxScheme"))
    vat = next((one.said("CompanyID") for one in taxes if one.said("TaxScheme/ID").upper() in ("VAT", "TVA")), "")
    name = party.said("PartyName/Name") or party.said("PartyLegalEntity/RegistrationName")
    legal = party.said("PartyLegalEntity/CompanyID") or party.said("PartyIdentification/ID")
    return Party(name, vat, legal)


def _references(root: Element, name: str) -> tuple[str, ...]:
    return texts(root, *_REFERENCES, f"{name}/OrderLineReference/OrderReference/ID")


def _totals(root: Element, tax: Decimal | None) -> Totals:
    sums = root.first("LegalMonetaryTotal") or Element("", "", {}, root.line)
    return Totals(
        lines=amount(sums, "LineExtensionAmount"),
        allowances=amount(sums, "AllowanceTotalAmount"),
        charges=amount(sums, "ChargeTotalAmount"),
        excl_tax=amount(sums, "TaxExclusiveAmount"),
        tax=tax,
        incl_tax=amount(sums, "TaxInclusiveAmount"),
        prepaid=amount(sums, "PrepaidAmount"),
        rounding=amount(sums, "PayableRoundingAmount"),
        due=amount(sums, "PayableAmount"),
    )


def _share(subtotal: Element) -> Share:
    rate = amount(subtotal, "TaxCategory/Percent")
    if rate is None:
        rate = amount(subtotal, "Percent")
    base, tax = amount(subtotal, "TaxableAmount"), amount(subtotal, "TaxAmount")
    return Share(rate, base, tax, subtotal.said("TaxCategory/ID"))


def _allowance(element: Element) -> Part:
    is_charge = element.said("ChargeIndicator").lower() in ("true", "1")
    rate = amount(element, "TaxCategory/Percent")
    return Part(amount(element, "Amount") or Decimal(0), is_charge, rate, element.said("AllowanceChargeReason"))


def _item(line: Element) -> Item:
    measure = "CreditedQuantity" if line.name == "CreditNoteLine" else "InvoicedQuantity"
    quantity = line.first(measure)
    return Item(
        id=line.said("ID"),
        name=line.said("Item/Name") or line.said("Item/Description"),
        net=amount(line, "LineExtensionAmount"),
        quantity=amount(line, measure),
        unit=quantity.attributes.get("unitCode", "") if quantity else "",
        price=amount(line, "Price/PriceAmount"),
        per=amount(line, "Price/BaseQuantity"),
        rate=amount(line, "Item/ClassifiedTaxCategory/Percent"),
        parts=tuple(_allowance(one) for one in line.all("AllowanceCharge")),
    )
