"""How far each step is, and the finding to see to now."""

from model.checks import RULES, STEPS, Finding, check, completeness, next_step, step_of
from model.plan import Plan
from tests.checking import TODAY, plan_of


def test_nothing_yet() -> None:
    """An empty plan has nothing done in any step, and something wanted in each."""
    assert completeness(Plan()) == {
        "plan": (0, 8),
        "diagnostic": (0, 10),
        "objectives": (0, 1),
        "actions": (0, 1),
        "budget": (0, 1),
        "indicators": (0, 1),
        "master": (0, 30),
    }


def test_diagnostic_counts_ten_parts() -> None:
    """The diagnostic's ten parts count one each, however much is in them."""
    text = "[diagnostic.market]\nsize = 3\n[diagnostic.swot.S1]\n[diagnostic.swot.S2]\n[review.R1]\n[segments.G1]\n"
    assert completeness(plan_of(text))["diagnostic"] == (4, 10)


def test_objectives_count_five_things() -> None:
    """Each objective is asked five things, a qualitative one its deadline alone."""
    text = """
    [objectives.O1]
    metric = "m"
    unit = "u"
    target = 0
    [objectives.O2]
    target_kind = "qualitative"
    deadline = 2027-06-30
    """
    assert completeness(plan_of(text))["objectives"] == (4, 6)


def test_actions_count_five_things() -> None:
    """Each action is asked an objective, somebody, a start, what or how, a milestone."""
    text = '[actions.A1]\nobjectives = ["O1"]\nwhat = "w"\nhow = "h"\n[actions.A1.milestones.J1]\n[actions.A2]\n'
    assert completeness(plan_of(text))["actions"] == (3, 10)


def test_lines_count_three_things() -> None:
    """Each line that counts is asked an amount, a source, an action."""
    text = '[budget.B1]\namount = 0\nsource = "quote"\n[budget.B2]\nincluded_in = "B1"\n[budget.B3.shares]\nA1 = 100\n'
    assert completeness(plan_of(text))["budget"] == (3, 6)


def test_indicators_count_objectives_measured() -> None:
    """Each objective is asked an indicator, each indicator an owner and a rhythm."""
    text = '[objectives.O1]\n[objectives.O2]\n[indicators.K1]\nobjective = "O1"\nowner = "T1"\n'
    assert completeness(plan_of(text))["indicators"] == (2, 4)


def test_master_counts_decisions_entities_purchases_and_answers() -> None:
    """A decision counts once taken or deferred, a question once scored; an entity and a purchase count once."""
    text = """
    [decisions.studies]
    status = "taken"
    [decisions.models]
    status = "open"
    [decisions.crm]
    status = "deferred"
    [entities.E1]
    [entities.E2]
    [orientation.Q1]
    score = 0
    [orientation.Q2]
    previous = 3
    [orientation.Q13]
    score = 4
    """
    assert completeness(plan_of(text))["master"] == (4, 30)


def test_next_step_of_a_new_plan() -> None:
    """With the sheet filled in, the first thing asked for is the market."""
    text = '[plan]\ntitle = "t"\nstart = 2027-01-01\nend = 2027-12-31\ncurrency = "EUR"\nprices = "excl_tax"\n'
    found = next_step(check(plan_of(text), TODAY))
    assert found is not None
    assert found.path == "diagnostic.market"


def _finding(code: str, *, waived: bool = False) -> Finding:
    return Finding(code, RULES[code].severity, "plan", {}, RULES[code].guide, waived)


def test_errors_first() -> None:
    """An error comes before a warning of an earlier step, a warning before an advice."""
    listed = [_finding("DIA009"), _finding("DIA001"), _finding("BUD003")]
    assert next_step(listed) == listed[2]
    assert next_step(listed[:2]) == listed[1]


def test_steps_in_order() -> None:
    """Among findings as serious, the earlier step comes first, whatever the order of the file."""
    listed = [_finding("ACT001"), _finding("REV001"), _finding("OBJ006")]
    assert next_step(listed) == listed[1]


def test_waived_findings_are_nobody_s_next_step() -> None:
    """What is waived is not to be done; with nothing else there is nothing next."""
    assert next_step([_finding("OBJ001", waived=True)]) is None
    assert next_step([]) is None


def test_every_rule_has_its_step() -> None:
    """Every rule is explained on the page of a step."""
    assert {step_of(_finding(code)) for code in RULES} == set(STEPS)
