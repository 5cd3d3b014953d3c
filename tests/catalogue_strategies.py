"""Plans generated from the catalogue alone: every section, every kind of field, hostile texts that a plan may hold.

A field added to the model is generated without a word here; a new kind of field fails in `values`.
"""

import itertools
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from model.catalogue import FieldSpec, SectionSpec, fields, sections
from model.master import DecisionKey
from model.plan import Plan
from model.record import Record
from model.values import FORBIDDEN

Table = dict[str, Any]

SNIPPETS = (
    '"', '""', '"""', "'''", "\\", "\\\\", "\\u0041", "\\x1b", "#", " # no comment", "[plan]", "[[x]]", "format = 2",
    "= 1", "\n", "\n\n", " \n ", "\t", "a.b.c", "." * 40, "[" * 40, "{", "}", "[/]", "[@click=app.quit]", "€", "\u202f",
    "é", "e\u0301", "漢字", "\U0001f3af", "{0}", "%s", "<script>", "=1+1", "@x", "-", "+", "\u00a0", "x" * 300,
)  # fmt: skip
_REFUSED = re.compile(rf"[{FORBIDDEN}]")
_ids = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,6}", fullmatch=True)


def texts() -> SearchStrategy[str]:
    """Texts of one or several lines, never empty."""
    letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=8).map(lambda text: _REFUSED.sub("", text))
    return st.lists(st.one_of(st.sampled_from(SNIPPETS), letters), min_size=1, max_size=5).map("".join).filter(bool)


def numbers() -> SearchStrategy[Decimal]:
    """Numbers of every size that a plan can hold, with trailing zeros and exponents on their way in."""
    plain = st.decimals(-(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False)
    edges = st.sampled_from(
        [Decimal(text) for text in ("0", "-0", "1E+3", "1.50", "1E-12", "-1E-7", "999999999999999", "0.000100")]
    )
    return st.one_of(plain, edges, st.integers(-(10**12), 10**12).map(Decimal))


def _days() -> SearchStrategy[date]:
    return st.dates(date(1900, 1, 1), date(2199, 12, 31))


_KINDS: dict[str, Callable[[FieldSpec], SearchStrategy[Any]]] = {
    "words": lambda _: texts(),
    "prose": lambda _: texts(),
    "number": lambda _: numbers(),
    "amount": lambda _: numbers(),
    "percent": lambda _: numbers(),
    "score": lambda spec: st.integers(spec.low or 0, spec.high or 4),
    "flag": lambda _: st.booleans(),
    "date": lambda _: _days(),
    "month": lambda _: st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(lambda day: f"{day:%Y-%m}"),
    "currency": lambda _: st.sampled_from(["EUR", "CHF", "JPY"]),
    "choice": lambda spec: st.sampled_from(spec.choices),
    "ref": lambda _: _ids,
    "refs": lambda _: st.lists(_ids, max_size=30).map(tuple),
    "names": lambda _: st.lists(texts(), max_size=4).map(tuple),
    "dates": lambda _: st.lists(_days(), max_size=3).map(tuple),
}


def values(spec: FieldSpec) -> SearchStrategy[Any]:
    """What a field, or an entry of a table, may hold."""
    plain = _KINDS[spec.kind](spec)
    if spec.name == "delay":
        return st.integers(-24, 24)
    return st.one_of(plain, st.sampled_from(["=12*350", "=3*@rate", "=-500"])) if spec.takes_formula else plain


def _keys(spec: FieldSpec) -> SearchStrategy[str]:
    if spec.kind == "date":
        return _days().map(date.isoformat)
    if spec.kind == "words":
        return st.from_regex(r"[0-9A-Za-z][0-9A-Za-z /_.-]{0,31}", fullmatch=True)
    return _KINDS[spec.kind](spec)


def _field(draw: DrawFn, spec: FieldSpec, new_id: Callable[[], str]) -> Any:
    if spec.kind == "records" and spec.record is not None:
        count = draw(st.integers(1, 2))
        return {new_id(): _record(draw, spec.record, new_id) for _ in range(count)}
    if spec.kind == "table" and spec.key is not None and spec.value is not None:
        return draw(st.dictionaries(_keys(spec.key), values(spec.value), min_size=1, max_size=4))
    return draw(values(spec))


def _record(draw: DrawFn, record: type[Record], new_id: Callable[[], str]) -> Table:
    names = draw(st.lists(st.sampled_from(list(fields(record))), unique=True, max_size=7))
    return {name: _field(draw, fields(record)[name], new_id) for name in names}


def _section(draw: DrawFn, section: SectionSpec, new_id: Callable[[], str]) -> Table:
    if not section.is_table:
        return _record(draw, section.record, new_id)
    count = draw(st.integers(1, 3))
    keys = draw(st.permutations(DecisionKey.__args__))[:count] if section.path == "decisions" else ()  # type: ignore[attr-defined]
    return {key: _record(draw, section.record, new_id) for key in keys or [new_id() for _ in range(count)]}


@st.composite
def documents(draw: DrawFn) -> Table:
    """Tables as a file holds them, of up to four sections."""
    numbered = itertools.count(1)

    def new_id() -> str:
        return f"{draw(st.sampled_from('ABKOz'))}{next(numbered)}"

    tables: Table = {}
    for path in draw(st.lists(st.sampled_from(sorted(sections())), unique=True, max_size=4)):
        outer, _, inner = path.partition(".")
        made = _section(draw, sections()[path], new_id)
        if inner:
            tables.setdefault(outer, {})[inner] = made
        else:
            tables[path] = made
    if draw(st.booleans()):
        tables["links"] = draw(st.dictionaries(texts(), texts(), max_size=3))
    return tables


def plans() -> SearchStrategy[Plan]:
    """Plans made of generated tables."""
    return documents().map(Plan.from_table)
