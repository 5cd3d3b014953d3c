"""What is seen in a text before and beside parsing: comments, and the line of every key."""

import tomllib

import pytest
from hypothesis import given, settings

from model.plan import Plan
from model.store.scan import first_too_deep, has_comments, key_lines, may_be_too_deep
from model.store.writing import dumps
from tests.catalogue_strategies import plans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# one", True),
        ("x = 1 # one", True),
        ("[a] # one", True),
        ("x = 'a' # one", True),
        ("x = [ # one\n]", True),
        ('x = """a""""# one', True),
        ("x = '''a'''# one", True),
        ("x = '\\' # one", True),
        ("", False),
        ("x = 1", False),
        ("x = '# none'", False),
        ('x = "# none"', False),
        ('x = "\\"# none"', False),
        ('x = """\n# none\n"# none" ""# none\\""""', False),
        ("x = '''\n# none ''# none\n'''", False),
        ('"#" = 1', False),
        ("['#'.a]", False),
    ],
)
def test_comments_are_told_from_texts(text: str, expected: bool) -> None:
    """A `#` counts outside every kind of string only."""
    assert has_comments(text) is expected


@given(plans())
@settings(max_examples=100, deadline=None)
def test_a_written_plan_holds_no_comment(plan: Plan) -> None:
    """Whatever its texts hold, a file we wrote has no comment, and one has as soon as a line is added."""
    text = dumps(plan).decode()
    assert not has_comments(text)
    assert has_comments(f"{text}# mine")


@given(plans())
@settings(max_examples=100, deadline=None)
def test_a_written_plan_is_not_too_deep(plan: Plan) -> None:
    """Texts full of dots and brackets are no keys and no lists."""
    assert first_too_deep(dumps(plan).decode()) is None


def test_dots_in_a_text_deserve_a_closer_look() -> None:
    """The glance may be wrong, the closer look is not."""
    text = f"x = '{'.' * 100}'\n"
    assert may_be_too_deep(text)
    assert first_too_deep(text) is None


def test_keys_are_found_at_their_lines() -> None:
    """Headers, bare, quoted and dotted keys, after texts and lists of several lines."""
    text = (
        'format = 1\n\n[a]\nx = """\ny = 1\n[no]\n"""\nz = [\n  "k = 1",\n  2,\n]\n'
        "[a.'b.c' . d]\n\"q\\u0041\" = 1\ne.f = 2\n[[g]]\nh = { i = 1 }\n"
    )
    assert key_lines(text) == {
        ("format",): 1,
        ("a",): 3,
        ("a", "x"): 4,
        ("a", "z"): 8,
        ("a", "b.c"): 12,
        ("a", "b.c", "d"): 12,
        ("a", "b.c", "d", "qA"): 13,
        ("a", "b.c", "d", "e"): 14,
        ("a", "b.c", "d", "e", "f"): 14,
        ("g",): 15,
        ("g", "h"): 16,
    }


@given(plans())
@settings(max_examples=100, deadline=None)
def test_every_key_of_a_written_plan_has_its_line(plan: Plan) -> None:
    """The scanner finds exactly the keys that a parser finds."""
    text = dumps(plan).decode()

    def paths(table: dict[str, object], at: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
        found = {(*at, key) for key in table}
        for key, value in table.items():
            found |= paths(value, (*at, key)) if isinstance(value, dict) else set()
        return found

    assert set(key_lines(text)) == paths(tomllib.loads(text))
