"""The order of the budget's rows: filtered, sorted, grouped under sub-totals that fold, the total last."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any, Literal

from model.budget import Line
from model.plain import frozen, slotted
from model.plan import Plan
from tui.text import folded

GROUPINGS = ("", "category", "action", "supplier", "source", "status", "group")
"""What lines may be grouped by; nothing first."""

Sorted = Callable[[str], Any]


@frozen
class RowKey:
    """A row: a line by its id, a group by its key, or the total."""

    kind: Literal["line", "group", "total"]
    key: str = ""


TOTAL = RowKey("total")


@frozen
class Cell:
    """A cell: of a line by its id, of a group by its key (`by` says of which breakdown), or of the total; a column."""

    kind: Literal["line", "group", "total"]
    key: str
    column: str
    by: str = ""

    @property
    def is_month(self) -> bool:
        """Whether the column is a month, `2027-03`."""
        return self.column[:1].isdigit()


@slotted
class Arrangement:
    """How somebody wants to see the lines."""

    grouping: str = ""
    sort: str = ""
    is_descending: bool = False
    query: str = ""
    folded: set[str] = field(default_factory=set)
    marked: set[str] = field(default_factory=set)

    def rows(self, plan: Plan, value_of: Callable[[str, str], Any]) -> list[RowKey]:
        """The rows in order; `value_of(id, column)` is what lines are sorted by."""
        ids: Iterable[str] = self._found(plan)
        if self.sort:
            ids = _sorted(ids, lambda id_: value_of(id_, self.sort), is_descending=self.is_descending)
        if not self.grouping:
            return [*(RowKey("line", id_) for id_ in ids), TOTAL]
        rows: list[RowKey] = []
        for key, members in self._grouped(plan, ids).items():
            rows.append(RowKey("group", key))
            if key not in self.folded:
                rows += (RowKey("line", id_) for id_ in members)
        return [*rows, TOTAL]

    def _found(self, plan: Plan) -> list[str]:
        words = folded(self.query).split()
        if not words:
            return list(plan.budget)
        return [id_ for id_, line in plan.budget.items() if _holds(id_, line, plan, words)]

    def _grouped(self, plan: Plan, ids: Iterable[str]) -> Mapping[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for id_ in ids:
            groups.setdefault(group_of(plan.budget[id_], self.grouping), []).append(id_)
        # What names nothing stands last, as everywhere.
        return {key: groups[key] for key in sorted(groups, key=lambda key: key == "")}


def group_of(line: Line, grouping: str) -> str:
    """The key of the group that a line stands in; a cost over several actions has a group of its own, `%`."""
    if grouping == "action" and line.shares:
        return "%"
    return getattr(line, grouping) or ""


def _holds(id_: str, line: Line, plan: Plan, words: list[str]) -> bool:
    action = plan.actions.get(line.action or "")
    texts = (id_, line.label, line.category, line.supplier, line.group, line.action, action and action.title)
    text = folded(" ".join(text for text in texts if text))
    return all(word in text for word in words)


def _sorted(ids: Iterable[str], value_of: Sorted, *, is_descending: bool) -> list[str]:
    """Numbers by size, words by letter, what is empty last either way."""
    empty: list[str] = []
    known: list[tuple[Any, str]] = []
    for id_ in ids:
        value = value_of(id_)
        if value is None or value == "":
            empty.append(id_)
        else:
            known.append((value if isinstance(value, Decimal | int) else folded(str(value)), id_))
    known.sort(key=lambda pair: pair[0], reverse=is_descending)
    return [*(id_ for _, id_ in known), *empty]
