"""`planmark show`, `budget` and `guide`: what a plan holds and what the guidance says, read without a screen."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from guides.loader import PAGES
from tests.commands import Ask


def _money(excl: str, tax: str, incl: str) -> dict[str, str]:
    return {"excl_tax": excl, "tax": tax, "incl_tax": incl}


def test_budget_json(ask: Ask, plan_file: Path) -> None:
    """Without a breakdown or a scenario: currency, no scenario, the number of lines, the total, nothing else."""
    # 1000.05 + 0.125 × 1000 = 1125.05; tax 20 %: 200.01 + 25.00.
    assert ask("budget", plan_file, "--json").json == {
        "currency": "EUR",
        "scenario": None,
        "lines": 2,
        "total": _money("1125.05", "225.01", "1350.06"),
    }


def test_budget_json_by(ask: Ask, plan_file: Path) -> None:
    """With --by, the groups; what names nothing stands under the empty name."""
    told = ask("budget", plan_file, "--by", "category", "--json", language="fr")
    assert list(told.json) == ["currency", "scenario", "lines", "total", "groups"]
    assert told.json["groups"] == {
        "salons": _money("1000.05", "200.01", "1200.06"),
        "": _money("125.00", "25.00", "150.00"),
    }


def test_budget_json_scenario(ask: Ask, plan_file: Path) -> None:
    """With a scenario, the plan without it and the difference."""
    told = ask("budget", plan_file, "--scenario", "prudent", "--json").json
    # Half of 1000.05 is 500.025, rounded half-up: 500.03, with tax 600.04.
    assert list(told) == ["currency", "scenario", "lines", "total", "base", "difference"]
    assert told["scenario"] == "prudent"
    assert told["total"] == _money("625.03", "125.01", "750.04")
    assert told["base"] == _money("1125.05", "225.01", "1350.06")
    assert told["difference"] == _money("-500.02", "-100.00", "-600.02")


@pytest.mark.parametrize(
    ("currency", "total"), [("JPY", ("1125", "225", "1350")), ("TND", ("1125.050", "225.010", "1350.060"))]
)
def test_budget_has_the_decimals_of_its_currency(
    ask: Ask, plan_file: Path, currency: str, total: tuple[str, str, str]
) -> None:
    """Amounts in JSON have exactly the decimals of the currency."""
    ask("set", plan_file, f"plan.currency={currency}")
    assert ask("budget", plan_file, "--json").json["total"] == _money(*total)


def test_budget_table(ask: Ask, plan_file: Path) -> None:
    """People get aligned columns, the total, and what is left under the ceiling."""
    told = ask("budget", plan_file, "--by", "action", language="fr")
    assert told.plain.splitlines() == [
        "Action            HT      taxe         TTC",
        "A1 Salon  1 000,05 €  200,01 €  1 200,06 €",
        "(sans)      125,00 €   25,00 €    150,00 €",
        "Total     1 125,05 €  225,01 €  1 350,06 €",
        "Plafond : 5 000,00 € HT ; il reste 3 874,95 €.",
    ]


def test_budget_above_the_ceiling(ask: Ask, plan_file: Path) -> None:
    """Too much is told as too much, on the side of the plan's prices."""
    ask("set", plan_file, "plan.ceiling=1000")
    assert ask("budget", plan_file).plain.splitlines()[-1] == "Ceiling: €1,000.00 excl. tax; €125.05 too much."


def test_unknown_scenario(ask: Ask, plan_file: Path) -> None:
    """A scenario that the plan does not have is refused with those it has."""
    for command in ("budget", "show"):
        told = ask(command, plan_file, "--scenario", "x")
        assert (told.status, told.out) == (2, "")
        assert told.err == "planmark: no scenario x in this plan. Its scenarios: prudent.\n"


def test_show_labels_and_formats(ask: Ask, plan_file: Path) -> None:
    """Labels, choices, amounts and dates are in the reader's language; ids bring their names."""
    french, english = ask("show", plan_file, language="fr").plain, ask("show", plan_file).plain
    assert "Début        01/01/2027" in french
    assert "B1  Stand" in french
    assert "1 000,05 €" in french
    assert "Objectifs    O1 Trente mairies" in french
    assert "€1,000.05" in english
    assert "€0.125" in english
    assert "Start     1 Jan 2027" in english


def test_show_one_section(ask: Ask, plan_file: Path) -> None:
    """A section, a record and a step show themselves alone."""
    assert ask("show", plan_file, "objectives").out.startswith("Objectives\n----------\nO1  Trente mairies\n")
    assert ask("show", plan_file, "budget.B2").out.startswith("B2  Brochure\n")
    assert ask("show", plan_file, "diagnostic").out.startswith("SWOT\n----\nS1  Un concurrent s'installe\n")
    assert ask("show", plan_file, "funding").out == "(nothing yet)\n"


def test_show_wraps_long_texts(ask: Ask, plan_file: Path) -> None:
    """Without a terminal, texts are wrapped at 80 columns, none of their words lost."""
    text = " ".join(f"mot{n}" for n in range(200))
    ask("set", plan_file, f"plan.mission={text}")
    told = ask("show", plan_file)
    assert max(map(len, told.out.splitlines())) <= 80
    assert all(f"mot{n}" in told.out for n in range(200))


def test_show_json(ask: Ask, plan_file: Path) -> None:
    """Programs get the tables as the file holds them: numbers digit for digit, dates as ISO texts."""
    told = ask("show", plan_file, "--json")
    tables = json.loads(told.out, parse_float=Decimal)
    assert list(tables) == ["format", "plan", "team", "diagnostic", "objectives", "actions", "budget", "scenarios"]
    assert tables["budget"]["B1"]["amount"] == Decimal("1000.05")
    assert tables["plan"]["start"] == "2027-01-01"
    assert tables["actions"]["A1"]["objectives"] == ["O1"]
    assert ask("show", plan_file, "diagnostic.swot", "--json").json == {
        "diagnostic": {"swot": {"S1": {"kind": "threat", "text": "Un concurrent s'installe"}}}
    }


def test_show_through_a_scenario(ask: Ask, plan_file: Path) -> None:
    """With a scenario the plan is shown as the scenario makes it, and says so."""
    told = ask("show", plan_file, "budget", "--scenario", "prudent")
    assert told.out.startswith("Scenario: Prudent\n")
    assert "€500.025" in told.out


def test_show_unknown_section(ask: Ask, plan_file: Path) -> None:
    """An unknown section is refused with the nearest one; a record that is not there is told."""
    assert ask("show", plan_file, "bugdet").err == "planmark: a plan has no section bugdet; did you mean budget?\n"
    assert ask("show", plan_file, "budget.B9").err == "planmark: budget.B9 is not in this plan.\n"
    assert ask("show", plan_file, "zzz").status == 2


def test_guide_lists_its_topics(ask: Ask) -> None:
    """Without a topic: every page, and its sections under it."""
    out = ask("guide", language="fr").out
    assert [line.split()[0] for line in out.splitlines() if line[:1].strip()] == list(PAGES)
    assert "  objectives#deadline" in out


@pytest.mark.parametrize(
    "topic", ["objectives#deadline", "objectives.O1.deadline", "objectives.deadline", "deadline", "DEADLINE"]
)
def test_guide_finds_a_topic(ask: Ask, topic: str) -> None:
    """A topic, the path of a field, a field's own name, a heading: each finds its section."""
    told = ask("guide", topic)
    assert told.status == 0
    assert told.out.startswith("Deadline\n--------\n")


def test_guide_reads_headings_in_either_language(ask: Ask) -> None:
    """A heading is understood without its accents, in the other language too, in several words."""
    assert ask("guide", "famille").out.startswith("Family\n")
    assert ask("guide", "parent", "objective", language="fr").out.startswith("Objectif parent\n")


def test_guide_page(ask: Ask) -> None:
    """A page is told from its opening to its last section, wrapped."""
    out = ask("guide", "objectives", language="fr").out
    assert out.startswith("Objectifs\n---------\n")
    assert "\nÉchéance\n" in out
    assert max(map(len, out.splitlines())) <= 80


def test_guide_several_and_none(ask: Ask) -> None:
    """Words that several sections answer to, or none, are refused with what is near."""
    several, near, none = ask("guide", "title"), ask("guide", "deadlin"), ask("guide", "xyzzy")
    assert (several.status, near.status, none.status) == (2, 2, 2)
    assert "  objectives#title" in several.err
    assert "  objectives#deadline" in near.err
    assert none.err == "planmark: no guidance on xyzzy.\n"
