"""The budget by category and by objective: a bar for each, the largest first, its figure and its share."""

from rich.cells import cell_len
from rich.style import Style

from model.breakdowns import By, breakdown
from model.money import half_up, minor_digits, to_minor
from model.names import name_of
from model.plain import frozen
from model.plan import Plan
from tui.formats.outlooks import percents
from tui.reports.bars import signed_bar
from tui.reports.sheet import Sheet, to_right

MOST_GROUPS = 30
WIDEST_BAR = 60
SHARE_ROOM = 6


@frozen
class Group:
    """What goes to one group, in minor units on the side of the plan's prices; `key` is empty for what names none."""

    key: str
    figure: int


def groups(plan: Plan, by: By) -> list[Group]:
    """The groups of a breakdown, the largest first; they sum to the total."""
    digits, prices = minor_digits(plan.plan.currency), plan.plan.prices
    found = [Group(key, to_minor(money.priced(prices), digits)) for key, money in breakdown(plan, by).items()]
    return sorted(found, key=lambda group: -group.figure)


def by_category(sheet: Sheet) -> None:
    """A bar a category."""
    words = sheet.desk.words
    sheet.heading(words("pictures.by_category"))
    found = groups(sheet.desk.seen, "category")
    _draw(sheet, [(group.key or words("messages.no_category"), group.figure) for group in found])


def by_objective(sheet: Sheet) -> None:
    """A bar an objective; a line's part of an action goes in equal parts to the objectives that the action serves."""
    sheet.heading(sheet.desk.words("pictures.by_objective"))
    found = groups(sheet.desk.seen, "objective")
    _draw(sheet, [(_objective(sheet, group.key), group.figure) for group in found])


def _objective(sheet: Sheet, id_: str) -> str:
    if not id_:
        return sheet.desk.words("pictures.no_objective")
    record = sheet.desk.seen.objectives.get(id_)
    return f"{id_} {name_of(record)}".rstrip() if record else id_


def _draw(sheet: Sheet, named: list[tuple[str, int]]) -> None:
    """The bars on one scale, then the total; beyond what is read, the smallest stand together."""
    words, whole = sheet.desk.words, sum(figure for _, figure in named)
    if len(named) > MOST_GROUPS:
        others = [figure for _, figure in named[MOST_GROUPS - 1 :]]
        named = [*named[: MOST_GROUPS - 1], (words.count("pictures.others", len(others)), sum(others))]
    total = (words("messages.total"), whole)
    rooms = (
        min(max(cell_len(name) for name, _ in [*named, total]), sheet.room // 2 - 6),
        max(cell_len(sheet.whole(figure)) for _, figure in [*named, total]),
    )
    top = max((abs(figure) for _, figure in named), default=0)
    for name, figure in named:
        bar = signed_bar(figure, top, _bar_room(sheet, rooms))
        _row(sheet, (name, bar, figure), whole, rooms, sheet.desk.palette.text)
    _row(sheet, (total[0], "", whole), whole, rooms, sheet.desk.palette.strong)


def _bar_room(sheet: Sheet, rooms: tuple[int, int]) -> int:
    return min(sheet.room - sum(rooms) - SHARE_ROOM - 2, WIDEST_BAR)


def _row(sheet: Sheet, shown: tuple[str, str, int], whole: int, rooms: tuple[int, int], style: Style) -> None:
    """A name, its bar, its figure, its share of the whole."""
    name, bar, figure = shown
    row = sheet.line().add(name, style, rooms[0]).to(1 + rooms[0]).add(bar, sheet.desk.palette.accent)
    to_right(row, 1 + rooms[0] + _bar_room(sheet, rooms) + 2 + rooms[1], sheet.whole(figure), style)
    if whole > 0:
        share = percents(half_up(100 * figure, whole), sheet.desk.numbers)
        # Beside a total that credits bring to next to nothing, a share of it says nothing any more.
        if cell_len(share) <= SHARE_ROOM:
            to_right(row, row.length + SHARE_ROOM, share, style)
