"""Which line of the plan a cost belongs to: the one with its category and supplier, if there is just one."""

import re
from collections.abc import Mapping

from model.budget import Line
from model.plan import Plan
from tui.imports.ledger.costs import Cost
from tui.text import folded
from tui.words import LANGUAGES, Words


def folded_name(text: str | None) -> str:
    """A name without case, accents and repeated spaces."""
    return " ".join(folded(text or "").split())


class Lines:
    """The plan's lines by category and supplier; `mark` begins what ledgers of this client left as provenance."""

    def __init__(self, plan: Plan, mark: str) -> None:
        self._plan, self._mark = plan, mark
        self._ids: dict[tuple[str, str], list[str]] = {}
        for id_, line in plan.budget.items():
            if line.included_in is None:
                key = (folded_name(line.category), folded_name(line.supplier))
                self._ids.setdefault(key, []).append(id_)

    def of(self, cost: Cost) -> list[str]:
        """The lines that may be meant: none for a new one, several where nobody can say."""
        if cost.line:
            return [cost.line] if cost.line in self._plan.budget else []
        names = others() if cost.is_others else [cost.supplier]
        category = folded_name(cost.category)
        found = [id_ for name in names for id_ in self._ids.get((category, folded_name(name)), ())]
        ours = [id_ for id_ in found if is_from(self._plan.budget[id_], self._mark)]
        if len(ours) == 1:
            return ours
        # A line without a supplier is anybody's: only one that a ledger made is this one.
        return found if cost.supplier or cost.is_others else ours

    def left(self, taken: Mapping[str, object], origin: str) -> list[str]:
        """Lines that hold figures of this ledger and that nothing was given for this time."""
        return [id_ for id_, line in self._plan.budget.items() if id_ not in taken and is_from(line, origin)]


def others() -> list[str]:
    """What gathered suppliers are called, in both languages: a plan may have been filled in the other one."""
    return [Words(language)("ledger.others") for language in LANGUAGES]


def is_from(line: Line, mark: str) -> bool:
    """Whether a line's provenance names such a ledger."""
    return any(part.startswith(mark) for part in (line.provenance or "").split(SEPARATOR))


SEPARATOR = "; "
_LEDGER = re.compile(r"\d{9}FEC\d{8}")
"""Between the origins of a line that has several."""


def other_ledger(line: Line, mark: str) -> str:
    """The ledger of another company whose figures a line holds, whose place this one's would take; else empty."""
    found = (_LEDGER.match(part) for part in (line.provenance or "").split(SEPARATOR) if not part.startswith(mark))
    return next((match[0] for match in found if match), "")


def with_origin(provenance: str | None, mark: str, origin: str) -> str:
    """The provenance with this ledger's part in place of its former one, or added."""
    parts = [part for part in (provenance or "").split(SEPARATOR) if part and not part.startswith(mark)]
    return SEPARATOR.join([*parts, origin])
