"""The header of an exported CSV: the names of its columns, for programs or in either language."""

from collections.abc import Iterable, Mapping
from functools import cache

from tui.text import folded
from tui.words import LANGUAGES, Words

ID, CURRENCY, RATE = "id", "currency", "tax_rate"
TEXTS = ("label", "category", "group", "supplier")
SIDES = ("excl_tax", "tax", "incl_tax")
COLUMNS = (ID, "label", "category", "group", "action", "supplier", "source", "status", RATE, *SIDES, CURRENCY)
_LEAST = 7


@cache
def names() -> tuple[Mapping[str, str], ...]:
    """The columns by their names, folded: in the notation of programs, then in each language."""
    local = [{folded(_name(column, Words(language))): column for column in COLUMNS} for language in LANGUAGES]
    return ({column: column for column in COLUMNS}, *local)


def _name(column: str, words: Words) -> str:
    if column == ID:
        return ID
    if column in SIDES:
        return words(f"exports.column.{column}")
    return words("fields.plan.currency" if column == CURRENCY else f"fields.budget.{column}")


def columns_of(cells: Iterable[str]) -> dict[int, str]:
    """The columns of a header by their places, where most of ours are there; empty for any other."""
    texts = [folded(cell.strip().strip('"').lstrip("\ufeff")) for cell in cells]
    if ID not in texts[:3]:
        return {}
    best = max(names(), key=lambda known: sum(1 for text in texts if text in known))
    found = {at: best[text] for at, text in enumerate(texts) if text in best and texts.index(text) == at}
    return found if len(found) >= _LEAST and {"excl_tax", "incl_tax"} <= set(found.values()) else {}
