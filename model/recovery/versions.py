"""The versions of a plan that a journal holds: which number each has, and what to write for one that has none yet."""

from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Any

from model.history import Step
from model.plain import slotted
from model.plan import Plan
from model.recovery.encoding import from_changes
from model.recovery.patch import patch
from model.recovery.sitting import Place, Sitting

_SPARE = 64


def lineage(sitting: Sitting, done: int = 0, undone: int = 0) -> Iterator[Plan]:
    """The versions of a sitting, each next to the one that it differs least from, the oldest first.

    Of both stacks only what stands after `done` and `undone` steps.
    """
    yield from (step.before for step in sitting.done[done:])
    yield sitting.plan
    yield from (step.before for step in reversed(sitting.undone[undone:]))
    if sitting.saved is not None:
        yield sitting.saved


@slotted
class Versions:
    """Numbers of the versions written so far; the plans are held, so that their identities stay theirs."""

    numbers: dict[int, tuple[Plan, int]] = field(default_factory=dict)
    count: int = 0

    def number(self, plan: Plan) -> int:
        """The number of a version that is written."""
        return self.numbers[id(plan)][1]

    def has(self, plan: Plan) -> bool:
        """Whether a version is written."""
        return id(plan) in self.numbers

    def add(self, plan: Plan) -> None:
        """Give the next number."""
        self.numbers[id(plan)] = plan, self.count
        self.count += 1

    def written(self, plans: Iterable[Plan], near: Plan) -> list[Any]:
        """What to write for those that have no number yet: each as the difference from one that has."""
        lines = []
        for plan in plans:
            if not self.has(plan):
                lines.append([self.number(near), from_changes(patch(near, plan))])
                self.add(plan)
            near = plan
        return lines

    def forget(self, sitting: Sitting, *others: Plan) -> None:
        """Let go of versions that nothing leads back to any more, once they are many."""
        if len(self.numbers) > 2 * (len(sitting.done) + len(sitting.undone)) + _SPARE:
            kept = {id(plan) for plan in (*lineage(sitting), *others)}
            self.numbers = {key: value for key, value in self.numbers.items() if key in kept}


def shared(old: tuple[Step, ...], new: tuple[Step, ...]) -> int:
    """How many steps both stacks begin with."""
    # What lies below a step of a stack never changes, so the first that is the same will do, from the top.
    length = min(len(old), len(new))
    while length and old[length - 1] is not new[length - 1]:
        length -= 1
    return length


def state(sitting: Sitting, former: Sitting | None, versions: Versions, when: float) -> dict[str, Any]:
    """Where a sitting stands, the stacks as what they keep of the former one's and what comes on top."""
    return {
        "plan": versions.number(sitting.plan),
        "saved": None if sitting.saved is None else versions.number(sitting.saved),
        "digest": sitting.digest,
        "keep": sitting.keep_original,
        "done": _stack(sitting.done, former.done if former else (), versions),
        "undone": _stack(sitting.undone, former.undone if former else (), versions),
        "drafts": [*sitting.drafts.items()],
        "place": _place(sitting.place),
        "unsaved": sitting.has_unsaved,
        "when": when,
    }


def _stack(steps: tuple[Step, ...], former: tuple[Step, ...], versions: Versions) -> list[Any]:
    kept = shared(former, steps)
    return [kept, [[versions.number(step.before), step.path, step.kind] for step in steps[kept:]]]


def _place(place: Place) -> list[Any]:
    typed = place.typed
    under = None if typed is None else [typed.kind, typed.text, typed.cursor, typed.cells]
    return [place.section, place.record, place.field, place.part, place.scenario, place.is_in_form, under]
