"""A ledger as a source of imports: what is told of it, what is asked about it, what it makes of a plan."""

from pathlib import Path

from model.plan import Plan
from tui.formats.values import Reader
from tui.imports.ledger import choices as chosen
from tui.imports.ledger import preview
from tui.imports.ledger.asking import Asking
from tui.imports.ledger.choices import Choices
from tui.imports.ledger.facts import facts, shown
from tui.imports.ledger.filenames import Named
from tui.imports.ledger.names import clean
from tui.imports.ledger.reading import read_ledger
from tui.imports.ledger.spending import Ledger
from tui.imports.ledger.taking import Taking
from tui.imports.ledger.years import year_of
from tui.imports.outcome import Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.words import Words


def source(plan: Plan, file: Path, reader: Reader, read: Ledger | None = None) -> Source:
    """The ledger, read here unless it was `read` elsewhere.

    Raises:
        ImportRefusedError: it cannot be.
    """
    return LedgerSource(plan, file, reader, read_ledger(file) if read is None else read)


class LedgerSource(Source):
    """A ledger that was read, before the plan and whoever reads."""

    def __init__(self, plan: Plan, file: Path, reader: Reader, ledger: Ledger) -> None:
        if not ledger.days:
            raise ImportRefusedError("ledger.empty", file=str(file))
        self.plan, self.file, self.reader, self.ledger = plan, file, reader, ledger
        self.year = year_of(ledger.closing, (min(ledger.days), max(ledger.days)), plan)
        self.asking = Asking(ledger, self.year, plan, reader)
        self.signature = ledger.siren or " ".join(sorted(self.asking.accounts))
        self._known: tuple[object, Answers, Choices] | None = None

    def _decided(self, answers: Answers) -> tuple[Answers, Choices]:
        """The answers account by account and what follows from them, worked out once for the same answers."""
        asked = tuple(answers.items())
        if self._known is None or self._known[0] != asked:
            spread = chosen.spread(answers, self.asking.accounts, self.plan)
            self._known = asked, spread, self.asking.choices(spread)
        return self._known[1:]

    def spread(self, answers: Answers) -> Answers:
        """Answers account by account: the beginning of an account is for all that begin so."""
        return self._decided(answers)[0]

    def facts(self, answers: Answers) -> tuple[Note, ...]:  # noqa: ARG002 - the same whatever was decided
        """How the ledger is written, whether it balances."""
        return facts(self.ledger, self.year, self.plan, self.reader)

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """About the whole of it, then about each account, marketing first."""
        spread, choices = self._decided(answers)
        return self.asking.questions(choices, spread)

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:
        """What a question can be answered with."""
        return self.asking.targets(key, self.spread(answers).get(key, ""))

    def preview(self, answers: Answers) -> Preview:
        """Month by month, the dearest accounts apart."""
        return preview.months(self.ledger, self._decided(answers)[1], self.reader)

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """What the ledger makes of the plan.

        Raises:
            ArrivalRefusedError: an amount larger than a plan can hold.
        """
        words, choices = Words(plan.plan.language or self.reader.words.language), self._decided(answers)[1]
        named = Named(self.ledger.siren, self.ledger.closing)
        mark, origin = (
            (named.mark, named.official) if named.official else (clean(self.file.name).replace(";", ","),) * 2
        )
        return Taking(plan, self.ledger, self.year, choices, words, self._shown, mark, origin).result()

    def _shown(self, amount: int) -> str:
        return shown(amount, self.reader)
