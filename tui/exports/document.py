"""The document between a plan and the formats: chapters of blocks, cells that keep their values, no layout.

Every text in it is clean (`tui.exports.scribe.said`) and in the language of the deliverable; values stay values, which
each format writes as it can: as a number of a sheet, or as text by `tui.exports.wording.text_of`.
"""

from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from model.plain import frozen
from model.plan import Plan
from tui.exports.options import Options

# --- cells ------------------------------------------------------------------------------------------------------


@frozen
class Amount:
    """Money, with the decimals that it is shown with; already rounded where the profile rounds."""

    value: Decimal
    currency: str
    places: int = 2


@frozen
class Percent:
    """A percentage: 12.5 is 12.5 %."""

    value: Decimal
    signed: bool = False


@frozen
class Number:
    """A figure in a unit."""

    value: Decimal
    unit: str = ""
    signed: bool = False


@frozen
class Score:
    """So many out of so many."""

    value: int
    most: int = 5


@frozen
class Month:
    """A month, `2027-03`."""

    value: str


Cell = str | Amount | Percent | Number | Score | Month | date | None
"""What stands in a table or beside a label; None where nothing is known."""

# --- blocks -----------------------------------------------------------------------------------------------------


@frozen
class Paragraph:
    """Running text; its line breaks are kept. A `lead` sums up what follows, a `remark` explains it in small."""

    text: str
    kind: Literal["plain", "lead", "remark"] = "plain"


@frozen
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]


@frozen
class Facts:
    """Labels with their values."""

    rows: tuple[tuple[str, Cell], ...]


@frozen
class Figure:
    """A figure to be seen from afar, what it is, and a word on it."""

    label: str
    value: Cell
    detail: str = ""


@frozen
class Figures:
    """A row of key figures."""

    items: tuple[Figure, ...]


@frozen
class Column:
    """A column of a table: its title, and whether figures stand in it."""

    title: str
    is_figure: bool = False


@frozen
class Row:
    """A row of a table; a `group` heads the rows after it, `subtotal` and `total` sum those before."""

    cells: tuple[Cell, ...]
    kind: Literal["line", "group", "subtotal", "total"] = "line"


@frozen
class Table:
    """Columns and rows, each row with a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""


@frozen
class Item:
    """A line of a quadrant: the id of its record, its text, its weight from 1 to 5, what it rests on."""

    id: str
    text: str
    weight: int | None = None
    evidence: str = ""


@frozen
class Quadrant:
    """One corner of the SWOT; `kind` is the plan's word for it, for its colour."""

    kind: str
    title: str
    items: tuple[Item, ...]


@frozen
class Quadrants:
    """The SWOT: strengths and weaknesses above, opportunities and threats below."""

    corners: tuple[Quadrant, ...]
    rows: tuple[str, str] = ("", "")
    columns: tuple[str, str] = ("", "")


@frozen
class Series:
    """The values of a chart under one name, one for each category; None where there is none."""

    name: str
    values: tuple[Decimal | None, ...]
    kind: Literal["actual", "expected", "plain"] = "plain"


@frozen
class Chart:
    """Data for a chart: `columns` over time, `bars` from a list, `lines` of readings against a path.

    `currency` where the values are money, else their `unit`.
    """

    kind: Literal["columns", "bars", "lines"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    currency: str = ""
    places: int = 0
    days: tuple[date, ...] = ()
    """The days of the categories, where they are days: they are not equally far apart."""


@frozen
class Mark:
    """A milestone on a bar of the timeline."""

    title: str
    day: date
    is_done: bool = False


@frozen
class Bar:
    """An action on the timeline; without a start or an end it runs from, or to, the edge."""

    id: str
    title: str
    start: date | None
    end: date | None
    owner: str = ""
    marks: tuple[Mark, ...] = ()


@frozen
class Timeline:
    """The actions over the plan's year."""

    start: date
    end: date
    bars: tuple[Bar, ...]


@frozen
class Card:
    """A record on a sheet of its own: its id and title, a word on its state, then blocks."""

    id: str
    title: str
    blocks: "tuple[Block, ...]"
    state: str = ""


@frozen
class Section:
    """A part of a chapter under a heading; sections may hold sections."""

    title: str
    blocks: "tuple[Block, ...]"


Block = Paragraph | Bullets | Facts | Figures | Table | Quadrants | Chart | Timeline | Card | Section

# --- the whole --------------------------------------------------------------------------------------------------


@frozen
class Chapter:
    """A chapter: `id` is its name among chapters (`budget`), whatever the language."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@frozen
class Cover:
    """What stands on the first page."""

    title: str
    client: str = ""
    author: str = ""
    period: str = ""
    status: str = ""
    scenario: str = ""
    kind: str = ""
    """What the document is: `Operational marketing plan`."""
    made: str = ""
    """The day that it is of; Markdown goes without, so that git sees no change where there is none."""


@frozen
class Document:
    """A plan as it is handed over.

    `plan` is the plan as the scenario sees it and the profile shows it: what the profile hides is not in it, so no
    format can give it away. `whole` is the same without the scenario, all scenarios in it.
    """

    cover: Cover
    chapters: tuple[Chapter, ...]
    plan: Plan
    whole: Plan
    options: Options
    places: int = 2
    """The decimals that the plan's amounts are shown with."""
    step: Decimal | None = None
    """What the profile rounds amounts to."""
    remarks: tuple[str, ...] = field(default=())
    """What the reader of any figure has to know: which side of the tax, rounded to what."""
