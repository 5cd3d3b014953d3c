"""Drawing a line of the SWOT from another finding: its words and its weight are taken, its origin is kept."""

from typing import Literal

from model.edits import add
from model.names import name_of
from model.paths import attribute_of, read
from model.plan import Plan
from model.record import Record
from model.trace.graph import Graph, id_of
from model.trace.relations import section_of

Kind = Literal["strength", "weakness", "opportunity", "threat"]

SAYING: dict[str, dict[str, tuple[str, ...]]] = {
    "diagnostic.pestel": {},
    "diagnostic.competitors": {"": ("difference", "positioning", "offer")},
    "diagnostic.offers": {"strength": ("strengths",), "weakness": ("weaknesses",), "": ("features",)},
    "diagnostic.media": {"": ("assessment", "reach")},
    "diagnostic.channels": {"": ("assessment",)},
    "review": {"": ("lesson", "obtained")},
    "segments": {"": ("behaviour", "expectations", "profile")},
}
"""By section that a line may be drawn from, the field that follows the name, by kind of the line."""


def kind_of(plan: Plan, path: str) -> Kind | None:
    """The kind of line that a finding makes: as a change's effect says, a threat for a competitor; else it is asked."""
    section = section_of(path)
    effect = getattr(read(plan, path), "effect", None)
    if section == "diagnostic.competitors":
        return "threat"
    return effect if effect in ("opportunity", "threat") else None


def drawn_from(graph: Graph, path: str) -> tuple[str, ...]:
    """The lines of the SWOT that were drawn from a finding."""
    return tuple(id_of(link.low) for link in graph.below.get(path, ()) if section_of(link.low) == "diagnostic.swot")


def drawn(plan: Plan, path: str, kind: Kind) -> tuple[Plan, str]:
    """The plan with a line drawn from the finding at a path, its weight or threat carried along; the line's id."""
    record = read(plan, path)
    weight = getattr(record, "weight", None) or getattr(record, "threat", None)
    return add(
        plan, "diagnostic.swot", kind=kind, text=_text(section_of(path), record, kind), weight=weight, **_origin(path)
    )


def _origin(path: str) -> dict[str, str]:
    return {"from": id_of(path)}


def _text(section: str, record: Record, kind: Kind) -> str:
    """The name, then what the finding says of it."""
    fields = SAYING[section].get(kind) or SAYING[section].get("", ())
    said = next((text for name in fields if (text := getattr(record, attribute_of(name), None))), "")
    return " — ".join(part.strip() for part in (name_of(record), said) if part and part.strip())
