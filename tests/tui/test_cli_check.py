"""`planmark check` and `planmark rules`: findings for people and for programs, and their exit status."""

from pathlib import Path

import pytest

from model.checks import RULES
from tests.commands import PLAN, Ask

TODAY = ("--today", "2027-05-01")
KEYS = ["file", "code", "severity", "path", "message", "guide", "waived"]


def test_a_line_for_each_finding(ask: Ask, plan_file: Path) -> None:
    """A finding is one line: file, severity, code, path, sentence; errors first, then how many there are."""
    told = ask("check", plan_file, *TODAY)
    lines = told.out.splitlines()
    assert lines[0] == f"{plan_file}: error OBJ001 objectives.O1.deadline  O1 has no deadline"
    assert lines[-1].startswith(f"{plan_file}: 1 error, ")
    assert (told.status, told.err) == (1, "")


def test_sentences_in_french(ask: Ask, plan_file: Path) -> None:
    """People are told in their language."""
    told = ask("check", plan_file, *TODAY, language="fr")
    assert told.out.startswith(f"{plan_file}: erreur OBJ001 objectives.O1.deadline  O1 n'a pas d'échéance\n")


def test_json(ask: Ask, plan_file: Path) -> None:
    """Programs get one list of objects with the contract's keys."""
    told = ask("check", plan_file, *TODAY, "--json")
    assert all(list(finding) == KEYS for finding in told.json)
    assert {finding["code"]: finding for finding in told.json}["OBJ001"] == {
        "file": str(plan_file),
        "code": "OBJ001",
        "severity": "error",
        "path": "objectives.O1.deadline",
        "message": "O1 has no deadline",
        "guide": "objectives#deadline",
        "waived": False,
    }
    assert told.status == 1


def test_no_error_is_status_0(ask: Ask, plan_file: Path) -> None:
    """Warnings alone are no reason to fail."""
    assert ask("set", plan_file, "objectives.O1.deadline=2027-11-30").status == 0
    told = ask("check", plan_file, *TODAY)
    assert told.status == 0
    assert " warning " in told.out


def test_waived_errors_do_not_count(ask: Ask, plan_file: Path) -> None:
    """A waived finding is shown as such and does not fail the check; after its last day it does."""
    ask("set", plan_file, "waivers.W1.rule=OBJ001", "waivers.W1.path=objectives.O1.deadline", "waivers.W1.reason=r")
    ask("set", plan_file, "waivers.W1.until=2027-05-01")
    told = ask("check", plan_file, *TODAY)
    assert told.status == 0
    assert "waived OBJ001" in told.out
    assert ask("check", plan_file, "--today", "2027-05-02").status == 1


def test_several_files(ask: Ask, plan_file: Path, tmp_path: Path) -> None:
    """An unusable file is told on standard error, the others are checked all the same, the status is 2."""
    told = ask("check", tmp_path / "none.toml", plan_file, *TODAY, "--json")
    assert told.status == 2
    assert told.err == f"{tmp_path / 'none.toml'}: no such file\n"
    assert {finding["file"] for finding in told.json} == {str(plan_file)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[plan]\ntitel = 'x'\n", ':3: plan.titel: unknown key: "x"; did you mean title?'),
        ("format = 1\n[plan]\nstart = 'x'\n", ':3: plan.start: not of the right kind: "x"; expected: a date, 2027'),
        ("format = 1\n[plan]\nprices = 'x'\n", ': "x"; expected: one of excl_tax, incl_tax'),
        ("format = 1\n[actions.A1]\npriority = 9\n", "out of range: 9; expected: a whole number from 1 to 5"),
        ("format = 1\n[team.x]\n[actions.x]\n", ":3: actions.x: this id is taken"),
        ("format = 2\n", ":1: format: made by a newer Planmark"),
        ("", ": format: no plan of Planmark"),
        ("format = 1\n[plan\n", ":2:6: not TOML"),
        ("format = 1\nformat = 1\n", "this key is there twice"),
    ],
)
def test_refusals_say_where_and_what(ask: Ask, tmp_path: Path, text: str, said: str) -> None:
    """A refused file is named with the line, the field, the value, what was expected or the nearest known key."""
    file = tmp_path / "p.toml"
    file.write_text(text)
    told = ask("check", file)
    (line,) = told.err.splitlines()
    assert told.status == 2
    assert line.startswith(f"{file}:")
    assert said in line


def test_at_most_twenty_lines(ask: Ask, tmp_path: Path) -> None:
    """However many the problems, a refusal has at most 20 lines and says how many more there are."""
    file = tmp_path / "p.toml"
    file.write_text("format = 1\n[plan]\n" + "".join(f"k{n} = 1\n" for n in range(50)))
    lines = ask("check", file).err.splitlines()
    assert len(lines) == 20
    assert lines[-1] == "… and 31 more."


def test_at_most_100_findings_for_people(ask: Ask, tmp_path: Path) -> None:
    """A plan with thousands of findings tells people the first and how many there are, and programs all of them."""
    file = tmp_path / "p.toml"
    file.write_text("format = 1\n" + "".join(f"[objectives.O{n}]\n" for n in range(1000)))
    lines = ask("check", file).out.splitlines()
    found = ask("check", file, "--json").json
    assert len(found) > 2000
    assert len(lines) == 102
    assert lines[-2] == f"{file}: … and {len(found) - 100} more, which --json tells."


def test_hostile_text_is_inert(ask: Ask, tmp_path: Path) -> None:
    """Nothing in a file or its name reaches the terminal that it would obey."""
    file = tmp_path / "p\x1b[2J\u202e.toml"
    file.write_text(PLAN.replace("currency = ", '"\\u001b[2J\\u202e" = 1\ncurrency = '), encoding="utf-8")
    for told in (ask("check", file), ask("show", file), ask("check", file, "--json", language="fr")):
        assert told.status == 2
        assert not {"\x1b", "\u202e"} & set(told.out + told.err)


def test_rules(ask: Ask) -> None:
    """Every rule has its line, and its object with code, severity, family, sentence, reason and guide."""
    assert [line.split()[0] for line in ask("rules").out.splitlines() if line[:1].strip()] == list(RULES)
    objects = ask("rules", "--json").json
    assert [rule["code"] for rule in objects] == list(RULES)
    assert all(list(rule) == ["code", "severity", "family", "sentence", "why", "guide"] for rule in objects)


def test_one_rule(ask: Ask) -> None:
    """A rule by its code, in either case: its title, severity, reason, and the guidance about it."""
    told = ask("rules", "obj001", language="fr")
    assert told.out.startswith("OBJ001  ")
    assert "erreur, objectifs (objectives#deadline)" in told.out
    assert "\nÉchéance\n--------\n" in told.out


def test_unknown_rule(ask: Ask) -> None:
    """An unknown code is refused with the nearest one."""
    told = ask("rules", "OBJ01")
    assert (told.status, told.err) == (2, "planmark: no rule OBJ01; did you mean OBJ001?\n")
