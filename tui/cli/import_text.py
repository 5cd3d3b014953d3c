"""What `planmark import` answers: what was understood of the file, then what it changes."""

from model.differences import FieldChange, differences
from model.plan import Plan
from model.record import Record
from model.store.writing import document
from tui.cli.arguments import Arguments
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.layout import cells, wrapped
from tui.formats.differences import Teller
from tui.formats.values import Reader
from tui.imports.outcome import Kept, Returned
from tui.imports.receiving import Opened
from tui.imports.telling import sentences
from tui.text import visible

TOLD = ("@sheet", "@header", "@separator", "@encoding")
"""Questions whose answers the facts tell already."""
_GAP = 2
_WIDEST = 28


def answer(
    opened: Opened, before: Plan, found: Returned, given: Arguments, console: Console, *, is_saved: bool
) -> Answer:
    """All of it, for people or for a program; 1 when something was not taken or does not agree."""
    changes = differences(before, found.plan)
    tell = _for_program if given.wants_json else _for_people
    return Answer(tell(opened, before, found, changes, given, console, is_saved), 0 if found.is_fine else 1)


def _for_program(
    opened: Opened,
    _before: Plan,
    found: Returned,
    changes: tuple[FieldChange, ...],
    given: Arguments,
    console: Console,
    is_saved: bool,
) -> tuple[str, ...]:
    words = console.words
    notes = (*opened.source.facts(opened.answers), *found.notes)
    return json_lines(
        {
            "file": given.operands[0],
            "kind": opened.kind,
            "saved": is_saved,
            "mapping": opened.mapping(),
            "notes": [note.as_json(words) for note in notes],
            "changes": [
                {"path": one.path, "before": _plain(one.before), "after": _plain(one.after)} for one in changes
            ],
            "kept": [
                {
                    "path": one.path,
                    "cell": one.cell,
                    "value": one.value,
                    **({"why": one.why.as_json(words)} if one.why else {}),
                }
                for one in found.kept
            ],
        }
    )


def _plain(value: object) -> object:
    return document(value) if isinstance(value, Record) else value


def _for_people(
    opened: Opened,
    before: Plan,
    found: Returned,
    changes: tuple[FieldChange, ...],
    given: Arguments,
    console: Console,
    is_saved: bool,
) -> tuple[str, ...]:
    file, words = given.operands[0], console.words
    lines = _understood(opened, console)
    for note in found.notes:
        lines += wrapped(("! " if note.is_trouble else "") + note.told(words), console.width)
    teller = Teller(before, found.plan, Reader.of(words, console.numbers, found.plan))
    lines.append(words.count("imports.changes", len(changes), file=file))
    for _, sentence in sentences(teller, changes):
        lines += wrapped(sentence, console.width, "  ", "    ")
    lines += _kept(found.kept, teller, console)
    if changes:
        lines.append(words("imports.saved" if is_saved else "imports.not_saved", file=file))
    return tuple(lines)


def _kept(kept: list[Kept], teller: Teller, console: Console) -> list[str]:
    """What was not taken, with the reasons that there are."""
    lines: list[str] = []
    for title, group in (
        ("imports.kept", [one for one in kept if one.why is None]),
        ("imports.left", [one for one in kept if one.why is not None]),
    ):
        if group:
            lines.append(console.words(title))
        for one in group:
            lines += wrapped(kept_text(one, teller, console), console.width, "  ", "    ")
    return lines


def kept_text(one: Kept, teller: Teller, console: Console) -> str:
    """`Budget!C7: B3 Catering: amount`, or its place, its value and why."""
    why = one.why.told(console.words) if one.why else teller.field(one.path)
    return console.words("imports.kept_line", place=one.cell, why=why)


def _understood(opened: Opened, console: Console) -> list[str]:
    """Facts, the mapping, the first rows; nothing of a file that has nothing to decide."""
    words, source, answers = console.words, opened.source, opened.answers
    lines: list[str] = []
    for fact in source.facts(answers):
        lines += wrapped(fact.told(words), console.width)
    if opened.is_recalled:
        lines.append(words("imports.recalled"))
    rows: list[tuple[str, ...]] = []
    for question in source.questions(answers):
        if question.key in TOLD:
            continue
        targets = {target.value: target.label for target in source.targets(question.key, answers)}
        rows.append((question.label, targets.get(question.target, question.target), question.sample))
    lines += _columns(rows, console.width)
    preview = source.preview(answers)
    if preview.rows:
        lines += [
            "",
            preview.title or words("imports.first_rows"),
            *_columns([preview.head, *preview.rows], console.width),
            "",
        ]
    return lines


def _columns(rows: list[tuple[str, ...]], width: int) -> list[str]:
    """Rows of cells in columns, cut at the width."""
    cleaned = [[visible(cell) for cell in row] for row in rows]
    if not cleaned:
        return []
    widths = [max(map(cells, column)) for column in zip(*cleaned, strict=True)]
    rooms = [*(min(one, _WIDEST) for one in widths[:-1]), widths[-1]]
    return ["  " + _fitted(_row(row, rooms).rstrip(), width - 2).rstrip() for row in cleaned]


def _row(row: list[str], rooms: list[int]) -> str:
    return (" " * _GAP).join(_fitted(cell, room) for cell, room in zip(row, rooms, strict=True))


def _fitted(text: str, room: int) -> str:
    if cells(text) <= room:
        return text + " " * (room - cells(text))
    while cells(text) >= room:
        text = text[:-1]
    return text + "…" + " " * (room - cells(text) - 1)
