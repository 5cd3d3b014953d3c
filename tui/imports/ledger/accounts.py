"""Which accounts of charges are marketing, and to which category of a plan one belongs: a proposal, never more."""

from collections.abc import Iterable

from tui.imports.ledger.names import clean
from tui.text import folded

MARKETING = ("622", "623")
"""Fees and commissions, under which agencies are booked; advertising, publications, public relations."""
# What categories are called that hold such costs, as the beginnings of their words, both languages.
_STEMS = {
    "6231": ("annonce", "publicit", "insertion", "achat d'espace", "media", "advert", "ads"),
    "6232": ("echantillon", "sample"),
    "6233": ("salon", "foire", "exposition", "evenement", "fair", "show", "event", "exhibition"),
    "6234": ("cadeau", "gift", "goodies", "objets pub"),
    "6236": ("catalogue", "imprim", "brochure", "print", "edition"),
    "6237": ("publication", "edition", "redaction"),
    "6222": ("commission",),
    "6226": ("honoraire", "agence", "conseil", "etude", "fee", "agenc", "consult"),
    "622": ("honoraire", "agence", "conseil", "prestat", "fee", "agenc", "consult"),
    "6238": ("divers", "misc"),
}


def is_marketing(account: str) -> bool:
    """Whether an account is proposed."""
    return account.startswith(MARKETING)


def proposed(account: str, label: str, categories: Iterable[str]) -> str:
    """The category of that name, else one that holds such costs, else a new one by the account's label."""
    known = {f" {folded(name)}": name for name in categories}
    if (same := known.get(f" {folded(clean(label))}")) is not None:
        return same
    stems = next((_STEMS[account[:n]] for n in (4, 3) if account[:n] in _STEMS), ())
    found = next((name for stem in stems for fold, name in known.items() if f" {stem}" in fold), "")
    return found or clean(label) or account
