"""The objectives: what is to be reached, by how much and by when, and what each answers."""

from collections.abc import Iterator

from model.objectives import Objective
from tui.exports.document import Block
from tui.exports.scribe import Scribe

ID = "objectives"
_FACTS = ("metric", "baseline_date", "owner", "growth", "parent", "answers", "segments", "note")


def blocks(scribe: Scribe) -> Iterator[Block]:
    """The objectives of each family, each on a card."""
    for family in ("activity", "communication", "customers", None):
        among = {id_: one for id_, one in scribe.plan.objectives.items() if one.family == family}
        title = scribe.choice("objectives.family", family) or scribe.words("exports.no_family")
        yield from scribe.section(title[:1].upper() + title[1:], _cards(scribe, among))


def _cards(scribe: Scribe, among: dict[str, Objective]) -> Iterator[Block]:
    for id_, objective in among.items():
        aim = scribe.target(objective)
        state = scribe.words("exports.aim", target=aim) if aim else ""
        yield scribe.card(id_, objective, _about(scribe, objective), state)


def _about(scribe: Scribe, objective: Objective) -> Iterator[Block]:
    names = [name for name in ("baseline", *_FACTS) if name != "baseline_date" or objective.baseline is not None]
    yield from scribe.facts("objectives", objective, ("deadline", *names), unit=objective.unit)
