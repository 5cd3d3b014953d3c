"""Commands for scenarios: which one is at work, the menu that makes and keeps them, comparing, promoting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.picker import Choice, Picker
from tui.screens.running import changing
from tui.text import visible

if TYPE_CHECKING:
    from model.plan import Plan
    from tui.screens.workspace import Workspace


def _say(space: Workspace, key: str, **values: object) -> None:
    space.status_bar.tell(space.desk.words(f"scenarios.{key}", **values))


def _title(space: Workspace, id_: str) -> str:
    return visible(space.desk.plan.scenarios[id_].title or space.desk.words("scenarios.untitled"))


def _pick(space: Workspace, title: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
    space.dialog = Picker(space.desk, space, space.desk.words(f"scenarios.{title}"), choices, then)


# --- which one is at work ---------------------------------------------------------------------------------------


def activate(space: Workspace, id_: str | None) -> None:
    """Let the budget be a scenario's, or the plan's own again, and say so."""
    space.desk.session.asked_scenario = id_
    space.desk.session.history.checkpoint()
    space.form.state.reload()
    space.refresh_panes()
    space.redraw()
    if id_ is None:
        _say(space, "active_plan")
    else:
        _say(space, "active", title=_title(space, id_))


def next_scenario(space: Workspace) -> None:
    """From the plan to each scenario in turn, and back to the plan."""
    ids = [None, *space.desk.plan.scenarios]
    if len(ids) == 1:
        _say(space, "none")
    else:
        activate(space, ids[(ids.index(space.desk.scenario) + 1) % len(ids)])


def _subject(space: Workspace, then: Callable[[str], None]) -> None:
    """Do something with the scenario that is meant: the current one of the list, the one at work, or one asked for."""
    desk, in_list = space.desk, space.list.current if space.section == "scenarios" else ""
    if meant := in_list or desk.scenario:
        then(meant)
    elif desk.plan.scenarios:
        _pick(space, "which_title", [_scenario(space, id_) for id_ in desk.plan.scenarios], then)
    else:
        _say(space, "none")


# --- the menu ---------------------------------------------------------------------------------------------------


def scenario_menu(space: Workspace) -> None:
    """The plan and its scenarios to choose from; a new one; the one at work duplicated, renamed, removed."""
    choices = [_scenario(space, None), *(_scenario(space, id_) for id_ in space.desk.plan.scenarios)]
    words, at_work = space.desk.words, space.desk.scenario
    if at_work is None:
        choices.append(Choice("  " + words("scenarios.new_from_plan"), "!new"))
    else:
        choices += [
            Choice("  " + words(f"scenarios.{key}", title=_title(space, at_work)), f"!{deed}")
            for key, deed in (
                ("new_from", "new"),
                ("duplicate", "duplicate"),
                ("rename", "rename"),
                ("delete", "delete"),
            )
        ]
    _pick(space, "menu_title", choices, partial(_take, space))


def _scenario(space: Workspace, id_: str | None) -> Choice:
    """A scenario with its total and the difference to the plan; the one at work is marked."""
    from model.comparison import totals
    from tui.formats.numbers import format_gap
    from tui.money import money

    desk = space.desk
    whole, side = totals(desk.plan), desk.tax_side
    note = money(desk, getattr(whole[id_], side))
    if id_ is not None and (gap := getattr(whole[id_] - whole[None], side)):
        note += f" ({format_gap(gap, desk.numbers)})"
    name = desk.words("scenarios.the_plan") if id_ is None else f"{id_} {_title(space, id_)}"
    return Choice(("● " if id_ == desk.scenario else "  ") + name, id_ or "", note)


def _take(space: Workspace, value: str) -> None:
    if not value.startswith("!"):
        activate(space, value or None)
        return
    at_work = space.desk.scenario
    if value == "!new":
        space.question(space.desk.words("scenarios.title_question"), partial(_begin, space, at_work))
    elif at_work is not None:
        {"!duplicate": _duplicate, "!rename": _ask_title, "!delete": _remove}[value](space, at_work)


def _begin(space: Workspace, base: str | None, title: str) -> None:
    """A new scenario, on the one at work if there is one, at work at once."""
    new_id = space.desk.session.add("scenarios", base, None, title=title, base=base)
    space.changed()
    activate(space, new_id)


def duplicate_scenario(space: Workspace) -> None:
    """The same differences once more, under another title."""
    _subject(space, partial(_duplicate, space))


def _duplicate(space: Workspace, id_: str) -> None:
    from model.duplicates import duplicated

    title = space.desk.words("scenarios.copy_of", title=_title(space, id_))
    plan, new_id = duplicated(space.desk.plan, f"scenarios.{id_}", title=title)
    space.desk.session.replace(plan, f"scenarios.{new_id}", "add")
    if space.section == "scenarios":
        space.show_section("scenarios", new_id)
    space.changed()
    if space.desk.scenario is not None:
        activate(space, new_id)
    _say(space, "duplicated", id=new_id, title=title)


def _ask_title(space: Workspace, id_: str) -> None:
    title = space.desk.plan.scenarios[id_].title or ""
    space.question(space.desk.words("scenarios.rename_question"), partial(_rename, space, id_), title)


def _rename(space: Workspace, id_: str, title: str) -> None:
    space.desk.session.history.checkpoint()
    space.desk.session.edit(f"scenarios.{id_}.title", title)
    space.desk.session.history.checkpoint()
    space.changed()
    _say(space, "renamed", title=_title(space, id_))


def _remove(space: Workspace, id_: str) -> None:
    changing.remove_record(space, f"scenarios.{id_}")
    space.redraw()


# --- read and promoted ------------------------------------------------------------------------------------------


def compare(space: Workspace) -> None:
    """All scenarios side by side with the plan."""
    from tui.dialogs.report import Deed
    from tui.reports.comparison import Shown

    shown = Shown()
    # The report itself names these keys where there are more scenarios than it has room for.
    deeds = {"left": Deed(partial(shown.by, -1)), "right": Deed(partial(shown.by, 1))}
    space.read(space.desk.words("scenarios.compare_title"), shown.lines, deeds)


def consequences(space: Workspace) -> None:
    """What the scenario at work takes away, and how it moves what the money is for."""
    from tui.reports.consequences import lines

    space.read(space.desk.words("scenarios.consequences_title"), lines)


def promote(space: Workspace) -> None:
    """Show what the plan would become; asked to, make it so."""
    _subject(space, partial(_propose, space))


def _propose(space: Workspace, id_: str) -> None:
    from model.differences import differences
    from model.edits import EditRefusedError
    from model.promotion import CHANGED, promoted
    from tui.dialogs.report import Deed
    from tui.reports.promotion import lines

    words, title = space.desk.words, _title(space, id_)
    try:
        plan = promoted(space.desk.plan, id_)
    except EditRefusedError as refusal:
        _say(space, "promote_refused", title=title, path=visible(refusal.path))
        return
    changes = differences(space.desk.plan, plan, CHANGED)
    do = partial(_promote, space, plan, title, len(changes))
    deeds = {"enter": Deed(do, words("scenarios.promote_deed"), words("messages.enter")), "p": Deed(do)}
    space.read(words("scenarios.promote_title", title=title), partial(lines, id_, plan, changes), deeds)


def _promote(space: Workspace, plan: Plan, title: str, number: int) -> None:
    """Take the plan that was read about, as one step; the plan itself is then at work."""
    space.dialog = None
    space.desk.session.replace(plan, "budget", "promote")
    space.desk.session.asked_scenario = None
    space.show_section(space.section)
    space.changed()
    space.redraw()
    space.status_bar.tell(space.desk.words.count("scenarios.promoted", number, title=title))
