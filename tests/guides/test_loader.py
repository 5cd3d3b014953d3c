"""The loader's contract: pages by name, sections by topic, text without Markdown, topics from paths."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

import guides
from guides.loader import LANGUAGES, PAGES, Block, Section, Span, page, section, topic_for

ROOT = Path(guides.__path__[0]).parent


def test_a_page_has_a_title_a_lead_and_sections() -> None:
    """A page is known by its name and gives its title, three opening paragraphs and its sections by anchor."""
    found = page("fr", "objectives")
    assert (found.name, found.title, len(found.lead)) == ("objectives", "Objectifs", 3)
    assert next(iter(found.sections)) == "title"
    assert found.sections["deadline"].title == "Échéance"


def test_a_page_is_read_once() -> None:
    """Asking for a page again gives the same page."""
    assert page("en", "budget") is page("en", "budget")


@pytest.mark.parametrize(("language", "name"), [("de", "budget"), ("fr", "nope"), ("fr", "../fr/budget")])
def test_an_unknown_page_is_an_error(language: str, name: str) -> None:
    """No file is opened for a language or a page that does not exist."""
    with pytest.raises(LookupError):
        page(language, name)


def test_a_topic_with_an_anchor_gives_its_section() -> None:
    """`objectives#deadline` is the section of that anchor."""
    found = section("en", "objectives#deadline")
    assert found is not None
    assert (found.anchor, found.title) == ("deadline", "Deadline")


@pytest.mark.parametrize("topic", ["objectives", "objectives#"])
def test_a_topic_without_anchor_gives_the_opening_of_the_page(topic: str) -> None:
    """`objectives` is the page's title and its three opening lines; the checker writes it `objectives#`."""
    found = section("en", topic)
    assert found is not None
    assert (found.anchor, found.title, len(found.blocks)) == ("", "Objectives", 3)


@pytest.mark.parametrize("topic", ["", "nope", "nope#title", "objectives#nope", "#title"])
def test_an_unknown_topic_gives_nothing(topic: str) -> None:
    """What names no guidance gives None."""
    assert section("fr", topic) is None


def test_strong_and_emphasis_become_spans() -> None:
    """Markdown's marks become the style of the words between them, and are not shown."""
    found = Section("a", "A", "**For.** a *map* here")
    spans = (Span("For.", strong=True), Span(" a "), Span("map", emphasis=True), Span(" here"))
    assert found.blocks == (Block("paragraph", spans),)


def test_soft_line_breaks_become_spaces() -> None:
    """Lines of one paragraph are joined by a space."""
    assert [block.text for block in Section("a", "A", "one\ntwo\n\nthree").blocks] == ["one two", "three"]


def test_list_items_are_items() -> None:
    """An item of a list is a block of its own, and what follows the list is a paragraph again."""
    blocks = Section("a", "A", "- one\n- two\n\nthree").blocks
    assert [(block.kind, block.text) for block in blocks] == [("item", "one"), ("item", "two"), ("paragraph", "three")]


def test_what_looks_like_markup_is_text() -> None:
    """Brackets, angle brackets, addresses and entities are shown as they are written."""
    text = "[a](b) <i>x</i> &amp; @day_rate <9000 `c`"
    assert Section("a", "A", text).blocks[0].text == text


def test_no_mark_of_markdown_is_left_in_any_page() -> None:
    """Every section of every page parses without a stray asterisk or heading mark."""
    texts = [
        block.text
        for language in LANGUAGES
        for name in PAGES
        for found in page(language, name).sections.values()
        for block in found.blocks
    ]
    # `3*@day_rate` is a formula and keeps its asterisk.
    assert [text for text in texts if "**" in text or text.startswith("#") or ("*" in text and "*@" not in text)] == []


def test_importing_the_loader_imports_no_markdown_reader() -> None:
    """The Markdown reader is imported when a section is first shown, not before; pages are split without it."""
    code = "import sys; from guides.loader import page; page('fr', 'plan'); print('markdown_it' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "False"


def test_a_section_is_cheap_to_show() -> None:
    """Showing a section for the first time takes less than 2 ms: one is shown at each change of focus."""
    sections = list(page("fr", "budget").sections.values())
    assert sections[0].blocks
    started = time.process_time()
    assert all(found.blocks for found in sections[1:])
    assert (time.process_time() - started) / len(sections) < 0.002


@pytest.mark.parametrize(
    ("path", "topic"),
    [
        ("plan", "plan"),
        ("plan.ceiling", "plan#ceiling"),
        ("team", "plan#team"),
        ("team.marie", "plan#team"),
        ("team.marie.days", "plan#team.days"),
        ("team.days", "plan#team.days"),
        ("diagnostic", "diagnostic"),
        ("diagnostic.market", "diagnostic#market"),
        ("diagnostic.market.size", "diagnostic#market.size"),
        ("diagnostic.swot.S1", "diagnostic#swot"),
        ("diagnostic.swot.S1.from", "diagnostic#swot.from"),
        ("diagnostic.swot.from", "diagnostic#swot.from"),
        ("review.R1.verdict", "diagnostic#review.verdict"),
        ("segments.G1.policy", "diagnostic#segments.policy"),
        ("objectives", "objectives"),
        ("objectives.O1", "objectives"),
        ("objectives.O1.deadline", "objectives#deadline"),
        ("objectives.deadline", "objectives#deadline"),
        ("objectives.O1.checkpoints.2027-06-30", "objectives#checkpoints"),
        ("actions.A1.effort.marie", "actions#effort"),
        ("actions.A1.milestones", "actions#milestones"),
        ("actions.A1.milestones.J1", "actions#milestones"),
        ("actions.A1.milestones.J1.title", "actions#milestones.title"),
        ("actions.milestones.title", "actions#milestones.title"),
        ("budget.B1", "budget"),
        ("budget.B1.months.2027-03", "budget#months"),
        ("budget.B1.quotes.Y1.supplier", "budget#quotes.supplier"),
        ("funding.N1.rate", "budget#funding.rate"),
        ("drivers.day_rate", "budget#drivers"),
        ("drivers.day_rate.value", "budget#drivers.value"),
        ("what-if", "what-if"),
        ("what-if.x.delay", "what-if#delay"),
        ("scenarios.Z1", "budget#scenarios"),
        ("scenarios.Z1.base", "budget#scenarios.base"),
        ("scenarios.Z1.budget.B1.amount", "budget#scenarios.budget"),
        ("indicators.K1.readings.2027-01-31", "indicators#readings"),
        ("decisions", "master#decisions"),
        ("decisions.studies", "master#decisions.studies"),
        ("decisions.studies.options", "master#decisions.studies"),
        ("decisions.studies.choice", "master#decisions.choice"),
        ("decisions.options", "master#decisions.options"),
        ("orientation.Q1", "master#orientation.Q1"),
        ("orientation.Q12.score", "master#orientation.Q12"),
        ("orientation.Q1.evidence", "master#orientation.evidence"),
        ("purchases.U1", "master#purchases"),
    ],
)
def test_a_path_leads_to_its_topic(path: str, topic: str) -> None:
    """A field leads to its section, with ids or without; a record or a section to its introduction or to the page."""
    assert topic_for(path) == topic


@pytest.mark.parametrize(
    "path", ["", "format", "nope.x", "plan.nope", "objectives.O1.nope", "diagnostic.nope", "decisions.studies.nope"]
)
def test_a_path_without_guidance_has_no_topic(path: str) -> None:
    """A place that no page speaks of has no topic."""
    assert topic_for(path) is None
