"""Plain values that take no time to define: what dataclasses with slots are, without code compiled for each.

Python's own compiles up to seven functions for every class, half a millisecond each: with the two hundred classes
there are here that was a tenth of a start. These share theirs. `dataclasses.field` and `replace` go on working.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")

_ABSENT = object()
_FIELDS, _VALUES = "__dataclass_fields__", "_values"


@dataclasses.dataclass
class _Pattern:
    field: int = 0


_KIND = _Pattern.__dataclass_fields__["field"]._field_type  # type: ignore[attr-defined]


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[Made]) -> type[Made]:
    """The class with slots for its annotated fields, made from them in their order, compared by them, never changed."""
    return _made(cls, _METHODS | _FROZEN)


@dataclass_transform(field_specifiers=(dataclasses.field,))
def slotted(cls: type[Made]) -> type[Made]:
    """The same, but its fields may be given other values, so it has no hash."""
    return _made(cls, _METHODS | {"__hash__": None})


def _made(cls: type[Made], methods: dict[str, Any]) -> type[Made]:
    own = {name: _field(name, cls) for name, kind in cls.__annotations__.items() if "ClassVar" not in str(kind)}
    fields = {**_inherited(cls), **own}
    body = {key: value for key, value in vars(cls).items() if key not in own and key not in _OWN}
    # What a cached property remembers needs room, unless a base has it already.
    remembers = any(isinstance(value, cached_property) for value in body.values())
    room = ("__dict__",) if remembers and not any(base.__dictoffset__ for base in cls.__bases__) else ()
    body |= {"__slots__": (*own, *room), "__match_args__": tuple(fields), "__qualname__": cls.__qualname__}
    body |= {_FIELDS: fields, _VALUES: staticmethod(_getter(tuple(fields)))}
    body |= {name: method for name, method in methods.items() if name not in body}
    made: Any = type(cls)
    made = made(cls.__name__, cls.__bases__, body)
    _tell_methods(body, cls, made)
    asked = {name: one for name, one in fields.items() if one.init}  # the others are set by `__post_init__`
    made.__init__ = _init(made, asked, getattr(made, "__post_init__", None))
    return made  # type: ignore[no-any-return]


def _tell_methods(body: dict[str, Any], cls: type, made: type) -> None:
    """Methods that say `super()` look for the class they stand in: it is the new one."""
    for value in body.values():
        method = getattr(value, "fget", getattr(value, "func", getattr(value, "__func__", value)))
        for cell in getattr(method, "__closure__", None) or ():
            if cell.cell_contents is cls:
                cell.cell_contents = made


_OWN = ("__dict__", "__weakref__")


def _inherited(cls: type) -> dict[str, Any]:
    return {name: each for base in reversed(cls.__mro__[1:]) for name, each in base.__dict__.get(_FIELDS, {}).items()}


def _field(name: str, cls: type) -> Any:
    """The field as Python's dataclasses know it, so that their `replace` and `fields` work."""
    given = vars(cls).get(name, _ABSENT)
    if isinstance(given, dataclasses.Field):
        field: Any = given
    else:
        field = dataclasses.field() if given is _ABSENT else dataclasses.field(default=given)
    field.name, field.type, field._field_type = name, cls.__annotations__[name], _KIND
    return field


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All the values of an instance."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _init(made: Any, fields: dict[str, Any], after: Callable[[Any], None] | None) -> Callable[..., None]:
    names = tuple(fields)
    setters = tuple(getattr(made, name).__set__ for name in names)
    count = len(names)

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        if len(values) != count or named:
            values = _completed(made, fields, values, named)
        for put, value in zip(setters, values, strict=True):
            put(self, value)
        if after is not None:
            after(self)

    return __init__


def _completed(made: type, fields: dict[str, Any], values: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...]:
    """The values in the order of the fields: those given, by place and by name, and the defaults."""
    names = tuple(fields)
    result = [*values]
    for name in names[len(values) :]:
        value = named.pop(name, _ABSENT)
        result.append(_default(made, fields[name]) if value is _ABSENT else value)
    if named or len(values) > len(names):
        raise TypeError(f"{made.__name__}: {', '.join(named) or len(values)} given besides {', '.join(names)}")
    return tuple(result)


def _default(made: type, field: Any) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    raise TypeError(f"{made.__name__}: {field.name} is missing")


def _eq(self: Any, other: Any) -> Any:
    return self._values(self) == other._values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in getattr(self, _FIELDS))
    return f"{type(self).__qualname__}({shown})"


def _reduce(self: Any) -> tuple[type, tuple[Any, ...]]:
    return type(self), self._values(self)


def _set(self: Any, name: str, value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_METHODS: dict[str, Any] = {"__eq__": _eq, "__repr__": _repr, "__reduce__": _reduce}
_FROZEN: dict[str, Any] = {"__hash__": _hash, "__setattr__": _set, "__delattr__": _delete}
