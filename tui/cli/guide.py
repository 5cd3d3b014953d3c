"""`planmark guide`: the guidance, by page, section, field or words of a heading."""

from collections.abc import Iterator
from difflib import get_close_matches

from guides.loader import LANGUAGES, PAGES, Section, page, section, topic_for
from tui.cli.arguments import Arguments
from tui.cli.console import Answer, Console
from tui.cli.layout import headed, labelled, wrapped
from tui.text import folded

_MOST_NEAR = 8


def run(given: Arguments, console: Console) -> Answer:
    """The text of a topic, or the topics there are; 2 when the topic names none, or several."""
    asked = " ".join(given.operands)
    if not asked:
        return Answer(tuple(_contents(console)))
    language = console.words.language
    topics = _topics(asked)
    if len(topics) == 1:
        return Answer(tuple(_text(topics[0], console)))
    near = topics or _near(asked)
    kind = "several" if topics else "near" if near else "unknown"
    sentence = console.words(f"cli.guide.{kind}", topic=asked)
    listed = [(topic, found.title) for topic in near[:_MOST_NEAR] if (found := section(language, topic))]
    return Answer(status=2, complaints=(f"planmark: {sentence}", *labelled(listed, console.width, indent=2)))


def _contents(console: Console) -> Iterator[str]:
    """Every page with its sections."""
    for name in PAGES:
        opened = page(console.words.language, name)
        if name != PAGES[0]:
            yield ""
        yield from labelled([(name, opened.title)], console.width)
        rows = [(f"{name}#{anchor}", told.title) for anchor, told in opened.sections.items()]
        yield from labelled(rows, console.width, indent=2)


def _topics(asked: str) -> list[str]:
    """The topics that these words name exactly: a topic, a path, a field, or a heading in either language."""
    if section(LANGUAGES[0], asked) is not None:
        return [asked]
    if (topic := topic_for(asked)) is not None and "#" in topic:
        return [topic]
    words = folded(asked)
    return [topic for topic, names in _names().items() if words in names]


def _near(asked: str) -> list[str]:
    """The topics with a name that begins alike, or holds these words, or is written much like them."""
    words, names = folded(asked), _names()
    held = [topic for topic, all_ in names.items() if any(words in name for name in all_)]
    spelt = {name: topic for topic, all_ in reversed(names.items()) for name in all_}
    return held or [spelt[name] for name in get_close_matches(words[:64], spelt, _MOST_NEAR, 0.7)]


def _names() -> dict[str, list[str]]:
    """What each topic is called: its field, and its heading in every language."""
    names: dict[str, list[str]] = {}
    for name in PAGES:
        pages = [page(language, name) for language in LANGUAGES]
        names[name] = [name, *(folded(opened.title) for opened in pages)]
        for anchor in pages[0].sections:
            titles = [folded(opened.sections[anchor].title) for opened in pages if anchor in opened.sections]
            names[f"{name}#{anchor}"] = [anchor, anchor.rpartition(".")[2], *titles]
    return names


def _text(topic: str, console: Console) -> list[str]:
    """A section, or a page from its opening to its end."""
    language = console.words.language
    if "#" in topic:
        told = section(language, topic)
        return section_lines(told, console) if told else []
    opened = page(language, topic)
    lines = section_lines(opened.opening, console)
    for part in opened.sections.values():
        lines += ["", *section_lines(part, console)]
    return lines


def section_lines(told: Section, console: Console) -> list[str]:
    """A section of the guidance as plain text: its heading, then its paragraphs, items one under another."""
    lines = headed(told.title)
    was_item = True
    for block in told.blocks:
        is_item = block.kind == "item"
        if not (is_item and was_item) and lines[2:]:
            lines.append("")
        lines += wrapped(block.text, console.width, *(("- ", "  ") if is_item else ()))
        was_item = is_item
    return lines
