"""Reads the guidance pages: a page is split by its headings at once, a section's Markdown is parsed when it is shown.

A topic names a place in the guidance: `objectives` (the page's opening) or `objectives#deadline` (one of its sections).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guides.markup import Block, Span, blocks

__all__ = ["LANGUAGES", "PAGES", "Block", "Page", "Section", "Span", "page", "section", "topic_for"]

LANGUAGES: tuple[str, ...] = ("fr", "en")
PAGES: tuple[str, ...] = (
    "plan",
    "diagnostic",
    "objectives",
    "actions",
    "budget",
    "what-if",
    "indicators",
    "master",
    "trace",
    "crossing",
    "steering",
)

_HEADING = re.compile(r"^## (.+) \{#([a-zQ0-9_.]+)\}\n", re.MULTILINE)

# Where the guidance of a section of the file stands: the page, and what its anchors begin with there.
_HOMES = {
    "plan": ("plan", ""),
    "team": ("plan", "team"),
    "waivers": ("plan", "waivers"),
    "review": ("diagnostic", "review"),
    "segments": ("diagnostic", "segments"),
    "objectives": ("objectives", ""),
    "actions": ("actions", ""),
    "budget": ("budget", ""),
    "funding": ("budget", "funding"),
    "drivers": ("budget", "drivers"),
    "scenarios": ("budget", "scenarios"),
    "what-if": ("what-if", ""),
    "indicators": ("indicators", ""),
    "decisions": ("master", "decisions"),
    "entities": ("master", "entities"),
    "purchases": ("master", "purchases"),
    "orientation": ("master", "orientation"),
    "trace": ("trace", ""),
    "crossing": ("crossing", ""),
    "corrections": ("indicators", "corrections"),
    "steering": ("steering", ""),
}
# One record each: no id stands between the section and its fields.
_SINGLE = ("plan", "diagnostic.market", "diagnostic.pricing")
# In a record that always stands there, what may be answered in this field is told with the record itself.
_ANSWERED = {"decisions": "options", "orientation": "score"}
# Tables of records within a record: a second id stands before their fields.
_NESTED = ("milestones", "quotes")


@dataclass(frozen=True, slots=True)
class Section:
    """One subject of a page, as a rule one field; `source` is its Markdown, parsed at the first look at `blocks`."""

    anchor: str
    title: str
    source: str

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands under the heading."""
        return blocks(self.source)


@dataclass(frozen=True, slots=True)
class Page:
    """The guidance of one step, of what-if, of the thread: three opening lines, then sections by anchor, in order."""

    name: str
    title: str
    opening: Section
    sections: dict[str, Section]

    @property
    def lead(self) -> tuple[Block, ...]:
        """The three opening lines, a paragraph each: what the step answers, how long it takes, what to have at hand."""
        return self.opening.blocks


@lru_cache(maxsize=2)
def page(language: str, name: str) -> Page:
    """A page in a language.

    Raises:
        LookupError: no such language or page.
    """
    if language not in LANGUAGES or name not in PAGES:
        raise LookupError(f"{language}/{name}")
    text = (Path(__file__).parent / language / f"{name}.md").read_text(encoding="utf-8")
    opening, *parts = _HEADING.split(text)
    title, _, lead = opening.partition("\n")
    title = title.removeprefix("# ")
    # Each line of the opening answers a question of its own: it becomes a paragraph.
    lead = lead.strip().replace("\n", "\n\n")
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    sections = {anchor: Section(anchor, heading, source.strip()) for heading, anchor, source in triples}
    return Page(name, title, Section("", title, lead), sections)


def section(language: str, topic: str) -> Section | None:
    """The section of a topic, the page's opening where it names a page alone; None where there is no such topic.

    Raises:
        LookupError: no such language.
    """
    name, _, anchor = topic.partition("#")
    if name not in PAGES:
        return None
    found = page(language, name)
    return found.sections.get(anchor) if anchor else found.opening


def topic_for(path: str) -> str | None:
    """The topic about a place: `objectives.O1.deadline` and `objectives.deadline` give `objectives#deadline`.

    A record or a section gives its introduction, or else the opening of its page; a place without guidance gives None.
    """
    name, prefix, home, rest = _home(path.split("."))
    if not name:
        return None
    known = page(LANGUAGES[0], name).sections
    for steps in _readings(home, rest):
        anchor = ".".join([prefix, *steps] if prefix else steps)
        if not anchor:
            return name
        if anchor in known:
            return f"{name}#{anchor}"
    return None


def _home(parts: list[str]) -> tuple[str, str, str, list[str]]:
    """The page, its anchors' prefix, the section of the file, and the steps of the path that follow it."""
    first, *rest = parts
    if first == "diagnostic":
        subject = rest[0] if rest else ""
        return "diagnostic", subject, f"diagnostic.{subject}", rest[1:]
    name, prefix = _HOMES.get(first, ("", ""))
    return name, prefix, first, rest


def _readings(home: str, rest: list[str]) -> list[list[str]]:
    """The steps of an anchor that the rest of a path may mean, the likelier first: as in a form, then without ids."""
    if home in _SINGLE:
        return [rest[:1]]
    field = rest[1:]
    if field[:1] == [_ANSWERED.get(home)]:
        return [rest[:1], field]
    return [rest, field[:1] + field[2:3] if field and field[0] in _NESTED else field[:1]]
