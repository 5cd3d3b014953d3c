"""What rules ask about objectives and actions, what was found, and why the method asks."""

WORDS: dict[str, str] = {
    "OBJ008.title": "A percentage grows by points",
    "OBJ008.found": "{id}: +{target}% of a percentage: points perhaps?",
    "OBJ008.why": "From 30%, 10% more is 33%; ten points more is 40%. Say which: a level, or an increase in points.",
    "OBJ009.title": "Somebody answers for each objective",
    "OBJ009.found": "Nobody answers for {id}",
    "OBJ009.why": (
        "Actions have somebody in charge; without a name here, nobody says that together they do not suffice."
    ),
    "OBJ010.title": "An objective names what is counted",
    "OBJ010.found": "{id} is a wish as it stands ({field})",
    "OBJ010.why": (
        "Everybody agrees with “improve our image”, and nobody can start on it. Name who does what more often"
        " than today."
    ),
    "OBJ011.title": "A long objective has checkpoints",
    "OBJ011.found": "{id}: no checkpoint until {deadline}",
    "OBJ011.why": (
        "Beyond six months, a gap seen at the end is a gap too late. One value at half-way is enough to steer by."
    ),
    "OBJ012.title": "Checkpoints come before the deadline",
    "OBJ012.found": "{id}: checkpoint of {date}, deadline {deadline}",
    "OBJ012.why": "On the day of the deadline the target itself is judged; what is dated later judges nothing.",
    "OBJ013.title": "Checkpoints lead to the target",
    "OBJ013.found": "{id}: {value}, then {following}: the path goes back",
    "OBJ013.why": (
        "The path is drawn through these values: one that turns back makes good readings look late, or late ones good."
    ),
    "OBJ014.title": "A sub-objective is due before its parent",
    "OBJ014.found": "{id} is due {date}, after {parent} ({deadline})",
    "OBJ014.why": "What is to help reach the parent cannot help once the parent has been judged.",
    "OBJ015.title": "A target is within reach of its baseline",
    "OBJ015.found": "{id}: from {start} to {target}: is it within reach?",
    "OBJ015.why": (
        "Three times as much within a plan happens, after a launch for instance. If so, say in the note what "
        "makes it likely."
    ),
    "OBJ016.title": "A baseline has its date",
    "OBJ016.found": "{id}: the baseline bears no date",
    "OBJ016.why": "The path starts on that day, and whoever reads the plan sees whether the figure is still fresh.",
    "OBJ017.title": "An increase increases",
    "OBJ017.found": "{id} asks for an increase of {target}",
    "OBJ017.why": "If the figure is to fall, say so in its indicator's direction; if it is to hold, choose “maintain”.",
    "OBJ018.title": "A baseline comes before the deadline",
    "OBJ018.found": "{id}: baseline of {date}, deadline {deadline}",
    "OBJ018.why": "There is no way left between the two: one of the dates is a slip.",
    "OBJ019.title": "A target is within the pace of the past",
    "OBJ019.found": "{id}: {target} asks for three times the best pace",
    "OBJ019.why": (
        "Readings show how fast this figure has moved at best. Ask what will be different this year, or take "
        "a nearer target."
    ),
    "TRC005.title": "An objective answers the diagnostic",
    "TRC005.found": "{id} answers no finding",
    "TRC005.why": "An objective that the diagnostic did not call for is a habit, or shows that a finding is missing.",
    "ACT008.title": "A correcting action says where it comes from",
    "ACT008.found": "{id} corrects a gap ({correction}) and does not say so",
    "ACT008.why": (
        "At the end of the year the review asks what was added along the way, and why. Name the correction as"
        " its origin."
    ),
    "ACT009.title": "An action says what is done",
    "ACT009.found": "{id} says neither what is done nor how",
    "ACT009.why": "Whoever is in charge reads it in March and has to know what to do without asking.",
    "ACT010.title": "An action that is over says so",
    "ACT010.found": "{id} ended on {end}: done, or late?",
    "ACT010.why": "Say that it is done or dropped, or move its end: lines and milestones after it wait for an answer.",
    "ACT011.title": "An action that has begun says so",
    "ACT011.found": "{id} was to start on {start} and is still planned",
    "ACT011.why": (
        "Either it has begun, and its status says it, or the start moves, and all that depends on it moves too."
    ),
    "ACT012.title": "An action starts before its objectives are judged",
    "ACT012.found": "{id} starts {start}, objectives judged {deadline}",
    "ACT012.why": (
        "What begins after the deadline cannot change the result: it serves another objective, or the next plan."
    ),
    "ACT013.title": "A long action has milestones",
    "ACT013.found": "{id} lasts over three months without a milestone",
    "ACT013.why": "Dates set before the work starts are kept; those found along the way follow the delay.",
    "ACT014.title": "An action waits for work that will be done",
    "ACT014.found": "{id} waits for {action}, which was dropped",
    "ACT014.why": "It can start without it, or it falls with it: decide before its first day.",
    "ACT015.title": "An action has means",
    "ACT015.found": "{id} has neither money nor days",
    "ACT015.why": "What costs nothing and takes nobody's time does not get done. Enter a line, even of 0, or the days.",
    "ACT016.title": "Milestones come after their action starts",
    "ACT016.found": "{id} is due {due}, before {action} starts",
    "ACT016.why": "Either the action starts earlier than it says, or this step belongs to what prepares it.",
    "TRC004.title": "A dear action is measured",
    "TRC004.found": "{id} takes {share}% of the budget, unmeasured",
    "TRC004.why": "A tenth of the money with nothing to read cannot be defended next year, nor cut with good reason.",
    "OBJ020.title": "Diversification stays a part of the plan",
    "OBJ020.found": "{share}% of the budget goes to diversification ({id})",
    "OBJ020.why": (
        "New products for new markets fail most often. Keep most of the money where either the product or the"
        " customer is known."
    ),
}
