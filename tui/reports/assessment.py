"""Customer orientation as a picture: a bar a theme, last time's end marked on it, and where to begin."""

from collections.abc import Iterator

from model.orientation import THEMES, Assessed, by_theme, overall
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.assessments import in_percent
from tui.reports.bars import bar, marked
from tui.reports.prose import headed, said
from tui.widgets.pane import Row

LABEL, FIGURES = 26, 20
FIRST = 3


def items(desk: Desk, width: int) -> list[Item]:
    """The bars, the whole last; then the questions with the lowest scores, each leading to its own."""
    words, palette = desk.words, desk.palette
    lines = [_bar(desk, words(f"master.theme.{theme}"), found, width) for theme, found in by_theme(desk.plan).items()]
    lines.append(_bar(desk, words("master.whole"), overall(desk.plan), width))
    picture = [Item(row) for row in (*lines, *said(width, words("master.bar_legend"), palette.muted))]
    return picture + list(_where_to_begin(desk, width))


def _bar(desk: Desk, label: str, found: Assessed, width: int) -> Row:
    palette, room = desk.palette, width - LABEL - FIGURES - 2
    row = Row(width).to(1).add(label, palette.text, LABEL - 2).to(LABEL)
    drawn = bar(found.percent or 0, 100, room)
    if found.percent is not None and found.rise:
        drawn = marked(drawn, found.percent - found.rise, 100, room, "│")
    return row.add(drawn.ljust(room), palette.accent).add(f" {in_percent(found, desk.words)}", palette.strong)


def _where_to_begin(desk: Desk, width: int) -> Iterator[Item]:
    words, palette, answers = desk.words, desk.palette, desk.plan.orientation
    asked = [question for questions in THEMES.values() for question in questions]
    scores = {q: score for q in asked if q in answers and (score := answers[q].score) is not None}
    if len(scores) < len(asked):
        yield from (Item(row) for row in headed(width, words("master.unanswered"), palette.strong))
        yield from (_question(desk, q, "—", width) for q in asked if q not in scores)
    if scores:
        yield from (Item(row) for row in headed(width, words("master.begin"), palette.strong))
        lowest = sorted(scores, key=scores.__getitem__)[:FIRST]
        yield from (_question(desk, q, f"{scores[q]}/4", width) for q in lowest)


def _question(desk: Desk, question: str, score: str, width: int) -> Item:
    palette = desk.palette
    row = Row(width).to(1).add(f"{question:<4}", palette.muted).add(f"{score:<5}", palette.strong)
    return Item(row.add(desk.title(f"orientation.{question}"), palette.text), f"orientation.{question}.score")
