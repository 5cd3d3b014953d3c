"""A year of each example plan: as it stood on its first day, what is read in it, and what happens on the way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from model import examples
from model.budget import Line
from model.catalogue import fields, sections
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.store.reading import loads

D = Decimal


@dataclass(frozen=True, slots=True)
class Year:
    """What happens to an example: one indicator read each month, off its path on `gap`, better after `corrected`.

    At the year's end `spent` is what the lines cost, and each action named in `verdicts` has its own.
    """

    name: str
    indicator: str
    readings: dict[str, int]
    corrected: date
    cause: str
    title: str
    owner: str
    verdicts: dict[str, str]
    spent: dict[str, Decimal]

    @property
    def gap(self) -> date:
        """The day of the reading that is off the path: the last one before the correction."""
        return max(day for day in map(date.fromisoformat, self.readings) if day < self.corrected)

    @property
    def start(self) -> Plan:
        """The plan on its first day: nothing done, spent, read or corrected yet."""
        return rewound(loads(examples.text(self.name)))


def _readings(year: int, *values: int) -> dict[str, int]:
    ends = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return {f"{year}-{n:02d}-{end}": value for n, (end, value) in enumerate(zip(ends, values, strict=True), 1)}


YEARS = (
    # Articles add up by themselves, so that each reading is the whole so far.
    Year(
        "suisse-tourisme",
        "K5",
        _readings(2021, 50, 95, 120, 185, 245, 305, 370, 435, 500, 570, 640, 705),
        date(2021, 4, 6),
        "Trois marchés sans attaché de presse depuis février",
        "Attaché de presse commun aux trois marchés",
        "medias",
        {"A1": "repeat", "A2": "correct", "A3": "repeat", "A5": "repeat", "A8": "repeat", "A9": "repeat", "A7": "drop"},
        {"B1": D(3600000), "B5": D(831000), "B8": D(1091000), "B11": D(0)},
    ),
    # Events of a month, which the year adds up.
    Year(
        "twin-cities-gateway",
        "K2",
        _readings(2020, 4, 3, 1, 6, 4, 4, 4, 4, 3, 4, 3, 5),
        date(2020, 4, 6),
        "Two spring tournaments moved to the autumn",
        "Offer the free spring weekends to school leagues",
        "sports",
        {"A1": "repeat", "A2": "repeat", "A3": "correct", "A5": "drop", "A7": "repeat"},
        {"B1": D(215000), "B2": D("21480.5"), "B8": D(398750)},
    ),
)


def rewound(plan: Plan) -> Plan:
    """A plan as it stood on its first day."""
    first = str(plan.plan.start)
    actions = {
        id_: action.replaced(
            {
                "status": None,
                "pdca": None,
                "from_": action.from_ if action.from_ in plan.review else None,
                "milestones": {key: each.replaced({"done": None}) for key, each in action.milestones.items()},
            }
        )
        for id_, action in plan.actions.items()
    }
    indicators = {
        id_: indicator.replaced(
            {
                name: {day: value for day, value in getattr(indicator, name).items() if day < first}
                for name in ("readings", "reading_notes")
            }
        )
        for id_, indicator in plan.indicators.items()
    }
    return plan.replaced(
        {
            "plan": plan.plan.replaced({"summary": None, "status": "draft"}),
            "actions": actions,
            "budget": {id_: _unspent(line) for id_, line in plan.budget.items()},
            "indicators": indicators,
            "corrections": {},
            "waivers": {},
        }
    )


def _unspent(line: Line) -> Line:
    return line.replaced(dict.fromkeys(("status", "committed", "spent", "landing")))


def entries(plan: Plan, section: str) -> Iterator[tuple[str, Any]]:
    """Everything that a section holds, as paths and the values to put there, in the order of the file."""
    held = read(plan, section)
    if not sections()[section].is_table:
        yield from _fields(section, held)
        return
    for id_, record in held.items():
        yield from _fields(f"{section}.{id_}", record)


def _fields(path: str, record: Record) -> Iterator[tuple[str, Any]]:
    for spec in fields(type(record)).values():
        value = getattr(record, spec.attribute)
        if spec.kind == "records":
            for key, inner in value.items():
                yield from _fields(f"{path}.{spec.name}.{key}", inner)
        elif spec.kind == "table":
            yield from ((f"{path}.{spec.name}.{key}", each) for key, each in value.items())
        elif value is not None and value != ():
            yield f"{path}.{spec.name}", value


def machine(value: Any) -> str:
    """A value as the command line takes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return ",".join(map(machine, value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
