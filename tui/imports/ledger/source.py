"""A ledger as a source of imports: its accounts to map, what is told of it, and what it makes of a plan."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.ledger import choices as chosen
from tui.imports.ledger import preview
from tui.imports.ledger.accounts import is_marketing, proposed
from tui.imports.ledger.choices import ACCRUALS, MONTHS, NO, SMALL, YES, Choices
from tui.imports.ledger.costs import costs
from tui.imports.ledger.entries import ACCRUAL, CLOSING, OPENING
from tui.imports.ledger.facts import facts, shown
from tui.imports.ledger.filenames import Named
from tui.imports.ledger.names import clean
from tui.imports.ledger.reading import read_ledger
from tui.imports.ledger.spending import Amount, Ledger
from tui.imports.ledger.taking import Taking
from tui.imports.ledger.years import LAST_YEAR, USES, use_of, year_of
from tui.imports.outcome import Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.words import Words

_THRESHOLDS = ("", "100", "250", "500", "1000", "2500", "5000", "10000", "25000")
_MOST_SUPPLIERS = 3
_FEW = 60


def source(plan: Plan, file: Path, reader: Reader, read: Ledger | None = None) -> Source:
    """The ledger, read here unless it was `read` elsewhere.

    Raises:
        ImportRefusedError: it cannot be.
    """
    return LedgerSource(plan, file, reader, read_ledger(file) if read is None else read)


class LedgerSource(Source):
    """A ledger that was read, before the plan and whoever reads."""

    def __init__(self, plan: Plan, file: Path, reader: Reader, ledger: Ledger) -> None:
        self.plan, self.file, self.reader, self.words, self.ledger = plan, file, reader, reader.words, ledger
        if not self.ledger.days:
            raise ImportRefusedError("ledger.empty", file=str(file))
        self.year = year_of(self.ledger.closing, (min(self.ledger.days), max(self.ledger.days)), plan)
        self.categories = list(dict.fromkeys(line.category for line in plan.budget.values() if line.category))
        self.keys = [key for key in self.ledger.spent if key.kind not in (CLOSING, OPENING)]
        self.totals = self.ledger.by("account", self.keys)
        self.accounts = sorted(self.totals, key=lambda account: (not is_marketing(account), account))
        self.samples = self._samples()
        self.proposals = self._proposals()
        self.signature = self.ledger.siren or " ".join(sorted(self.accounts))
        self.use_key = f"@use {self.year.label}"
        self.use = use_of(self.year, plan)

    def _proposals(self) -> dict[str, str]:
        labels = self.ledger.labels
        return {
            account: proposed(account, labels.get(account, ""), self.categories) if is_marketing(account) else ""
            for account in self.accounts
        }

    def _samples(self) -> dict[str, str]:
        """Of each account its total and its biggest suppliers."""
        suppliers: dict[str, dict[str, int]] = {}
        for key in self.keys:
            of = suppliers.setdefault(key.account, {})
            of[key.supplier] = of.get(key.supplier, 0) + self.ledger.spent[key].sum
        return {account: self._sample(self.totals[account], suppliers[account]) for account in self.accounts}

    def _sample(self, total: Amount, suppliers: dict[str, int]) -> str:
        named = sorted(filter(None, suppliers), key=lambda name: -abs(suppliers[name]))
        more = ["…"] if len(named) > _MOST_SUPPLIERS else []
        names = ", ".join(clean(name) for name in named[:_MOST_SUPPLIERS])
        return "  ".join(filter(None, (shown(total.sum, self.reader), names + "".join(more))))

    # --- deciding ---------------------------------------------------------------------------------------------------

    def spread(self, answers: Answers) -> Answers:
        """Answers account by account."""
        return chosen.spread(answers, self.totals, self.plan)

    def choices(self, answers: Answers) -> Choices:
        """What was decided, and what is proposed where nothing was."""
        answers = self.spread(answers)
        decided = Choices(
            use=answers.get(self.use_key, self.use),
            accounts={account: self._target(account, answers) for account in self.accounts},
            by_months=answers.get(MONTHS, NO) == YES,
            with_accruals=answers.get(ACCRUALS, YES) == YES,
        )
        return replace(decided, small=answers.get(SMALL, "") if SMALL in answers else self._few(decided))

    def _target(self, account: str, answers: Answers) -> str:
        """What an account goes to; aside where that is a line that there is not."""
        target = answers.get(account, self.proposals[account])
        line = chosen.line_of(target)
        return target if not line or line in self.plan.budget else ""

    def _few(self, decided: Choices) -> str:
        """The threshold that leaves no more lines than somebody would read."""
        sums = sorted(abs(cost.sum) for cost in costs(self.ledger, decided))
        fits = (value for value in _THRESHOLDS if len(sums) - bisect_left(sums, chosen.threshold(value) or 0) <= _FEW)
        return next(fits, _THRESHOLDS[-1])

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """What the year is for, small suppliers, months, accruals; then the accounts, marketing first."""
        decided = self.choices(answers)
        return (*self._about_all(decided), *(self._account(one, decided, answers) for one in self.accounts))

    def _about_all(self, decided: Choices) -> Iterable[Question]:
        words, language = self.words, self.words.language
        days = " – ".join(format_date(day, language) for day in (self.year.start, self.year.end))
        label = words("ledger.ask.use", label=self.year.label)
        yield Question(self.use_key, label, decided.use, days, topic="budget#last_year")
        yield Question(
            SMALL, words("ledger.ask.small"), decided.small, words("ledger.about.small"), topic="budget#supplier"
        )
        if decided.use == LAST_YEAR:
            target = YES if decided.by_months else NO
            yield Question(
                MONTHS, words("ledger.ask.months"), target, words("ledger.about.months"), topic="budget#months"
            )
        if any(key.kind == ACCRUAL for key in self.keys):
            total = self.ledger.total(lambda key: key.kind == ACCRUAL)
            target = YES if decided.with_accruals else NO
            yield Question(ACCRUALS, words("ledger.ask.accruals"), target, shown(total.sum, self.reader))

    def _account(self, account: str, decided: Choices, answers: Answers) -> Question:
        label = clean(f"{account} {self.ledger.labels.get(account, '')}")
        why = (
            "" if account in answers else self.words(f"ledger.why.{'marketing' if is_marketing(account) else 'other'}")
        )
        return Question(
            account,
            label,
            decided.accounts[account],
            self.samples[account],
            why,
            "budget#category",
            self.words("ledger.new_category"),
        )

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:
        """The choices of a question; of an account: aside, the categories, a new one, a line."""
        words, given = self.words, self.spread(answers).get(key, "")
        if key == self.use_key:
            return tuple(Target(use, words(f"ledger.as.{use}")) for use in USES)
        if key == SMALL:
            values = [
                *_THRESHOLDS,
                *([given] if given not in _THRESHOLDS and chosen.threshold(given) is not None else []),
            ]
            return tuple(Target(value, self._below(value)) for value in values)
        if key in (MONTHS, ACCRUALS):
            return tuple(Target(value, words(f"ledger.{key[1:]}.{value}")) for value in (YES, NO))
        return self._of_account(key, given)

    def _below(self, value: str) -> str:
        if not chosen.threshold(value):
            return self.words("ledger.small.none")
        return self.words("ledger.small.below", amount=format_number(Decimal(value), self.reader.numbers))

    def _of_account(self, account: str, given: str) -> tuple[Target, ...]:
        words = self.words
        names = [self.proposals.get(account, ""), clean(self.ledger.labels.get(account, "")), given]
        fresh = dict.fromkeys(name for name in names if name and name not in self.categories and name[0] != chosen.LINE)
        return (
            Target("", words("ledger.aside")),
            *(Target(name, name, words("ledger.category")) for name in self.categories),
            *(Target(name, name, words("ledger.new_category")) for name in fresh),
            *self._lines,
        )

    @cached_property
    def _lines(self) -> tuple[Target, ...]:
        """The lines of the plan, made once: a plan may have ten thousand, a ledger a hundred accounts."""
        note, lines = self.words("ledger.line"), self.plan.budget.items()
        named = (chosen.line_target(id_, self.plan) for id_, line in lines if line.included_in is None)
        return tuple(Target(target, target[1:], note) for target in named)

    # --- telling ----------------------------------------------------------------------------------------------------

    def facts(self, answers: Answers) -> tuple[Note, ...]:  # noqa: ARG002 - the same whatever was decided
        """How the ledger is written, whether it balances."""
        return facts(self.ledger, self.year, self.plan, self.reader)

    def preview(self, answers: Answers) -> Preview:
        """Month by month, the dearest accounts apart."""
        return preview.months(self.ledger, self.choices(answers), self.reader)

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """What the ledger makes of the plan.

        Raises:
            ArrivalRefusedError: an amount larger than a plan can hold.
        """
        words = Words(plan.plan.language or self.words.language)
        tell = lambda amount: shown(amount, self.reader)  # noqa: E731 - one line of its own says no more
        named = Named(self.ledger.siren, self.ledger.closing)
        mark, origin = (named.mark, named.official) if named.official else (clean(self.file.name),) * 2
        return Taking(plan, self.ledger, self.year, self.choices(answers), words, tell, mark, origin).result()
