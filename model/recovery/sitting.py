"""A sitting as it stands at one moment: the plan, what can be undone, and what is being typed where."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from model.history import Step
from model.plain import frozen
from model.plan import Plan


@frozen
class Typed:
    """A text under the cursor. `kind` says where: `form`, `cell`, `delay`, `scale` or `prompt`.

    `cells` are the cells that an entry of the grid is for, or the section and ids that a lever is for. An entry is in
    the plan only once it is kept; what is typed in a form is in the plan already, or among the drafts.
    """

    kind: str
    text: str
    cursor: int
    cells: tuple[tuple[str, ...], ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether the text is nowhere else."""
        return self.kind != "form" and bool(self.text)


@frozen
class Place:
    """Where one is: the section, its record, the field or column in it, the scenario at work, the text under way."""

    section: str = "plan"
    record: str = ""
    field: str = ""
    part: str = ""
    scenario: str | None = None
    typed: Typed | None = None
    is_in_form: bool = True

    @property
    def path(self) -> str:
        """The path of the field, the cell, the record or the section where one is."""
        if self.is_in_form:
            return self.field or self.record or self.section
        if not self.record or not self.field or self.typed is None or self.typed.kind != "cell":
            return self.record or self.section
        return f"{self.record}.months.{self.field}" if self.field[:1].isdigit() else f"{self.record}.{self.field}"


@frozen
class Sitting:
    """Everything that a sitting would lose if it ended now, and nothing that is changed in place.

    `saved` is the version that the file holds, whose bytes `digest` names; None when there is no file yet. `former` are
    the journals of the sittings that it goes on from.
    """

    file: Path
    plan: Plan
    saved: Plan | None = None
    digest: str | None = None
    keep_original: bool = False
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    place: Place = Place()
    former: tuple[Path, ...] = ()

    @property
    def has_unsaved(self) -> bool:
        """Whether something is nowhere but here: a change, a text that is no value yet."""
        return self.plan is not self.saved or any(self.drafts.values()) or self._is_typing

    @property
    def is_worth_keeping(self) -> bool:
        """Whether there is anything to keep: something unsaved, or something to undo."""
        return self.has_unsaved or bool(self.done or self.undone)

    @property
    def _is_typing(self) -> bool:
        return self.place.typed is not None and self.place.typed.is_entry

    @property
    def half_typed(self) -> dict[str, str]:
        """The texts that are in no plan, by the path of what they are for."""
        texts = {path.split("#")[0]: text for path, text in self.drafts.items() if text}
        typed = self.place.typed
        if typed is not None and typed.is_entry:
            texts[self.place.path] = typed.text
        return texts
