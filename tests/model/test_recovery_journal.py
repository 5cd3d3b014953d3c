"""The journal of a sitting: what was written comes back, whatever it was cut or altered at, and nothing else does."""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.history import COALESCE_SECONDS
from model.plan import Plan
from model.recovery import journal as journal_module
from model.recovery.finding import HISTORY_SECONDS, all_journals, prune, recoveries
from model.recovery.journal import Journal
from model.recovery.log import line
from model.recovery.process import Process, this_process
from model.recovery.reading import JournalUnusableError, read_data, sitting_of
from model.recovery.sitting import Place, Sitting, Typed
from model.session import Session
from model.store.reading import load
from model.store.writing import dumps
from tests.commands import PLAN
from tests.sittings import ELSEWHERE, GONE, killed

NOWHERE = Place("objectives", "objectives.O1", "objectives.O1.title", "field", None, Typed("form", "Trente", 3))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the journals are."""
    return tmp_path / "state" / "recovery"


def opened(file: Path) -> Session:
    """A session on a file, whose clock stands so that every edit is a step."""
    loaded = load(file)
    ticks = iter(range(0, 10**9, int(COALESCE_SECONDS) + 1))
    return Session(loaded.plan, file, loaded.digest, loaded.keeps_original, loaded.plan, clock=lambda: next(ticks))


def assert_same(found: Sitting, wanted: Sitting) -> None:
    """Both hold the same, versions that are one and the same included."""
    assert replace(found, **_plans(wanted)) == replace(wanted, file=found.file, former=())
    assert _bytes(found) == _bytes(wanted)
    assert (found.plan is found.saved) is (wanted.plan is wanted.saved)
    assert found.has_unsaved is wanted.has_unsaved


def _plans(sitting: Sitting) -> dict[str, Any]:
    return {name: getattr(sitting, name) for name in ("plan", "saved", "done", "undone")}


def _bytes(sitting: Sitting) -> list[Any]:
    steps = [(dumps(step.before), step.path, step.kind) for step in (*sitting.done, *sitting.undone)]
    return [dumps(sitting.plan), None if sitting.saved is None else dumps(sitting.saved), len(sitting.done), *steps]


def read(folder: Path, file: Path) -> Sitting:
    """The sitting in the newest journal."""
    return recoveries(folder, file)[0].read()


# --- what was written comes back ------------------------------------------------------------------------------------


def _acts() -> st.SearchStrategy[list[tuple[str, int]]]:
    kinds = ("edit", "sheet", "add", "insert", "remove", "move", "rename", "undo", "redo", "draft", "save", "write")
    return st.lists(st.tuples(st.sampled_from(kinds), st.integers(0, 3)), max_size=25)


def _act(session: Session, kind: str, n: int, write: Callable[[], None]) -> None:
    lines = list(session.plan.budget)
    line_ = lines[n % len(lines)] if lines else None
    if kind in ("edit", "remove", "move", "rename") and line_ is None:
        return
    acts: dict[str, Callable[[], object]] = {
        "edit": lambda: session.edit(f"budget.{line_}.amount", Decimal(n)),
        "sheet": lambda: session.edit("plan.title", f"Titre {n}"),
        "add": lambda: session.add("objectives", title=f"Objectif {n}"),
        "insert": lambda: session.add("budget", after=line_),
        "remove": lambda: session.remove(f"budget.{line_}"),
        "move": lambda: session.move(f"budget.{line_}", n - 1),
        "rename": lambda: session.rename(f"budget.{line_}", f"X{len(session.history.done)}y{n}"),
        "undo": session.undo,
        "redo": session.redo,
        "draft": lambda: session.drafts.update({f"plan.start{'#key' * (n % 2)}": "30/" * n}),
        "save": session.save,
        "write": write,
    }
    acts[kind]()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=_acts(), largest=st.sampled_from([0, 2_000, 10**9]))
def test_whatever_is_done_comes_back(tmp_path: Path, acts: list[tuple[str, int]], largest: int) -> None:
    """After edits, undo, saving and drafts in any order, written at any time, the last writing is what is read."""
    own = tmp_path / str(len(list(tmp_path.iterdir())))
    own.mkdir()
    file = own / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    session, journal = opened(file), Journal(own / "recovery", GONE, largest=largest)
    for kind, n in acts:
        _act(session, kind, n, lambda: journal.write(session.sitting(NOWHERE)))
    session.edit("objectives.O1.title", "Fin")
    wanted = session.sitting(NOWHERE)
    journal.write(wanted)
    journal.close()
    assert_same(read(own / "recovery", file), wanted)


def test_a_session_goes_on_where_the_sitting_stopped(file: Path, folder: Path) -> None:
    """Undo, redo, drafts, what counts as saved: all as it was; the journal it came from is named for the next one."""
    session = opened(file)
    for title in ("Un", "Deux", "Trois"):
        session.edit("objectives.O1.title", title)
    session.undo()
    session.drafts["plan.start"] = "30/"
    path = killed(folder, session.sitting(NOWHERE))
    again = opened(file)
    again.resume(read(folder, file), path)
    assert (again.is_modified, again.drafts, again.former) == (True, {"plan.start": "30/"}, (path,))
    assert again.redo() == "objectives.O1.title"
    for title in ("Deux", "Un", "Trente mairies"):
        again.undo()
        assert again.plan.objectives["O1"].title == title
    assert not again.is_modified


def test_places_of_every_kind_come_back(file: Path, folder: Path) -> None:
    """Whatever is being typed, wherever, is written and read; a text beyond ASCII or no text at all as well."""
    session = opened(file)
    session.edit("plan.title", "Été 2027")
    cells = (("line", "B1", "amount", ""), ("total", "", "amount", ""))
    for typed in (None, Typed("cell", "+5é\ud800", 2, cells), Typed("delay", "", 0, (("budget", "B1"),))):
        place = Place("budget", "budget.B1", "amount", "", "prudent", typed, is_in_form=False)
        sitting = session.sitting(place)
        killed(folder, sitting)
        found = {repr(each.read().place) for each in recoveries(folder, file)}
        assert repr(place) in found


def test_links_called_anything(file: Path, folder: Path) -> None:
    """A link called as the journal marks its numbers is a link all the same."""
    session = opened(file)
    links = {"#": "un", "": "deux", "@": "trois"}
    session.replace(session.plan.model_copy(update={"links": links}), "links", "edit")
    killed(folder, session.sitting(NOWHERE))
    assert read(folder, file).plan.links == links


@pytest.mark.parametrize("text", ["\ufeff" + PLAN, PLAN + "# un commentaire\n", PLAN.replace("\n", "\r\n")])
def test_files_as_people_write_them(tmp_path: Path, folder: Path, text: str) -> None:
    """A file with a byte-order mark, comments or CRLF: the base is its very bytes, and is read as the file is."""
    file = tmp_path / "autre.toml"
    file.write_bytes(text.encode())
    session = opened(file)
    session.edit("plan.title", "Autre")
    killed(folder, session.sitting(NOWHERE))
    assert_same(read(folder, file), session.sitting(NOWHERE))


@pytest.mark.parametrize("became", ["changed", "removed"])
def test_the_base_is_the_version_opened(file: Path, folder: Path, became: str) -> None:
    """The file was written or removed by somebody else meanwhile: the journal holds the version that was opened."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    file.write_text("format = 1\n") if became == "changed" else file.unlink()
    killed(folder, session.sitting(NOWHERE))
    assert_same(read(folder, file), session.sitting(NOWHERE))


def test_a_plan_without_a_file(tmp_path: Path, folder: Path) -> None:
    """A new plan and an example have no file yet: they come back too."""
    plan = Plan()
    for saved in (plan, None):
        session = Session(plan, tmp_path / f"neuf{saved is None}.toml", saved=saved)
        session.edit("plan.title", "Neuf")
        killed(folder, session.sitting(NOWHERE))
        assert_same(read(folder, session.file), session.sitting(NOWHERE))


def test_the_files_version_taken_again(file: Path, folder: Path) -> None:
    """A version read again shares nothing with the others: what is the same in it is not written again."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    journal = Journal(folder, GONE)
    journal.write(session.sitting(NOWHERE))
    session.reload()
    before = _size(journal)
    journal.write(session.sitting(NOWHERE))
    assert _size(journal) - before < 600
    journal.close()
    assert_same(read(folder, file), session.sitting(NOWHERE))


def _size(journal: Journal) -> int:
    assert journal.path is not None
    return journal.path.stat().st_size


def test_an_edit_costs_its_record(file: Path, folder: Path) -> None:
    """What is appended for an edit is small, and small again after a hundred of them."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "0")
    journal.write(session.sitting(NOWHERE))
    for n in range(100):
        session.edit("objectives.O1.title", str(n))
        before = _size(journal)
        journal.write(session.sitting(NOWHERE))
        assert _size(journal) - before < 1200
    journal.close()
    assert_same(read(folder, file), session.sitting(NOWHERE))


def test_versions_out_of_reach_are_let_go(file: Path, folder: Path) -> None:
    """Versions that nothing leads back to, as typing without pauses makes them, are not held for ever."""
    session, journal = opened(file), Journal(folder, GONE)
    session.clock = lambda: 0.0
    for n in range(300):
        session.edit("objectives.O1.title", str(n))
        journal.write(session.sitting(NOWHERE))
    assert len(journal._versions.numbers) < 100
    session.undo()
    journal.write(session.sitting(NOWHERE))
    journal.close()
    assert_same(read(folder, file), session.sitting(NOWHERE))


def test_a_journal_that_grew_begins_anew(file: Path, folder: Path) -> None:
    """Beyond its limit it is written anew, under the same name, and holds the same."""
    session, journal = opened(file), Journal(folder, GONE, largest=6_000)
    sizes = []
    for n in range(60):
        session.edit("objectives.O1.title", str(n))
        session.history.done.clear()
        journal.write(session.sitting(NOWHERE))
        sizes.append(_size(journal))
    assert max(sizes) < 8_000
    assert any(later < earlier for earlier, later in zip(sizes, sizes[1:], strict=False))
    journal.close()
    assert [path.name for path in folder.iterdir()] == [journal.path.name if journal.path else ""]
    assert_same(read(folder, file), session.sitting(NOWHERE))


# --- when there is a journal ----------------------------------------------------------------------------------------


def test_looking_writes_nothing(file: Path, folder: Path) -> None:
    """Without a change there is nothing to keep."""
    journal = Journal(folder, GONE)
    journal.write(opened(file).sitting(NOWHERE))
    journal.remove()
    assert not folder.exists()


def test_only_its_owner_may_read_it(file: Path, folder: Path) -> None:
    """The folder is 0700 and the journal 0600, whatever the umask is; a folder that was wider is narrowed."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    folder.mkdir(mode=0o755, parents=True)
    path = killed(folder, session.sitting(NOWHERE))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_the_folder_is_not_followed(file: Path, folder: Path, tmp_path: Path) -> None:
    """Nothing is written where a link leads."""
    folder.parent.mkdir()
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    session = opened(file)
    session.edit("plan.title", "Autre")
    with pytest.raises(OSError, match=""):
        Journal(folder, GONE).write(session.sitting(NOWHERE))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_somebody_elses_folder_is_not_written_to(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of another user is refused."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(PermissionError):
        Journal(folder, GONE).write(session.sitting(NOWHERE))
    assert list(folder.iterdir()) == []


def test_removing(file: Path, folder: Path) -> None:
    """A journal that is not wanted goes; writing again makes it again."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "Autre")
    journal.write(session.sitting(NOWHERE))
    journal.remove()
    assert recoveries(folder) == []
    journal.write(session.sitting(NOWHERE))
    assert len(recoveries(folder)) == 1
    journal.remove()
    journal.remove()


def test_a_journal_cleared_away_is_made_again(file: Path, folder: Path) -> None:
    """Somebody tidied the folder up, or put another file there: the next writing makes a whole journal again."""
    session, journal = opened(file), Journal(folder, GONE)
    for n, clear in enumerate((Path.unlink, lambda path: path.write_bytes(b"x") if path.unlink() is None else 0)):
        session.edit("plan.title", f"Autre {n}")
        journal.write(session.sitting(NOWHERE))
        assert journal.path is not None
        clear(journal.path)
        session.edit("plan.title", f"Encore {n}")
        journal.write(session.sitting(NOWHERE))
        assert_same(read(folder, file), session.sitting(NOWHERE))
    journal.close()


def test_the_former_journal_goes_with_the_first_writing(file: Path, folder: Path) -> None:
    """Once the sitting that went on has its own journal, the former one is superfluous, not before."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    old = killed(folder, session.sitting(NOWHERE))
    session.former = (old, folder / "gone.journal")
    journal = Journal(folder, GONE)
    for _ in range(2):
        journal.write(session.sitting(NOWHERE))
        assert [each.path for each in recoveries(folder)] == [journal.path]
    journal.close()


# --- the disk says no -----------------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "rename")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_failure_is_told_and_the_next_writing_is_whole(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int, *, is_first: bool
) -> None:
    """Whichever call fails, OSError says so, what was kept stays readable, the next writing holds all; no stray."""
    session, journal = opened(file), Journal(folder, GONE, largest=0)
    session.edit("plan.title", "Avant")
    if not is_first:
        journal.write(session.sitting(NOWHERE))
        before = session.sitting(NOWHERE)
    session.edit("plan.title", "Après")
    calls, real = [0], getattr(os, call)

    def failing(*given: Any, **more: Any) -> Any:
        calls[0] += 1
        if calls[0] == at + 1:
            if call == "write":
                real(given[0], bytes(given[1])[:7])
            raise OSError(errno.ENOSPC, "full")
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        try:
            journal.write(session.sitting(NOWHERE))
        except OSError as error:
            assert error.errno == errno.ENOSPC
    if not is_first:
        titles = {before.plan.plan.title, "Après"}
        assert {each.read().plan.plan.title for each in recoveries(folder, file)} <= titles
        assert recoveries(folder, file)
    session.edit("objectives.O1.title", "Fin")
    journal.write(session.sitting(NOWHERE))
    journal.close()
    assert [each.path for each in recoveries(folder, file)] == [journal.path]
    assert len(list(folder.iterdir())) == 1
    assert_same(read(folder, file), session.sitting(NOWHERE))


def test_a_disk_that_fails_while_appending(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a line was appended: it is ignored, and the next writing begins anew."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "Avant")
    before = session.sitting(NOWHERE)
    journal.write(before)
    session.edit("plan.title", "Après")
    write = os.write

    def failing(descriptor: int, data: Any) -> int:
        write(descriptor, bytes(data)[:40])
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing)
        with pytest.raises(OSError, match=""):
            journal.write(session.sitting(NOWHERE))
    assert_same(read(folder, file), before)
    journal.write(session.sitting(NOWHERE))
    journal.close()
    assert_same(read(folder, file), session.sitting(NOWHERE))


def test_a_disk_that_takes_little_at_a_time(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that writes less than asked is followed by another."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:100]))
    killed(folder, session.sitting(NOWHERE))
    assert_same(read(folder, file), session.sitting(NOWHERE))


@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_folders_that_cannot_be_synced(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, is_told: bool
) -> None:
    """A file system that does not sync folders is no failure; a disk that fails to is, and one journal stays."""
    session, journal, fsync = opened(file), Journal(folder, GONE), os.fsync
    session.edit("plan.title", "Autre")

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "")
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        try:
            journal.write(session.sitting(NOWHERE))
        except OSError:
            assert is_told
        else:
            assert not is_told
    journal.write(session.sitting(NOWHERE))
    journal.close()
    assert len(recoveries(folder)) == 1


def test_a_file_whose_path_loops(tmp_path: Path, folder: Path) -> None:
    """Links that lead round and round: the journal is kept under the name as it was given."""
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    session = Session(Plan(), loop)
    session.edit("plan.title", "Autre")
    killed(folder, session.sitting(NOWHERE))
    assert read(folder, loop).file == loop


# --- torn, altered, forged ------------------------------------------------------------------------------------------


def _three(file: Path, folder: Path) -> tuple[bytes, list[Sitting], list[int]]:
    """A journal of three writings: its bytes, the sittings, and where each of them ends."""
    session, journal = opened(file), Journal(folder, GONE)
    sittings, ends = [], []
    for title in ("Un", "Deux", "Trois"):
        session.edit("objectives.O1.title", title)
        session.drafts["plan.start"] = title
        sittings.append(session.sitting(NOWHERE))
        journal.write(sittings[-1])
        ends.append(_size(journal))
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
    return journal_module.encoded({**GOOD, "state": {**GOOD["state"], **state}})


@pytest.mark.parametrize(
    "head",
    [
        "1", "{}", "x", "[" * 50_000, HEAD.replace(":1,", ':"x",', 1), HEAD.replace("/a", "a"), HEAD.replace('"b"', "2"),
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
        _entry(drafts={}), _entry(drafts=[["a", 1]]), _entry(place=[]), _entry(place=["plan", "", "", 1, None, True, None]),
        _entry(place=["plan", "", "", "", 1, True, None]), _entry(place=["plan", "", "", "", None, True, ["x", "", 0, []]]),
        _entry(place=["plan", "", "", "", None, True, ["cell", "", "0", []]]),
        _entry(place=["plan", "", "", "", None, True, ["cell", "", 0, [[1]]]]),
        journal_module.encoded({**GOOD, "versions": [[1, []]]}), journal_module.encoded({**GOOD, "versions": [["0", []]]}),
        journal_module.encoded({**GOOD, "versions": [[0, [["x", [], [], None]]]], "state": {**GOOD["state"], "plan": 1}}),
        journal_module.encoded({
            "versions": [[0, [["objectives", [["O2", {}]], [], None], ["actions", [["O2", {}]], [], None]]]],
            "state": {**GOOD["state"], "plan": 1},
        }),
        journal_module.encoded({
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


# --- finding --------------------------------------------------------------------------------------------------------


def _modified(file: Path, title: str = "Autre") -> Sitting:
    session = opened(file)
    session.edit("plan.title", title)
    return session.sitting(NOWHERE)


def test_only_those_of_the_plan_the_newest_first(file: Path, folder: Path, tmp_path: Path) -> None:
    """A plan's journals are found by any of its names; those of sittings under way are left out."""
    other = tmp_path / "other.toml"
    other.write_text(PLAN, encoding="utf-8")
    (tmp_path / "link.toml").symlink_to(file)
    killed(folder, _modified(other))
    old, new = (killed(folder, _modified(file)) for _ in range(2))
    os.utime(old, (1, 1))
    under_way = killed(folder, _modified(file), process=this_process())
    for name in (file, tmp_path / "link.toml", tmp_path / "state" / ".." / "plan.toml"):
        assert [each.path for each in recoveries(folder, name)] == [new, old]
    assert {each.path for each in all_journals(folder, file)} == {old, new, under_way}
    assert len(recoveries(folder)) == 3
    assert recoveries(tmp_path / "nowhere") == []


def test_whose_it_is(file: Path, folder: Path) -> None:
    """Whose sitting it was, of which file, on which host."""
    killed(folder, _modified(file), process=ELSEWHERE)
    (found,) = recoveries(folder, file)
    assert (found.file, found.process) == (file, ELSEWHERE)
    assert (found.is_elsewhere, found.is_in_use) == (True, False)


def test_a_process_is_known_by_its_start(file: Path, folder: Path) -> None:
    """A number that was given to another process since, or before the machine started, is not the same process."""
    me = this_process()
    others = [replace(me, start="1"), replace(me, boot="another"), replace(me, pid=0), replace(me, pid=2**70)]
    assert [process.is_alive for process in others] == [False] * 4
    assert Process(me.user, me.host, me.pid).is_alive
    assert Process(me.user, me.host, 1).is_alive  # somebody else's, mostly
    killed(folder, _modified(file), process=me)
    assert recoveries(folder, file) == []


def test_systems_without_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system tells neither its start nor that of a process, the number alone counts."""
    from model.recovery import process

    process.boot_of.cache_clear()
    monkeypatch.setattr(process, "_BOOT", Path("/nowhere"))
    monkeypatch.setattr(process, "start_of", lambda _: "")
    monkeypatch.delenv("LOGNAME", raising=False)
    monkeypatch.delenv("USER", raising=False)
    me = this_process()
    process.boot_of.cache_clear()
    assert (me.boot, me.start, me.user) == ("", "", str(os.getuid()))
    assert me.is_alive
    assert process.start_of(2**31 - 1) == ""


def test_a_process_of_somebody_else_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that one may not signal is there."""

    def refusing(pid: int, number: int) -> None:
        raise PermissionError(pid, number)

    monkeypatch.setattr(os, "kill", refusing)
    assert Process("x", this_process().host, os.getpid()).is_alive


def test_what_is_no_journal_is_marked(file: Path, folder: Path, tmp_path: Path) -> None:
    """A damaged journal is listed; a folder, a link or a file without rights under such a name is, too."""
    path = killed(folder, _modified(file))
    path.write_bytes(b"garbage")
    path.with_name(f"{path.name[:17]}folder.journal").mkdir()
    path.with_name(f"{path.name[:17]}link.journal").symlink_to(tmp_path / "plan.toml")
    found = recoveries(folder, file)
    assert [(each.file, each.process, each.is_in_use, each.is_elsewhere) for each in found] == [
        (None, None, False, False)
    ] * 3
    for each in found:
        with pytest.raises(JournalUnusableError) as error:
            each.read()
        assert error.value.code == "journal_damaged"


def test_a_journal_that_has_just_gone(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program removed it meanwhile: it is not listed, or told to be missing; removing it is no error."""
    path = killed(folder, _modified(file))
    (found,) = recoveries(folder, file)
    monkeypatch.setattr("model.recovery.finding._inside", lambda _: [path])
    found.remove()
    found.remove()
    assert recoveries(folder, file) == []
    with pytest.raises(JournalUnusableError) as error:
        read_data(path)
    assert error.value.code == "journal_missing"


def test_pruning(file: Path, folder: Path) -> None:
    """After a day, what only kept undo of a sitting that ended well goes; what is unsaved never does."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    unsaved = killed(folder, session.sitting(NOWHERE))
    elsewhere = killed(folder, session.sitting(NOWHERE), process=ELSEWHERE)
    session.save()
    well = killed(folder, session.sitting(NOWHERE))
    damaged = killed(folder, session.sitting(NOWHERE))
    damaged.write_bytes(damaged.read_bytes()[:200])
    half = folder / f".{well.name}.0123abcd"
    half.write_bytes(b"")
    prune(folder)
    assert well.exists()
    assert half.exists()
    prune(folder, well.stat().st_mtime + HISTORY_SECONDS + 1)
    assert not well.exists()
    assert not half.exists()
    assert all(path.exists() for path in (unsaved, elsewhere, damaged))
