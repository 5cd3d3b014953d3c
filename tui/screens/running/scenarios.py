"""Commands for scenarios: which one is at work, new ones, all of them side by side, one made the plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.text import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.desk import Desk
    from tui.dialogs.picker import Choice
    from tui.screens.workspace import Workspace

PLAN, NEW, COPY, RENAME, DELETE = ":plan", ":new", ":copy", ":rename", ":delete"
"""What the menu offers beside the scenarios, whose ids hold no colon."""


def _name(desk: Desk, id_: str) -> str:
    return visible(f"{id_} {desk.plan.scenarios[id_].title or ''}".strip())


def _tell(space: Workspace, key: str, **values: object) -> None:
    space.status_bar.tell(space.desk.words(f"scenarios.{key}", **values))


def next_scenario(space: Workspace) -> None:
    """The plan, then each scenario, then the plan again."""
    ids = [None, *space.desk.plan.scenarios]
    if len(ids) == 1:
        _tell(space, "none")
    else:
        _activate(space, ids[(ids.index(space.desk.scenario) + 1) % len(ids)])


def _activate(space: Workspace, id_: str | None) -> None:
    space.desk.session.asked_scenario = id_
    space.grid.refresh_records()
    space.refresh_panes()
    if id_ is None:
        _tell(space, "plan_active")
    else:
        _tell(space, "active", name=_name(space.desk, id_), figures=_figures(space.desk, id_))


def _figures(desk: Desk, id_: str | None) -> str:
    """The total of the plan or of a scenario, and how far it is from the plan's."""
    from model.breakdowns import total
    from model.overlay import applied
    from tui.money import whole

    side = desk.plan.plan.prices or "excl_tax"
    before, after = (getattr(total(plan), side) for plan in (desk.plan, applied(desk.plan, id_)))
    text = f"{whole(desk, after)} {desk.words(f'messages.{side}')}"
    if id_ is None:
        return text
    change = after - before
    return f"{text} ({'+' if change > 0 else ''}{whole(desk, change) if change else '='})"


def scenario_menu(space: Workspace) -> None:
    """The plan and its scenarios to choose from, and what can be done with them."""
    choices = _choices(space.desk)
    space.ask("scenario_menu_title", choices, partial(_take, space))
    at = [choice.value for choice in choices].index(space.desk.scenario or PLAN)
    if space.dialog is not None and hasattr(space.dialog, "at"):
        space.dialog.at = at


def _choices(desk: Desk) -> list[Choice]:
    from tui.dialogs.picker import Choice

    words, active = desk.words, desk.scenario
    made = [Choice(words("scenarios.menu.plan"), PLAN, _figures(desk, None))]
    made += [Choice(_name(desk, id_), id_, _figures(desk, id_)) for id_ in desk.plan.scenarios]
    if active is None:
        return [*made, Choice(words("scenarios.menu.new"), NEW)]
    name = _name(desk, active)
    return [
        *made,
        Choice(words("scenarios.menu.new_from", name=name), NEW),
        Choice(words("scenarios.menu.copy", name=name), COPY),
        Choice(words("scenarios.menu.rename", name=name), RENAME),
        Choice(words("scenarios.menu.delete", name=name), DELETE),
    ]


def _take(space: Workspace, value: str) -> None:
    """Do what was chosen: a scenario is set to work, the others are deeds."""
    deeds = {NEW: _new, COPY: _copy, RENAME: _rename, DELETE: _delete}
    if value in deeds:
        deeds[value](space)
    else:
        _activate(space, None if value == PLAN else value)


def _new(space: Workspace) -> None:
    desk = space.desk
    titles = {scenario.title for scenario in desk.plan.scenarios.values()}
    numbers = range(len(titles) + 1, 2 * len(titles) + 2)
    title = next(t for n in numbers if (t := desk.words("scenarios.title", n=n)) not in titles)
    _made(space, desk.session.add("scenarios", desk.scenario, None, title=title, base=desk.scenario))


def _copy(space: Workspace) -> None:
    from model import edits

    desk, id_ = space.desk, space.desk.scenario
    if id_ is None:
        return
    former = desk.plan.scenarios[id_]
    plan, new_id = edits.add(desk.plan, "scenarios", id_)
    title = desk.words("scenarios.copy_of", title=former.title or id_)
    plan = edits.change_at(plan, f"scenarios.{new_id}", lambda _: former.model_copy(update={"title": title}))
    desk.session.replace(plan, f"scenarios.{new_id}", "add")
    _made(space, new_id)


def _made(space: Workspace, id_: str) -> None:
    _changed(space)
    _activate(space, id_)


class _Answered:
    """Hears the line typed in a prompt, and hands it on as something taken."""

    def __init__(self, space: Workspace, then: Callable[[str], None]) -> None:
        self.space, self.then = space, then

    def hear(self, message: object) -> None:
        """An empty answer changes nothing."""
        from tui.dialogs.picker import Picked
        from tui.dialogs.prompt import Typed

        if isinstance(message, Typed):
            self.space.hear(Picked(message.text or None, self.then))


def _rename(space: Workspace) -> None:
    from tui.dialogs.prompt import Prompt

    id_ = space.desk.scenario
    if id_ is not None:
        answered = _Answered(space, partial(_renamed, space, id_))
        question = space.desk.words("scenarios.rename", name=_name(space.desk, id_))
        space.dialog = Prompt(space.desk, answered, question, space.desk.plan.scenarios[id_].title or "")


def _renamed(space: Workspace, id_: str, title: str) -> None:
    refusal = space.desk.edit(f"scenarios.{id_}.title", title)
    _made(space, id_)
    if refusal:
        space.status_bar.tell(refusal)


def _delete(space: Workspace) -> None:
    id_ = space.desk.scenario
    if id_ is None:
        return
    name, session = _name(space.desk, id_), space.desk.session
    pointing = session.remove(f"scenarios.{id_}")
    session.asked_scenario = None
    _changed(space)
    if pointing:
        space.tell("removed_pointed", name=name, paths=", ".join(path.split(".")[1] for path in pointing))
    else:
        space.tell("removed", name=name)


def _changed(space: Workspace) -> None:
    """Every pane again, the open section's list as well: scenarios may be what it lists."""
    space.show_section(space.section, to_form=space.is_in_form)
    space.changed()


def compare(space: Workspace) -> None:
    """The plan and its scenarios side by side."""
    from tui.reports import comparison

    if space.desk.plan.scenarios:
        space.read(space.desk.words("scenarios.compare_title"), comparison.lines)
    else:
        _tell(space, "none")


def promote(space: Workspace) -> None:
    """What the active scenario would make of the plan, and the key that does it."""
    from tui.dialogs.report import Deed
    from tui.reports import promotion

    words, id_ = space.desk.words, space.desk.scenario
    if id_ is None:
        _tell(space, "promote_none" if space.desk.plan.scenarios else "none")
        return
    title = words("scenarios.promote_title", name=_name(space.desk, id_))
    space.read(title, promotion.lines, {"p": Deed(partial(_promote, space), words("scenarios.promote_deed"))})


def _promote(space: Workspace) -> None:
    from model.promotion import promoted

    desk, id_ = space.desk, space.desk.scenario
    space.dialog = None
    if id_ is None:
        return
    name = _name(desk, id_)
    desk.session.replace(promoted(desk.plan, id_), "budget", "promote")
    desk.session.asked_scenario = None
    _changed(space)
    _tell(space, "promoted", name=name)
