"""The records of the thread in words: what kind each is, how it is called, how sure a link to it is."""

from model.names import name_of
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.trace.confirming import State
from model.trace.graph import id_of
from model.trace.money import Purpose
from model.trace.relations import place_of, section_of
from model.values import FINDINGS
from tui.text import visible
from tui.words import Words

GLYPHS: dict[State, str] = {"confirmed": "✓", "unconfirmed": "·", "suspect": "⚠"}
AMONG: dict[Purpose, tuple[str, ...]] = {
    "finding": FINDINGS.sections,
    "objective": ("objectives",),
    "segment": ("segments",),
    "channel": ("diagnostic.channels",),
}


def state_glyph(state: State) -> str:
    """How sure a link is, in a sign: confirmed, never confirmed, suspect."""
    return GLYPHS[state]


def called(plan: Plan, path: str, words: Words) -> str:
    """A record by its id and its name; a decision by its title."""
    section, id_ = section_of(path), id_of(path)
    if section == "decisions" and words.has(f"choices.{path}"):
        return words(f"choices.{path}")
    record = read(plan, path)
    name = name_of(record) if isinstance(record, Record) else ""
    return visible(f"{id_} {name}").strip()


def kind(path: str, words: Words) -> str:
    """What kind of record a path leads to, in a word: objective, action, budget line."""
    return words(f"sections.{section_of(path)}.one")


def purposed(plan: Plan, key: str, purpose: Purpose, words: Words) -> str:
    """What a group of money is for: the record that its key names, else the key, else that it is for none."""
    if not key:
        return words(f"trace.none.{purpose}")
    path = place_of(plan, key, AMONG[purpose])
    return called(plan, path, words) if path else visible(key)
