"""Differences told in the plan's words: subject, field, before, after, in the reader's numbers and language."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from model.differences import differences
from model.edits import put, remove
from model.plan import Plan
from tests.checking import plan_of
from tui.formats.differences import Teller
from tui.formats.values import Reader
from tui.words import Language, Words

D = Decimal
PLAN = """\
format = 1
[plan]
title = "Exemple"
[team.marie]
name = "Marie"
[actions.A1]
title = "Salon"
[actions.A1.milestones.J1]
title = "Stand"
due = 2027-03-31
[actions.A2]
title = "Presse"
[budget.B3]
label = "Traiteur"
amount = 700
[drivers.jour]
value = 350
[scenarios.Z1]
title = "Prudent"
[scenarios.Z1.budget.B3]
amount = "+500"
"""


def _told(new: Plan, language: Language) -> list[str]:
    old = plan_of(PLAN)
    teller = Teller(old, new, Reader.of(Words(language), language, new))
    return [text.replace("\u202f", " ") for _, text in teller.sentences(differences(old, new))]


CHANGES: dict[str, tuple[Any, str, str]] = {
    "budget.B3.amount": (
        D("1900.5"),
        "B3 Traiteur : montant 700 → 1 900,5 (+1 200,5)",
        "B3 Traiteur: amount 700 → 1,900.5 (+1,200.5)",
    ),
    "budget.B3.quantity": ("=3*@jour", "B3 Traiteur : quantité — → =3*@jour", "B3 Traiteur: quantity — → =3*@jour"),
    "budget.B3.months.2027-03": (D(5), "B3 Traiteur : mars 2027 — → 5", "B3 Traiteur: March 2027 — → 5"),
    "budget.B3.action": ("A1", "B3 Traiteur : action — → A1 Salon", "B3 Traiteur: action — → A1 Salon"),
    "budget.B3.shares.A1": (
        D(60),
        "B3 Traiteur : répartition A1 Salon — → 60 %",
        "B3 Traiteur: split A1 Salon — → 60%",
    ),
    "budget.B3.label": (None, "B3 : intitulé Traiteur → —", "B3: label Traiteur → —"),
    "actions.A1.milestones.J1.due": (
        date(2027, 4, 30),
        "A1 Salon, J1 Stand : date prévue 31/03/2027 → 30/04/2027",
        "A1 Salon, J1 Stand: due date 31 Mar 2027 → 30 Apr 2027",
    ),
    "plan.title": ("Autre", "Fiche du plan : intitulé Exemple → Autre", "Plan sheet: title Exemple → Autre"),
    "scenarios.Z1.budget.B3.amount": (
        "-10%",
        "Z1 Prudent, B3 : montant +500 → -10%",
        "Z1 Prudent, B3: amount +500 → -10%",
    ),
}


@pytest.mark.parametrize("path", CHANGES)
def test_a_field(path: str) -> None:
    """One field of each kind, in both languages."""
    value, french, english = CHANGES[path]
    new = put(plan_of(PLAN), path, value)
    assert (_told(new, "fr"), _told(new, "en")) == ([french], [english])


def test_records_and_several_fields() -> None:
    """What came or went is said so; several fields of one record make one sentence; hostile text is inert."""
    new = put(put(remove(plan_of(PLAN), "actions.A2"), "budget.B3.amount", D(900)), "budget.B3.label", "Repas\tfroid")
    new = put(new, "drivers.visites.value", D(10))
    assert _told(new, "en") == [
        "A2 Presse: gone",
        "visites: new",
        "B3 Repas froid: label Traiteur → Repas froid; amount 700 → 900 (+200)",
    ]
