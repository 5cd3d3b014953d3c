"""Rule PLN002: ids that name no record."""

from tests.checking import paths


def test_dangling_references() -> None:
    """PLN002: an id names no record, or one of the wrong kind."""
    text = """
    [team.T1]
    [objectives.O1]
    parent = "O9"
    owner = "T1"
    [actions.A1]
    objectives = ["O1", "O8"]
    owner = "O1"
    [actions.A1.effort]
    T1 = 1
    T9 = 2
    [budget.B1.shares]
    A1 = 50
    A9 = 50
    """
    assert paths("PLN002", text) == {
        "objectives.O1.parent",
        "actions.A1.objectives",
        "actions.A1.owner",
        "actions.A1.effort.T9",
        "budget.B1.shares.A9",
    }


def test_dangling_drivers() -> None:
    """PLN002: a formula names a driver that is not there; `@last_year` is no driver."""
    text = """
    [drivers.rate]
    value = 3
    [budget.B1]
    amount = "=@rate*@nobody"
    last_year = 10
    [budget.B1.months]
    2027-01 = "=@rate+@last_year"
    2027-02 = "=@lost"
    """
    assert paths("PLN002", text) == {"budget.B1.amount", "budget.B1.months.2027-02"}


def test_dangling_overlays() -> None:
    """PLN002: a scenario speaks of an action, a driver, or a line without a label that nobody knows."""
    text = """
    [budget.B1]
    [scenarios.low]
    [scenarios.low.budget.B1]
    amount = "-10%"
    [scenarios.low.budget.B2]
    label = "added"
    [scenarios.low.budget.B3]
    amount = 4
    [scenarios.low.actions.A9]
    excluded = true
    [scenarios.low.drivers.rate]
    value = 2
    [scenarios.lower]
    base = "low"
    [scenarios.lower.budget.B2]
    amount = "+5"
    [scenarios.lower.budget.B1]
    included_in = "B2"
    """
    assert paths("PLN002", text) == {
        "scenarios.low.budget.B3",
        "scenarios.low.actions.A9",
        "scenarios.low.drivers.rate",
    }
