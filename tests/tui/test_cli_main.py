"""Choosing a command: usage, help, languages, misuse, and the interface when no command is named."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Ask
from tui.cli.commands import COMMANDS
from tui.cli.interface import Interface
from tui.cli.main import parsed

ROOT = Path(__file__).parents[2]


def test_no_argument_opens_the_interface() -> None:
    """Without arguments the interface opens, and a plan is chosen there."""
    assert parsed([]) == Interface(None, None)


@pytest.mark.parametrize("name", ["plan.toml", "./new", "folder/check", "brouillon"])
def test_a_file_opens_the_interface(name: str) -> None:
    """A first word that names no command is a plan, whether or not the file is there; ./new is a file."""
    assert parsed([name]) == Interface(Path(name), None)


def test_a_file_may_begin_with_a_dash() -> None:
    """After -- nothing is an option."""
    assert parsed(["--", "-rf.toml"]) == Interface(Path("-rf.toml"), None)


@pytest.mark.parametrize("argv", [["--lang", "fr", "a.toml"], ["a.toml", "--lang=fr"], ["a.toml", "--lang", "fr"]])
def test_language_stands_anywhere(argv: list[str]) -> None:
    """--lang is understood before and after the file."""
    assert parsed(argv) == Interface(Path("a.toml"), "fr")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["chek", "a.toml"], "no command chek; did you mean check?"),
        (["frobnicate", "a.toml"], "no command frobnicate"),
        (["a.toml", "b.toml"], "one thing too many: b.toml"),
        (["check"], "something is missing"),
        (["check", "a.toml", "--jsn"], "no option --jsn here; did you mean --json?"),
        (["check", "a.toml", "--js"], "no option --js here"),
        (["check", "a.toml", "-x"], "no option -x here"),
        (["check", "a.toml", "--json=yes"], "--json takes no value"),
        (["check", "a.toml", "--today"], "--today needs a value"),
        (["check", "a.toml", "--today", "--json"], "--today needs a value"),
        (["check", "a.toml", "--today", "2027-13-01"], "--today takes a date such as 2027-06-30, not 2027-13-01"),
        (["set", "a.toml", "plan.author"], "plan.author is not of the form PATH=VALUE"),
        (["new", "a.toml", "--example", "suise"], "--example does not know suise"),
        (["new", "a.toml", "--example", "suisse-tourisme", "--from", "b.toml"], "--example or --from, not both"),
        (["budget", "a.toml", "--by", "colour"], "--by does not know colour"),
    ],
)
def test_misuse_is_told_with_the_usage(ask: Ask, argv: list[str], said: str) -> None:
    """A misuse ends with status 2: one sentence, then the usage, on standard error."""
    told = ask(*argv)
    sentence, usage = told.err.splitlines()
    assert (told.status, told.out) == (2, "")
    assert sentence.startswith("planmark: ")
    assert said in sentence
    assert usage.startswith("Usage: planmark")


def test_misuse_in_french(ask: Ask) -> None:
    """Misuse is told in the language asked for."""
    told = ask("chek", "a.toml", language="fr")
    assert "pas de commande chek ; vouliez-vous dire check ?" in told.plain
    assert "Emploi : planmark" in told.plain


def test_unknown_language(ask: Ask) -> None:
    """A language that is not spoken is refused."""
    told = ask("rules", language="de")
    assert told.status == 2
    assert "de is not a language it speaks (fr, en)" in told.err


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help(ask: Ask, name: str, language: str) -> None:
    """Each command has its help, in 80 columns."""
    told = ask(*filter(None, [name]), "--help", language=language)
    assert told.status == 0
    assert f"planmark {name}".strip() in told.out.splitlines()[0]
    assert max(map(len, told.out.splitlines())) <= 80


def test_version(ask: Ask) -> None:
    """--version names the program and its version."""
    told = ask("--version")
    assert told.status == 0
    assert told.out.startswith("planmark")


def test_an_unforeseen_error_is_a_sentence(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the program's own ends with status 2 and one sentence that quotes nothing of the plan."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret of the client")

    monkeypatch.setattr("tui.cli.rules.run", broken)
    told = ask("rules")
    assert told.status == 2
    assert told.err == "Planmark met an error of its own (ZeroDivisionError). No file was half written.\n"


def _shell(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = f"{sys.executable} -m tui.entry"
    return subprocess.run(
        ["sh", "-c", script.replace("planmark", program), "sh", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_reader_who_leaves_is_no_error() -> None:
    """`planmark guide plan | head -1` ends quietly."""
    run = _shell("planmark guide plan | head -1")
    assert (run.returncode, run.stderr) == (0, "")
    assert len(run.stdout.splitlines()) == 1


def test_a_full_disk_is_told() -> None:
    """An answer that cannot be written is a sentence and status 2."""
    run = _shell("planmark --lang en rules > /dev/full")
    assert (run.returncode, run.stderr) == (2, "planmark: the answer could not be written.\n")


def test_an_encoding_without_accents() -> None:
    """Where the terminal's encoding lacks a character, another stands for it."""
    run = _shell("PYTHONIOENCODING=ascii planmark --lang fr rules")
    assert (run.returncode, run.stderr) == (0, "")
    assert "?" in run.stdout


@pytest.mark.parametrize(("locale", "said"), [("fr_FR.UTF-8", "il manque le paquet"), ("C.UTF-8", "tomli is missing")])
@pytest.mark.parametrize("arguments", [["check", "plan.toml"], ["plan.toml"], []])
def test_an_installation_that_is_not_whole_says_what_is_missing(
    arguments: list[str], locale: str, said: str, tmp_path: Path
) -> None:
    """Without the packages that it rests on: one sentence in the reader's language, and no traceback."""
    env = {"PYTHONPATH": str(Path(__file__).parents[2]), "LC_ALL": locale, "HOME": str(tmp_path)}
    code = "import sys; from tui.entry import main; sys.exit(main())"
    run = subprocess.run(
        [sys.executable, "-S", "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=env,
        cwd=tmp_path,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (1, "", 1)
    assert said in run.stderr
