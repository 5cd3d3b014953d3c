"""The list of rules: each is a small pure function, declared with its code, its severity and its guide section."""

from collections.abc import Callable, Iterator

from model.checks.context import Context
from model.checks.finding import Hit, Severity
from model.plain import frozen

Check = Callable[[Context], Iterator[Hit | None]]
"""What a rule finds; None is a pause of one that takes long."""

FAMILIES = ("PLN", "DIA", "REV", "SEG", "DEC", "OBJ", "ACT", "BUD", "FUN", "IND", "TRC", "ORI", "PUR")


@frozen
class Rule:
    """A rule of the method. `family` is the first three letters of its code, `guide` the section that explains it."""

    code: str
    severity: Severity
    family: str
    guide: str
    function: Check


DECLARED: dict[str, Rule] = {}


def rule(code: str, severity: Severity, guide: str) -> Callable[[Check], Check]:
    """Declare a function as the check of a rule; it goes through the plan in the order of the file.

    Raises:
        ValueError: the code is taken, or of no known family.
    """
    if code in DECLARED or code[:3] not in FAMILIES:
        raise ValueError(code)

    def declare(function: Check) -> Check:
        DECLARED[code] = Rule(code, severity, code[:3], guide, function)
        return function

    return declare


def in_order() -> dict[str, Rule]:
    """The rules declared so far by their codes, families in the order of the method."""
    ranked = sorted(DECLARED.values(), key=lambda declared: (FAMILIES.index(declared.family), declared.code))
    return {declared.code: declared for declared in ranked}
