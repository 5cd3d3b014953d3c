"""The columns of a ledger by their names: in any order, in any case, as various programs spell them."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from model.plain import frozen
from tui.text import folded

SEPARATORS = ("\t", "|", ";", ",")
COLUMNS = (
    "JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib",
    "PieceRef", "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise",
    "Idevise", "Montant", "Sens",
)  # fmt: skip
NEEDED = ("JournalCode", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib")
READ = ("JournalCode", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef",
        "EcritureLib")  # fmt: skip
"""What is looked at of each line, before its two columns of money."""
MONEY = (("Debit", "Credit"), ("Montant", "Sens"))
_MARK_COUNT, _MOST_NAMES = 5, 8
_MARK = "ï»¿"
"""The byte order mark of UTF-8 before a file that is not UTF-8, as some programs write it."""


class HeaderRefusedError(ValueError):
    """A column that is missing; `position` is that of the name that comes nearest to it, which is `found`."""

    def __init__(self, name: str, found: str = "", position: int = 1) -> None:
        super().__init__(name)
        self.name, self.found, self.position = name, found, position


@frozen
class Header:
    """Where each column stands; `is_signed` where one amount has a direction instead of standing left or right."""

    separator: str
    places: dict[str, int]
    width: int
    is_signed: bool
    is_quoted: bool = False

    @property
    def money(self) -> tuple[str, str]:
        """The names of the two columns of money."""
        return MONEY[self.is_signed]

    @property
    def read(self) -> tuple[int, ...]:
        """Where that stands which is looked at; where a column is missing, behind the last, where nothing stands."""
        return tuple(self.places.get(name, self.width) for name in (*READ, *self.money))


def plain(name: str) -> str:
    """A column's name without case, accents, spaces and signs; the long forms of some programs cut to the usual."""
    kept = "".join(letter for letter in folded(name.removeprefix(_MARK)) if letter.isalnum())
    return kept.replace("libelle", "lib").replace("numero", "num").replace("lettrage", "let")


_PLAIN = {plain(name): name for name in COLUMNS}


def is_header(line: str) -> bool:
    """Whether a line names the columns of a ledger, more or less."""
    return any(sum(plain(part) in _PLAIN for part in line.split(sign)) >= _MARK_COUNT for sign in SEPARATORS)


def names_header(words: Iterable[str]) -> bool:
    """Whether texts are the names of a ledger's columns, among others."""
    return len({_PLAIN[name] for name in map(plain, words) if name in _PLAIN}) >= _MOST_NAMES


def header_of(line: str) -> Header:
    """The header that a first line is.

    Raises:
        HeaderRefusedError: a column that cannot be done without is not there, or is there twice.
    """
    separator = max(SEPARATORS, key=lambda sign: sum(plain(part) in _PLAIN for part in line.split(sign)))
    names = [part.strip() for part in line.rstrip("\r\n").split(separator)]
    places: dict[str, int] = {}
    for at, name in enumerate(names):
        known = _PLAIN.get(plain(name), "")
        if known in places:
            raise HeaderRefusedError(known, name, at + 1)
        if known:
            places[known] = at
    is_signed = "Debit" not in places and "Montant" in places
    for name in (*NEEDED, *MONEY[is_signed]):
        if name not in places:
            raise _missing(name, names, places)
    return Header(separator, places, len(names), is_signed, names[0].startswith('"'))


def _missing(name: str, names: Sequence[str], places: dict[str, int]) -> HeaderRefusedError:
    """Which of the names may be meant for the missing one: those that are no column of a ledger."""
    strange = {plain(other): at for at, other in enumerate(names) if at not in places.values() and plain(other)}
    near = get_close_matches(plain(name), strange, 1, 0.5)
    at = strange[near[0]] if near else 0
    return HeaderRefusedError(name, names[at] if near or not places else "", at + 1)
