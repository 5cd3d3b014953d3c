"""A calendar: milestones, ends of actions, deadlines, readings to take, each under a UID that stays the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

from model.plain import frozen
from model.plan import Plan
from model.steering.aims import aim_of
from model.steering.rhythm import period_end
from tui.exports.document import Document
from tui.exports.options import Options
from tui.exports.scribe import said
from tui.words import Words

if TYPE_CHECKING:
    from icalendar import Event

_MOST_READINGS = 60
FORMER = "X-PLANMARK-DATE"
"""The day as it was written, by which one that comes back is seen to have been moved."""
SCENARIO = "X-PLANMARK-SCENARIO"
DOMAIN = "@planmark"


@frozen
class Day:
    """A day to keep; `key` tells it apart in the plan, whatever else changes."""

    key: str
    day: date
    title: str
    category: str
    about: str = ""


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """All days of the plan as whole-day events: brought in again, they update themselves."""
    from icalendar import Calendar

    plan, words = document.plan, Words(options.language)
    calendar = Calendar()
    calendar.add("prodid", "-//Planmark//Planmark//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", document.cover.title)
    if options.scenario:
        calendar.add(SCENARIO, options.scenario)
    for one in days(plan, words):
        calendar.add_component(_event(one, plan))
    out.write(calendar.to_ical())


def _event(one: Day, plan: Plan) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", uid_of(plan, one.key) + DOMAIN)
    event.add("dtstamp", _stamp(plan))
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add(FORMER, f"{one.day:%Y%m%d}")
    event.add("summary", one.title)
    event.add("categories", [one.category])
    event.add("transp", "TRANSPARENT")
    if one.about:
        event.add("description", one.about)
    return event


def uid_of(plan: Plan, key: str) -> str:
    """The same for the same record of the same plan's year, though titles and days change."""
    year = plan.plan.start.isoformat() if plan.plan.start else ""
    return sha256(f"{year}\n{said(plan.plan.client)}\n{key}".encode()).hexdigest()[:32]


def _stamp(plan: Plan) -> datetime:
    """No moment of the clock, so that the same plan gives the same bytes."""
    start = plan.plan.start or date(2000, 1, 1)
    return datetime(start.year, start.month, start.day, tzinfo=UTC)


def days(plan: Plan, words: Words) -> Iterator[Day]:
    """Every day of the plan that a calendar keeps."""
    yield from _of_actions(plan, words)
    for id_, objective in plan.objectives.items():
        if objective.deadline:
            title = words("exports.ics.deadline", name=_name(id_, objective.title))
            yield Day(f"objectives.{id_}.deadline", objective.deadline, title, words("exports.ics.deadlines"))
    yield from _readings(plan, words)
    for id_, line in plan.budget.items():
        if line.valid_until:
            title = words("exports.ics.valid", name=_name(id_, line.label))
            yield Day(f"budget.{id_}.valid_until", line.valid_until, title, words("exports.ics.deadlines"))


def _of_actions(plan: Plan, words: Words) -> Iterator[Day]:
    for id_, action in plan.actions.items():
        if action.status == "dropped":
            continue
        name = _name(id_, action.title)
        for inner, milestone in action.milestones.items():
            if milestone.due:
                mark = "✓ " if milestone.done else ""
                path = f"actions.{id_}.milestones.{inner}"
                yield Day(path, milestone.due, mark + said(milestone.title), words("exports.ics.milestones"), name)
        for edge in ("start", "end"):
            if day := getattr(action, edge):
                title = words(f"exports.ics.{edge}", name=name)
                yield Day(f"actions.{id_}.{edge}", day, title, words("sections.actions"), said(action.what))


def _readings(plan: Plan, words: Words) -> Iterator[Day]:
    """The end of each period of the plan's year in which an indicator is to be read."""
    start = plan.plan.start
    for id_, indicator in plan.indicators.items():
        last = aim_of(plan, id_).due or plan.plan.end
        if start is None or last is None or indicator.frequency is None:
            continue
        day, number = start, 0
        while day <= last and number < _MOST_READINGS:
            end = period_end(plan, indicator, day)
            if end is None:
                break
            due = min(end, last)
            if due.isoformat() not in indicator.readings:
                title = words("exports.ics.reading", name=_name(id_, indicator.name))
                yield Day(f"indicators.{id_}.{end}", due, title, words("exports.ics.readings"), said(indicator.source))
            day, number = end + timedelta(days=1), number + 1


def _name(id_: str, name: str | None) -> str:
    return said(f"{id_} {name or ''}")
