"""Which budget line an invoice belongs to: proposed with its reason, never decided."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

from model.amounts import figures
from model.budget import Line
from model.money import Money
from model.plain import frozen
from model.plan import Plan
from tui.imports.invoices.invoice import Invoice, plain
from tui.imports.invoices.taken import Book, mark
from tui.text import folded

_SHORTEST = 3
_MOST_NAMED = 6
_NONE = "\0"  # no reference is this
_WORD = re.compile(r"[^\W\d_]{4,}")


@frozen
class Proposal:
    """A line's id, empty where none is better than the others, and why: a key of the words with its values."""

    line: str
    why: str
    details: Mapping[str, str] = field(default_factory=dict)


@frozen
class _Known:
    """What a budget line is recognised by: its suppliers' names as words, its references, the words of its label."""

    id: str
    suppliers: tuple[frozenset[str], ...]
    references: frozenset[str]
    words: frozenset[str]
    provenance: str
    has_supplier: bool

    @staticmethod
    def of(id_: str, line: Line) -> "_Known":
        chosen = (quote.supplier for quote in line.quotes.values() if quote.chosen)
        quoted = (quote.reference for quote in line.quotes.values())
        return _Known(
            id_,
            tuple(frozenset(plain(name).split()) for name in (line.supplier, *chosen) if name),
            frozenset(_bare(one) for one in (line.reference, *quoted) if one) - {_NONE},
            frozenset(words_of(line.label or "")),
            line.provenance or "",
            bool(line.supplier),
        )


class Matcher:
    """Finds lines of a plan; what they are recognised by is worked out once for all invoices."""

    def __init__(self, plan: Plan, book: Book) -> None:
        self.plan, self.book = plan, book
        self.lines = {id_: _Known.of(id_, line) for id_, line in plan.budget.items() if line.included_in is None}

    @cached_property
    def money(self) -> Mapping[str, Money]:
        """What each line amounts to."""
        return figures(self.plan)

    def proposal(self, invoice: Invoice) -> Proposal:
        """By the invoice that it corrects, a reference, the supplier, the words of its lines; in this order."""
        seller = frozenset(plain(invoice.seller.name).split())
        sent_before = f"({mark('', invoice.seller.key)[1]}):"
        of_seller = tuple(
            id_ for id_, one in self.lines.items() if sent_before in one.provenance or _is_by(one.suppliers, seller)
        )
        return (
            self._by_preceding(invoice)
            or self._by_reference(invoice, of_seller)
            or (self._by_seller(invoice, of_seller) if of_seller else self._by_words(invoice))
        )

    def _by_preceding(self, invoice: Invoice) -> Proposal | None:
        for number in invoice.preceding:
            taken = self.book.get(mark(number, invoice.seller.key), ())
            found = {one.line for one in taken if one.line in self.lines}
            if len(found) == 1:
                return Proposal(found.pop(), "preceding", {"number": number})
        return None

    def _by_reference(self, invoice: Invoice, of_seller: tuple[str, ...]) -> Proposal | None:
        for reference in invoice.references:
            bare = _bare(reference)
            with_it = [id_ for id_, one in self.lines.items() if bare in one.references]
            alone = with_it if len(with_it) == 1 else [id_ for id_ in with_it if id_ in of_seller]
            if len(alone) == 1:
                return Proposal(alone[0], "reference", {"reference": reference})
        return None

    def _by_seller(self, invoice: Invoice, ids: tuple[str, ...]) -> Proposal:
        """The supplier's line; of several, the one of this amount, else the one that says the same."""
        if len(ids) == 1:
            return Proposal(ids[0], "supplier", {"supplier": invoice.seller.name})
        money, sums = self.money, invoice.totals
        exact = [id_ for id_ in ids if sums.excl_tax == money[id_].excl_tax or sums.incl_tax == money[id_].incl_tax]
        if len(exact) == 1:
            return Proposal(exact[0], "amount", {"supplier": invoice.seller.name})
        said = self._best(ids, invoice, 1)
        if said:
            return Proposal(said[0], "label", {"words": said[1]})
        named = ", ".join(ids[:_MOST_NAMED]) + ("…" if len(ids) > _MOST_NAMED else "")
        return Proposal("", "several", {"lines": named})

    def _by_words(self, invoice: Invoice) -> Proposal:
        """A line without a supplier that says what the invoice says."""
        said = self._best([id_ for id_, one in self.lines.items() if not one.has_supplier], invoice, 2)
        return Proposal(said[0], "label", {"words": said[1]}) if said else Proposal("", "none")

    def _best(self, ids: Iterable[str], invoice: Invoice, least: int) -> tuple[str, str] | None:
        """The one line that shares most words with the invoice, and these words; None if two share as many."""
        said = words_of(" ".join(item.name for item in invoice.items))
        shared = {id_: self.lines[id_].words & said for id_ in ids}
        most = max(map(len, shared.values()), default=0)
        best = [id_ for id_, words in shared.items() if len(words) == most]
        return (best[0], ", ".join(sorted(shared[best[0]]))) if most >= least and len(best) == 1 else None


def _is_by(suppliers: tuple[frozenset[str], ...], seller: frozenset[str]) -> bool:
    """Whether one of the names is the seller's: it may leave out words of the other, but not all of them."""
    return any(name and seller and (name <= seller or seller <= name) for name in suppliers)


def _bare(reference: str) -> str:
    """A reference without signs: `DEV-2027/14` and `dev 2027 14` are one; too short a one is none."""
    bare = re.sub(r"[\W_]", "", folded(reference))
    return bare if len(bare) >= _SHORTEST else _NONE


def words_of(text: str) -> set[str]:
    """The words of a text that say something: four letters and more, without accents."""
    return set(_WORD.findall(folded(text)))
