"""What may put a finding right in one step, where that is obvious: pure edits, offered and never made unasked."""

from datetime import date, timedelta
from decimal import Decimal

from model.checks import fixes_budget  # noqa: F401  (declares what puts budget lines right)
from model.checks.finding import Finding
from model.checks.fixing import FIXERS, Fix, Fixes, emptied, fixer, removed, set_to
from model.paths import read
from model.plan import Plan
from model.values import canonical


def fixes_of(plan: Plan, finding: Finding, today: date | None = None) -> tuple[Fix, ...]:
    """The ways to put a finding right, the likeliest first; none where only a person can tell, or nothing changes."""
    function = FIXERS.get(finding.code)
    if function is None or read(plan, _record(finding.path)) is None:
        return ()
    offered: dict[tuple[str, object], Fix] = {}
    for fix in function(plan, finding, today or date.today()):
        # Two reasons for one value are one fix.
        offered.setdefault((fix.path, str(fix.value)), fix)
    return tuple(offered.values())


def _record(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _holder(path: str) -> str:
    return path.rpartition(".")[0]


def _only_member(plan: Plan) -> str | None:
    return next(iter(plan.team)) if len(plan.team) == 1 else None


@fixer("OBJ001")
def _deadline(plan: Plan, finding: Finding, _: date) -> Fixes:
    objective = plan.objectives[finding.path.split(".")[1]]
    parent = plan.objectives.get(objective.parent or "")
    if parent is not None:
        yield from set_to(finding.path, parent.deadline, objective.parent)
    yield from set_to(finding.path, plan.plan.end)


@fixer("OBJ009")
def _owner_of_objective(plan: Plan, finding: Finding, _: date) -> Fixes:
    id_ = finding.path.split(".")[1]
    parent = plan.objectives.get(plan.objectives[id_].parent or "")
    if parent is not None:
        yield from set_to(finding.path, parent.owner, plan.objectives[id_].parent)
    for action_id, action in plan.actions.items():
        if id_ in action.objectives:
            yield from set_to(finding.path, action.owner, action_id)
    yield from set_to(finding.path, _only_member(plan))


@fixer("ACT002")
def _owner_of_action(plan: Plan, finding: Finding, _: date) -> Fixes:
    for served in plan.actions[finding.path.split(".")[1]].objectives:
        if served in plan.objectives:
            yield from set_to(finding.path, plan.objectives[served].owner, served)
    yield from set_to(finding.path, _only_member(plan))


@fixer("IND003")
def _reader_of_indicator(plan: Plan, finding: Finding, _: date) -> Fixes:
    indicator = plan.indicators[finding.path.split(".")[1]]
    if finding.path.endswith(".frequency"):
        yield from set_to(finding.path, "monthly")
        yield from set_to(finding.path, "quarterly")
        return
    if indicator.objective in plan.objectives:
        yield from set_to(finding.path, plan.objectives[indicator.objective].owner, indicator.objective)
    if indicator.action in plan.actions:
        yield from set_to(finding.path, plan.actions[indicator.action].owner, indicator.action)
    yield from set_to(finding.path, _only_member(plan))


@fixer("OBJ014")
def _before_the_parent(plan: Plan, finding: Finding, _: date) -> Fixes:
    parent = plan.objectives[finding.path.split(".")[1]].parent or ""
    if parent in plan.objectives:
        yield from set_to(finding.path, plan.objectives[parent].deadline, parent)


@fixer("OBJ011")
def _halfway(plan: Plan, finding: Finding, _: date) -> Fixes:
    objective = plan.objectives[finding.path.split(".")[1]]
    start, baseline, target = plan.plan.start, objective.baseline, objective.target
    if start is None or objective.deadline is None or baseline is None or target is None:
        return
    if objective.target_kind not in (None, "level"):
        return
    day = start + (objective.deadline - start) / 2
    value = canonical(((baseline + target) / 2).quantize(Decimal("0.01" if target != int(target) else "1")))
    yield Fix("halfway", f"{finding.path}.{day.isoformat()}", value)


@fixer("OBJ012", "IND017")
def _entry_out(_: Plan, finding: Finding, __: date) -> Fixes:
    yield removed(finding.path)


@fixer("PLN006", "PLN010")
def _waiver_out(_: Plan, finding: Finding, __: date) -> Fixes:
    yield removed(_holder(finding.path))


@fixer("PLN004")
def _ends_swapped(plan: Plan, finding: Finding, _: date) -> Fixes:
    holder = _holder(finding.path)
    start, end = read(plan, f"{holder}.start"), read(plan, f"{holder}.end")
    yield Fix("swap", finding.path, steps=((f"{holder}.start", end), (f"{holder}.end", start)))


@fixer("PLN002")
def _dead_reference(plan: Plan, finding: Finding, _: date) -> Fixes:
    """Take the id out of the field, the list or the table's keys that name it."""
    value, name = read(plan, finding.path), finding.params.get("name")
    if isinstance(value, tuple):
        yield Fix("unlink", finding.path, name, steps=((finding.path, tuple(id_ for id_ in value if id_ != name)),))
    elif value == name:
        yield Fix("unlink", finding.path, name, steps=((finding.path, None),))
    elif finding.path.endswith(f".{name}"):
        yield removed(finding.path)


@fixer("REV005")
def _origin_out(_: Plan, finding: Finding, __: date) -> Fixes:
    yield emptied(finding.path)


@fixer("IND010")
def _follows_its_objective(_: Plan, finding: Finding, __: date) -> Fixes:
    yield emptied(finding.path)


@fixer("IND013")
def _one_baseline(plan: Plan, finding: Finding, _: date) -> Fixes:
    indicator = plan.indicators[finding.path.split(".")[1]]
    if finding.path.endswith(".baseline"):
        yield emptied(finding.path)
    value = finding.params.get("value")
    if indicator.objective in plan.objectives and isinstance(value, Decimal):
        path = f"objectives.{indicator.objective}.baseline"
        yield Fix("set", path, value, finding.path.split(".")[1])


@fixer("OBJ006")
def _baseline_read(plan: Plan, finding: Finding, _: date) -> Fixes:
    """The last reading before the plan's year, with its day."""
    id_, start = finding.path.split(".")[1], plan.plan.start
    unit = (plan.objectives[id_].unit or "").strip().casefold()
    for indicator_id, indicator in plan.indicators.items():
        if indicator.objective != id_ or (indicator.unit or "").strip().casefold() != unit or indicator.breaks:
            continue
        days = [day for day in indicator.readings if start is None or day <= start.isoformat()]
        if days:
            day, value = max(days), indicator.readings[max(days)]
            steps = ((finding.path, value), (f"objectives.{id_}.baseline_date", date.fromisoformat(day)))
            yield Fix("set", finding.path, value, indicator_id, steps)


@fixer("OBJ016")
def _day_read(plan: Plan, finding: Finding, _: date) -> Fixes:
    """The day on which an indicator read just that figure."""
    id_ = finding.path.split(".")[1]
    for indicator_id, indicator in plan.indicators.items():
        if indicator.objective == id_:
            same = [day for day, value in indicator.readings.items() if value == plan.objectives[id_].baseline]
            if same:
                yield from set_to(finding.path, date.fromisoformat(max(same)), indicator_id)


@fixer("IND018")
def _direction(plan: Plan, finding: Finding, _: date) -> Fixes:
    indicator = plan.indicators[finding.path.split(".")[1]]
    objective = plan.objectives.get(indicator.objective or "")
    kind = objective.target_kind if objective is not None else None
    start = indicator.baseline if indicator.baseline is not None or objective is None else objective.baseline
    target = indicator.target if indicator.target is not None or objective is None else objective.target
    if kind in ("maintain", "range"):
        yield from set_to(finding.path, "stay")
    elif kind == "at_most" or (kind in (None, "level") and None not in (start, target) and target < start):  # type: ignore[operator]
        yield from set_to(finding.path, "down")
    else:
        yield from set_to(finding.path, "up")
        yield from set_to(finding.path, "down")


@fixer("ACT008")
def _comes_from(_: Plan, finding: Finding, __: date) -> Fixes:
    yield from set_to(finding.path, finding.params.get("correction"))


@fixer("ACT010")
def _is_over(_: Plan, finding: Finding, __: date) -> Fixes:
    yield from set_to(finding.path, "done")
    yield from set_to(finding.path, "dropped")


@fixer("ACT011")
def _has_begun(_: Plan, finding: Finding, __: date) -> Fixes:
    yield from set_to(finding.path, "doing")


@fixer("ACT006")
def _was_done(plan: Plan, finding: Finding, today: date) -> Fixes:
    yield from set_to(finding.path, read(plan, f"{_holder(finding.path)}.due"))
    yield from set_to(finding.path, today)


@fixer("ACT004")
def _ends_later(plan: Plan, finding: Finding, _: date) -> Fixes:
    action = ".".join(finding.path.split(".")[:2])
    yield from set_to(f"{action}.end", read(plan, finding.path), finding.path.split(".")[3])
    yield from set_to(finding.path, read(plan, f"{action}.end"))


@fixer("ACT016")
def _starts_sooner(plan: Plan, finding: Finding, _: date) -> Fixes:
    action = ".".join(finding.path.split(".")[:2])
    yield from set_to(f"{action}.start", read(plan, finding.path), finding.path.split(".")[3])
    yield from set_to(finding.path, read(plan, f"{action}.start"))


@fixer("ACT014")
def _waits_no_more(plan: Plan, finding: Finding, _: date) -> Fixes:
    name = finding.params.get("action")
    kept = tuple(id_ for id_ in read(plan, finding.path) if id_ != name)
    yield Fix("unlink", finding.path, name, steps=((finding.path, kept),))


@fixer("IND006")
def _acts_by(plan: Plan, finding: Finding, _: date) -> Fixes:
    correction = finding.path.split(".")[1]
    for id_, action in plan.actions.items():
        if action.from_ == correction:
            yield from set_to(finding.path, id_)


@fixer("IND021")
def _looked_at_again(plan: Plan, finding: Finding, today: date) -> Fixes:
    soon = today + timedelta(days=91)
    yield from set_to(finding.path, min(soon, plan.plan.end) if plan.plan.end and plan.plan.end > today else soon)
