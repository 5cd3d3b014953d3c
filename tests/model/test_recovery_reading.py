"""A journal that was torn, altered or forged: the last good state comes back, or it is told that there is none."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.plan import Plan
from model.recovery.encoding import encoded
from model.recovery.journal import Journal
from model.recovery.log import line
from model.recovery.reading import JournalUnusableError, read_data, sitting_of
from model.recovery.sitting import Place, Sitting, Typed
from tests.sittings import GONE, TYPING, assert_same, opened, size


def _three(file: Path, folder: Path) -> tuple[bytes, list[Sitting], list[int]]:
    """A journal of three writings: its bytes, the sittings, and where each of them ends."""
    session, journal = opened(file), Journal(folder, GONE)
    sittings, ends = [], []
    for title in ("Un", "Deux", "Trois"):
        session.edit("objectives.O1.title", title)
        session.drafts["plan.start"] = title
        sittings.append(session.sitting(TYPING))
        journal.write(sittings[-1])
        ends.append(size(journal))
    journal.close()
    assert journal.path is not None
    return journal.path.read_bytes(), sittings, ends


def _state(path: Path, data: bytes) -> str | None:
    """The title in the last good state; None when it is told that there is none."""
    try:
        return sitting_of(path, data).plan.objectives["O1"].title
    except JournalUnusableError as error:
        assert error.code in ("journal_damaged", "journal_newer")  # noqa: PT017 - the code is the promise
        return None


def test_cut_at_every_byte(file: Path, folder: Path) -> None:
    """Wherever a journal is cut, the last writing that is whole comes back, or it is told that there is none."""
    data, sittings, ends = _three(file, folder)
    for length in range(len(data) + 1):
        whole = sum(length >= end for end in ends)
        wanted = sittings[whole - 1].plan.objectives["O1"].title if whole else None
        assert _state(file, data[:length]) == wanted
    assert_same(sitting_of(file, data), sittings[-1])


def test_a_bit_flipped_anywhere(file: Path, folder: Path) -> None:
    """Whichever byte is altered, what was whole before it comes back; nothing altered ever does."""
    data, sittings, ends = _three(file, folder)
    for at in range(0, len(data), 3):
        altered = data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]
        whole = sum(at >= end for end in ends)
        wanted = sittings[whole - 1].plan.objectives["O1"].title if whole else None
        assert _state(file, altered) == wanted


def test_lines_left_out_or_exchanged(file: Path, folder: Path) -> None:
    """A line in another place than it was written to ends the reading."""
    data, _, _ = _three(file, folder)
    head, base, one, two, three = data.splitlines(keepends=True)
    assert _state(file, head + base + two + three) is None
    assert _state(file, head + base + one + three) == "Un"
    assert _state(file, head + base + one + one + two) == "Un"
    assert _state(file, base + one) is None


def _forged(*payloads: str) -> bytes:
    """A journal with these lines, their checksums right."""
    data, checksum = b"", 0
    for payload in payloads:
        made, checksum = line(payload, checksum)
        data += made
    return data


HEAD = '{"planmark":1,"file":"/a.toml","digest":null,"process":["a","b",1,"",""],"when":1}'
BASE = '"format = 1\\n[objectives.O1]\\ntitle = \\"Base\\"\\n"'
GOOD: dict[str, Any] = {"versions": [], "state": {
    "plan": 0, "saved": 0, "digest": None, "keep": False, "done": [0, []], "undone": [0, []], "drafts": [],
    "place": ["plan", "", "", "", None, True, None], "unsaved": False, "when": 1,
}}  # fmt: skip


def _entry(**state: Any) -> str:
    return encoded({**GOOD, "state": {**GOOD["state"], **state}})


@pytest.mark.parametrize(
    "head",
    [
        "1", "{}", "x", "[" * 50_000, HEAD.replace(":1,", ':"x",', 1), HEAD.replace("/a", "a"),
        HEAD.replace('"b"', "2"),
        HEAD.replace("/a", "/\\u0000"), HEAD.replace('"when":1', '"when":-1'), HEAD.replace('"when":1', '"when":1e99'),
        HEAD.replace("1,\"\",\"\"]", '"x","",""]'), HEAD.replace('"/a.toml"', "7"),
    ],
)  # fmt: skip
def test_forged_headers(file: Path, head: str) -> None:
    """A header that makes no sense is damage, whatever its checksum says."""
    with pytest.raises(JournalUnusableError) as error:
        sitting_of(file, _forged(head, BASE, _entry()))
    assert error.value.code == "journal_damaged"


def test_a_newer_journal(file: Path) -> None:
    """A journal of a newer program is told as such, not taken for damage."""
    with pytest.raises(JournalUnusableError) as error:
        sitting_of(file, _forged(HEAD.replace(":1,", ":2,", 1), BASE))
    assert error.value.code == "journal_newer"


@pytest.mark.parametrize("base", ["1", '"format = 1\\n[["', '"format = 9"', '""', '"\\ud800"', "x"])
def test_forged_bases(file: Path, base: str) -> None:
    """A base that is no plan is damage."""
    with pytest.raises(JournalUnusableError):
        sitting_of(file, _forged(HEAD, base, _entry()))


@pytest.mark.parametrize(
    "entry",
    [
        "1", "x", "{}", '{"versions":[],"state":1}', '{"versions":1,"state":{}}', _entry(plan=1), _entry(plan=-1),
        _entry(plan=True), _entry(plan="0"), _entry(saved=1), _entry(digest=1), _entry(done=[1, []]), _entry(done=1),
        _entry(done=[0, [[0, 1, "edit"]]]), _entry(done=[0, [[5, "a", "edit"]]]), _entry(done=[True, []]),
        _entry(drafts={}), _entry(drafts=[["a", 1]]), _entry(place=[]),
        _entry(place=["plan", "", "", 1, None, True, None]),
        _entry(place=["plan", "", "", "", 1, True, None]),
        _entry(place=["plan", "", "", "", None, True, ["x", "", 0, []]]),
        _entry(place=["plan", "", "", "", None, True, ["cell", "", "0", []]]),
        _entry(place=["plan", "", "", "", None, True, ["cell", "", 0, [[1]]]]),
        encoded({**GOOD, "versions": [[1, []]]}), encoded({**GOOD, "versions": [["0", []]]}),
        encoded({**GOOD, "versions": [[0, [["x", [], [], None]]]], "state": {**GOOD["state"], "plan": 1}}),
        encoded({
            "versions": [[0, [["objectives", [["O2", {}]], [], None], ["actions", [["O2", {}]], [], None]]]],
            "state": {**GOOD["state"], "plan": 1},
        }),
        encoded({
            "versions": [[0, [["actions", [["O1", {}]], [], None]]]], "state": {**GOOD["state"], "plan": 1},
        }),
    ],
)  # fmt: skip
def test_forged_lines(file: Path, entry: str) -> None:
    """A line that makes no sense is left out: the last good state counts; with none before it, there is none."""
    assert sitting_of(file, _forged(HEAD, BASE, _entry(keep=True), entry)).keep_original
    with pytest.raises(JournalUnusableError):
        sitting_of(file, _forged(HEAD, BASE, entry))


def test_many_senseless_lines(file: Path) -> None:
    """However many senseless lines stand at the end, reading ends soon."""
    assert sitting_of(file, _forged(HEAD, BASE, *[_entry()] * 5, *["1"] * 500)).plan.objectives["O1"].title == "Base"
    with pytest.raises(JournalUnusableError):
        sitting_of(file, _forged(HEAD, BASE, *["1"] * 500))


def test_the_cursor_is_in_the_text(file: Path) -> None:
    """A cursor beyond its text is at its end."""
    for cursor, wanted in ((99, 2), (-1, 0)):
        entry = _entry(place=["plan", "", "", "", None, True, ["form", "ab", cursor, []]])
        assert sitting_of(file, _forged(HEAD, BASE, entry)).place.typed == Typed("form", "ab", wanted)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_garbage(data: bytes) -> None:
    """Bytes that are no journal are damage, and nothing else."""
    assert _state(Path("x"), data) is None


def test_a_pipe_is_no_journal(tmp_path: Path) -> None:
    """A pipe under a journal's name does not make the reader wait."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(JournalUnusableError) as error:
        read_data(tmp_path / "pipe")
    assert error.value.code == "journal_damaged"


@pytest.mark.parametrize(
    ("place", "path"),
    [
        (Place("plan", "plan", "plan.title", typed=Typed("prompt", "x", 1)), "plan.title"),
        (Place("budget", "budget.B1", "amount", typed=Typed("cell", "x", 1), is_in_form=False), "budget.B1.amount"),
        (
            Place("budget", "budget.B1", "2027-03", typed=Typed("cell", "x", 1), is_in_form=False),
            "budget.B1.months.2027-03",
        ),
        (Place("budget", "", "amount", typed=Typed("cell", "x", 1), is_in_form=False), "budget"),
        (Place("budget", "budget.B1", "amount", typed=Typed("delay", "x", 1), is_in_form=False), "budget.B1"),
    ],
)
def test_what_is_typed_has_a_path(place: Place, path: str) -> None:
    """A text that is nowhere else is told by the path of what it is for."""
    assert Sitting(Path("x"), Plan(), place=place).half_typed == {path: "x"}
