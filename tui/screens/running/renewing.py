"""The year's end: a verdict for each action, then next year's plan in a file of its own."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from model.renewal.renewing import Renewal, renewed
from model.renewal.years import label_of, later, later_end, renamed
from model.store.problems import FileChangedError, PlanUnusableError, SaveFailedError
from model.store.saving import save
from tui.dialogs.listing import Listing
from tui.dialogs.picker import Choice
from tui.dialogs.report import Deed
from tui.formats.renewal import PlanTeller
from tui.reports.renewal import items, made
from tui.screens.running import keeping
from tui.text import visible

if TYPE_CHECKING:
    from model.plan import Plan
    from tui.screens.workspace import Workspace

VERDICTS = {"r": "repeat", "c": "correct", "d": "drop"}
SUFFIX = ".toml"


def walk(space: Workspace, at: int = 0) -> None:
    """The actions to go through, from the line `at` on."""
    words = space.desk.words
    deeds = {
        key: Deed(partial(_judge, space, verdict), words(f"choices.actions.verdict.{verdict}"))
        for key, verdict in VERDICTS.items()
    }
    deeds["l"] = Deed(partial(_ask_lesson, space), words("renewal.lesson"))
    deeds["n"] = Deed(partial(_ask_file, space), words("renewal.make"))
    listing = space.go_through(words("renewal.title"), items, space.go_to, deeds)
    listing.at = at


def _judge(space: Workspace, verdict: str) -> None:
    """The verdict for the action one stands on; the same key again takes it back."""
    if (id_ := _current(space)) is None:
        return
    path, given = f"actions.{id_}.verdict", space.desk.plan.actions[id_].verdict
    space.desk.session.history.checkpoint()
    space.desk.session.edit(path, None if given == verdict else verdict)
    space.changed()


def _current(space: Workspace) -> str | None:
    item = space.dialog.item if isinstance(space.dialog, Listing) else None
    return item.id if item is not None else None


def _ask_lesson(space: Workspace) -> None:
    """What the year taught about the action, on a line; the listing is there again after it."""
    id_ = _current(space)
    if id_ is None or not isinstance(space.dialog, Listing):
        return
    back = partial(walk, space, space.dialog.at)
    lesson = space.desk.plan.actions[id_].lesson or ""
    name = visible(f"{id_} {space.desk.plan.actions[id_].title or ''}".strip())
    title = space.desk.words("renewal.lesson_question", name=name)
    space.question(title, partial(_learn, space, id_, back), lesson, back)


def _learn(space: Workspace, id_: str, back: partial[None], lesson: str) -> None:
    space.desk.session.history.checkpoint()
    space.desk.session.edit(f"actions.{id_}.lesson", lesson)
    space.changed()
    back()


# --- the file ---------------------------------------------------------------------------------------------------


def _ask_file(space: Workspace) -> None:
    """The name of the new file, the next year's proposed."""
    if not isinstance(space.dialog, Listing):
        return
    back = partial(walk, space, space.dialog.at)
    plan, file = space.desk.plan, space.desk.session.file
    space.question(space.desk.words("renewal.file_question"), partial(_make, space, back), _next_name(plan, file), back)


def _next_name(plan: Plan, file: Path) -> str:
    """The file's name with its year a year later; with the new year where it has none; one that is free."""
    stem = renamed(file.stem, plan.plan) or file.stem
    if stem == file.stem:
        sheet = plan.plan.replaced({"start": later(plan.plan.start), "end": later_end(plan.plan.end)})
        stem = f"{file.stem}-{label_of(sheet) or 2}"
    name, number = f"{stem}{file.suffix}", 2
    while os.path.lexists(file.with_name(name)):
        name, number = f"{stem}-{number}{file.suffix}", number + 1
    return name


def _make(space: Workspace, back: partial[None], name: str) -> None:
    """Write the new plan where nothing is yet; what became of what is then read."""
    desk = space.desk
    typed = Path(name if name.endswith(SUFFIX) else name + SUFFIX).expanduser()
    file = desk.session.file.parent / typed
    renewal = renewed(desk.plan, PlanTeller.of(desk.plan, desk.words.language))
    try:
        save(renewal.plan, file, None)
    except FileChangedError:
        back()
        space.status_bar.tell(desk.words("renewal.is_there", file=visible(typed.name)))
    except (SaveFailedError, PlanUnusableError) as failure:
        back()
        space.tell("not_saved", reason=keeping.reason(space, failure, file))
    else:
        _read(space, renewal, file)


def _read(space: Workspace, renewal: Renewal, file: Path) -> None:
    words = space.desk.words
    deeds = {"enter": Deed(partial(_ask_open, space, file), words("renewal.open"), words("messages.enter"))}
    space.read(words("renewal.made", file=visible(file.name)), partial(made, renewal), deeds)


def _ask_open(space: Workspace, file: Path) -> None:
    """Go on with the new plan; what is unsaved of this one is asked about."""
    space.dialog = None
    if space.desk.session.has_unsaved:
        answers = ("quit_save", "quit_discard", "cancel")
        choices = [Choice(space.desk.words(f"messages.{name}"), name) for name in answers]
        space.ask("quit_title", choices, partial(_open, space, file))
    else:
        _open(space, file, "")


def _open(space: Workspace, file: Path, answer: str) -> None:
    space.desk.session.is_given_up = answer == "quit_discard"
    if answer in ("", "quit_discard") or (answer == "quit_save" and keeping.saved(space)):
        space.desk.session.release_lock()
        space.machine.open(file)
