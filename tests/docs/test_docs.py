"""The documents keep up with the program: every field, rule and command stands in them, and no picture is missing."""

import re
import shlex
from pathlib import Path
from typing import Final

import pytest

from model.catalogue import fields, sections
from model.checks import RULES
from model.record import Record
from tui.cli.commands import COMMANDS as HEADLESS
from tui.cli.main import parsed
from tui.commands import COMMANDS

ROOT: Final = Path(__file__).parents[2]
DOCS: Final = ROOT / "docs"


def _names(record: type[Record]) -> set[str]:
    """The names of a record's fields, those of the records within it included."""
    nested = [spec.record for spec in fields(record).values() if spec.record is not None]
    return set(fields(record)).union(*map(_names, nested))


@pytest.mark.parametrize("section", [section for section in sections() if section != "scenarios"])
def test_every_field_is_documented(section: str) -> None:
    """The page on the format names each field of each section, in that section's own part; a scenario takes others'."""
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    found = re.search(rf"^(### |\|).*\[{re.escape(section)}\b.*?(?=^##)", page[page.index("### ") :], re.M | re.S)
    assert found, section
    absent = {name for name in _names(sections()[section].record) if not re.search(rf"[`.]{name}\b", found[0])}
    assert not absent


def test_every_rule_is_documented() -> None:
    """The page on the format lists each rule with its severity, and no other."""
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| ([A-Z]{3}\d{3}) \| (\w+) \|", page, re.MULTILINE))
    assert listed == {code: rule.severity for code, rule in RULES.items()}


def test_every_command_of_the_interface_is_documented() -> None:
    """The page on the settings lists each command by its id with its keys, and no other."""
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    listed = {
        id_: tuple(re.findall(r"`([^`]+)`", keys))
        for id_, keys in re.findall(r"^\| `(\w+)` \| ([^|]*[`–]) \|", page, re.M)
    }
    assert listed == {command.id: (*command.keys, *filter(None, [command.letter])) for command in COMMANDS}


@pytest.mark.parametrize("name", HEADLESS)
def test_every_command_of_the_command_line_is_documented(name: str) -> None:
    """The page on the format shows how each command is called, with each of its options."""
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    row = next(line for line in page.splitlines() if line.startswith(f"| `planmark {name} "))
    assert all(option in row for option in HEADLESS[name].options)


@pytest.mark.parametrize(
    "page", ["README.md", "docs/format.md", "docs/settings.md", "docs/safety.md", "docs/import.md"]
)
def test_links_lead_somewhere(page: str) -> None:
    """A link to a file of the project, a picture's included, leads to a file that is there."""
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not ((ROOT / page).parent / link).is_file()] == []


@pytest.mark.parametrize("picture", sorted(DOCS.glob("pictures/*.svg")), ids=lambda picture: picture.stem)
def test_pictures_stand_alone(picture: Path) -> None:
    """A picture names no address but that of SVG itself, is smaller than 64 KiB, and is shown in the README."""
    text = picture.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\"' )]*", text)) == {"http://www.w3.org/2000/svg"}
    assert len(text) < 64 * 1024
    assert picture.name in (ROOT / "README.md").read_text(encoding="utf-8")


def _transcript(page: str) -> list[tuple[str, str]]:
    """What a page shows as typed at a terminal, with what it shows as the answer."""
    blocks = re.findall(r"^```console\n(.*?)^```", (ROOT / page).read_text(encoding="utf-8"), re.M | re.S)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(typed, answer) for typed, _, answer in (part.partition("\n") for part in parts)]


@pytest.mark.parametrize("page", ["README.md", "docs/format.md"])
def test_transcripts_are_real(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commands shown, run one after the other in an empty folder, answer what is shown."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "80")
    for typed, answer in _transcript(page):
        command, *arguments = shlex.split(typed)
        if command == "cat":
            Path(arguments[0]).write_text(answer, encoding="utf-8")
        elif command == "planmark":
            parsed(arguments)
            assert "".join(capsys.readouterr()) == answer, typed
