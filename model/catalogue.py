"""The catalogue of sections and fields, read from the records' own annotations: forms and checks are made from it."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.validation import Checked
from model.values import Kind, Offers, Refers


@frozen
class FieldSpec:
    """A field as forms and checks see it.

    `kind` is `words`, `prose`, `number`, `amount`, `percent`, `score`, `flag`, `date`, `month`, `currency`, `choice`,
    `ref`, `refs`, `names`, `dates`, `table` (a dated, monthly or shared series) or `records` (a table of records).
    """

    name: str
    attribute: str
    kind: str
    is_required: bool = False
    takes_formula: bool = False
    choices: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    offers: str = ""
    low: int | None = None
    high: int | None = None
    key: "FieldSpec | None" = None
    value: "FieldSpec | None" = None
    record: type[Record] | None = None


@frozen
class SectionSpec:
    """A section of the file: one record (`plan`, `diagnostic.market`) or a table of records keyed by id."""

    path: str
    record: type[Record]
    is_table: bool


def _marks(annotation: Any) -> Iterator[Any]:
    """The annotation's leaves and marks, whatever stands around them (`| None`, `Annotated`, `tuple`)."""
    yield annotation
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from _marks(inner)
        yield from marks
    elif get_origin(annotation) not in (dict, Literal, None):
        for part in get_args(annotation):
            yield from _marks(part)


def _scalar(name: str, attribute: str, marks: list[Any], *, is_required: bool = False) -> FieldSpec:
    # The outermost mark wins: `Ids` is a tuple of ids, `Names` a tuple of words.
    kinds = [mark for mark in marks if isinstance(mark, Kind)]
    kind = kinds[-1] if kinds else Kind("words")
    literals = [get_args(mark) for mark in marks if get_origin(mark) is Literal]
    return FieldSpec(
        name=name,
        attribute=attribute,
        kind=kind.name,
        is_required=is_required,
        takes_formula=kind.formula,
        choices=literals[0] if literals and kind.name == "choice" else (),
        refers=next((mark.sections for mark in marks if isinstance(mark, Refers)), ()),
        offers=next((mark.name for mark in marks if isinstance(mark, Offers)), ""),
        low=next((mark.low for mark in marks if isinstance(mark, Checked)), None),
        high=next((mark.high for mark in marks if isinstance(mark, Checked)), None),
    )


def _spec(record: type[Record], attribute: str, annotation: Any) -> FieldSpec:
    name = record.FIELDS[attribute].name
    marks = list(_marks(annotation))
    table = next((mark for mark in marks if get_origin(mark) is dict), None)
    if table is None:
        return _scalar(name, attribute, marks, is_required=name in record.REQUIRED)
    key, value = get_args(table)
    refers = next((mark.sections for mark in marks if isinstance(mark, Refers)), ())
    if isinstance(value, type) and issubclass(value, Record):
        return FieldSpec(name, attribute, "records", refers=refers, record=value)
    key_spec = _scalar("key", "key", list(_marks(key)))
    if refers:
        key_spec = FieldSpec("key", "key", "ref", refers=refers)
    return FieldSpec(
        name, attribute, "table", refers=refers, key=key_spec, value=_scalar(name, name, list(_marks(value)))
    )


@cache
def fields(record: type[Record]) -> dict[str, FieldSpec]:
    """The fields of a record by their names in the file, in the order of the file."""
    specs = [_spec(record, attribute, field.annotation) for attribute, field in record.FIELDS.items()]
    return {spec.name: spec for spec in specs}


def _sections(record: type[Record], prefix: str) -> Iterator[SectionSpec]:
    for attribute, field in record.FIELDS.items():
        annotation, path = field.annotation, prefix + attribute
        if get_origin(annotation) is dict:
            value = get_args(annotation)[1]
            if isinstance(value, type) and issubclass(value, Record):
                yield SectionSpec(path, value, is_table=True)
        elif isinstance(annotation, type) and issubclass(annotation, Record):
            nested = list(_sections(annotation, path + "."))
            yield from nested or [SectionSpec(path, annotation, is_table=False)]


@cache
def sections() -> dict[str, SectionSpec]:
    """Every section of the plan by its dotted path, in the order of the file."""
    return {section.path: section for section in _sections(Plan, "")}
