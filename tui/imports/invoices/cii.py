"""UN/CEFACT Cross Industry Invoice (D16B), as Factur-X and ZUGFeRD carry it, in all of its profiles."""

from datetime import date
from decimal import Decimal

from tui.imports.invoices.invoice import Invoice, Item, Part, Party, Share, Totals
from tui.imports.invoices.markup import Element
from tui.imports.invoices.values import amount, amount_in, day, needed, needed_day, texts

ROOT = "CrossIndustryInvoice"
_PROFILES = {"minimum": "MINIMUM", "basicwl": "BASIC WL", "basic": "BASIC", "extended": "EXTENDED"}
_REFERENCES = (
    "BuyerOrderReferencedDocument/IssuerAssignedID",
    "SellerOrderReferencedDocument/IssuerAssignedID",
    "QuotationReferencedDocument/IssuerAssignedID",
    "ContractReferencedDocument/IssuerAssignedID",
    "BuyerReference",
    "AdditionalReferencedDocument/IssuerAssignedID",
)
_ITEM_REFERENCES = ("BuyerOrderReferencedDocument/IssuerAssignedID", "QuotationReferencedDocument/IssuerAssignedID")


def read(root: Element) -> Invoice:
    """The invoice.

    Raises:
        InvoiceRefusedError: no number, day or currency, or a figure that is none.
    """
    document, trade = _part(root, "ExchangedDocument"), _part(root, "SupplyChainTradeTransaction")
    agreement, settled = (_part(trade, f"ApplicableHeaderTrade{name}") for name in ("Agreement", "Settlement"))
    currency = needed(settled, "InvoiceCurrencyCode")
    return Invoice(
        syntax="CII",
        profile=_profile(root),
        number=needed(document, "ID"),
        kind=document.said("TypeCode"),
        day=needed_day(document, "IssueDateTime/DateTimeString"),
        due=_due(settled),
        currency=currency,
        seller=_party(agreement, "SellerTradeParty"),
        buyer=_party(agreement, "BuyerTradeParty"),
        totals=_totals(settled, currency),
        references=_references(agreement, trade),
        preceding=texts(settled, "InvoiceReferencedDocument/IssuerAssignedID"),
        items=tuple(_item(one) for one in trade.all("IncludedSupplyChainTradeLineItem") if _counts(one)),
        shares=tuple(_share(one) for one in settled.all("ApplicableTradeTax")),
        parts=tuple(_allowance(one) for one in settled.all("SpecifiedTradeAllowanceCharge")) + _shipping(settled),
    )


def _part(element: Element, name: str) -> Element:
    return element.first(name) or Element(name, "", {}, element.line)


def _profile(root: Element) -> str:
    """The profile that the guideline's identifier names; other guidelines (XRechnung, CTC) by their last word."""
    guide = root.said("ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID").lower()
    last = guide.replace("#", ":").split(":")[-1]
    return _PROFILES.get(last, "EN 16931" if "en16931" in guide else last)


def _due(settled: Element) -> date | None:
    return next((found for terms in settled.all("SpecifiedTradePaymentTerms")
                 if (found := day(terms, "DueDateDateTime/DateTimeString"))), None)  # fmt: skip


def _party(agreement: Element, name: str) -> Party:
    party = _part(agreement, name)
    numbers = {one.attributes.get("schemeID", ""): one.text.strip() for one in party.all("SpecifiedTaxRegistration/ID")}
    legal = party.said("SpecifiedLegalOrganization/ID") or party.said("GlobalID")
    return Party(party.said("Name"), numbers.get("VA", ""), legal)


def _references(agreement: Element, trade: Element) -> tuple[str, ...]:
    items = (f"IncludedSupplyChainTradeLineItem/SpecifiedLineTradeAgreement/{path}" for path in _ITEM_REFERENCES)
    return tuple(dict.fromkeys(texts(agreement, *_REFERENCES) + texts(trade, *items)))


def _totals(settled: Element, currency: str) -> Totals:
    sums = _part(settled, "SpecifiedTradeSettlementHeaderMonetarySummation")
    return Totals(
        lines=amount(sums, "LineTotalAmount"),
        allowances=amount(sums, "AllowanceTotalAmount"),
        charges=amount(sums, "ChargeTotalAmount"),
        excl_tax=amount(sums, "TaxBasisTotalAmount"),
        tax=amount_in(sums, "TaxTotalAmount", currency),
        incl_tax=amount(sums, "GrandTotalAmount"),
        prepaid=amount(sums, "TotalPrepaidAmount"),
        rounding=amount(sums, "RoundingAmount"),
        due=amount(sums, "DuePayableAmount"),
    )


def _share(tax: Element) -> Share:
    rate = amount(tax, "RateApplicablePercent")
    return Share(rate, amount(tax, "BasisAmount"), amount(tax, "CalculatedAmount"), tax.said("CategoryCode"))


def _allowance(element: Element) -> Part:
    is_charge = element.said("ChargeIndicator/Indicator").lower() in ("true", "1")
    rate = amount(element, "CategoryTradeTax/RateApplicablePercent")
    return Part(amount(element, "ActualAmount") or Decimal(0), is_charge, rate, element.said("Reason"))


def _shipping(settled: Element) -> tuple[Part, ...]:
    """Charges for carriage, which EXTENDED tells apart."""
    return tuple(
        Part(amount(one, "AppliedAmount") or Decimal(0), True, amount(one, "AppliedTradeTax/RateApplicablePercent"),
             one.said("Description"))
        for one in settled.all("SpecifiedLogisticsServiceCharge")
    )  # fmt: skip


def _counts(item: Element) -> bool:
    """Whether a line takes part in the sum: EXTENDED has lines that only group or inform."""
    return item.said("AssociatedDocumentLineDocument/LineStatusReasonCode").upper() not in ("GROUP", "INFORMATION")


def _item(item: Element) -> Item:
    settled = _part(item, "SpecifiedLineTradeSettlement")
    quantity = item.first("SpecifiedLineTradeDelivery/BilledQuantity")
    price = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice"
    return Item(
        id=item.said("AssociatedDocumentLineDocument/LineID"),
        name=item.said("SpecifiedTradeProduct/Name"),
        net=amount(settled, "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"),
        quantity=amount(item, "SpecifiedLineTradeDelivery/BilledQuantity"),
        unit=quantity.attributes.get("unitCode", "") if quantity else "",
        price=amount(item, f"{price}/ChargeAmount"),
        per=amount(item, f"{price}/BasisQuantity"),
        rate=amount(settled, "ApplicableTradeTax/RateApplicablePercent"),
        parts=tuple(_allowance(one) for one in settled.all("SpecifiedTradeAllowanceCharge")),
    )
