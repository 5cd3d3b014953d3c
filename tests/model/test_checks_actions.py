"""Rules about actions."""

from tests.checking import paths

ACTIONS = """
[actions.A1]
status = "doing"
[actions.A2]
status = "done"
objectives = ["O1"]
owner = "T1"
start = 2027-03-01
end = 2027-03-31
depends_on = ["A3"]
[actions.A2.milestones.J1]
due = 2027-04-01
[actions.A2.milestones.J2]
due = 2027-03-31
[actions.A3]
start = 2027-01-01
end = 2027-03-02
[actions.A3.milestones.J3]
due = 2027-04-30
[actions.A3.milestones.J4]
due = 2027-04-30
done = 2027-05-01
[actions.A3.milestones.J5]
due = 2027-05-01
"""


def test_action_objectives() -> None:
    """ACT001: an action serves an objective."""
    assert paths("ACT001", ACTIONS) == {"actions.A1.objectives", "actions.A3.objectives"}


def test_action_owner() -> None:
    """ACT002: somebody is in charge of an action."""
    assert paths("ACT002", ACTIONS) == {"actions.A1.owner", "actions.A3.owner"}


def test_action_in_progress() -> None:
    """ACT003: an action in progress has milestones."""
    assert paths("ACT003", ACTIONS) == {"actions.A1.milestones"}


def test_milestone_after_the_end() -> None:
    """ACT004: a milestone is not due after its action's last day."""
    assert paths("ACT004", ACTIONS) == {"actions.A2.milestones.J1.due"} | {
        f"actions.A3.milestones.J{n}.due" for n in (3, 4, 5)
    }


def test_action_start() -> None:
    """ACT005: an action says when it starts."""
    assert paths("ACT005", ACTIONS) == {"actions.A1.start"}


def test_late_milestones() -> None:
    """ACT006: a milestone due before today is done, unless its action is over."""
    assert paths("ACT006", ACTIONS) == {"actions.A3.milestones.J3.done"}


def test_dependencies() -> None:
    """ACT007: an action does not start before one it depends on ends."""
    assert paths("ACT007", ACTIONS) == {"actions.A2.depends_on"}
    assert paths("ACT007", ACTIONS.replace("2027-03-02", "2027-03-01")) == set()
