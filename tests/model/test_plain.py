"""Plain values behave as Python's dataclasses with slots do."""

import copy
import dataclasses
from dataclasses import FrozenInstanceError, dataclass, field, replace
from functools import cached_property
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plain import frozen, slotted


class Shape:
    """What all of them are made from."""

    LIMIT: ClassVar[int] = 3
    name: str
    size: int = 2
    parts: tuple[str, ...] = ()
    notes: dict[str, int] = field(default_factory=dict)


def _of(decorator: Any) -> Any:
    body = {key: value for key, value in vars(Shape).items() if key not in ("__dict__", "__weakref__")}
    return decorator(type("Shape", (), dict(body)))


OURS, PYTHONS = _of(frozen), _of(dataclass(frozen=True, slots=True))
OPEN, PYTHONS_OPEN = _of(slotted), _of(dataclass(slots=True))
values = st.tuples(st.text(), st.integers(), st.lists(st.text()).map(tuple), st.dictionaries(st.text(), st.integers()))


@given(values, st.integers(1, 4), values)
def test_made_compared_shown_and_replaced_alike(these: Any, by_place: int, others: Any) -> None:
    """By place, by name or both, with or without defaults; two are equal when their values are."""
    names = ("name", "size", "parts", "notes")
    named = dict(zip(names[by_place:], these[by_place:], strict=True))
    for ours, pythons in ((OURS, PYTHONS), (OPEN, PYTHONS_OPEN)):
        mine, reference = ours(*these[:by_place], **named), pythons(*these[:by_place], **named)
        assert dataclasses.astuple(mine) == dataclasses.astuple(reference) == these
        assert repr(mine) == repr(reference)
        assert (mine == ours(*others)) == (reference == pythons(*others))
        assert dataclasses.astuple(ours("x")) == dataclasses.astuple(pythons("x"))
        assert dataclasses.astuple(replace(mine, size=9)) == (these[0], 9, *these[2:])
        assert copy.deepcopy(mine) == mine


def test_nothing_else_is_taken() -> None:
    """Too few, too many, twice, unknown: as Python says it, a TypeError."""
    for arguments, named in (((), {}), ((1, 2, 3, 4, 5), {}), ((1,), {"name": "x"}), (("x",), {"colour": 1})):
        for made in (OURS, PYTHONS, OPEN, PYTHONS_OPEN):
            with pytest.raises(TypeError):
                made(*arguments, **named)


def test_frozen_is_frozen_and_has_slots() -> None:
    """No field is given another value, or taken away; there is no room for others; equal ones hash alike."""
    one = OURS("x", 1, (), ())
    for made in (one, PYTHONS("x", 1, (), ())):
        with pytest.raises(FrozenInstanceError):
            made.name = "y"
        with pytest.raises(FrozenInstanceError):
            del made.name
        assert not hasattr(made, "__dict__")
    assert hash(one) == hash(OURS("x", 1, (), ()))
    assert {one: 1}[OURS("x", 1, (), ())] == 1


def test_slotted_can_be_changed_and_has_no_hash() -> None:
    """Defaults that are made are made for each; a default is not shared."""
    first, second = OPEN("x"), OPEN("x")
    first.notes["a"] = 1
    first.size = 7
    assert (first.size, second.size, second.notes, first.LIMIT) == (7, 2, {}, 3)
    with pytest.raises(TypeError):
        hash(first)


@frozen
class Wide:
    """A value that another widens."""

    name: str
    size: int = 1


@frozen
class Wider(Wide):
    """Its own fields come after."""

    note: str = ""


def test_widened() -> None:
    """The fields of the base first, by place; never equal to one of the base."""
    assert Wider("x", 2, "y") == Wider(name="x", size=2, note="y")
    assert Wider("x") != Wide("x")
    assert dataclasses.astuple(Wider("x")) == ("x", 1, "")


@frozen
class Doubled:
    """A value one of whose fields is made from the other."""

    number: int
    double: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "double", 2 * self.number)


def test_what_is_made_from_the_rest() -> None:
    """It is not asked for, follows a replacement, and counts when two are compared."""
    assert (Doubled(3).double, replace(Doubled(3), number=4).double) == (6, 8)
    assert Doubled(3) != Doubled(4)


class Open:
    """A class that is no value, with room for anything."""


@frozen
class Remembering(Doubled):
    """A value that works something out once."""

    @cached_property
    def half(self) -> list[int]:
        """A new list each time it is worked out."""
        return [self.number // 2]


@frozen
class RememberingToo(Open):
    """The same over a class that has room already."""

    number: int

    @cached_property
    def half(self) -> list[int]:
        """A new list each time it is worked out."""
        return [self.number // 2]


def test_what_is_worked_out_once() -> None:
    """It is remembered, and no part of the value."""
    for one, other in ((Remembering(4), Remembering(4)), (RememberingToo(4), RememberingToo(4))):
        assert one.half is one.half
        assert one == other


@frozen
class Calling(Remembering):
    """A value whose methods ask the class that it widens."""

    @cached_property
    def half(self) -> list[int]:
        """One more."""
        return [*super().half, 1]

    @property
    def same(self) -> bool:
        """Whether it is what it was."""
        return super().__eq__(self) is True

    @classmethod
    def name(cls) -> str:
        """Its name, through what all classes have."""
        return super().__new__.__name__


def test_super_finds_its_class() -> None:
    """In methods, properties and class methods."""
    assert (Calling(4).half, Calling(4).same, Calling.name()) == ([2, 1], True, "__new__")
