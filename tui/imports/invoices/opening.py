"""Invoices as a source: a file, or a folder of them; for each the budget line it goes to is asked and proposed."""

from collections.abc import Iterator
from pathlib import Path

from model.plain import frozen
from model.plan import Plan
from tui.formats.values import Reader
from tui.imports.invoices.invoice import Invoice
from tui.imports.invoices.matching import Matcher, Proposal
from tui.imports.invoices.posting import of_items
from tui.imports.invoices.reading import read_invoice
from tui.imports.invoices.taken import Book, Mark, mark, mark_of, taken
from tui.imports.invoices.taking import BY_ITEM, LESS, NEW, Taker
from tui.imports.invoices.telling import Teller
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.text import visible

_MOST_FILES = 500
_SUFFIXES = (".pdf", ".xml")


@frozen
class Received:
    """An invoice, the name of its file, and the key of its question."""

    invoice: Invoice
    file: str
    key: str


def source(plan: Plan, file: Path, reader: Reader) -> "Invoices":
    """The invoices of a file or a folder.

    Raises:
        ImportRefusedError: a file that is no invoice, or a folder without any.
    """
    if not file.is_dir():
        return Invoices(plan, [(file.name, read_invoice(file))], [], reader)
    found, refused = list[tuple[str, Invoice]](), list[Kept]()
    names = sorted(one for one in file.iterdir() if one.suffix.lower() in _SUFFIXES and one.is_file())
    for one in names[:_MOST_FILES]:
        try:
            found.append((one.name, read_invoice(one)))
        except ImportRefusedError as error:
            refused.append(Kept("", one.name, "", Note(error.key, {**error.details, "file": one.name})))
    refused += [
        Kept("", one.name, "", Note("invoices.kept.many", {"most": str(_MOST_FILES)})) for one in names[_MOST_FILES:]
    ]
    if not found:
        raise ImportRefusedError("invoices.empty_folder", file=str(file))
    return Invoices(plan, found, refused, reader)


class Invoices(Source):
    """Some invoices, the oldest first, credit notes after the invoices of their day."""

    def __init__(self, plan: Plan, found: list[tuple[str, Invoice]], refused: list[Kept], reader: Reader) -> None:
        found = sorted(found, key=lambda one: (one[1].day, one[1].is_credit, not one[1].is_deposit, one[0]))
        self.plan, self.reader, self.words, self.refused = plan, reader, reader.words, refused
        self.book: Book = taken(plan)
        self.teller, self.matcher = Teller(reader), Matcher(plan, self.book)
        self.proposals: dict[str, Proposal] = {}
        self.received = list(_keyed(found))

    def facts(self, answers: Answers) -> tuple[Note, ...]:
        """Who sends what; of a single one its figures too, and why it goes where it goes."""
        if len(self.received) > 1:
            before = sum(1 for one in self.received if mark_of(one.invoice) in self.book)
            known = (Note("invoices.before", number=before),) if before else ()
            return (Note("invoices.files", number=len(self.received)), *known)
        whole = next((one for one in self.questions(answers) if one.key == self.received[0].key), None)
        why = (Note("invoices.fact.proposed", {"why": whole.why}),) if whole else ()
        return (*self.teller.facts(self.received[0].invoice), *why)

    def preview(self, answers: Answers) -> Preview:  # noqa: ARG002
        """The invoices, or the lines of the only one."""
        if len(self.received) > 1:
            return self.teller.invoices([one.invoice for one in self.received])
        return self.teller.items(self.received[0].invoice)

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """The line of each invoice; of each line of an invoice that is taken apart; what of a deposit counts."""
        decided = dict[Mark, str]()
        return tuple(question for one in self.received for question in self._of(one, answers, decided))

    def _of(self, one: Received, answers: Answers, decided: dict[Mark, str]) -> Iterator[Question]:
        """The questions of one; `decided` has where those before it go."""
        if mark_of(one.invoice) in self.book:
            return
        found = self._followed(one, decided) or self._proposal(one)
        target = answers.get(one.key, found.line)
        why = self.words(f"invoices.why.{found.why}", **{name: visible(text) for name, text in found.details.items()})
        decided[mark_of(one.invoice)] = target
        yield Question(one.key, self.teller.head(one.invoice), target, why, why)
        if target == BY_ITEM:
            yield from self._of_items(one, answers)
        elif target and self._has_deposit(one, decided):
            proposed = answers.get(f"{one.key}/{LESS}", LESS)
            label = self.words("invoices.deposit", number=visible(one.invoice.number))
            yield Question(f"{one.key}/{LESS}", label, proposed, self.words("invoices.why.deposit"))

    def _proposal(self, one: Received) -> Proposal:
        """Looked for once for each invoice: asked again with every answer."""
        if one.key not in self.proposals:
            self.proposals[one.key] = self.matcher.proposal(one.invoice)
        return self.proposals[one.key]

    def _of_items(self, one: Received, answers: Answers) -> Iterator[Question]:
        amounts = of_items(one.invoice, self.plan.plan.prices)
        for at, (item, amount) in enumerate(zip(one.invoice.items, amounts, strict=True), 1):
            found = self.matcher.proposal(self.teller.alone(one.invoice, item))
            key = f"{one.key}/{at}"
            label = f"{at} {visible(item.name)}"
            yield Question(key, label, answers.get(key, found.line), self.teller.money(amount, one.invoice))

    def _followed(self, one: Received, decided: dict[Mark, str]) -> Proposal | None:
        """Where an invoice of the same folder goes that this one names."""
        for number in one.invoice.preceding:
            if (line := decided.get(mark(number, one.invoice.seller.key))) in self.plan.budget:
                return Proposal(line or "", "preceding", {"number": number})
        return None

    def _has_deposit(self, one: Received, decided: dict[Mark, str]) -> bool:
        """Whether a deposit within this invoice counts already: it is in the plan, or goes there before this one."""
        if one.invoice.is_credit or not one.invoice.totals.prepaid:
            return False
        marks = [mark(number, one.invoice.seller.key) for number in one.invoice.preceding]
        return any(each in self.book or decided.get(each) for each in marks)

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:  # noqa: ARG002
        """Every line of the budget, a new one, the invoice's lines one by one, or nothing."""
        if key.endswith(f"/{LESS}"):
            return tuple(Target(value, self.words(f"invoices.target.{value}")) for value in (LESS, "whole"))
        lines = [
            Target(id_, visible(f"{id_} {line.label or ''}".strip()), visible(line.supplier or ""))
            for id_, line in self.plan.budget.items()
            if line.included_in is None
        ]
        one = next((one for one in self.received if one.key == key), None)
        more = [NEW] + ([BY_ITEM] if one is not None and len(one.invoice.items) > 1 else [])
        others = [Target(value, self.words(f"invoices.target.{value}")) for value in more]
        return (*lines, *others, Target("", self.words("invoices.target.none")))

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """Each invoice on its line; what the plan has taken already, or has no line for, is told."""
        chosen = {question.key: question.target for question in self.questions(answers)}
        taker = Taker(Returned(plan, list(self.refused)), self.teller, chosen)
        for one in self.received:
            taker.take(one.invoice, one.file, one.key)
        return taker.result


def _keyed(found: list[tuple[str, Invoice]]) -> Iterator[Received]:
    """Each with its number as its key, its seller beside it where two have the same."""
    numbers = [mark_of(invoice)[0] for _, invoice in found]
    for name, invoice in found:
        number, seller = mark_of(invoice)
        key = number if numbers.count(number) == 1 else f"{number} ({seller})"
        yield Received(invoice, name, key)
