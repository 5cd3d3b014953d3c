"""The two example plans through a whole year, by the model: typed in, read, corrected, judged, renewed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from model.breakdowns import total
from model.catalogue import sections
from model.checks import check
from model.checks.progress import completeness
from model.edits import put
from model.paths import read
from model.plan import Plan
from model.renewal.renewing import Renewal, renewed
from model.steering.correcting import asks_decision, corrected, score_of
from model.steering.state import state_of
from model.store.reading import loads
from model.store.writing import dumps
from tests.renewal import Figures
from tests.year import YEARS, Year, entries

BY_NAME = pytest.mark.parametrize("year", YEARS, ids=lambda year: year.name)


def _errors(plan: Plan, today: date) -> list[str]:
    return [f"{found.code} {found.path}" for found in check(plan, today) if found.severity == "error"]


@BY_NAME
def test_from_the_diagnostic_to_the_indicators(year: Year) -> None:
    """Typed field by field, the example is there byte for byte, step after step complete as the year can be."""
    wanted, plan = year.start, Plan()
    for section in sections():
        before = completeness(plan)
        for path, value in entries(wanted, section):
            plan = put(plan, path, value)
        after = completeness(plan)
        assert all(after[step][0] >= before[step][0] for step in after), "nothing typed takes anything away"
    plan = plan.replaced({"links": wanted.links})
    assert dumps(plan) == dumps(wanted)
    assert completeness(plan) == completeness(wanted)
    assert _errors(plan, wanted.plan.start or date.min) == []


def _read_until(plan: Plan, year: Year, last: date, after: date = date.min) -> Plan:
    for day, value in year.readings.items():
        if after < date.fromisoformat(day) <= last:
            plan = put(plan, f"indicators.{year.indicator}.readings.{day}", Decimal(value))
    return plan


def _corrected(year: Year) -> tuple[Plan, str, str]:
    plan = _read_until(year.start, year, year.gap)
    state = state_of(plan, year.indicator, year.corrected)
    plan, correction, action = corrected(plan, state, year.corrected, year.cause, title=year.title)
    assert action is not None
    return put(plan, f"actions.{action}.owner", year.owner), correction, action


@BY_NAME
def test_a_gap_is_seen_corrected_and_scored(year: Year) -> None:
    """On the path, then off; a decision is asked for until it is taken; the next reading says whether it helped."""
    before = _read_until(year.start, year, year.gap - timedelta(days=20))
    assert not state_of(before, year.indicator, year.gap - timedelta(days=20)).is_red
    gap = _read_until(before, year, year.gap)
    state = state_of(gap, year.indicator, year.corrected)
    assert state.status == "off"
    assert asks_decision(gap, state, year.corrected)
    plan, correction, action = _corrected(year)
    assert not asks_decision(plan, state_of(plan, year.indicator, year.corrected), year.corrected)
    assert read(plan, f"actions.{action}.from") == correction
    assert score_of(plan, correction, year.corrected) == "waiting"
    later = year.gap + timedelta(days=31)
    assert score_of(_read_until(plan, year, later, year.gap), correction, later) == "better"


def _closed(year: Year) -> Plan:
    """The plan on its last day: read to the end, spent, judged."""
    plan, _, action = _corrected(year)
    plan = _read_until(plan, year, date.max, year.gap)
    for id_, spent in year.spent.items():
        plan = put(put(plan, f"budget.{id_}.spent", spent), f"budget.{id_}.status", "paid")
    for id_, verdict in {**year.verdicts, action: "repeat"}.items():
        plan = put(plan, f"actions.{id_}.verdict", verdict)
    return plan


def _renewal(year: Year) -> Renewal:
    return renewed(_closed(year), Figures())


@BY_NAME
def test_the_target_is_reached_in_the_end(year: Year) -> None:
    """After the correction the path is kept to the due date."""
    plan = _closed(year)
    state = state_of(plan, year.indicator, plan.plan.end or date.max)
    assert (state.status, state.is_red) == ("done", False)


@BY_NAME
def test_the_year_becomes_next_years_review(year: Year) -> None:
    """Every action of the year, the one made on the way too, with what was read; the verdicts that were given."""
    old, new = _closed(year), _renewal(year).plan
    assert len(new.review) == len(old.actions)
    by_action = {past.action: past for past in new.review.values()}
    assert by_action[year.title].verdict == "repeat"
    figure = state_of(old, year.indicator, old.plan.end or date.max).last
    assert figure is not None
    served = [
        action for action in old.actions.values() if old.indicators[year.indicator].objective in action.objectives
    ]
    assert served
    assert all(f"={figure.figure:f}" in (by_action[action.title].obtained or "") for action in served)


@BY_NAME
def test_next_year_begins_where_this_one_ended(year: Year) -> None:
    """No error; last year's spend; the baseline read; nothing done, spent or corrected yet; a year later."""
    old, new = _closed(year), _renewal(year).plan
    start = new.plan.start
    assert start is not None
    assert start.year == (old.plan.start or start).year + 1
    assert _errors(new, start) == []
    dropped = {id_ for id_, verdict in year.verdicts.items() if verdict == "drop"}
    assert dropped.isdisjoint(new.actions)
    for id_, spent in year.spent.items():
        line = new.budget.get(id_)
        assert line is None or line.last_year == spent
    assert {action.status for action in new.actions.values()} == {"planned"}
    assert not any(step.done for action in new.actions.values() for step in action.milestones.values())
    objective = old.indicators[year.indicator].objective
    reading = state_of(old, year.indicator, date(start.year - 1, 12, 31)).last
    assert reading is not None
    assert new.objectives[objective or ""].baseline == reading.figure
    assert loads(dumps(new)) == new


@BY_NAME
def test_the_second_year_is_steered_as_the_first(year: Year) -> None:
    """A new target, and the first reading of the new year stands against its own path, not last year's figures."""
    new = _renewal(year).plan
    start = new.plan.start or date.min
    assert state_of(new, year.indicator, start).is_late is False
    low = new.objectives[new.indicators[year.indicator].objective or ""].baseline or Decimal(0)
    new = put(new, f"indicators.{year.indicator}.target", low * 2)
    new = put(new, f"objectives.{new.indicators[year.indicator].objective}.target", low * 2)
    day = date(start.year, 1, 31)
    on_path = put(new, f"indicators.{year.indicator}.readings.{day}", low + low / 12 if low > 100 else low / 6)
    assert not state_of(on_path, year.indicator, day).is_red
    assert state_of(put(new, f"indicators.{year.indicator}.readings.{day}", Decimal(1)), year.indicator, day).is_red


@BY_NAME
def test_renewed_twice_the_spend_is_kept_by_year(year: Year) -> None:
    """Two years later the history has both, and the total of a year without change is the same."""
    once = _renewal(year).plan
    twice = renewed(once, Figures()).plan
    label = str((once.plan.start or date.min).year)
    kept = [id_ for id_ in twice.budget if once.budget[id_].last_year is not None]
    assert kept
    assert all(label in twice.budget[id_].history for id_ in kept)
    assert total(twice) == total(once)
