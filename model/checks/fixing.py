"""A way to put a finding right in one step, and the list of what offers them, by the rule's code."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from model import edits
from model.checks.finding import Finding
from model.checks.guidance import field_at
from model.plain import frozen
from model.plan import Plan

Value = Any


@frozen
class Fix:
    """A way to put a finding right.

    `code` says what is done (`set`, `empty`, `unlink`, `remove`, `swap`, `shares`, `halfway`, `keep`), `path` where,
    `value` what is put there, `origin` the id that it is taken from. `steps` are the edits, None to empty; `make`
    stands for them where they are not made of fields alone.
    """

    code: str
    path: str
    value: Value = None
    origin: str = ""
    steps: tuple[tuple[str, Value], ...] = ()
    make: Callable[[Plan], Plan] | None = None

    @property
    def field(self) -> str:
        """The field that it is about, as its label is found."""
        return field_at(self.path)

    def apply(self, plan: Plan) -> Plan:
        """The plan with the fix made.

        Raises:
            EditRefusedError: a value cannot stand there.
        """
        if self.make is not None:
            return self.make(plan)
        for path, value in self.steps or ((self.path, self.value),):
            plan = edits.put(plan, path, value)
        return plan


Fixes = Iterator[Fix]
Fixer = Callable[[Plan, Finding, date], Fixes]
FIXERS: dict[str, Fixer] = {}


def fixer(*codes: str) -> Callable[[Fixer], Fixer]:
    """Declare a function as what puts the findings of some rules right."""

    def declare(function: Fixer) -> Fixer:
        FIXERS.update(dict.fromkeys(codes, function))
        return function

    return declare


def set_to(path: str, value: Value, origin: str | None = "") -> Fixes:
    """Put a value there, if there is one."""
    if value is not None:
        yield Fix("set", path, value, origin or "")


def removed(path: str, id_: str = "") -> Fix:
    """A record or an entry taken out."""
    return Fix("remove", path, id_ or path.rpartition(".")[2], make=lambda plan: edits.remove(plan, path))


def emptied(path: str) -> Fix:
    """A field left empty."""
    return Fix("empty", path)
