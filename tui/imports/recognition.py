"""Of which kind a file is: by its first bytes, then by the words in them, by its suffix when they say nothing."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from model.plain import frozen
from tui.imports.refusing import ImportRefusedError
from tui.text import folded

_LOOKED_INTO = 300
HEAD = 65536
"""How many bytes are looked at."""
_OURS = b"_planmark"
_ENCODED = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))
_MONEY = r"(?:montant|amount|libelle|label|prix|price|cout|cost|fournisseur|supplier|ht|ttc|debit|credit|budget)s?\b"
_DAYS = "date|jour|day|periode|period|mois|month|semaine|week|trimestre|quarter"
_PERIODS = r"releve|reading|valeur|value|janv|jan\b|january|fevr|feb|mars|march|t[1-4] |q[1-4] |20\d\d-\d\d"
_TABLES = (".csv", ".tsv", ".txt", ".tab", ".xlsx", ".xlsm")
_TOP_ROWS, _BOOK_NAMES = 12, 40
"""How many lines of a text, or names of a workbook, are near its top."""


@frozen
class Head:
    """The beginning of a file: its suffix in lower case, its bytes, its words without accents (a workbook's too)."""

    suffix: str
    start: bytes
    text: str
    is_book: bool = False
    is_ours: bool = False
    is_folder: bool = False


def holds_invoices(folder: Path) -> bool:
    """Whether a path is a folder, not a hidden one, with a file in it that may be an invoice."""
    if folder.name.startswith(".") or not folder.is_dir():
        return False
    try:
        return any(one.suffix.lower() in (".pdf", ".xml") for one in islice(folder.iterdir(), _LOOKED_INTO))
    except OSError:
        return False


def head_of(file: Path) -> Head:
    """The beginning of a file; nothing of a folder.

    Raises:
        ImportRefusedError: there is no such file, or it cannot be opened.
    """
    if file.is_dir():
        return Head("", b"", "", is_folder=True)
    try:
        with file.open("rb") as opened:
            start = opened.read(HEAD)
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    except OSError as error:
        raise ImportRefusedError("imports.closed", file=str(file)) from error
    if start.startswith(b"PK\x03\x04"):
        return _book(file, start)
    encoding = next((name for mark, name in _ENCODED if start.startswith(mark)), "latin-1")
    if encoding == "latin-1" and b"\xc3" in start:
        encoding = "utf-8"
    return Head(file.suffix.lower(), start, folded(start.decode(encoding, "replace")))


def _book(file: Path, start: bytes) -> Head:
    """A workbook, its words without reading it as one: enough to see what its columns are called."""
    found, names = b"", b""
    try:
        with zipfile.ZipFile(file) as archive:
            inside = archive.namelist()
            for name in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
                if name in inside:
                    with archive.open(name) as part:
                        names, found = (
                            (names + part.read(HEAD), found) if "workbook" in name else (names, found + part.read(HEAD))
                        )
    except Exception:  # an archive that is damaged fails in many ways; whoever reads it says so
        return Head(file.suffix.lower(), start, "")
    text = folded(re.sub(r"<[^>]*>", "\n", found.decode("utf-8", "replace")))
    return Head(file.suffix.lower(), start, text, is_book=bool(names), is_ours=_OURS in names)


def _invoice(head: Head) -> bool:
    is_xml = head.start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")
    return (
        head.is_folder
        or b"%PDF-" in head.start[:1024]
        or (
            is_xml
            and re.search(r"<([\w.-]+:)?(crossindustryinvoice|invoice|creditnote|crossindustrydocument)\b", head.text)
            is not None
        )
    )


def _ledger(head: Head) -> bool:
    from tui.imports.ledger.columns import is_header, names_header

    lines = re.split(r"[\r\n]+", head.text.lstrip("\ufeff")[:4000])
    return names_header(lines) if head.is_book else any(map(is_header, lines[:20]))


def _exported(head: Head) -> bool:
    """A first row with the names of an exported CSV, in whatever file a spreadsheet has kept it."""
    from tui.imports.lines_back.header import COLUMNS, columns_of

    lines = [line for line in head.text.lstrip("\ufeff").splitlines() if line.strip()]
    if head.is_book:
        return bool(columns_of(lines[: len(COLUMNS)]))
    return bool(lines) and any(columns_of(lines[0].split(mark)) for mark in (";", ",", "\t", "|"))


def _has(head: Head, *groups: str) -> bool:
    """Whether the beginning has a word of each group; a group is a pattern."""
    text = head.text[:8000]
    return (head.is_book or head.suffix in _TABLES) and all(re.search(rf"\b(?:{group})", text) for group in groups)


def _quotes(head: Head) -> bool:
    """Suppliers, what they offer and until when, near the top; a budget may have all three, and what sorts it."""
    lines = [line for line in head.text.lstrip("\ufeff").splitlines() if line.strip()]
    top = replace(head, text="\n".join(lines[: _BOOK_NAMES if head.is_book else _TOP_ROWS]))
    offered = _has(top, "devis|quotes?|offres?|offer", "valid|expir|jusqu", "fournisseur|supplier|prestataire|vendor")
    return offered and not _has(top, r"rubrique|categor|statut|status|engage|committed|realise|actual|depense|spent")


def _is_table(head: Head) -> bool:
    """A table, or what was one before it was saved as something that is not read: that is said then."""
    return head.is_book or head.suffix in (*_TABLES, ".xls", ".ods", ".numbers")


def _readings(head: Head) -> bool:
    """Indicators with values or months; days with indicators by their ids; a column of days and none of money."""
    if _has(head, _MONEY):
        return False
    if _has(head, "indicat|kpi", _PERIODS) or _has(head, _DAYS, r"k\d+\b"):
        return True
    lines = [line.lstrip('"') for line in head.text[:8000].splitlines() if line.strip()][:2]
    return (
        not head.is_book
        and head.suffix in _TABLES
        and len(lines) > 1
        and re.match(rf"(?:{_DAYS})\b.*[;,\t|]", lines[0]) is not None
        and re.match(r"\d{1,4}[-/. ]\w|[a-z]{3,9}\.? \d{2,4}|[tq]\d \d{4}", lines[1]) is not None
    )


MARKS: dict[str, Callable[[Head], bool]] = {
    "workbook": lambda head: head.is_ours,
    "ledger": _ledger,
    "invoice": _invoice,
    "dates": lambda head: head.text.lstrip("\ufeff").startswith("begin:vcalendar"),
    "json": lambda head: head.text.lstrip("\ufeff \r\n\t")[:1] in ("{", "["),
    "csv": _exported,
    "readings": _readings,
    "quotes": _quotes,
    "lines": _is_table,
}
"""How each kind is told, in this order: the first that fits is it."""


def recognised(file: Path) -> str:
    """The kind of a file; empty when it is none that we know.

    Raises:
        ImportRefusedError: there is no such file, or it cannot be opened.
    """
    head = head_of(file)
    return next((kind for kind, fits in MARKS.items() if fits(head)), "")
