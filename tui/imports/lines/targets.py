"""What a column of budget lines can be: fields of a line, and amounts by the side of the tax they are on."""

from tui.imports.source import Target
from tui.words import Words

EXCL, INCL, TAX, HISTORY = "amount_excl", "amount_incl", "amount_tax", "history."
TARGETS = (
    *("label", "category", "group", "amount", EXCL, INCL, TAX, "tax_rate", "quantity", "unit", "unit_cost"),
    *("supplier", "reference", "valid_until", "action", "source", "status", "start", "end", "last_year"),
    *("committed", "spent", "landing", "low", "high", "currency", "priority", "note", "id"),
)
SIDES = {"amount": "", EXCL: "excl_tax", INCL: "incl_tax"}
"""The columns that say what a line amounts to, with their side of the tax; empty for the plan's own."""
ADDED = frozenset({*SIDES, TAX, "last_year", "committed", "spent", "landing", "low", "high"})
"""Columns whose totals are the sums of their lines."""
FIGURES = ADDED | {"unit_cost", "quantity", "tax_rate"}
UNSCALED = frozenset({"quantity", "tax_rate"})
TEXTS = ("label", "category", "group", "supplier", "reference", "unit", "note", "id")


def is_figure(target: str) -> bool:
    """Whether a column taken for this holds numbers."""
    return target in FIGURES or target.startswith(HISTORY)


def is_added(target: str) -> bool:
    """Whether its totals are the sums of its lines."""
    return target in ADDED or target.startswith(HISTORY)


def is_scaled(target: str) -> bool:
    """Whether thousands in its header are about it."""
    return is_figure(target) and target not in UNSCALED


def target_label(target: str, words: Words) -> str:
    """How a target reads: the name of its field."""
    if target.startswith(HISTORY):
        return f"{words('fields.budget.history')} {target.removeprefix(HISTORY)}"
    if words.has(f"tables.target.{target}"):
        return words(f"tables.target.{target}")
    return words(f"fields.budget.{target}")


def targets(words: Words, years: tuple[int, ...]) -> tuple[Target, ...]:
    """All of them, and the history of some years."""
    return tuple(Target(one, target_label(one, words)) for one in (*TARGETS, *(f"{HISTORY}{year}" for year in years)))


def topic_of(target: str) -> str:
    """What the guidance speaks of beside a column taken for this."""
    if target in ("", "id"):
        return "budget"
    if target.startswith(HISTORY):
        return "budget.x.history"
    return "budget.x.amount" if target in (*SIDES, TAX) else f"budget.x.{target}"
