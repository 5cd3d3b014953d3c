"""What is said of an exported CSV that comes back."""

WORDS: dict[str, str] = {
    "not_ours": "{file}: not the header of an exported CSV of budget lines.",
    "provenance": "{file}, row {row}",
    "missing.one": "{n} line of the plan is not in the file; the plan keeps it: {lines}.",
    "missing.other": "{n} lines of the plan are not in the file; the plan keeps them: {lines}.",
    "disagrees": "Row {row}, {line}: its amounts and its rate of tax do not agree; the amount that the "
    "line counts in is taken.",
    "kept.twice": "{value}: this line stands in the file twice.",
    "kept.unknown": "{value}: no line of this plan; a new line has no id.",
    "kept.unnamed": "a row without id and name.",
    "kept.total": "{value}: a total, not a line.",
    "kept.no_action": "{value}: no action of this plan.",
    "kept.no_choice": "{value}: none of the words that can stand there.",
    "kept.unreadable": "{value}; expected: {expected}",
    "kept.currency": "{value}: amounts in the file are in the plan's currency.",
    "kept.foreign": "{value}: the line is in a currency of its own; change it in the plan.",
    "kept.included": "{value}: the line is part of another one and counts for nothing.",
    "kept.tax": "{value}: the tax follows from the amount and the rate; change one of these.",
    "kept.other_side": "{value}: no amount on the side that the line counts in comes to this, to the cent.",
}
