"""A calendar that comes back: the plan's days that were moved in it, found by their UIDs, and nothing else."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from model.incoming import Arrival, received
from model.plain import frozen
from model.plan import Plan
from tui.exports.writers.calendar import DOMAIN, FORMER, SCENARIO, Day, days, uid_of
from tui.formats.dates import format_date
from tui.formats.values import Reader
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Source
from tui.text import visible

_MOST_BYTES = 20_000_000
_MOST_NAMED = 5


@frozen
class Event:
    """An event of ours: its UID, its day now, the day it was written with if it still says so, its title."""

    uid: str
    day: date | None
    former: date | None
    title: str
    is_cancelled: bool


def source(plan: Plan, file: Path, reader: Reader) -> "Dates":
    """The calendar of a file.

    Raises:
        ImportRefusedError: it is none, none of this plan, or one of a scenario.
        ModuleNotFoundError: icalendar is not installed.
    """
    calendars = _calendars(file)
    for calendar in calendars:
        if scenario := calendar.get(SCENARIO):
            raise ImportRefusedError("dates.of_scenario", file=str(file), scenario=visible(str(scenario)))
    events = [event for calendar in calendars for event in _events(calendar)]
    known = {uid_of(plan, one.key) + DOMAIN: one for one in days(plan, reader.words)}
    if not any(event.uid in known for event in events):
        raise ImportRefusedError("dates.not_ours", file=str(file))
    return Dates(events, known, file.name, reader)


def _calendars(file: Path) -> list[Any]:
    from icalendar import Calendar

    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ImportRefusedError("dates.too_large", file=str(file))
        found: Any = Calendar.from_ical(file.read_bytes().removeprefix(b"\xef\xbb\xbf"), multiple=True)
    except ImportRefusedError:
        raise
    except OSError as error:
        raise ImportRefusedError("imports.closed", file=str(file)) from error
    except Exception as error:  # what is no calendar fails in many ways, none of which says more
        raise ImportRefusedError("dates.unreadable", file=str(file)) from error
    return list(found)


def _events(calendar: Any) -> Iterator[Event]:
    """The events of ours; one occurrence of a series that somebody made of one is none."""
    zone = _zone(calendar)
    for component in calendar.walk("VEVENT"):
        uid = str(component.get("UID", ""))
        if uid.endswith(DOMAIN) and "RECURRENCE-ID" not in component:
            is_cancelled = str(component.get("STATUS", "")).upper() == "CANCELLED"
            title = visible(str(component.get("SUMMARY", "")))
            yield Event(uid, _day(component, zone), _former(component), title, is_cancelled)


def _zone(calendar: Any) -> tzinfo | None:
    """Where the calendar is: by its own word, else by the only zone in it; None: here."""
    names = [str(calendar.get("X-WR-TIMEZONE", ""))]
    names += [str(zone.get("TZID", "")) for zone in calendar.walk("VTIMEZONE")]
    names = [name for name in names if name]
    try:
        return ZoneInfo(names[0]) if names and (len(set(names)) == 1 or calendar.get("X-WR-TIMEZONE")) else None
    except (ValueError, OSError, KeyError):
        return None


def _day(component: Any, zone: tzinfo | None) -> date | None:
    """The day an event begins, where it takes place; what begins at a moment of universal time, in the calendar's zone.

    None where none can be read.
    """
    try:
        moment = component["DTSTART"].dt
    except (KeyError, AttributeError, ValueError):
        return None
    if not isinstance(moment, datetime):
        return moment if isinstance(moment, date) else None
    if moment.tzinfo is not None and moment.utcoffset() == UTC.utcoffset(None) and _is_universal(moment):
        moment = moment.astimezone(zone)
    return moment.date()


def _is_universal(moment: datetime) -> bool:
    return str(moment.tzinfo) in ("UTC", "Etc/UTC", "Z", "UTC+00:00")


def _former(component: Any) -> date | None:
    try:
        return date.fromisoformat(str(component.get(FORMER, "")))
    except ValueError:
        return None


class Dates(Source):
    """The events of a plan's calendar, and the days that the plan has now."""

    def __init__(self, events: list[Event], known: dict[str, Day], file: str, reader: Reader) -> None:
        self.events, self.known, self.file, self.reader = events, known, file, reader

    def read(self, plan: Plan, answers: object) -> Returned:  # noqa: ARG002 - there is nothing to decide
        """The days that were moved; a day that the plan has changed meanwhile stays the plan's."""
        arrivals, kept = dict[str, Arrival](), list[Kept]()
        for event in self.events:
            one = self.known.get(event.uid)
            if one is None or event.is_cancelled:
                continue
            if event.day is None:
                kept.append(self._kept(event, "no_day"))
            elif event.day not in (event.former, one.day):
                self._moved(event, one, event.day, arrivals, kept)
        taken = received(plan, tuple(arrivals.values())) if arrivals else plan
        return Returned(taken, kept, self._notes())

    def _moved(self, event: Event, one: Day, day: date, arrivals: dict[str, Arrival], kept: list[Kept]) -> None:
        path = path_of(one.key)
        if path is None:
            kept.append(self._kept(event, "reading"))
        elif event.former not in (None, one.day):
            kept.append(Kept(path, event.title or self.file, day.isoformat()))
        elif path in arrivals and arrivals[path].value != day:
            kept.append(self._kept(event, "twice", path))
        else:
            arrivals[path] = Arrival(path, day, event.title or self.file)

    def _kept(self, event: Event, why: str, path: str = "") -> Kept:
        day = format_date(event.day, self.reader.words.language) if event.day else "–"
        return Kept(path, event.title or self.file, day, Note(f"dates.kept.{why}", {"day": day}))

    def _notes(self) -> list[Note]:
        """Events that are gone (the plan keeps its days), and those that the plan no longer has."""
        here = {event.uid for event in self.events if not event.is_cancelled}
        gone = [visible(one.title) for uid, one in self.known.items() if uid not in here]
        notes = []
        if gone:
            named = "; ".join(gone[:_MOST_NAMED]) + ("…" if len(gone) > _MOST_NAMED else "")
            notes.append(Note("dates.gone", {"names": named}, number=len(gone)))
        if strays := {event.uid for event in self.events} - self.known.keys():
            notes.append(Note("dates.strays", number=len(strays)))
        return notes


def path_of(key: str) -> str | None:
    """The field that holds a day; None for the end of a period, which follows from the frequency."""
    if key.startswith("indicators."):
        return None
    return f"{key}.due" if ".milestones." in key else key
