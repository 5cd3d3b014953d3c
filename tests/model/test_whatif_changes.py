"""Changes tried on a plan: what each means as a difference, what is refused, and that a saved trial says the same."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.amounts import exact_amount, minor_figures
from model.breakdowns import total
from model.edits import EditRefusedError
from model.overlay import applied
from model.plan import Plan
from model.scenarios import changes
from model.store.writing import document
from model.whatif.outcome import levers_changed, lines_changed, tried
from model.whatif.trial import ChangeError, Trial, started
from tests import strategies

D = Decimal
Table = dict[str, Any]

DOCUMENT: Table = {
    "plan": {"currency": "EUR", "prices": "excl_tax"},
    "actions": {"A1": {"title": "a"}, "A2": {"title": "b"}},
    "drivers": {"rate": {"value": D(10)}},
    "budget": {
        "B1": {"label": "one", "amount": D(100), "action": "A1"},
        "B2": {"label": "two", "unit_cost": D(10), "quantity": D(4), "shares": {"A1": D(75), "A2": D(25)}},
        "B3": {"label": "three", "months": {"2027-01": D(30), "2027-03": D(60)}},
        "B4": {"label": "four", "amount": "=3*@rate"},
        "B5": {"label": "five", "amount": D(7), "status": "paid"},
        "B6": {"label": "six"},
    },
    "scenarios": {"Z1": {"title": "less", "budget": {"B1": {"amount": "-50%"}}}},
}


def _tried(*texts: str, start: str | None = None) -> Trial:
    trial, missed = tried(started(Plan.from_table(DOCUMENT), start), texts)
    assert missed == ()
    return trial


def _exact(id_: str, *texts: str, start: str | None = None) -> Fraction:
    return exact_amount(_tried(*texts, start=start).seen, id_)


@pytest.mark.parametrize(
    ("text", "id_", "expected"),
    [("B1=12000", "B1", 12000), ("B1=+10%", "B1", 110), ("B1=-500", "B1", -400), ("B1==12*350", "B1", 4200),
     ("B1==-500", "B1", -500), ("B1==@rate*2", "B1", 20), ("B1=*1.2", "B1", 120), ("B1=/3", "B1", Fraction(100, 3)),
     ("B2=70", "B2", 70), ("B2=+10%", "B2", 44), ("B3=+10", "B3", 100), ("B3=45", "B3", 45), ("B4=-10%", "B4", 27),
     ("@rate=500", "B4", 1500), ("@rate=+10%", "B4", 33), ("B5=9", "B5", 9), ("B6=+5", "B6", 5), ("B6=+5%", "B6", 0),
     ("A1=excluded", "B1", 0), ("A1=excluded", "B2", 10), ("A1=scale:80", "B2", 34), ("B1=excluded", "B1", 0),
     ("B1=scale:80.5", "B1", Fraction("80.5"))],
)  # fmt: skip
def test_one_change(text: str, id_: str, expected: int | Fraction) -> None:
    """A change by hand, also of a paid line, gives the amount that arithmetic gives."""
    assert _exact(id_, text) == expected


@pytest.mark.parametrize(
    ("texts", "id_", "expected"),
    [(("B1=+10%", "B1=-500"), "B1", -390), (("B1=-500", "B1=+10%"), "B1", -440), (("B1=+10%", "B1=7"), "B1", 7),
     (("B2=+10", "B2=*2"), "B2", 100), (("B3=/2", "B3=+1"), "B3", 46), (("B4=+6", "B4=/2", "@rate=20"), "B4", 33),
     (("@rate=+10%", "@rate=-1"), "B4", 30), (("A1=scale:50", "A1=scale:20"), "B1", 20)],
)  # fmt: skip
def test_several_changes_apply_in_order(texts: tuple[str, ...], id_: str, expected: int) -> None:
    """A change works on what those before it left; a lever set again replaces what it was."""
    assert _exact(id_, *texts) == expected


def test_changes_stand_on_a_scenario() -> None:
    """With a scenario to start from, changes are relative to what it says, and rest on it."""
    trial = _tried("B1=+10", start="Z1")
    assert exact_amount(trial.seen, "B1") == 60
    assert trial.overlay.base == "Z1"


def test_exactly_the_differences_are_kept() -> None:
    """The scenario holds what was changed and nothing else."""
    overlay = _tried("B1=+10%", "A2=delay:2", "@rate=500").overlay
    assert changes(overlay).keys() == {"budget", "actions", "drivers"}
    assert {id_: changes(change) for id_, change in overlay.budget.items()} == {"B1": {"amount": "+10%"}}
    assert {id_: changes(change) for id_, change in overlay.actions.items()} == {"A2": {"delay": 2}}
    assert {id_: changes(change) for id_, change in overlay.drivers.items()} == {"rate": {"value": D(500)}}


def test_what_differs() -> None:
    """Lines whose amount differs are told with both amounts, levers with what was and is."""
    trial = _tried("A1=excluded", "@rate=20")
    told = [(line.id, str(line.before), str(line.after)) for line in lines_changed(trial.before, trial.seen)]
    assert told == [("B1", "100.00", "0.00"), ("B2", "40.00", "10.00"), ("B4", "30.00", "60.00")]
    assert list(levers_changed(trial)) == [
        ("drivers.rate.value", "10", "20"),
        ("actions.A1.excluded", "false", "true"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("B1", "unreadable"), ("B1=", "unreadable"), ("=5", "unreadable"), ("B1=1,5", "unreadable"), ("", "unreadable"),
     ("B1=1e9", "unreadable"), ("B9=5", "unknown"), ("@none=5", "unknown"), ("category:none<5", "unknown"),
     ("colour:red=5", "unknown"), ("B9=excluded", "unknown"), ("total=excluded", "total_lever"), ("B1=/0", "formula"),
     ("B1==1/0", "formula"), ("B1==@none", "formula"), ("B1==2+", "formula"), ("@rate==@rate+1", "formula"),
     ("total==@none", "formula"),
     ("A1=delay:1.5", "unreadable"), ("A1=delay:x", "unreadable"), ("A1=scale:", "unreadable")],
)  # fmt: skip
def test_refused(text: str, code: str) -> None:
    """What cannot be read, names nothing, or has no value is refused with a code."""
    with pytest.raises(ChangeError) as refusal:
        _tried(text)
    assert refusal.value.code == code


@pytest.mark.parametrize("text", ["B1=99999999999999999999", "B1==" + "1+" * 300 + "1"])
def test_absurd_values_are_refused(text: str) -> None:
    """What a plan cannot hold is refused at the path of the line."""
    with pytest.raises(EditRefusedError) as refusal:
        _tried(text)
    assert refusal.value.path == "budget.B1.amount"


_IDS = ("B1", "B2", "B3")
_LINES = st.builds("{}={}{}{}".format, st.sampled_from(_IDS), st.sampled_from(["", "+", "-", "*", "="]),
                   st.integers(0, 5000).map(lambda n: f"{n / 100:.2f}"), st.just(""))  # fmt: skip
_LEVERS = st.builds("{}={}".format, st.sampled_from(("A1", "A2", *_IDS)),
                    st.sampled_from(["excluded", "delay:2", "delay:-3", "scale:80", "scale:33.3"]))  # fmt: skip
_TOTALS = st.sampled_from(["total<5000", "total>9000", "total=1234.56", "A1<100", "A2=77.77", "B1<3", "total=-10%"])


@settings(max_examples=150, deadline=None)
@given(
    strategies.plans(with_scenarios=True, most_lines=5), st.lists(_LINES | _LEVERS | _TOTALS, max_size=4), st.booleans()
)
def test_the_saved_scenario_gives_what_was_shown(plan: Plan, texts: list[str], on_scenario: bool) -> None:
    """The plan with the trial, as its file holds it, seen through the scenario, has the same figures, line by line."""
    start = next(iter(plan.scenarios)) if on_scenario else None
    trial = started(plan, start, "tried")
    for text in texts:
        try:
            trial, _ = tried(trial, [text])
        except (ChangeError, EditRefusedError):
            continue
    again = Plan.from_table(document(trial.plan))
    assert total(applied(again, "tried")) == total(trial.seen)
    assert minor_figures(applied(again, "tried")) == minor_figures(trial.seen)
    assert again.scenarios["tried"].title == "tried"
    assert again.budget == plan.budget
