"""An export by keys: its format, for whom, in which language, into which file; the plan as it stands, saved or not."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from model.store.problems import FileChangedError, SaveFailedError
from tui.dialogs.picker import Choice
from tui.screens.running import keeping
from tui.screens.running.waiting import wait_for
from tui.sparing import bring_back
from tui.text import visible
from tui.words import LANGUAGES, Words

if TYPE_CHECKING:
    from tui.exports.options import Options
    from tui.exports.registry import Format
    from tui.screens.workspace import Workspace


_SMALL = 400
"""A plan of at most so many budget lines is written as text before anybody notices."""

_MOST_TEMPLATES = 20


def ask_format(space: Workspace) -> None:
    """Which format; what it is good for stands beside it."""
    from tui.exports.registry import FORMATS

    words = space.desk.words
    choices = [Choice(words(f"exports.about.{name}"), name, name) for name in FORMATS]
    space.pick(words("exports.which_format"), choices, partial(_ask_profile, space))


def _ask_profile(space: Workspace, name: str) -> None:
    """For whom; what the format is mostly for comes first."""
    from tui.exports.options import PROFILES
    from tui.exports.registry import FORMATS

    words, chosen = space.desk.words, FORMATS[name]
    order = sorted(PROFILES, key=lambda profile: profile != chosen.profile)
    choices = [Choice(words(f"exports.profile.{profile}"), profile) for profile in order]
    space.pick(words("exports.which_profile"), choices, partial(_ask_language, space, chosen))


def _ask_language(space: Workspace, chosen: Format, profile: str) -> None:
    """In which language; the plan's own comes first."""
    words = space.desk.words
    own = space.desk.plan.plan.language or words.language
    order = sorted(LANGUAGES, key=lambda language: language != own)
    choices = [Choice(words(f"choices.plan.language.{language}"), language) for language in order]
    space.pick(words("exports.which_language"), choices, partial(_ask_template, space, chosen, profile))


def _ask_template(space: Workspace, chosen: Format, profile: str, language: str) -> None:
    """Into which template of the house, where one stands beside the plan."""
    found = _templates(space.desk.session.file.parent, chosen.template)
    if not found:
        _ask_file(space, chosen, profile, language, "")
        return
    words = space.desk.words
    choices = [*(Choice(visible(one.name), str(one)) for one in found), Choice(words("exports.no_template"), "")]
    space.pick(words("exports.which_template"), choices, partial(_ask_file, space, chosen, profile, language))


def _templates(folder: Path, suffix: str) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if suffix and one.suffix.lower() == suffix)[:_MOST_TEMPLATES]
    except OSError:
        return []


def _ask_file(space: Workspace, chosen: Format, profile: str, language: str, template: str) -> None:
    """Into which file, beside the plan unless a folder is typed."""
    from tui.exports.options import PROFILES, Options

    desk = space.desk
    options = Options(
        next(known for known in LANGUAGES if known == language),
        next(known for known in PROFILES if known == profile),
        desk.session.scenario,
        Path(template) if template else None,
    )
    name = desk.session.file.with_suffix(chosen.suffix).name
    space.question(desk.words("exports.which_file"), partial(_export, space, chosen, options), name)


def _export(space: Workspace, chosen: Format, options: Options, name: str) -> None:
    """Write it beside the plan, or where a folder was typed; an ending that is left out is added."""
    typed = Path(name if Path(name).suffix else name + chosen.suffix).expanduser()
    file = space.desk.session.file.parent / typed
    _write(space, chosen, options, file)


def _write(space: Workspace, chosen: Format, options: Options, file: Path, *, overwrite: bool = False) -> None:
    """The bytes are made elsewhere where that takes a while; the file is written here, whole or not at all."""
    from tui.exports import apart

    tell, words = space.status_bar.tell, space.desk.words
    if file.exists() and space.desk.session.file.exists() and file.samefile(space.desk.session.file):
        tell(words("exports.is_plan", file=visible(file.name)))
        return
    if not overwrite and os.path.lexists(file):
        _ask_overwrite(space, chosen, options, file)
        return
    done = partial(_keep, space, file, overwrite)
    if not chosen.packages and len(space.desk.plan.budget) <= _SMALL:
        bring_back()
        done(apart.answer(space.desk.plan, chosen, options))
    else:
        sentence = words("exports.working", file=visible(file.name))
        wait_for(space, sentence, apart.__name__, apart.asked(space.desk.plan, chosen, options), done)


def _keep(space: Workspace, file: Path, overwrite: bool, answer: bytes) -> None:
    """Write the file; where it is, or which library is missing."""
    from model.store.outputs import keep
    from tui.exports.apart import made
    from tui.exports.registry import LibraryMissingError
    from tui.exports.templates import TemplateRefusedError

    tell, words = space.status_bar.tell, space.desk.words
    try:
        keep(made(answer), file, overwrite=overwrite)
    except LibraryMissingError as error:
        tell(words("exports.missing", library=error.library))
    except TemplateRefusedError as error:
        tell(words(f"exports.template.{error.reason}", file=visible(error.file.name)))
    except FileChangedError:  # it has come there meanwhile
        tell(words("exports.is_there", file=visible(str(file))))
    except SaveFailedError as failure:
        space.tell("not_saved", reason=keeping.reason(space, failure, file))
    else:
        tell(words("exports.made", file=visible(str(file))))


def _ask_overwrite(space: Workspace, chosen: Format, options: Options, file: Path) -> None:
    words: Words = space.desk.words
    choices = [Choice(words(f"exports.overwrite.{answer}"), answer) for answer in ("no", "yes")]
    title = words("exports.overwrite", file=visible(file.name))
    space.pick(title, choices, partial(_answered, space, chosen, options, file))


def _answered(space: Workspace, chosen: Format, options: Options, file: Path, answer: str) -> None:
    if answer == "yes":
        _write(space, chosen, options, file, overwrite=True)
