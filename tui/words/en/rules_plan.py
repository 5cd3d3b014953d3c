"""What rules ask about the sheet, the diagnostic and last year, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "DIA011.title": "Opportunities and threats come from outside",
    "DIA011.found": "{id} is drawn from {origin}, on the other side",
    "DIA011.why": (
        "What the company can change itself is a strength or a weakness. What happens to it is an opportunity"
        " or a threat."
    ),
    "DIA012.title": "The SWOT has its four sides",
    "DIA012.found": "The SWOT has no line of this kind: {choice}",
    "DIA012.why": "A table without weaknesses was filled in to please; one without threats looked inside only.",
    "DIA013.title": "Shares stay within the whole",
    "DIA013.found": "The shares sum to {total}%, above 100",
    "DIA013.why": (
        "They come from different years or scopes. Take one source for all, or leave the doubtful ones empty."
    ),
    "DIA014.title": "Growth and maturity agree",
    "DIA014.found": "Growth of {growth}% does not fit the market's maturity",
    "DIA014.why": (
        "Whether to win customers or to take them from others depends on it. One of the two answers is of another year."
    ),
    "DIA015.title": "A grave change is taken up",
    "DIA015.found": "Nothing takes up {id}, of weight 5",
    "DIA015.why": (
        "It was judged to weigh the most, and stays outside the SWOT and the objectives: take it up, or lower"
        " its weight."
    ),
    "DIA016.title": "What sets a competitor apart is said",
    "DIA016.found": "Nothing says what sets {id} apart",
    "DIA016.why": "A name and an offer do not tell why customers go there. Ask two customers whom you have lost.",
    "REV003.title": "Past actions cost about what was planned",
    "REV003.found": "{count} actions cost far less, such as {id}",
    "REV003.why": (
        "When several cost under three quarters of their plan, the habit is in the planning: look at this year's lines."
    ),
    "REV004.title": "A verdict leaves a lesson",
    "REV004.found": "{id}: no lesson behind the verdict",
    "REV004.why": "In two years somebody will propose the same action. One sentence saves them the same price.",
    "REV005.title": "What was dropped stays dropped",
    "REV005.found": "{id} comes from {past}, which was to be dropped",
    "REV005.why": "Either the verdict was too quick, and it changes, or the action comes back by habit.",
    "REV006.title": "A verdict has its consequence",
    "REV006.found": "{id} was to go on, and nothing follows from it",
    "REV006.why": "Name it as the origin of this year's action, or say that it is dropped after all.",
    "REV007.title": "An overrun has its reason",
    "REV007.found": "{id} cost {over}% more than planned",
    "REV007.why": "Without the lesson, this year's figure carries the same slip.",
    "PLN010.title": "A waiver still holds",
    "PLN010.found": "{id} waived {rule} until {date}",
    "PLN010.why": "Its rule speaks again. Renew it with a reason that still holds, or remove it and see to the matter.",
    "PLN011.title": "A plan is for one year",
    "PLN011.found": "The plan runs from {start} to {end}",
    "PLN011.why": (
        "Last year's results feed the next plan: over two years, nothing is learnt in time. Cut it into yearly plans."
    ),
    "PLN012.title": "Each thing stands in the plan once",
    "PLN012.found": "{id} bears the same name as {first}",
    "PLN012.why": "Two records with one name are a copy, or have two people in charge who do not know of each other.",
    "PLN013.title": "The plan says whom the company serves",
    "PLN013.found": "The mission is not stated yet",
    "PLN013.why": (
        "Put as a clientele to serve, it decides which opportunities are for this company and which are for others."
    ),
    "PLN014.title": "The budget has a ceiling",
    "PLN014.found": "The budget has no ceiling yet",
    "PLN014.why": "Without one, each line is discussed alone, and the sum surprises everybody at the end.",
}
