"""The rest of the plan a year later: actions, objectives, indicators, money, what is kept and what has had its day."""

from typing import Any

from model.actions import Action
from model.edits import change_at, remove
from model.indicators import Correction, Indicator, Waiver
from model.master import Answer, Decision
from model.objectives import Objective
from model.paths import read
from model.plan import Plan
from model.references import references
from model.renewal.costs import YearCosts
from model.renewal.outcome import counting, last_shown
from model.renewal.review_lines import Fate, Teller
from model.renewal.years import begins, later, later_days, later_end, renamed
from model.values import TEXT_LIMIT


def carried_sheet(plan: Plan, costs: YearCosts) -> Any:
    """The plan's own sheet: a draft of the year after, without a summary, its reserve what is left of this year's."""
    sheet = plan.plan
    left = costs.left if sheet.reserve is not None else None
    return sheet.replaced(
        {
            "title": renamed(sheet.title, sheet),
            "start": later(sheet.start),
            "end": later_end(sheet.end),
            "reserve": sheet.reserve if left is None else left,
            "summary": None,
            "status": "draft" if sheet.status is not None else None,
        }
    )


def carried_action(action: Action, fate: Fate, teller: Teller) -> Action:
    """The action planned anew a year later; one to correct keeps in mind what was learnt."""
    note = action.note
    if fate.verdict == "correct" and action.lesson:
        note = "\n".join(filter(None, (note, teller.corrected(action.lesson))))[:TEXT_LIMIT]
    milestones = {
        id_: milestone.replaced({"due": later(milestone.due), "done": None})
        for id_, milestone in action.milestones.items()
    }
    return action.replaced(
        {
            "start": later(action.start),
            "end": later(action.end),
            "status": "planned",
            "pdca": "plan",
            "from_": fate.line,
            "note": note,
            "verdict": None,
            "lesson": None,
            "milestones": milestones,
        }
    )


def carried_objective(plan: Plan, id_: str) -> Objective:
    """The objective from where it stands now; its target is the one to look at again."""
    objective, key = plan.objectives[id_], counting(plan, id_)
    found = last_shown(plan, key) if key is not None else None
    update: dict[str, Any] = {"deadline": later(objective.deadline), "checkpoints": later_days(objective.checkpoints)}
    if found is not None and (objective.baseline_date is None or found.day >= objective.baseline_date):
        update |= {"baseline": found.figure, "baseline_date": found.day}
    return objective.replaced(update)


def carried_indicator(plan: Plan, id_: str) -> Indicator:
    """The indicator with its whole series, from where it stands now."""
    indicator = plan.indicators[id_]
    found, baseline = last_shown(plan, id_), indicator.baseline
    if found is not None and baseline is not None:
        baseline = found.figure
    return indicator.replaced({"due": later(indicator.due), "baseline": baseline})


def carried_funding(plan: Plan, costs: YearCosts) -> dict[str, Any]:
    """The same sources, to be secured again; what is carried over is what is left."""
    left, sheet, made = costs.left, plan.plan, {}
    for id_, funding in plan.funding.items():
        update: dict[str, Any] = {"secured": None}
        if funding.kind == "carry_over":
            update["label"] = renamed(funding.label, sheet)
            if sheet.reserve is None and left is not None and len(_carried_over(plan)) == 1:
                update["amount"] = left
        made[id_] = funding.replaced(update)
    return made


def _carried_over(plan: Plan) -> list[str]:
    return [id_ for id_, funding in plan.funding.items() if funding.kind == "carry_over"]


def carried_decision(plan: Plan, decision: Decision) -> Decision:
    """The decision as it stands; a day to look at it again that has passed comes a year later."""
    start = begins(plan)
    is_past = decision.revisit is not None and start is not None and decision.revisit < start
    return decision.replaced({"revisit": later(decision.revisit)}) if is_past else decision


def carried_answer(answer: Answer) -> Answer:
    """The question open again, this year's score beside it."""
    return answer if answer.score is None else answer.replaced({"score": None, "previous": answer.score})


def is_open(plan: Plan, correction: Correction) -> bool:
    """Whether a correction is still to be looked at when the next year begins."""
    start = begins(plan)
    return correction.review is not None and start is not None and correction.review >= start


def is_in_force(plan: Plan, waiver: Waiver) -> bool:
    """Whether a waiver still holds when the next year begins."""
    start = begins(plan)
    return waiver.until is None or start is None or waiver.until >= start


def without_dangling(old: Plan, new: Plan) -> tuple[Plan, tuple[str, ...]]:
    """The new plan without the references that led somewhere in the old one only, and the paths where they were."""
    paths = []
    for reference in references(new):
        if _leads(old, reference.id, reference.sections) and not _leads(new, reference.id, reference.sections):
            new = _cleared(new, reference.path, reference.id)
            paths.append(reference.path)
    return new, tuple(paths)


def _leads(plan: Plan, id_: str, among: tuple[str, ...]) -> bool:
    return any(id_ in read(plan, section) for section in among)


def _cleared(plan: Plan, path: str, id_: str) -> Plan:
    value = read(plan, path)
    if isinstance(value, tuple):
        return change_at(plan, path, lambda ids: tuple(other for other in ids if other != id_))
    return change_at(plan, path, lambda _: None) if value == id_ else remove(plan, path)
