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
from model.recovery.sitting import Place, Sitting
from model.references import pointing_at
from model.store.files import digest_of, read_bytes
from model.store.reading import load
from model.store.saving import save


@dataclass(slots=True)
class Session:
    """The state behind the screens. `drafts` holds, by path, typed text that is not a value yet.

    `former` are the journals of the sittings that this one goes on from; `is_given_up` once it was left unsaved on
    purpose.
    """

    plan: Plan
    file: Path
    digest: str | None = None
    keep_original: bool = False
    saved: Plan | None = None
    history: History = field(default_factory=History)
    drafts: dict[str, str] = field(default_factory=dict)
    asked_scenario: str | None = None
    former: tuple[Path, ...] = ()
    is_given_up: bool = False
    clock: Callable[[], float] = time.monotonic

    @property
    def scenario(self) -> str | None:
        """The scenario that budget edits go to; None while the plan itself is at work, or when it has gone."""
        return self.asked_scenario if self.asked_scenario in self.plan.scenarios else None

    @property
    def seen(self) -> Plan:
        """The plan as the active scenario sees it."""
        return self.seen_in(self.plan)

    def seen_in(self, plan: Plan) -> Plan:
        """Another version of the plan as the active scenario sees it."""
        if self.asked_scenario not in plan.scenarios:
            return plan
        # Scenarios are loaded when one is at work.
        from model.overlay import applied

        return applied(plan, self.asked_scenario)

    @property
    def is_modified(self) -> bool:
        """Whether the plan differs from what the file holds."""
        return self.plan is not self.saved

    @property
    def has_unsaved(self) -> bool:
        """Whether leaving now would lose something: a change, or a text that is no value yet."""
        return self.is_modified or self.has_drafts

    @property
    def has_drafts(self) -> bool:
        """Whether some typed text could not be applied yet."""
        return any(self.drafts.values())

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
        self._forget_drafts(path)
        return pointing_at(self.plan, path.rsplit(".", 1)[-1])

    def _forget_drafts(self, path: str) -> None:
        """What was half typed in a record that has gone must not turn up in the next one of its id."""
        for draft in [draft for draft in self.drafts if draft.startswith(path + ".")]:
            del self.drafts[draft]

    def move(self, path: str, by: int) -> bool:
        """Move a record within its table; whether it moved."""
        return self._become(edits.move(self.plan, path, by), path, "move")

    def replace(self, plan: Plan, path: str, kind: str) -> bool:
        """Take a plan made by several edits as one step."""
        return self._become(plan, path, kind)

    def put_entry(self, table: str, old_key: str, key: str, value: Any, notes: str = "", note: Any = None) -> bool:
        """Put a row of a table (a date and its reading), with the note that goes with it in `notes`, as one step."""
        plan = edits.put_entry(self.plan, table, old_key, key, value)
        if notes:
            plan = edits.remove(plan, f"{notes}.{old_key}") if old_key and old_key != key else plan
            plan = (
                edits.put_entry(plan, notes, "", key, note)
                if note is not None
                else edits.remove(plan, f"{notes}.{key}")
            )
        return self._become(plan, f"{table}.{key}", "entry")

    def remove_entry(self, path: str, companions: list[str]) -> None:
        """Remove a row of a table, with the notes that go with it, as one step."""
        plan = edits.remove(self.plan, path)
        for companion in companions:
            plan = edits.remove(plan, companion)
        self._become(plan, path, "remove")

    def rename(self, path: str, new_id: str) -> str:
        """Give a record another id, everywhere; gives its new path. Raises what `edits.rename` raises."""
        renamed = f"{path.rsplit('.', 1)[0]}.{new_id}"
        self._become(edits.rename(self.plan, path, new_id), renamed, "rename")
        return renamed

    def save(self, *, overwrite: bool = False) -> None:
        """Write the plan to its file; `overwrite` takes the place of a file that changed, kept beside it.

        Raises:
            FileChangedError: the file is no longer what was read.
            SaveFailedError: the disk said no; the file is as it was.
        """
        expected = digest_of(read_bytes(self.file)) if overwrite else self.digest
        self.digest = save(self.plan, self.file, expected, keep_original=self.keep_original or overwrite)
        self.saved, self.keep_original = self.plan, False
        self.history.checkpoint()

    def reload(self) -> None:
        """Take the file's version, as one step that can be undone. Raises what `store.load` raises."""
        loaded = load(self.file)
        self._become(loaded.plan, "plan", "reload")
        self.saved, self.digest = loaded.plan, loaded.digest
        self.drafts.clear()

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

    def sitting(self, place: Place) -> Sitting:
        """All that would be lost if the program ended now."""
        history = self.history
        done, undone, drafts = tuple(history.done), tuple(history.undone), dict(self.drafts)
        kept = self.keep_original
        return Sitting(self.file, self.plan, self.saved, self.digest, kept, done, undone, drafts, place, self.former)

    def resume(self, sitting: Sitting, former: Path) -> None:
        """Go on where a sitting stopped, whose journal goes once this sitting has one; the file is this session's."""
        self.plan, self.saved, self.digest = sitting.plan, sitting.saved, sitting.digest
        self.keep_original = sitting.keep_original or self.keep_original
        self.history = History(list(sitting.undone), list(sitting.done))
        self.drafts = dict(sitting.drafts)
        self.former = (*self.former, former)

    def has(self, path: str) -> bool:
        """Whether something stands at a path."""
        return read(self.plan, path) is not None
