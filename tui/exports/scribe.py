"""Whoever writes the document: the plan before them, its figures, and the words of the deliverable's language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from model.amounts import minor_figures
from model.catalogue import FieldSpec, fields
from model.money import Money, minor_digits
from model.names import find, name_of
from model.objectives import Objective
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from tui.exports.document import (
    Amount,
    Block,
    Card,
    Cell,
    Column,
    Facts,
    Month,
    Number,
    Paragraph,
    Percent,
    Row,
    Score,
    Section,
    Table,
)
from tui.exports.options import Options
from tui.exports.redaction import to_step
from tui.exports.wording import text_of
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.text import visible
from tui.words import Words

# Elsewhere an amount is not money: a correction's gap counts in its indicator's unit.
_MONEY = ("plan", "team", "review", "budget", "budget.quotes", "funding")


def capital(text: str) -> str:
    """A text that stands by itself."""
    return text[:1].upper() + text[1:]


def said(text: str | None) -> str:
    """A text of the plan as a document may hold it: its line breaks, and nothing that a program would obey."""
    return "\n".join(visible(line).strip() for line in (text or "").split("\n")).strip()


@frozen
class Scribe:
    """Turns records into blocks."""

    plan: Plan
    whole: Plan
    options: Options
    places: int = 2
    step: Decimal | None = None
    tenth: ClassVar[Decimal] = Decimal("0.1")
    words: Words = field(init=False)
    is_taxed: bool = field(init=False)
    """Whether the three figures of an amount differ somewhere in the plan."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", Words(self.options.language))
        is_taxed = any(excl != incl for excl, incl in minor_figures(self.plan).values())
        object.__setattr__(self, "is_taxed", is_taxed)

    # --- values -----------------------------------------------------------------------------------------------

    def amount(self, value: Decimal | None) -> Cell:
        """Money of the plan."""
        if value is None:
            return None
        return Amount(to_step(value, self.step), self.plan.plan.currency or "", self.places)

    def rounded(self, value: Decimal) -> Decimal:
        """An amount as the profile shows it."""
        return to_step(value, self.step)

    def money(self, money: Money) -> tuple[Cell, ...]:
        """The figures of an amount, in the order of `money_columns`."""
        if self.is_taxed:
            return self.amount(money.excl_tax), self.amount(money.tax), self.amount(money.incl_tax)
        return (self.amount(money.priced(self.plan.plan.prices)),)

    def cost(self, money: Money | None) -> Cell:
        """What something costs, as the plan's prices say."""
        return None if money is None else self.amount(money.priced(self.plan.plan.prices))

    @property
    def side_title(self) -> str:
        """What amounts are, where one figure is shown: `Amount excl. tax`."""
        return self.words(f"exports.amount.{self.plan.plan.prices or 'excl_tax'}")

    @property
    def money_columns(self) -> tuple[Column, ...]:
        """Without tax, tax, with tax; one column where the plan has no tax."""
        if not self.is_taxed:
            return (Column(self.side_title, is_figure=True),)
        sides = ("excl_tax", "tax", "incl_tax")
        return tuple(Column(self.words(f"exports.column.{side}"), is_figure=True) for side in sides)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the reader of any figure has to know: which side of the tax, rounded to what."""
        side = self.words(f"exports.prices.{self.plan.plan.prices or 'excl_tax'}")
        if self.step is None or self.step == 1:
            return (side,)
        step = text_of(Amount(self.step, self.plan.plan.currency or "", 0), self.words.language)
        return (side, self.words("exports.rounded", step=step))

    def target(self, objective: Objective) -> str:
        """What an objective asks for, in a few words: `at least 120 contracts`."""
        kind = objective.target_kind or "level"
        if objective.target is None:
            return self.choice("objectives.target_kind", kind) if kind == "qualitative" else ""
        number, unit = format_number(objective.target, self.options.language), said(objective.unit)
        high = "" if objective.target_high is None else format_number(objective.target_high, self.options.language)
        key = "range" if high and kind == "range" else kind
        return self.words(f"exports.target.{key}", number=number, unit=unit, high=high).strip()

    def named(self, id_: str | None, *among: str) -> str:
        """An id with its record's name: `A1 Open day`."""
        found = find(self.plan, id_, among) if id_ else None
        return said(f"{id_} {name_of(found[1])}") if found else id_ or ""

    def name(self, id_: str | None, *among: str) -> str:
        """A record's name, its id where it has none."""
        found = find(self.plan, id_, among) if id_ else None
        return (said(name_of(found[1])) if found else "") or id_ or ""

    def choice(self, path: str, value: str | None) -> str:
        """The word for a choice."""
        key = f"choices.{path}.{value}"
        return "" if value is None else self.words(key) if self.words.has(key) else said(value)

    def label(self, path: str) -> str:
        """What a field is called."""
        return self.words(f"fields.{path}")

    def cell(self, section: str, record: Record, name: str) -> Cell:
        """A field's value as a cell; what is hidden or empty is None."""
        spec = fields(type(record))[name]
        value = getattr(record, spec.attribute)
        return None if value is None or value in ("", (), {}) else self._cell(section, spec, value)

    def _cell(self, section: str, spec: FieldSpec, value: Any) -> Cell:
        if spec.kind in ("words", "prose", "currency"):
            return said(value)
        if spec.kind == "choice":
            return capital(self.choice(f"{section}.{spec.name}", value))
        if spec.kind in ("ref", "refs"):
            ids = (value,) if isinstance(value, str) else value
            if spec.refers == ("team",):  # people have names; their ids say nothing to a reader
                return ", ".join(self.name(id_, "team") for id_ in ids)
            return "\n".join(self.named(id_, *spec.refers) for id_ in ids)
        if spec.kind == "table":
            return self._days(value)
        if isinstance(value, date):
            return value
        if spec.kind == "month":
            return Month(value)
        if spec.kind == "score":
            return Score(value, spec.high or 5)
        return self._figure(section, spec, value)

    def _days(self, effort: Mapping[str, Decimal]) -> str:
        """The days of each person: the one table that a document shows as a value."""
        language = self.words.language
        return "\n".join(
            self.words("exports.effort", name=self.name(id_, "team"), days=format_number(days, language))
            for id_, days in effort.items()
        )

    def _figure(self, section: str, spec: FieldSpec, value: Any) -> Cell:
        if isinstance(value, Decimal):
            if spec.kind == "percent":
                return Percent(value)
            return self.amount(value) if spec.kind == "amount" and section in _MONEY else Number(value)
        text = said(
            Reader.of(self.words, self.options.language, self.plan).shown(spec, value, f"{section}.{spec.name}")
        )
        return capital(text) if spec.kind == "flag" else text

    # --- blocks -----------------------------------------------------------------------------------------------

    def facts(
        self,
        section: str,
        record: Record,
        names: Iterable[str],
        more: tuple[tuple[str, Cell], ...] = (),
        unit: str | None = "",
    ) -> Iterator[Block]:
        """The fields that say something, beside their labels; no block where none does.

        Plain numbers among them count in `unit`.
        """
        cells = [(self.label(f"{section}.{name}"), self.cell(section, record, name)) for name in names]
        rows = [(label, _counted(cell, said(unit))) for label, cell in cells]
        rows += more
        known = tuple((label, cell) for label, cell in rows if cell is not None)
        if known:
            yield Facts(known)

    def paragraph(self, text: str | None, kind: str = "plain") -> Iterator[Block]:
        """A text of the plan; no block where there is none."""
        if clean := said(text):
            yield Paragraph(clean, "lead" if kind == "lead" else "remark" if kind == "remark" else "plain")

    def section(self, title: str, blocks: Iterable[Block]) -> Iterator[Block]:
        """Blocks under a heading; nothing where there are none."""
        if held := tuple(blocks):
            yield Section(title, held)

    def records(self, section: str, names: tuple[str, ...]) -> Iterator[Block]:
        """The records of a section as a table, without the columns in which nothing stands."""
        table: dict[str, Record] = read(self.plan, section)
        rows = [[self.cell(section, record, name) for name in names] for record in table.values()]
        kept = [at for at in range(len(names)) if any(row[at] not in (None, "") for row in rows)]
        if not kept:
            return
        spec_of = fields(next(iter(table.values())).__class__)
        columns = tuple(
            Column(
                self.label(f"{section}.{names[at]}"),
                spec_of[names[at]].kind in ("amount", "number", "percent", "score"),
            )
            for at in kept
        )
        yield Table(columns, tuple(Row(tuple(row[at] for at in kept)) for row in rows))

    def card(self, id_: str, record: Record, blocks: Iterable[Block], state: str = "") -> Card:
        """A record on a sheet of its own."""
        return Card(id_, said(name_of(record)) or id_, tuple(blocks), capital(state))


def _counted(cell: Cell, unit: str) -> Cell:
    return replace(cell, unit=unit) if unit and isinstance(cell, Number) and not cell.unit else cell


def places_of(plan: Plan) -> int:
    """The decimals that the plan's amounts need: none when all lines are whole."""
    digits = minor_digits(plan.plan.currency)
    scale = 10**digits
    is_whole = all(not (excl % scale or incl % scale) for excl, incl in minor_figures(plan).values())
    return 0 if is_whole else digits
