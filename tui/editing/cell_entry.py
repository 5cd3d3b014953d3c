"""An entry in the budget grid: what is being typed, what it would change, and keeping it as one step."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from model.amounts import minor_figures
from model.arithmetic import Value
from model.edits import EditRefusedError
from model.exact import known_of, own_amount
from model.formulas import FormulaError, evaluate
from model.money import from_minor, minor_digits, rounded
from model.plan import Plan
from model.values import LARGEST_EXPONENT
from model.whatif.changes import Goal, Total
from model.whatif.consequences import Consequence, lost
from model.whatif.entries import Entered, months_of, with_field, with_line_amount, with_month, with_total
from model.whatif.targets import Target
from model.whatif.trial import ChangeError
from tui.desk import Desk
from tui.editing.arrangement import Cell
from tui.editing.buffer import TextBuffer
from tui.formats.cells import Entry, read_entry, result_of
from tui.formats.numbers import EntryError, editable_number, format_number, local_formula
from tui.money import currency_of
from tui.text import visible


class CellEntry:
    """What is typed over cells: `4200`, `+500`, `-10%`, `15%`, `=12*350`, `<5000`; every cell takes it in turn."""

    is_lever: Literal[False] = False
    label = ""

    def __init__(self, desk: Desk, cells: Sequence[Cell], text: str = "") -> None:
        self.desk, self.cells = desk, tuple(cells)
        self.buffer = TextBuffer.at_end(text)
        self._made: tuple[Plan, str | None, str, Entered] | None = None

    @property
    def cell(self) -> Cell:
        """The cell typed in."""
        return self.cells[0]

    @property
    def path(self) -> str:
        """Where the change stands, for undo: a line's field, or the budget."""
        return f"budget.{self.cell.key}.{_field(self.cell)}" if self.cell.kind == "line" else "budget"

    def type(self, text: str) -> None:
        """Put text at the end; nothing erases its last letter."""
        if text:
            self.buffer.insert(text)
        else:
            self.buffer.erase_back()

    # --- what is there ------------------------------------------------------------------------------------------

    def value(self, cell: Cell | None = None) -> Decimal | None:
        """A cell's number as it stands, a line's in its own currency; None where there is none."""
        cell = cell or self.cell
        if cell.kind != "line":
            return from_minor(_target(cell).measure(self.desk.seen), minor_digits(currency_of(self.desk)))
        return cell_value(self.desk.seen, cell)

    def goal(self) -> Goal | None:
        """The goal that is typed, `<5000`; None while it is none."""
        try:
            entry = read_entry(self.buffer.text, self.desk.numbers)
        except EntryError:
            return None
        if entry.kind != "goal" or (self.cell.kind == "line" and self.cell.column != "amount"):
            return None
        return Goal(self.buffer.text, _target(self.cell), entry.sign, entry.number)

    # --- what it would make -------------------------------------------------------------------------------------

    def made(self) -> Entered:
        """The plan once every cell has taken the entry.

        Raises:
            EntryError: the text is no value.
            EditRefusedError: a value that cannot stand there.
            ChangeError: a formula without a value.
        """
        plan, scenario, text = self.desk.plan, self.desk.scenario, self.buffer.text
        made = self._made
        if made is None or made[0] is not plan or made[1:3] != (scenario, text):
            # The preview, the costs and the keeping ask for the same plan, and figures are remembered by plan.
            self._made = made = (plan, scenario, text, self.made_in(plan))
        return made[3]

    def made_in(self, plan: Plan) -> Entered:
        """A version of the plan once every cell has taken the entry. Raises what `made` raises."""
        entry = read_entry(self.buffer.text, self.desk.numbers)
        lines: tuple[str, ...] = ()
        missed = None
        for cell in self.cells:
            made = self._taken(plan, cell, entry)
            plan, lines, missed = made.plan, (*lines, *made.lines), missed or made.missed
        return Entered(plan, lines, missed)

    def _taken(self, plan: Plan, cell: Cell, entry: Entry) -> Entered:
        scenario = self.desk.scenario
        if entry.kind == "goal" or cell.kind != "line":
            return self._total(plan, cell, entry)
        value = self._result(cell, entry)
        if cell.is_month:
            return Entered(with_month(plan, scenario, cell.key, cell.column, value), (cell.key,))
        if scenario is not None and entry.kind == "change":
            value = entry.machine
        if cell.column == "amount":
            return Entered(with_line_amount(plan, scenario, cell.key, value), (cell.key,))
        return Entered(with_field(plan, scenario, cell.key, cell.column, value), (cell.key,))

    def _result(self, cell: Cell, entry: Entry) -> Value | None:
        value = result_of(entry, self.value(cell), self._parent(), self._digits(cell))
        if isinstance(value, str):
            # A formula without a value is told now, not found out later.
            line = self.desk.seen.budget[cell.key]
            evaluate_typed(value, self.desk.seen, line.last_year)
        return value

    def _total(self, plan: Plan, cell: Cell, entry: Entry) -> Entered:
        target = _target(cell)
        if entry.kind == "goal":
            return with_total(plan, self.desk.scenario, Goal(self.buffer.text, target, entry.sign, entry.number))
        if entry.kind == "empty":
            return Entered(plan)
        value = Decimal(0)
        result = result_of(entry, self.value(cell), self._parent(), self._digits(cell))
        if isinstance(result, str):
            evaluate_typed(result, self.desk.seen, None)
        value_or_formula: Value = value if result is None else result
        return with_total(plan, self.desk.scenario, Total(self.buffer.text, target, value_or_formula))

    def _parent(self) -> Decimal:
        """The total that a share is a share of, in the plan's prices."""
        return from_minor(_sum(minor_figures(self.desk.seen), self._side), minor_digits(currency_of(self.desk)))

    def _digits(self, cell: Cell) -> int:
        currency = self.desk.seen.budget[cell.key].currency if cell.kind == "line" else None
        return minor_digits(currency or currency_of(self.desk))

    @property
    def _side(self) -> int:
        return int(self.desk.plan.plan.prices == "incl_tax")

    # --- telling it ---------------------------------------------------------------------------------------------

    def preview(self) -> str:
        """Before, after and difference of the cell, its category and the plan; or why there is no after yet."""
        try:
            made = self.made()
        except EntryError as error:
            return "… " + self.desk.entry_sentence(error)
        except (EditRefusedError, ChangeError, FormulaError) as error:
            return "… " + refusal_sentence(self.desk, error)
        if made.missed is not None:
            return "✗ " + missed_sentence(self.desk, made)
        after = self.desk.seen_in(made.plan)
        told = [self._cell_told(after), *self._sums_told(after)]
        return " · ".join(text for text in told if text)

    def _cell_told(self, after: Plan) -> str:
        if len(self.cells) > 1:
            return self.desk.words.count("grid.cells", len(self.cells))
        cell = self.cell
        if cell.kind != "line":
            return self._month_told(after) if cell.is_month else ""
        before, now = cell_value(self.desk.seen, cell), cell_value(after, cell)
        told = self._before_after(before, now)
        text = self.buffer.text.strip()
        if text.startswith("="):
            return f"{local_formula(text, self.desk.numbers)} = {self._number(now)} · {told}"
        return told

    def _month_told(self, after: Plan) -> str:
        """The month of a group, or of all lines, before and after."""
        digits = minor_digits(currency_of(self.desk))
        figures = [from_minor(_target(self.cell).measure(plan), digits) for plan in (self.desk.seen, after)]
        return f"{self.desk.reader.month_short(self.cell.column)} {self._before_after(*figures)}"

    def _sums_told(self, after: Plan) -> list[str]:
        """The category and the plan, where the entry moves them."""
        seen, words = self.desk.seen, self.desk.words
        old, new = minor_figures(seen), minor_figures(after)
        told = []
        digits = minor_digits(currency_of(self.desk))
        was, is_ = _sum(old, self._side), _sum(new, self._side)
        if was != is_ or self.cell.kind == "total":
            change = self._before_after(from_minor(was, digits), from_minor(is_, digits))
            told.append(f"{words('messages.total')} {change}")
        category = self._category(after)
        if category is not None and old is not new:
            inside = [id_ for id_, line in after.budget.items() if (line.category or "") == category]
            was, is_ = (_sum({id_: f[id_] for id_ in inside if id_ in f}, self._side) for f in (old, new))
            if was != is_:
                name = visible(category) or words("messages.no_category")
                told.append(f"{name} {self._arrow(from_minor(was, digits), from_minor(is_, digits))}")
        return told

    def _category(self, after: Plan) -> str | None:
        """The category that every cell lies in, if there is one."""
        if self.cell.kind == "group" and self.cell.by == "category":
            return self.cell.key
        if self.cell.kind != "line" or self.cell.key not in after.budget:
            return None
        return after.budget[self.cell.key].category or ""

    def _arrow(self, before: Decimal | None, after: Decimal | None) -> str:
        return f"{self._number(before)} → {self._number(after)}"

    def _before_after(self, before: Decimal | None, after: Decimal | None) -> str:
        change = (after or Decimal(0)) - (before or Decimal(0))
        sign = "+" if change >= 0 else ""
        difference = sign + format_number(change, self.desk.numbers)
        shown = [self._number(before), self._number(after)]
        return self.desk.words("messages.before_after", before=shown[0], after=shown[1], difference=difference)

    def _number(self, number: Decimal | None) -> str:
        if number is not None and number == int(number):
            return format_number(number, self.desk.numbers, 0)
        return "—" if number is None else format_number(number, self.desk.numbers)

    def costs(self) -> tuple[Consequence, ...]:
        """What the entry would take away: objectives without money, and what hangs on them."""
        try:
            return lost(self.desk.seen, self.desk.seen_in(self.made().plan))
        except (EntryError, EditRefusedError, ChangeError, FormulaError):
            return ()

    # --- keeping it ---------------------------------------------------------------------------------------------

    def keep(self) -> str:
        """Take it as one step; the sentence of the refusal, or nothing."""
        try:
            made = self.made()
        except EntryError as error:
            return self.desk.entry_sentence(error)
        except (EditRefusedError, ChangeError, FormulaError) as error:
            return refusal_sentence(self.desk, error)
        if made.missed is not None:
            return missed_sentence(self.desk, made)
        self.desk.session.replace(made.plan, self.path, "cell")
        self.desk.session.history.checkpoint()
        return ""

    def copied(self) -> str:
        """The cell's number, for the clipboard."""
        value = self.value()
        return "" if value is None else editable_number(value, self.desk.numbers)


# What a number field of a plan refuses too.
_BEYOND = 10 ** (LARGEST_EXPONENT + 1)


def _field(cell: Cell) -> str:
    return f"months.{cell.column}" if cell.is_month else cell.column


def _target(cell: Cell) -> Target:
    if cell.kind == "line":
        return Target("line", cell.key)
    if cell.kind == "total":
        return Target("month", cell.column) if cell.is_month else Target("total")
    return Target(cell.by, cell.key, cell.column if cell.is_month else "")  # type: ignore[arg-type]


def _sum(figures: dict[str, tuple[int, int]], side: int) -> int:
    return sum([figure[side] for figure in figures.values()])


def cell_value(plan: Plan, cell: Cell) -> Decimal | None:
    """The number in a line's cell, in its own currency; None where there is none."""
    line = plan.budget.get(cell.key)
    if line is None:
        return None
    if cell.is_month:
        return months_of(plan, cell.key).get(cell.column)
    value = getattr(line, cell.column)
    if isinstance(value, Decimal):
        return value
    if cell.column != "amount":
        return None if value is None else rounded(evaluate_typed(value, plan, line.last_year), plan.plan.currency)
    if value is None and line.unit_cost is None and not line.months:
        return None
    return rounded(own_amount(line, known_of(plan.drivers)), line.currency or plan.plan.currency)


def evaluate_typed(formula: str, plan: Plan, last_year: Decimal | None) -> Decimal:
    """What a formula gives now. Raises `FormulaError` where it gives nothing."""
    result = evaluate(formula, known_of(plan.drivers), last_year)
    if abs(result) >= _BEYOND:
        raise FormulaError("too_large")
    return rounded(result, plan.plan.currency)


def refusal_sentence(desk: Desk, error: EditRefusedError | ChangeError | FormulaError) -> str:
    """Why a value cannot stand, in words."""
    if isinstance(error, FormulaError):
        return desk.sentence(f"formula_{error.code}", **error.details)
    if isinstance(error, ChangeError):
        details = {key: value for key, value in error.details.items() if key not in ("word", "reason")}
        return desk.sentence(f"formula_{error.details.get('reason', '')}", **details)
    return desk.sentence(error.code)


def missed_sentence(desk: Desk, made: Entered) -> str:
    """What of a total or a goal is out of reach, and the nearest that is not."""
    if made.missed is None:
        return ""
    numbers = [format_number(number, desk.numbers) for number in (made.missed.nearest, abs(made.missed.missing))]
    return desk.words(f"grid.missed_{made.missed.code}", nearest=numbers[0], missing=numbers[1])
