"""Records: the tables of a plan as frozen values that hold only what was given; each field is checked by its kind."""

from collections.abc import Mapping
from inspect import get_annotations
from typing import Any, ClassVar, Self, dataclass_transform, get_origin

from model.plain import frozen
from model.validation import validated

_new, _put = object.__new__, object.__setattr__


class _Nothing(dict[str, Any]):
    """The table of all records that have none there: nobody may put anything into it."""

    def _refuse(self, *_: object, **__: object) -> Any:
        raise TypeError("a record's tables are never changed in place")

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = setdefault = pop = popitem = clear = _refuse


_NOTHING = _Nothing()


@frozen
class Field:
    """A field of a record: its name in the file and in Python, its place in the order, what stands for nothing."""

    name: str
    attribute: str
    rank: int
    annotation: Any
    default: Any


@dataclass_transform(kw_only_default=True, frozen_default=True)
class RecordType(type):
    """Makes the fields of a record from its annotations, those of the record that it widens first."""

    def __init__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> None:
        super().__init__(name, bases, body)
        found = [field for base in bases for field in getattr(base, "FIELDS", {}).values()]
        annotations: dict[str, Any] = get_annotations(cls)
        for attribute, annotation in annotations.items():
            if get_origin(annotation) is not ClassVar:
                default = _NOTHING if body[attribute] == {} else body[attribute]
                type.__setattr__(cls, attribute, default)
                # A field that is called like a word of Python has `_` behind its name.
                found.append(Field(attribute.rstrip("_"), attribute, len(found), annotation, default))
        type.__setattr__(cls, "FIELDS", {field.attribute: field for field in found})


class Record(metaclass=RecordType):
    """A table of the plan: strict, frozen, no unknown key. `REQUIRED` names the fields of a whole plan.

    An instance holds only the fields that were given, in the order of the file; its class has the others. A budget
    line has thirty-five fields, of which most lines fill ten.
    """

    FIELDS: ClassVar[dict[str, Field]]
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    LETTER: ClassVar[str] = ""

    def __init__(self, **given: Any) -> None:
        """A record of checked values, by their Python names.

        Raises:
            ValueRefusedError: a value that its field cannot hold, or no such field.
        """
        if not given:
            return
        names = {attribute: field.name for attribute, field in self.FIELDS.items()}
        checked = validated(type(self), {names.get(key, key): value for key, value in given.items()})
        object.__setattr__(self, "__dict__", checked.__dict__)

    @classmethod
    def trusted(cls, **given: Any) -> Self:
        """A record of values that are known to be right."""
        return cls.holding(given)

    @classmethod
    def from_table(cls, given: Mapping[str, Any]) -> Self:
        """A record of checked values, by their names in the file; None is a field that is not given.

        Raises:
            ValueRefusedError: a value that its field cannot hold, or no such field.
        """
        return validated(cls, given)

    @classmethod
    def holding(cls, given: Mapping[str, Any]) -> Self:
        """A record of values that are known to be right, in the order of the file, without those that say nothing."""
        fields = cls.FIELDS
        kept = {
            attribute: value
            for attribute, value in given.items()
            if value is not None and ((default := fields[attribute].default) is None or value != default)
        }
        ranks = [fields[attribute].rank for attribute in kept]
        if ranks != sorted(ranks):
            kept = {attribute: kept[attribute] for attribute in sorted(kept, key=lambda name: fields[name].rank)}
        return cls.of(kept)

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Self:
        """A record around a table of its values that is right in every way; the table is the record's from then on."""
        record = _new(cls)
        _put(record, "__dict__", kept)
        return record

    def replaced(self, update: Mapping[str, Any]) -> Self:
        """The record with other values, which are known to be right, in some fields."""
        return self.holding({**self.__dict__, **update})

    def table(self) -> dict[str, Any]:
        """The values given, by their names in the file; the values themselves, not copies."""
        fields = self.FIELDS
        return {fields[attribute].name: value for attribute, value in self.__dict__.items()}

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is never changed in place")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is never changed in place")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"
