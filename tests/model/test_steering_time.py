"""Actions in time and the load of people: dates, waits, lateness, scenarios; days that add up."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from model.steering.load import loads
from model.steering.timeline import timeline
from tests.checking import plan_of

PLAN = """
format = 1
[plan]
start = 2027-01-01
end = 2027-12-31
[team.marie]
name = "Marie"
days = 24
[team.paul]
name = "Paul"
[actions.A1]
title = "Fair"
start = 2027-02-01
end = 2027-05-31
status = "doing"
[actions.A1.milestones.J2]
title = "Follow-up"
due = 2027-04-15
[actions.A1.milestones.J1]
title = "Stand"
due = 2027-02-15
done = 2027-02-20
[actions.A1.effort]
marie = 12
[actions.A2]
title = "Campaign"
start = 2027-05-01
status = "planned"
depends_on = ["A1", "A9"]
[actions.A2.effort]
marie = 16
ghost = 2
[actions.A3]
title = "Site"
status = "dropped"
[actions.A3.effort]
marie = 100
[scenarios.late]
title = "Late"
[scenarios.late.actions.A1]
delay = 2
[scenarios.late.actions.A2]
excluded = true
"""
MAY = date(2027, 5, 10)


def whole(*figures: Decimal | None) -> list[int | None]:
    """Figures that are whole, as integers."""
    assert all(figure is None or figure == int(figure) for figure in figures)
    return [None if figure is None else int(figure) for figure in figures]


def test_each_action_runs_from_its_start_to_its_end() -> None:
    """One without an end goes on to the plan's; milestones stand in order of their days, the late ones told."""
    bars = {bar.id: bar for bar in timeline(plan_of(PLAN), MAY)}
    assert (bars["A1"].start, bars["A1"].end, bars["A1"].is_ongoing) == (date(2027, 2, 1), date(2027, 5, 31), False)
    assert (bars["A2"].end, bars["A2"].is_ongoing) == (date(2027, 12, 31), True)
    assert [(stone.id, stone.is_late) for stone in bars["A1"].stones] == [("J1", False), ("J2", True)]


def test_what_an_action_waits_for_is_crossed_when_it_ends_too_late() -> None:
    """A2 starts before A1 ends; an id that names no action is no wait."""
    waits = timeline(plan_of(PLAN), MAY)[1].waits
    assert [(wait.id, wait.is_crossed) for wait in waits] == [("A1", True)]


def test_an_action_is_late_by_its_dates_and_its_status() -> None:
    """Planned and to have begun; not over and to be so; never once done or dropped."""
    late = [[bar.lateness for bar in timeline(plan_of(PLAN), day)] for day in (date(2027, 4, 1), date(2027, 6, 1))]
    assert late == [[None, None, None], ["overdue", "unstarted", None]]


def test_a_scenario_moves_and_leaves_out() -> None:
    """The start in the plan is still known; milestones go with their action."""
    bars = timeline(plan_of(PLAN), MAY, "late")
    assert (bars[0].start, bars[0].was) == (date(2027, 4, 1), date(2027, 2, 1))
    assert bars[0].stones[1].due == date(2027, 6, 15)
    assert (bars[1].is_left_out, bars[1].lateness) == (True, None)


def test_days_are_spread_over_the_months_of_the_action() -> None:
    """12 over four months, 16 over eight: three, five, then two a month; two a month are there."""
    marie, paul, ghost = loads(plan_of(PLAN))
    assert whole(marie.total, marie.available, marie.by_month, marie.excess) == [28, 24, 2, 4]
    assert [str(marie.months[f"2027-{month:02d}"]) for month in (2, 4, 5, 6, 12)] == ["3", "3", "5", "2", "2"]
    assert marie.full == ("2027-02", "2027-03", "2027-04", "2027-05")
    assert marie.actions == {"A1": 12, "A2": 16}
    assert (whole(paul.total, paul.available), paul.full) == ([0, None], ())
    assert (ghost.person, whole(ghost.total)) == ("ghost", [2])


def test_a_scenario_moves_the_load_too() -> None:
    """April to July; what is left out is no work."""
    marie = loads(plan_of(PLAN), "late")[0]
    assert list(marie.months) == ["2027-04", "2027-05", "2027-06", "2027-07"]
    assert whole(marie.total, marie.excess) == [12, 0]


@given(
    st.lists(
        st.tuples(st.decimals(0, 400, places=2), st.dates(date(2027, 1, 1), date(2028, 6, 30)), st.integers(0, 500)),
        min_size=1,
        max_size=5,
    )
)
def test_the_months_add_up_to_the_days_of_effort(actions: list[tuple[Decimal, date, int]]) -> None:
    """No day is lost or made, whatever the dates; each action's months are those its days touch."""
    text, whole = PLAN.partition("[actions.A1]")[0], Decimal(0)
    touched = set()
    for at, (days, start, length) in enumerate(actions, 1):
        end = date.fromordinal(start.toordinal() + length)
        text += f'[actions.A{at}]\ntitle = "A"\nstart = {start}\nend = {end}\neffort = {{ marie = {days} }}\n'
        whole += days
        touched |= {date.fromordinal(day).isoformat()[:7] for day in range(start.toordinal(), end.toordinal() + 1)}
    marie = loads(plan_of(text))[0]
    assert marie.total == whole
    assert set(marie.months) == touched
    assert abs(sum(map(Fraction, marie.months.values())) - Fraction(whole)) < Fraction(1, 10_000)
