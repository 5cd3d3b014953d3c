"""What is told of a ledger before anything is taken of it: how it is written, whether it balances."""

from collections.abc import Iterator
from decimal import Decimal

from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.ledger.entries import ACCRUAL, CLOSING, OPENING
from tui.imports.ledger.figures import DIGITS
from tui.imports.ledger.names import clean
from tui.imports.ledger.spending import Balance, Ledger
from tui.imports.ledger.years import FiscalYear
from tui.imports.outcome import Note

_SEPARATORS = {"\t": "tab", "|": "bar", ";": "semicolon", ",": "comma", "": "cells"}
_MOST_NAMED = 3


def shown(amount: int, reader: Reader) -> str:
    """An amount in millionths as it is read, to the cent."""
    cents = Decimal(amount).scaleb(-DIGITS).quantize(Decimal("0.01"))
    return format_number(cents, reader.numbers, 2)


def facts(ledger: Ledger, year: FiscalYear, plan: Plan, reader: Reader) -> tuple[Note, ...]:
    """How it is written, whether it agrees, what its charges hold."""
    return (*_written(ledger, year, reader), *_agrees(ledger, year, reader), *_open(ledger, plan, reader))


def _written(ledger: Ledger, year: FiscalYear, reader: Reader) -> Iterator[Note]:
    words, language = reader.words, reader.words.language
    yield Note(
        "ledger.year",
        {
            "siren": ledger.siren or "–",
            "label": year.label,
            "start": format_date(year.start, language),
            "end": format_date(year.end, language),
        },
    )
    if year.is_guessed:
        yield Note("ledger.guessed")
    written = {
        "encoding": ledger.encoding.upper(),
        "separator": words(f"ledger.separator.{_SEPARATORS[ledger.separator]}"),
        "entries": str(ledger.entries),
    }
    yield Note("ledger.read", written, ledger.lines)
    for what, number in ledger.mended.items():
        yield Note(f"ledger.{what}", number=number)


def _agrees(ledger: Ledger, year: FiscalYear, reader: Reader) -> Iterator[Note]:
    debit, credit = ledger.debit, ledger.credit
    totals = {"debit": shown(debit, reader), "credit": shown(credit, reader), "gap": shown(debit - credit, reader)}
    yield Note("ledger.balanced", totals) if debit == credit else Note("ledger.unbalanced", totals, is_trouble=True)
    if ledger.unbalanced:
        named = [_entry(one, reader) for one in ledger.unbalanced[:_MOST_NAMED]]
        more = ["…"] if len(ledger.unbalanced) > _MOST_NAMED else []
        yield Note("ledger.entries", {"named": ", ".join(named + more)}, len(ledger.unbalanced), is_trouble=True)
    if outside := sorted(day for day in ledger.days if not year.holds(day)):
        first, last = (format_date(day, reader.words.language) for day in (outside[0], outside[-1]))
        number = sum(ledger.days[day] for day in outside)
        yield Note("ledger.outside", {"first": first, "last": last}, number, is_trouble=True)


def _entry(one: Balance, reader: Reader) -> str:
    gap = shown(one.difference, reader)
    return reader.words("ledger.entry", name=clean(f"{one.journal} {one.number}"), line=one.line, gap=gap)


def _open(ledger: Ledger, plan: Plan, reader: Reader) -> Iterator[Note]:
    """What one has to know about the charges."""
    if ledger.vat:
        yield Note("ledger.vat", {"amount": shown(ledger.vat, reader)})
    elif ledger.spent:
        yield Note("ledger.no_vat")
    else:
        yield Note("ledger.no_charges", is_trouble=True)
    for kind in (CLOSING, OPENING):
        if any(key.kind == kind for key in ledger.spent):
            yield Note(f"ledger.{kind}", {"amount": shown(ledger.total(lambda key: key.kind == kind).sum, reader)})  # noqa: B023
    if any(key.kind == ACCRUAL for key in ledger.spent):
        sums = [ledger.spent[key].sum for key in ledger.spent if key.kind == ACCRUAL]
        drawn, put_off = (sum(one for one in sums if (one > 0) is is_added) for is_added in (True, False))
        yield Note("ledger.accruals", {"added": shown(drawn, reader), "taken_off": shown(put_off, reader)})
    if (plan.plan.currency or "EUR") != "EUR":
        yield Note("ledger.currency", {"currency": plan.plan.currency or ""})
