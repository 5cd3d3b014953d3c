"""`planmark check`: what plans do not follow of the method."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from model.checks import SEVERITIES, Finding, check
from model.store.problems import PlanUnusableError
from model.store.reading import load
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console
from tui.cli.json_text import json_lines
from tui.cli.refusals import lines
from tui.cli.typed import day
from tui.formats.findings import finding_sentence

# Nobody reads further, and a broken file can have thousands; a program gets them all.
MOST_TOLD = 100


def run(given: Arguments, console: Console) -> Answer:
    """The findings of each file, and 1 when one of them is an error; 2 when a file is unusable, the others checked."""
    today = _today(given.options.get("--today"))
    found: list[tuple[str, tuple[Finding, ...]]] = []
    complaints: list[str] = []
    for file in given.operands:
        try:
            found.append((file, check(load(file).plan, today)))
        except PlanUnusableError as error:
            complaints += lines(error, console.words)
    said = _json(found, console) if given.wants_json else _text(found, console)
    return Answer(said, 2 if complaints else _status(found), tuple(complaints))


def _today(text: str | None) -> date | None:
    if text is None:
        return None
    if (today := day(text)) is None:
        raise UsageError("date", "check", option="--today", word=text)
    return today


def _status(found: Sequence[tuple[str, tuple[Finding, ...]]]) -> int:
    return int(any(one.severity == "error" and not one.waived for _, findings in found for one in findings))


def _json(found: Sequence[tuple[str, tuple[Finding, ...]]], console: Console) -> tuple[str, ...]:
    return json_lines([_object(file, finding, console) for file, findings in found for finding in findings])


def _object(file: str, finding: Finding, console: Console) -> dict[str, Any]:
    return {
        "file": file,
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.path,
        "message": finding_sentence(finding, console.words, console.numbers),
        "guide": finding.guide,
        "waived": finding.waived,
    }


def _text(found: Sequence[tuple[str, tuple[Finding, ...]]], console: Console) -> tuple[str, ...]:
    """A line for each finding, the most serious of a file first, then how many there are."""
    said: list[str] = []
    for file, findings in found:
        ranked = sorted(findings, key=lambda one: (one.waived, SEVERITIES.index(one.severity)))
        said += [_line(file, finding, console) for finding in ranked[:MOST_TOLD]]
        if len(ranked) > MOST_TOLD:
            said.append(f"{file}: {console.words('cli.count.more', n=len(ranked) - MOST_TOLD)}")
        said.append(f"{file}: {_count(findings, console)}")
    return tuple(said)


def _line(file: str, finding: Finding, console: Console) -> str:
    words = console.words
    severity = words("cli.severity.waived" if finding.waived else f"cli.severity.{finding.severity}")
    sentence = finding_sentence(finding, words, console.numbers)
    return f"{file}: {severity} {finding.code} {finding.path}  {sentence}"


def _count(findings: Sequence[Finding], console: Console) -> str:
    kinds = ["waived" if finding.waived else finding.severity for finding in findings]
    counts = [
        console.words.count(f"cli.count.{kind}", kinds.count(kind)) for kind in (*SEVERITIES, "waived") if kind in kinds
    ]
    return ", ".join(counts) or console.words("cli.count.none")
