"""What may put a budget line right in one step."""

from datetime import date
from decimal import Decimal

from model import edits
from model.checks.budget import forms
from model.checks.finding import Finding
from model.checks.fixing import Fix, Fixes, fixer
from model.money import proportions, split_whole
from model.plan import Plan
from model.quotes import with_quote
from model.values import canonical

WHOLE = 100
PLACES = 2


def _id(finding: Finding) -> str:
    return finding.path.split(".")[1]


@fixer("BUD002")
def _source(plan: Plan, finding: Finding, _: date) -> Fixes:
    """What the line holds says what it rests on; failing that, it is an estimate."""
    line = plan.budget[_id(finding)]
    if line.quotes:
        yield Fix("set", finding.path, "quote")
    if line.last_year is not None:
        yield Fix("set", finding.path, "last_year")
    yield Fix("set", finding.path, "estimate")


@fixer("BUD003")
def _shares(plan: Plan, finding: Finding, _: date) -> Fixes:
    """The same proportions, to the hundredth, that sum to 100."""
    shares = plan.budget[_id(finding)].shares
    if any(share < 0 for share in shares.values()) or not sum(shares.values()):
        return
    parts = split_whole(WHOLE * 10**PLACES, proportions(tuple(shares.values())))
    steps = tuple(
        (f"{finding.path}.{id_}", canonical(Decimal(part).scaleb(-PLACES)))
        for id_, part in zip(shares, parts, strict=True)
    )
    yield Fix("shares", finding.path, steps=steps)


@fixer("BUD004")
def _one_form(plan: Plan, finding: Finding, _: date) -> Fixes:
    """Keep the form that counts."""
    id_ = _id(finding)
    kept, *others = forms(plan.budget[id_])
    emptied = {"amount": ("amount",), "unit_cost": ("unit_cost", "quantity", "unit"), "months": ("months",)}
    names = [name for other in others for name in emptied[other]]

    def make(plan: Plan) -> Plan:
        update: dict[str, object] = {name: {} if name == "months" else None for name in names}
        return edits.change_at(plan, f"budget.{id_}", lambda line: line.replaced(update))

    yield Fix("keep", f"budget.{id_}.{kept}", make=make)


@fixer("BUD010")
def _range_turned(plan: Plan, finding: Finding, _: date) -> Fixes:
    line, path = plan.budget[_id(finding)], f"budget.{_id(finding)}"
    yield Fix("swap", finding.path, steps=((f"{path}.low", line.high), (f"{path}.high", line.low)))


@fixer("BUD013")
def _as_quoted(plan: Plan, finding: Finding, _: date) -> Fixes:
    id_, quote = _id(finding), finding.path.split(".")[3]
    amount = plan.budget[id_].quotes[quote].amount
    yield Fix("set", f"budget.{id_}.amount", amount, quote, make=lambda plan: with_quote(plan, id_, quote))


@fixer("BUD018")
def _committed(plan: Plan, finding: Finding, _: date) -> Fixes:
    path = f"budget.{_id(finding)}.committed"
    yield Fix("set", path, plan.budget[_id(finding)].spent)


@fixer("BUD019")
def _landing(plan: Plan, finding: Finding, _: date) -> Fixes:
    yield Fix("set", finding.path, plan.budget[_id(finding)].spent)


@fixer("BUD025")
def _first_quote(_: Plan, finding: Finding, __: date) -> Fixes:
    yield Fix("set", finding.path, value=False)
