"""The actions: the timeline of the year, then a sheet for each."""

from collections.abc import Iterator

from model.actions import Action, Milestone
from model.breakdowns import breakdown
from model.money import Money
from tui.exports.document import Bar, Block, Column, Mark, Row, Section, Table, Timeline
from tui.exports.scribe import Scribe, said

ID = "actions"
_FACTS = (
    "how",
    "owner",
    "team",
    "entity",
    "start",
    "end",
    "objectives",
    "segments",
    "channels",
    "mix",
    "priority",
    "depends_on",
    "resources",
    "supplier",
    "effort",
    "note",
    "verdict",
    "lesson",
)
_BRIEF = ("owner", "start", "end", "objectives")


def blocks(scribe: Scribe) -> Iterator[Block]:
    """The timeline, then the sheets; a board sees them in a table."""
    plan, words = scribe.plan, scribe.words
    if not plan.actions:
        return
    costs = breakdown(plan, "action")
    yield from scribe.section(words("exports.timeline"), _timeline(scribe))
    yield from scribe.section(words("exports.overview"), _table(scribe, costs))
    if scribe.options.profile == "board":
        return
    sheets = tuple(
        scribe.card(id_, action, _sheet(scribe, action, costs.get(id_)), scribe.choice("actions.status", action.status))
        for id_, action in plan.actions.items()
    )
    yield Section(words("exports.sheets"), sheets)


def _timeline(scribe: Scribe) -> Iterator[Block]:
    sheet, actions = scribe.plan.plan, scribe.plan.actions
    days = [day for one in actions.values() for day in (one.start, one.end) if day]
    start, end = sheet.start or min(days, default=None), sheet.end or max(days, default=None)
    if start is None or end is None or start >= end:
        return
    bars = (
        Bar(
            id_,
            said(action.title),
            action.start,
            action.end,
            scribe.name(action.owner, "team"),
            tuple(_marks(action)),
        )
        for id_, action in actions.items()
        if action.status != "dropped"
    )
    yield Timeline(start, end, tuple(bars))


def _marks(action: Action) -> Iterator[Mark]:
    for one in action.milestones.values():
        if day := one.done or one.due:
            yield Mark(said(one.title), day, one.done is not None)


def _table(scribe: Scribe, costs: dict[str, Money]) -> Iterator[Block]:
    names = ("title", "owner", "start", "end", "status")
    columns = (
        Column(scribe.words("exports.ref")),
        *(Column(scribe.label(f"actions.{name}")) for name in names),
        Column(scribe.side_title, is_figure=True),
    )
    rows = []
    for id_, action in scribe.plan.actions.items():
        cells = (scribe.cell("actions", action, name) for name in names if name != "owner")
        title, start, end, status = cells
        owner = scribe.name(action.owner, "team")
        rows.append(Row((id_, title, owner, start, end, status, scribe.cost(costs.get(id_)))))
    yield Table(columns, tuple(rows))


def _sheet(scribe: Scribe, action: Action, cost: Money | None) -> Iterator[Block]:
    yield from scribe.paragraph(action.what)
    yield from scribe.facts("actions", action, _FACTS, ((scribe.words("exports.cost"), scribe.cost(cost)),))
    if action.milestones:
        yield Section(scribe.words("sections.actions.milestones"), (_milestones(scribe, action.milestones),))


def _milestones(scribe: Scribe, milestones: dict[str, Milestone]) -> Table:
    names = ("title", "due", "done")
    columns = tuple(Column(scribe.label(f"actions.milestones.{name}")) for name in names)
    rows = (tuple(scribe.cell("actions.milestones", one, name) for name in names) for one in milestones.values())
    return Table(columns, tuple(Row(row) for row in rows))
