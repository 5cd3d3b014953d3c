"""The journal of a sitting: whatever was done comes back as it was, and a writing costs what is new."""

from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.plan import Plan
from model.recovery.finding import recoveries
from model.recovery.journal import Journal
from model.recovery.sitting import Place, Typed
from model.session import Session
from tests.commands import PLAN
from tests.sittings import GONE, TYPING, assert_same, killed, opened, read, size


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
        _act(session, kind, n, lambda: journal.write(session.sitting(TYPING)))
    session.edit("objectives.O1.title", "Fin")
    wanted = session.sitting(TYPING)
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
    path = killed(folder, session.sitting(TYPING))
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
    session.replace(session.plan.replaced({"links": links}), "links", "edit")
    killed(folder, session.sitting(TYPING))
    assert read(folder, file).plan.links == links


@pytest.mark.parametrize("text", ["\ufeff" + PLAN, PLAN + "# un commentaire\n", PLAN.replace("\n", "\r\n")])
def test_files_as_people_write_them(tmp_path: Path, folder: Path, text: str) -> None:
    """A file with a byte-order mark, comments or CRLF: the base is its very bytes, and is read as the file is."""
    file = tmp_path / "autre.toml"
    file.write_bytes(text.encode())
    session = opened(file)
    session.edit("plan.title", "Autre")
    killed(folder, session.sitting(TYPING))
    assert_same(read(folder, file), session.sitting(TYPING))


@pytest.mark.parametrize("became", ["changed", "removed"])
def test_the_base_is_the_version_opened(file: Path, folder: Path, became: str) -> None:
    """The file was written or removed by somebody else meanwhile: the journal holds the version that was opened."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    file.write_text("format = 1\n") if became == "changed" else file.unlink()
    killed(folder, session.sitting(TYPING))
    assert_same(read(folder, file), session.sitting(TYPING))


def test_a_plan_without_a_file(tmp_path: Path, folder: Path) -> None:
    """A new plan and an example have no file yet: they come back too."""
    plan = Plan()
    for saved in (plan, None):
        session = Session(plan, tmp_path / f"neuf{saved is None}.toml", saved=saved)
        session.edit("plan.title", "Neuf")
        killed(folder, session.sitting(TYPING))
        assert_same(read(folder, session.file), session.sitting(TYPING))


def test_the_files_version_taken_again(file: Path, folder: Path) -> None:
    """A version read again shares nothing with the others: what is the same in it is not written again."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    journal = Journal(folder, GONE)
    journal.write(session.sitting(TYPING))
    session.reload()
    before = size(journal)
    journal.write(session.sitting(TYPING))
    assert size(journal) - before < 600
    journal.close()
    assert_same(read(folder, file), session.sitting(TYPING))


def test_an_edit_costs_its_record(file: Path, folder: Path) -> None:
    """What is appended for an edit is small, and small again after a hundred of them."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "0")
    journal.write(session.sitting(TYPING))
    for n in range(100):
        session.edit("objectives.O1.title", str(n))
        before = size(journal)
        journal.write(session.sitting(TYPING))
        assert size(journal) - before < 1200
    journal.close()
    assert_same(read(folder, file), session.sitting(TYPING))


def test_versions_out_of_reach_are_let_go(file: Path, folder: Path) -> None:
    """Versions that nothing leads back to, as typing without pauses makes them, are not held for ever."""
    session, journal = opened(file), Journal(folder, GONE)
    session.clock = lambda: 0.0
    for n in range(300):
        session.edit("objectives.O1.title", str(n))
        journal.write(session.sitting(TYPING))
    assert len(journal._versions.numbers) < 100
    session.undo()
    journal.write(session.sitting(TYPING))
    journal.close()
    assert_same(read(folder, file), session.sitting(TYPING))


def test_a_journal_that_grew_begins_anew(file: Path, folder: Path) -> None:
    """Beyond its limit it is written anew, under the same name, and holds the same."""
    session, journal = opened(file), Journal(folder, GONE, largest=6_000)
    sizes = []
    for n in range(60):
        session.edit("objectives.O1.title", str(n))
        session.history.done.clear()
        journal.write(session.sitting(TYPING))
        sizes.append(size(journal))
    assert max(sizes) < 8_000
    assert any(later < earlier for earlier, later in pairwise(sizes))
    journal.close()
    assert [path.name for path in folder.iterdir()] == [journal.path.name if journal.path else ""]
    assert_same(read(folder, file), session.sitting(TYPING))


def test_an_edit_after_undo(file: Path, folder: Path) -> None:
    """Steps that were undone and overwritten are not those of the sitting any more."""
    session, journal = opened(file), Journal(folder, GONE)
    for title in ("Un", "Deux", "Trois"):
        session.edit("objectives.O1.title", title)
    journal.write(session.sitting(TYPING))
    for _ in range(2):
        session.undo()
    session.edit("objectives.O1.title", "Quatre")
    journal.write(session.sitting(TYPING))
    journal.close()
    assert [step.before.objectives["O1"].title for step in read(folder, file).done] == ["Trente mairies", "Un"]
    assert_same(read(folder, file), session.sitting(TYPING))
