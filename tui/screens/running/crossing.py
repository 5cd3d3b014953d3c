"""Commands about the SWOT: crossing it into objectives, drawing its lines from other findings, setting a line aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.listing import Listing
from tui.dialogs.picker import Choice
from tui.dialogs.report import Closed, Deed
from tui.pages import section_of
from tui.text import visible

if TYPE_CHECKING:
    from model.trace.drawing import Kind
    from tui.reports.crossing import Crossed
    from tui.screens.workspace import Workspace

SWOT = "diagnostic.swot"
SHORT = 40


def cross(space: Workspace) -> None:
    """The internal items by the external ones: Enter makes an objective of a pair."""
    from tui.reports.crossing import Crossed

    _show(space, Crossed())


def _show(space: Workspace, state: Crossed) -> Listing:
    words = space.desk.words
    deeds = {
        "enter": Deed(partial(_answer, space, state), words("crossing.key.draft"), words("trace.enter")),
        "right": Deed(partial(state.step, 1), words("trace.key.column"), words("trace.arrows")),
        "left": Deed(partial(state.step, -1)),
        "s": Deed(partial(_set_aside_here, space, state), words("crossing.key.set_aside")),
        "o": Deed(partial(_open, space), words("trace.key.open")),
    }
    listing = space.go_through(words("crossing.title"), state.items, lambda _: _answer(space, state), deeds)
    listing.wanted = space.records.current if space.section == SWOT else ""
    return listing


def _inner(space: Workspace) -> str:
    """The item of the line one stands on."""
    item = space.dialog.item if isinstance(space.dialog, Listing) else None
    return item.path.rpartition(".")[2] if item is not None else ""


def _answer(space: Workspace, state: Crossed) -> None:
    """The objective of the pair: a draft where there is none, else a choice."""
    from model.trace.crossing import crossed, sides

    inner, outer = _inner(space), state.outer
    if inner not in sides(space.desk.plan)[0]:
        _tell(space, "choose_pair")
        return
    found = crossed(space.desk.plan).get((inner, outer), ())
    if not found:
        _draft(space, inner, outer)
        return
    words = space.desk.words
    choices = [Choice(f"{id_} {space.desk.name(id_, ('objectives',))}", id_) for id_ in found]
    choices.append(Choice(words("crossing.another"), ""))
    space.pick(words("crossing.pair", inner=inner, outer=outer), choices, partial(_chosen, space, inner, outer))


def _chosen(space: Workspace, inner: str, outer: str, objective: str) -> None:
    if objective:
        space.go_to(f"objectives.{objective}")
        space.focus(to_form=True)
    else:
        _draft(space, inner, outer)


def _draft(space: Workspace, inner: str, outer: str) -> None:
    """A new objective that answers both, its title to be written over at once."""
    from model.trace.crossing import crossing_of, drafted

    desk = space.desk
    name = crossing_of(desk.plan, inner, outer)
    swot = desk.plan.diagnostic.swot
    title = desk.words(f"crossing.draft.{name}", inner=_short(swot[inner].text), outer=_short(swot[outer].text))
    plan, new_id = drafted(desk.plan, inner, outer, title)
    desk.session.replace(plan, f"objectives.{new_id}", "add")
    space.hear_dialog(Closed())
    space.go_to(f"objectives.{new_id}.title")
    space.changed()
    _tell(space, "drafted", id=new_id, inner=inner, outer=outer)


def _short(text: str | None) -> str:
    text = visible(text or "").strip().rstrip(".")
    if len(text) <= SHORT:
        return text
    return text[:SHORT].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _set_aside_here(space: Workspace, state: Crossed) -> None:
    if inner := _inner(space):
        _ask_reason(space, f"{SWOT}.{inner}", partial(_show, space, state))


def _open(space: Workspace) -> None:
    if inner := _inner(space):
        space.hear_dialog(Closed())
        space.go_to(f"{SWOT}.{inner}")
        space.focus(to_form=True)


def _tell(space: Workspace, key: str, **values: str) -> None:
    space.status_bar.tell(space.desk.words(f"crossing.{key}", **values))


# --- setting aside ----------------------------------------------------------------------------------------------------


def set_aside(space: Workspace) -> None:
    """Say why nobody will answer the current item; one that was set aside is taken up again."""
    if space.section == SWOT and space.records.current:
        _ask_reason(space, space.records.current_path, lambda: None)


def _ask_reason(space: Workspace, path: str, after: object) -> None:
    from model.paths import read

    item = read(space.desk.plan, path)
    id_ = visible(path.rpartition(".")[2])
    if (item.set_aside or "").strip():
        _put(space, path, None, after)
        _tell(space, "taken_up", id=id_)
    else:
        space.question(space.desk.words("crossing.why_aside", id=id_), lambda text: _put(space, path, text, after))


def _put(space: Workspace, path: str, reason: str | None, after: object) -> None:
    space.desk.edit(f"{path}.set_aside", reason)
    space.changed()
    if callable(after):
        after()
    if reason:
        _tell(space, "set_aside", id=visible(path.rpartition(".")[2]))


# --- drawing ----------------------------------------------------------------------------------------------------------


def draw(space: Workspace) -> None:
    """Draw a line of the SWOT from the current finding."""
    from model.trace.drawing import SAYING, drawn_from, kind_of
    from model.trace.graph import graph_of

    path = space.records.current_path if space.has_list else ""
    if section_of(path) not in SAYING:
        _tell(space, "not_drawable")
        return
    there = drawn_from(graph_of(space.desk.plan), path)
    kind = kind_of(space.desk.plan, path)
    if there:
        words = space.desk.words
        choices = [Choice(words("crossing.go_to", name=f"{id_} {space.desk.name(id_, (SWOT,))}"), id_) for id_ in there]
        choices.append(Choice(words("crossing.another_line"), ""))
        space.pick(words("crossing.drawn_already"), choices, partial(_drawn_already, space, path))
    elif kind is None:
        _ask_kind(space, path)
    else:
        _draw(space, path, kind)


def _drawn_already(space: Workspace, path: str, line: str) -> None:
    if line:
        space.go_to(f"{SWOT}.{line}")
    else:
        _ask_kind(space, path)


def _ask_kind(space: Workspace, path: str) -> None:
    words = space.desk.words
    kinds = ("strength", "weakness", "opportunity", "threat")
    choices = [Choice(words(f"choices.{SWOT}.kind.{kind}"), kind) for kind in kinds]
    space.pick(words("crossing.which_kind"), choices, partial(_draw_named, space, path))


def _draw_named(space: Workspace, path: str, kind: str) -> None:
    kinds: dict[str, Kind] = {
        "strength": "strength",
        "weakness": "weakness",
        "opportunity": "opportunity",
        "threat": "threat",
    }
    _draw(space, path, kinds[kind])


def _draw(space: Workspace, path: str, kind: Kind) -> None:
    from model.trace.drawing import drawn

    plan, new_id = drawn(space.desk.plan, path, kind)
    space.desk.session.replace(plan, f"{SWOT}.{new_id}", "add")
    space.changed()
    named = space.desk.words(f"choices.{SWOT}.kind.{kind}")
    _tell(space, "drawn", id=new_id, kind=named, origin=visible(path.rpartition(".")[2]))
