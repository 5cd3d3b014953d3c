"""`planmark what-if`: changes tried on the budget, what they come to and what they cost; written only when asked."""

from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import Any

from model.breakdowns import total
from model.store.pause import collector_paused
from model.store.reading import Loaded, load
from model.store.saving import save
from model.whatif.consequences import Consequence, consequences
from model.whatif.effects import FamilyShare, UnitCost, families, percent, unit_costs, unit_price
from model.whatif.outcome import OutOfReach, levers_changed, lines_changed, tried
from model.whatif.seek import STRATEGIES, Strategy
from model.whatif.trial import ChangeError, Trial, started
from tui.cli.arguments import Arguments, UsageError, nearest
from tui.cli.budget import figures
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.holding import held
from tui.cli.json_text import json_lines
from tui.cli.plans import seen_through
from tui.cli.what_if_text import report


def run(given: Arguments, console: Console) -> Answer:
    """The trial's totals, lines and consequences; with `--save-as` a new scenario, unless something is out of reach."""
    with held(given.operands[0], given, console) if "--save-as" in given.options else nullcontext():
        return _tried(given, console)


def _tried(given: Arguments, console: Console) -> Answer:
    file, *texts = given.operands
    loaded = load(file)
    start, id_ = given.options.get("--scenario"), given.options.get("--save-as")
    seen_through(loaded.plan, start)
    strategy = _strategy(given.options.get("--strategy"))
    with collector_paused():
        try:
            trial, out_of_reach = tried(started(loaded.plan, start, id_), texts, strategy)
        except ChangeError as error:
            raise _refusal(error, console) from None
        costs = consequences(trial)
    if id_ and not out_of_reach:
        save(trial.plan, Path(file), loaded.digest, keep_original=loaded.keeps_original)
    if given.wants_json:
        said = json_lines(_object(loaded, trial, costs, out_of_reach))
    else:
        said = (*report(loaded.plan, trial, costs, out_of_reach, console), *_saved(file, id_, out_of_reach, console))
    return Answer(said, int(bool(out_of_reach)))


def _strategy(text: str | None) -> Strategy:
    for strategy in STRATEGIES:
        if strategy == (text or STRATEGIES[0]):
            return strategy
    known = nearest(text or "", STRATEGIES) or ", ".join(STRATEGIES)
    raise UsageError("value", "what-if", option="--strategy", word=text or "", known=known)


def _refusal(error: ChangeError, console: Console) -> RefusedError:
    """Why a change has no meaning, in words."""
    word = str(error.details["word"])
    if error.code == "formula":
        details = {key: str(value) for key, value in error.details.items() if key not in ("word", "reason")}
        key = f"errors.formula_{error.details['reason']}"
        reason = console.words(key if console.words.has(key) else "errors.formula", **details)
        return RefusedError("cli.what_if.formula", word=word, reason=reason)
    near = nearest(word, error.details.get("known", ()))
    return RefusedError(f"cli.what_if.{error.code}{'_near' if near else ''}", word=word, near=near)


def _object(
    loaded: Loaded, trial: Trial, costs: tuple[Consequence, ...], out_of_reach: tuple[OutOfReach, ...]
) -> dict[str, Any]:
    """The contract's object: that of `budget`, with the changes, the consequences, and what is out of reach."""
    before, after = total(loaded.plan), total(trial.seen)
    result: dict[str, Any] = {
        "currency": trial.seen.plan.currency,
        "scenario": trial.start,
        "lines": len(trial.seen.budget),
        "total": figures(after),
        "base": figures(before),
        "difference": figures(after - before),
        "changes": [*_levers(trial), *_lines(trial)],
    }
    if costs:
        result["consequences"] = [{"path": cost.path, "code": cost.code} for cost in costs]
    if moved := families(trial.before, trial.seen):
        result["families"] = [_family(share) for share in moved]
    if prices := unit_costs(trial.before, trial.seen):
        result["unit_costs"] = [_unit_cost(cost, trial.seen.plan.currency) for cost in prices]
    if out_of_reach:
        result["out_of_reach"] = [
            {"change": one.text, "nearest": _text(one.nearest), "missing": _text(one.missing)} for one in out_of_reach
        ]
    return result


def _levers(trial: Trial) -> list[dict[str, str]]:
    return [{"path": path, "before": was, "after": is_} for path, was, is_ in levers_changed(trial)]


def _lines(trial: Trial) -> list[dict[str, str]]:
    return [
        {"path": f"budget.{line.id}.amount", "before": _text(line.before), "after": _text(line.after)}
        for line in lines_changed(trial.before, trial.seen)
    ]


def _family(share: FamilyShare) -> dict[str, str]:
    return {"family": share.family, "before": _text(percent(share.before)), "after": _text(percent(share.after))}


def _unit_cost(cost: UnitCost, currency: str | None) -> dict[str, str]:
    before, after = (_text(unit_price(price, currency)) for price in (cost.before, cost.after))
    return {"path": f"objectives.{cost.objective}", "before": before, "after": after}


def _text(amount: Decimal) -> str:
    return format(amount, "f")


def _saved(file: str, id_: str | None, out_of_reach: tuple[OutOfReach, ...], console: Console) -> list[str]:
    if id_ is None:
        return []
    if out_of_reach:
        return [console.words("cli.what_if.not_saved")]
    return [console.words("cli.what_if.saved", id=id_, file=file)]
