"""A file from outside, read into the plan: what it means, then the difference, then taken as one step."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from model.differences import differences
from model.incoming import ArrivalRefusedError
from tui.dialogs.picker import Choice, Picker
from tui.dialogs.report import Deed
from tui.formats.dates import format_moment
from tui.imports.receiving import KINDS, LIBRARIES, Opened, apart, opened
from tui.imports.recognition import holds_invoices
from tui.imports.refusing import ImportRefusedError
from tui.reports import mapping
from tui.reports.importing import lines
from tui.screens.running.waiting import wait_for
from tui.sparing import bring_back
from tui.text import visible
from tui.widgets.pane import Row

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from tui.imports.outcome import Returned
    from tui.screens.workspace import Workspace

T = TypeVar("T")


ANOTHER = ""
SUFFIXES = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".tab", ".txt", ".xml", ".pdf", ".ics", ".json")
_MOST_OFFERED = 200


def ask(space: Workspace) -> None:
    """Which file: those beside the plan, the newest first, or another by its path."""
    words, folder = space.desk.words, space.desk.session.file.absolute().parent
    files = _files(folder)
    if not files:
        _ask_path(space, folder)
        return
    numbers = space.desk.words.language
    choices = [
        Choice(visible(file.name) + (os.sep if file.is_dir() else ""), str(file), format_moment(when, numbers))
        for file, when in files
    ]
    choices.append(Choice(words("imports.another"), ANOTHER))
    space.pick(
        words("imports.ask"),
        choices,
        lambda path: _open(space, path) if path else _ask_path(space, folder),
        choices[0].value,
    )
    if isinstance(space.dialog, Picker):
        space.dialog.is_searchable = True


def _files(folder: Path) -> list[tuple[Path, float]]:
    """The files of a folder that may be read, and its folders of invoices, with when they were last written."""
    try:
        found = [(file, file.stat().st_mtime) for file in folder.iterdir() if _is_offered(file)]
    except OSError:
        return []
    return sorted(found, key=lambda pair: -pair[1])[:_MOST_OFFERED]


def _is_offered(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES or holds_invoices(file)


def _ask_path(space: Workspace, folder: Path) -> None:
    space.question(space.desk.words("imports.ask"), partial(_open, space), f"{folder}{os.sep}", lambda: None)


def _open(space: Workspace, text: str, kind: str = "") -> None:
    """What the file means where that can be decided, else what it changes."""
    bring_back()
    file = Path(text.strip()).expanduser()
    if kind:
        _opened(space, file, lambda: None, kind)
        return
    elsewhere = _tried(space, file, lambda: (apart(file),))
    if elsewhere is None:
        return
    if (module := elsewhere[0]) is None:
        _opened(space, file, lambda: None)
    else:
        _read_apart(space, file, module)


def _read_apart(space: Workspace, file: Path, module: ModuleType) -> None:
    """A large file is read elsewhere; a report says so and takes the keys meanwhile, Escape gives it up."""
    sentence = space.desk.words("imports.reading", file=visible(file.name))
    if space.work is not None:
        space.work.tell("busy")
        return
    wait_for(space, sentence, module.__name__, module.asked(file), partial(_arrived, space, file, module))
    space.read(sentence, lambda _, width: [Row(width)], left=space.work.give_up if space.work else None)


def _arrived(space: Workspace, file: Path, module: ModuleType, answer: bytes) -> None:
    """What was read apart."""
    space.dialog = None
    _opened(space, file, lambda: module.answered(answer))


def _opened(space: Workspace, file: Path, read: Callable[[], object], kind: str = "") -> None:
    source = _tried(space, file, lambda: opened(space.desk.plan, file, space.desk.reader, kind, read=read()))
    if source is not None:
        (_show_mapping if source.has_questions else _show)(space, source, file)


def _tried(space: Workspace, file: Path, act: Callable[[], T]) -> T | None:
    """What it gives; where it is refused, the reason on the status line and None."""
    try:
        return act()
    except (ImportRefusedError, ArrivalRefusedError) as error:
        space.status_bar.tell(_refusal(space, file, error))
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        space.status_bar.tell(space.desk.words("imports.library", library=LIBRARIES[error.name]))
    return None


def _refusal(space: Workspace, file: Path, error: ImportRefusedError | ArrivalRefusedError) -> str:
    words = space.desk.words
    if isinstance(error, ImportRefusedError):
        return words(error.key, **{key: visible(value) for key, value in error.details.items()})
    from tui.cli.refusals import lines as sentences

    sheet, _, cell = error.arrival.origin.rpartition("!")
    reason = " ".join(sentences(error.reason, words))
    if not sheet:
        return words("imports.value_at", file=visible(file.name), place=visible(cell), reason=reason)
    return words("imports.value", file=visible(file.name), sheet=visible(sheet), cell=cell, reason=reason)


# --- what it means ----------------------------------------------------------------------------------------------


def _show_mapping(space: Workspace, source: Opened, file: Path, at: str = "") -> None:
    """A line for each column or account: Enter changes it, a key goes on to the difference."""
    words, change = space.desk.words, partial(_choose, space, source, file)
    deeds = {
        "enter": Deed(lambda: change(_current(space)), words("imports.mapping.change"), words("messages.enter")),
        "d": Deed(partial(_show, space, source, file), words("imports.mapping.go_on")),
        "k": Deed(partial(_choose_kind, space, source, file), words("imports.mapping.kind")),
    }
    named = f"imports.mapping.title.{source.kind}"
    title = words(named if words.has(named) else "imports.mapping.title", file=visible(file.name))
    space.go_through(title, partial(mapping.items, source), change, deeds).begin_at(at)


def _choose_kind(space: Workspace, source: Opened, file: Path) -> None:
    """The file as one of another kind: a table may be of lines, of quotes, of readings."""
    words = space.desk.words
    choices = [Choice(words(f"imports.kind.{kind}"), kind) for kind in KINDS]
    back = partial(_show_mapping, space, source, file)
    title = words("imports.mapping.as_kind", file=visible(file.name))
    space.pick(title, choices, lambda kind: _open(space, str(file), kind), source.kind, back)


def _current(space: Workspace) -> str:
    from tui.dialogs.listing import Listing

    item = space.dialog.item if isinstance(space.dialog, Listing) else None
    return item.path if item is not None else ""


def _choose(space: Workspace, source: Opened, file: Path, key: str) -> None:
    """What else a column can be."""
    targets = source.source.targets(key, source.answers)
    if not targets:
        return
    question = next(one for one in source.source.questions(source.answers) if one.key == key)
    choices = [Choice(target.label, target.value, target.note) for target in targets]
    back = partial(_show_mapping, space, source, file, key)
    space.pick(visible(question.label), choices, partial(_decide, space, source, file, key), question.target, back)
    if isinstance(space.dialog, Picker):
        space.dialog.is_searchable, space.dialog.own_note = True, question.own


def _decide(space: Workspace, source: Opened, file: Path, key: str, value: str) -> None:
    source.decide(key, value)
    _show_mapping(space, source, file, key)


# --- what it changes --------------------------------------------------------------------------------------------


def _show(space: Workspace, source: Opened, file: Path) -> None:
    """What the file would change, or why it cannot be read."""
    words, plan = space.desk.words, space.desk.plan
    found = _tried(space, file, lambda: source.read(plan))
    if found is None:
        return
    changes, name = differences(plan, found.plan), visible(file.name)
    if not changes and found.is_fine:
        space.dialog = None
        space.status_bar.tell(words("imports.nothing", file=name))
        return
    take = partial(_take, space, source, found, name, len(changes))
    deeds = {"enter": Deed(take, words("imports.take"), words("messages.enter"))} if changes else {}
    back = partial(_show_mapping, space, source, file) if source.has_questions else None
    space.read(words.count("imports.changes", len(changes), file=name), partial(lines, found, changes), deeds, back)


def _take(space: Workspace, source: Opened, found: Returned, name: str, number: int) -> None:
    """Take what was read about, as one step; the plan itself is then at work."""
    space.dialog = None
    source.remember()
    space.desk.session.replace(found.plan, "plan", "import")
    space.desk.session.asked_scenario = None
    space.show_section(space.section)
    space.changed()
    space.redraw()
    space.status_bar.tell(space.desk.words.count("imports.taken", number, file=name))
