"""`planmark import`: what comes back from outside, shown as a difference, and taken with `--yes`."""

from pathlib import Path

from model.edits import EditRefusedError
from model.incoming import ArrivalRefusedError
from model.plan import Plan
from model.store.reading import load
from model.store.saving import save
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.holding import held
from tui.cli.import_text import answer
from tui.cli.progress import shown
from tui.formats.values import Reader
from tui.imports.outcome import Returned
from tui.imports.receiving import LIBRARIES, Opened, opened
from tui.imports.refusing import ImportRefusedError
from tui.imports.remembered import mapping_text, read_mapping
from tui.text import visible

YES, KIND, MAP, MAPPING, SAVE_MAPPING = "--yes", "--as", "--map", "--mapping", "--save-mapping"


def run(given: Arguments, console: Console) -> Answer:
    """The difference that a file makes; with `--yes`, the plan saved with it."""
    file = given.operands[0]
    if YES not in given.flags:
        plan = load(file).plan
        source, found = _received(plan, given, console)
        return answer(source, plan, found, given, console, is_saved=False)
    with held(file, given, console):
        loaded = load(file)
        source, found = _received(loaded.plan, given, console)
        is_new = found.plan is not loaded.plan
        if is_new:
            save(found.plan, Path(file), loaded.digest, keep_original=loaded.keeps_original)
        source.remember()
        return answer(source, loaded.plan, found, given, console, is_saved=is_new)


def _received(plan: Plan, given: Arguments, console: Console) -> tuple[Opened, Returned]:
    """The file opened, and what it makes of the plan.

    Raises:
        RefusedError: it cannot be read.
    """
    try:
        with shown(console.words("imports.reading", file=visible(Path(given.operands[1]).name))):
            source = _opened(plan, given, console)
            return source, source.read(plan)
    except ImportRefusedError as error:
        raise RefusedError(error.key, **error.details) from None
    except ArrivalRefusedError as error:
        raise _refused(error, given.operands[1], console) from None
    except ModuleNotFoundError as error:
        if error.name not in LIBRARIES:
            raise
        raise RefusedError("imports.library", library=LIBRARIES[error.name]) from None


def _opened(plan: Plan, given: Arguments, console: Console) -> Opened:
    """The file, with its mapping kept where that is asked for."""
    reader, mapping = Reader.of(console.words, console.numbers, plan), given.options.get(MAPPING)
    answers = None if mapping is None else read_mapping(Path(mapping))
    source = opened(plan, Path(given.operands[1]), reader, given.options.get(KIND, ""), answers)
    if (pairs := given.options.get(MAP)) is not None:
        source.decide_all(dict(_pair(pair) for pair in pairs.split("\n")))
    if (out := given.options.get(SAVE_MAPPING)) is not None:
        _keep_mapping(source, Path(out))
    return source


def _pair(text: str) -> tuple[str, str]:
    """A column and what it is: `Montant HT=amount_excl`, with nothing behind the sign to leave it out."""
    name, sign, target = text.rpartition("=")
    if not sign:
        raise UsageError("map", "import", option=MAP, word=text)
    return name.strip(), target.strip()


def _keep_mapping(source: Opened, out: Path) -> None:
    """Write the mapping, over another mapping but over nothing else."""
    from model.store.outputs import keep

    if out.exists():
        read_mapping(out)
    keep(mapping_text(source.kind, source.mapping()).encode(), out, overwrite=out.exists())


def _refused(error: ArrivalRefusedError, source: str, console: Console) -> RefusedError:
    from tui.cli.refusals import lines

    sheet, _, cell = error.arrival.origin.rpartition("!")
    reason = " ".join(lines(error.reason, console.words))
    assert isinstance(error.reason, EditRefusedError | LookupError)  # noqa: S101 - what `received` says it refuses with
    if not sheet:
        return RefusedError("imports.value_at", file=source, place=cell, reason=reason)
    return RefusedError("imports.value", file=source, sheet=sheet, cell=cell, reason=reason)
