"""Values of an invoice's XML: amounts and days in the one notation that the standards allow."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tui.imports.invoices.invoice import InvoiceRefusedError
from tui.imports.invoices.markup import Element

_AMOUNT = re.compile(r"[+-]?(?:\d{1,18}(?:\.\d{0,12})?|\.\d{1,12})")


def amount(element: Element, path: str) -> Decimal | None:
    """A number at a path, None where nothing stands.

    Raises:
        InvoiceRefusedError: what stands there is no number.
    """
    return next(amounts(element, path), None)


def amounts(element: Element, path: str) -> Iterator[Decimal]:
    """All numbers at a path."""
    for found in element.all(path):
        text = found.text.strip()
        if text:
            if not _AMOUNT.fullmatch(text):
                raise InvoiceRefusedError("amount", found.name, found.line, text)
            yield Decimal(text)


def amount_in(element: Element, path: str, currency: str) -> Decimal | None:
    """A number in a currency, or in none: a total of tax may be told in a second one."""
    found = [one for one in element.all(path) if one.attributes.get("currencyID", currency) == currency]
    return next((value for one in found if (value := amount(_alone(one), one.name)) is not None), None)


def _alone(element: Element) -> Element:
    return Element("", "", {}, element.line, [element])


def day(element: Element, path: str) -> date | None:
    """A day at a path: `20270331` as CII has it, `2027-03-31` as UBL does, with an offset or a time or without."""
    found = element.first(path)
    if found is None or not found.text.strip():
        return None
    text = found.text.strip()
    match = re.fullmatch(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*|Z|[+-]\d{2}:\d{2}|\d{4,6})?", text)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        pass
    raise InvoiceRefusedError("day", found.name, found.line, text)


def needed(element: Element, path: str) -> str:
    """A text that no invoice can do without."""
    if text := element.said(path):
        return text
    raise InvoiceRefusedError("absent", path.rpartition("/")[2], element.line)


def needed_day(element: Element, path: str) -> date:
    """A day that no invoice can do without."""
    found = day(element, path)
    if found is None:
        raise InvoiceRefusedError("absent", path.partition("/")[0], element.line)
    return found


def texts(element: Element, *paths: str) -> tuple[str, ...]:
    """The texts at some paths, each once, in their order."""
    found = (" ".join(one.text.split()) for path in paths for one in element.all(path))
    return tuple(dict.fromkeys(text for text in found if text))
