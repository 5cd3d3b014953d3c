"""Whatever is done to a file, it is read or refused in a sentence: never an error that nobody foresaw."""

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from model.examples import text
from model.incoming import ArrivalRefusedError
from model.store.reading import loads
from model.store.writing import dumps
from tests.tui.imports.invoices.writing import Row, Written, cii, ubl
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS
from tui.formats.values import Reader
from tui.imports.receiving import opened
from tui.imports.refusing import ImportRefusedError
from tui.words import LANGUAGES, Words

PLAN = loads(text("twin-cities-gateway"))
INVOICE = Written(currency="USD", rows=(Row(), Row(300, 1_005, 55)), allowance=10, prepaid=5)
READINGS = "Période;K1;K2;Note\nmars 2020;1 200,5;12 %;ok\nT2 2020;1.300;;\n31/12/2020;x;3;\n"
TIMES = {"csv": 25, "json": 15, "ics": 6, "readings": 60, "cii": 120, "ubl": 120}
ODD = (b"\xff", b"\x00", b'"', b";", b"\n", b"-", b"9" * 30, b"1e999", b"\xe2\x80\xae", b"{", b"<", b"20271399", b",")


def _content(kind: str) -> bytes:
    if kind == "readings":
        return READINGS.encode()
    if kind in ("cii", "ubl"):
        return (cii if kind == "cii" else ubl)(INVOICE)
    return bytes_of(PLAN, FORMATS[kind], Options("fr", "internal"))


def _changed(data: bytes, dice: random.Random) -> bytes:
    """A few bytes cut out, doubled, replaced by odd ones; digits by other digits."""
    changed = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at, kind = dice.randrange(len(changed) or 1), dice.random()
        if kind < 0.3:
            changed[at:at] = dice.choice(ODD)
        elif kind < 0.5:
            del changed[at : at + dice.randrange(1, 60)]
        elif kind < 0.6:
            changed[at:at] = changed[max(0, at - 80) : at]
        else:
            digits = [place for place in range(at, min(at + 400, len(changed))) if chr(changed[place]).isdigit()]
            for place in dice.sample(digits, min(2, len(digits))):
                changed[place : place + 1] = dice.choice((b"9", b"0", b"-", b".", b"99999999999999"))
    return bytes(changed)


def _answered(kind: str) -> Iterator[dict[str, str]]:
    yield {}
    if kind in ("cii", "ubl"):
        yield from ({"F-1": target} for target in ("B1", "new", "items"))
        yield {"F-1": "items", "F-1/1": "new", "F-1/2": "B1"}


def _said(kind: str, file: Path, answers: dict[str, str]) -> list[tuple[str, Mapping[str, str]]]:
    """What is said of a file, as keys of the words with their values; what it makes of the plan can be kept."""
    try:
        source = opened(PLAN, file, Reader.of(Words("fr"), "fr", PLAN), "readings" if kind == "readings" else "")
        source.answers.update(answers)
        found = source.read(PLAN)
    except ImportRefusedError as error:
        return [(error.key, error.details)]
    except ArrivalRefusedError as error:
        return [("imports.value_at", {"file": file.name, "place": error.arrival.origin, "reason": ""})]
    if found.plan is not PLAN:
        assert dumps(loads(dumps(found.plan))) == dumps(found.plan)
    notes = [one.why for one in found.kept if one.why] + found.notes
    return [(note.key if note.number is None else f"{note.key}.other", {**note.details, "n": "2"}) for note in notes]


@pytest.mark.parametrize("kind", TIMES)
def test_read_or_refused(kind: str, tmp_path: Path) -> None:
    """In both languages; what is read is a plan that can be written and read again."""
    data, dice = _content(kind), random.Random(kind)  # noqa: S311 - dice
    file = tmp_path / {"readings": "in.csv", "cii": "in.xml", "ubl": "in.xml"}.get(kind, f"in.{kind}")
    for _ in range(TIMES[kind]):
        file.write_bytes(_changed(data, dice))
        for answers in _answered(kind):
            for key, details in _said(kind, file, answers):
                assert all(Words(language)(key, **details) for language in LANGUAGES)
