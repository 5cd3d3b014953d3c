"""Scenarios: overlays that hold only what differs from the plan, or from the scenario they are based on."""

from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints

from pydantic import create_model

from model.budget import Line
from model.values import (
    AmountOrChange,
    Flag,
    Id,
    Kind,
    Month,
    Percent,
    Prose,
    Record,
    Ref,
    Refers,
    Words,
)


class Levers(Record):
    """`[scenarios.….actions.…]`: leave out, delay by months, scale by percent (80 = × 0.8)."""

    excluded: Flag | None = None
    delay: Annotated[int, Kind("number")] | None = None
    scale: Percent | None = None


def _kind(annotation: Any) -> Kind | None:
    parts = [annotation, *get_args(annotation)]
    found = [
        mark for part in parts if get_origin(part) is Annotated for mark in get_args(part) if isinstance(mark, Kind)
    ]
    return found[0] if found else None


def _line_fields() -> dict[str, Any]:
    """Every field of a line, its numbers widened so that a change relative to the layer below may stand in them."""
    fields: dict[str, Any] = {}
    for name, annotation in get_type_hints(Line, include_extras=True).items():
        if name in ("LETTER", "REQUIRED", "model_config", "quotes", "history", "shares") or name.startswith("_"):
            continue
        kind = _kind(annotation)
        if name == "months":
            fields[name] = (dict[Month, AmountOrChange], {})
        elif kind is not None and kind.name in ("amount", "number", "percent"):
            fields[name] = (AmountOrChange | None, None)
        else:
            fields[name] = (annotation, None)
    fields["shares"] = (Annotated[dict[Id, Percent], Refers(("actions",))], {})
    return fields


LineChange: type[Levers] = create_model("LineChange", __base__=Levers, __module__=__name__, **_line_fields())
"""`[scenarios.….budget.…]`: fields of a line replaced, or changed (`"+500"`, `"-10%"`, `"*1.2"`, `"/2"`); levers."""


class DriverChange(Record):
    """`[scenarios.….drivers.…]`: another value for a driver."""

    value: AmountOrChange | None = None


class Scenario(Record):
    """`[scenarios.…]`: an overlay; with `base`, that scenario's differences come first."""

    LETTER: ClassVar[str] = "Z"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title",)
    title: Words | None = None
    note: Prose | None = None
    base: Annotated[Ref, Refers(("scenarios",))] | None = None
    budget: dict[Id, LineChange] = {}
    actions: Annotated[dict[Id, Levers], Refers(("actions",))] = {}
    drivers: Annotated[dict[Id, DriverChange], Refers(("drivers",))] = {}


def changes(overlay: Record) -> dict[str, Any]:
    """The fields that an overlay sets, by name, without those it leaves alone."""
    return {name: value for name, value in overlay.__dict__.items() if value is not None and value != {}}
