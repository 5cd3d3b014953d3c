"""A text being typed: its cursor, its words, and how it wraps in a given width."""

from rich.cells import cell_len

from model.plain import slotted


def wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Where each displayed row of the text starts and ends: broken after spaces, line feeds not included."""
    rows: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        rows.extend(_broken(line, start, max(width, 1)))
        start += len(line) + 1
    return rows


def _broken(line: str, offset: int, width: int) -> list[tuple[int, int]]:
    if cell_len(line) <= width:
        return [(offset, offset + len(line))]
    rows, start, cells, space = [], 0, 0, -1
    for n, letter in enumerate(line):
        cells += cell_len(letter)
        if cells > width and letter != " ":
            cut = space + 1 if space >= start else n
            rows.append((offset + start, offset + cut))
            start, cells = cut, cell_len(line[cut : n + 1])
        if letter == " ":
            space = n
    return [*rows, (offset + start, offset + len(line))]


@slotted
class TextBuffer:
    """A text and its cursor (an index between 0 and the length); every move says whether it did anything."""

    text: str = ""
    cursor: int = 0

    @staticmethod
    def at_end(text: str) -> "TextBuffer":
        """The text with the cursor after its last letter."""
        return TextBuffer(text, len(text))

    def insert(self, typed: str) -> None:
        """Put text at the cursor."""
        self.text = self.text[: self.cursor] + typed + self.text[self.cursor :]
        self.cursor += len(typed)

    def erase_back(self, count: int = 1) -> bool:
        """Erase before the cursor."""
        start = max(self.cursor - count, 0)
        if start == self.cursor:
            return False
        self.text, self.cursor = self.text[:start] + self.text[self.cursor :], start
        return True

    def erase_forward(self) -> bool:
        """Erase the letter at the cursor."""
        if self.cursor >= len(self.text):
            return False
        self.text = self.text[: self.cursor] + self.text[self.cursor + 1 :]
        return True

    def erase_word(self) -> bool:
        """Erase back to the start of the word."""
        return self.erase_back(self.cursor - self._word_start())

    def _word_start(self) -> int:
        place = self.cursor
        while place and not self.text[place - 1].isalnum():
            place -= 1
        while place and self.text[place - 1].isalnum():
            place -= 1
        return place

    def move(self, by: int) -> bool:
        """Move the cursor by letters."""
        return self._go(self.cursor + by)

    def word_left(self) -> bool:
        """Move to the start of the word."""
        return self._go(self._word_start())

    def word_right(self) -> bool:
        """Move past the end of the word."""
        place, length = self.cursor, len(self.text)
        while place < length and not self.text[place].isalnum():
            place += 1
        while place < length and self.text[place].isalnum():
            place += 1
        return self._go(place)

    def _go(self, place: int) -> bool:
        place = min(max(place, 0), len(self.text))
        moved, self.cursor = place != self.cursor, place
        return moved

    def row_of_cursor(self, width: int) -> int:
        """Which displayed row holds the cursor."""
        rows = wrapped(self.text, width)
        return next(n for n in reversed(range(len(rows))) if rows[n][0] <= self.cursor)

    def row_start(self, width: int) -> bool:
        """Move to the start of the displayed row."""
        return self._go(wrapped(self.text, width)[self.row_of_cursor(width)][0])

    def row_end(self, width: int) -> bool:
        """Move to the end of the displayed row."""
        return self._go(wrapped(self.text, width)[self.row_of_cursor(width)][1])

    def vertical(self, by: int, width: int) -> bool:
        """Move up or down a displayed row, keeping the column where possible; False beyond the first or last."""
        rows, row = wrapped(self.text, width), self.row_of_cursor(width)
        if not 0 <= row + by < len(rows):
            return False
        start, end = rows[row + by]
        return self._go(min(start + self.cursor - rows[row][0], end))
