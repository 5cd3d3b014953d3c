"""What can be chosen in a slot: the words of a choice, the records a reference may name, texts used before."""

from collections.abc import Iterable

from model.names import name_of
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from tui.editing.slots import Slot
from tui.text import folded, visible
from tui.words import Words

SUGGESTED = ("category", "group", "supplier", "entity", "unit", "size_unit", "metric")
"""Free texts worth repeating exactly: those typed before in the same field are offered again."""


@frozen
class Option:
    """Something to choose: the value it stands for, and how it reads."""

    value: object
    label: str


def choices(slot: Slot, words: Words) -> list[Option]:
    """The few words of a choice or a yes/no field; empty for every other kind."""
    if slot.spec.kind == "flag":
        return [Option(value, words(f"choices.flag.{'yes' if value else 'no'}")) for value in (True, False)]
    return [Option(value, words(f"choices.{slot.key}.{value}")) for value in slot.spec.choices]


def records(plan: Plan, slot: Slot) -> list[Option]:
    """The records that a reference may name: id and name, the record itself left out."""
    own = slot.path.split(".")
    found: list[Option] = []
    for section in slot.spec.refers:
        for id_, record in read(plan, section).items():
            is_child = slot.spec.name == "parent" and own[1] in _line(plan, id_)
            if f"{section}.{id_}" != ".".join(own[:-1]) and not is_child:
                found.append(Option(id_, f"{id_} {visible(name_of(record))}".strip()))
    return found


def _line(plan: Plan, id_: str) -> set[str]:
    """An objective's parents, as far up as they go: it can be no parent of theirs."""
    found: set[str] = set()
    above = plan.objectives[id_].parent
    while above in plan.objectives and above not in found:
        found.add(above)
        above = plan.objectives[above].parent
    return found


def earlier_texts(plan: Plan, slot: Slot) -> list[Option]:
    """The texts typed in the same field of the other records, in order, each once."""
    if slot.part != "field" or slot.spec.name not in SUGGESTED:
        return []
    *table, _, _name = slot.path.split(".")
    siblings = read(plan, ".".join(table))
    if not isinstance(siblings, dict):
        return []
    texts = dict.fromkeys(getattr(record, slot.spec.attribute) for record in siblings.values())
    return [Option(text, text) for text in texts if text]


def matching(options: Iterable[Option], query: str) -> list[Option]:
    """The options that hold every word of the query, accents and case aside; those that start with it first."""
    words = folded(query).split()
    found = [option for option in options if all(word in folded(option.label) for word in words)]
    start = folded(query.strip())
    return sorted(found, key=lambda option: not folded(option.label).startswith(start)) if start else found
