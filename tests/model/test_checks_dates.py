"""Rules about dates: ends after starts, and the plan's year."""

from tests.checking import paths

SHEET = """[plan]
title = "P"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
"""


def test_end_before_start() -> None:
    """PLN004: the plan, an action or a line ends before it starts; one day or one month is long enough."""
    text = """
    [plan]
    start = 2027-02-01
    end = 2027-01-31
    [actions.A1]
    start = 2027-03-02
    end = 2027-03-01
    [actions.A2]
    start = 2027-03-02
    end = 2027-03-02
    [budget.B1]
    start = "2027-04"
    end = "2027-03"
    [budget.B2]
    start = "2027-04"
    end = "2027-04"
    """
    assert paths("PLN004", text) == {"plan.end", "actions.A1.end", "budget.B1.end"}


OUTSIDE = """
[objectives.O1]
deadline = 2028-01-01
baseline_date = 2026-01-01
[objectives.O2]
deadline = 2027-12-31
[actions.A1]
start = 2026-12-31
end = 2027-01-01
[actions.A1.milestones.J1]
due = 2028-02-01
[budget.B1]
end = "2028-01"
[budget.B1.months]
2027-12 = 1
2028-01 = 1
2028-02 = 1
[indicators.K1.readings]
2026-01-31 = 3
"""


def test_dates_outside_the_year() -> None:
    """PLN005: a deadline, an action, a milestone or a cost outside the plan's year; baselines and readings may be."""
    assert paths("PLN005", SHEET + OUTSIDE) == {
        "objectives.O1.deadline",
        "actions.A1.start",
        "actions.A1.milestones.J1.due",
        "budget.B1.end",
        "budget.B1.months.2028-01",
    }


def test_dates_without_a_year() -> None:
    """PLN005: a plan without a start, or whose end comes before it, has no year to be outside of."""
    assert paths("PLN005", OUTSIDE) == set()
    assert paths("PLN005", "[plan]\nstart = 2027-02-01\nend = 2027-01-01\n" + OUTSIDE) == set()


def test_delays_past_the_end() -> None:
    """PLN005: a scenario delays a line or an action past the plan's end."""
    text = (
        SHEET
        + """
    [actions.A1]
    end = 2027-10-15
    [actions.A2]
    [budget.B1]
    end = "2027-11"
    [budget.B2]
    action = "A2"
    [budget.B2.months]
    2027-03 = 5
    [scenarios.late.budget.B1]
    delay = 2
    [scenarios.late.budget.B2]
    delay = 9
    [scenarios.late.actions.A1]
    delay = 3
    [scenarios.late.actions.A2]
    delay = 10
    """
    )
    assert paths("PLN005", text) == {
        "scenarios.late.budget.B1.delay",
        "scenarios.late.actions.A1.delay",
        "scenarios.late.actions.A2.delay",
    }
