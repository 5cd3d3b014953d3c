"""`planmark export`: the plan as what a client receives, in a file of its own."""

from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from model.plan import Plan
from model.store.problems import FileChangedError
from model.store.reading import load
from tui.cli.arguments import Arguments, UsageError, nearest
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.plans import seen_through
from tui.cli.progress import shown
from tui.cli.typed import day
from tui.exports.exporting import exported
from tui.exports.options import Options, Profile
from tui.exports.registry import FORMATS, Format, LibraryMissingError, format_called, format_of
from tui.exports.templates import TemplateRefusedError
from tui.text import visible
from tui.words import Language

FORCE, MACHINE = "--force", "--machine"


def run(given: Arguments, console: Console) -> Answer:
    """Write the export; where it is."""
    source = Path(given.operands[0])
    chosen = _format(given)
    plan = load(str(source)).plan
    seen_through(plan, given.options.get("--scenario"))
    file = _file(source, given.options.get("-o"), chosen)
    _refuse_plan(source, file)
    try:
        options = _options(given, plan, chosen, console)
        with shown(console.words("exports.working", file=visible(file.name))):
            exported(plan, chosen, options, file, overwrite=FORCE in given.flags)
    except FileChangedError:
        raise RefusedError("exports.is_there", file=str(file)) from None
    except TemplateRefusedError as error:
        raise RefusedError(f"exports.template.{error.reason}", file=str(error.file)) from None
    except LibraryMissingError as error:
        raise RefusedError("exports.missing", library=error.library) from None
    return Answer((console.words("exports.made", file=file),))


def _format(given: Arguments) -> Format:
    """As `--to` says, else as the ending of the file to write."""
    word, out = given.options.get("--to"), given.options.get("-o")
    if word is not None:
        if (chosen := format_called(word)) is None:
            known = nearest(word, tuple(FORMATS)) or ", ".join(FORMATS)
            raise UsageError("value", "export", option="--to", word=word, known=known)
        return chosen
    if out is None:
        raise UsageError("too_few", "export")
    if (chosen := format_of(Path(out))) is None:
        raise RefusedError("exports.no_format", file=out, known="|".join(FORMATS))
    return chosen


def _file(source: Path, out: str | None, chosen: Format) -> Path:
    """The file asked for; in a folder, or beside the plan, under the plan's name."""
    if out is None:
        return source.with_suffix(chosen.suffix)
    return Path(out) / f"{source.stem}{chosen.suffix}" if Path(out).is_dir() else Path(out)


def _refuse_plan(source: Path, file: Path) -> None:
    if file.exists() and file.samefile(source):
        raise RefusedError("exports.is_plan", file=str(file))


def _options(given: Arguments, plan: Plan, chosen: Format, console: Console) -> Options:
    """What was asked for; unasked, the language is the plan's own."""
    profile = given.options.get("--profile", chosen.profile)
    if profile not in get_args(Profile):
        known = nearest(profile, get_args(Profile)) or ", ".join(get_args(Profile))
        raise UsageError("value", "export", option="--profile", word=profile, known=known)
    template = given.options.get("--template")
    if template is not None and not chosen.template:
        raise RefusedError("exports.template.not_taken", format=chosen.name)
    options = Options(
        _language(plan, console),
        cast("Profile", profile),
        given.options.get("--scenario"),
        None if template is None else Path(template),
        MACHINE in given.flags,
    )
    if (text := given.options.get("--today")) is None:
        return options
    if (today := day(text)) is None:
        raise UsageError("date", "export", option="--today", word=text)
    return replace(options, today=today)


def _language(plan: Plan, console: Console) -> Language:
    return console.words.language if console.asked else plan.plan.language or console.words.language
