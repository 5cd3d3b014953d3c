"""Rules about objectives."""

from tests.checking import paths


def test_deadline() -> None:
    """OBJ001: an objective has a deadline."""
    assert paths("OBJ001", "[objectives.O1]\n[objectives.O2]\ndeadline = 2027-06-30") == {"objectives.O1.deadline"}


MEASURES = """
[objectives.O1]
[objectives.O2]
metric = "m"
target = 0
[objectives.O3]
target_kind = "qualitative"
metric = "m"
[objectives.O4]
target_kind = "maintain"
metric = "m"
baseline = 410
"""


def test_measurable() -> None:
    """OBJ002: an objective has a metric and a target; 0 is a target, and so is a baseline to be maintained."""
    assert paths("OBJ002", MEASURES) == {"objectives.O1.metric", "objectives.O1.target"}


def test_qualitative() -> None:
    """OBJ003: what a qualitative objective lacks is a warning, not an error."""
    assert paths("OBJ003", MEASURES) == {"objectives.O3.target"}


def _target(objective: str, indicator: str) -> set[str]:
    head = '[objectives.O1]\nunit = "clients"\n'
    return paths("OBJ004", f'{head}{objective}\n[indicators.K1]\nobjective = "O1"\n{indicator}')


WORSE = {"objectives.O1.target"}


def test_target_against_baseline() -> None:
    """OBJ004: a target is worse than the baseline in its indicator's direction; as good is no worse."""
    assert _target("baseline = 100\ntarget = 90", 'direction = "up"') == WORSE
    assert _target("baseline = 100\ntarget = 100", 'direction = "up"') == set()
    assert _target("baseline = 100\ntarget = 90", 'direction = "down"') == set()
    assert _target("baseline = 100\ntarget = 110", 'direction = "down"') == WORSE
    assert _target("baseline = 100\ntarget = 90", "") == set()


def test_target_against_last_reading() -> None:
    """OBJ004: a target is worse than the last reading, whatever the order of the readings in the file."""
    readings = 'direction = "up"\n[indicators.K1.readings]\n2027-03-31 = 120\n2027-02-28 = 90'
    assert _target("baseline = 80\ntarget = 110", readings) == WORSE
    assert _target("baseline = 80\ntarget = 121", readings) == set()


def test_target_in_another_unit() -> None:
    """OBJ004: readings that count something else say nothing of the target."""
    readings = 'unit = "k€"\ndirection = "up"\n[indicators.K1.readings]\n2027-03-31 = 900'
    assert _target("baseline = 80\ntarget = 110", readings) == set()


def test_readings_before_a_break() -> None:
    """OBJ004: readings from before the series was redefined are not compared."""
    readings = 'direction = "up"\nbreaks = [2027-04-01]\n[indicators.K1.readings]\n2027-03-31 = 900'
    assert _target("baseline = 80\ntarget = 110", readings) == set()


def test_increases() -> None:
    """OBJ004: an increase is counted from the baseline: 100 + 10, then 100 + 10 %, against a reading of 105."""
    readings = 'direction = "up"\n[indicators.K1.readings]\n2027-03-31 = 105'
    assert _target('target_kind = "increase"\nbaseline = 100\ntarget = 10', readings) == set()
    assert _target('target_kind = "increase"\nbaseline = 100\ntarget = 4', readings) == WORSE
    assert _target('target_kind = "increase_percent"\nbaseline = 100\ntarget = 10', readings) == set()
    assert _target('target_kind = "increase_percent"\nbaseline = 100\ntarget = -1', readings) == WORSE


def test_ranges() -> None:
    """OBJ005: a range has two ends, the upper above the lower."""
    head = '[objectives.O1]\ntarget_kind = "range"\ntarget = 5\n'
    assert paths("OBJ005", head) == {"objectives.O1.target_high"}
    assert paths("OBJ005", head + "target_high = 4") == {"objectives.O1.target_high"}
    assert paths("OBJ005", head + "target_high = 6") == set()


def test_baseline() -> None:
    """OBJ006: an objective says where it starts from; a qualitative one need not."""
    text = '[objectives.O1]\n[objectives.O2]\nbaseline = 0\n[objectives.O3]\ntarget_kind = "qualitative"'
    assert paths("OBJ006", text) == {"objectives.O1.baseline"}


def test_no_objective() -> None:
    """OBJ007: a plan has objectives."""
    assert paths("OBJ007", "") == {"objectives"}
    assert paths("OBJ007", "[objectives.O1]") == set()
