"""Differences between plans in sentences, in both languages."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.edits import add, put, remove
from model.overlay import applied
from model.plan import Plan
from tests.checking import plan_of
from tests.strategies import plans
from tests.tui.pages import plain
from tui.formats.differences import difference_sentence
from tui.formats.values import Reader
from tui.words import LANGUAGES, Language, Words, catalogue

TEXT = """\
format = 1
[plan]
title = "One"
[actions.A1]
title = "Salon"
status = "planned"
[actions.A1.milestones.J1]
title = "Stand"
due = 2027-03-01
[drivers.rate]
value = 500
[budget.B1]
label = "Traiteur"
amount = 700
tax_rate = 20
[budget.B2]
label = "Stand"
months = { 2027-03 = 1000 }
"""


def _sentences(old: Plan, new: Plan, language: Language) -> list[str]:
    reader = Reader.of(Words(language), language, new)
    return [plain(difference_sentence(one, old, new, reader)) for one in differences(old, new)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "fr",
            [
                "Fiche du plan : intitulé One → Deux",
                "A1 Salon : état prévue → abandonnée",
                "A1 Salon, J1 Stand : date prévue 01/03/2027 → 02/03/2027",
                "@rate : valeur 500 → 550,5 (+50,5)",
                "B1 Traiteur : montant 700 → 900 (+200)",
                "B1 Traiteur : taux de taxe 20 % → —",
                "B2 Stand : mois mars 2027 1 000 → =2*3,5",
                "B3 Neuf : ajouté",
            ],
        ),
        (
            "en",
            [
                "Plan sheet: title One → Deux",
                "A1 Salon: status planned → dropped",
                "A1 Salon, J1 Stand: due date 1 Mar 2027 → 2 Mar 2027",
                "@rate: value 500 → 550.5 (+50.5)",
                "B1 Traiteur: amount 700 → 900 (+200)",
                "B1 Traiteur: tax rate 20% → —",
                "B2 Stand: months March 2027 1,000 → =2*3.5",
                "B3 Neuf: added",
            ],
        ),
    ],
)
def test_each_kind_of_difference_reads_well(language: Language, expected: list[str]) -> None:
    """A choice, a nested date, a driver, an amount with its difference, a value gone, a month, a new record."""
    old = plan_of(TEXT)
    new = put(old, "plan.title", "Deux")
    new = put(new, "actions.A1.status", "dropped")
    new = put(new, "actions.A1.milestones.J1.due", date(2027, 3, 2))
    new = put(new, "drivers.rate.value", Decimal("550.5"))
    new = put(new, "budget.B1.amount", Decimal(900))
    new = put(new, "budget.B1.tax_rate", None)
    new = put(new, "budget.B2.months.2027-03", "=2*3.5")
    new, _ = add(new, "budget", label="Neuf")
    assert _sentences(old, new, language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_went_is_told_by_the_name_it_had(language: Language) -> None:
    """A removed record is named although the new plan has it no more."""
    old = plan_of(TEXT)
    (sentence,) = _sentences(old, remove(old, "budget.B1"), language)
    assert sentence == plain(Words(language)("scenarios.removed", name="B1 Traiteur"))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(plans(with_scenarios=True), st.sampled_from(LANGUAGES))
def test_every_difference_has_a_sentence_on_one_line(plan: Plan, language: Language) -> None:
    """Whatever a scenario changes can be told, nothing in it that a terminal would obey."""
    for id_ in plan.scenarios:
        reader, seen = Reader.of(Words(language), language, plan), applied(plan, id_)
        sentences = [difference_sentence(one, plan, seen, reader) for one in differences(plan, seen)]
        assert all(plain(text).isprintable() for text in sentences)
        assert not any("\n" in text for text in sentences)


def test_both_languages_have_the_same_keys() -> None:
    """Changing language loses no word."""
    assert catalogue("fr", "scenarios").keys() == catalogue("en", "scenarios").keys()
