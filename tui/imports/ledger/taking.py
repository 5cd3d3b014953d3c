"""A ledger's costs into the plan: figures of last year, of the history, or what this year has spent."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.budget import Line
from model.incoming import Arrival
from model.money import rounded
from model.phasing import month_name, month_number
from model.plain import slotted
from model.plan import Plan
from model.values import canonical
from tui.imports.bulk import new_ids, with_records
from tui.imports.ledger.choices import Choices, threshold
from tui.imports.ledger.costs import Cost, costs, gathered
from tui.imports.ledger.figures import UNIT
from tui.imports.ledger.matching import Lines, other_ledger, with_origin
from tui.imports.ledger.names import clean
from tui.imports.ledger.spending import Ledger
from tui.imports.ledger.years import HISTORY, LAST_YEAR, SPENT, FiscalYear
from tui.imports.outcome import Kept, Note, Returned
from tui.words import Words

_MOST_ACCOUNTS = 8
_MOST_NAMED = 8


@slotted
class Taking:
    """What goes from a ledger into a plan.

    `words` are the plan's, `tell` writes amounts for whoever reads; `origin` names the ledger in the provenance of its
    lines, `mark` begins the names of all ledgers of the same client.
    """

    plan: Plan
    ledger: Ledger
    year: FiscalYear
    choices: Choices
    words: Words
    tell: Callable[[int], str]
    mark: str
    origin: str
    kept: list[Kept] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    arrivals: dict[str, tuple[Arrival, ...]] = field(default_factory=dict)
    reached: dict[str, Cost] = field(default_factory=dict)

    def result(self) -> Returned:
        """All costs in turn."""
        lines, ids = Lines(self.plan, self.mark), new_ids(self.plan, Line.LETTER)
        below = threshold(self.choices.small) or 0
        found = costs(self.ledger, self.choices)
        keeps = {at for at, cost in enumerate(found) if lines.of(cost)}
        found, small = gathered(found, below, keeps)
        for cost in found:
            self._take(cost, lines.of(cost), ids)
        self._tell(found, small, lines.left(self.reached, self.origin))
        plan = with_records(self.plan, "budget", self.arrivals, Line())
        return Returned(plan, self.kept, self.notes)

    def _take(self, cost: Cost, ids: list[str], fresh: Iterator[str]) -> None:
        figure = _figure(cost.sum, self.plan)
        if len(ids) > 1:
            self._keep(cost, figure, Note("ledger.kept.several", {"lines": ", ".join(ids)}))
        elif ids:
            self._change(ids[0], cost, figure)
        elif figure:
            self._new(next(fresh), cost, figure)

    def _change(self, id_: str, cost: Cost, figure: Decimal) -> None:
        """A line that there is: its figures change, and nothing else of it."""
        line = self.plan.budget[id_]
        if line.currency and line.currency != self.plan.plan.currency:
            self._keep(cost, figure, Note("ledger.kept.foreign", {"line": id_, "currency": line.currency}))
            return
        if other := other_ledger(line, self.mark):
            self._keep(cost, figure, Note("ledger.kept.other_ledger", {"line": id_, "ledger": other}))
            return
        if id_ in self.reached:
            cost.join(self.reached[id_])
        self.reached[id_] = cost
        figure = _figure(cost.sum, self.plan)
        if (line.prices or self.plan.plan.prices) == "incl_tax":
            rate = line.tax_rate if line.tax_rate is not None else self.plan.plan.tax_rate or Decimal(0)
            figure = canonical(rounded(Fraction(figure) * (1 + Fraction(rate) / 100), self.plan.plan.currency))
        self._put(
            id_, {**self._figures(figure), "provenance": with_origin(line.provenance, self.mark, self._origin(cost))}
        )

    def _new(self, id_: str, cost: Cost, figure: Decimal) -> None:
        supplier = self.words("ledger.others") if cost.is_others else cost.supplier
        labels = [self.ledger.labels.get(account, account) for account in cost.accounts]
        about = clean(labels[0]) if len(labels) == 1 else cost.category
        values: dict[str, Any] = {
            "label": " – ".join(filter(None, (about, supplier))),
            "category": cost.category,
            "supplier": supplier,
            "source": "last_year" if self.choices.use == LAST_YEAR else None,
            "prices": "excl_tax" if self.plan.plan.prices == "incl_tax" else None,
            "provenance": self._origin(cost),
        }
        self.reached[id_] = cost
        self._put(id_, {**values, **self._figures(figure), **self._months(cost)})

    def _figures(self, figure: Decimal) -> dict[str, Decimal]:
        history = {f"history.{self.year.label}": figure}
        return {LAST_YEAR: {"last_year": figure, **history}, HISTORY: history, SPENT: {"spent": figure}}[
            self.choices.use
        ]

    def _months(self, cost: Cost) -> dict[str, Decimal]:
        """Last year's months in the plan's year, where lines begin with them."""
        start = self.plan.plan.start
        if not self.choices.by_months or self.choices.use != LAST_YEAR or start is None:
            return {}
        later = month_number(f"{start:%Y-%m}") - month_number(f"{self.year.start:%Y-%m}")
        return {
            f"months.{month_name(month_number(month) + later)}": _figure(amount, self.plan)
            for month, amount in sorted(cost.months.items())
            if amount
        }

    def _put(self, id_: str, values: Mapping[str, Any]) -> None:
        self.arrivals[id_] = tuple(
            Arrival(f"budget.{id_}.{name}", value, self.origin) for name, value in values.items() if value is not None
        )

    def _origin(self, cost: Cost) -> str:
        """`123456789FEC20251231.txt: 623100, 623400, 12 entries`."""
        accounts = sorted(cost.accounts)
        named = ", ".join(accounts[:_MOST_ACCOUNTS] + ["…"] * (len(accounts) > _MOST_ACCOUNTS))
        return self.words.count("ledger.origin", cost.entries, origin=self.origin, accounts=named)

    def _keep(self, cost: Cost, figure: Decimal, why: Note) -> None:
        place = " ".join((", ".join(sorted(cost.accounts)), cost.supplier)).strip()
        self.kept.append(Kept("", clean(place), str(figure), why))

    def _tell(self, found: list[Cost], small: int, left: list[str]) -> None:
        """What was made of the ledger as a whole."""
        year, use = {"label": self.year.label}, self.choices.use
        self.notes.append(Note(f"ledger.use.{use}", year))
        new = [id_ for id_ in self.reached if id_ not in self.plan.budget]
        total = sum(cost.sum for cost in found)
        counts = {"new": str(len(new)), "changed": str(len(self.reached) - len(new)), "total": self.tell(total)}
        self.notes.append(Note("ledger.taken", counts, sum(cost.entries for cost in found)))
        if small:
            self.notes.append(Note("ledger.gathered", {"below": self.tell(threshold(self.choices.small) or 0)}, small))
        if nameless := [cost for cost in found if not (cost.supplier or cost.line or cost.is_others)]:
            amount = self.tell(sum(cost.sum for cost in nameless))
            self.notes.append(Note("ledger.nameless", {"amount": amount}, sum(cost.entries for cost in nameless)))
        if left:
            named = ", ".join(left[:_MOST_NAMED] + ["…"] * (len(left) > _MOST_NAMED))
            self.notes.append(Note("ledger.left", {"lines": named}, len(left), is_trouble=True))


def _figure(amount: int, plan: Plan) -> Decimal:
    """Millionths to the minor unit of the plan's currency, half-up."""
    return canonical(rounded(Fraction(amount, UNIT), plan.plan.currency))
