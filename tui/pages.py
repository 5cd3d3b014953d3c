"""The steps of the method and the sections each of them shows, in order."""

from model.catalogue import sections
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.standing import STANDING, stands


@frozen
class Step:
    """A step: its command (and word), the key that opens it, its sections."""

    id: str
    key: str
    sections: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step("plan", "F10", ("plan", "team", "waivers")),
    Step(
        "diagnostic",
        "F2",
        (
            "diagnostic.market",
            "diagnostic.competitors",
            "diagnostic.offers",
            "segments",
            "diagnostic.pricing",
            "diagnostic.media",
            "diagnostic.channels",
            "diagnostic.swot",
            "diagnostic.pestel",
            "review",
        ),
    ),
    Step("objectives", "F3", ("objectives",)),
    Step("actions", "F4", ("actions",)),
    Step("budget", "F5", ("budget", "funding", "drivers", "scenarios")),
    Step("indicators", "F6", ("indicators", "corrections")),
    Step("master", "F12", ("decisions", "entities", "purchases", "orientation")),
)
BY_ID = {step.id: step for step in STEPS}


def has_screen(section: str) -> bool:
    """Whether some step shows a section; the others are reached by the command line."""
    return any(section in step.sections for step in STEPS)


def step_of(section: str) -> Step:
    """The step that shows a section."""
    return next((step for step in STEPS if section in step.sections), STEPS[0])


def section_of(path: str) -> str:
    """The section that a path lies in (`objectives.O1.deadline` → `objectives`)."""
    parts = path.split(".")
    for depth in (2, 1):
        section = ".".join(parts[:depth])
        if section in sections():
            return section
    return "plan"


def record_of(path: str) -> str:
    """The path of the record that a path lies in (`objectives.O1.deadline` → `objectives.O1`)."""
    section = section_of(path)
    if not sections()[section].is_table:
        return section
    return ".".join(path.split(".")[: section.count(".") + 2])


def is_there(plan: Plan, record: str) -> bool:
    """Whether a record can be gone to: the plan holds it, or it always stands in its section."""
    return stands(record) or read(plan, record) is not None


def count_in(plan: Plan, section: str) -> str:
    """How many records a section holds, `3/16` where they are always the same; empty where there is none."""
    held = len(read(plan, section)) if sections()[section].is_table else 0
    return f"{held}/{len(STANDING[section])}" if section in STANDING else str(held or "")
