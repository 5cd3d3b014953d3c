"""What rules ask about the budget and its funding, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "BUD016.title": "A line lands within its amount",
    "BUD016.found": "{id} lands at {landing}, for {amount} planned",
    "BUD016.why": "The overrun will come out of another line: choose which one now, or raise this one.",
    "BUD017.title": "Commitments stay within the amount",
    "BUD017.found": "{id}: {committed} committed, {amount} planned",
    "BUD017.why": "What is signed will be paid. The budget shows less than it already owes.",
    "BUD018.title": "Spending stays within what was committed",
    "BUD018.found": "{id}: {spent} spent, {committed} committed",
    "BUD018.why": (
        "Money went out without an order, or the order was not written down: find which before the next invoice."
    ),
    "BUD019.title": "A line lands at what it has cost, or above",
    "BUD019.found": "{id} lands at {landing}, {spent} already spent",
    "BUD019.why": "What is spent does not come back, save for a credit: then enter it as a line of its own.",
    "BUD020.title": "A large estimate has its range",
    "BUD020.found": "{id} is an estimate without low and high",
    "BUD020.why": (
        "An honest estimate is a range. With it, the risk of the whole budget can be told; without, it seems exact."
    ),
    "BUD021.title": "An amount lies within its range",
    "BUD021.found": "{id}: {amount} lies beyond {limit}",
    "BUD021.why": "The figure was changed and its range was not, or the range was copied from another line.",
    "BUD022.title": "An exchange rate has its day",
    "BUD022.found": "{id}: the rate of the {currency} bears no date",
    "BUD022.why": "Rates move several percent in a season. Without the day, nobody knows whether to read it again.",
    "BUD023.title": "Last year is told once",
    "BUD023.found": "{id}: {year} is {kept} there, {last} here",
    "BUD023.why": (
        "A figure that was restated needs its reason: keep the one that was closed, and say in the note what changed."
    ),
    "BUD024.title": "A line follows from its past",
    "BUD024.found": "{id}: {amount}, at most {most} in any year",
    "BUD024.why": (
        "Year after year, what is not spent was taken from something else. Say what makes this year dearer, "
        "or come closer."
    ),
    "BUD025.title": "A line has one chosen quote",
    "BUD025.found": "{id}: {first} and {second} are both chosen",
    "BUD025.why": "Only one of them will be signed; the figure of the line rests on the first alone.",
    "BUD026.title": "A quote holds for some days",
    "BUD026.found": "{id}: quote of {date}, valid until {until}",
    "BUD026.why": "It would have been over before it was written: one of the two dates is a slip.",
    "BUD027.title": "A quote can be found again",
    "BUD027.found": "{id} rests on a quote that nothing names",
    "BUD027.why": "The day somebody doubts the figure, a number or a name is what opens the right folder.",
    "BUD028.title": "A dropped action holds no money",
    "BUD028.found": "{id}: {amount} for {action}, which was dropped",
    "BUD028.why": (
        "The money is free, and still counts in the total. Take the line out, or give it to an action that is done."
    ),
    "BUD029.title": "A cost is entered once",
    "BUD029.found": "{id} is the same line as {first}",
    "BUD029.why": (
        "Same label, action and supplier: a copy counts twice. If there are two costs, call them by two names."
    ),
    "FUN002.title": "The reserve closes above its floor",
    "FUN002.found": "The reserve closes at {closing}, below {floor}",
    "FUN002.why": (
        "The floor is there for the year when income fails. Spend less, find money, or have the floor changed"
        " by who set it."
    ),
    "FUN003.title": "The reserve can bear another such year",
    "FUN003.found": "Another year like this leaves {left} of reserve",
    "FUN003.why": (
        "One deficit is a choice, the same one every year is a habit: next year's plan has to be smaller or "
        "better paid."
    ),
    "FUN004.title": "Funding pays for the budget",
    "FUN004.found": "Funding is {short} short of the budget",
    "FUN004.why": (
        "Somebody will be asked for the difference, or some action will not be done: say which before the "
        "client finds out."
    ),
    "FUN005.title": "More than one hand pays",
    "FUN005.found": "{id} brings {share}% of the year's money",
    "FUN005.why": (
        "If this source fails or changes its mind, the plan stops. Say what would be done first, or look for "
        "a second one."
    ),
    "FUN006.title": "Money from others is promised",
    "FUN006.found": "{share}% of the budget awaits a promise ({id})",
    "FUN006.why": (
        "Until it is written, this money is a hope. Note what is done without it: a scenario takes five minutes."
    ),
    "FUN007.title": "A rate lies between 0 and 100",
    "FUN007.found": "{id} pays {rate}% of what it funds",
    "FUN007.why": "A source pays a part or the whole: above 100 somebody would earn by it, at 0 it is no source.",
    "FUN008.title": "Actions are paid for once",
    "FUN008.found": "{id}: {brought} for actions that cost {cost}",
    "FUN008.why": (
        "Whoever grants money for an action asks for the invoices. What exceeds them goes back, or was to pay"
        " for something else."
    ),
    "FUN009.title": "Funding says where it comes from",
    "FUN009.found": "{id} does not say what kind of money it is",
    "FUN009.why": "Own money, a grant, a partner, income: each comes on its own day, with its own conditions.",
    "FUN010.title": "An action does not live on gifts alone",
    "FUN010.found": "{action} lives on what {id} gives in kind",
    "FUN010.why": (
        "Rooms, people or space that are lent can be taken back. Put a value on them, and say what replaces them."
    ),
}
