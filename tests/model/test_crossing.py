"""Crossing the SWOT into objectives, and drawing its lines from other findings."""

import pytest

from model.plan import Plan
from model.trace.crossing import crossed, crossing_of, drafted, never_crossed, sides
from model.trace.drawing import SAYING, drawn, drawn_from, kind_of
from model.trace.graph import graph_of
from tests.checking import plan_of

SWOT = """
[diagnostic.swot.S1]
kind = "weakness"
text = "Pas de commercial"
from = "M1"
[diagnostic.swot.S2]
kind = "strength"
text = "Atelier à soi"
[diagnostic.swot.S3]
kind = "threat"
text = "Un concurrent s'installe"
from = "G1"
[diagnostic.swot.S4]
kind = "opportunity"
text = "Une école ouvre"
[diagnostic.swot.S5]
kind = "strength"
set_aside = "plus tard"
[diagnostic.swot.S6]
[diagnostic.media.M1]
name = "Lettre"
[segments.G1]
name = "Mairies"
[objectives.O1]
answers = ["S2", "S3", "S9"]
[objectives.O2]
answers = ["S3", "S2", "S4"]
[objectives.O3]
answers = ["S1"]
"""


@pytest.fixture
def plan() -> Plan:
    """Six items, three objectives."""
    return plan_of(SWOT)


def test_sides(plan: Plan) -> None:
    """Strengths before weaknesses, opportunities before threats; an item without a kind is on neither side."""
    assert sides(plan) == (["S2", "S5", "S1"], ["S4", "S3"])
    assert [crossing_of(plan, inner, outer) for inner in ("S2", "S1") for outer in ("S4", "S3")] == [
        *("so", "st", "wo", "wt")
    ]


def test_crossed_pairs(plan: Plan) -> None:
    """A pair has the objectives that answer both; what is in none is named, unless it was set aside."""
    assert crossed(plan) == {("S2", "S3"): ("O1", "O2"), ("S2", "S4"): ("O2",)}
    assert never_crossed(plan) == ("S1",)


def test_a_draft_answers_both(plan: Plan) -> None:
    """The new objective remembers its pair; its family follows from where the items were drawn."""
    made, id_ = drafted(plan, "S1", "S4", "Corriger")
    objective = made.objectives[id_]
    assert (id_, objective.title, objective.answers) == ("O4", "Corriger", ("S1", "S4"))
    families = {
        pair: drafted(plan, *pair, "x")[0].objectives["O4"].family
        for pair in (("S1", "S4"), ("S2", "S3"), ("S2", "S4"))
    }
    assert list(families.values()) == ["communication", "customers", "activity"]


FINDINGS = """
[diagnostic.pestel.P1]
text = "Le train arrive"
effect = "opportunity"
weight = 4
[diagnostic.pestel.P2]
text = "Rien de sûr"
effect = "neutral"
[diagnostic.competitors.C1]
name = "Dupont"
difference = "Livre en 24 h"
threat = 5
[diagnostic.offers.F1]
name = "Visite"
strengths = "Bilingue"
weaknesses = "Trop longue"
[review.R1]
action = "Salon"
obtained = "4 devis"
lesson = "Rappeler vite"
[segments.G1]
name = "Mairies"
"""


@pytest.mark.parametrize(
    ("path", "kind", "text", "weight"),
    [
        ("diagnostic.pestel.P1", "opportunity", "Le train arrive", 4),
        ("diagnostic.competitors.C1", "threat", "Dupont — Livre en 24 h", 5),
        ("diagnostic.offers.F1", "strength", "Visite — Bilingue", None),
        ("diagnostic.offers.F1", "weakness", "Visite — Trop longue", None),
        ("review.R1", "weakness", "Salon — Rappeler vite", None),
        ("segments.G1", "opportunity", "Mairies", None),
    ],
)
def test_a_line_is_drawn(path: str, kind: str, text: str, weight: int | None) -> None:
    """The words, the weight and the origin of a finding make a line of the SWOT, which the finding then shows."""
    made, id_ = drawn(plan_of(FINDINGS), path, kind)  # type: ignore[arg-type]
    item = made.diagnostic.swot[id_]
    assert (item.kind, item.text, item.weight, item.from_) == (kind, text, weight, path.rpartition(".")[2])
    assert drawn_from(graph_of(made), path) == (id_,)


def test_kinds_that_follow_and_kinds_that_are_asked() -> None:
    """A change's effect and a competitor say what line they make; anything else is asked."""
    plan = plan_of(FINDINGS)
    assert kind_of(plan, "diagnostic.pestel.P1") == "opportunity"
    assert kind_of(plan, "diagnostic.competitors.C1") == "threat"
    assert {kind_of(plan, path) for path in ("diagnostic.pestel.P2", "diagnostic.offers.F1", "review.R1")} == {None}


def test_whatever_a_line_may_come_from_can_be_drawn() -> None:
    """Every section that `from` may name has its words."""
    from model.catalogue import fields
    from model.diagnostic import SwotItem

    origins = fields(SwotItem)["from"].refers
    assert set(origins) - {"diagnostic.swot"} == set(SAYING)
