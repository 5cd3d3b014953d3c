"""The dialog that asks for a percentage: the usual ones, or any that is typed."""

from decimal import Decimal

from tui.desk import Desk
from tui.dialogs.picker import Choice, Picker
from tui.formats.numbers import EntryError, format_number, parse_number

LARGEST = Decimal(1000)


def percent_of(desk: Desk, percent: Decimal) -> str:
    """A percentage with its sign: `+3 %`, `−10%`."""
    text = format_number(percent, desk.numbers)
    return desk.words("last_year.percent", n=f"+{text}" if percent > 0 else text)


class PercentPicker(Picker):
    """Takes a percentage among the choices, or the one typed in the line above them."""

    def _narrow(self) -> None:
        super()._narrow()
        try:
            percent = parse_number(self.buffer.text, self.desk.numbers)
        except EntryError:
            return
        if -100 <= percent <= LARGEST:
            self.found = [Choice(percent_of(self.desk, percent), f"{percent:f}")]
