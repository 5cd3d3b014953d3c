"""Which reader reads which file: each kind of import stands here beside the others.

A kind is a line of `KINDS`, a mark in `recognition.py` by which its files are told, its name in `words/…/imports.py`
(`kind.NAME`), and a module, loaded when such a file comes, with

    source(plan: Plan, file: Path, reader: Reader) -> Source

where `reader` has the `words` of whoever asks and how they write `numbers`. A `Source` (`source.py`) gives

- `read(plan, answers) -> Returned` (`outcome.py`): the plan with what was read (build it with `model.incoming.received`
  and `model.edits.add`), what was `kept` out, `notes` to show; a `Note` is a key of the words and its values;
- where there is something to decide: `questions(answers)`, `targets(key, answers)`, `preview(answers)`,
  `facts(answers)`, `spread(answers)` and a `signature`, by which the answers are found again (`remembered.py`).

What refuses is `ImportRefusedError(key, file=…, …)`. The command line and the interface do all the rest.
"""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from model.plain import slotted
from model.plan import Plan
from model.trace.following import followed
from tui.formats.values import Reader
from tui.imports.outcome import Returned
from tui.imports.recognition import recognised
from tui.imports.refusing import ImportRefusedError
from tui.imports.remembered import recall, remember
from tui.imports.source import Answers, Source

KINDS: dict[str, str] = {
    "workbook": "tui.imports.workbook",
    "ledger": "tui.imports.ledger.source",
    "invoice": "tui.imports.invoices.opening",
    "dates": "tui.imports.dates",
    "readings": "tui.imports.readings.source",
    "json": "tui.imports.data.source",
    "csv": "tui.imports.lines_back.source",
    "quotes": "tui.imports.quotes.source",
    "lines": "tui.imports.lines.source",
}
"""The module of each kind."""
APART: dict[str, str] = {
    "ledger": "tui.imports.ledger.apart",
    "lines": "tui.imports.tables.apart",
    "quotes": "tui.imports.tables.apart",
}
"""The modules that read files of a kind in a process of their own (`tui.apart`), where those are large.

Besides `work` such a module has `is_large(file)`, `asked(file)` for the bytes that the work is given, and
`answered(bytes)` for what `source` takes as `read`.
"""
OF_FILE = "@"
"""How the key of a question begins that is about the file as a whole; one about a row of it has a space, `@row 12`."""
LIBRARIES: dict[str, str] = {"openpyxl": "openpyxl", "icalendar": "icalendar", "pypdf": "pypdf"}
"""What a kind may need that is not installed: the package by the name of its import."""


@slotted
class Opened:
    """A file that has been opened: its kind, what is understood of it, what was decided about it so far."""

    kind: str
    source: Source
    answers: dict[str, str]
    is_recalled: bool = False

    @property
    def has_questions(self) -> bool:
        """Whether there is something to decide."""
        return bool(self.source.questions(self.answers))

    def decide(self, key: str, value: str) -> None:
        """Answer a question; what follows from the answer is proposed anew."""
        self.answers[key] = value

    def decide_all(self, answers: Answers) -> None:
        """Answer several questions at once.

        Raises:
            ImportRefusedError: a question that this file does not ask, or a target that there is not.
        """
        kept = checked(self.source, {**self.answers, **answers})
        if missing := [key for key in answers if key not in kept]:
            known = ", ".join(question.key for question in self.source.questions(self.answers))
            raise ImportRefusedError("imports.no_question", of=missing[0], known=known)
        self.answers = kept

    def mapping(self) -> dict[str, str]:
        """What is worth keeping: every column with its answer; of what is about the file as a whole, what was decided.

        How this one file writes its numbers, which of its rows are totals, says nothing of the next one.
        """
        asked = self.source.questions(self.answers)
        return {
            question.key: question.target
            for question in asked
            if not question.key.startswith(OF_FILE) or (question.key in self.answers and " " not in question.key)
        }

    def read(self, plan: Plan) -> Returned:
        """What the file makes of the plan, links that follow a rewritten record included."""
        found = self.source.read(plan, self.answers)
        found.plan = followed(plan, found.plan)
        return found

    def remember(self) -> None:
        """Keep the mapping for the next file like this one; of which year its months are, that file says itself."""
        kept = {key: value for key, value in self.mapping().items() if not (key == "@months" and value)}
        remember(self.kind, self.source.signature, kept)


def apart(file: Path) -> ModuleType | None:
    """The module by which a file is to be read apart from whoever types; None where it is read at once.

    Raises:
        ImportRefusedError: there is no such file, or it cannot be opened.
    """
    name = APART.get(recognised(file))
    module = import_module(name) if name else None
    return module if module is not None and module.is_large(file) else None


def opened(
    plan: Plan, file: Path, reader: Reader, kind: str = "", mapping: Answers | None = None, read: object = None
) -> Opened:
    """A file, of its kind unless one is given, with the mapping that is given or else remembered.

    What was `read` of it apart is not read again.

    Raises:
        ImportRefusedError: nobody reads such files, this one cannot be read, or the mapping does not fit.
        ModuleNotFoundError: a library of `LIBRARIES` is missing.
    """
    if kind and kind not in KINDS:
        raise ImportRefusedError("imports.no_kind", kind=kind, known=", ".join(KINDS))
    found = recognised(file)
    kind = kind or found
    if kind not in KINDS:
        raise ImportRefusedError("imports.unknown", file=str(file), known=", ".join(KINDS))
    make, given = import_module(KINDS[kind]).source, (plan, file, reader)
    source: Source = make(*given) if read is None else make(*given, read)
    answers = _recalled(kind, source) if mapping is None else checked(source, mapping)
    return Opened(kind, source, answers, is_recalled=mapping is None and bool(answers))


def checked(source: Source, answers: Answers) -> dict[str, str]:
    """The answers that are about this file: those of a mapping may be about more.

    Raises:
        ImportRefusedError: a target that there is not.
    """
    kept: dict[str, str] = {}
    answers = source.spread(answers)
    for question in source.questions(answers):
        if question.key not in answers:
            continue
        known = [target.value for target in source.targets(question.key, answers)]
        if answers[question.key] not in known:
            raise ImportRefusedError(
                "imports.no_target", of=question.key, value=answers[question.key], known=", ".join(filter(None, known))
            )
        kept[question.key] = answers[question.key]
    return kept


def _recalled(kind: str, source: Source) -> dict[str, str]:
    """The answers of the last file like this one, as far as they still mean something."""
    answers = recall(kind, source.signature)
    for kept in (answers, {key: value for key, value in answers.items() if not key.startswith(OF_FILE)}):
        try:
            return checked(source, kept)
        except ImportRefusedError:
            continue
    return {}
