"""Suppliers' quotes from anybody's CSV or sheet, into the quotes of the lines they are for."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from model.money import minor_digits
from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.naming import named
from tui.formats.numbers import format_number
from tui.formats.values import Reader, plan_year
from tui.imports.lines.matching import plain
from tui.imports.outcome import Returned
from tui.imports.quotes.proposing import line_called, proposals
from tui.imports.quotes.receiving import Receiver
from tui.imports.quotes.rows import AMOUNTS, FIGURES, OFFER, TARGETS, Offer, OfferReader
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.imports.tables.cells import Document
from tui.imports.tables.source import Proposal, TableSource
from tui.imports.tables.table import Table

LINE = "line/"
"""How the key of a question begins that asks for the line of a quote."""
_ROWS = 5
_MOST_ASKED = 60


def source(plan: Plan, file: Path, reader: Reader, read: object = None) -> Source:
    """A table of quotes as a file to import."""
    return QuotesSource(plan, file, reader, read if isinstance(read, Document) else None)


class QuotesSource(TableSource):
    """A table of quotes."""

    def __init__(self, plan: Plan, file: Path, reader: Reader, document: Document | None = None) -> None:
        super().__init__(file, reader, document)
        self.plan = plan
        self._offers = lru_cache(2)(lambda given: tuple(self._read(dict(given))))

    def column_targets(self, table: Table) -> tuple[Target, ...]:  # noqa: ARG002
        """What a quote says, and which line it is for."""
        return tuple(Target(one, self.words(f"tables.quote_target.{one}")) for one in TARGETS)

    def proposals(self, table: Table) -> Mapping[str, Proposal]:
        """What each column is taken for."""
        return proposals(table)

    def is_figure(self, target: str) -> bool:
        """Whether such a column holds numbers."""
        return target in FIGURES

    def is_scaled(self, target: str) -> bool:
        """Whether thousands in its header are about it."""
        return target in AMOUNTS

    def topic(self, target: str) -> str:  # noqa: ARG002
        """The guidance on quotes."""
        return "budget.x.quotes"

    # --- which line -------------------------------------------------------------------------------------------------

    def further(self, table: Table, answers: Answers) -> tuple[Question, ...]:  # noqa: ARG002
        """For each line that the quotes name, or each supplier where they name none, the line of the plan."""
        return tuple(self._asked(answers).values())

    def _asked(self, answers: Answers) -> dict[str, Question]:
        asked: dict[str, Question] = {}
        for offer in self.offers(answers):
            name = plain(offer.key)
            if not name or offer.is_total or offer.line_id in self.plan.budget or name in asked:
                continue
            key = f"{LINE}{offer.key}"
            id_, why = line_called(self.plan, offer.line, offer.supplier)
            reason = "" if key in answers else self.words(f"tables.why.{why}")
            label = self.words("tables.for_line", what=offer.key)
            asked[name] = Question(key, label, answers.get(key, id_), reason, reason, "budget.x.quotes")
            if len(asked) >= _MOST_ASKED:
                break
        return asked

    def further_targets(self, key: str, table: Table, answers: Answers) -> tuple[Target, ...]:  # noqa: ARG002
        """Every line of the plan."""
        return (*self._lines, Target("", self.words("tables.left_out"))) if key.startswith(LINE) else ()

    @cached_property
    def _lines(self) -> tuple[Target, ...]:
        budget = self.plan.budget.items()
        return tuple(Target(id_, named(self.plan, id_, ("budget",)), line.category or "") for id_, line in budget)

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:
        """What a question's answer can be."""
        if key.startswith(LINE):
            return self.further_targets(key, self.table(answers), answers)
        return super().targets(key, answers)

    # --- what it says -----------------------------------------------------------------------------------------------

    def offers(self, answers: Answers) -> tuple[Offer, ...]:
        """The quotes under these answers."""
        given = tuple(sorted((key, value) for key, value in answers.items() if not key.startswith(LINE)))
        return self._offers(given)

    def _read(self, answers: Answers) -> list[Offer]:
        columns = self.targeted(answers)
        if not set(columns.values()) & {*AMOUNTS}:
            return []
        reader = OfferReader(self.table(answers), columns, self.figures(answers), plan_year(self.plan))
        return list(reader.offers())

    def preview(self, answers: Answers) -> Preview:
        """The first quotes as they would come in."""
        words, digits = self.words, minor_digits(self.plan.plan.currency)
        rows = []
        for offer in [one for one in self.offers(answers) if not one.is_total][:_ROWS]:
            amount = next(
                (offer.figures[name] for name in ("amount_excl", "amount", "amount_incl") if name in offer.figures),
                None,
            )
            shown = "" if amount is None else format_number(amount, self.reader.numbers, digits)
            last = offer.days.get("valid_until")
            rows.append(
                (
                    str(offer.number),
                    offer.supplier,
                    offer.line,
                    shown,
                    format_date(last, words.language) if last else "",
                )
            )
        head = ("supplier", "line", "amount", "valid_until")
        return Preview((words("tables.row_head"), *(words(f"tables.quote_target.{one}") for one in head)), tuple(rows))

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """Quotes that are new or say something else, what is not taken, rates and days to look at.

        Raises:
            ImportRefusedError: no column says who offers, or none says what it costs.
        """
        if plan is not self.plan:
            return QuotesSource(plan, self.file, self.reader, self._given).read(plan, answers)
        targeted = set(self.targeted(answers).values())
        if not targeted & set(AMOUNTS):
            raise ImportRefusedError("tables.no_amount", file=str(self.file))
        if not targeted & {"supplier", OFFER}:
            raise ImportRefusedError("tables.no_supplier", file=str(self.file))
        lines = {name: question.target for name, question in self._asked(answers).items()}
        return Receiver(plan, lines, self.table(answers).sheet.name, self.reader).returned(self.offers(answers))
