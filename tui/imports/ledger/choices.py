"""What was decided about a ledger: accounts to categories or lines, and a few questions about the whole of it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from model.plain import frozen
from model.plan import Plan
from tui.imports.ledger.figures import UNIT
from tui.imports.ledger.names import clean

SMALL, MONTHS, ACCRUALS = "@small", "@months", "@accruals"
"""The keys of the questions that are about no account."""
YES, NO = "yes", "no"
ABOUT_ALL = "@"
LINE = "@"
"""Begins a target that is a line of the plan, `@B12 Stand`; others are categories."""


@frozen
class Choices:
    """`accounts` gives the target of each account; `small` is a threshold as text, empty to gather nobody."""

    use: str
    accounts: Mapping[str, str]
    small: str = ""
    by_months: bool = False
    with_accruals: bool = True


def line_target(id_: str, plan: Plan) -> str:
    """How a line is named as a target: with its label, for another plan of the same client has other lines."""
    return f"{LINE}{id_} {clean(plan.budget[id_].label or '')}".rstrip()


def line_of(target: str) -> str:
    """The id of the line that a target is; empty where it is a category."""
    return target[1:].split(" ", 1)[0] if target.startswith(LINE) else ""


def threshold(text: str) -> int | None:
    """A threshold in millionths; 0 where there is none, None where the text is no amount."""
    try:
        number = Decimal(text or 0)
        return int(number * UNIT) if 0 <= number < 10**9 else None
    except (InvalidOperation, ValueError):
        return None


def spread(answers: Mapping[str, str], accounts: Iterable[str], plan: Plan) -> dict[str, str]:
    """Answers account by account: `623` is for all that begin so, unless a longer one says otherwise.

    A line may be named by its id alone. One that the plan does not have under this name is left to be proposed.
    """
    found = {key: value for key, value in answers.items() if key.startswith(ABOUT_ALL)}
    prefixes = sorted((key for key in answers if not key.startswith(ABOUT_ALL)), key=len)
    for prefix in prefixes:
        found |= {account: answers[prefix] for account in accounts if account.startswith(prefix)}
    whole = {key: line_target(line_of(value), plan) if _is_bare(value, plan) else value for key, value in found.items()}
    return {key: value for key, value in whole.items() if not _is_gone(value, plan)}


def _is_bare(value: str, plan: Plan) -> bool:
    return value.startswith(LINE) and value[1:] in plan.budget


def _is_gone(value: str, plan: Plan) -> bool:
    id_ = line_of(value)
    return " " in value and bool(id_) and (id_ not in plan.budget or line_target(id_, plan) != value)
