"""An entry in a cell of the budget: what is being typed, what it would change, and keeping it."""

from decimal import Decimal

from model.amount_edits import with_amount
from model.edits import EditRefusedError
from model.exact import known_of, own_amount
from model.formulas import FormulaError, evaluate
from model.money import minor_digits, rounded
from tui.desk import Desk
from tui.editing.buffer import TextBuffer
from tui.formats.cells import read_cell
from tui.formats.numbers import EntryError, editable_number, format_number, local_formula
from tui.money import currency_of, plan_total


class CellEntry:
    """What is typed over a number of a line: `4200`, `+500`, `-10%`, `15%`, `=12*350`."""

    def __init__(self, desk: Desk, line_id: str, column: str, text: str = "") -> None:
        self.desk, self.line_id, self.column = desk, line_id, column
        self.buffer = TextBuffer.at_end(text)

    @property
    def path(self) -> str:
        """Where the cell stands in the plan."""
        return f"budget.{self.line_id}.{self.column}"

    def type(self, text: str) -> None:
        """Put text at the end; nothing erases its last letter."""
        if text:
            self.buffer.insert(text)
        else:
            self.buffer.erase_back()

    def value(self) -> Decimal | None:
        """The cell's number as it stands, in the line's own currency; None where there is none."""
        line = self.desk.plan.budget[self.line_id]
        value = getattr(line, self.column)
        if isinstance(value, Decimal):
            return value
        if self.column != "amount" or (value is None and line.unit_cost is None and not line.months):
            return None
        return rounded(own_amount(line, known_of(self.desk.plan.drivers)), line.currency or currency_of(self.desk))

    @property
    def _digits(self) -> int:
        return minor_digits(self.desk.plan.budget[self.line_id].currency or currency_of(self.desk))

    def parsed(self) -> Decimal | str | None:
        """What the text makes of the cell. Raises `EntryError` where it is no value."""
        parent = getattr(plan_total(self.desk), self.desk.plan.plan.prices or "excl_tax")
        return read_cell(self.buffer.text, self.desk.numbers, self.value(), parent, self._digits)

    def preview(self) -> str:
        """Before, after and difference, in a sentence; or why there is no after yet."""
        try:
            after = self.parsed()
        except EntryError as error:
            return "… " + self.desk.entry_sentence(error)
        if isinstance(after, str):
            return self._formula_preview(after)
        if after is None:
            return ""
        before = self.value()
        change = after - (before or Decimal(0))
        shown = ["—" if number is None else format_number(number, self.desk.numbers) for number in (before, after)]
        difference = ("+" if change >= 0 else "") + format_number(change, self.desk.numbers)
        return self.desk.words("messages.before_after", before=shown[0], after=shown[1], difference=difference)

    def _formula_preview(self, formula: str) -> str:
        """What the formula gives now."""
        line = self.desk.plan.budget[self.line_id]
        try:
            result = evaluate(formula, known_of(self.desk.plan.drivers), line.last_year)
        except FormulaError as error:
            return "… " + self.desk.sentence(f"formula_{error.code}", **error.details)
        number = rounded(result, line.currency or currency_of(self.desk))
        return f"{local_formula(formula, self.desk.numbers)} = {format_number(number, self.desk.numbers)}"

    def keep(self) -> str:
        """Put the value as one step; the sentence of the refusal, or nothing."""
        try:
            refusal = self._put(self.parsed())
        except EntryError as error:
            refusal = self.desk.entry_sentence(error)
        self.desk.session.history.checkpoint()
        return refusal

    def _put(self, value: Decimal | str | None) -> str:
        """The amount of a line made of months or of unit costs goes to those."""
        if self.column != "amount":
            return self.desk.edit(self.path, value) or ""
        try:
            plan = with_amount(self.desk.plan, self.line_id, value)
        except EditRefusedError as refusal:
            return self.desk.sentence(refusal.code)
        self.desk.session.replace(plan, self.path, "cell")
        return ""

    def copied(self) -> str:
        """The cell's number, for the clipboard."""
        value = self.value()
        return "" if value is None else editable_number(value, self.desk.numbers)
