"""`planmark diff`: what changed from one plan to another, a sentence a record, in either language."""

from decimal import Decimal
from pathlib import Path

import pytest

from model.edits import put, remove
from model.store.saving import save
from tests.checking import plan_of
from tests.commands import PLAN, Ask
from tui.words import LANGUAGES, Language


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A plan and a later version of it: a deadline, a figure, a line gone, one new, a link confirmed."""
    old = plan_of(PLAN)
    new = put(put(old, "budget.B1.amount", Decimal(1200)), "objectives.O1.deadline", old.plan.end)
    new = put(remove(new, "budget.B2"), "budget.B3.label", "Film")
    new = new.replaced({"links": {"A1>O1": "7f3a9c"}})
    for name, plan in (("old", old), ("new", new)):
        save(plan, tmp_path / f"{name}.toml", None)
    return tmp_path / "old.toml", tmp_path / "new.toml"


SENTENCES: dict[Language, tuple[str, ...]] = {
    "en": (
        "Total excl. tax: €1,125.05 → €1,200.00 (+74.95)",
        "O1 Trente mairies: deadline — → 31 Dec 2027",
        "B1 Stand: amount 1,000.05 → 1,200 (+199.95)",
        "B2 Brochure: gone",
        "B3 Film: new",
        "links.A1>O1 — → 7f3a9c",
    ),
    "fr": (
        "Total HT : 1 125,05 € → 1 200,00 € (+74,95)",
        "O1 Trente mairies : échéance — → 31/12/2027",
        "B1 Stand : montant 1 000,05 → 1 200 (+199,95)",
        "B2 Brochure : retiré",
        "B3 Film : nouveau",
        "links.A1>O1 — → 7f3a9c",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_that_differs_has_its_sentence(ask: Ask, files: tuple[Path, Path], language: Language) -> None:
    """The total first; what stood and what stands, what came and what went, and the links."""
    told = ask("diff", *files, language=language)
    assert (told.status, told.err) == (0, "")
    assert [line for line in told.plain.splitlines() if line in SENTENCES[language]] == [
        sentence for sentence in sorted(SENTENCES[language], key=told.plain.find) if sentence
    ]


def test_a_program_gets_paths_and_values(ask: Ask, files: tuple[Path, Path]) -> None:
    """A record as its table, null for nothing."""
    changes = {each["path"]: (each["before"], each["after"]) for each in ask("diff", *files, "--json").json["changes"]}
    assert changes["budget.B1.amount"] == (1000.05, 1200)
    assert changes["budget.B2"] == ({"label": "Brochure", "unit_cost": 0.125, "quantity": 1000}, None)
    assert changes["objectives.O1.deadline"] == (None, "2027-12-31")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exit_status_says_whether_something_differs(ask: Ask, files: tuple[Path, Path], language: Language) -> None:
    """Asked for, 1 where something does; the same plan twice says so and is 0."""
    old, new = files
    assert ask("diff", old, new, "--exit-code", language=language).status == 1
    same = ask("diff", old, old, "--exit-code", language=language)
    assert (same.status, len(same.out.splitlines())) == (0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scenario_differs_from_its_plan(ask: Ask, tmp_path: Path, language: Language) -> None:
    """Of one plan: what the scenario makes of its lines, total first; a line left out comes to nothing."""
    plan = put(plan_of(PLAN), "scenarios.Z1.title", "Less")
    plan = put(put(plan, "scenarios.Z1.budget.B1.amount", "-10%"), "scenarios.Z1.budget.B2.excluded", True)
    file = tmp_path / "plan.toml"
    save(plan, file, None)
    told = ask("diff", file, "--scenario", "Z1", "--exit-code", language=language)
    assert told.status == 1
    lines = told.plain.splitlines()
    total = {"en": "Total excl. tax: €1,125.05 → €900.05 (−225.00)", "fr": "Total HT : 1 125,05 € → 900,05 € (−225,00)"}
    out = {
        "en": "B2 Brochure: unit cost 0.125 → 0 (−0.125)",
        "fr": "B2 Brochure : coût unitaire 0,125 → 0 (−0,125)",
    }
    assert lines[0] == total[language]
    assert out[language] in lines
    changes = {one["path"]: one["after"] for one in ask("diff", file, "--scenario", "Z1", "--json").json["changes"]}
    assert set(changes) == {"budget.B1.amount", "budget.B2.unit_cost"}


def test_two_plans_are_compared_as_a_scenario_sees_them(ask: Ask, tmp_path: Path) -> None:
    """What the scenario settles differs no more; an unknown scenario, and one plan without any, are refused."""
    old = put(plan_of(PLAN), "scenarios.Z1.budget.B2.quantity", Decimal(500))
    new = put(old, "budget.B2.quantity", Decimal(2000))
    for name, plan in (("old", old), ("new", new)):
        save(plan, tmp_path / f"{name}.toml", None)
    files = tmp_path / "old.toml", tmp_path / "new.toml"
    assert ask("diff", *files, "--exit-code").status == 1
    assert ask("diff", *files, "--exit-code", "--scenario", "Z1").status == 0
    assert ask("diff", *files, "--scenario", "Z2").status == 2
    assert ask("diff", files[0]).status == 2
