"""Who is to see to a finding: the owner of what it is about, or of what that serves."""

from model.paths import read
from model.plan import Plan


def owner_of(plan: Plan, path: str) -> str:
    """The team id of whoever is in charge of what stands at a path; empty where nobody is."""
    section, _, rest = path.partition(".")
    id_ = rest.partition(".")[0]
    find = _OWNERS.get(section)
    return (find(plan, id_) or "") if find is not None else ""


def _own(section: str, plan: Plan, id_: str) -> str | None:
    owner: str | None = read(plan, f"{section}.{id_}.owner") if id_ else None
    return owner


def _objective(plan: Plan, id_: str) -> str | None:
    return _own("objectives", plan, id_)


def _action(plan: Plan, id_: str) -> str | None:
    return _own("actions", plan, id_)


def _indicator(plan: Plan, id_: str) -> str | None:
    indicator = plan.indicators.get(id_)
    if indicator is None:
        return None
    served = _objective(plan, indicator.objective or "") or _action(plan, indicator.action or "")
    return indicator.owner or served


def _correction(plan: Plan, id_: str) -> str | None:
    correction = plan.corrections.get(id_)
    return _indicator(plan, correction.indicator or "") if correction is not None else None


def _line(plan: Plan, id_: str) -> str | None:
    line = plan.budget.get(id_)
    if line is None:
        return None
    largest = max(line.shares, key=lambda name: line.shares[name], default="")
    return _action(plan, line.action or largest)


def _member(plan: Plan, id_: str) -> str | None:
    return id_ if id_ in plan.team else None


def _entity(plan: Plan, id_: str) -> str | None:
    return _own("entities", plan, id_)


_OWNERS = {
    "team": _member,
    "objectives": _objective,
    "actions": _action,
    "indicators": _indicator,
    "corrections": _correction,
    "budget": _line,
    "entities": _entity,
}
