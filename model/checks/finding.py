"""What a check says: a code, how serious it is, the field to go to, and the facts that a sentence is made from."""

from collections.abc import Mapping
from typing import Literal

from model.plain import frozen

Severity = Literal["error", "warning", "advice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@frozen
class Finding:
    """A rule that the plan does not follow, at the dotted path of the field to go to.

    `params` holds ids, labels, dates and Decimals, never sentences; the param `field` is a field's path without ids
    (`actions.milestones.due`), `choice` one of a field's choices (`diagnostic.swot.kind.threat`). `guide` is
    `page#anchor`. A waived finding is shown, and counts for nothing.
    """

    code: str
    severity: Severity
    path: str
    params: Mapping[str, object]
    guide: str
    waived: bool = False


PAUSE_AFTER = 500
"""A rule that takes long pauses (it gives None) after so many records, and a check after so many findings."""


@frozen
class Hit:
    """One place where a rule is not followed, as the rule's function gives it; `guide` only where it varies."""

    path: str
    params: Mapping[str, object]
    guide: str | None = None


def at(path: str, *, guide: str | None = None, **params: object) -> Hit:
    """The rule is not followed at this path; `params` are what the sentence names."""
    return Hit(path, params, guide)
