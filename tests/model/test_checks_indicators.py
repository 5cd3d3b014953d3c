"""Rules about indicators and corrections."""

from tests.checking import paths

INDICATORS = """
[objectives.O1]
[objectives.O2]
[indicators.K1]
objective = "O1"
owner = "T1"
[indicators.K1.readings]
2027-03-31 = 12
2027-01-31 = 10
2027-02-28 = 10.0
[indicators.K2]
action = "A1"
frequency = "monthly"
[indicators.K2.readings]
2027-01-31 = 10
2027-02-28 = 11
2027-03-31 = 10
2027-05-02 = 9
[indicators.K3]
[corrections.X1]
decision = "act"
[corrections.X2]
decision = "accept"
[corrections.X3]
decision = "act"
action = "A1"
"""


def test_objective_measured() -> None:
    """IND001: an indicator measures each objective."""
    assert paths("IND001", INDICATORS) == {"objectives.O2"}


def test_readings_alike() -> None:
    """IND002: two readings in a row, by date, are exactly alike."""
    assert paths("IND002", INDICATORS) == {"indicators.K1"}


def test_indicator_read() -> None:
    """IND003: an indicator has an owner and a rhythm."""
    assert paths("IND003", INDICATORS) == {
        "indicators.K1.frequency",
        "indicators.K2.owner",
        "indicators.K3.owner",
        "indicators.K3.frequency",
    }


def test_future_readings() -> None:
    """IND004: a reading is of a day gone by, or of today."""
    assert paths("IND004", INDICATORS) == {"indicators.K2.readings.2027-05-02"}


def test_indicator_of_nothing() -> None:
    """IND005: an indicator follows from an objective or an action."""
    assert paths("IND005", INDICATORS) == {"indicators.K3.objective"}


def test_correction_without_action() -> None:
    """IND006: a decision to act names an action."""
    assert paths("IND006", INDICATORS) == {"corrections.X1.action"}
