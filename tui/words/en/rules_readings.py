"""What rules ask about indicators and corrections, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "IND007.title": "A reading is taken on its day",
    "IND007.found": "{id}: nothing read since {date}",
    "IND007.why": "A dashboard with holes looks green. Ask for the figure today, or choose a rhythm that can be kept.",
    "IND008.title": "Readings follow their rhythm",
    "IND008.found": "{id}: nothing between {first} and {second}",
    "IND008.why": (
        "What happened in between cannot be told any more. Fill the hole from the source, or note why there is one."
    ),
    "IND009.title": "A period has one reading",
    "IND009.found": "{id}: {first} and {second} are of one period",
    "IND009.why": (
        "Two figures for the same time cannot both be right, and a sum counts both. Keep one; the other goes "
        "into its note."
    ),
    "IND010.title": "An indicator aims where its objective does",
    "IND010.found": "{id} aims at {target}, {objective} at {wanted}",
    "IND010.why": (
        "The dashboard would be green while the objective is missed, or the reverse. Empty the one here: it follows."
    ),
    "IND011.title": "A leap has its reason",
    "IND011.found": "{id} leaps from {old} to {new} ({date})",
    "IND011.why": (
        "Most leaps are another way of counting. If so, declare the break; if it is real, the reading's note "
        "says what happened."
    ),
    "IND012.title": "Growth stays within one definition",
    "IND012.found": "{id}: baseline from before the break of {date}",
    "IND012.why": (
        "Before and after it, two different things are counted: their difference is no growth. Take a "
        "baseline from after it."
    ),
    "IND013.title": "A baseline is what was read",
    "IND013.found": "{id} says {value}, {objective} starts at {baseline}",
    "IND013.why": "One of the two was restated, or is of another day or scope. Keep the one that has a source.",
    "IND014.title": "An indicator aims at better than its start",
    "IND014.found": "{id} aims at {target}, worse than {start}",
    "IND014.why": "Its direction says which way is good, and its target goes the other way: one of the two is wrong.",
    "IND015.title": "An indicator says how it is counted",
    "IND015.found": "{id}: {field} is missing",
    "IND015.why": (
        "The day its keeper is away, somebody else has to find the same figure. Two words on how and where are enough."
    ),
    "IND016.title": "An indicator has a level to reach",
    "IND016.found": "{id} has no target, nor has its objective",
    "IND016.why": "A figure without a target is followed with interest and leads to no decision.",
    "IND017.title": "A note goes with a reading",
    "IND017.found": "{id}: note of {date} without a reading",
    "IND017.why": "The reading was moved or never entered: what the note says is about a figure nobody sees.",
    "IND018.title": "An indicator says which way is good",
    "IND018.found": "{id} does not say whether up is good",
    "IND018.why": (
        "Fewer complaints are good, fewer visitors are not: only the direction tells the dashboard which "
        "colour to show."
    ),
    "IND019.title": "A stated growth is the computed one",
    "IND019.found": "{id}: +{stated}% stated, {computed}% computed",
    "IND019.why": (
        "The usual slip is the base: divided by the new figure, or the ratio of the two. Growth is the "
        "difference over the old one."
    ),
    "IND020.title": "A correction has its cause and its decision",
    "IND020.found": "{id}: {field} is missing",
    "IND020.why": "Without the cause, the same gap returns; without a decision, it was only looked at.",
    "IND021.title": "A gap that is accepted is looked at again",
    "IND021.found": "{id} accepts a gap on {indicator} for ever",
    "IND021.why": "Accepting is a decision with a date: by then the gap has closed, or it has become a problem.",
    "IND022.title": "A correction is looked at on its day",
    "IND022.found": "{id} was to be reviewed on {date}",
    "IND022.why": (
        "Nothing was read since: nobody knows whether what was decided has worked. Take the reading, then decide again."
    ),
    "IND023.title": "A limit is kept",
    "IND023.found": "{id}: {value}, missed three times in a row (limit {limit})",
    "IND023.why": (
        "Deficits, shares above the rule, a reserve below its floor: once is an exception, three times is how"
        " things are done. Decide."
    ),
    "IND024.title": "Readings do not worsen each time",
    "IND024.found": "{id} worsens each time: from {old} to {new}",
    "IND024.why": (
        "Three steps the wrong way are a trend, even within the tolerance. Write down its cause, and whether to act."
    ),
    "IND025.title": "A red indicator has a decision",
    "IND025.found": "{id} is red since the reading of {date}: undecided",
    "IND025.why": (
        "A gap that nobody decides about is accepted in silence. Name its cause, then act or accept, with a "
        "day to look again."
    ),
}
