"""The category of each line: its own cell, the cell above where a table writes it once, the titles it stands under."""

from collections.abc import Iterable, Iterator

from model.plain import frozen
from tui.imports.lines.sorting import Sorted


@frozen
class Placed:
    """A line with the category and the group that it stands under, and whether the category is that of a row above."""

    one: Sorted
    category: str
    group: str
    is_carried: bool = False


def placed(found: Iterable[Sorted], *, has_category: bool) -> tuple[list[Placed], list[Sorted]]:
    """The lines under their titles, and the titles that nothing stands under.

    Args:
        found: the rows in order.
        has_category: whether a column says the category; titles are then groups.
    """
    titles = _Titles(has_category=has_category)
    lines = [Placed(one, *titles.of(one)) for one in found if titles.heard(one)]
    titles.end()
    return lines, titles.empty


class _Titles:
    """The titles in force: the upper one, and the lower one where two stand one above the other."""

    def __init__(self, *, has_category: bool) -> None:
        self.has_category = has_category
        self.upper: Sorted | None = None
        self.lower: Sorted | None = None
        self.empty: list[Sorted] = []
        self._unused: list[Sorted] = []
        self._left = 0
        """How many lines more a total holds that stands above them as a title; a title of words ends at the next."""
        self._lower_form: tuple[int, int, bool] | None = None
        self._carried = self._named = ""

    def heard(self, one: Sorted) -> bool:
        """Take note of a row; whether it is a line."""
        if one.kind == "title" or (one.kind == "total" and one.under > 0):
            self._title(one)
            self._left = one.under if one.kind == "total" else 0
        elif one.kind in ("total", "empty_total"):
            self._carried = self._named = ""
        return one.kind == "line"

    def _title(self, one: Sorted) -> None:
        self._carried = ""
        if self.has_category and one.row.texts.get("category"):
            # A title in the very column of categories names the category of what follows.
            self._named = one.row.texts["category"]
            return
        above = self._unused[-1] if self._unused else None
        if above is not None and above is self.upper and _form(above) != _form(one):
            self.lower, self._lower_form = one, _form(one)
        elif self.upper is not None and self._lower_form == _form(one) and self._lower_form != _form(self.upper):
            self._drop(self.lower)
            self.lower = one
        else:
            self._drop(self.lower)
            self._drop(self.upper)
            self.upper, self.lower = one, None
        self._unused.append(one)

    def _drop(self, title: Sorted | None) -> None:
        """A title gives way to another; one that nothing has stood under is told."""
        if title is not None and title in self._unused:
            self._unused.remove(title)
            if title.kind == "title":
                self.empty.append(title)

    def of(self, one: Sorted) -> tuple[str, str, bool]:
        """The category and group of a line, and whether the category was carried down to it."""
        self._unused.clear()
        if self._left and not self.has_category:
            self._left -= 1
            upper, self.upper = self.upper, self.upper if self._left else None
            return _name(upper) if upper else "", one.row.texts.get("group", ""), False
        own, titles = one.row.texts, [_name(title) for title in (self.upper, self.lower) if title is not None]
        if not self.has_category:
            return (titles or [""])[0], own.get("group", titles[1] if len(titles) > 1 else ""), False
        category = own.get("category", "") or self._named
        is_carried = not category and bool(self._carried)
        self._carried = category or self._carried
        return self._carried, own.get("group", titles[-1] if titles else ""), is_carried

    def end(self) -> None:
        """What is left of the titles has nothing under it."""
        self.empty += [title for title in self._unused if title.kind == "title"]


def _name(title: Sorted) -> str:
    return title.text.strip().rstrip(":").strip()


def _form(title: Sorted) -> tuple[int, int, bool]:
    """By what titles of one level are alike: the column, the depth of the number, capitals."""
    from tui.imports.lines.sorting import depth_of

    text = title.text
    return title.row.first[0], depth_of(text), text.isupper()


def carried(lines: Iterable[Placed]) -> Iterator[int]:
    """The rows whose category is that of a row above."""
    return (line.one.row.number for line in lines if line.is_carried)
