"""Where the guide explains a field: `page#anchor` for any dotted path of the file."""

from functools import cache

from model.paths import locate

_PAGES = {
    "plan": "plan",
    "team": "plan",
    "waivers": "plan",
    "review": "diagnostic",
    "segments": "diagnostic",
    "objectives": "objectives",
    "actions": "actions",
    "drivers": "budget",
    "budget": "budget",
    "funding": "budget",
    "scenarios": "budget",
    "indicators": "indicators",
    "decisions": "master",
    "entities": "master",
    "purchases": "master",
    "orientation": "master",
    "corrections": "indicators",
}
_MAIN = ("plan", "objectives", "actions", "budget", "indicators")


@cache
def _section_guide(section: str, nested: str, name: str) -> str:
    page = _PAGES.get(section, "diagnostic")
    if section == "scenarios":
        # What a scenario changes of a line, an action or a driver is explained as a whole.
        nested, name = "", nested or name
    kind = nested or ("" if section in _MAIN else section.rpartition(".")[2])
    return f"{page}#{kind}.{name}" if kind and name else f"{page}#{kind or name}"


def _nested(section: str, holder: str) -> str:
    """The kind of record inside a record (`milestones`, `quotes`) that holds the field, if any."""
    steps = holder.split(".")[section.count(".") + 1 :]
    return steps[1] if len(steps) > 1 else ""


def guide_to(path: str) -> str:
    """The guide section of the field at this path."""
    place = locate(path)
    return _section_guide(place.section, _nested(place.section, place.holder), place.field.name if place.field else "")


def field_at(path: str) -> str:
    """The field's path without ids (`actions.milestones.due`), by which its label is found."""
    place = locate(path)
    steps = (place.section, _nested(place.section, place.holder), place.field.name if place.field else "")
    return ".".join(filter(None, steps))
