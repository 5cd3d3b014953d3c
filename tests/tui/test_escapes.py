"""Escape and the keys after it, however they arrive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.escapes import ESCAPE, Escapes


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("\x1b4", [None, "4"]),
        ("12x3\x1b4321\r", ["12x3", None, "4321\r"]),
        ("\x1ba\x1bé", [None, "a", None, "é"]),
        ("\x1b[A\x1bOP", ["\x1b[A\x1bOP"]),
        ("\x1bb\x1bf\x1b\x7f", ["\x1bb\x1bf\x1b\x7f"]),
        ("\x1b\x1b4\x1b\x1b[A", [None, None, "4\x1b\x1b[A"]),
        ("\x1b[200~a\x1bx\x1b[201~", ["\x1b[200~a\x1bx\x1b[201~"]),
    ],
)
def test_escape_is_a_key_of_its_own(typed: str, pieces: list[str | None]) -> None:
    """Before what is typed; not before a terminal's sequences, nor in what is pasted."""
    assert Escapes().parts(typed) == pieces


@given(st.lists(st.sampled_from(["\x1b", "4", "a", "\x1b[A", "é", "\r"])), st.data())
def test_it_does_not_matter_how_it_is_cut(keys: list[str], data: st.DataObject) -> None:
    """Nothing is lost or moved, and the same Escapes are keys, in one piece or in several."""
    text = "".join(keys)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
    whole, parted = Escapes(), Escapes()
    expected = [*whole.parts(text), *whole.waited()]
    bits = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    found = [piece for bit in bits for piece in parted.parts(bit)] + parted.waited()
    assert "".join(piece or ESCAPE for piece in found) == "".join(piece or ESCAPE for piece in expected) == text
    assert found.count(None) == expected.count(None)


def test_a_paste_that_comes_in_pieces() -> None:
    """An Escape in its middle is no key, whatever the pieces; after its end it is one again."""
    escapes = Escapes()
    assert [piece for bit in ("\x1b[200~a", "\x1b", "4", "\x1b[201~") for piece in escapes.parts(bit)] == [
        "\x1b[200~a",
        "\x1b",
        "4",
        "\x1b[201~",
    ]
    assert escapes.parts("\x1b4") == [None, "4"]
