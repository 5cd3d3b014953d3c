"""What is said of calendars that come back."""

WORDS: dict[str, str] = {
    "of_scenario": "{file}: made from scenario {scenario}; only a calendar of the plan itself comes back.",
    "not_ours": "{file}: none of its events is of this plan (or the plan's client or first day has changed since).",
    "too_large": "{file}: too large to be a calendar of a plan.",
    "unreadable": "{file}: this is no calendar that can be read.",
    "kept.no_day": "its day cannot be read ({day}).",
    "kept.reading": "moved to {day}; when an indicator is read follows from its frequency.",
    "kept.twice": "it stands on two days in the file; {day} is one of them.",
    "gone.one": "{n} day of the plan is not in the calendar any more; the plan keeps it: {names}.",
    "gone.other": "{n} days of the plan are not in the calendar any more; the plan keeps them: {names}.",
    "strays.one": "{n} event is of a day that the plan does not have any more.",
    "strays.other": "{n} events are of days that the plan does not have any more.",
}
