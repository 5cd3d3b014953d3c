"""Reading: what a file may be, and every way in which it is refused, with file, line and path."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.plan import Plan
from model.store import files
from model.store.migration import migrated
from model.store.problems import LONGEST_SHOWN, MOST_REPORTED, PlanUnusableError, Problem
from model.store.reading import load, loads
from model.store.writing import dumps
from tests.catalogue_strategies import plans
from tests.sampling import some

HEAD = "format = 1\n"


def refused(text: str | bytes) -> PlanUnusableError:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(PlanUnusableError) as refusal:
        loads(data)
    return refusal.value


def only(text: str | bytes) -> Problem:
    (problem,) = refused(text).problems
    return problem


def test_a_file_is_loaded_with_its_digest(tmp_path: Path) -> None:
    """The plan, the SHA-256 of the bytes, and whether the file holds comments."""
    file = tmp_path / "plan.toml"
    file.write_text('format = 1 # mine\n[plan]\ntitle = "x"\n')
    loaded = load(file)
    assert loaded.plan.plan.title == "x"
    assert loaded.digest == files.digest_of(file.read_bytes())
    assert (loaded.has_comments, loaded.is_migrated, loaded.keeps_original) == (True, False, True)


def test_a_file_without_comments_needs_no_original(tmp_path: Path) -> None:
    """A `#` in a text is no comment."""
    file = tmp_path / "plan.toml"
    file.write_text('format = 1\n[plan]\ntitle = "n° #1"\n')
    assert not load(file).keeps_original


def test_numbers_stay_decimal() -> None:
    """Numbers are exact decimals from the file on, without trailing zeros."""
    plan = loads(f"{HEAD}[plan]\nceiling = 1200.10\nreserve = 5".encode())
    assert (plan.plan.ceiling, plan.plan.reserve) == (Decimal("1200.1"), Decimal(5))
    assert str(plan.plan.ceiling) == "1200.1"


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf" + HEAD.encode(), b'format = 1\r\n[plan]\r\ntitle = "x"\r\n'])
def test_windows_files_are_read(text: bytes) -> None:
    """A byte order mark and CRLF line ends are accepted."""
    assert loads(text).format == 1


def test_the_lines_of_a_text_end_in_lf() -> None:
    """CRLF inside a text of several lines becomes LF."""
    assert loads(b'format = 1\r\n[plan]\r\nmission = """\r\na\r\nb"""\r\n').plan.mission == "a\nb"


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link to a plan is a plan."""
    (tmp_path / "plan.toml").write_text(HEAD)
    (tmp_path / "link.toml").symlink_to("plan.toml")
    assert load(tmp_path / "link.toml").plan == Plan()


def file_problem(path: Path) -> Problem:
    with pytest.raises(PlanUnusableError) as refusal:
        load(path)
    assert refusal.value.file == str(path)
    (problem,) = refusal.value.problems
    return problem


def test_a_missing_file(tmp_path: Path) -> None:
    """No such file, or no such folder."""
    assert file_problem(tmp_path / "no.toml").code == "file_missing"
    assert file_problem(tmp_path / "no" / "plan.toml").code == "file_missing"


def test_a_folder(tmp_path: Path) -> None:
    """A folder is no plan."""
    assert file_problem(tmp_path).code == "file_folder"


def test_a_pipe_does_not_wait(tmp_path: Path) -> None:
    """A pipe nobody writes to is refused at once, as is a device."""
    os.mkfifo(tmp_path / "pipe.toml")
    assert file_problem(tmp_path / "pipe.toml").code == "file_special"
    assert file_problem(Path("/dev/zero")).code == "file_special"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read."""

    def denied(*_: object) -> int:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(os, "open", denied)
    assert file_problem(tmp_path / "plan.toml").code == "file_permission"


def test_a_failing_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other error of the system is told by its name."""

    def broken(*_: object) -> int:
        raise OSError(5, "broken")

    monkeypatch.setattr(os, "open", broken)
    problem = file_problem(tmp_path / "plan.toml")
    assert (problem.code, problem.value) == ("file_unreadable", "EIO")


def test_a_name_no_file_can_have(tmp_path: Path) -> None:
    """A NUL in the name is a missing file, not a crash."""
    assert file_problem(tmp_path / "a\0b").code == "file_missing"


def test_a_file_too_large(tmp_path: Path) -> None:
    """16 MiB is the most that is read."""
    (tmp_path / "large.toml").write_bytes(b"#" * (files.LARGEST + 1))
    problem = file_problem(tmp_path / "large.toml")
    assert (problem.code, problem.high) == ("file_too_large", files.LARGEST)


def test_bytes_too_many() -> None:
    """Bytes that came another way than from a file are measured too."""
    assert only(b"#" * (files.LARGEST + 1)) == Problem("file_too_large", high=files.LARGEST)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"format = 1\n[plan]\ntitle = '\xe9'\n", Problem("not_utf8", line=3, value="0xe9")),
        ("format = 1".encode("utf-16"), Problem("not_utf8", line=1, value="0xff")),
        (b"\xed\xa0\x80", Problem("not_utf8", line=1, value="0xed")),
        (b"", Problem("format_missing", "format", expected="whole_number", high=1)),
        (b"format = 2\nnew = 1", Problem("format_newer", "format", 1, value="2", expected="format", high=1)),
        (b"\nformat = 0", Problem("impossible_value", "format", 2, value="0", expected="whole_number", high=1)),
        (b"format = true", Problem("wrong_type", "format", 1, value="true", expected="whole_number", high=1)),
        (b"format = '1'", Problem("wrong_type", "format", 1, value='"1"', expected="whole_number", high=1)),
        (b"format = 1\nx = \n", Problem("toml_syntax", "", 2, 5, "x =")),
        (b"format = 1\n\0", Problem("toml_syntax", "", 2, 1, "\\x00")),
        (b"format = 1\n<<<<<<< HEAD\n", Problem("toml_syntax", "", 2, 1, "<<<<<<< HEAD")),
        (b"format = 1\n[plan]\ntitle = 'a'\ntitle = 'b'", Problem("key_twice", "", 4, 12, "title = 'b'")),
        (b"format = 1\n[actions.A1]\n[actions.A1]\n", Problem("key_twice", "", 3, 12, "[actions.A1]")),
        (b"format = 1\nx = " + b"[" * 5000, Problem("nesting", line=2, high=32)),
        (b"format = 1\n\nx" + b".a" * 58_000 + b" = 1", Problem("nesting", line=3, high=32)),
        (b"format = 1\nx = " + b"1" * 5000, Problem("number_range", line=2, expected="number")),
        (b"format = 1\nx = 1e99999999999999999999", Problem("number_range", line=2, expected="number")),
    ],
)
def test_what_is_no_plan_at_all(data: bytes, expected: Problem) -> None:
    """Bytes, TOML and format are judged first, each with its line."""
    assert only(data) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("objektives = 1", Problem("unknown_key", "objektives", 2, value="1", nearest="objectives")),
        ("[plan]\ntitel = 'x'", Problem("unknown_key", "plan.titel", 3, value='"x"', nearest="title")),
        ("[actions.A1]\nfrom_ = 'R1'", Problem("unknown_key", "actions.A1.from_", 3, value='"R1"', nearest="from")),
        ("[diagnostic.markt]", Problem("unknown_key", "diagnostic.markt", 2, value="{}", nearest="market")),
        (
            "[budget.B1.quotes.Y1]\nsuplier = 'x'",
            Problem("unknown_key", "budget.B1.quotes.Y1.suplier", 3, value='"x"', nearest="supplier"),
        ),
        ("[plan]\n'a.\\b' = 1", Problem("unknown_key", 'plan."a.\\b"', 3, value="1")),
        ("[plan]\ntitle = 3", Problem("wrong_type", "plan.title", 3, value="3", expected="text")),
        ("[plan]\nstart = '2027'", Problem("wrong_type", "plan.start", 3, value='"2027"', expected="date")),
        (
            "[plan]\nstart = 2027-01-01T00:00:00",
            Problem("wrong_type", "plan.start", 3, value="2027-01-01 00:00:00", expected="date"),
        ),
        ("[plan]\nceiling = true", Problem("wrong_type", "plan.ceiling", 3, value="true", expected="number")),
        (
            "[budget.B1]\namount = 'x'",
            Problem("wrong_type", "budget.B1.amount", 3, value='"x"', expected="number_or_formula"),
        ),
        ("[team.T1]\nauthority = 1", Problem("wrong_type", "team.T1.authority", 3, value="1", expected="flag")),
        (
            "[actions.A1]\npriority = 1.5",
            Problem("wrong_type", "actions.A1.priority", 3, value="1.5", expected="whole_number"),
        ),
        ("[actions.A1]\nteam = 'T1'", Problem("wrong_type", "actions.A1.team", 3, value='"T1"', expected="list")),
        ("[actions.A1]\nteam = [1]", Problem("wrong_type", "actions.A1.team", 3, value="1", expected="text")),
        ("actions = 3", Problem("wrong_type", "actions", 2, value="3", expected="table")),
        ("[[actions]]\ntitle = 'x'", Problem("wrong_type", "actions", 2, value="[…]", expected="table")),
        ("[actions]\nA1 = []", Problem("wrong_type", "actions.A1", 3, value="[]", expected="table")),
        ("[actions]\nA1 = ''", Problem("wrong_type", "actions.A1", 3, value='""', expected="table")),
        ("[actions]\nA1 = 3", Problem("wrong_type", "actions.A1", 3, value="3", expected="table")),
        ("[budget.B1]\nmonths = 3", Problem("wrong_type", "budget.B1.months", 3, value="3", expected="table")),
        ("[links]\na = 1", Problem("wrong_type", "links.a", 3, value="1", expected="text")),
        (
            "[plan]\nlanguage = 'de'",
            Problem(
                "impossible_value", "plan.language", 3, value='"de"', expected="choice", choices=("fr", "en")
            ),
        ),
        (
            "[plan]\ncurrency = 'euro'",
            Problem("impossible_value", "plan.currency", 3, value='"euro"', expected="currency"),
        ),
        (
            "[budget.B1.months]\n2027-13 = 1",
            Problem("impossible_value", "budget.B1.months.2027-13", 3, value='"2027-13"', expected="month"),
        ),
        (
            "[indicators.K1.readings]\n20270131 = 1",
            Problem("impossible_value", "indicators.K1.readings.20270131", 3, value='"20270131"', expected="date"),
        ),
        (
            "[indicators.K1.readings]\n2027-W01-1 = 1",
            Problem("impossible_value", "indicators.K1.readings.2027-W01-1", 3, value='"2027-W01-1"', expected="date"),
        ),
        (
            "[indicators.K1.readings]\n2027-02-30 = 1",
            Problem("impossible_value", "indicators.K1.readings.2027-02-30", 3, value='"2027-02-30"', expected="date"),
        ),
        (
            "[actions.A1]\npriority = 9",
            Problem("number_range", "actions.A1.priority", 3, value="9", expected="whole_number", low=1, high=5),
        ),
        ("[plan]\nceiling = nan", Problem("number_range", "plan.ceiling", 3, value="NaN", expected="amount")),
        ("[plan]\nceiling = 1e15", Problem("number_range", "plan.ceiling", 3, value="1E+15", expected="amount")),
        ("[plan]\nstart = 1066-10-14", Problem("date_range", "plan.start", 3, value="1066-10-14", expected="date")),
        (
            '[plan]\ntitle = "a\\u001b[0m"',
            Problem("text_forbidden", "plan.title", 3, value='"a\\x1b[0m"', expected="text"),
        ),
        (
            '[plan]\ntitle = "\\u202Eabc"',
            Problem("text_forbidden", "plan.title", 3, value='"\\u202eabc"', expected="text"),
        ),
        (
            f"[plan]\ntitle = '{'x' * 20_001}'",
            Problem("text_too_long", "plan.title", 3, value='"' + "x" * (LONGEST_SHOWN - 2) + "…", high=20_000),
        ),
        ("[actions.1A]", Problem("id_form", "actions.1A", 2, value='"1A"', expected="id")),
        ('[actions."A\\n"]', Problem("id_form", 'actions."A\\n"', 2, value='"A\\n"', expected="id")),
        (
            "[actions.A1]\nowner = 'not an id'",
            Problem("id_form", "actions.A1.owner", 3, value='"not an id"', expected="id"),
        ),
        (
            "[decisions.studie]\nreason = 'x'",
            Problem("unknown_key", "decisions.studie", 2, value="{…}", nearest="studies"),
        ),
        (
            "[review.X1]\n[actions.A1.milestones.X1]",
            Problem("id_taken", "actions.A1.milestones.X1", 3, value='"X1"', expected="id", other="review.X1"),
        ),
    ],
)  # fmt: skip
def test_what_a_plan_cannot_hold(body: str, expected: Problem) -> None:
    """Each refusal names the path, the line, the value, what was expected, and the nearest known key."""
    assert only(f"{HEAD}{body}\n") == expected


def test_a_scenario_names_the_lines_of_the_plan() -> None:
    """The ids inside a scenario are those of others; the fixed keys of the decisions are no ids."""
    loads(f"{HEAD}[decisions.crm]\n[actions.crm]\n[budget.B1]\n[scenarios.Z1.budget.B1]\n".encode())


def test_an_empty_record_is_a_record() -> None:
    """A header without a field is a record whose fields are not filled in yet."""
    assert list(loads(f"{HEAD}[objectives.O1]\n".encode()).objectives) == ["O1"]


def test_an_inline_table_gives_its_own_line() -> None:
    """What stands in an inline table is found at the line of the key that holds it."""
    problem = only(f"{HEAD}\nbudget.B1 = {{ label = 'x', months = {{ 2027-01 = true }} }}")
    assert (problem.path, problem.line) == ("budget.B1.months.2027-01", 3)


def test_problems_come_in_the_order_of_the_file() -> None:
    """All problems are found in one reading, first line first."""
    refusal = refused(f"{HEAD}[budget.B1]\nx = 1\n[plan]\ny = 1\n[actions.A1]\nstart = 3\nz = 1\n")
    assert [problem.line for problem in refusal.problems] == [3, 5, 7, 8]


def test_at_most_twenty_problems_are_reported() -> None:
    """A file full of mistakes is refused in few lines, and says that there is more."""
    refusal = refused(HEAD + "".join(f"x{number} = 1\n" for number in range(30)))
    assert (len(refusal.problems), refusal.more) == (MOST_REPORTED, 10)


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"zz{n} = 1\n" for n in range(50_000)),
        "".join(f"[actions.A{n}]\nzz = 1\n" for n in range(20_000)),
        "[actions.A1]\nteam = [" + "1," * 300_000 + "]",
        "[actions.A1.effort]\n" + "".join(f"{n} = true\n" for n in range(50_000)),
        f'"{"k" * 1_000_000}" = 1',
        f"[actions.{'k' * 1_000_000}]",
        f"[h{'.h' * 900}]\n" + "".join(f"k{n} = 1\n" for n in range(20_000)),
        'x = "' + '\\"' * 500_000,
        '"""' * 100_000,
        "x = 1" + ".1" * 500_000,
        "[budget.B1]\namount = 0x" + "f" * 100_000,
        "[budget.B1]\namount = 0." + "1" * 500_000,
        "x = " + "{a=" * 20_000,
    ],
)  # fmt: skip
def test_monstrous_files_are_refused_quickly(body: str) -> None:
    """Whatever a file holds, it is refused within two seconds and few characters."""
    start = time.process_time()
    refusal = refused(HEAD + body)
    assert time.process_time() - start < 2
    assert all(len(problem.path) + len(problem.value) < 4 * LONGEST_SHOWN for problem in refusal.problems)


def _told(read: Callable[[], Plan]) -> object:
    try:
        return read()
    except PlanUnusableError as refusal:
        return refusal.problems


@pytest.mark.parametrize("body", ["[plan]\ntitle = 'x'", "[plan]\ntitle = 3", "[plan]\ntitle = ", "x = " + "[" * 5000])
def test_a_file_is_read_like_its_bytes(body: str, tmp_path: Path) -> None:
    """Whether read line by line or by the library: the same plan, the same refusal."""
    file = tmp_path / "plan.toml"
    file.write_text(HEAD + body)
    assert _told(lambda: load(file).plan) == _told(lambda: loads(file.read_bytes()))


@given(plans(), st.data())
@settings(max_examples=some(150), deadline=None)
def test_damaged_files_are_refused_or_read(plan: Plan, data: st.DataObject) -> None:
    """A byte changed anywhere gives a plan or a refusal that is safe to print, never another error."""
    damaged = bytearray(dumps(plan))
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        loads(bytes(damaged))
    except PlanUnusableError as refusal:
        shown = "".join(f"{problem.path}{problem.value}" for problem in refusal.problems)
        assert shown.replace("\u00a0", "").replace("\u202f", "").isprintable()


def test_the_collector_is_left_as_it_was() -> None:
    """Reading pauses the cycle collector, and starts it again even when it refuses."""
    refused("format = 1\nx = ")
    assert gc.isenabled()


def test_todays_format_needs_no_step() -> None:
    """Tables of today's format come through the migration as they are."""
    tables = {"format": 1, "plan": {"title": "x"}}
    assert migrated(tables) is tables


def test_only_the_records_used_have_their_checks_made() -> None:
    """Opening a plan without scenarios does not make theirs: every launch would pay for it."""
    code = (
        "from model.store.reading import loads; from model.validation import checks;"
        "loads(b'format = 1\\n[budget.B1]\\n[plan]');"
        "print(checks.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["2"]
