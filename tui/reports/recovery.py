"""What would come back of an earlier sitting: the fields that differ, and the texts that were being typed."""

from model.differences import differences
from model.recovery.offer import Offer
from model.store.writing import dumps
from tui.desk import Desk
from tui.formats.dates import format_moment
from tui.formats.differences import Teller
from tui.reports.prose import headed, said
from tui.text import visible
from tui.widgets.pane import Row


def lines(offer: Offer, others: int, desk: Desk, width: int) -> list[Row]:
    """When and where it ended, what differs under its sections, the texts half typed."""
    words, palette = desk.words, desk.palette
    rows = said(width, words("recovery.ended", when=format_moment(offer.recovery.when, words.language)), palette.text)
    if offer.recovery.is_elsewhere and offer.recovery.process is not None:
        rows += said(width, words("recovery.elsewhere", host=visible(offer.recovery.process.host)), palette.warning)
    if offer.is_file_changed:
        rows += said(width, words("recovery.file_changed"), palette.warning)
    if others:
        rows += said(width, words.count("recovery.others", others), palette.text)
    return [*rows, *_changes(offer, desk, width), *_texts(offer, desk, width)]


def _changes(offer: Offer, desk: Desk, width: int) -> list[Row]:
    palette, teller = desk.palette, Teller(offer.base, offer.sitting.plan, desk.reader)
    found = differences(offer.base, offer.sitting.plan)
    rows, last = list[Row](), ""
    for section, sentence in teller.sentences(found):
        if section != last:
            rows += headed(width, desk.words(f"sections.{section}"), palette.accent)
        rows += said(width, sentence, palette.text, 2)
        last = section
    if not found and dumps(offer.base) != dumps(offer.sitting.plan):
        rows += headed(width, desk.words("recovery.order"), palette.text)
    return rows


def _texts(offer: Offer, desk: Desk, width: int) -> list[Row]:
    texts = offer.sitting.half_typed
    if not texts:
        return []
    teller, rows = Teller(offer.base, offer.sitting.plan, desk.reader), list[Row]()
    for path, text in texts.items():
        told = desk.words("recovery.text", field=teller.field(path), text=visible(" ".join(text.split())))
        rows += said(width, told, desk.palette.text, 2)
    return [*headed(width, desk.words("recovery.texts"), desk.palette.accent), *rows]
