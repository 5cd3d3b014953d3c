"""Scenarios: overlays that hold only what differs from the plan, or from the scenario they are based on."""

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, get_args, get_origin

from model.budget import Line
from model.record import Record
from model.values import AmountOrChange, Flag, Id, Kind, Month, Percent, Prose, Ref, Refers, Whole, Words


class Levers(Record):
    """`[scenarios.….actions.…]`: leave out, delay by months, scale by percent (80 = × 0.8)."""

    excluded: Flag | None = None
    delay: Whole | None = None
    scale: Percent | None = None


def _kind(annotation: Any) -> Kind | None:
    parts = [annotation, *get_args(annotation)]
    found = [
        mark for part in parts if get_origin(part) is Annotated for mark in get_args(part) if isinstance(mark, Kind)
    ]
    return found[0] if found else None


def _widened() -> type:
    """Every field of a line, its numbers widened so that a change relative to the layer below may stand in them."""
    annotations: dict[str, Any] = {}
    for name, field in Line.FIELDS.items():
        kind = _kind(field.annotation)
        if name == "months":
            annotations[name] = dict[Month, AmountOrChange]
        elif kind is not None and kind.name in ("amount", "number", "percent"):
            annotations[name] = AmountOrChange | None
        elif name not in ("quotes", "history", "shares"):
            annotations[name] = field.annotation
    annotations["shares"] = Line.FIELDS["shares"].annotation  # last, as it always stood in files
    defaults = {name: Line.FIELDS[name].default for name in annotations}
    return type("LineChange", (Levers,), {"__module__": __name__, "__annotations__": annotations, **defaults})


if TYPE_CHECKING:

    class LineChange(Levers):
        """`[scenarios.….budget.…]`: fields of a line replaced, or changed (`"+500"`, `"-10%"`, `"*1.2"`); levers."""

        def __getattr__(self, name: str) -> Any: ...

else:
    LineChange = _widened()


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
    return dict(overlay.__dict__)
