"""Rule BUD008: a formula that has no value counts 0, and is said."""

from collections.abc import Iterator

from model.amounts import formula_problems
from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.formulas import drivers_in
from model.checks.guidance import field_at, guide_to
from model.checks.registry import rule
from model.formulas import LAST_YEAR, FormulaError
from model.paths import read


def _is_told_elsewhere(path: str, error: FormulaError, context: Context) -> bool:
    """Whether the formula itself names no driver (PLN002) or stands on a cycle (PLN003)."""
    if error.code == "cycle":
        cycle = error.details.get("names")
        return path.startswith("drivers.") and isinstance(cycle, tuple) and path.split(".")[1] in cycle
    name = error.details.get("name")
    return name != LAST_YEAR and name in drivers_in(read(context.plan, path), context.hyphenated)


@rule("BUD008", "error", guide="budget#amount")
def formula_without_value(context: Context) -> Iterator[Hit]:
    """A formula cannot be computed, and counts 0."""
    for problem in formula_problems(context.plan):
        path = problem.path
        if not _is_told_elsewhere(path, problem.error, context):
            yield at(path, guide=guide_to(path), id=path.split(".")[1], field=field_at(path), reason=problem.error.code)
