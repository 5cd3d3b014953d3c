"""Rules about each of the sixteen decisions: said in full, dated, tied to what carries it out."""

from collections.abc import Iterator

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.gear import chooses
from model.master import Decision

UNDER_WAY = ("doing", "done")


def _taken(context: Context) -> Iterator[tuple[str, Decision]]:
    for key, decision in context.plan.decisions.items():
        if decision.status == "taken":
            yield key, decision


@rule("DEC001", "warning", guide="master#decisions.choice")
def taken_without_choice(context: Context) -> Iterator[Hit]:
    """A decision is taken and does not say what is chosen."""
    for key, decision in _taken(context):
        if is_blank(decision.choice):
            yield at(f"decisions.{key}.choice", decision=key)


@rule("DEC002", "warning", guide="master#decisions.reason")
def taken_without_reason(context: Context) -> Iterator[Hit]:
    """A decision is taken and does not say why."""
    for key, decision in _taken(context):
        if is_blank(decision.reason):
            yield at(f"decisions.{key}.reason", decision=key)


@rule("DEC003", "advice", guide="master#decisions.decided")
def taken_without_date(context: Context) -> Iterator[Hit]:
    """A decision is taken and does not say when."""
    for key, decision in _taken(context):
        if decision.decided is None:
            yield at(f"decisions.{key}.decided", decision=key)


@rule("DEC004", "warning", guide="master#decisions.revisit")
def deferred_without_revisit(context: Context) -> Iterator[Hit]:
    """A decision is deferred, to no day."""
    for key, decision in context.plan.decisions.items():
        if decision.status == "deferred" and decision.revisit is None:
            yield at(f"decisions.{key}.revisit", decision=key)


@rule("DEC005", "warning", guide="master#decisions.revisit")
def revisit_date_passed(context: Context) -> Iterator[Hit]:
    """The day on which a decision was to be looked at again has passed."""
    for key, decision in context.plan.decisions.items():
        if decision.revisit is not None and decision.revisit < context.today:
            yield at(f"decisions.{key}.revisit", decision=key, date=decision.revisit)


@rule("DEC006", "advice", guide="master#decisions.objectives")
def taken_for_nothing(context: Context) -> Iterator[Hit]:
    """A decision is taken, and no objective and no action follows from it."""
    for key, decision in _taken(context):
        if not decision.objectives and not decision.actions:
            yield at(f"decisions.{key}.objectives", decision=key)


@rule("DEC020", "warning", guide="master#decisions.decided")
def decided_in_days_to_come(context: Context) -> Iterator[Hit]:
    """A decision bears a date that is still to come."""
    for key, decision in context.plan.decisions.items():
        if decision.decided is not None and decision.decided > context.today:
            yield at(f"decisions.{key}.decided", decision=key, date=decision.decided)


@rule("DEC021", "advice", guide="master#decisions.status")
def settled_but_open(context: Context) -> Iterator[Hit]:
    """A choice and its reason are written, and the decision is not said to be taken."""
    for key, decision in context.plan.decisions.items():
        is_open = decision.status in (None, "open")
        if is_open and chooses(decision) and not is_blank(decision.reason):
            yield at(f"decisions.{key}.status", decision=key)


@rule("DEC022", "warning", guide="master#decisions.actions")
def carried_out_before_taken(context: Context) -> Iterator[Hit]:
    """An action began before the decision that it carries out was taken."""
    actions = context.plan.actions
    for key, decision in context.plan.decisions.items():
        for name in dict.fromkeys(decision.actions):
            start = actions[name].start if name in actions else None
            if start is not None and decision.decided is not None and start < decision.decided:
                yield at(f"decisions.{key}.decided", decision=key, action=name, start=start)
                break


@rule("DEC023", "warning", guide="master#decisions.status")
def carried_out_while_open(context: Context) -> Iterator[Hit]:
    """An action is under way though the decision that it carries out is not taken."""
    actions = context.plan.actions
    for key, decision in context.plan.decisions.items():
        if decision.status != "taken":
            name = next((id_ for id_ in decision.actions if id_ in actions and actions[id_].status in UNDER_WAY), None)
            if name is not None:
                yield at(f"decisions.{key}.status", decision=key, action=name)
