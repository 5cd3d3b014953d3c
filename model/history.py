"""Undo and redo over whole plans: snapshots that share structure, one step per field or operation."""

from dataclasses import field

from model.plain import frozen, slotted
from model.plan import Plan

COALESCE_SECONDS = 4.0


@frozen
class Step:
    """The plan before a change, where the change was made, and what kind it was (`edit`, `add`, `remove`, `move`)."""

    before: Plan
    path: str
    kind: str


@slotted
class History:
    """What can be undone and redone. Typing in one field is one step until a checkpoint or a pause."""

    undone: list[Step] = field(default_factory=list)
    done: list[Step] = field(default_factory=list)
    _open: tuple[str, float] | None = None

    def record(self, before: Plan, path: str, kind: str, now: float) -> None:
        """Remember the plan as it was before a change; `now` is in seconds, from any fixed start."""
        self.undone.clear()
        continues = self._open is not None and self._open[0] == path and now - self._open[1] < COALESCE_SECONDS
        if not (kind == "edit" and continues):
            self.done.append(Step(before, path, kind))
        self._open = (path, now) if kind == "edit" else None

    def checkpoint(self) -> None:
        """The next change starts a step of its own."""
        self._open = None

    def undo(self, current: Plan) -> Step | None:
        """The step undone, whose `before` is the plan to go back to; None when there is none."""
        return self._swap(self.done, self.undone, current)

    def redo(self, current: Plan) -> Step | None:
        """The step redone; None when there is none."""
        return self._swap(self.undone, self.done, current)

    def _swap(self, source: list[Step], target: list[Step], current: Plan) -> Step | None:
        self.checkpoint()
        if not source:
            return None
        step = source.pop()
        target.append(Step(current, step.path, step.kind))
        return step
