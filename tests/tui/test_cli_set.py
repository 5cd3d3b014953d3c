"""`planmark set` and `planmark new`: what is written, what is refused, and that a refusal writes nothing."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from model import examples
from model.fresh import fresh
from model.paths import read
from model.store.reading import load
from model.store.writing import dumps
from tests.commands import PLAN, Ask


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("plan.author", "Marie = moi", "Marie = moi"),
        ("plan.ceiling", "1234.50", Decimal("1234.5")),
        ("plan.start", "2027-02-01", date(2027, 2, 1)),
        ("plan.prices", "incl_tax", "incl_tax"),
        ("team.marie.authority", "true", True),
        ("actions.A1.priority", "2", 2),
        ("actions.A1.objectives", "O1, O2", ("O1", "O2")),
        ("actions.A1.milestones.J1.due", "2027-03-01", date(2027, 3, 1)),
        ("decisions.studies.options", "desk,field", ("desk", "field")),
        ("budget.B1.amount", "=12*350", "=12*350"),
        ("budget.B1.amount", "-500", Decimal(-500)),
        ("budget.B3.label", "Affiche", "Affiche"),
        ("budget.B1.shares.A1", "60", Decimal(60)),
        ("drivers.day_rate.value", "450", Decimal(450)),
        ("indicators.K1.breaks", "2027-06-30,2027-12-31", (date(2027, 6, 30), date(2027, 12, 31))),
        ("indicators.K1.readings.2027-01-31", "0", Decimal(0)),
        ("scenarios.prudent.budget.B2.quantity", "-10%", "-10%"),
        ("scenarios.prudent.budget.B2.unit_cost", "+500", "+500"),
        ("scenarios.prudent.actions.A1.delay", "2", 2),
        ("scenarios.prudent.actions.A1.scale", "80", Decimal(80)),
    ],
)
def test_a_field_is_edited(ask: Ask, plan_file: Path, path: str, text: str, value: object) -> None:
    """A value in machine notation becomes the field's own kind; a record that is not there is made."""
    told = ask("set", plan_file, f"{path}={text}", language="fr")
    assert (told.status, told.err) == (0, "")
    kept = read(load(plan_file).plan, path)
    assert (kept, type(kept)) == (value, type(value))


def test_only_the_changed_line_changes(ask: Ask, plan_file: Path) -> None:
    """The file afterwards differs by the edited field's line alone, and the answer is one line."""
    told = ask("set", plan_file, "objectives.O1.target=40")
    assert told.out == f"{plan_file} saved: objectives.O1.target.\n"
    assert plan_file.read_text() == PLAN.replace("target = 30", "target = 40")


def test_emptying(ask: Ask, plan_file: Path) -> None:
    """PATH= empties a field, a table's entry, a whole table, and takes a record away."""
    ask("set", plan_file, "budget.B1.months.2027-02=5", "budget.B1.months.2027-01=5", "budget.B1.amount=")
    assert list(load(plan_file).plan.budget["B1"].months) == ["2027-01", "2027-02"]
    ask("set", plan_file, "budget.B1.months.2027-01=")
    assert list(load(plan_file).plan.budget["B1"].months) == ["2027-02"]
    ask("set", plan_file, "budget.B1.months=", "actions.A1.objectives=", "budget.B2=")
    plan = load(plan_file).plan
    assert (plan.budget["B1"].months, plan.actions["A1"].objectives, list(plan.budget)) == ({}, (), ["B1"])


def test_set_and_undone_gives_the_same_bytes(ask: Ask, plan_file: Path) -> None:
    """A field set and emptied leaves the file as it was."""
    ask("set", plan_file, "plan.author=Marie")
    ask("set", plan_file, "plan.author=")
    assert plan_file.read_text() == PLAN


def test_nothing_to_change(ask: Ask, plan_file: Path) -> None:
    """The value that is there already changes nothing, and nothing is written."""
    before = plan_file.stat().st_mtime_ns
    told = ask("set", plan_file, "plan.title=Exemple", "plan.author=", "budget.B9.note=")
    assert (told.status, told.out) == (0, f"{plan_file}: nothing to change.\n")
    assert plan_file.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("assignment", "said"),
    [
        ("budget.B1.amout=3", "budget.B1.amout: amout is not known there; did you mean amount?"),
        ("bugdet.B1.amount=3", "bugdet is not known there; did you mean budget?"),
        ("budget.B1.amount=1 200", 'this cannot stand here: "1 200"; expected: a number, 1234.5, or a formula'),
        ("budget.B1.amount=1,5", "expected: a number, 1234.5"),
        ("budget.B1.tax_rate=NaN", "expected: a number"),
        ("plan.ceiling=99999999999999999999", "a number out of range"),
        ("plan.start=30/06/2027", "expected: a date, 2027-06-30"),
        ("plan.start=1066-10-14", "a date out of range"),
        ("plan.prices=ttc", "expected: one of excl_tax, incl_tax"),
        ("team.marie.authority=yes", "expected: true or false"),
        ("actions.A1.priority=9", "expected: a whole number from 1 to 5"),
        ("actions.A1.owner=Marie Curie", "expected: an id such as O1"),
        ("budget.B1.months.2027-13=3", "expected: a month, 2027-03"),
        ("indicators.K1.readings.juin=3", "expected: a date, 2027-06-30"),
        ("plan.title=\x1b[2J", "a text holds a character that a plan refuses"),
        ("scenarios.prudent.actions.A1.delay=2.5", "expected: a whole number"),
        ("actions.B1.title=x", "this id is taken"),
        ("objectives.1.title=x", "an id is a letter"),
        ("decisions.other.choice=x", "this cannot stand here"),
        ("budget.B1.months=3", "this is not a field that takes a value"),
        ("budget.B1=3", "this is not a field that takes a value"),
        ("budget.B9=", "no such record"),
        ("budget=", "no such place in a plan"),
        ("plan=", "this is not a field that takes a value"),
        ("budget.B1.unit_cost=3", "budget.B1: a line holds one form of amount: empty the others first"),
        ("budget.B2.months.2027-01=3", "budget.B2: a line holds one form of amount"),
    ],
)
def test_refusals_write_nothing(ask: Ask, plan_file: Path, assignment: str, said: str) -> None:
    """One edit that cannot stand refuses them all: one line says why, the file stays as it was."""
    told = ask("set", plan_file, "plan.author=Marie", assignment)
    (line,) = told.err.splitlines()
    assert (told.status, told.out) == (2, "")
    assert said in line
    assert plan_file.read_text() == PLAN


def test_the_form_of_amount_can_be_changed(ask: Ask, plan_file: Path) -> None:
    """Emptying one form and filling another in the same command is allowed."""
    assert ask("set", plan_file, "budget.B1.unit_cost=3", "budget.B1.amount=").status == 0


def test_a_line_with_two_forms_can_be_edited(ask: Ask, plan_file: Path) -> None:
    """Only making a line hold two forms is refused: one that holds them already can be edited and put right."""
    plan_file.write_text(PLAN.replace("amount = 1000.05", "amount = 1000.05\nunit_cost = 2"))
    assert ask("set", plan_file, "budget.B1.note=x", "budget.B2.note=y").status == 0
    assert ask("set", plan_file, "budget.B1.unit_cost=").status == 0


def test_comments_are_kept_beside(ask: Ask, plan_file: Path) -> None:
    """A file that held comments is kept as it was, and that is told."""
    plan_file.write_text(PLAN + "# mine\n")
    told = ask("set", plan_file, "plan.author=Marie")
    assert ".bak" in told.out
    assert plan_file.with_name("plan.toml.bak").read_text() == PLAN + "# mine\n"


def test_missing_file(ask: Ask, tmp_path: Path) -> None:
    """There must be a plan to edit."""
    told = ask("set", tmp_path / "none.toml", "plan.author=x", language="fr")
    assert (told.status, told.err) == (2, f"{tmp_path / 'none.toml'}: ce fichier n'existe pas\n")


def test_new_plan(ask: Ask, tmp_path: Path) -> None:
    """A new plan is titled as its file, for the coming year, in euros, in the interface's language."""
    file = tmp_path / "Mairies 2030.toml"
    assert ask("new", file, language="fr").status == 0
    assert load(file).plan == fresh("Mairies 2030", "fr")


def test_fresh_plan() -> None:
    """The default plan, to the letter of its file."""
    assert dumps(fresh("x\x1b", "en", date(2026, 12, 31))).decode() == (
        'format = 1\n\n[plan]\ntitle = "x"\nlanguage = "en"\nstart = 2027-01-01\nend = 2027-12-31\n'
        'currency = "EUR"\nprices = "excl_tax"\n'
    )


@pytest.mark.parametrize("source", [[], ["--example", "suisse-tourisme"]])
def test_new_never_overwrites(ask: Ask, plan_file: Path, source: list[str]) -> None:
    """A file that is there stays as it is."""
    told = ask("new", plan_file, *source)
    assert (told.status, told.err) == (2, f"{plan_file}: the file is there already; nothing was saved\n")
    assert plan_file.read_text() == PLAN


@pytest.mark.parametrize("name", examples.NAMES)
def test_new_example(ask: Ask, tmp_path: Path, name: str) -> None:
    """An example is written byte for byte."""
    assert ask("new", tmp_path / "e.toml", "--example", name).status == 0
    assert (tmp_path / "e.toml").read_bytes() == examples.text(name)


def test_new_from_template(ask: Ask, plan_file: Path, tmp_path: Path) -> None:
    """A template is copied whole but for its title, which is the new file's name."""
    assert ask("new", tmp_path / "autre.toml", "--from", plan_file).status == 0
    assert (tmp_path / "autre.toml").read_text() == PLAN.replace('"Exemple"', '"autre"')


def test_new_in_no_folder(ask: Ask, tmp_path: Path) -> None:
    """A folder that is not there is told, and not made."""
    told = ask("new", tmp_path / "none" / "p.toml")
    assert told.status == 2
    assert "there is no such folder; nothing was saved" in told.err
