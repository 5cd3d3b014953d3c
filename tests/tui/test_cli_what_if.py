"""`planmark what-if`: what is shown to people and programs, what is written and when, what is refused."""

from pathlib import Path

import pytest

from tests.commands import PLAN, Ask


def test_for_a_program(ask: Ask, plan_file: Path) -> None:
    """The object is that of the budget with the changes and the consequences; the file stays as it was."""
    told = ask("what-if", plan_file, "A1=excluded", "B2=+10%", "--json")
    assert (told.status, told.err) == (0, "")
    assert told.json == {
        "currency": "EUR",
        "scenario": None,
        "lines": 2,
        "total": {"excl_tax": "137.50", "tax": "27.50", "incl_tax": "165.00"},
        "base": {"excl_tax": "1125.05", "tax": "225.01", "incl_tax": "1350.06"},
        "difference": {"excl_tax": "-987.55", "tax": "-197.51", "incl_tax": "-1185.06"},
        "changes": [
            {"path": "actions.A1.excluded", "before": "false", "after": "true"},
            {"path": "budget.B1.amount", "before": "1000.05", "after": "0.00"},
            {"path": "budget.B2.amount", "before": "125.00", "after": "137.50"},
        ],
        "consequences": [{"path": "objectives.O1", "code": "objective_unfunded"}],
        "families": [
            {"family": "customers", "before": "88.9", "after": "0.0"},
            {"family": "", "before": "11.1", "after": "100.0"},
        ],
    }
    assert plan_file.read_text() == PLAN


def test_without_consequences_none_are_named(ask: Ask, plan_file: Path) -> None:
    """Where nothing loses its funding, no share moves and nothing is out of reach, the object says none of it."""
    told = ask("what-if", plan_file, "A1=delay:1", "--json").json
    assert list(told) == ["currency", "scenario", "lines", "total", "base", "difference", "changes"]


def test_what_money_is_for(ask: Ask, plan_file: Path) -> None:
    """Shares of the families in percent, and the cost of each of the eighteen contracts to be won, for both readers."""
    told = ask("what-if", plan_file, "B1=500", "--json").json
    assert told["families"] == [
        {"family": "customers", "before": "88.9", "after": "80.0"},
        {"family": "", "before": "11.1", "after": "20.0"},
    ]
    assert told["unit_costs"] == [{"path": "objectives.O1", "before": "55.56", "after": "27.78"}]
    plain = " ".join(ask("what-if", plan_file, "B1=500", language="fr").plain.split())
    assert "Objectifs de clientèle : 88,9 % → 80,0 % du budget." in plain
    assert "O1 Trente mairies : 55,56 € → 27,78 € par unité visée (contrats)." in plain


def test_on_a_scenario(ask: Ask, plan_file: Path) -> None:
    """Changes stand on the scenario; `base` stays the plan itself, `before` is what the scenario says."""
    told = ask("what-if", plan_file, "B1=+10%", "--scenario=prudent", "--json").json
    assert (told["scenario"], told["base"]["excl_tax"], told["total"]["excl_tax"]) == ("prudent", "1125.05", "675.03")
    assert told["changes"] == [{"path": "budget.B1.amount", "before": "500.03", "after": "550.03"}]


def test_for_people(ask: Ask, plan_file: Path) -> None:
    """People see before, after and difference, each line that changes by its label, and the consequences in words."""
    told = ask("what-if", plan_file, "A1=excluded", "B2=+10%")
    rows = [" ".join(line.split()) for line in told.plain.splitlines()]
    assert "Before €1,125.05 €225.01 €1,350.06" in rows
    assert "After €137.50 €27.50 €165.00" in rows
    assert "Difference −€987.55 −€197.51 −€1,185.06" in rows
    assert "A1 Salon: left out." in rows
    assert "B2 Brochure €125.00 €137.50 €12.50" in rows
    assert "O1 Trente mairies has no funded action any more." in rows


@pytest.mark.parametrize(
    ("change", "said"),
    [("A1=delay:-2", "A1 Salon : 2 mois plus tôt."), ("A1=delay:1", "A1 Salon : 1 mois plus tard."),
     ("B1=scale:80.5", "B1 Stand : à 80,5 %."), ("@day=5", "@day : 4 devient 5."),
     ("B1=1000.05", "Aucune ligne ne change")],
)  # fmt: skip
def test_in_french(ask: Ask, plan_file: Path, change: str, said: str) -> None:
    """Levers are told in words and in the reader's numbers."""
    ask("set", plan_file, "drivers.day.value=4")
    assert said in ask("what-if", plan_file, change, language="fr").plain


def test_saved_as_a_scenario(ask: Ask, plan_file: Path) -> None:
    """The differences, and only they, are appended as a scenario, which the budget then shows the same totals for."""
    shown = ask(
        "what-if", plan_file, "B1=+10%", "A1=delay:2", "--scenario", "prudent", "--save-as", "lean", "--json"
    ).json
    added = '\n[scenarios.lean]\ntitle = "lean"\nbase = "prudent"\n\n[scenarios.lean.budget.B1]\namount = "+10%"\n'
    assert plan_file.read_text() == PLAN + added + "\n[scenarios.lean.actions.A1]\ndelay = 2\n"
    assert ask("budget", plan_file, "--scenario", "lean", "--json").json["total"] == shown["total"]


def test_a_goal_out_of_reach(ask: Ask, plan_file: Path) -> None:
    """It exits with 1, shows the nearest, and writes nothing, even when asked to."""
    ask("set", plan_file, "budget.B1.held=true")
    before = plan_file.read_text()
    told = ask("what-if", plan_file, "total<1000", "--save-as=lean")
    assert told.status == 1
    assert "total<1000 is out of reach: at the nearest, €1,000.05 (€0.05 away)." in told.out
    assert "Nothing saved." in told.out
    assert plan_file.read_text() == before
    told = ask("what-if", plan_file, "total<1000", "--json")
    assert told.status == 1
    assert told.json["out_of_reach"] == [{"change": "total<1000", "nearest": "1000.05", "missing": "-0.05"}]


def test_strategies(ask: Ask, plan_file: Path) -> None:
    """`--strategy fewest` touches one line where pro rata touches both."""
    assert len(ask("what-if", plan_file, "total<1000", "--json").json["changes"]) == 2
    told = ask("what-if", plan_file, "total<1000", "--strategy", "fewest", "--json").json
    assert told["changes"] == [{"path": "budget.B1.amount", "before": "1000.05", "after": "875.00"}]


@pytest.mark.parametrize(
    ("argv", "said"),
    [(["B9=5"], "nothing in the budget is called B9."), (["totol<5"], "did you mean total?"),
     (["B1"], "B1 is no change"), (["total=excluded"], "total cannot be left out"), (["B1==1/0"], "Division by zero"),
     (["B1==@day"], "No driver is called @day"), (["--save-as=prudent"], "scenarios.prudent"),
     (["--save-as=a b"], "scenarios.a b"), (["--scenario=none"], "no scenario none"),
     (["--strategy=few"], "fewest"), (["B1=99999999999999999999"], "budget.B1.amount")],
)  # fmt: skip
def test_refused(ask: Ask, plan_file: Path, argv: list[str], said: str) -> None:
    """What makes no sense exits with 2 and says why; nothing is shown or written."""
    told = ask("what-if", plan_file, "B2=1", "--save-as=lean", *argv)
    assert (told.status, told.out) == (2, "")
    assert said in told.err
    assert plan_file.read_text() == PLAN
