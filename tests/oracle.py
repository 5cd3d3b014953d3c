"""The budget's arithmetic a second time: the contract's sentences in plain fractions, without the code under test.

It reads tables as `strategies.documents()` gives them and knows the formulas of `strategies.FORMULAS` only.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

Table = dict[str, Any]
Cents = tuple[int, int]
Names = Callable[[str], Fraction]

DIGITS = {"JPY": 0, "TND": 3}

_FORMULAS: dict[str, Callable[[Names], Fraction]] = {
    "=12*350": lambda _: Fraction(4200),
    "=100/3": lambda _: Fraction(100, 3),
    "=-500": lambda _: Fraction(-500),
    "=(1+2)*(3-4)/7": lambda _: Fraction(-3, 7),
    "=@rate*3": lambda name: name("rate") * 3,
    "=2*@visits-@rate": lambda name: 2 * name("visits") - name("rate"),
    "=@day-rate/3": lambda name: name("day-rate") / 3,
    "=@rate-0.005": lambda name: name("rate") - Fraction(5, 1000),
    "=@last_year*1.1": lambda name: name("last_year") * Fraction(11, 10),
    "=@unknown": lambda name: name("unknown"),
    "=1/0": lambda _: Fraction(1, 0),
    "=2+": lambda name: name("a value that is missing"),
    "=@broken": lambda name: name("broken"),
}


def _driver(drivers: Table, name: str, seen: tuple[str, ...] = ()) -> Fraction:
    """A driver's value; an ArithmeticError or a KeyError when it has none."""
    if name in seen:
        raise ArithmeticError(name)
    value = drivers[name]["value"]
    if isinstance(value, str):
        return _FORMULAS[value](lambda other: _driver(drivers, other, (*seen, name)))
    return Fraction(value)


def _number(document: Table, line: Table, value: Decimal | str) -> Fraction:
    if not isinstance(value, str):
        return Fraction(value)

    def named(name: str) -> Fraction:
        return Fraction(line["last_year"]) if name == "last_year" else _driver(document["drivers"], name)

    try:
        return _FORMULAS[value](named)
    except (ArithmeticError, KeyError):
        return Fraction(0)


def exact(document: Table, line: Table) -> Fraction:
    """A line's amount in the plan's currency before rounding."""
    if "included_in" in line:
        return Fraction(0)
    if "amount" in line:
        amount = _number(document, line, line["amount"])
    elif "unit_cost" in line:
        quantity = _number(document, line, line.get("quantity", Decimal(1)))
        amount = _number(document, line, line["unit_cost"]) * quantity
    else:
        amount = sum((_number(document, line, value) for value in line.get("months", {}).values()), Fraction(0))
    foreign = line.get("currency") != document["plan"].get("currency") or "currency" not in line
    return amount * Fraction(line["exchange_rate"]) if foreign and "exchange_rate" in line else amount


def round_half_up(value: Fraction) -> int:
    """The nearest integer, ties away from zero."""
    size = floor(abs(value) + Fraction(1, 2))
    return size if value >= 0 else -size


def cents(document: Table, line: Table) -> Cents:
    """A line's figures without and with tax, in minor units."""
    sheet = document["plan"]
    figure = round_half_up(exact(document, line) * 10 ** DIGITS.get(sheet.get("currency", ""), 2))
    rate = 1 + Fraction(line.get("tax_rate", sheet.get("tax_rate", 0))) / 100
    if line.get("prices", sheet.get("prices")) == "incl_tax":
        return (round_half_up(figure / rate) if rate else figure), figure
    return figure, round_half_up(figure * rate)


def shared_out(total: int, weights: list[Fraction]) -> list[int]:
    """Cents by largest remainder, ties to the first; the opposite of what the opposite total gives."""
    if total < 0:
        return [-part for part in shared_out(-total, weights)]
    if not sum(weights):
        weights = [Fraction(1)] * len(weights)
    ideal = [total * weight / sum(weights) for weight in weights]
    parts = [floor(share) for share in ideal]
    while sum(parts) < total:
        gaps = [share - part for share, part in zip(ideal, parts, strict=True)]
        parts[gaps.index(max(gaps))] += 1
    return parts


def _spread(keys: list[str], weights: list[Fraction], figures: Cents) -> list[tuple[str, Cents]]:
    excl, incl = (shared_out(figure, weights) for figure in figures)
    return list(zip(keys, zip(excl, incl, strict=True), strict=True))


def _by_action(line: Table, figures: Cents) -> list[tuple[str, Cents]]:
    shares = line.get("shares")
    if shares:
        return _spread(list(shares), [Fraction(share) for share in shares.values()], figures)
    return [(line.get("action", ""), figures)]


def _month_of(day: date | str) -> tuple[int, int]:
    return (day.year, day.month) if isinstance(day, date) else (int(day[:4]), int(day[5:]))


def _run(document: Table, line: Table, action: str) -> list[str]:
    """The months from start to end, each bound the line's, else the action's, else the plan's."""
    levels = (line, document["actions"].get(action, {}), document["plan"])
    found = [[level[bound] for level in levels if bound in level][:1] for bound in ("start", "end")]
    known = [_month_of(bound[0]) for bound in found if bound]
    if not known:
        return [""]
    months: list[str] = []
    year, month = known[0]
    while not months or (year, month) <= known[-1]:
        months.append(f"{year}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months


def _parts(document: Table, line: Table, figures: Cents, by: str) -> list[tuple[str, Cents]]:
    if by in ("category", "group", "supplier", "source", "status"):
        return [(line.get(by, ""), figures)]
    if by == "action":
        return _by_action(line, figures)
    if by == "month":
        return _by_month(document, line, figures)
    parts = []
    for action, part in _by_action(line, figures):
        named = document["actions"].get(action, {}).get(by + "s", [])
        keys = [key for index, key in enumerate(named) if key not in named[:index]] or [""]
        parts += _spread(keys, [Fraction(1)] * len(keys), part)
    return parts


def _by_month(document: Table, line: Table, figures: Cents) -> list[tuple[str, Cents]]:
    months = line.get("months")
    if months:
        return _spread(list(months), [_number(document, line, value) for value in months.values()], figures)
    whole = [(line.get("action", ""), figures)]
    parts = []
    for action, part in whole if "start" in line and "end" in line else _by_action(line, figures):
        run = _run(document, line, action)
        parts += _spread(run, [Fraction(1)] * len(run), part)
    return parts


def in_month(document: Table, by: str, key: str, month: str) -> Cents:
    """What a group by action, or by a field of the lines, spends in a month: its part of each line, phased as it is."""
    sums = (0, 0)
    for line in document["budget"].values():
        for group, part in _parts(document, line, cents(document, line), by):
            # The part of an action is phased as a line of its own would be.
            alone = {k: v for k, v in line.items() if k != "shares"} | {"action": group} if by == "action" else line
            found = [spent for name, spent in _by_month(document, alone, part) if name == month and group == key]
            sums = (sums[0] + sum(excl for excl, _ in found), sums[1] + sum(incl for _, incl in found))
    return sums


def breakdown(document: Table, by: str) -> dict[str, Cents]:
    """What goes to each group, without and with tax, in minor units."""
    groups: dict[str, Cents] = {}
    for line in document["budget"].values():
        for key, (excl, incl) in _parts(document, line, cents(document, line), by):
            before = groups.get(key, (0, 0))
            groups[key] = (before[0] + excl, before[1] + incl)
    return groups
