"""What is asked about a ledger: what its year is for, small suppliers, months, accruals, where each account goes."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.ledger.accounts import is_marketing, proposed
from tui.imports.ledger.choices import ACCRUALS, LINE, MONTHS, NO, SMALL, YES, Choices, line_of, line_target, threshold
from tui.imports.ledger.costs import costs
from tui.imports.ledger.entries import ACCRUAL, CLOSING, OPENING
from tui.imports.ledger.facts import shown
from tui.imports.ledger.names import clean
from tui.imports.ledger.spending import Ledger
from tui.imports.ledger.years import LAST_YEAR, USES, FiscalYear, use_of
from tui.imports.source import Answers, Question, Target

_THRESHOLDS = ("", "100", "250", "500", "1000", "2500", "5000", "10000", "25000")
_MOST_SUPPLIERS = 3
_FEW = 60
"""As many new lines as somebody would read."""


class Asking:
    """The questions about one ledger before one plan, what is proposed, what can be chosen."""

    def __init__(self, ledger: Ledger, year: FiscalYear, plan: Plan, reader: Reader) -> None:
        self.ledger, self.year, self.plan, self.reader, self.words = ledger, year, plan, reader, reader.words
        self.categories = list(dict.fromkeys(line.category for line in plan.budget.values() if line.category))
        self.keys = [key for key in ledger.spent if key.kind not in (CLOSING, OPENING)]
        self.totals = ledger.by("account", self.keys)
        self.accounts = sorted(self.totals, key=lambda account: (not is_marketing(account), account))
        self.proposals = {account: self._proposed(account) for account in self.accounts}
        self.accruals = sum(ledger.spent[key].sum for key in self.keys if key.kind == ACCRUAL)
        self.has_accruals = any(key.kind == ACCRUAL for key in self.keys)
        self.use_key = f"@use {year.label}"

    def _label(self, account: str) -> str:
        return clean(self.ledger.labels.get(account, ""))

    def _proposed(self, account: str) -> str:
        return proposed(account, self._label(account), self.categories) if is_marketing(account) else ""

    # --- what was decided -------------------------------------------------------------------------------------------

    def choices(self, answers: Answers) -> Choices:
        """What was decided, and what is proposed where nothing was."""
        decided = Choices(
            use=answers.get(self.use_key) or use_of(self.year, self.plan),
            accounts={account: self._target(account, answers) for account in self.accounts},
            by_months=answers.get(MONTHS, NO) == YES,
            with_accruals=answers.get(ACCRUALS, YES) == YES,
        )
        return replace(decided, small=answers[SMALL] if SMALL in answers else self._few(decided))

    def _target(self, account: str, answers: Answers) -> str:
        """What an account goes to; aside where that is a line that there is not."""
        target = answers.get(account, self.proposals[account])
        line = line_of(target)
        return target if not line or line in self.plan.budget else ""

    def _few(self, decided: Choices) -> str:
        """The lowest threshold that leaves few lines."""
        sums = sorted(abs(cost.sum) for cost in costs(self.ledger, decided))
        fits = (value for value in _THRESHOLDS if len(sums) - bisect_left(sums, threshold(value) or 0) <= _FEW)
        return next(fits, _THRESHOLDS[-1])

    # --- questions --------------------------------------------------------------------------------------------------

    def questions(self, decided: Choices, answers: Answers) -> tuple[Question, ...]:
        """About the whole of it, then about each account."""
        accounts = (self._account(account, decided, account in answers) for account in self.accounts)
        return (*self._about_all(decided), *accounts)

    def _about_all(self, decided: Choices) -> Iterator[Question]:
        words, language = self.words, self.words.language
        days = " – ".join(format_date(day, language) for day in (self.year.start, self.year.end))
        use, small, months = words("ledger.ask.use", label=self.year.label), "ledger.ask.small", "ledger.ask.months"
        yield Question(self.use_key, use, decided.use, days, topic="budget#last_year")
        yield Question(SMALL, words(small), decided.small, words("ledger.about.small"), topic="budget#supplier")
        if decided.use == LAST_YEAR:
            is_phased = YES if decided.by_months else NO
            yield Question(MONTHS, words(months), is_phased, words("ledger.about.months"), topic="budget#months")
        if self.has_accruals:
            are_counted = YES if decided.with_accruals else NO
            yield Question(ACCRUALS, words("ledger.ask.accruals"), are_counted, shown(self.accruals, self.reader))

    def _account(self, account: str, decided: Choices, is_decided: bool) -> Question:
        kind = "marketing" if is_marketing(account) else "other"
        return Question(
            account,
            f"{account} {self._label(account)}",
            decided.accounts[account],
            self._samples[account],
            "" if is_decided else self.words(f"ledger.why.{kind}"),
            "budget#category",
            self.words("ledger.new_category"),
        )

    @cached_property
    def _samples(self) -> dict[str, str]:
        """Of each account its total and its biggest suppliers."""
        suppliers: dict[str, dict[str, int]] = {account: {} for account in self.accounts}
        for key in self.keys:
            of = suppliers[key.account]
            of[key.supplier] = of.get(key.supplier, 0) + self.ledger.spent[key].sum
        return {account: f"{shown(self.totals[account].sum, self.reader)}  {_named(suppliers[account])}".rstrip()
                for account in self.accounts}  # fmt: skip

    # --- what can be chosen -----------------------------------------------------------------------------------------

    def targets(self, key: str, given: str) -> tuple[Target, ...]:
        """The choices of a question, `given` among them where it can be."""
        words = self.words
        if key == self.use_key:
            return tuple(Target(use, words(f"ledger.as.{use}")) for use in USES)
        if key == SMALL:
            values = dict.fromkeys((*_THRESHOLDS, given))
            return tuple(Target(value, self._below(value)) for value in values if threshold(value) is not None)
        if key in (MONTHS, ACCRUALS):
            return tuple(Target(value, words(f"ledger.{key[1:]}.{value}")) for value in (YES, NO))
        return (Target("", words("ledger.aside")), *self._categories(key, given), *self._lines)

    def _below(self, value: str) -> str:
        if not threshold(value):
            return self.words("ledger.small.none")
        return self.words("ledger.small.below", amount=format_number(Decimal(value), self.reader.numbers))

    def _categories(self, account: str, given: str) -> Iterable[Target]:
        """The plan's categories, and new ones by the account's name or as somebody called it."""
        names = dict.fromkeys((self.proposals.get(account, ""), self._label(account), given))
        fresh = [name for name in names if name and name not in self.categories and not name.startswith(LINE)]
        yield from (Target(name, name, self.words("ledger.category")) for name in self.categories)
        yield from (Target(name, name, self.words("ledger.new_category")) for name in fresh)

    @cached_property
    def _lines(self) -> tuple[Target, ...]:
        """The lines of the plan, made once: a plan may have ten thousand, a ledger a hundred accounts."""
        note, lines = self.words("ledger.line"), self.plan.budget.items()
        named = (line_target(id_, self.plan) for id_, line in lines if line.included_in is None)
        return tuple(Target(target, target[1:], note) for target in named)


def _named(suppliers: dict[str, int]) -> str:
    names = sorted(filter(None, suppliers), key=lambda name: -abs(suppliers[name]))
    return ", ".join(map(clean, names[:_MOST_SUPPLIERS])) + ("…" if len(names) > _MOST_SUPPLIERS else "")
