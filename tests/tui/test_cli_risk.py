"""`planmark risk`: what is shown to people and to programs."""

from pathlib import Path

import pytest

from tests.commands import PLAN, Ask

RANGES = PLAN.replace("amount = 1000.05\n", "amount = 1000.05\nlow = 900.05\nhigh = 1200.05\n")
HELD = RANGES.replace("quantity = 1000\n", "quantity = 1000\nlow = 100\nheld = true\n")


@pytest.fixture
def risky(plan_file: Path) -> Path:
    """A plan with a line that varies and one that is held."""
    plan_file.write_text(HELD, encoding="utf-8")
    return plan_file


def test_for_a_program(ask: Ask, risky: Path) -> None:
    """Amounts are texts with the currency's decimals, in the plan's prices; both methods, the tornado, the remarks."""
    told = ask("risk", risky, "--json")
    assert (told.status, told.err) == (0, "")
    found = told.json
    simulated = found.pop("simulated")
    assert found == {
        "currency": "EUR",
        "scenario": None,
        "prices": "excl_tax",
        "lines": 2,
        "total": "1125.05",
        "ceiling": "5000.00",
        "least": "1025.05",
        "most": "1325.05",
        "summed": {
            "mean": "1141.72",
            "deviation": "50.00",
            "p10": "1077.64",
            "p50": "1141.72",
            "p80": "1183.80",
            "p90": "1205.79",
            "contingency": "58.75",
            "under_ceiling": "1.0000",
        },
        "together": {"p80": "1183.80"},
        "tornado": [
            {
                "path": "budget.B1",
                "low": "900.05",
                "likely": "1000.05",
                "high": "1200.05",
                "swing": "300.00",
                "total_low": "1025.05",
                "total_high": "1325.05",
            }
        ],
        "remarks": [{"path": "budget.B2", "code": "settled"}],
    }
    assert list(simulated) == [*found["summed"], "draws"]
    assert float(simulated["p80"]) == pytest.approx(1183.80, abs=10)
    assert ask("risk", risky, "--json").json["simulated"] == simulated


def test_on_a_scenario(ask: Ask, risky: Path) -> None:
    """The range is that of the plan as the scenario sees it: an amount outside its range widens it, and is named."""
    found = ask("risk", risky, "--scenario=prudent", "--json").json
    assert (found["scenario"], found["total"], found["least"], found["most"]) == (
        "prudent",
        "625.03",
        "625.03",
        "1325.05",
    )
    assert {"path": "budget.B1", "code": "outside"} in found["remarks"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Assumption: lines vary independently."),
        ("en", "Contingency to reach P80"),
        ("en", "B1 Stand €1,000.05 −€100.00 +€200.00"),
        ("en", "B2 Brochure: held, committed, invoiced or paid, it does not vary."),
        ("fr", "Hypothèse : les lignes varient indépendamment."),
        ("fr", "Chances de tenir sous le plafond 100 % 100 %"),
        ("fr", "B1 Stand 1 000,05 € −100,00 € +200,00 €"),
        ("fr", "1 ligne varie, de 1 000,05 € : le total finira entre 1 025,05 € et 1 325,05 €."),
    ],
)
def test_for_people(ask: Ask, risky: Path, language: str, said: str) -> None:
    """The figures, their assumption, the tornado and what does not vary, in the reader's language and numbers."""
    assert said in " ".join(ask("risk", risky, language=language).plain.split())


def test_nothing_varies(ask: Ask, plan_file: Path) -> None:
    """Where no line varies, it says what to give; the JSON holds the total everywhere."""
    assert "No line varies" in ask("risk", plan_file).out
    found = ask("risk", plan_file, "--json").json
    assert found["tornado"] == []
    assert {found[end] for end in ("least", "most")} | {found["simulated"]["p90"]} == {found["total"]}


def test_unknown_scenario(ask: Ask, plan_file: Path) -> None:
    """A scenario that is not there is refused with the known ones."""
    told = ask("risk", plan_file, "--scenario=none")
    assert (told.status, told.out) == (2, "")
    assert "prudent" in told.err
