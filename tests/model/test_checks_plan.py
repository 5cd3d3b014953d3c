"""Rules about the plan as a whole: required fields, waivers, the team."""

from tests.checking import paths

SHEET = """[plan]
title = "P"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
"""


def test_required_fields() -> None:
    """PLN001: a required field is missing, other than those with a code of their own."""
    assert paths("PLN001", "") == {f"plan.{name}" for name in ("title", "start", "end", "currency", "prices")}
    assert paths("PLN001", SHEET) == set()
    assert paths("PLN001", SHEET + "[objectives.O1]\n[actions.A1]\n[indicators.K1]\n") == {
        "objectives.O1.title",
        "objectives.O1.family",
        "objectives.O1.unit",
        "actions.A1.title",
        "indicators.K1.name",
        "indicators.K1.unit",
    }


def test_required_fields_of_records_in_records() -> None:
    """PLN001: milestones and quotes have required fields too, and spaces fill in nothing."""
    text = (
        SHEET
        + """
    [actions.A1]
    title = " "
    [actions.A1.milestones.J1]
    title = "t"
    [budget.B1]
    label = "l"
    [budget.B1.quotes.Y1]
    supplier = "s"
    """
    )
    assert paths("PLN001", text) == {
        "actions.A1.title",
        "actions.A1.milestones.J1.due",
        "budget.B1.quotes.Y1.amount",
    }


def test_unit_of_a_qualitative_objective() -> None:
    """PLN001: a qualitative objective needs no unit."""
    text = '[objectives.O1]\ntitle = "t"\nfamily = "activity"\ntarget_kind = "qualitative"'
    assert paths("PLN001", SHEET + text) == set()


def test_waiver_of_no_rule() -> None:
    """PLN006: a waiver names a code that is no rule's."""
    text = '[waivers.W1]\nrule = "XYZ001"\n[waivers.W2]\nrule = "OBJ001"'
    assert paths("PLN006", text) == {"waivers.W1.rule"}


def test_facilitator_with_authority() -> None:
    """PLN007: whoever leads the work has authority over the members; a sponsor may."""
    text = """
    [team.a]
    part = "facilitator"
    authority = true
    [team.b]
    part = "sponsor"
    authority = true
    [team.c]
    part = "facilitator"
    authority = false
    """
    assert paths("PLN007", text) == {"team.a.authority"}
