"""Invoices written for tests, in both syntaxes, and PDFs that carry them; all sums in whole cents, worked out here."""

from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

FILES = Path(__file__).parent / "files"
_CII = "urn:un:unece:uncefact:data:standard"
_UBL = "urn:oasis:names:specification:ubl:schema:xsd"


def half_up(number: int, by: int) -> int:
    """A quotient rounded half away from zero."""
    sign = -1 if (number < 0) != (by < 0) else 1
    return sign * ((2 * abs(number) + abs(by)) // (2 * abs(by)))


@dataclass(frozen=True)
class Row:
    """A line: a quantity in hundredths, a price in tenths of a cent, a rate of tax in tenths of a percent."""

    quantity: int = 100
    price: int = 100_000
    rate: int = 200
    name: str = "Stand"

    @property
    def net(self) -> int:
        """In cents."""
        return half_up(self.quantity * self.price, 1000)


@dataclass(frozen=True)
class Written:
    """An invoice to write; `wrong` is added in cents to the sums that it names."""

    number: str = "F-1"
    seller: str = "Durand"
    siren: str = "900000025"
    rows: tuple[Row, ...] = (Row(),)
    allowance: int = 0
    prepaid: int = 0
    kind: str = "380"
    currency: str = "EUR"
    order: str = ""
    preceding: str = ""
    wrong: dict[str, int] = field(default_factory=dict)

    def bases(self) -> dict[int, int]:
        """Cents by rate; the allowance is taken off the first."""
        sums: dict[int, int] = {}
        for row in self.rows:
            sums[row.rate] = sums.get(row.rate, 0) + row.net
        sums[self.rows[0].rate] -= self.allowance
        return sums

    def sums(self) -> dict[str, int]:
        """Every total in cents."""
        lines, taxes = sum(row.net for row in self.rows), self.taxes()
        excl = lines - self.allowance
        tax = sum(taxes.values())
        sums = {"lines": lines, "allowances": self.allowance, "excl_tax": excl, "tax": tax, "incl_tax": excl + tax}
        sums |= {"prepaid": self.prepaid, "due": excl + tax - self.prepaid}
        return {name: cents + self.wrong.get(name, 0) for name, cents in sums.items()}

    def taxes(self) -> dict[int, int]:
        """Cents of tax by rate."""
        return {rate: half_up(base * rate, 1000) for rate, base in self.bases().items()}


def scaled(number: int, digits: int) -> str:
    """`12345` in hundredths as `123.45`."""
    sign, text = "-" if number < 0 else "", str(abs(number)).rjust(digits + 1, "0")
    return f"{sign}{text[:-digits]}.{text[-digits:]}"


def cents(number: int) -> str:
    """Cents as an amount."""
    return scaled(number, 2)


def cii(of: Written, profile: str = "urn:cen.eu:en16931:2017") -> bytes:
    """As Factur-X has it."""
    sums = {name: cents(number) for name, number in of.sums().items()}
    rows = "".join(_cii_row(at, row) for at, row in enumerate(of.rows, 1))
    order = f"<r:BuyerOrderReferencedDocument>{_cii_id(of.order)}</r:BuyerOrderReferencedDocument>" if of.order else ""
    before = (
        f"<r:InvoiceReferencedDocument>{_cii_id(of.preceding)}</r:InvoiceReferencedDocument>" if of.preceding else ""
    )
    taxes = of.taxes()
    shares = "".join(
        f"<r:ApplicableTradeTax><r:CalculatedAmount>{cents(taxes[rate])}</r:CalculatedAmount><r:TypeCode>VAT</r:TypeCode>"
        f"<r:BasisAmount>{cents(base)}</r:BasisAmount><r:CategoryCode>S</r:CategoryCode>"
        f"<r:RateApplicablePercent>{scaled(rate, 1)}</r:RateApplicablePercent></r:ApplicableTradeTax>"
        for rate, base in of.bases().items()
    )
    allowance = (
        f"<r:SpecifiedTradeAllowanceCharge><r:ChargeIndicator><u:Indicator>false</u:Indicator></r:ChargeIndicator>"
        f"<r:ActualAmount>{cents(of.allowance)}</r:ActualAmount><r:Reason>Discount</r:Reason><r:CategoryTradeTax>"
        "<r:TypeCode>VAT</r:TypeCode><r:CategoryCode>S</r:CategoryCode><r:RateApplicablePercent>"
        f"{scaled(of.rows[0].rate, 1)}</r:RateApplicablePercent></r:CategoryTradeTax></r:SpecifiedTradeAllowanceCharge>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:CrossIndustryInvoice xmlns:m="{_CII}:CrossIndustryInvoice:100" xmlns:u="{_CII}:UnqualifiedDataType:100"
 xmlns:r="{_CII}:ReusableAggregateBusinessInformationEntity:100">
<m:ExchangedDocumentContext><r:GuidelineSpecifiedDocumentContextParameter><r:ID>{profile}</r:ID>
</r:GuidelineSpecifiedDocumentContextParameter></m:ExchangedDocumentContext>
<m:ExchangedDocument><r:ID>{escape(of.number)}</r:ID><r:TypeCode>{of.kind}</r:TypeCode>
<r:IssueDateTime><u:DateTimeString format="102">20270304</u:DateTimeString></r:IssueDateTime></m:ExchangedDocument>
<m:SupplyChainTradeTransaction>{rows}<r:ApplicableHeaderTradeAgreement>
<r:SellerTradeParty><r:Name>{escape(of.seller)}</r:Name><r:SpecifiedLegalOrganization>
<r:ID schemeID="0002">{of.siren}</r:ID></r:SpecifiedLegalOrganization></r:SellerTradeParty>
<r:BuyerTradeParty><r:Name>Office</r:Name></r:BuyerTradeParty>{order}
</r:ApplicableHeaderTradeAgreement><r:ApplicableHeaderTradeDelivery/><r:ApplicableHeaderTradeSettlement>
<r:InvoiceCurrencyCode>{of.currency}</r:InvoiceCurrencyCode>{shares}{allowance if of.allowance else ""}
<r:SpecifiedTradeSettlementHeaderMonetarySummation><r:LineTotalAmount>{sums["lines"]}</r:LineTotalAmount>
<r:AllowanceTotalAmount>{sums["allowances"]}</r:AllowanceTotalAmount>
<r:TaxBasisTotalAmount>{sums["excl_tax"]}</r:TaxBasisTotalAmount>
<r:TaxTotalAmount currencyID="{of.currency}">{sums["tax"]}</r:TaxTotalAmount>
<r:GrandTotalAmount>{sums["incl_tax"]}</r:GrandTotalAmount><r:TotalPrepaidAmount>{sums["prepaid"]}</r:TotalPrepaidAmount>
<r:DuePayableAmount>{sums["due"]}</r:DuePayableAmount></r:SpecifiedTradeSettlementHeaderMonetarySummation>
{before}</r:ApplicableHeaderTradeSettlement></m:SupplyChainTradeTransaction></m:CrossIndustryInvoice>
""".encode()


def _cii_id(text: str) -> str:
    return f"<r:IssuerAssignedID>{escape(text)}</r:IssuerAssignedID>"


def _cii_row(at: int, row: Row) -> str:
    return f"""<r:IncludedSupplyChainTradeLineItem>
<r:AssociatedDocumentLineDocument><r:LineID>{at}</r:LineID></r:AssociatedDocumentLineDocument>
<r:SpecifiedTradeProduct><r:Name>{escape(row.name)}</r:Name></r:SpecifiedTradeProduct><r:SpecifiedLineTradeAgreement>
<r:NetPriceProductTradePrice><r:ChargeAmount>{scaled(row.price, 3)}</r:ChargeAmount></r:NetPriceProductTradePrice>
</r:SpecifiedLineTradeAgreement><r:SpecifiedLineTradeDelivery>
<r:BilledQuantity unitCode="C62">{scaled(row.quantity, 2)}</r:BilledQuantity></r:SpecifiedLineTradeDelivery>
<r:SpecifiedLineTradeSettlement><r:ApplicableTradeTax><r:TypeCode>VAT</r:TypeCode><r:CategoryCode>S</r:CategoryCode>
<r:RateApplicablePercent>{scaled(row.rate, 1)}</r:RateApplicablePercent></r:ApplicableTradeTax>
<r:SpecifiedTradeSettlementLineMonetarySummation><r:LineTotalAmount>{cents(row.net)}</r:LineTotalAmount>
</r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement></r:IncludedSupplyChainTradeLineItem>"""


def ubl(of: Written) -> bytes:
    """As Peppol and Chorus Pro have it; a credit note under its own root."""
    root = "CreditNote" if of.kind == "381" else "Invoice"
    sums = {name: _money(number, of) for name, number in of.sums().items()}
    taxes = of.taxes()
    shares = "".join(
        f"<a:TaxSubtotal><b:TaxableAmount{_money(base, of)}</b:TaxableAmount><b:TaxAmount{_money(taxes[rate], of)}"
        f"</b:TaxAmount><a:TaxCategory><b:ID>S</b:ID><b:Percent>{scaled(rate, 1)}</b:Percent></a:TaxCategory>"
        "</a:TaxSubtotal>"
        for rate, base in of.bases().items()
    )
    allowance = (
        f"<a:AllowanceCharge><b:ChargeIndicator>false</b:ChargeIndicator>"
        f"<b:AllowanceChargeReason>Discount</b:AllowanceChargeReason><b:Amount{_money(of.allowance, of)}</b:Amount>"
        f"<a:TaxCategory><b:Percent>{scaled(of.rows[0].rate, 1)}</b:Percent></a:TaxCategory></a:AllowanceCharge>"
    )
    order = f"<a:OrderReference><b:ID>{escape(of.order)}</b:ID></a:OrderReference>" if of.order else ""
    before = (
        f"<a:BillingReference><a:InvoiceDocumentReference><b:ID>{escape(of.preceding)}</b:ID>"
        "</a:InvoiceDocumentReference></a:BillingReference>"
    )
    rows = "".join(_ubl_row(at, row, root, of) for at, row in enumerate(of.rows, 1))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="{_UBL}:{root}-2" xmlns:a="{_UBL}:CommonAggregateComponents-2" xmlns:b="{_UBL}:CommonBasicComponents-2">
<b:ID>{escape(of.number)}</b:ID><b:IssueDate>2027-03-04</b:IssueDate><b:{root}TypeCode>{of.kind}</b:{root}TypeCode>
<b:DocumentCurrencyCode>{of.currency}</b:DocumentCurrencyCode>{order}{before if of.preceding else ""}
<a:AccountingSupplierParty><a:Party><a:PartyLegalEntity><b:RegistrationName>{escape(of.seller)}</b:RegistrationName>
<b:CompanyID schemeID="0002">{of.siren}</b:CompanyID></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
<a:AccountingCustomerParty><a:Party><a:PartyLegalEntity><b:RegistrationName>Office</b:RegistrationName>
</a:PartyLegalEntity></a:Party></a:AccountingCustomerParty>
{allowance if of.allowance else ""}<a:TaxTotal><b:TaxAmount{sums["tax"]}</b:TaxAmount>{shares}</a:TaxTotal>
<a:LegalMonetaryTotal><b:LineExtensionAmount{sums["lines"]}</b:LineExtensionAmount>
<b:TaxExclusiveAmount{sums["excl_tax"]}</b:TaxExclusiveAmount><b:TaxInclusiveAmount{sums["incl_tax"]}</b:TaxInclusiveAmount>
<b:AllowanceTotalAmount{sums["allowances"]}</b:AllowanceTotalAmount>
<b:PrepaidAmount{sums["prepaid"]}</b:PrepaidAmount><b:PayableAmount{sums["due"]}</b:PayableAmount></a:LegalMonetaryTotal>
{rows}</{root}>
""".encode()


def _money(number: int, of: Written) -> str:
    return f' currencyID="{of.currency}">{cents(number)}'


def _ubl_row(at: int, row: Row, root: str, of: Written) -> str:
    measure = "CreditedQuantity" if root == "CreditNote" else "InvoicedQuantity"
    return f"""<a:{root}Line><b:ID>{at}</b:ID><b:{measure} unitCode="C62">{scaled(row.quantity, 2)}</b:{measure}>
<b:LineExtensionAmount{_money(row.net, of)}</b:LineExtensionAmount><a:Item><b:Name>{escape(row.name)}</b:Name>
<a:ClassifiedTaxCategory><b:Percent>{scaled(row.rate, 1)}</b:Percent></a:ClassifiedTaxCategory></a:Item>
<a:Price><b:PriceAmount currencyID="{of.currency}">{scaled(row.price, 3)}</b:PriceAmount></a:Price></a:{root}Line>"""


def with_wrong(of: Written, name: str, by: int) -> Written:
    """The same, one of its sums wrong by some cents."""
    return replace(of, wrong={name: by})


def pdf(*attached: tuple[str, bytes], password: str = "") -> bytes:
    """A page with files attached to it."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    for name, content in attached:
        writer.add_attachment(name, content)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
