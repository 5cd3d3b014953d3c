"""Dotted paths into a plan (`budget.B1.months.2027-03`): resolving them, and reading what stands there."""

from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.plain import frozen
from model.plan import Plan
from model.record import Record


class PathUnknownError(LookupError):
    """No such place in a plan. `name` is the step that leads nowhere, `known` what could stand there."""

    def __init__(self, path: str, name: str, known: tuple[str, ...] = ()) -> None:
        super().__init__(path)
        self.path, self.name, self.known = path, name, known


@frozen
class Place:
    """Where a path leads: the section, the record's class, and the field, table entry or record it names.

    `holder` is the path of the record that holds the field (`actions.A1.milestones.J1`, `diagnostic.market`).
    """

    path: str
    section: str
    holder: str
    record: type[Record]
    field: FieldSpec | None = None
    entry: str | None = None


def locate(path: str) -> Place:
    """Resolve a dotted path by the catalogue alone, whether or not the plan holds anything there.

    Raises:
        PathUnknownError: a step of the path is no section, field or entry.
    """
    parts = path.split(".")
    depth = next((n for n in (1, 2) if ".".join(parts[:n]) in sections()), 0)
    if not depth:
        raise PathUnknownError(path, parts[0], tuple(sections()))
    section = sections()[".".join(parts[:depth])]
    rest = parts[depth:]
    holder = parts[: depth + (1 if section.is_table else 0)]
    if section.is_table and not rest:
        raise PathUnknownError(path, parts[-1])
    return _within(path, section.path, section.record, holder, rest[1:] if section.is_table else rest)


def _within(path: str, section: str, record: type[Record], holder: list[str], rest: list[str]) -> Place:
    """Walk from a record down to the field, table entry or nested record that the rest of the path names."""
    if not rest:
        return Place(path, section, ".".join(holder), record)
    spec = fields(record).get(rest[0])
    if spec is None:
        raise PathUnknownError(path, rest[0], tuple(fields(record)))
    if len(rest) == 1:
        return Place(path, section, ".".join(holder), record, spec)
    if spec.kind == "records" and spec.record is not None:
        return _within(path, section, spec.record, [*holder, *rest[:2]], rest[2:])
    if spec.kind == "table" and len(rest) == 2:
        return Place(path, section, ".".join(holder), record, spec, rest[1])
    raise PathUnknownError(path, rest[1], ())


def attribute_of(name: str) -> str:
    """The Python attribute of a field (`from` is `from_`)."""
    return "from_" if name == "from" else name


def step(node: Any, name: str) -> Any:
    """One step down from a record or a table; None where nothing is."""
    if isinstance(node, dict):
        return node.get(name)
    return getattr(node, attribute_of(name), None) if isinstance(node, Record) else None


def read(plan: Plan, path: str) -> Any:
    """What stands at a path; None where nothing does."""
    node: Any = plan
    for name in path.split("."):
        node = step(node, name)
    return node
