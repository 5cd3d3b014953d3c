"""Ways to spoil a plan file: each takes its bytes and dice, and gives other bytes."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

Mutation = Callable[[bytes, Random], bytes]

HOSTILE: Final = (
    "\\u001b[31m", "\\u009b2J", "\\u0000", "\\u0007", "\\u202eabc", "\\u2066x", "\\ud800", "\\U00110000", "\\x1b", "\\q",
    "\x1b]52;c;AAAA\x07", "\x9b2J", "\x00", "\x7f", "\u202e", "\u2028", "\ufeff", "\r", "[@click=app.quit]go[/]", "[/]",
    "[b", "a\\\\", "{0}", "%s", "%n%n", "=cmd()", "$(id)", "../../x", "\U000e0001", "\u0301" * 200, "x" * 20_000,
    "x" * 20_001, "\U0001f468\u200d\U0001f469" * 50, "\ufdfd" * 40, "\u200b", "\\n" * 3_000, "" , " ", "\\t",
)  # fmt: skip
VALUES: Final = (
    "true", "false", "1", "-1", "0", "''", '""', "[]", "{}", "[[]]", "[1, 'a', [2]]", "{a = 1}", "[{a = 1}, {a = 2}]",
    "nan", "-nan", "inf", "-inf", "1e400", "-1e-400", "1e999999999999", "1e-999999999", "0.1e15", "1e14", "1E+3", "-0.0",
    "9" * 20, "9" * 400, "9" * 5_000, "0." + "1" * 400, "0." + "3" * 5_000, "0x" + "f" * 300, "0b" + "1" * 9_000,
    "0o7", "1_000", "1__0", "2027-13-45", "0000-00-00", "2027-02-30", "0001-01-01", "9999-12-31", "1899-12-31",
    "2027-01-01T00:00:00Z", "2027-01-01 00:00:00.123456789+23:59", "25:61:61", "07:32:00", "[" * 20 + "]" * 20,
    "[" * 900 + "]" * 900, "{a=" * 40 + "1" + "}" * 40, "[" * 20_000, "a.b", "nul", "'''\n'''", '"""\n', "'", '"',
    '"=1/0"', '"=2+"', '"=@nobody"', '"=' + "(" * 400 + '"', '"=' + "9" * 450 + '"', '"=' + "9*" * 200 + '9"',
    '"=1' + "/3" * 200 + '"', '"=-' + "-" * 300 + '1"', '"+50%"', '"*9999999999999"', '"/0"', '"-100%"', '"=1e9"',
    "99999999999999", "999999999999999", "-999999999999999", "0.000000000001", "7777777777.777777", "[" + "1," * 9_000 + "]",
    '["nobody", "nobody"]', '"2027-13"', '"0000-00"', '"ZZZ"', '"eur"', '"' + "A" * 33 + '"', '"A..B"', '"' + "é" * 40 + '"',
)  # fmt: skip
KEYS: Final = (
    "nonsense = 1", '"" = 1', "'\\e' = 1", '"\\u001b[2J" = 1', '"\u202eevil" = 2', '"[@click=app.quit]" = "x"', "a.b.c.d = 1",
    "x" * 5_000 + " = 1", ".".join("a" * 31) + " = 1", ".".join("a" * 40) + " = 1", ".".join("a" * 3_000) + " = 1",
    "a . b . c = 1", "= 1", "a = ", "a = 1 b = 2", "a b = 1", "[x]]", "[[objectives]]", "[objectives]", "[plan]", "[]",
    "[a.b.c.d.e.f]", "[" + ".".join("z" * 500) + "]", "[objectives.'\\']", "[budget.'O 1']", "[budget.O1.months]", "#\x1b[2J",
    "format = 2", "format = 0", "format = -1", "format = true", "format = 99999999999999999999", "[plan.plan]", "[links]",
    "\t\t", "'''", '"""', "]", "}", "\\", "\x0c", "\u00a0", "[team.__proto__]", "[scenarios.x.budget.y.z]",
)  # fmt: skip
_VALUE = re.compile(rb"(?m)^([A-Za-z0-9_\"' .-]+ = )(.+)$")
_STRING = re.compile(rb'"([^"\n]+)"')
_HEADER = re.compile(rb"(?m)^\[([a-z_.]+)\.([A-Za-z0-9_-]+)\]$")
_ID = re.compile(rb"[A-Z][0-9]{1,2}_[12]|Y[0-9]+")


def _one(pattern: re.Pattern[bytes], data: bytes, dice: Random) -> re.Match[bytes] | None:
    found = list(pattern.finditer(data))
    return dice.choice(found) if found else None


def _replaced(data: bytes, start: int, end: int, by: bytes) -> bytes:
    return data[:start] + by + data[end:]


def truncated(data: bytes, dice: Random) -> bytes:
    """Cut anywhere."""
    return data[: dice.randrange(len(data) + 1)]


def flipped(data: bytes, dice: Random) -> bytes:
    """Some bits turned over."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8, 64))):
        if made:
            made[dice.randrange(len(made))] ^= 1 << dice.randrange(8)
    return bytes(made)


def inserted(data: bytes, dice: Random) -> bytes:
    """Random bytes somewhere."""
    at = dice.randrange(len(data) + 1)
    return _replaced(data, at, at + dice.choice((0, 0, 5)), dice.randbytes(dice.choice((1, 2, 20))))


def line_dropped(data: bytes, dice: Random) -> bytes:
    """A few lines fewer."""
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + dice.choice((1, 1, 3)) :])


def line_doubled(data: bytes, dice: Random) -> bytes:
    """A line, or a stretch of them, twice."""
    lines = data.split(b"\n")
    at, size = dice.randrange(len(lines)), dice.choice((1, 1, 4, 200))
    return b"\n".join(lines[: at + size] + lines[at : at + size] + lines[at + size :])


def lines_swapped(data: bytes, dice: Random) -> bytes:
    """Two lines in each other's place."""
    lines = data.split(b"\n")
    one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def another_value(data: bytes, dice: Random) -> bytes:
    """A value of another type, or absurd."""
    match = _one(_VALUE, data, dice)
    return _replaced(data, *match.span(2), dice.choice(VALUES).encode()) if match else data


def swapped_value(data: bytes, dice: Random) -> bytes:
    """A field's value taken from another field."""
    one, other = _one(_VALUE, data, dice), _one(_VALUE, data, dice)
    return _replaced(data, *one.span(2), other[2]) if one and other else data


def hostile_text(data: bytes, dice: Random) -> bytes:
    """A hostile text in the place of one, or within it."""
    match = _one(_STRING, data, dice)
    if not match:
        return data
    text = dice.choice(HOSTILE).encode("utf-8", "surrogatepass")
    return _replaced(data, match.start(1) if dice.random() < 0.5 else match.end(1), match.end(1), text)


def hostile_everywhere(data: bytes, dice: Random) -> bytes:
    """The same hostile text in every place."""
    text = dice.choice(HOSTILE).encode("utf-8", "surrogatepass")
    return _STRING.sub(lambda _: b'"' + text + b'"', data)


def other_line(data: bytes, dice: Random) -> bytes:
    """A line that has no business there."""
    lines = data.split(b"\n")
    lines.insert(dice.randrange(len(lines) + 1), dice.choice(KEYS).encode())
    return b"\n".join(lines)


def other_id(data: bytes, dice: Random) -> bytes:
    """An id where another stood: references that dangle or go round, ids held twice."""
    match, other = _one(_ID, data, dice), _one(_ID, data, dice)
    by = dice.choice((b"nobody", b"x" * 33, b"", b"1", b"a b", b"__class__", other[0] if other else b""))
    return _replaced(data, *match.span(), by if dice.random() < 0.4 else (other or match)[0]) if match else data


def one_id(data: bytes, dice: Random) -> bytes:
    """Every id of one kind the same: whatever refers to it now refers to itself."""
    match, other = _one(_ID, data, dice), _one(_ID, data, dice)
    return data.replace(match[0], other[0]) if match and other else data


def hostile_id(data: bytes, dice: Random) -> bytes:
    """A table named by a hostile key."""
    match = _one(_HEADER, data, dice)
    return _replaced(data, *match.span(2), b'"' + dice.choice(HOSTILE).encode() + b'"') if match else data


def going_round(data: bytes, dice: Random) -> bytes:
    """Drivers that need each other, scenarios on one another, in a ring or in a long chain."""
    size, closes = dice.choice((1, 2, 30, 1_000)), dice.random() < 0.6
    following = [(n + 1) % size if closes else n + 1 for n in range(size)]
    if dice.random() < 0.5:
        made = [f'[drivers.k{n}]\nvalue = "=@k{after}*@k{after}"\n' for n, after in enumerate(following)]
    else:
        made = [f'[scenarios.k{n}]\nbase = "k{after}"\n' for n, after in enumerate(following)]
    return data + "\n".join(["", *made]).encode()


def rings_of_parents(data: bytes, dice: Random) -> bytes:
    """Records that come after themselves, by a long way round."""
    size = dice.choice((2, 50, 1_500))
    kind, field, shape = dice.choice(
        (("objectives", "parent", '"{}"'), ("actions", "after", '["{}"]'), ("budget", "included_in", '"{}"'))
    )
    made = [f"[{kind}.r{n}]\n{field} = {shape.format(f'r{(n + 1) % size}')}\n" for n in range(size)]
    return data + "\n".join(["", *made]).encode()


def encoded(data: bytes, dice: Random) -> bytes:
    """Another encoding, other line ends, marks of byte order, zeros."""
    text = data.decode("utf-8", "replace").replace("Some", "Élan", 3)
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: b"\xef\xbb\xbf" + data,
        lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + data,
        lambda: data.replace(b"\n", b"\r\n"),
        lambda: data.replace(b"\n", b"\r"),
        lambda: text.encode("latin-1", "replace"),
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-32-le"),
        lambda: text.encode("utf-7"),
        lambda: data + b"\0" * dice.choice((1, 4096)),
        lambda: b"\0" * len(data),
        lambda: b"",
        lambda: b"\n" * dice.choice((1, 100_000)),
        lambda: b"\x1f\x8b\x08" + data,
    )
    return dice.choice(ways)()


def a_great_deal(data: bytes, dice: Random) -> bytes:
    """Far more of something than any plan has."""
    size = dice.choice((10, 1_000, 6_000))
    ways: tuple[Callable[[], str], ...] = (
        lambda: "\n".join(f"key{n} = {n}" for n in range(size)),
        lambda: "\n".join(f"[nonsense.t{n}]\na = 1" for n in range(size)),
        lambda: "\n".join(f"[budget.m{n}]\namount = {n}\nshares = {{ {', '.join(f'a{k} = 1' for k in range(9))} }}" for n in range(size // 4)),
        lambda: "\n".join(f"[team.p{n}]\nname = {n}" for n in range(size)),
        lambda: "\n".join(f'[objectives.p{n}]\ntitle = "\\u001b"' for n in range(size)),
        lambda: "[x]\na = " + "[" * size,
        lambda: "[x]\n" + ".".join("a" * size) + " = 1",
        lambda: "[x]\n" + "\n".join("a." * (n % 30) + f"b{n} = 1" for n in range(size)),
        lambda: "# " + "x" * (size * 100),
        lambda: "[links]\n" + "\n".join(f'"k{n}" = "v"' for n in range(size)),
        lambda: 'x = """' + "y\n" * size,
        lambda: "x = {" + ", ".join(f"k{n} = 1" for n in range(size)) + "}",
        lambda: "x = [" + "{}," * size + "]",
    )  # fmt: skip
    return data + b"\n" + dice.choice(ways)().encode() + b"\n"


MUTATIONS: Final[tuple[Mutation, ...]] = (
    truncated, flipped, inserted, line_dropped, line_doubled, lines_swapped, another_value, another_value, another_value,
    swapped_value, hostile_text, hostile_text, hostile_everywhere, other_line, other_line, other_id, one_id, hostile_id,
    going_round, rings_of_parents, encoded, a_great_deal,
)  # fmt: skip


def spoilt(data: bytes, dice: Random) -> tuple[bytes, list[str]]:
    """The bytes after one to four mutations, and what these were."""
    done = []
    for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4))):
        mutation = dice.choice(MUTATIONS)
        data = mutation(data, dice)
        done.append(mutation.__name__)
    return data, done
