"""`planmark recover`: what is left of killed sittings and saves, listed, restored, thrown away."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.edits import put
from model.history import Step
from model.recovery.process import this_process
from model.recovery.sitting import Place, Sitting, Typed
from model.store.processes import host_name
from model.store.reading import load
from tests.commands import PLAN, Ask
from tests.sittings import ELSEWHERE, GONE, killed
from tui.settings import recovery_folder


def _sitting(file: Path, title: str = "Quarante mairies", **more: Any) -> Sitting:
    loaded = load(file)
    plan = put(loaded.plan, "objectives.O1.title", title)
    done = (Step(loaded.plan, "objectives.O1.title", "edit"),)
    sitting = Sitting(file, plan, loaded.plan, loaded.digest, done=done, drafts={"objectives.O1.deadline": "30/"})
    return replace(sitting, **more)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ", 1 change, 1 text half typed"), ("fr", ", 1 modification, 1 texte en cours de frappe")],
)
def test_a_recovery_is_a_line(ask: Ask, plan_file: Path, language: str, said: str) -> None:
    """The plan's file, when, how many changes, how many texts half typed; exit status 0."""
    killed(recovery_folder(), _sitting(plan_file))
    for operands in ((), (plan_file,), (plan_file.parent,)):
        told = ask("recover", "--list", *operands, language=language)
        (line,) = told.out.splitlines()
        assert told.status == 0
        assert line.startswith(f"{plan_file}: ")
        assert line.endswith(said)


def test_nothing_left(ask: Ask, plan_file: Path) -> None:
    """No journal, or one of a sitting that ended well, is nothing to tell people of; programs are told."""
    assert (ask("recover").status, ask("recover").out) == (0, "Nothing is left.\n")
    loaded = load(plan_file)
    step = Step(loaded.plan, "plan", "edit")
    killed(recovery_folder(), Sitting(plan_file, loaded.plan, loaded.plan, loaded.digest, done=(step,)))
    assert ask("recover", plan_file).out == "Nothing is left.\n"
    (found,) = ask("recover", "--json").json["recoveries"]
    assert found["unsaved"] is False


def test_json(ask: Ask, plan_file: Path) -> None:
    """Programs get the recoveries with whose they are, and the leftovers with their kind."""
    path = killed(recovery_folder(), _sitting(plan_file), process=ELSEWHERE)
    (plan_file.parent / f".{plan_file.name}.0123abcd").write_text("")
    told = ask("recover", plan_file, "--json").json
    (found,) = told["recoveries"]
    assert list(found) == [
        *("file", "journal", "when", "changes", "texts", "unsaved", "in_use", "user", "host", "pid"),
    ]
    assert (found["file"], found["journal"]) == (str(plan_file), str(path))
    assert (found["changes"], found["texts"], found["unsaved"], found["in_use"]) == (1, 1, True, False)
    assert found["host"] == ELSEWHERE.host
    assert told["leftovers"] == [{"path": str(plan_file.parent / f".{plan_file.name}.0123abcd"), "kind": "temporary"}]


def test_leftovers_of_a_plan_and_of_a_folder(ask: Ask, plan_file: Path) -> None:
    """Temporary files of killed saves and locks of processes that are gone; what looks alike and is none is not."""
    folder = plan_file.parent
    for name in (".plan.toml.0123abcd", ".plan.toml.bak.0123abcd", ".other.toml.0123abcd", ".plan.toml.swp"):
        (folder / name).write_text("")
    (folder / ".#plan.toml").symlink_to(f"marie@{host_name()}.{GONE.pid}:1")
    (folder / ".#other.toml").symlink_to(f"marie@{host_name()}.{os.getpid()}")
    (folder / ".#third.toml").symlink_to("marie@elsewhere.1")
    (folder / ".#fourth.toml").symlink_to("nobody")
    (folder / ".#fifth.toml").write_text("")
    (folder / ".dir.toml.0123abcd").mkdir()
    own = [".#plan.toml", ".plan.toml.0123abcd", ".plan.toml.bak.0123abcd"]
    told = [line.split(": ")[0] for line in ask("recover", plan_file).out.splitlines()]
    assert told == [str(folder / name) for name in own]
    told = [line.split(": ")[0] for line in ask("recover", folder).out.splitlines()]
    assert told == [str(folder / name) for name in sorted([*own, ".other.toml.0123abcd"])]
    assert ask("recover", folder / "nowhere" / "plan.toml").out == "Nothing is left.\n"


def test_restoring_saves_into_the_file(ask: Ask, plan_file: Path) -> None:
    """The recovered plan is the file's, texts half typed are printed, the journal goes."""
    path = killed(recovery_folder(), _sitting(plan_file))
    told = ask("recover", "--restore", plan_file)
    assert told.status == 0
    assert told.out.startswith(f"{plan_file} is written: the plan as it was on ")
    assert "O1 Quarante mairies: deadline: “30/”" in told.out
    assert plan_file.read_text(encoding="utf-8") == PLAN.replace("Trente", "Quarante")
    assert not path.exists()
    told = ask("recover", "--restore", plan_file)
    assert (told.status, told.err) == (2, f"planmark: nothing is left of {plan_file}\n")


def test_restoring_refuses_a_file_written_since(ask: Ask, plan_file: Path, tmp_path: Path) -> None:
    """Somebody else wrote the file: nothing is overwritten, -o writes beside it, never over what is there."""
    path = killed(recovery_folder(), _sitting(plan_file))
    other = PLAN.replace("Stand", "Stand loué")
    plan_file.write_text(other, encoding="utf-8")
    told = ask("recover", "--restore", plan_file)
    assert (told.status, told.out) == (2, "")
    out = tmp_path / "out.toml"
    out.write_text("mine")
    assert ask("recover", "--restore", plan_file, "-o", out).status == 2
    assert out.read_text() == "mine"
    assert path.exists()
    told = ask("recover", "--restore", plan_file, "-o", tmp_path / "new.toml")
    assert told.status == 0
    assert load(tmp_path / "new.toml").plan.objectives["O1"].title == "Quarante mairies"
    assert plan_file.read_text(encoding="utf-8") == other
    assert not path.exists()


def test_restoring_texts_alone_writes_nothing(ask: Ask, plan_file: Path) -> None:
    """Where only an entry was being typed, it is printed, in its own lines, and the file stays as it is."""
    loaded = load(plan_file)
    place = Place("budget", "budget.B1", "amount", typed=Typed("cell", "12\n5", 2), is_in_form=False)
    killed(recovery_folder(), Sitting(plan_file, loaded.plan, loaded.plan, loaded.digest, place=place))
    before = plan_file.stat()
    told = ask("recover", "--restore", plan_file)
    assert told.out.splitlines()[1:] == ["B1 Stand: amount: “12", "5”"]
    assert plan_file.stat() == before


def test_of_several_the_newest_is_restored(ask: Ask, plan_file: Path) -> None:
    """The others stay, and are said to."""
    old = killed(recovery_folder(), _sitting(plan_file, "Vieilles mairies"))
    new = killed(recovery_folder(), _sitting(plan_file, "Jeunes mairies"))
    os.utime(old, (1, 1))
    told = ask("recover", "--restore", plan_file)
    assert load(plan_file).plan.objectives["O1"].title == "Jeunes mairies"
    assert told.out.splitlines()[-1] == "1 older sitting is left too."
    assert (old.exists(), new.exists()) == (True, False)


def test_what_is_in_use_is_left_alone(ask: Ask, plan_file: Path) -> None:
    """The journal of a sitting under way is listed as such, and neither restored nor thrown away."""
    path = killed(recovery_folder(), _sitting(plan_file), process=this_process())
    assert f"in use by {this_process().user} (process {os.getpid()})" in ask("recover").out
    for option in ("--restore", "--discard"):
        told = ask("recover", option, plan_file)
        assert (told.status, told.out) == (2, "")
        assert str(os.getpid()) in told.err
    assert path.exists()


def test_another_host_is_named(ask: Ask, plan_file: Path) -> None:
    """A sitting of another host may go on there: its host is told."""
    killed(recovery_folder(), _sitting(plan_file), process=ELSEWHERE)
    assert ask("recover").out.endswith(f", of paul on another computer, {ELSEWHERE.host}\n")


def test_a_damaged_journal(ask: Ask, plan_file: Path) -> None:
    """It is listed by its own name, cannot be restored, and can be thrown away."""
    path = killed(recovery_folder(), _sitting(plan_file))
    path.write_bytes(b"garbage")
    assert ask("recover", plan_file).out == f"{path}: cannot be read.\n"
    assert ask("recover", "--json").json["recoveries"][0]["unsaved"] is None
    told = ask("recover", "--restore", plan_file)
    assert (told.status, told.err) == (2, f"planmark: what is left of {plan_file} cannot be read\n")
    assert ask("recover", "--discard", plan_file).status == 0
    assert not path.exists()


def test_discarding_says_what(ask: Ask, plan_file: Path) -> None:
    """Journals, temporary files and stale locks of the plan go, each said; a plan of another name keeps its own."""
    folder = plan_file.parent
    journal = killed(recovery_folder(), _sitting(plan_file))
    loaded = load(plan_file)
    step = Step(loaded.plan, "plan", "edit")
    well = killed(recovery_folder(), Sitting(plan_file, loaded.plan, loaded.plan, loaded.digest, done=(step,)))
    temporary, lock, other = (folder / name for name in (".plan.toml.0123abcd", ".#plan.toml", ".other.toml.0123abcd"))
    temporary.write_text("")
    other.write_text("")
    lock.symlink_to(f"marie@{host_name()}.{GONE.pid}")
    told = ask("recover", "--discard", plan_file)
    assert told.status == 0
    assert [line.split(": ")[0] for line in told.out.splitlines()] == ["Removed"] * 3
    assert not any(os.path.lexists(path) for path in (journal, well, temporary, lock))
    assert other.exists()
    assert ask("recover", "--discard", plan_file).out == "Nothing is left.\n"


@pytest.mark.parametrize(
    "given",
    [("--restore", "a.toml", "--discard", "a.toml"), ("--list", "--restore", "a.toml"), ("--restore", "a.toml", "b")],
)
def test_one_thing_at_a_time(ask: Ask, given: tuple[str, ...]) -> None:
    """Two things asked for at once are misuse."""
    told = ask("recover", *given)
    assert told.status == 2
    assert "Usage" in told.err


def test_hostile_text_is_inert(ask: Ask, plan_file: Path) -> None:
    """Nothing in a journal reaches the terminal that it would obey."""
    place = Place("budget", "budget.B1", "amount", typed=Typed("cell", "\x1b[2J\u202e", 1), is_in_form=False)
    loaded = load(plan_file)
    sitting = Sitting(plan_file, loaded.plan, loaded.plan, loaded.digest, place=place, drafts={"\x1b[2J": "x"})
    killed(recovery_folder(), sitting)
    for given in (("--list",), ("--json",), ("--restore", plan_file)):
        told = ask("recover", *given)
        assert told.status == 0
        assert not {"\x1b", "\u202e"} & set(told.out + told.err)
