"""Which budget line an invoice belongs to: proposed with its reason, never decided."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from model.amounts import figures
from model.budget import Line
from model.plan import Plan
from tui.imports.invoices.invoice import Invoice, plain
from tui.imports.invoices.taken import Book, mark
from tui.text import folded

_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line's id, empty where none is better than the others, and why: a key of the words with its values."""

    line: str
    why: str
    details: Mapping[str, str] = field(default_factory=dict)


def proposal(plan: Plan, invoice: Invoice, book: Book) -> Proposal:
    """By the invoice that it corrects, by a reference, by the supplier, by the words of its lines; in this order."""
    lines = {id_: line for id_, line in plan.budget.items() if line.included_in is None}
    of_seller = tuple(id_ for id_, line in lines.items() if _is_by(line, invoice))
    for number in invoice.preceding:
        found = {one.line for one in book.get(mark(number, invoice.seller.key), ()) if one.line in lines}
        if len(found) == 1:
            return Proposal(found.pop(), "preceding", {"number": number})
    for reference in invoice.references:
        with_it = [id_ for id_, line in lines.items() if _bare(reference) in _references(line)]
        alone = with_it if len(with_it) == 1 else [id_ for id_ in with_it if id_ in of_seller]
        if len(alone) == 1:
            return Proposal(alone[0], "reference", {"reference": reference})
    return _by_seller(plan, invoice, of_seller) if of_seller else _by_words(lines, invoice)


def _bare(reference: str) -> str:
    """A reference without signs: `DEV-2027/14` and `dev 2027 14` are one; too short a one is none."""
    bare = re.sub(r"[\W_]", "", folded(reference))
    return bare if len(bare) >= _SHORTEST else "\0"


def _references(line: Line) -> set[str]:
    quoted = (quote.reference for quote in line.quotes.values())
    return {_bare(one) for one in (line.reference, *quoted) if one} - {"\0"}


def _is_by(line: Line, invoice: Invoice) -> bool:
    """Whether the seller is the line's supplier, or that of its chosen quote, or has sent an invoice for it before."""
    if f"({mark('', invoice.seller.key)[1]}):" in (line.provenance or ""):
        return True
    chosen = (quote.supplier for quote in line.quotes.values() if quote.chosen)
    return any(_same(name, invoice.seller.name) for name in (line.supplier, *chosen) if name)


def _same(name: str, other: str) -> bool:
    """Whether two names are of one company: one may leave out words of the other, but not all of them."""
    first, second = set(plain(name).split()), set(plain(other).split())
    return bool(first and second and (first <= second or second <= first))


def _by_seller(plan: Plan, invoice: Invoice, ids: tuple[str, ...]) -> Proposal:
    """The supplier's line; of several, the one of this amount, else the one that says the same."""
    if len(ids) == 1:
        return Proposal(ids[0], "supplier", {"supplier": invoice.seller.name})
    money, sums = figures(plan), invoice.totals
    exact = [id_ for id_ in ids if sums.excl_tax == money[id_].excl_tax or sums.incl_tax == money[id_].incl_tax]
    if len(exact) == 1:
        return Proposal(exact[0], "amount", {"supplier": invoice.seller.name})
    said = _best(((id_, plan.budget[id_]) for id_ in ids), invoice, 1)
    if said:
        return Proposal(said[0], "label", {"words": said[1]})
    return Proposal("", "several", {"lines": ", ".join(ids)})


def _by_words(lines: Mapping[str, Line], invoice: Invoice) -> Proposal:
    """A line without a supplier that says what the invoice says."""
    said = _best(((id_, line) for id_, line in lines.items() if not line.supplier), invoice, 2)
    return Proposal(said[0], "label", {"words": said[1]}) if said else Proposal("", "none")


def _best(lines: Iterable[tuple[str, Line]], invoice: Invoice, least: int) -> tuple[str, str] | None:
    """The one line that shares most words with the invoice, and these words; None if two share as many."""
    said = words_of(" ".join(item.name for item in invoice.items))
    shared = {id_: words_of(line.label or "") & said for id_, line in lines}
    most = max(map(len, shared.values()), default=0)
    best = [id_ for id_, words in shared.items() if len(words) == most]
    return (best[0], ", ".join(sorted(shared[best[0]]))) if most >= least and len(best) == 1 else None


def words_of(text: str) -> set[str]:
    """The words of a text that say something: four letters and more, without accents."""
    return set(_WORD.findall(folded(text)))
