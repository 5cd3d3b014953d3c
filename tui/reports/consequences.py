"""What the scenario at work entails: money, what loses its funding, shares of families of objectives, unit costs."""

from collections.abc import Iterable

from model.overlay import left_out
from model.whatif.consequences import lost
from model.whatif.effects import families, unit_costs
from tui.desk import Desk
from tui.formats.consequences import consequence_sentence
from tui.formats.effects import family_sentence, unit_cost_sentence
from tui.reports.prose import headed, said, total_sentence
from tui.text import visible
from tui.widgets.pane import Row


def lines(desk: Desk, width: int) -> list[Row]:
    """The plan and what the scenario makes of it, a sentence a consequence."""
    words, palette, id_ = desk.words, desk.palette, desk.scenario
    if id_ is None:
        return said(width, words("scenarios.consequences_none_active"), palette.text)
    before, after = desk.plan, desk.seen
    title = visible(desk.plan.scenarios[id_].title or id_)
    costs = [consequence_sentence(cost, after, words) for cost in lost(before, after, left_out(before, id_))]
    shares = [family_sentence(share, words, desk.numbers) for share in families(before, after)]
    prices = [unit_cost_sentence(cost, after, words, desk.numbers) for cost in unit_costs(before, after)]
    return [
        *said(width, words("scenarios.consequences_of", title=title), palette.strong),
        *said(width, total_sentence(desk, before, after), palette.text),
        *_part(desk, width, "lost_title", costs, "consequences_none"),
        *_part(desk, width, "families_title", shares, "unmoved"),
        *_part(desk, width, "units_title", prices, "unmoved"),
    ]


def _part(desk: Desk, width: int, title: str, sentences: Iterable[str], nothing: str) -> list[Row]:
    """A heading and what there is to say under it, or that there is nothing."""
    words, palette = desk.words, desk.palette
    rows = headed(width, words(f"scenarios.{title}"), palette.accent)
    told = [row for sentence in sentences for row in said(width, f"· {sentence}", palette.text, 2)]
    return rows + (told or said(width, words(f"scenarios.{nothing}"), palette.muted))
