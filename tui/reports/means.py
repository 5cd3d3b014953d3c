"""What each action takes: days, their cost, money, material; where it stands in the loop; sums by mix and segment."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len

from model.names import name_of
from model.plain import slotted
from model.steering.cycle import Suggestion, suggested
from model.steering.means import Means, by_mix, by_segment, means_of, total_of
from model.steering.rising import dashboard
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.numbers import format_number
from tui.pages import step_of
from tui.reports.prose import said
from tui.reports.sheet import to_right
from tui.widgets.pane import Row

TOPIC = "steering#means"
COLUMNS = ("days", "work", "money")
GAP = 2


@slotted
class MeansSheet:
    """The means of a plan on a day."""

    today: date

    def items(self, desk: Desk, width: int) -> list[Item]:
        """The actions, all together, then by mix and by segment; what is missing where there is no action."""
        if not desk.plan.actions:
            text = desk.words("steering.no_means", key=step_of("actions").key)
            return [Item(row) for row in said(width, text, desk.palette.text)]
        return list(_Lines(desk, width, self.today).items())


def suggestions(desk: Desk, today: date) -> dict[str, Suggestion]:
    """Where each action stands in the loop, by what is known of it."""
    board = dashboard(desk.plan, today)
    found = {id_: suggested(desk.plan, board, id_) for id_ in desk.plan.actions}
    return {id_: one for id_, one in found.items() if one is not None}


class _Lines:
    """The lines in their columns."""

    def __init__(self, desk: Desk, width: int, today: date) -> None:
        self.desk, self.width, self.words = desk, width, desk.words
        self.plan, self.means = desk.seen, means_of(desk.seen)
        self.turns = suggestions(desk, today)
        self.heads = [self.words(f"steering.{name}_column") for name in COLUMNS]
        shown = [*self.means.values(), total_of(self.means.values())]
        self.rooms = [
            max(cell_len(head), *(cell_len(self._figures(means)[at]) for means in shown))
            for at, head in enumerate(self.heads)
        ]
        self.loop_room = 10 if width < 100 else 22
        self.figures_at = width - 1 - self.loop_room - sum(self.rooms) - GAP * len(self.rooms)

    def _figures(self, means: Means) -> list[str]:
        numbers = self.desk.numbers
        amounts = [format_number(amount, numbers, 0) if amount else "·" for amount in (means.work, means.money)]
        return [format_number(means.days, numbers) if means.days else "·", *amounts]

    def items(self) -> Iterator[Item]:
        """Everything, from the heading to the sums."""
        muted = self.desk.palette.muted
        head = self._columns(Row(self.width), self.heads, muted=True)
        yield Item(head.add("  " + self.words("steering.loop_column"), muted))
        for id_ in self.plan.actions:
            yield from self._action(id_)
        yield self._sum(self.words("steering.all_actions"), total_of(self.means.values()))
        yield from self._grouped("steering.by_mix", self._mix_sums())
        yield from self._grouped("steering.by_segment", self._segment_sums())
        yield from (Item(row) for row in [Row(self.width), *said(self.width, self.words("steering.work_note"), muted)])

    def _columns(self, row: Row, texts: list[str], *, muted: bool = False) -> Row:
        style, end = self.desk.palette.muted if muted else self.desk.palette.text, self.figures_at
        for text, room in zip(texts, self.rooms, strict=True):
            end += GAP + room
            to_right(row, end, text, style)
        return row

    # --- an action ----------------------------------------------------------------------------------------------

    def _action(self, id_: str) -> Iterator[Item]:
        palette, action = self.desk.palette, self.plan.actions[id_]
        row = Row(self.width).add(f" {id_} {name_of(action)}", palette.strong, self.figures_at)
        self._columns(row, self._figures(self.means[id_]))
        yield Item(row.add(f"  {self._turn(id_)}", palette.text), f"actions.{id_}", TOPIC)
        yield from (Item(Row(self.width).add(f"    {text}", palette.muted)) for text in self._details(id_))
        suggestion = self.turns.get(id_)
        if suggestion is not None and suggestion.differs:
            yield Item(Row(self.width).add(f"    ! {self._differs(suggestion)}", palette.warning))

    def _turn(self, id_: str) -> str:
        """What the action says, else what is suggested, in brackets."""
        own, suggestion = self.plan.actions[id_].pdca, self.turns.get(id_)
        if own is not None:
            return self.words(f"choices.actions.pdca.{own}")
        return f"({self.words(f'choices.actions.pdca.{suggestion.turn}')})" if suggestion else ""

    def _differs(self, suggestion: Suggestion) -> str:
        turn = self.words(f"choices.actions.pdca.{suggestion.turn}")
        return self.words("steering.rather", turn=turn, reason=self.words(f"steering.reason.{suggestion.reason}"))

    def _details(self, id_: str) -> Iterator[str]:
        """People with their days; material; mix and segments."""
        action = self.plan.actions[id_]
        people = [
            f"{self.desk.name(person, ('team',)) or person} {format_number(days, self.desk.numbers)}"
            for person, days in action.effort.items()
        ]
        kinds = [self.words(f"choices.actions.mix.{action.mix}")] if action.mix else []
        kinds += [self.desk.name(segment, ("segments",)) or segment for segment in action.segments]
        for parts in (people, kinds):
            if parts:
                yield " · ".join(parts)
        if action.resources:
            yield self.words("steering.material", text=action.resources)

    # --- sums ---------------------------------------------------------------------------------------------------

    def _sum(self, name: str, means: Means) -> Item:
        row = Row(self.width).add(f" {name}", self.desk.palette.strong, self.figures_at)
        return Item(self._columns(row, self._figures(means)))

    def _mix_sums(self) -> dict[str, Means]:
        found = by_mix(self.plan)
        named = {key: self.words(f"choices.actions.mix.{key}") for key in found if key}
        return {named.get(key, self.words("steering.no_mix")): means for key, means in found.items()}

    def _segment_sums(self) -> dict[str, Means]:
        found = by_segment(self.plan)
        if set(found) == {""}:
            return {}
        named = {key: f"{key} {self.desk.name(key, ('segments',))}".rstrip() for key in found if key}
        return {named.get(key, self.words("steering.no_segment")): means for key, means in found.items()}

    def _grouped(self, title: str, sums: dict[str, Means]) -> Iterator[Item]:
        if not sums:
            return
        yield Item(Row(self.width))
        yield Item(Row(self.width).add(f" {self.words(title)}", self.desk.palette.accent))
        for name, means in sums.items():
            number = self.words.count("steering.n_actions", means.actions)
            row = Row(self.width).add(f"   {name}", self.desk.palette.text).add(f"  {number}", self.desk.palette.muted)
            yield Item(self._columns(row, self._figures(means)))


def noted(desk: Desk, action: str, today: date) -> str | None:
    """Put the suggested state of the loop in an action; the state, or None where there is nothing to put."""
    found = suggestions(desk, today).get(action)
    if found is None or desk.plan.actions[action].pdca == found.turn:
        return None
    desk.session.edit(f"actions.{action}.pdca", found.turn)
    return found.turn
