"""What a table of quotes makes of the plan: quotes of its lines, new ones and those that say something else now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from model.budget import Line, Quote
from model.incoming import Arrival
from model.money import minor_digits
from model.plan import Plan
from tui.formats.naming import named
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.bulk import new_ids, with_records
from tui.imports.lines.matching import plain
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.quotes.amounts import asked, rate_gap
from tui.imports.quotes.rows import Offer


class Receiver:
    """Receives the quotes of one table into one plan; `lines` has the line decided for each key."""

    def __init__(self, plan: Plan, lines: Mapping[str, str], sheet: str, reader: Reader) -> None:
        self.plan, self.lines, self.sheet, self.reader, self.words = plan, lines, sheet, reader, reader.words
        self.kept: list[Kept] = []
        self.notes: list[Note] = []
        self.ids = new_ids(plan, Quote.LETTER)

    def returned(self, offers: Sequence[Offer]) -> Returned:
        """The plan with the quotes."""
        arrivals: dict[str, list[Arrival]] = {}
        new = changed = same = 0
        used: set[tuple[str, str]] = set()
        for offer in offers:
            if offer.is_total:
                continue
            if (id_ := self._line(offer)) is None:
                continue
            known = self._known(id_, offer, used)
            values = self._values(id_, offer, known)
            quote = known or next(self.ids)
            used.add((id_, quote))
            origin = f"{self.sheet}!{offer.number}" if self.sheet else str(offer.number)
            own = [Arrival(f"budget.{id_}.quotes.{quote}.{name}", value, origin) for name, value in values.items()]
            arrivals.setdefault(id_, []).extend(own)
            new, changed, same = (new + (not known), changed + bool(known and own), same + bool(known and not own))
        taken = {id_: tuple(own) for id_, own in arrivals.items() if own}
        plan = with_records(self.plan, "budget", taken, Line())
        counted = {"new": str(new), "changed": str(changed), "same": str(same)}
        return Returned(plan, self.kept, [Note("tables.quotes_read", counted, len(used)), *self.notes])

    # --- what does not come in --------------------------------------------------------------------------------------

    def _line(self, offer: Offer) -> str | None:
        """The line of a quote; None, and the reason kept, for one that cannot come in."""
        id_ = offer.line_id if offer.line_id in self.plan.budget else self.lines.get(plain(offer.key), "")
        for problem in offer.problems:
            expected = self.words(f"imports.expected.{problem.expected}")
            details = {"what": offer.supplier or offer.key, "column": problem.column, "value": problem.value}
            note = Note("tables.kept.unreadable", {**details, "expected": expected})
            self.kept.append(Kept("", self._place(problem.place), problem.value, note))
        if offer.problems:
            return None
        why, details = self._refused(offer, id_)
        if not why:
            return id_
        text = offer.supplier or offer.key
        note = Note(f"tables.quote.{why}", {"what": text, **details})
        self.kept.append(Kept("", self._place(self.words("tables.at_row", row=offer.number)), text, note))
        return None

    def _refused(self, offer: Offer, id_: str) -> tuple[str, dict[str, str]]:
        """Why a quote cannot come in, with the values of that reason; empty when it can."""
        if not id_:
            return "no_line", {"line": offer.key}
        line = self.plan.budget[id_]
        if not offer.supplier:
            return "no_supplier", {}
        if asked(offer, line, self.plan) is None:
            return "no_amount", {}
        ours = line.currency or self.plan.plan.currency or ""
        if offer.currency and ours and offer.currency != ours:
            return "currency", {"theirs": offer.currency, "ours": ours}
        return "", {}

    def _place(self, place: str) -> str:
        return f"{self.sheet}!{place}" if self.sheet else place

    # --- what comes in ----------------------------------------------------------------------------------------------

    def _known(self, id_: str, offer: Offer, used: set[tuple[str, str]]) -> str:
        """The quote of a line that a row says again: of the same supplier, and of the same reference, day or amount."""
        amount = asked(offer, self.plan.budget[id_], self.plan)
        for key, quote in self.plan.budget[id_].quotes.items():
            if (id_, key) in used or plain(quote.supplier or "") != plain(offer.supplier):
                continue
            if offer.reference and quote.reference:
                if plain(offer.reference) == plain(quote.reference):
                    return key
            elif offer.days.get("date") and quote.date:
                if offer.days["date"] == quote.date:
                    return key
            elif quote.amount == amount or not (offer.reference or offer.days.get("date")):
                return key
        return ""

    def _values(self, id_: str, offer: Offer, known: str) -> dict[str, Any]:
        line = self.plan.budget[id_]
        values: dict[str, Any] = {
            "supplier": offer.supplier,
            "amount": asked(offer, line, self.plan),
            "date": offer.days.get("date"),
            "valid_until": offer.days.get("valid_until"),
            "reference": offer.reference,
        }
        old = line.quotes.get(known)
        self.notes += self._noted(id_, offer, values)
        return {
            name: value
            for name, value in values.items()
            if value not in (None, "") and (old is None or (name != "supplier" and getattr(old, name) != value))
        }

    def _noted(self, id_: str, offer: Offer, values: Mapping[str, Any]) -> Iterator[Note]:
        line = named(self.plan, id_, ("budget",))
        text = {"row": str(offer.number), "what": offer.supplier, "line": line}
        if (gap := rate_gap(offer, self.plan.budget[id_], self.plan)) is not None:
            theirs, ours = (format_number(rate, self.reader.numbers) for rate in gap)
            yield Note("tables.quote_rate", {**text, "theirs": theirs, "ours": ours}, is_trouble=True)
        last = values["valid_until"]
        if last is not None and last < date.today():
            yield Note("tables.quote_expired", {**text, "day": self._day(last)}, is_trouble=True)
        if (gap_money := self._gap(offer)) is not None:
            digits = minor_digits(self.plan.plan.currency)
            made, said = (format_number(one, self.reader.numbers, digits) for one in gap_money)
            yield Note("tables.quote_gap", {**text, "made": made, "said": said}, is_trouble=True)

    def _gap(self, offer: Offer) -> tuple[Decimal, Decimal] | None:
        """What the amount without tax makes with its tax, and what is said, where these differ."""
        figures = offer.figures
        if "amount_incl" not in figures or not ("amount_excl" in figures or "amount" in figures):
            return None
        without, said = figures.get("amount_excl", figures.get("amount", Decimal(0))), figures["amount_incl"]
        if "amount_tax" in figures:
            made = without + figures["amount_tax"]
        elif "tax_rate" in figures:
            probe = Line().replaced({"prices": "incl_tax"})
            turned = Offer(offer.number, figures={"amount_excl": without, "tax_rate": figures["tax_rate"]})
            made = asked(turned, probe, self.plan) or Decimal(0)
        else:
            return None
        return (made, said) if made != said else None

    def _day(self, day: date) -> str:
        from tui.formats.dates import format_date

        return format_date(day, self.words.language)
