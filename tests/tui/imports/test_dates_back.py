"""A calendar that comes back: what was moved in it, as exactly those edits, whatever program wrote it again."""

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.edits import put, remove
from model.examples import NAMES, text
from model.plan import Plan
from model.store.reading import loads
from tests.sampling import some
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS
from tui.formats.values import Reader
from tui.imports.dates import path_of, source
from tui.imports.outcome import Returned
from tui.imports.refusing import ImportRefusedError
from tui.words import Words

icalendar = pytest.importorskip("icalendar")
PLANS = {name: loads(text(name)) for name in NAMES}
PLAN = PLANS["twin-cities-gateway"]


def _calendar(plan: Plan, **more: Any) -> bytes:
    return bytes_of(plan, FORMATS["ics"], Options("en", "internal", **more))


@cache
def _written(name: str) -> bytes:
    return _calendar(PLANS[name])


def _read(plan: Plan, data: bytes, folder: Path) -> Returned:
    file = folder / "back.ics"
    file.write_bytes(data)
    return source(plan, file, Reader.of(Words("en"), "en", plan)).read(plan, {})


def _changed(before: Plan, after: Plan) -> dict[str, Any]:
    return {one.path: one.after for one in differences(before, after)}


def _parsed(plan: Plan) -> Any:
    return icalendar.Calendar.from_ical(_calendar(plan))


def _event(calendar: Any, title: str) -> Any:
    return next(one for one in calendar.walk("VEVENT") if title in str(one["SUMMARY"]))


def _set(event: Any, name: str, value: Any) -> None:
    if name in event:
        del event[name]
    event.add(name, value)


@settings(max_examples=some(30), deadline=None)
@given(data=st.data())
def test_every_day_that_is_moved_and_no_other(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = data.draw(st.sampled_from(NAMES))
    plan, calendar = PLANS[name], icalendar.Calendar.from_ical(_written(name))
    events = [one for one in calendar.walk("VEVENT") if "reading" not in str(one["CATEGORIES"].to_ical()).lower()]
    moved = data.draw(st.lists(st.sampled_from(events), max_size=6, unique_by=lambda one: str(one["UID"])))
    from tui.exports.writers.calendar import DOMAIN, days, uid_of

    keys = {uid_of(plan, one.key) + DOMAIN: one.key for one in days(plan, Words("en"))}
    expected = {}
    for event in moved:
        day = event["DTSTART"].dt + timedelta(days=data.draw(st.integers(1, 400)))
        _set(event, "DTSTART", day)
        expected[path_of(keys[str(event["UID"])])] = day
    found = _read(plan, calendar.to_ical(), tmp_path_factory.mktemp("ics"))
    assert _changed(plan, found.plan) == expected
    assert found.is_fine


@pytest.mark.parametrize("name", NAMES)
def test_nothing_moved_nothing_changes(name: str, tmp_path: Path) -> None:
    """With bare line feeds too, and a mark before the first letter."""
    plan = PLANS[name]
    data = _calendar(plan)
    for again in (data, data.replace(b"\r\n", b"\n"), b"\xef\xbb\xbf" + data):
        assert _read(plan, again, tmp_path).plan is plan


def _deadline() -> tuple[str, date]:
    deadline = PLAN.objectives["O1"].deadline
    assert deadline
    return "objectives.O1.deadline", deadline


def _by_programs() -> dict[str, Any]:
    """What calendar programs make of a day: a moment in a zone, in universal time, without a zone."""
    _, day = _deadline()
    to = day + timedelta(days=9)
    nine, midnight = datetime(to.year, to.month, to.day, 9), datetime(to.year, to.month, to.day)
    return {
        "a day": to,
        "a moment in Paris": nine.replace(tzinfo=ZoneInfo("Europe/Paris")),
        "a moment anywhere": nine,
        "midnight in universal time": (midnight.replace(tzinfo=ZoneInfo("Europe/Paris"))).astimezone(ZoneInfo("UTC")),
    }


@pytest.mark.parametrize("way", _by_programs())
@pytest.mark.parametrize("keeps_ours", [True, False])
def test_written_again_by_other_programs(way: str, keeps_ours: bool, tmp_path: Path) -> None:
    """Alarms, zones, other properties come along; ours may get lost."""
    path, day = _deadline()
    calendar = _parsed(PLAN)
    calendar.add("X-WR-TIMEZONE", "Europe/Paris")
    event = _event(calendar, "O1")
    _set(event, "DTSTART", _by_programs()[way])
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(minutes=-30))
    event.add_component(alarm)
    zone = icalendar.Timezone()
    zone.add("tzid", "Europe/Paris")
    calendar.add_component(zone)
    if not keeps_ours:
        for one in calendar.walk("VEVENT"):
            del one["X-PLANMARK-DATE"]
    found = _read(PLAN, calendar.to_ical(), tmp_path)
    assert _changed(PLAN, found.plan) == {path: day + timedelta(days=9)}


def test_a_day_that_the_plan_has_changed_too_stays_the_plan_s(tmp_path: Path) -> None:
    path, day = _deadline()
    calendar = _parsed(PLAN)
    later = put(PLAN, path, day + timedelta(days=1))
    assert _read(later, calendar.to_ical(), tmp_path).plan is later
    _set(_event(calendar, "O1"), "DTSTART", day + timedelta(days=9))
    found = _read(later, calendar.to_ical(), tmp_path)
    assert found.plan is later
    assert [one.path for one in found.kept] == [path]


def test_what_was_deleted_is_told_and_stays(tmp_path: Path) -> None:
    calendar = _parsed(PLAN)
    calendar.subcomponents.remove(_event(calendar, "O1"))
    _set(_event(calendar, "O2"), "STATUS", "CANCELLED")
    found = _read(PLAN, calendar.to_ical(), tmp_path)
    assert found.plan is PLAN
    (note,) = found.notes
    assert (note.key, note.number) == ("dates.gone", 2)
    assert "O1" in note.told(Words("en"))


def test_a_reading_has_its_day_from_its_frequency(tmp_path: Path) -> None:
    id_, indicator = next((id_, one) for id_, one in PLAN.indicators.items() if one.frequency)
    plan = PLAN
    for day in indicator.readings:
        plan = remove(plan, f"indicators.{id_}.readings.{day}")
    calendar = _parsed(plan)
    event = next(one for one in calendar.walk("VEVENT") if str(indicator.name) in str(one["SUMMARY"]))
    _set(event, "DTSTART", event["DTSTART"].dt + timedelta(days=3))
    found = _read(plan, calendar.to_ical(), tmp_path)
    assert found.plan is plan
    assert [one.why.key for one in found.kept if one.why] == ["dates.kept.reading"]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "not_ours"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@planmark\r\nDTSTART:never\r\nEND:VEVENT\r\n", "not_ours"),
        (b"", "not_ours"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@elsewhere\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "not_ours"),
        (b"\x00\xff" * 50, "unreadable"),
    ],
)
def test_refused_in_a_sentence(content: bytes, key: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        _read(PLAN, content, tmp_path)
    assert refused.value.key == f"dates.{key}"
    assert "{" not in Words("fr")(refused.value.key, **refused.value.details)


def test_a_day_that_nobody_can_read_is_told(tmp_path: Path) -> None:
    calendar = _parsed(PLAN)
    day = _event(calendar, "O1")["DTSTART"].dt
    data = calendar.to_ical().replace(f"DTSTART;VALUE=DATE:{day:%Y%m%d}".encode(), b"DTSTART;VALUE=DATE:20271399")
    found = _read(PLAN, data, tmp_path)
    assert found.plan is PLAN
    assert {one.why.key for one in found.kept if one.why} == {"dates.kept.no_day"}


def test_a_calendar_of_a_scenario_does_not_come_back(tmp_path: Path) -> None:
    plan = put(PLAN, "scenarios.cut.title", "Cut")
    with pytest.raises(ImportRefusedError, match="of_scenario"):
        _read(plan, _calendar(plan, scenario="cut"), tmp_path)


OUTLOOK = """\
BEGIN:VCALENDAR\r
PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r
VERSION:2.0\r
METHOD:PUBLISH\r
X-MS-OLK-FORCEINSPECTOROPEN:TRUE\r
BEGIN:VTIMEZONE\r
TZID:Romance Standard Time\r
BEGIN:STANDARD\r
DTSTART:16011028T030000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010325T020000\r
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
CLASS:PUBLIC\r
CREATED:20201101T101500Z\r
DTSTART;TZID="Romance Standard Time":{day}T003000\r
DTEND;TZID="Romance Standard Time":{day}T013000\r
DTSTAMP:20201101T101500Z\r
LAST-MODIFIED:20201101T101500Z\r
PRIORITY:5\r
SEQUENCE:0\r
SUMMARY;LANGUAGE=fr:Échéance : O1 Un objectif dont l'intitulé est si long qu'il\r
  se plie\r
TRANSP:OPAQUE\r
UID:{uid}\r
X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r
BEGIN:VALARM\r
TRIGGER:-PT15M\r
ACTION:DISPLAY\r
DESCRIPTION:Reminder\r
END:VALARM\r
END:VEVENT\r
END:VCALENDAR\r
"""
GOOGLE = """\
BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
CALSCALE:GREGORIAN
X-WR-CALNAME:Plan
X-WR-TIMEZONE:America/Chicago
BEGIN:VEVENT
DTSTART:{next}T030000Z
DTEND:{next}T040000Z
DTSTAMP:20201101T101500Z
UID:{uid}
CREATED:20201101T101500Z
DESCRIPTION:
SEQUENCE:3
STATUS:CONFIRMED
SUMMARY:Deadline\\, moved
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=America/Chicago:20201105T090000
RRULE:FREQ=WEEKLY
UID:somebody-else@google.com
SUMMARY:Weekly
END:VEVENT
END:VCALENDAR
"""
THUNDERBIRD = """\
BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
BEGIN:VEVENT
LAST-MODIFIED:20201101T101500Z
X-MOZ-GENERATION:2
UID:{uid}
SUMMARY:Deadline
DTSTART;VALUE=DATE:{day}
DTEND;VALUE=DATE:{next}
X-PLANMARK-DATE:{former}
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize("program", [OUTLOOK, GOOGLE, THUNDERBIRD], ids=["Outlook", "Google", "Thunderbird"])
def test_as_calendar_programs_write_it(program: str, tmp_path: Path) -> None:
    """One event that was moved by nine days; those of the plan that are not in the file are told, none is removed."""
    from tui.exports.writers.calendar import DOMAIN, uid_of

    path, former = _deadline()
    day = former + timedelta(days=9)
    uid = uid_of(PLAN, path) + DOMAIN
    names = {"uid": uid, "day": f"{day:%Y%m%d}", "next": f"{day + timedelta(days=1):%Y%m%d}"}
    found = _read(PLAN, program.format(former=f"{former:%Y%m%d}", **names).encode(), tmp_path)
    assert _changed(PLAN, found.plan) == {path: day}
    assert not found.kept
    assert [note.key for note in found.notes] == ["dates.gone"]
