"""Which rows are lines that the plan already has: by id, by name, by more where a name is not alone."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from model.budget import Line
from model.plan import Plan
from tui.imports.lines.categories import Placed
from tui.text import folded

Key = tuple[str, ...]


def matched(lines: Sequence[Placed], plan: Plan) -> tuple[dict[int, str], list[Placed]]:
    """For the rows that are lines of the plan, by number, the line's id; and the rows that could be several of them.

    A name that stands once in the table and once in the plan is the same line, unless both say a category and another
    one. Where a name stands several times the category tells, then the supplier; where nothing tells but there are as
    many here as there, they are the same in their order.
    """
    found: dict[int, str] = {}
    rest: list[Placed] = []
    for line in lines:
        id_ = line.one.row.texts.get("id", "")
        if id_ in plan.budget and id_ not in found.values():
            found[line.one.row.number] = id_
        else:
            rest.append(line)
    taken = set(found.values())
    left = {id_: line for id_, line in plan.budget.items() if id_ not in taken and line.label}
    return _by_name(rest, left, found)


def _by_name(
    rest: list[Placed], left: Mapping[str, Line], found: dict[int, str]
) -> tuple[dict[int, str], list[Placed]]:
    here, there = _grouped(rest, lambda line: (plain(line.one.row.label),)), _of_plan(left)
    unsure: list[Placed] = []
    for name, rows in here.items():
        ids = there.get(name[0], [])
        if ids:
            _pair(rows, ids, left, found, unsure)
    return found, unsure


def _of_plan(left: Mapping[str, Line]) -> dict[str, list[str]]:
    there: dict[str, list[str]] = defaultdict(list)
    for id_, line in left.items():
        there[plain(line.label or "")].append(id_)
    return there


def _pair(
    rows: list[Placed], ids: list[str], left: Mapping[str, Line], found: dict[int, str], unsure: list[Placed]
) -> None:
    """Pair rows and lines of one name."""
    if len(rows) == len(ids) == 1:
        if not _differ(rows[0].category, left[ids[0]].category):
            found[rows[0].one.row.number] = ids[0]
        return
    here = _grouped(rows, lambda line: (plain(line.category), plain(line.one.row.texts.get("supplier", ""))))
    there: dict[Key, list[str]] = defaultdict(list)
    for id_ in ids:
        there[plain(left[id_].category or ""), plain(left[id_].supplier or "")].append(id_)
    for key, group in here.items():
        same = there.get(key, [])
        if not same:
            same = [id_ for other, others in there.items() if other[0] == key[0] for id_ in others]
            if not same or len(same) != len(group) or len([k for k in here if k[0] == key[0]]) > 1:
                # Lines of that name stand elsewhere in the plan: these are others.
                if same:
                    unsure += group
                continue
        if len(same) == len(group):
            found.update({row.one.row.number: id_ for row, id_ in zip(group, same, strict=True)})
        else:
            unsure += group


def _differ(category: str, other: str | None) -> bool:
    return bool(category and other) and plain(category) != plain(other or "")


def _grouped(lines: Sequence[Placed], key: Callable[[Placed], Key]) -> dict[Key, list[Placed]]:
    groups: dict[Key, list[Placed]] = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line)
    return groups


def plain(text: str) -> str:
    """A name as it is compared: without case, accents, spaces that are too many."""
    return " ".join(folded(text).split())
