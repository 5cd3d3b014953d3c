"""`planmark trace`: the thread for people and for programs."""

from pathlib import Path

import pytest

from tests.commands import PLAN, Ask

THREAD = PLAN.replace('title = "Trente mairies"\n', 'title = "Trente mairies"\nanswers = ["S1"]\n')
SUSPECT = THREAD + '\n[links]\n"O1>S1" = "000000"\n"O1>S7" = "000000"\n'


@pytest.fixture
def threaded(plan_file: Path) -> Path:
    """A plan whose first line leads to a finding."""
    plan_file.write_text(SUSPECT, encoding="utf-8")
    return plan_file


def test_one_record_for_a_program(ask: Ask, threaded: Path) -> None:
    """What it rests on and what rests on it, each with its depth, its money and the state of the link."""
    told = ask("trace", threaded, "O1", "--json")
    assert (told.status, told.err) == (0, "")
    money = {"excl_tax": "1000.05", "tax": "200.01", "incl_tax": "1200.06"}
    assert told.json == {
        "path": "objectives.O1",
        "money": money,
        "above": [
            {
                "path": "diagnostic.swot.S1",
                "depth": 1,
                "again": False,
                "money": money,
                "link": "O1>S1",
                "field": "objectives.O1.answers",
                "state": "suspect",
            }
        ],
        "below": [
            {
                "path": "actions.A1",
                "depth": 1,
                "again": False,
                "money": money,
                "link": "A1>O1",
                "field": "actions.A1.objectives",
                "state": "unconfirmed",
            },
            {
                "path": "budget.B1",
                "depth": 2,
                "again": False,
                "money": money,
                "link": "B1>A1",
                "field": "budget.B1.action",
                "state": "unconfirmed",
            },
        ],
    }


def test_the_whole_for_a_program(ask: Ask, threaded: Path) -> None:
    """Every link with its state, the entries without one, the orphans."""
    found = ask("trace", threaded, "--json").json
    assert [link["link"] for link in found["links"]] == ["O1>S1", "A1>O1", "B1>A1"]
    assert found["dead"] == ["O1>S7"]
    assert {"path": "budget.B2", "code": "money_without_objective"} in found["orphans"]


@pytest.mark.parametrize("option", ["--orphans", "--suspect"])
def test_what_is_looked_for_and_found_is_a_no(ask: Ask, threaded: Path, option: str) -> None:
    """Exit status 1 where there is some, for people and programs alike."""
    assert ask("trace", threaded, option).status == ask("trace", threaded, option, "--json").status == 1


def test_nothing_found_is_a_yes(ask: Ask, plan_file: Path) -> None:
    """No suspect link, in both forms."""
    told = ask("trace", plan_file, "--suspect")
    assert (told.status, told.out) == (0, "No suspect link.\n")
    assert ask("trace", plan_file, "--suspect", "--json").json == {"links": [], "dead": []}


@pytest.mark.parametrize(
    ("language", "arguments", "said"),
    [
        ("en", ("O1",), "⚠ S1 Un concurrent s'installe"),
        ("en", ("B1",), "It rests on · A1 Salon"),
        ("en", ("--suspect",), "⚠ O1 Trente mairies was linked to S1 Un concurrent s'installe when it said something"),
        ("en", ("--orphans",), "Money without an objective ○ B2 Brochure"),
        ("fr", (), "S1 Un concurrent s'installe 1 000,05 €"),
        ("fr", ("--orphans",), "Objectifs sans indicateur ○ O1 Trente mairies"),
        ("fr", ("--suspect",), "† O1>S7 : ce lien n'existe plus."),
        ("fr", ("--money", "finding"), "S1 Un concurrent s'installe 1 000,05 € 200,01 € 1 200,06 €"),
        ("fr", ("--money", "finding"), "(aucun constat) 125,00 €"),
        ("en", ("--money", "channel"), "(no channel) €1,125.05"),
    ],
)
def test_for_people(ask: Ask, threaded: Path, language: str, arguments: tuple[str, ...], said: str) -> None:
    """The thread, the links to look at again, the orphans and the money, in the reader's language."""
    assert said in " ".join(ask("trace", threaded, *arguments, language=language).plain.split())


def test_money_for_a_program(ask: Ask, threaded: Path) -> None:
    """Groups as those of `budget`, what names nothing under the empty name."""
    found = ask("trace", threaded, "--money", "finding", "--json").json
    assert list(found) == ["currency", "by", "total", "groups"]
    assert {key: group["excl_tax"] for key, group in found["groups"].items()} == {"S1": "1000.05", "": "125.00"}


@pytest.mark.parametrize("arguments", [("Z9",), ("O1", "--money", "planet")])
def test_what_is_not_there_is_refused(ask: Ask, threaded: Path, arguments: tuple[str, ...]) -> None:
    """An id that is nowhere in the thread, a purpose that is none: exit status 2."""
    told = ask("trace", threaded, *arguments)
    assert (told.status, told.out) == (2, "")
    assert told.err


def test_no_line_is_wider_than_the_terminal(ask: Ask, threaded: Path) -> None:
    """The amounts stand at the right of what they belong to."""
    assert all(len(line) <= 80 for line in ask("trace", threaded).out.splitlines())


def test_set_confirms_nothing_and_takes_along_what_it_unlinks(ask: Ask, threaded: Path) -> None:
    """A link made by `set` has no fingerprint; one that it removes leaves none behind."""
    assert ask("set", threaded, "budget.B2.action=A1").status == 0
    assert "B2>A1" not in threaded.read_text(encoding="utf-8")
    assert ask("set", threaded, "objectives.O1.answers=").status == 0
    assert ask("trace", threaded, "--json").json["dead"] == ["O1>S7"]
    assert "O1>S1" not in threaded.read_text(encoding="utf-8")
