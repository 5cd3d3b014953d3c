"""Next year's plan: verdicts, dates, money, aims; what is dropped, and that nothing new is wrong with it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from model import examples
from model.checks import check
from model.edits import put
from model.merge_ids import without_double_ids
from model.paths import read
from model.plan import Plan
from model.renewal.renewing import Renewal, renewed
from model.renewal.years import later, later_end, later_month
from model.store.reading import loads
from model.store.writing import dumps
from tests.checking import plan_of
from tests.renewal import YEAR, Figures
from tests.strategies import plans

D = Decimal


@pytest.fixture(scope="module")
def renewal() -> Renewal:
    """The year of the tests renewed."""
    return renewed(plan_of(YEAR), Figures())


def test_actions_become_the_review_with_what_is_known(renewal: Renewal) -> None:
    """A line for each action, dropped ones included: aims, what was shown, planned and spent, verdict, lesson."""
    first, second, third = renewal.plan.review.values()
    assert (first.action, first.expected, first.obtained) == ("Foire", "O1=30", "O1=31 1/1")
    assert (first.planned, first.spent) == (D(5300), D("5520.5"))
    assert (first.verdict, first.lesson) == ("correct", "Un vendeur de plus")
    assert (second.verdict, second.planned) == ("drop", D(3400))
    assert (third.verdict, third.spent) == (None, None), "nobody has said, and it is not guessed"


def test_the_review_counts_on(renewal: Renewal) -> None:
    """The old review's ids are not given again."""
    assert list(renewal.plan.review) == ["R2", "R3", "R4"]


def test_what_is_dropped_does_not_come_back(renewal: Renewal) -> None:
    """The action goes, its line too, its share of a common line, and whatever named it."""
    plan = renewal.plan
    assert list(plan.actions) == ["A1", "A3"]
    assert list(plan.budget) == ["B1", "B3", "B4"]
    assert plan.budget["B3"].shares == {"A1": 50, "A3": 50}
    assert plan.actions["A3"].depends_on == ()


def test_what_is_carried_is_planned_a_year_later(renewal: Renewal) -> None:
    """Dates move, states go back to the beginning, and the action says which line of the review it comes from."""
    action = renewal.plan.actions["A1"]
    assert (action.start, action.end) == (date(2028, 3, 1), date(2028, 3, 31))
    assert (action.status, action.pdca, action.from_) == ("planned", "plan", "R2")
    assert (action.verdict, action.lesson, action.note) == (None, None, "! Un vendeur de plus")
    assert (action.milestones["J1"].due, action.milestones["J1"].done) == (date(2028, 2, 28), None)


def test_spend_becomes_last_year(renewal: Renewal) -> None:
    """What was spent is last year's figure, the history's and the amount to begin with; what held for a year goes."""
    line = renewal.plan.budget["B1"]
    assert (line.last_year, line.amount, line.source) == (D("5250.5"), D("5250.5"), "last_year")
    assert line.history == {"2026": 4800, "2027": D("5250.5")}
    assert (line.start, line.end) == ("2028-03", "2028-03")
    assert (line.spent, line.status, line.low, line.high, line.valid_until, line.quotes) == (None,) * 5 + ({},)


def test_a_common_line_keeps_the_part_of_what_goes_on(renewal: Renewal) -> None:
    """Sixty per cent of 900 go on, in the proportions of the months."""
    line = renewal.plan.budget["B3"]
    assert line.last_year == 540
    assert line.months == {"2028-03": 270, "2028-09": 270}


def test_units_stay_as_they_are(renewal: Renewal) -> None:
    """A cost made of units keeps saying how it is made; without a figure of what was spent it is what was planned."""
    line = renewal.plan.budget["B4"]
    assert (line.amount, line.unit_cost, line.quantity, line.last_year) == (None, D("0.9"), D(1000), D(900))


def test_last_readings_become_baselines(renewal: Renewal) -> None:
    """From where it stands now; the target is kept for the consultant to look at, the series whole."""
    objective, indicator = renewal.plan.objectives["O1"], renewal.plan.indicators["K1"]
    assert (objective.baseline, objective.baseline_date, objective.target) == (D(31), date(2027, 12, 31), D(30))
    assert (objective.deadline, objective.checkpoints) == (date(2028, 12, 31), {"2028-06-30": D(20)})
    assert (indicator.baseline, len(indicator.readings)) == (D(31), 3)


def test_what_has_had_its_day_stays_behind(renewal: Renewal) -> None:
    """The former review, scenarios, closed corrections and expired waivers, and every link to one of them."""
    plan = renewal.plan
    assert (plan.scenarios, plan.waivers) == ({}, {})
    assert list(plan.links) == ["A1>R2"], "confirmed where there is a verdict"
    assert list(plan.corrections) == ["X2"], "one is still to be looked at"
    assert plan.objectives["O1"].answers == ()
    assert dict(renewal.gone) == {
        "review": ("R1",),
        "actions": ("A2",),
        "budget": ("B2",),
        "scenarios": ("prudent",),
        "corrections": ("X1",),
        "waivers": ("W1",),
        "links": ("O1>R1",),
        "unlinked": ("objectives.O1.answers", "actions.A3.depends_on"),
    }


def test_the_sheet_is_a_draft_of_the_year_after(renewal: Renewal) -> None:
    """Its title, its days; no summary of a year that has not been."""
    sheet = renewal.plan.plan
    assert (sheet.title, sheet.start, sheet.end) == ("Plan 2028", date(2028, 1, 1), date(2028, 12, 31))
    assert (sheet.summary, sheet.status) == (None, "draft")


def test_what_is_left_to_decide(renewal: Renewal) -> None:
    """Each with the place to go to; nothing that is known already."""
    assert [(point.code, point.path) for point in renewal.points] == [
        ("verdict", "review.R4.verdict"),
        ("reached", "objectives.O1.target"),
        ("as_planned", "budget.B4.last_year"),
        ("quotes", "budget.B1.source"),
        ("shares", "budget.B3.shares"),
        ("funding", "funding.N1.secured"),
        ("summary", "plan.summary"),
    ]


def test_dropped_on_the_way_stays_dropped() -> None:
    """An action whose status says so needs no verdict; a verdict given all the same wins."""
    plan = put(put(plan_of(YEAR), "actions.A2.verdict", None), "actions.A2.status", "dropped")
    assert "A2" not in renewed(plan, Figures()).plan.actions
    assert "A2" in renewed(put(plan, "actions.A2.verdict", "repeat"), Figures()).plan.actions


def test_a_foreign_line_says_last_year_in_its_own_currency() -> None:
    """What was spent is told in the plan's currency, last year's figure in the line's."""
    text = YEAR.replace("amount = 3000\n", 'amount = 3000\ncurrency = "USD"\nexchange_rate = 0.8\nspent = 2000\n')
    plan = put(plan_of(text), "actions.A2.verdict", "repeat")
    assert renewed(plan, Figures()).plan.budget["B2"].last_year == 2500


def test_what_was_put_off_is_planned_again() -> None:
    """Nothing spent is a fact of last year, not next year's amount."""
    plan = put(plan_of(YEAR), "budget.B1.spent", D(0))
    line = renewed(plan, Figures()).plan.budget["B1"]
    assert (line.last_year, line.amount, line.source) == (D(0), D(5000), "estimate")


def test_a_cut_on_last_year_is_not_made_twice() -> None:
    """A formula on last year's figure was this year's decision; other formulas say how a cost is made, and stay."""
    plan = put(put(plan_of(YEAR), "budget.B1.amount", "=@last_year-500"), "budget.B1.last_year", D(6000))
    assert renewed(put(plan, "budget.B1.spent", None), Figures()).plan.budget["B1"].amount == 5500
    kept = renewed(put(plan, "budget.B1.amount", "=2*2500"), Figures()).plan.budget["B1"]
    assert (kept.amount, kept.last_year) == ("=2*2500", D("5250.5"))


def test_a_contract_in_force_stays_as_agreed() -> None:
    """Until its last day, amount and reference are the contract's."""
    text = YEAR.replace('source = "quote"\nvalid_until = 2027-01-31', 'source = "contract"\nvalid_until = 2028-06-30')
    line = renewed(plan_of(text), Figures()).plan.budget["B1"]
    assert (line.amount, line.source, line.valid_until) == (D(5000), "contract", date(2028, 6, 30))
    assert line.last_year == D("5250.5")


@pytest.mark.parametrize(
    ("name", "left", "path"),
    [
        ("suisse-tourisme", 1_129_000, "funding.N3.amount"),
        ("twin-cities-gateway", 289_199, "plan.reserve"),
    ],
)
def test_what_is_left_is_what_was_published(name: str, left: int, path: str) -> None:
    """The money carried over, or the closing reserve, is the one that the client's own accounts give."""
    renewal = renewed(loads(examples.text(name)), Figures())
    assert renewal.left == left
    assert read(renewal.plan, path) == left


@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2199, 6, 1), date(2199, 12, 31)),
    ],
)
def test_days_a_year_later(day: date, then: date) -> None:
    """The 29th of February becomes the 28th; no day leaves the calendar of a plan."""
    assert later(day) == then


def test_the_year_ends_with_its_month() -> None:
    """A fiscal year that ends with February ends with it every year."""
    assert later_end(date(2027, 2, 28)) == date(2028, 2, 29)
    assert later_end(date(2028, 2, 29)) == date(2029, 2, 28)
    assert later_end(date(2027, 6, 30)) == date(2028, 6, 30)
    assert (later_month("2027-12"), later_month("2999-12")) == ("2028-12", "2999-12")


def _errors(plan: Plan) -> set[tuple[str, str]]:
    today = plan.plan.start or date(2027, 1, 1)
    found = [each for each in check(plan, today) if each.severity == "error"]
    # A month has another name a year later, and the same fault.
    return {(each.code, re.sub(r"\.\d{4}-\d\d$", "", each.path)) for each in found}


def _is_sound(plan: Plan) -> None:
    new = renewed(plan, Figures()).plan
    written = dumps(new)
    assert dumps(loads(written)) == written
    assert _errors(new) <= _errors(plan)


@pytest.mark.parametrize("name", examples.NAMES)
def test_an_example_renewed_is_sound(name: str) -> None:
    """It opens, is written again byte for byte, and has no error that the old plan had not; two years running too."""
    plan = loads(examples.text(name))
    _is_sound(plan)
    _is_sound(renewed(plan, Figures()).plan)


@given(plans(with_scenarios=True))
def test_any_plan_renewed_is_sound(plan: Plan) -> None:
    """Whatever is missing, dangling or contradictory in it: nothing gets worse by a year."""
    _is_sound(without_double_ids(plan))
