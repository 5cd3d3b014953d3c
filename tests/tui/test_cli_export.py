"""`planmark export`: which format, which file, and nothing overwritten."""

import errno
import sys
from pathlib import Path

import pytest

from tests.commands import PLAN, Ask


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan in a folder of its own."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_the_format_is_guessed_from_the_ending(ask: Ask, plan: Path) -> None:
    """`-o` alone will do; the document speaks the plan's language, whatever the interface speaks."""
    told = ask("export", plan, "-o", plan.with_name("handed over.html"), language="fr")
    assert (told.status, told.err) == (0, "")
    assert '<html lang="fr">' in plan.with_name("handed over.html").read_text(encoding="utf-8")


def test_without_a_file_it_stands_beside_the_plan(ask: Ask, plan: Path) -> None:
    """Under the plan's name."""
    assert ask("export", plan, "--to", "md").status == 0
    assert plan.with_suffix(".md").read_text(encoding="utf-8").startswith("# Exemple\n")


def test_nothing_is_overwritten_unasked(ask: Ask, plan: Path) -> None:
    """A file that is there stays, unless `--force` says otherwise."""
    out = plan.with_name("out.md")
    out.write_text("mine", encoding="utf-8")
    told = ask("export", plan, "-o", out)
    assert (told.status, out.read_text(encoding="utf-8")) == (2, "mine")
    assert "--force" in told.err
    assert ask("export", plan, "-o", out, "--force").status == 0
    assert out.read_text(encoding="utf-8") != "mine"


def test_the_plan_itself_is_never_written_over(ask: Ask, plan: Path) -> None:
    """Not even with `--force`, nor through a link."""
    link = plan.with_name("link.md")
    link.symlink_to(plan)
    for out in (plan, link):
        assert ask("export", plan, "--to", "md", "-o", out, "--force").status == 2
    assert plan.read_text(encoding="utf-8") == PLAN


@pytest.mark.parametrize(
    "more",
    [("--to", "odt"), ("-o", "x.odt"), (), ("--to", "md", "--profile", "boss"), ("--to", "md", "--today", "now")],
)
def test_what_is_not_known_is_told(ask: Ask, plan: Path, more: tuple[str, ...]) -> None:
    """In a sentence, and nothing is written."""
    before = sorted(plan.parent.iterdir())
    told = ask("export", plan, *more)
    assert (told.status, told.out) == (2, "")
    assert "Traceback" not in told.err
    assert sorted(plan.parent.iterdir()) == before


def test_a_missing_library_is_one_sentence(ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which library, and how it is had; nothing is written."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    told = ask("export", plan, "--to", "ics")
    assert (told.status, told.out) == (2, "")
    assert "icalendar" in told.err
    assert "planmark[export]" in told.err
    assert not plan.with_suffix(".ics").exists()


@pytest.mark.parametrize("template", ["none.docx", "plan.toml"])
def test_a_template_that_is_none_is_told(ask: Ask, plan: Path, template: str) -> None:
    """Which file, in a sentence; nothing is written. Formats without templates say so."""
    pytest.importorskip("docx")
    told = ask("export", plan, "--to", "docx", "--template", plan.with_name(template))
    assert (told.status, told.out) == (2, "")
    assert template in told.err
    assert not plan.with_suffix(".docx").exists()
    assert ask("export", plan, "--to", "html", "--template", plan).status == 2


def test_no_room_for_a_workbook_s_rows_is_told(ask: Ask, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when there is none for the file: in a sentence."""
    pytest.importorskip("xlsxwriter")

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("tui.exports.writers.xlsx.TemporaryDirectory", full)
    told = ask("export", plan, "--to", "xlsx")
    assert (told.status, told.out) == (2, "")
    assert "Traceback" not in told.err
    assert not plan.with_suffix(".xlsx").exists()
