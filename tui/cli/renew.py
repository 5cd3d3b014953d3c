"""`planmark renew`: next year's plan from this one, in a file that was not there."""

from pathlib import Path

from model.money import minor_digits
from model.renewal.renewing import Renewal, renewed
from model.store.reading import load
from model.store.saving import save
from tui.cli.arguments import Arguments
from tui.cli.console import Answer, Console
from tui.cli.holding import held
from tui.cli.json_text import json_lines
from tui.cli.layout import wrapped
from tui.formats.numbers import format_money
from tui.formats.renewal import PlanTeller, became, decisions


def run(given: Arguments, console: Console) -> Answer:
    """The new plan written, and what became of what; a file that is there is never overwritten."""
    source, file = given.operands
    plan = load(source).plan
    renewal = renewed(plan, PlanTeller.of(plan, console.words.language))
    with held(file, given, console):
        save(renewal.plan, Path(file), None)
    return Answer(_json(file, renewal) if given.wants_json else tuple(_text(file, renewal, console)))


def _text(file: str, renewal: Renewal, console: Console) -> list[str]:
    words, lines = console.words, [console.words("cli.new.made", file=file)]
    lines += [line for sentence in became(renewal, words) for line in wrapped(sentence, console.width, "", "  ")]
    if renewal.left is not None:
        currency = renewal.plan.plan.currency or "EUR"
        left = format_money(renewal.left, currency, console.numbers, minor_digits(currency))
        lines += wrapped(words("renewal.left", amount=left), console.width)
    points = [sentence for sentence, _ in decisions(renewal, words)]
    lines += [words("renewal.decide")] if points else []
    return lines + [line for point in points for line in wrapped(point, console.width, "  ", "    ")]


def _json(file: str, renewal: Renewal) -> tuple[str, ...]:
    return json_lines(
        {
            "file": file,
            "actions": [
                {"id": fate.action, "verdict": fate.verdict, "review": fate.line, "carried": fate.is_carried}
                for fate in renewal.fates
            ],
            "gone": renewal.gone,
            "left": renewal.left,
            "decide": [{"code": point.code, "path": point.path} for point in renewal.points],
        }
    )
