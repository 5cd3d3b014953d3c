"""Sections whose records are always the same, filled in or not: the sixteen decisions, the twelve questions."""

from collections.abc import Mapping
from typing import get_args

from model.master import DecisionKey, QuestionKey

STANDING: dict[str, tuple[str, ...]] = {"decisions": get_args(DecisionKey), "orientation": get_args(QuestionKey)}
"""The ids of each such section, in the order of the method; a file holds those that say something."""


def ids_of(section: str, table: Mapping[str, object]) -> list[str]:
    """The ids that a section shows: those that always stand there, then what else its table holds."""
    standing = STANDING.get(section, ())
    return [*standing, *(id_ for id_ in table if id_ not in standing)]


def stands(path: str) -> bool:
    """Whether a record of this path is there for everybody, though the plan may hold nothing of it."""
    section, _, id_ = path.partition(".")
    return id_ in STANDING.get(section, ())


def neighbour_before(section: str, id_: str, table: Mapping[str, object]) -> str | None:
    """The last record of a table that the method names before this one; None where it comes first."""
    order = STANDING.get(section, ())
    before = order[: order.index(id_)] if id_ in order else ()
    return next((other for other in reversed(before) if other in table), None)
