"""The example plans: their money is the published money, and they follow the method through its five steps."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest

import model
from model.breakdowns import breakdown, total
from model.checks import check, completeness
from model.overlay import applied
from model.plan import Plan
from model.store.reading import loads
from model.store.writing import dumps

TCG: Final = "twin-cities-gateway"
ST: Final = "suisse-tourisme"
EVERY_DAY: Final = [
    date(1999, 1, 1),
    date(2020, 1, 1),
    date(2020, 6, 30),
    date(2021, 8, 1),
    date(2026, 6, 1),
    date(2150, 1, 1),
]

# Twin Cities Gateway, FY20 document, in the order of its table:
# 2016, 2017 and 2018 actual, 2019 projected, 2020 budget.
PUBLISHED: Final = {
    "Management contracts": (123784, 171504, 197920, 200000, 215000),
    "Other administrative costs": (22224, 28275, 12876, 25000, 20000),
    "Fiscal agent": (15000, 15000, 15000, 15000, 15000),
    "Organizational insurance": (1384, 0, 2777, 1450, 1500),
    "Organizational memberships": (1407, 2347, 4141, 3000, 3000),
    "Miscellaneous": (333, 333, 333, 350, 1500),
    "Website and social media": (37968, 28132, 33600, 50000, 35000),
    "Destination marketing": (327918, 435284, 493875, 450000, 420000),
    "Promotions and collateral materials": (19240, 17754, 31587, 35000, 35000),
    "Public and media relations": (0, 0, 0, 0, 0),
    "New venue and public facilities promotion": (20000, 0, 0, 20000, 0),
    "Member city grants": (101564, 99708, 101093, 100000, 95000),
    "Meeting and conference marketing": (57765, 77327, 61193, 80000, 50000),
    "Sports marketing": (126638, 122533, 134504, 150000, 145000),
    "Regional grant program": (19775, 15213, 14033, 30000, 15000),
}

Examples = Callable[[str], Plan]


def _bytes(name: str) -> bytes:
    return (Path(model.__file__).parent / "examples" / f"{name}.toml").read_bytes()


@pytest.fixture(scope="module")
def example() -> Examples:
    """The example plans by name, each read once."""
    plans = {name: loads(_bytes(name)) for name in (TCG, ST)}
    return plans.__getitem__


def _amounts(plan: Plan) -> dict[str, Decimal]:
    """Each line's figure by its label: the total of a plan that holds that line alone."""
    return {
        line.label or "": total(plan.replaced({"budget": {id_: line}})).excl_tax for id_, line in plan.budget.items()
    }


@pytest.mark.parametrize("name", [TCG, ST])
def test_saving_gives_the_same_bytes(name: str) -> None:
    """An example is a file as Planmark writes it: opening and saving changes nothing."""
    assert dumps(loads(_bytes(name))) == _bytes(name)


@pytest.mark.parametrize("today", EVERY_DAY)
@pytest.mark.parametrize("name", [TCG, ST])
def test_no_error_on_any_day(example: Examples, name: str, today: date) -> None:
    """Whenever an example is opened, nothing in it contradicts itself."""
    assert [finding for finding in check(example(name), today) if finding.severity == "error"] == []


@pytest.mark.parametrize("name", [TCG, ST])
def test_nothing_left_to_do_once_the_year_is_over(example: Examples, name: str) -> None:
    """After its year, an example leaves no finding but those waived with a reason."""
    assert [finding for finding in check(example(name), date(2026, 6, 1)) if not finding.waived] == []


def test_three_rules_are_waived(example: Examples) -> None:
    """One example shows what a waiver does: what the board decided knowingly, and a late milestone, stay on view."""
    waived = [(finding.code, finding.path) for finding in check(example(TCG), date(2026, 6, 1)) if finding.waived]
    assert waived == [
        ("FUN003", "plan.reserve"),
        ("ACT006", "actions.A9.milestones.J26.done"),
        ("FUN005", "funding.N1.amount"),
    ]


@pytest.mark.parametrize("name", [TCG, ST])
def test_complete_through_the_five_steps(example: Examples, name: str) -> None:
    """Each step of the method has everything that it asks for."""
    assert {step: done for step, (done, asked) in completeness(example(name)).items() if done < asked} == {}


def test_gateway_lines_are_the_published_budget(example: Examples) -> None:
    """Each line of Twin Cities Gateway is the published figure of 2020, whatever form its amount has."""
    assert _amounts(example(TCG)) == {label: figures[-1] for label, figures in PUBLISHED.items()}


def test_gateway_keeps_the_published_years(example: Examples) -> None:
    """The years before are the published ones: three of actual figures, and the projection of 2019."""
    kept: dict[str | None, object] = {
        line.label: (*(line.history[year] for year in ("2016", "2017", "2018")), line.last_year)
        for line in example(TCG).budget.values()
    }
    assert kept == {label: figures[:-1] for label, figures in PUBLISHED.items()}


def test_gateway_totals_are_the_published_totals(example: Examples) -> None:
    """The total is 1,051,000 to the cent: 256,000 to operate and 795,000 for marketing."""
    plan = example(TCG)
    kinds = {kind: money.excl_tax for kind, money in breakdown(plan, "category").items()}
    assert total(plan).excl_tax == Decimal("1051000.00") == plan.plan.ceiling
    assert kinds == {"Operating": Decimal("256000.00"), "Marketing": Decimal("795000.00")}


def test_gateway_funding_covers_the_budget(example: Examples) -> None:
    """Published revenues of 983,000 and 68,000 of the reserve pay for it exactly."""
    funding = example(TCG).funding.values()
    revenues = sum(source.amount or 0 for source in funding if source.kind != "carry_over")
    carried = sum(source.amount or 0 for source in funding if source.kind == "carry_over")
    assert (revenues, carried, revenues + carried) == (983_000, 68_000, 1_051_000)


def test_gateway_reserve_rolls_forward_above_its_floor(example: Examples) -> None:
    """The opening reserve less the deficit is the published closing one, above a quarter of spending."""
    sheet = example(TCG).plan
    assert sheet.reserve is not None
    closing = sheet.reserve - 68_000
    assert closing == 289_199
    assert sheet.reserve_floor == 25
    assert closing > Decimal("0.25") * 1_051_000


def test_gateway_web_readings_are_the_published_counts(example: Examples) -> None:
    """The web counts of 2015 and 2016 are kept as published; their growth is left to compute."""
    readings = {
        indicator.name: list(indicator.readings.values())
        for indicator in example(TCG).indicators.values()
        if "2015-12-31" in indicator.readings
    }
    assert readings == {
        "Website sessions": [132368, 202941],
        "Newsletter opt-ins": [3230, 9126],
        "Visits from social pages": [15467, 49536],
    }


def test_gateway_computed_readings_follow_from_the_table(example: Examples) -> None:
    """The operating share and the reserve ratio are those of the published table, rounded."""
    indicators = example(TCG).indicators
    spending = {"2016-12-31": 875_000, "2017-12-31": 1_013_410, "2018-12-31": 1_102_932, "2019-12-31": 1_159_800}
    operating = (164_132, 217_459, 233_047, 244_800)
    reserves = (678_622, 621_970, 532_974, 357_199)
    shares = [round(Decimal(100 * part) / whole, 2) for part, whole in zip(operating, spending.values(), strict=True)]
    ratios = [round(Decimal(100 * part) / whole, 1) for part, whole in zip(reserves, spending.values(), strict=True)]
    assert [indicators["K7"].readings[day] for day in spending] == shares
    assert [indicators["K6"].readings[day] for day in spending] == ratios


def test_suisse_tourisme_spends_the_envelope_as_published(example: Examples) -> None:
    """The envelope is CHF 18.498 m to the centime, 79 % of it across and nearby, 21 % far and for business."""
    plan = example(ST)
    groups = {group: money.excl_tax for group, money in breakdown(plan, "group").items()}
    assert total(plan).excl_tax == Decimal("18498000.00") == plan.plan.ceiling
    assert groups == {
        "Transversal et marchés proches": Decimal("14613420.00"),
        "Marchés lointains et affaires": Decimal("3884580.00"),
    }


def test_suisse_tourisme_funding_is_the_published_one(example: Examples) -> None:
    """13.5 federal, 2.5 own, 1.923 carried over and 0.575 moved within pay for it exactly."""
    amounts = [source.amount for source in example(ST).funding.values()]
    assert amounts == [13_500_000, 2_500_000, 1_923_000, 575_000]


def test_suisse_tourisme_spent_what_it_published(example: Examples) -> None:
    """17.369 m is spent, and the 1.129 m left over goes to the next year."""
    spent = sum(line.spent or 0 for line in example(ST).budget.values())
    assert (spent, 18_498_000 - spent) == (17_369_000, 1_129_000)


def test_suisse_tourisme_marks_what_is_not_published(example: Examples) -> None:
    """No amount by line was published, so each line says that it is approximate, and why."""
    lines = example(ST).budget.values()
    assert all(line.approximate and "Illustratif" in (line.note or "") for line in lines)


def test_suisse_tourisme_media_series_have_their_break(example: Examples) -> None:
    """Media contacts were redefined between 2019 and 2021: both parts are there, and the break between them."""
    contacts = example(ST).indicators["K3"]
    assert contacts.breaks == (date(2021, 1, 1),)
    assert contacts.readings == {
        "2016-12-31": Decimal("10.76"),
        "2017-12-31": Decimal("12.03"),
        "2018-12-31": Decimal("16.98"),
        "2019-12-31": Decimal("15.29"),
        "2021-12-31": Decimal("5.18"),
    }


def test_suisse_tourisme_top_results_stop_at_the_plan_year(example: Examples) -> None:
    """The published series of top results runs from 2016 to the plan's year, not beyond."""
    results = example(ST).indicators["K2"].readings
    assert list(results.values()) == [2196, 2484, 3125, 3651, 3048, 3562]
    assert max(results) == "2021-12-31"


@pytest.mark.parametrize("name", [TCG, ST])
def test_every_reading_says_where_it_comes_from(example: Examples, name: str) -> None:
    """A published figure without its source could not be trusted: each reading has a note."""
    for indicator in example(name).indicators.values():
        assert indicator.readings.keys() == indicator.reading_notes.keys()


@pytest.mark.parametrize("name", [TCG, ST])
def test_the_plan_looks_lived_in(example: Examples, name: str) -> None:
    """An example shows every part of the program: a tree, statuses, verdicts, corrections, formulas, a scenario."""
    plan = example(name)
    assert any(objective.parent for objective in plan.objectives.values())
    assert {action.status for action in plan.actions.values()} >= {"doing", "done", "dropped"}
    assert {past.verdict for past in plan.review.values()} == {"repeat", "correct", "drop"}
    assert {correction.decision for correction in plan.corrections.values()} == {"act", "accept"}
    assert any(isinstance(line.amount, str) for line in plan.budget.values())
    assert any(line.months for line in plan.budget.values())
    assert any(quote.chosen and quote.valid_until for line in plan.budget.values() for quote in line.quotes.values())
    assert all(2 <= len(action.milestones) <= 4 for action in plan.actions.values())
    assert len(plan.decisions) >= 3


@pytest.mark.parametrize(
    ("name", "scenario", "expected"),
    [(TCG, "tax_short", Decimal("957750.00")), (ST, "frontieres", Decimal("16488000.00"))],
)
def test_a_scenario_gives_its_total(example: Examples, name: str, scenario: str, expected: Decimal) -> None:
    """A scenario is computed from its few differences: the totals below were worked out by hand."""
    # 1,051,000 - 63,000 advertising - 10,000 meetings - 14,250 city grants - 6,000 regional grants;
    # 18,498,000 - 550,000 neighbours - 300,000 press trips - 920,000 overseas - 240,000 press work.
    assert total(applied(example(name), scenario)).excl_tax == expected


@pytest.mark.parametrize("name", [TCG, ST])
def test_titles_fit_a_column(example: Examples, name: str) -> None:
    """Titles, labels and SWOT items are short enough for a list."""
    plan = example(name)
    titles = [
        *(objective.title for objective in plan.objectives.values()),
        *(action.title for action in plan.actions.values()),
        *(line.label for line in plan.budget.values()),
        *(item.text for item in plan.diagnostic.swot.values()),
        *(indicator.name for indicator in plan.indicators.values()),
    ]
    assert [title for title in titles if not title or len(title) > 45] == []


@pytest.mark.parametrize("name", [TCG, ST])
def test_provenance_names_documents_not_addresses(name: str) -> None:
    """Sources are named by document and page title: addresses go stale."""
    assert re.findall(r"https?:|www\.", _bytes(name).decode()) == []


def test_french_typography() -> None:
    """French signs are never parted from their word: a narrow no-break space stands before or inside them."""
    # A unit may begin with its sign, and a relative change (-25%) is machine notation.
    text = re.sub(r'"%|"[-+][0-9.]+%"', "", _bytes(ST).decode())
    assert re.findall(r"(?:[^\u202f\u00a0][;!?%»]|[^\u202f\u00a0] *:(?=\s)|«[^\u202f\u00a0])", text) == []
