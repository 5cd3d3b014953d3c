"""The plans that the benchmark measures with."""

import tomllib
from decimal import Decimal

import pytest

from model.plan import Plan
from tests.bench.plans import plan


@pytest.mark.parametrize("lines", [0, 1, 40, 400])
def test_plans_have_as_many_lines_as_asked(lines: int) -> None:
    """A generated plan is valid and has so many budget lines."""
    found = Plan.from_table(tomllib.loads(plan(lines), parse_float=Decimal))
    assert len(found.budget) == lines
