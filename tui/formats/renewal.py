"""Next year's plan in words: what the review says of an action, in the plan's language; what became of the rest."""

from collections.abc import Iterator
from itertools import groupby

from model.plain import frozen
from model.plan import Plan
from model.renewal.outcome import Outcome
from model.renewal.renewing import Renewal
from tui.formats.dates import format_date
from tui.formats.naming import named
from tui.formats.numbers import format_number
from tui.text import visible
from tui.words import Language, Words


@frozen
class PlanTeller:
    """Says what the plan knows as figures, in its own language."""

    words: Words

    @staticmethod
    def of(plan: Plan, language: Language) -> "PlanTeller":
        """The teller of a plan, in another language where it names none."""
        return PlanTeller(Words(plan.plan.language or language))

    def expected(self, outcomes: tuple[Outcome, ...]) -> str:
        """What an action was for, an outcome a line."""
        return "\n".join(filter(None, map(self._expected, outcomes)))

    def _expected(self, outcome: Outcome) -> str:
        if outcome.wanted is None:
            return ""
        key = "expected" if outcome.due is None else "expected_by"
        return self._of(outcome, key, format_number(outcome.wanted, self.words.language), outcome.due)

    def obtained(self, outcomes: tuple[Outcome, ...], milestones: tuple[int, int]) -> str:
        """What was shown of each outcome that can be counted, and how many milestones were passed."""
        lines = [self.shown(outcome) for outcome in outcomes if outcome.wanted is not None or outcome.shown is not None]
        done, count = milestones
        return "\n".join([*lines, self.words("renewal.milestones", done=done, n=count)] if count else lines)

    def shown(self, outcome: Outcome) -> str:
        """What was shown of an outcome."""
        if outcome.shown is None:
            return self.words("renewal.unread", name=outcome.name)
        key = {True: "reached", False: "missed", None: "shown"}[outcome.is_reached]
        return self._of(outcome, key, format_number(outcome.shown.figure, self.words.language), outcome.shown.day)

    def _of(self, outcome: Outcome, key: str, value: str, day: object) -> str:
        text = format_date(day, self.words.language) if day is not None else ""  # type: ignore[arg-type]
        return self.words(f"renewal.{key}", name=outcome.name, value=f"{value} {outcome.unit}".rstrip(), day=text)

    def corrected(self, lesson: str) -> str:
        """The note of an action taken up again otherwise."""
        return self.words("renewal.corrected_note", lesson=lesson)


def became(renewal: Renewal, words: Words) -> Iterator[str]:
    """What became of the actions, a sentence a verdict; then how much did not come along."""
    for verdict in ("repeat", "correct", "drop", None):
        names = [named(renewal.old, fate.action, ("actions",)) for fate in renewal.fates if fate.verdict == verdict]
        if names:
            yield words.count(f"renewal.fate.{verdict or 'open'}", len(names), names=listed(names))
    for section, ids in renewal.gone.items():
        if section not in ("actions", "unlinked"):
            yield words.count(f"renewal.gone.{section}", len(ids))


def decisions(renewal: Renewal, words: Words) -> Iterator[tuple[str, str]]:
    """What is left to decide: a sentence for each kind, and the first place to go to."""
    for code, group in groupby(renewal.points, key=lambda point: point.code):
        points = list(group)
        # What is called by its verdict is named as the action that it was.
        names = [named(renewal.plan, point.path.split(".")[1]) for point in points if point.path.count(".") > 1]
        yield words.count(f"renewal.point.{code}", len(points), names=listed(names)), points[0].path


def listed(names: list[str]) -> str:
    """Names one after the other, as they can be shown."""
    return ", ".join(map(visible, names))
