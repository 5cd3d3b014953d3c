"""Records made from tables: the checks of their fields, read from the annotations when a record is first made."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from model.plain import frozen

if TYPE_CHECKING:
    from model.record import Record

Check = Callable[[Any], Any]
Made = TypeVar("Made", bound="Record")


class ValueRefusedError(ValueError):
    """A value that its field cannot hold; `code` says why, `steps` where in the record, `details` what would do."""

    def __init__(self, code: str, value: object, **details: Any) -> None:
        super().__init__(code)
        self.code, self.value, self.details = code, value, details
        self.steps: tuple[str, ...] = ()
        self.is_key = False

    def within(self, step: str) -> "ValueRefusedError":
        """The same refusal, one step further down."""
        self.steps = (step, *self.steps)
        return self


@frozen
class Checked:
    """A mark on a field: the check that gives a value as the plan keeps it, or refuses it; whole numbers' bounds."""

    check: Check
    low: int | None = None
    high: int | None = None


@frozen
class Choice:
    """One of a few words."""

    words: tuple[Any, ...]

    def __call__(self, value: Any) -> Any:  # noqa: D102
        if value.__class__ not in (str, int) or value not in self.words:
            raise ValueRefusedError("literal_error", value)
        return value


@frozen
class Nested:
    """A record inside a record, as its table or made already."""

    record: "type[Record]"

    def __call__(self, value: Any) -> Any:  # noqa: D102
        return value if type(value) is self.record else validated(self.record, value)


@frozen
class Table:
    """A table whose keys and values each have their check."""

    key: Check
    value: Check

    def __call__(self, given: Any) -> Any:  # noqa: D102
        if not isinstance(given, dict):
            raise ValueRefusedError("dict_type", given)
        key, value = self.key, self.value
        return {key(name): value(each) for name, each in given.items()}


def check_of(annotation: Any) -> Check:
    """The check of a field that is annotated so."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        return next((mark.check for mark in reversed(marks) if isinstance(mark, Checked)), None) or check_of(inner)
    if origin in (Union, UnionType):
        return check_of(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is Literal:
        return Choice(get_args(annotation))
    if origin is dict:
        return Table(*map(check_of, get_args(annotation)))
    return Nested(annotation)


@cache
def checks(record: "type[Record]") -> dict[str, tuple[str, int, Any, Check]]:
    """The attribute, the rank, the default and the check of each field, by its name in the file."""
    return {
        field.name: (attribute, field.rank, field.default, check_of(field.annotation))
        for attribute, field in record.FIELDS.items()
    }


def validated(record: type[Made], given: Mapping[str, Any]) -> Made:
    """A record of checked values, by their names in the file; None is a field that is not given.

    Raises:
        ValueRefusedError: a value that its field cannot hold, or no such field; the first one.
    """
    known, kept, last, is_ordered = checks(record), dict[str, Any](), -1, True
    try:
        for name, value in given.items():
            if value is None:
                continue
            attribute, rank, default, check = known[name]
            taken = check(value)
            if default is None or taken != default:
                kept[attribute] = taken
                is_ordered, last = is_ordered and rank > last, rank
    except (ValueRefusedError, KeyError, AttributeError):
        raise next(faults(record, given)) from None
    return record.of(kept) if is_ordered else record.holding(kept)


def faults(record: "type[Record]", given: Any) -> Iterator[ValueRefusedError]:
    """All that keeps a table from being a record, each with its steps; one for each field, key or value."""
    if not isinstance(given, dict):
        yield ValueRefusedError("dict_type", given)
        return
    known = checks(record)
    for name, value in given.items():
        if name not in known:
            yield ValueRefusedError("extra_forbidden", value).within(name)
        elif value is not None:
            yield from (fault.within(name) for fault in _faults(known[name][-1], value))


def _faults(check: Check, value: Any) -> Iterator[ValueRefusedError]:
    if isinstance(check, Nested) and type(value) is not check.record:
        yield from faults(check.record, value)
    elif isinstance(check, Table) and isinstance(value, dict):
        for name, each in value.items():
            yield from (_of_key(fault).within(name) for fault in _faults(check.key, name))
            yield from (fault.within(name) for fault in _faults(check.value, each))
    else:
        try:
            check(value)
        except ValueRefusedError as error:
            yield error


def _of_key(fault: ValueRefusedError) -> ValueRefusedError:
    fault.is_key = True
    return fault
