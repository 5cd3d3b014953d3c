"""Where a total may end, as rows of a table: what each figure is called, and the figure by either method."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from model.risk.assessment import Assessment
from model.risk.outlook import PERCENTS, Outlook
from tui.formats.numbers import NARROW, format_number
from tui.words import Language, Words

OutlookRow = tuple[str, str, str]
"""A label, the figure by summed variances, the figure by simulation."""


def outlook_rows(
    assessment: Assessment, words: Words, numbers: Language, amount: Callable[[int], str]
) -> Iterator[OutlookRow]:
    """The rows of both methods side by side; `amount` writes minor units."""

    def row(label: str, figure: Callable[[Outlook], str]) -> OutlookRow:
        return words(f"risk.{label}"), figure(assessment.summed), figure(assessment.simulated)

    yield row("mean", lambda outlook: amount(outlook.mean))
    yield row("deviation", lambda outlook: amount(outlook.deviation))
    for percent in PERCENTS:
        yield row(f"p{percent}", lambda outlook, percent=percent: amount(outlook.quantiles[percent]))  # type: ignore[misc]
    yield row("contingency", lambda outlook: amount(outlook.contingency))
    if assessment.ceiling is not None:
        yield row("under_ceiling", lambda outlook: chance(outlook.under_ceiling or 0.0, numbers))


def chance(probability: float, numbers: Language) -> str:
    """A chance in whole percents; only what is certain is written as 0 or 100."""
    percent = round(100 * probability)
    if 0 < probability < 0.01:
        return f"< {percents(1, numbers)}"
    if 0.99 < probability < 1:
        return f"> {percents(99, numbers)}"
    return percents(percent, numbers)


def percents(percent: int, numbers: Language) -> str:
    """A whole percentage as it is read."""
    return format_number(Decimal(percent), numbers) + (f"{NARROW}%" if numbers == "fr" else "%")
