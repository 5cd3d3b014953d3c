"""Plans as a command is asked to see them: read from their file, through a scenario or not, ids with their names."""

from model.catalogue import fields
from model.names import find, naming_field
from model.overlay import applied
from model.plan import Plan
from model.values import Record
from tui.cli.console import RefusedError


def seen_through(plan: Plan, scenario: str | None) -> Plan:
    """The plan as a scenario sees it; the plan itself without one.

    Raises:
        RefusedError: the plan has no such scenario.
    """
    if scenario is None or scenario in plan.scenarios:
        return applied(plan, scenario)
    if not plan.scenarios:
        raise RefusedError("cli.scenario.none", id=scenario)
    raise RefusedError("cli.scenario.unknown", id=scenario, known=", ".join(plan.scenarios))


def named(plan: Plan, id_: str, among: tuple[str, ...] = ()) -> str:
    """An id with the name of its record: `A1 Open day`."""
    found = find(plan, id_, among)
    name = called(found[1]) if found else ""
    return f"{id_} {name}" if name else id_


def calling_field(record: type[Record]) -> str:
    """The field that records of this class are called by; empty where none does, or only another record's id would."""
    name = naming_field(record)
    return name if name and fields(record)[name].kind != "ref" else ""


def called(record: Record) -> str:
    """What a record is called; empty when it has no name."""
    name = calling_field(type(record))
    return str(getattr(record, name) or "") if name else ""
