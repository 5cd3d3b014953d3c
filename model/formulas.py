"""Formulas (`=12*@day_rate`): read without `eval`, computed exactly, refused with a code."""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

LAST_YEAR = "last_year"
BIT_LIMIT = 2048

_TOKEN = re.compile(r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|@(?P<name>[A-Za-z][A-Za-z0-9_-]*)|(?P<sign>[-+*/()]))")
# Where a name may end inside a longer run: before a hyphen that can be a minus (`@rate-500`, `@rate--5`, `@a-@b`).
_MINUS = re.compile(r"-(?=[0-9-]|$)")
# What a scenario makes of an amount that no decimal writes, by the thousand: worth a shorter way.
_QUOTIENT = re.compile(r"=(-?[0-9]{1,300})/([0-9]{1,300})")
_RUN = re.compile(r"@([A-Za-z][A-Za-z0-9_-]*)")
_PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "negative": 3}

Step = Fraction | str
"""A step of a formula in postfix order: a number, `@name`, or an operation."""


class FormulaError(ValueError):
    """A formula has no value; `code` says why.

    Codes: `syntax` (`position` in the text), `unknown_name` (`name`), `division_by_zero`, `cycle` (`names`),
    `too_large`.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details


class Known:
    """What names stand for: a value, or why there is none; `ids` are all the names when values are still to come."""

    __slots__ = ("hyphenated", "values")

    def __init__(self, values: Mapping[str, Fraction | FormulaError], ids: Collection[str] | None = None) -> None:
        self.values = values
        self.hyphenated = frozenset(name for name in (values if ids is None else ids) if "-" in name)

    def value(self, name: str) -> Fraction:
        """What a name stands for.

        Raises:
            FormulaError: it is unknown, or what it stands for has no value.
        """
        value = self.values.get(name)
        if value is None:
            raise FormulaError("unknown_name", name=name)
        if isinstance(value, FormulaError):
            raise FormulaError(value.code, **value.details)
        return value


NOTHING = Known({})


def _name(run: str, hyphenated: Collection[str]) -> str:
    """The name at the start of a run of name characters, in which a hyphen may be a minus.

    The longest known name wins; otherwise the name ends at the first hyphen that can be a minus.
    """
    ends = [match.start() for match in _MINUS.finditer(run)]
    known = [run[:end] for end in (*ends, len(run)) if run[:end] in hyphenated]
    return known[-1] if known else run[: ends[0]] if ends else run


def tokens(formula: str, hyphenated: Collection[str]) -> Iterator[tuple[str, str, int]]:
    """Each token as (kind, text, position); kind is `number`, `name`, `sign` or `end`."""
    position, end = 1, len(formula.rstrip())
    while position < end:
        match = _TOKEN.match(formula, position)
        if match is None or match.lastgroup is None:
            raise FormulaError("syntax", position=position)
        text, position = match[match.lastgroup], match.end()
        if match.lastgroup == "name":
            text = _name(run := text, hyphenated)
            position -= len(run) - len(text)
        yield match.lastgroup, text, match.start(match.lastgroup)
    yield "end", "", end


class _Reader:
    """Puts a formula in postfix order with a stack of its own, so that no depth of parentheses can exhaust Python's."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.pending: list[str] = []
        self.wants_operand = True

    def operand(self, step: Step) -> bool:
        """Take a number or a name; False where none can stand."""
        accepted, self.wants_operand = self.wants_operand, False
        self.steps.append(step)
        return accepted

    def sign(self, sign: str) -> bool:
        """Take an operation or a parenthesis; False where it cannot stand."""
        if sign == "(":
            self.pending.append(sign)
            return self.wants_operand
        if self.wants_operand:
            self.pending += ["negative"] if sign == "-" else []
            return sign in "+-"
        if sign == ")":
            return self.close()
        self.unwind(_PRECEDENCE[sign])
        self.pending.append(sign)
        self.wants_operand = True
        return True

    def unwind(self, precedence: int) -> None:
        """Emit the pending operations that bind at least as strongly."""
        while self.pending and _PRECEDENCE.get(self.pending[-1], 0) >= precedence:
            self.steps.append(self.pending.pop())

    def close(self) -> bool:
        """Close the last open parenthesis; False where none is open."""
        self.unwind(1)
        return bool(self.pending and self.pending.pop())

    def end(self) -> bool:
        """Finish; False where something is missing."""
        self.unwind(1)
        return not self.pending and not self.wants_operand


@lru_cache(maxsize=16_384)
def _program(formula: str, hyphenated: frozenset[str]) -> tuple[Step, ...]:
    reader = _Reader()
    for kind, text, position in tokens(formula, hyphenated):
        if kind == "number":
            accepted = reader.operand(Fraction(text))
        elif kind == "name":
            accepted = reader.operand("@" + text)
        else:
            accepted = reader.sign(text) if kind == "sign" else reader.end()
        if not accepted:
            raise FormulaError("syntax", position=position)
    return tuple(reader.steps)


def _operation(sign: str, stack: list[Fraction]) -> Fraction:
    right = stack.pop()
    if sign == "negative":
        return -right
    left = stack.pop()
    if sign == "/":
        if not right:
            raise FormulaError("division_by_zero")
        return left / right
    return left * right if sign == "*" else left + right if sign == "+" else left - right


def _named(name: str, known: Known, last_year: Decimal | None) -> Fraction:
    if name != LAST_YEAR:
        return known.value(name)
    if last_year is None:
        raise FormulaError("unknown_name", name=name)
    return Fraction(last_year)


def quotient(formula: str) -> Fraction | None:
    """The value of a formula that is one integer divided by another; None for any other formula."""
    match = _QUOTIENT.fullmatch(formula)
    return Fraction(int(match[1]), int(match[2])) if match and int(match[2]) else None


def evaluate(formula: str, known: Known = NOTHING, last_year: Decimal | None = None) -> Fraction:
    """The exact value of a formula (with its leading `=`); `last_year` is what `@last_year` stands for.

    Raises:
        FormulaError: the formula has no value.
    """
    fraction = quotient(formula)
    if fraction is not None:
        return fraction
    stack: list[Fraction] = []
    for step in _program(formula, known.hyphenated):
        if isinstance(step, Fraction):
            stack.append(step)
        elif step[0] == "@":
            stack.append(_named(step[1:], known, last_year))
        else:
            stack.append(_operation(step, stack))
            # Drivers multiplied by one another through a few formulas could fill the memory.
            if max(stack[-1].numerator.bit_length(), stack[-1].denominator.bit_length()) > BIT_LIMIT:
                raise FormulaError("too_large")
    return stack[-1]


def is_well_formed(formula: str) -> bool:
    """Whether a formula can be read, whatever its names stand for and wherever they end."""
    return _is_readable(formula, frozenset()) or _is_readable(formula, frozenset(_RUN.findall(formula)))


def _is_readable(formula: str, hyphenated: frozenset[str]) -> bool:
    try:
        _program(formula, hyphenated)
    except FormulaError:
        return False
    return True


def names(formula: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The names that a formula uses, each once, in order, as far as it can be read.

    `known` are the drivers' ids: with a driver `day-rate`, `@day-rate` is that driver.
    """
    found: dict[str, None] = {}
    try:
        for kind, text, _ in tokens(formula, {name for name in known if "-" in name}):
            if kind == "name":
                found[text] = None
    except FormulaError:
        return tuple(found)
    return tuple(found)
