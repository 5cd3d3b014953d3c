"""`planmark rules`: what plans are checked by; one rule with its reason and the guidance about it."""

from guides.loader import section
from model.checks import RULES, Rule
from tui.cli.arguments import Arguments, nearest
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.guide import section_lines
from tui.cli.json_text import json_lines
from tui.cli.layout import headed, labelled, wrapped


def run(given: Arguments, console: Console) -> Answer:
    """Every rule, or the one named."""
    rules = [_rule(given.operands[0])] if given.operands else list(RULES.values())
    if given.wants_json:
        return Answer(json_lines([_object(rule, console) for rule in rules]))
    if given.operands:
        return Answer(tuple(_whole(rules[0], console)))
    return Answer(tuple(labelled([_row(rule, console) for rule in rules], console.width)))


def _row(rule: Rule, console: Console) -> tuple[str, str]:
    severity = console.words(f"cli.severity.{rule.severity}")
    return f"{rule.code}  {severity}", console.words(f"rules.{rule.code}.title")


def _rule(code: str) -> Rule:
    known = {name.lower(): rule for name, rule in RULES.items()}
    if code.lower() in known:
        return known[code.lower()]
    near = nearest(code, tuple(known)).upper()
    if near:
        raise RefusedError("cli.rules.near", code=code, near=near)
    raise RefusedError("cli.rules.unknown", code=code)


def _object(rule: Rule, console: Console) -> dict[str, str]:
    return {
        "code": rule.code,
        "severity": rule.severity,
        "family": rule.family,
        "sentence": console.words(f"rules.{rule.code}.title"),
        "why": console.words(f"rules.{rule.code}.why"),
        "guide": rule.guide,
    }


def _whole(rule: Rule, console: Console) -> list[str]:
    words = console.words
    title = words(f"rules.{rule.code}.title")
    facts = f"{words(f'cli.severity.{rule.severity}')}, {words(f'cli.family.{rule.family}')} ({rule.guide})"
    lines = [*headed(f"{rule.code}  {title}"), facts, "", *wrapped(words(f"rules.{rule.code}.why"), console.width)]
    told = section(words.language, rule.guide)
    return [*lines, "", *section_lines(told, console)] if told else lines
