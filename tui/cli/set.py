"""`planmark set`: fields edited without a screen, all of them or none, saved as the interface saves."""

from pathlib import Path

from model.checks.budget import forms
from model.edits import EditRefusedError, change_at, put, put_entry, remove
from model.paths import Place, locate, read
from model.plan import Plan
from model.store.reading import load
from model.store.saving import save
from model.trace.following import released
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console
from tui.cli.holding import held
from tui.cli.typed import typed


def run(given: Arguments, console: Console) -> Answer:
    """Every edit applied in turn, the plan validated and saved; nothing is written when one is refused."""
    file, *assignments = given.operands
    pairs = [_pair(assignment) for assignment in assignments]
    with held(file, given, console):
        loaded = load(file)
        plan = released(loaded.plan, edited(loaded.plan, pairs))
        if plan is loaded.plan:
            return Answer((console.words("cli.set.unchanged", file=file),))
        save(plan, Path(file), loaded.digest, keep_original=loaded.keeps_original)
    paths = ", ".join(dict.fromkeys(path for path, _ in pairs))
    kept = console.words("cli.set.kept") if loaded.keeps_original else ""
    return Answer((console.words("cli.set.saved", file=file, paths=paths) + kept,))


def _pair(assignment: str) -> tuple[str, str]:
    path, sign, value = assignment.partition("=")
    if not sign or not path:
        raise UsageError("assignment", "set", word=assignment)
    return path.strip(), value


def edited(plan: Plan, pairs: list[tuple[str, str]]) -> Plan:
    """The plan with these values put at these paths; the plan itself when nothing changes.

    Raises:
        PathUnknownError: a path leads nowhere.
        EditRefusedError: a value cannot stand there, or a line would hold two forms of amount.
    """
    before = plan
    for path, text in pairs:
        plan = _edited(plan, locate(path), text)
    _check_forms(before, plan)
    return plan


def _edited(plan: Plan, place: Place, text: str) -> Plan:
    if place.field is None:
        return _without_record(plan, place, text)
    value = typed(place, text)
    if place.field.kind == "records" and read(plan, place.path):
        return change_at(plan, place.path, lambda _: {})
    if value is None and read(plan, place.path) in (None, (), {}):
        return plan
    if place.entry is None or value is None:
        return put(plan, place.path, value)
    table = place.path.removesuffix(f".{place.entry}")
    return put_entry(plan, table, place.entry, place.entry, value)


def _without_record(plan: Plan, place: Place, text: str) -> Plan:
    """The plan without a record whose path is emptied; a record takes no value otherwise."""
    if text:
        raise EditRefusedError(place.path, "not_a_field", text)
    if place.path == place.section:
        raise EditRefusedError(place.path, "not_a_field", text)
    if read(plan, place.path) is None:
        raise EditRefusedError(place.path, "no_record", text)
    return remove(plan, place.path)


def _check_forms(before: Plan, after: Plan) -> None:
    """Refuse to make a line hold two forms of amount; one that held them before may be edited."""
    for id_, line in after.budget.items():
        held = forms(line)
        if len(held) > 1 and (id_ not in before.budget or len(forms(before.budget[id_])) < len(held)):
            raise EditRefusedError(f"budget.{id_}", "two_forms", "", forms=", ".join(held))
