"""The pages themselves: complete, of one form, of the right length, with the typography of their language."""

import re
from pathlib import Path

import pytest

import guides
from guides.loader import LANGUAGES, PAGES, Page, Section, page, section, topic_for
from model.catalogue import FieldSpec, fields, sections
from model.record import Record
from model.standing import STANDING

WITH_FORM = (
    *(
        "plan",
        "team",
        "review",
        "segments",
        "objectives",
        "actions",
        "budget",
        "funding",
        "drivers",
        "scenarios",
        "indicators",
        "corrections",
        "waivers",
        "decisions",
        "entities",
        "purchases",
        "orientation",
    ),
    *(path for path in sections() if path.startswith("diagnostic.")),
)
# Introductions to a list of records: no field stands behind them.
INTRODUCTIONS = {
    *("team", "market", "competitors", "offers", "pricing", "media", "channels", "swot", "pestel", "review"),
    *("segments", "milestones", "quotes", "funding", "drivers", "scenarios"),
}
PARTS = {
    "fr": [r"À quoi .*ser(t|vent) ici\.", r"Comment .*trouver\.", r"Bien\.", r"Moins bien\."],
    "en": [r"What (it is|they are) for here\.", r"How to find (it|them|out)\.", r"Good\.", r"Weaker\."],
}
# What one tries on the budget, or walks along, has no field: a question, the keys, what one sees, and what to avoid.
TRIED = {
    "fr": ["Les touches.", "Ce que l'on voit.", "Moins bien."],
    "en": ["The keys.", "What you see.", "Weaker."],
}
WALKED = {
    "what-if": ["exclude", "percent", "total", "delay", "versions", "sources"],
    "trace": ["walk", "suspect", "orphans", "money", "why", "sources"],
    "steering": ["dashboard", "rising", "read", "correct", "chart", "timeline", "load", "means", "funding", "sources"],
}
# A decision and a question of the self-assessment are told as a whole, each in its own form.
STANDING_ANCHORS = {f"{section}.{id_}" for section, ids in STANDING.items() for id_ in ids}
STANDING_PARTS = {
    "decisions": {
        "fr": ["", "Ce que l'on choisit.", "Comment décider.", "Bien.", "Moins bien."],
        "en": ["", "What is chosen.", "How to decide.", "Good.", "Weaker."],
    },
    "orientation": {"fr": ["", "0.", "4.", "Où regarder."], "en": ["", "0.", "4.", "Where to look."]},
}
HARD = "\u202f\u00a0"  # the two no-break spaces
ALL_PAGES = [(language, name) for language in LANGUAGES for name in PAGES]


def field_paths(section_path: str, record: type[Record]) -> list[str]:
    """The catalogue paths of every field of a section, those of its nested records included."""

    def below(prefix: str, spec: FieldSpec) -> list[str]:
        path = f"{prefix}.{spec.name}"
        # What a scenario changes of a record of another kind is explained as a whole.
        nested = fields(spec.record).values() if spec.record and spec.record.LETTER else ()
        return [path, *(found for each in nested for found in below(path, each))]

    return [path for spec in fields(record).values() for path in below(section_path, spec)]


def source(language: str, name: str) -> str:
    return (Path(guides.__path__[0]) / language / f"{name}.md").read_text(encoding="utf-8")


def is_introduction(name: str, found: Section) -> bool:
    # An objective's and an action's `team` or `segments` are fields; the plan's and the diagnostic's are lists.
    homes = {
        "plan": {"team", "waivers"},
        "actions": {"milestones"},
        "budget": {"quotes", "funding", "drivers", "scenarios"},
        "indicators": {"corrections"},
        "master": {"decisions", "entities", "purchases", "orientation", *STANDING_ANCHORS},
    }
    return found.anchor in homes.get(name, INTRODUCTIONS if name == "diagnostic" else set())


def field_sections(name: str, found: Page) -> list[Section]:
    return [each for each in found.sections.values() if each.anchor != "sources" and not is_introduction(name, each)]


def words(found: Section) -> int:
    """The words a reader counts: signs standing alone and the Markdown marks are none."""
    return sum(any(letter.isalnum() for letter in word) for word in " ".join(b.text for b in found.blocks).split(" "))


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_have_the_same_sections_in_the_same_order(name: str) -> None:
    """A reader who changes language finds the same page."""
    assert list(page("fr", name).sections) == list(page("en", name).sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_no_other_page(language: str) -> None:
    """Every file of the folder is a page that can be asked for."""
    assert {file.stem for file in (Path(guides.__path__[0]) / language).iterdir()} == set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section_path", WITH_FORM)
def test_every_field_has_its_section(language: str, section_path: str) -> None:
    """No field of a form is without guidance, and each leads to a section of its own."""
    topics = {path: topic_for(path) for path in field_paths(section_path, sections()[section_path].record)}
    assert [path for path, topic in topics.items() if topic is None or section(language, topic) is None] == []
    assert len(set(topics.values())) == len(topics)


@pytest.mark.parametrize("name", PAGES)
def test_sections_stand_in_the_order_of_the_file(name: str) -> None:
    """The guidance of a kind of record follows the order of its fields."""
    anchors = list(page("fr", name).sections)
    for section_path in WITH_FORM:
        topics = [topic_for(path) or "" for path in field_paths(section_path, sections()[section_path].record)]
        positions = [anchors.index(anchor) for home, _, anchor in (t.partition("#") for t in topics) if home == name]
        assert positions == sorted(positions), section_path


@pytest.mark.parametrize(("language", "name"), [pair for pair in ALL_PAGES if pair[1] not in WALKED])
def test_every_field_section_has_its_four_parts(language: str, name: str) -> None:
    """What to write, then what it is for here, how to find it, a good example and a weaker one, in this order."""
    for found in field_sections(name, page(language, name)):
        labels = [block.spans[0].text if block.spans[0].strong else "" for block in found.blocks]
        assert labels[0] == "", found.anchor
        matches = [re.fullmatch(part, label) for part, label in zip(PARTS[language], labels[1:], strict=True)]
        assert all(matches), (found.anchor, labels)


@pytest.mark.parametrize(("name", "anchors"), WALKED.items())
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_tried_or_walked_has_its_parts(language: str, name: str, anchors: list[str]) -> None:
    """What is asked in the meeting, by which keys one answers, what is seen then, and what to avoid, in this order."""
    assert list(page(language, name).sections) == anchors
    for each in field_sections(name, page(language, name)):
        labels = [block.spans[0].text if block.spans[0].strong else "" for block in each.blocks]
        assert labels == ["", *TRIED[language]], each.anchor


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section_path", STANDING)
def test_every_decision_and_question_has_its_own_section(section_path: str, language: str) -> None:
    """Each of them has a section in the order of the method: what is chosen and how; what the lowest and best are."""
    anchors = [f"{section_path}.{id_}" for id_ in STANDING[section_path]]
    found = [each for each in page(language, "master").sections.values() if each.anchor in anchors]
    assert [each.anchor for each in found] == anchors
    for each in found:
        labels = [block.spans[0].text if block.spans[0].strong else "" for block in each.blocks]
        assert labels == STANDING_PARTS[section_path][language], each.anchor


@pytest.mark.parametrize(("language", "name"), ALL_PAGES)
def test_sections_have_the_length_of_a_glance(language: str, name: str) -> None:
    """A section is read with a client watching: between 40 and 140 words."""
    counts = {s.anchor: words(s) for s in page(language, name).sections.values() if s.anchor != "sources"}
    assert {anchor: n for anchor, n in counts.items() if not 40 <= n <= 140} == {}


@pytest.mark.parametrize(("language", "name"), ALL_PAGES)
def test_a_page_opens_with_three_lines_and_ends_with_sources(language: str, name: str) -> None:
    """What the step answers, how long it takes, what to have at hand; at the end, titles and authors as a list."""
    found = page(language, name)
    assert source(language, name).startswith(f"# {found.title}\n\n")
    second, third = {"fr": ("Comptez ", "À avoir sous la main"), "en": ("Allow ", "Have at hand")}[language]
    assert [len(found.lead), found.lead[1].text.startswith(second), found.lead[2].text.startswith(third)] == [3, 1, 1]
    assert list(found.sections)[-1] == "sources"
    assert {block.kind for block in found.sections["sources"].blocks} == {"item"}


@pytest.mark.parametrize(("language", "name"), ALL_PAGES)
def test_pages_hold_nothing_but_plain_markdown(language: str, name: str) -> None:
    """No raw HTML, link, image, code or table: paragraphs, strong, emphasis and lists are all that is shown."""
    text = source(language, name)
    assert re.findall(r"</?[a-zA-Z]|\]\(|https?:|www\.|`|^\|", text, re.MULTILINE) == []


@pytest.mark.parametrize(("language", "name"), ALL_PAGES)
def test_every_heading_has_an_anchor(language: str, name: str) -> None:
    """A heading without its anchor would be swallowed by the section above it."""
    text = source(language, name)
    assert len(re.findall(r"^#+ ", text, re.MULTILINE)) == 1 + len(page(language, name).sections)


@pytest.mark.parametrize("name", PAGES)
def test_french_signs_follow_a_no_break_space(name: str) -> None:
    """A no-break space stands before `; : ! ? % »` and after `«`, and groups the figures of a number."""
    text = source("fr", name)
    assert re.findall(rf".{{0,12}}[^{HARD}][;:!?%»]|«[^{HARD}].{{0,12}}", text) == []
    assert re.findall(r"\d \d{3}\b|\d [€%]", text) == []


@pytest.mark.parametrize("name", PAGES)
def test_english_signs_follow_their_word(name: str) -> None:
    """English puts no space of any kind before `; : ! ? %`, and uses its own quotation marks."""
    assert re.findall(r".{12}\s[;:!?](?=\s)|\d\s%|.{12}[«»]", source("en", name)) == []
