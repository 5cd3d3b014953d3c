"""The columns of the budget grid: which there are, which one chose, which there is room for."""

from model.phasing import month_name, month_number
from model.plain import frozen
from model.plan import Plan

NUMBERS = ("quantity", "unit_cost", "amount", "last_year", "committed", "spent", "landing")
"""Fields of a line that take an entry in their cell."""
MONEY = ("amount", "other", "base", "gap", "last_year", "difference", "committed", "spent", "landing")
"""Columns that add up: groups and the total have them."""
WIDTHS = {"category": 15, "action": 6, "source": 16, "supplier": 16, "status": 9, "group": 12, "quantity": 9}
MONEY_WIDTH, MONTH_WIDTH, LABEL_WIDTH = 13, 9, 30
MOST_MONTHS = 24
STARTS = "0123456789+-*/=<>,."
"""What begins an entry when it is typed on a cell."""
PLAIN = (
    "amount",
    "other",
    "last_year",
    "difference",
    "category",
    "action",
    "source",
    "status",
    "quantity",
    "unit_cost",
)
FOLLOWED = ("supplier", "committed", "spent", "landing", "months")
PRESETS: dict[str, tuple[str, ...]] = {
    "usual": (*PLAIN, *FOLLOWED),
    "months": ("amount", "months"),
    "prices": ("quantity", "unit_cost", "amount", "other", "supplier", "source", "status"),
    "last_year": ("amount", "last_year", "difference", "category", "source"),
    "spending": ("amount", "committed", "spent", "landing", "status", "supplier"),
}


@frozen
class Column:
    """A column and its width; a month is named `2027-03`."""

    name: str
    width: int

    @property
    def is_month(self) -> bool:
        """Whether it is a month of the plan."""
        return self.name[:1].isdigit()

    @property
    def is_number(self) -> bool:
        """Whether its figures stand to the right."""
        return self.is_month or self.name in MONEY or self.name in NUMBERS

    @property
    def takes_entry(self) -> bool:
        """Whether one may type in its cells."""
        return self.is_month or self.name in NUMBERS


def width_of(name: str) -> int:
    """How wide a column is."""
    return MONTH_WIDTH if name[:1].isdigit() else WIDTHS.get(name, MONEY_WIDTH)


def months_of_plan(plan: Plan) -> list[str]:
    """The plan's months, as many as a grid can bear."""
    start, end = plan.plan.start, plan.plan.end
    if start is None or end is None or end < start:
        return []
    first, last = (month_number(f"{day:%Y-%m}") for day in (start, end))
    return [month_name(number) for number in range(first, min(last, first + MOST_MONTHS - 1) + 1)]


def columns_of(plan: Plan, chosen: tuple[str, ...], compared: str) -> list[Column]:
    """Every column in order; `compared` is what a scenario shows first: `all`, `scenario`, `gap`, or nothing."""
    names = list(chosen or PRESETS["usual"])
    if compared:
        names = [name for name in names if name not in ("base", "amount", "gap", "other")]
        names = [
            *{"all": ("base", "amount", "gap"), "scenario": ("amount",), "gap": ("amount", "gap")}[compared],
            *names,
        ]
    found: list[Column] = []
    for name in names:
        found += (
            [Column(month, MONTH_WIDTH) for month in months_of_plan(plan)]
            if name == "months"
            else [Column(name, width_of(name))]
        )
    return found


def visible_columns(columns: list[Column], current: str, left: int, width: int) -> tuple[int, list[Column]]:
    """The first column in view and those there is room for, the current one among them."""
    room = width - LABEL_WIDTH - 3 if width > LABEL_WIDTH + MONEY_WIDTH + 4 else MONEY_WIDTH + 1
    at = next((n for n, column in enumerate(columns) if column.name == current), 0)
    left = min(left, at)
    while left < at and sum(column.width + 1 for column in columns[left : at + 1]) > room:
        left += 1
    shown: list[Column] = []
    for column in columns[left:]:
        if column.width + 1 > room and shown:
            break
        shown.append(column)
        room -= column.width + 1
    return left, shown
