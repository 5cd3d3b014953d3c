"""Rule PLN002: an id that names no record of the right kind, in a field, a table's keys, a formula or an overlay."""

from collections.abc import Iterator
from itertools import chain

from model.checks.context import Context
from model.checks.finding import PAUSE_AFTER, Hit, at
from model.checks.formulas import drivers_in, everywhere
from model.checks.guidance import field_at, guide_to
from model.checks.registry import rule
from model.references import Reference, references


def _is_added(context: Context, reference: Reference) -> bool:
    section, _, rest = reference.path.partition(".")
    if section != "scenarios" or "budget" not in reference.sections:
        return False
    return reference.id in context.added_lines[rest.partition(".")[0]]


def _from_fields(context: Context) -> Iterator[tuple[str, str] | None]:
    for n, reference in enumerate(references(context.plan)):
        if not n % PAUSE_AFTER:
            yield None
        known = any(reference.id in context.ids[section] for section in reference.sections)
        if not known and not _is_added(context, reference):
            yield reference.path, reference.id


def _from_formulas(context: Context) -> Iterator[tuple[str, str] | None]:
    yield None
    for path, formula in everywhere(context.plan):
        for name in drivers_in(formula, context.hyphenated):
            if name not in context.plan.drivers:
                yield path, name


def _from_overlays(context: Context) -> Iterator[tuple[str, str]]:
    for id_, scenario in context.plan.scenarios.items():
        for line_id in scenario.budget:
            if line_id not in context.plan.budget and line_id not in context.added_lines[id_]:
                yield f"scenarios.{id_}.budget.{line_id}", line_id


def _holder(path: str) -> str:
    """The id of the record that a path leads into, for people: the plan's own sheet has none."""
    steps = path.split(".")
    return steps[2] if steps[0] == "diagnostic" else steps[1]


@rule("PLN002", "error", guide="objectives#answers")
def id_names_no_record(context: Context) -> Iterator[Hit | None]:
    """An id names no record, or one of the wrong kind."""
    seen: set[tuple[str, str]] = set()
    for found in chain(_from_fields(context), _from_formulas(context), _from_overlays(context)):
        if found is None:
            yield None
        elif found not in seen:
            seen.add(found)
            path, name = found
            yield at(path, guide=guide_to(path), id=_holder(path), name=name, field=field_at(path))
