"""What could not be saved is refused when typed: no text field takes a character that a file refuses."""

from collections.abc import Iterator

import pytest

from model.catalogue import FieldSpec, fields, sections
from model.edits import EditRefusedError, put
from model.plan import Plan

FORBIDDEN = "\x00\x07\r\x1b\x7f\x9b\u2028\u202e\u2066\ufeff\ufffe\uffff\ud800\udfff"
_IDS = {"decisions": "studies"}


def _paths() -> Iterator[tuple[str, FieldSpec]]:
    for path, section in sections().items():
        holder = f"{path}.{_IDS.get(path, 'X1')}" if section.is_table else path
        for spec in fields(section.record).values():
            yield f"{holder}.{spec.name}", spec
            for inner in fields(spec.record).values() if spec.record else ():
                yield f"{holder}.{spec.name}.X2.{inner.name}", inner


TEXTS = [path for path, spec in _paths() if spec.kind in ("words", "prose")]
NAMES = [path for path, spec in _paths() if spec.kind == "names"]
FORMULAS = [path for path, spec in _paths() if spec.takes_formula]


@pytest.mark.parametrize("path", [*TEXTS, *NAMES, *FORMULAS])
def test_no_field_takes_what_a_file_refuses(path: str) -> None:
    """Control characters, line separators, bidirectional overrides, half a surrogate pair."""
    for character in FORBIDDEN:
        text = f"=1{character}" if path in FORMULAS else f"a{character}b"
        with pytest.raises(EditRefusedError):
            put(Plan(), path, [text] if path in NAMES else text)


def test_there_are_texts_to_try() -> None:
    """The catalogue gave some of each kind."""
    assert (len(TEXTS) > 100, len(NAMES) > 0, len(FORMULAS) > 5) == (True, True, True)
