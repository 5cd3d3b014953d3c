"""What is said of readings that come in."""

WORDS: dict[str, str] = {
    "target.date": "Date",
    "target.indicator": "Indicator",
    "target.value": "Reading",
    "target.note": "Note",
    "which": "which indicator?",
    "first": "The first readings as understood:",
    "no_date": "{file}: no column has the days of the readings.",
    "no_value": "{file}: no column has readings of this plan's indicators.",
    "read.one": "{n} reading read: new {new}, changed {changed}, as in the plan {same}.",
    "read.other": "{n} readings read: new {new}, changed {changed}, as in the plan {same}.",
    "periods.one": "{n} row names a period; its reading is of its last day.",
    "periods.other": "{n} rows name a period; their readings are of its last day.",
    "kept.unknown": "{value}: no indicator of this plan; say which one it is.",
    "kept.unreadable": "{column}: {value}; expected: {expected}",
    "kept.twice": "{value} for a day that {first} gives another reading.",
    "kept.note": "{value}: a note beside {n} readings, and nothing says which it is about.",
}
