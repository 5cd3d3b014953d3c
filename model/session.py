"""One sitting with one plan: its file, its history, what is unsaved, and texts typed that could not be applied yet."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model import edits
from model.history import History
from model.paths import read
from model.plan import Plan
from model.references import pointing_at


@dataclass(slots=True)
class Session:
    """The state behind the screens. `drafts` holds, by path, typed text that is not a value yet."""

    plan: Plan
    file: Path
    digest: str | None = None
    keep_original: bool = False
    saved: Plan | None = None
    history: History = field(default_factory=History)
    drafts: dict[str, str] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic

    @property
    def is_modified(self) -> bool:
        """Whether the plan differs from what the file holds."""
        return self.plan is not self.saved

    def edit(self, path: str, value: Any) -> bool:
        """Put a value at a path; whether the plan changed. Raises what `edits.put` raises."""
        return self._become(edits.put(self.plan, path, value), path, "edit")

    def add(self, table: str, after: str | None = None, id_: str | None = None, **values: Any) -> str:
        """A new record in a table; gives its id."""
        plan, new_id = edits.add(self.plan, table, after, id_, **values)
        self._become(plan, f"{table}.{new_id}", "add")
        return new_id

    def remove(self, path: str) -> tuple[str, ...]:
        """Remove a record or an entry; gives the paths of the fields that still name it."""
        self._become(edits.remove(self.plan, path), path, "remove")
        return pointing_at(self.plan, path.rsplit(".", 1)[-1])

    def move(self, path: str, by: int) -> bool:
        """Move a record within its table; whether it moved."""
        return self._become(edits.move(self.plan, path, by), path, "move")

    def replace(self, plan: Plan, path: str, kind: str) -> bool:
        """Take a plan made by several edits as one step."""
        return self._become(plan, path, kind)

    def undo(self) -> str | None:
        """Go back one step; the path of what changed, or None."""
        step = self.history.undo(self.plan)
        return self._go(step.before, step.path) if step else None

    def redo(self) -> str | None:
        """Go forward one step; the path of what changed, or None."""
        step = self.history.redo(self.plan)
        return self._go(step.before, step.path) if step else None

    def _go(self, plan: Plan, path: str) -> str:
        self.plan = plan
        self.drafts.pop(path, None)
        return path

    def _become(self, plan: Plan, path: str, kind: str) -> bool:
        if plan is self.plan:
            return False
        self.history.record(self.plan, path, kind, self.clock())
        self.plan = plan
        return True

    def has(self, path: str) -> bool:
        """Whether something stands at a path."""
        return read(self.plan, path) is not None
