"""Records made from tables: the checks of their fields, read from the annotations when a record is first made."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
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


def _choice(words: tuple[Any, ...]) -> Check:
    """One of a few words."""
    texts = frozenset(word for word in words if isinstance(word, str))

    def chosen(value: Any) -> Any:
        if value.__class__ is str and value in texts:
            return value
        if value.__class__ not in (str, int) or value not in words:
            raise ValueRefusedError("literal_error", value)
        return value

    return chosen


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
        return _choice(get_args(annotation))
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


@lru_cache(512)
def _layout(record: "type[Record]", names: tuple[str, ...]) -> tuple[list[tuple[str, Check]], list[str], bool]:
    """For a table of these keys: each one's attribute and check, which may come to nothing, are they in order."""
    known = checks(record)
    ranks = [known[name][1] for name in names]
    pairs = [(known[name][0], known[name][-1]) for name in names]
    return pairs, [known[name][0] for name in names if known[name][2] is not None], ranks == sorted(ranks)


def validated(record: type[Made], given: Mapping[str, Any]) -> Made:
    """A record of checked values, by their names in the file; None is a field that is not given.

    Raises:
        ValueRefusedError: a value that its field cannot hold, or no such field; the first one.
    """
    try:
        # Thousands of lines fill the same fields: how such a table becomes a record is found out once.
        pairs, optional, is_ordered = _layout(record, tuple(given))
        kept = {
            attribute: check(value)
            for (attribute, check), value in zip(pairs, given.values(), strict=True)
            if value is not None
        }
    except (ValueRefusedError, KeyError, TypeError, AttributeError):
        raise next(faults(record, given)) from None
    if optional:
        fields = record.FIELDS
        for attribute in optional:
            if attribute in kept and kept[attribute] == fields[attribute].default:
                del kept[attribute]
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
