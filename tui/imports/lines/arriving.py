"""Lines of a table as arrivals for the plan: every field of a new line, and of a known one what differs."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from model.amount_edits import with_amount
from model.amounts import line_money
from model.budget import Line
from model.edits import EditRefusedError
from model.incoming import Arrival
from model.money import rounded
from model.plain import frozen
from model.plan import Plan
from model.sheet import Prices
from tui.imports.lines.amounts import Amounts
from tui.imports.lines.categories import Placed
from tui.imports.lines.matching import plain
from tui.imports.lines.targets import HISTORY

_TEXTS = ("supplier", "reference", "unit", "note")
_FIGURES = ("last_year", "committed", "spent", "landing", "low", "high")
_FORMS = ("amount", "unit_cost", "quantity")
_EMPTIED = ("months", "prices", "currency", "exchange_rate", "rate_date", *_FORMS)
"""Fields that an import may empty."""


@frozen
class Arriving:
    """Makes arrivals for one plan; `provenance` is a text with a place for the row's number."""

    plan: Plan
    sheet: str
    provenance: str

    def spelled(self, category: str) -> str:
        """A category as the plan writes it, whatever the capitals and accents of the table."""
        return self._categories.get(plain(category), category)

    @cached_property
    def _categories(self) -> dict[str, str]:
        lines = reversed(self.plan.budget.values())
        return {plain(line.category): line.category for line in lines if line.category}

    def of_new(self, id_: str, line: Placed, amounts: Amounts) -> tuple[Arrival, ...]:
        """All that a new line holds."""
        values: dict[str, Any] = {
            "label": line.one.row.label,
            "category": self.spelled(line.category),
            "group": line.group,
        }
        values |= self._plain(line) | {name: value for name, value in amounts.fields.items() if name != "months"}
        sheet = self.plan.plan
        if amounts.side and amounts.side != sheet.prices and amounts.figure is not None:
            values["prices"] = amounts.side
        if amounts.rate is not None and amounts.rate != (sheet.tax_rate or Decimal(0)):
            values["tax_rate"] = amounts.rate
        values["provenance"] = self.provenance.format(row=line.one.row.number)
        self._own_currency(values, Line())
        months = {f"months.{month}": value for month, value in amounts.fields.get("months", {}).items()}
        return tuple(self._arrivals(id_, line, {**values, **months}))

    def of_known(self, id_: str, line: Placed, amounts: Amounts) -> tuple[Arrival, ...]:
        """What differs from the line that the plan has; a cell with nothing in it changes nothing."""
        old = self.plan.budget[id_]
        label = line.one.row.label if line.one.row.texts.get("id") == id_ else ""
        told = {"label": label, "category": self.spelled(line.category), "group": line.group, **self._plain(line)}
        self._own_currency(told, old)
        values = {
            name: value for name, value in told.items() if value not in (None, "") and _differs(value, _now(old, name))
        }
        figures = any(name in _FIGURES or name.startswith(HISTORY) for name in values)
        changed = dict(self._amount(id_, old, amounts, values.pop("currency", "")))
        if figures or changed:
            values["provenance"] = self.provenance.format(row=line.one.row.number)
        return tuple(self._arrivals(id_, line, {**changed, **values}))

    def _plain(self, line: Placed) -> dict[str, Any]:
        row = line.one.row
        values: dict[str, Any] = {name: row.texts[name] for name in _TEXTS if row.texts.get(name)}
        values |= {name: row.figures[name] for name in _FIGURES if name in row.figures}
        values |= {name: value for name, value in row.figures.items() if name.startswith(HISTORY)}
        return values | {name: value for name, value in row.others.items() if value is not None}

    def _own_currency(self, values: dict[str, Any], line: Line) -> None:
        """A currency that is the line's already is nothing to say."""
        if values.get("currency") == (line.currency or self.plan.plan.currency):
            del values["currency"]

    def _amount(self, id_: str, old: Line, amounts: Amounts, currency: str) -> Iterator[tuple[str, Any]]:
        """What makes a known line amount to the figure, in the form it has unless the table gives another."""
        side: Prices = old.prices or self.plan.plan.prices or "excl_tax"
        rate = old.tax_rate if old.tax_rate is not None else self.plan.plan.tax_rate or Decimal(0)
        if amounts.rate is not None and amounts.rate != rate:
            yield "tax_rate", amounts.rate
        if amounts.figure is None:
            return
        wanted, new = amounts.side or side, amounts.fields
        known = _money(self.plan, old, is_converted=bool(currency)).on(wanted)
        if known == rounded(amounts.figure, self.plan.plan.currency) and ("amount" in new or _holds(old, new)):
            return
        if currency:
            # The plan's own where the line was in a foreign one: what it was converted at says nothing any more.
            own = currency == self.plan.plan.currency
            yield from (("currency", None if own else currency), ("exchange_rate", None), ("rate_date", None))
        if wanted != side:
            yield "prices", wanted if wanted != self.plan.plan.prices else None
        yield from _changes(old, new if "amount" not in new else _in_its_form(self.plan, id_, old, amounts.figure, new))

    def _arrivals(self, id_: str, line: Placed, values: dict[str, Any]) -> Iterator[Arrival]:
        origin = f"{self.sheet}!{line.one.row.number}" if self.sheet else str(line.one.row.number)
        for name, value in values.items():
            if value not in (None, "") or (value is None and name.split(".")[0] in _EMPTIED):
                yield Arrival(f"budget.{id_}.{name}", value, origin)


def _differs(new: Any, old: Any) -> bool:
    """Whether a cell says something else; capitals, accents and spaces alone say nothing."""
    return plain(new) != plain(old) if isinstance(new, str) and isinstance(old, str) else bool(new != old)


def _now(line: Line, name: str) -> Any:
    if name.startswith(HISTORY):
        return line.history.get(name.removeprefix(HISTORY))
    return getattr(line, name)


def _holds(line: Line, new: dict[str, Any]) -> bool:
    """Whether a line holds just this detail."""
    return all(getattr(line, name) == new[name] for name in ("unit_cost", "quantity", "months") if name in new)


@frozen
class _Sides:
    excl_tax: Decimal
    incl_tax: Decimal

    def on(self, side: Prices) -> Decimal:
        return self.incl_tax if side == "incl_tax" else self.excl_tax


def _money(plan: Plan, line: Line, *, is_converted: bool) -> _Sides:
    """What a line amounts to, whether or not it counts: in its own currency, or converted into the plan's."""
    update: dict[str, Any] = {"included_in": None}
    if not is_converted:
        update |= {"currency": None, "exchange_rate": None}
    money = line_money(plan.replaced({"budget": {"B": line.replaced(update)}}), "B")
    return _Sides(money.excl_tax, money.incl_tax)


def _in_its_form(plan: Plan, id_: str, old: Line, figure: Decimal, new: dict[str, Any]) -> dict[str, Any]:
    """An amount as the unit cost or the months that a line has; as an amount where these cannot hold it."""
    if old.amount is not None or not (old.months or old.unit_cost is not None):
        return new
    try:
        made = with_amount(plan.replaced({"budget": {id_: old}}), id_, figure).budget[id_]
    except EditRefusedError:
        return new
    return {"months": made.months} if made.months else {"unit_cost": made.unit_cost, "quantity": made.quantity}


def _changes(old: Line, new: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What of a line's form of amount goes, then what comes."""
    months = new.get("months", {})
    yield from ((f"months.{month}", None) for month in old.months if month not in months)
    yield from ((name, None) for name in _FORMS if name not in new and getattr(old, name) is not None)
    yield from ((name, new[name]) for name in _FORMS if name in new and new[name] != getattr(old, name))
    yield from ((f"months.{month}", value) for month, value in months.items() if value != old.months.get(month))
