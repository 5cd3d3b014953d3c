"""Rules about what follows from what: finding, objective, action, money."""

from tests.checking import paths


def test_answered_findings() -> None:
    """TRC001: a SWOT item is answered by an objective or a decision, or set aside; a PESTEL line need not be."""
    text = """
    [diagnostic.swot.S1]
    [diagnostic.swot.S2]
    [diagnostic.swot.S3]
    [diagnostic.swot.S4]
    set_aside = "out of reach"
    [diagnostic.pestel.P1]
    [decisions.studies]
    findings = ["S3"]
    [objectives.O1]
    answers = ["S2"]
    """
    assert paths("TRC001", text) == {"diagnostic.swot.S1"}


def test_purposeful_money() -> None:
    """TRC002: money goes to actions that serve an objective there is; 0 is no money."""
    text = """
    [objectives.O1]
    [actions.A1]
    objectives = ["O1"]
    [actions.A2]
    [actions.A3]
    objectives = ["O9"]
    [budget.B1]
    amount = 1
    action = "A1"
    [budget.B2]
    amount = 1
    action = "A2"
    [budget.B3]
    amount = 1
    action = "A3"
    [budget.B4]
    amount = 1
    [budget.B5]
    amount = 0
    [budget.B6]
    amount = 1
    action = "A1"
    [budget.B6.shares]
    A1 = 50
    A2 = 50
    [budget.B7]
    amount = 1
    [budget.B7.shares]
    A1 = 100
    A2 = 0
    """
    assert paths("TRC002", text) == {f"budget.B{n}" for n in (2, 3, 4, 6)}


def test_objectives_served() -> None:
    """TRC003: an action serves each objective, or one of its sub-objectives however far below."""
    text = """
    [objectives.O1]
    [objectives.O2]
    parent = "O1"
    [objectives.O3]
    parent = "O2"
    [objectives.O4]
    parent = "O1"
    [actions.A1]
    objectives = ["O3"]
    """
    assert paths("TRC003", text) == {"objectives.O4"}
