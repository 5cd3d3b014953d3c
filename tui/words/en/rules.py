"""What each rule asks for, what was found, and why the method asks."""

from tui.words.en import rules_master, rules_money, rules_objectives, rules_plan, rules_readings

WORDS: dict[str, str] = {
    **rules_plan.WORDS,
    **rules_objectives.WORDS,
    **rules_money.WORDS,
    **rules_readings.WORDS,
    **rules_master.WORDS,
    "PLN001.title": "What is required is filled in",
    "PLN001.found": "{id}: {field} is missing",
    "PLN001.why": (
        "The plan cannot be read or steered without it: other screens, the totals or the deliverables lean "
        "on this field."
    ),
    "PLN002.title": "An id names a record of the plan",
    "PLN002.found": "{id}: {name} names nothing here ({field})",
    "PLN002.why": (
        "A link that leads nowhere breaks the thread from finding to money. Choose a record of the list, or "
        "empty the field."
    ),
    "PLN003.title": "No chain comes back to its start",
    "PLN003.found": "{id} comes back to itself through {through}",
    "PLN003.why": (
        "In a loop nothing comes first: no tree of objectives, no order of actions, no amount can be worked "
        "out from it."
    ),
    "PLN004.title": "An end comes after its start",
    "PLN004.found": "{id} ends ({end}) before it starts ({start})",
    "PLN004.why": "Costs are spread between the two, and the timeline is drawn from one to the other.",
    "PLN005.title": "Dates fall within the plan's year",
    "PLN005.found": "{id}: {date} falls outside the plan's year",
    "PLN005.why": (
        "An operational plan is for one year. What runs past it belongs to the next plan, or the date is a slip."
    ),
    "PLN006.title": "A waiver silences a rule that exists",
    "PLN006.found": "{id} silences {rule}, which is no rule",
    "PLN006.why": "A waiver with a mistyped code silences nothing, and whoever signed it believes the matter settled.",
    "PLN007.title": "Whoever leads the work has no authority over it",
    "PLN007.found": "{id} leads the work and has authority over members",
    "PLN007.why": (
        "People speak freely when the one who leads the sessions is not their superior. Give the part to somebody else."
    ),
    "DIA001.title": "The market is described",
    "DIA001.found": "The market is not described yet",
    "DIA001.why": "Its size, growth and maturity decide whether an objective is modest or out of reach.",
    "DIA002.title": "The competitors are named",
    "DIA002.found": "No competitor is named yet",
    "DIA002.why": "A difference can only be shown against somebody. Two or three names are enough to begin with.",
    "DIA003.title": "The offers concerned are listed",
    "DIA003.found": "No offer is listed yet",
    "DIA003.why": "Actions promote something: without the offers, nobody can tell what the budget is meant to sell.",
    "DIA004.title": "The plan says whom it is for",
    "DIA004.found": "No segment is described yet",
    "DIA004.why": "Profile, expectations and way of buying decide the rest: the policy, the offer, the media.",
    "DIA005.title": "The pricing strategy is stated",
    "DIA005.found": "The pricing strategy is not stated yet",
    "DIA005.why": (
        "Winning share and raising margin do not call for the same prices; actions must know which one is sought."
    ),
    "DIA006.title": "The means of communication are listed",
    "DIA006.found": "No means of communication is listed yet",
    "DIA006.why": "What is already at hand costs less than what has to be bought. List it before choosing actions.",
    "DIA007.title": "The distribution channels are listed",
    "DIA007.found": "No distribution channel is listed yet",
    "DIA007.why": "Demand with nowhere to buy is lost. Say where and through whom the offer reaches its customers.",
    "DIA008.title": "The diagnostic is summed up in a SWOT",
    "DIA008.found": "The SWOT is empty",
    "DIA008.why": "Objectives answer its lines. Without it, nobody can show what they come from.",
    "DIA009.title": "The wider environment is looked at (PESTEL)",
    "DIA009.found": "The PESTEL is empty",
    "DIA009.why": (
        "A law or a habit that changes can undo a good plan. One line for each factor that matters is enough."
    ),
    "DIA010.title": "A SWOT item rests on evidence",
    "DIA010.found": "{id} rests on no evidence",
    "DIA010.why": (
        "A figure, a study or a finding of the diagnostic tells a fact from an opinion shared around the table."
    ),
    "REV001.title": "Each action of last year has its verdict",
    "REV001.found": "{id} has no verdict",
    "REV001.why": "Repeat, correct or drop: without a decision, last year's action comes back out of habit.",
    "REV002.title": "Last year's actions are looked at",
    "REV002.found": "Last year's actions are not reviewed",
    "REV002.why": (
        "What was obtained and what it cost is the cheapest study there is. A first plan can waive this rule."
    ),
    "SEG001.title": "A segment says how its customers buy",
    "SEG001.found": "{id} does not say how these customers buy",
    "SEG001.why": (
        "Two groups who buy in the same way are one segment. The way of buying decides the policy and the offer."
    ),
    "SEG002.title": "A segment has a policy of its own",
    "SEG002.found": "{id} has no policy of its own",
    "SEG002.why": (
        "A segment treated like all the others did not need to be told apart. Say no to it as a target, or "
        "give it a policy."
    ),
    "SEG003.title": "A segment has an adapted offer",
    "SEG003.found": "{id} has no adapted offer",
    "SEG003.why": "The offer is how the buyer sees the policy: without it, the policy stays on paper.",
    "SEG004.title": "The satisfaction of a target segment is measured",
    "SEG004.found": "{id}: nothing measures satisfaction",
    "SEG004.why": (
        "The plan should leave customers more satisfied than before. Say what will show it, or tie an indicator."
    ),
    "OBJ001.title": "An objective has a deadline",
    "OBJ001.found": "{id} has no deadline",
    "OBJ001.why": "Without a date no reading can be late, so nothing gets put right in time.",
    "OBJ002.title": "An objective can be measured",
    "OBJ002.found": "{id} cannot be measured ({field} is missing)",
    "OBJ002.why": "If nobody can say what is counted and how much is wanted, nobody can say that it was reached.",
    "OBJ003.title": "A qualitative objective still says how it is judged",
    "OBJ003.found": "{id} stays qualitative ({field} is empty)",
    "OBJ003.why": "Some aims resist counting. Even so, a scale or a yes-or-no test keeps the debate short on the day.",
    "OBJ004.title": "A target is better than where one stands",
    "OBJ004.found": "{id} aims at {target}, worse than {start}",
    "OBJ004.why": "Either the target has already been passed, or its indicator goes the other way.",
    "OBJ005.title": "A range has two ends, the upper above the lower",
    "OBJ005.found": "{id}: upper end missing, or below the lower",
    "OBJ005.why": "With a single end it is a threshold; with the ends crossed, no reading can fall within.",
    "OBJ006.title": "An objective says where it starts from",
    "OBJ006.found": "{id} does not say where it starts from",
    "OBJ006.why": (
        "The path to the target is drawn from this point; without it, the share achieved cannot be worked out."
    ),
    "OBJ007.title": "A plan has objectives",
    "OBJ007.found": "There is no objective yet",
    "OBJ007.why": "Actions, money and indicators all follow from one. Start from the SWOT lines that weigh most.",
    "ACT001.title": "An action serves an objective",
    "ACT001.found": "{id} serves no objective",
    "ACT001.why": "An action without an objective cannot succeed or fail: its result has nothing to be judged against.",
    "ACT002.title": "Somebody is in charge of each action",
    "ACT002.found": "Nobody is in charge of {id}",
    "ACT002.why": "One name, and one alone: when two people are in charge, each waits for the other.",
    "ACT003.title": "An action in progress has milestones",
    "ACT003.found": "{id} is in progress without a milestone",
    "ACT003.why": "Between the first day and the last, only a dated step shows whether things are on time.",
    "ACT004.title": "Milestones come before their action ends",
    "ACT004.found": "{id} is due {due}, after {action} ends",
    "ACT004.why": "Either the action lasts longer than it says, or the milestone belongs to another one.",
    "ACT005.title": "An action says when it starts",
    "ACT005.found": "{id} does not say when it starts",
    "ACT005.why": "Without a start there is no bar on the timeline, and its costs spread over the whole year.",
    "ACT006.title": "A milestone is reached on its day",
    "ACT006.found": "{id} was due {due} and is not done",
    "ACT006.why": "Enter the day it was done, or set another date and look at what it delays.",
    "ACT007.title": "An action starts after those it depends on",
    "ACT007.found": "{id} starts before {action} ends ({end})",
    "ACT007.why": "One of the two dates does not hold, or the dependency is only in part.",
    "BUD001.title": "The total stays under the ceiling",
    "BUD001.found": "The total is {over} above the ceiling",
    "BUD001.why": "The plan exceeds the envelope that it was given: cut, or have the envelope raised.",
    "BUD002.title": "A line rests on something",
    "BUD002.found": "{id} rests on nothing",
    "BUD002.why": "A quote, last year's figure, a contract; failing these, an estimate that is called one.",
    "BUD003.title": "Shares sum to 100",
    "BUD003.found": "{id}: the shares sum to {total}, not to 100",
    "BUD003.why": (
        "Part of the cost would be counted for no action, or twice. Meanwhile the shares are used as weights."
    ),
    "BUD004.title": "A line has one form of amount",
    "BUD004.found": "{id} holds two forms of amount",
    "BUD004.why": (
        "An amount, a unit cost, or months: the first of these that is there counts, and the others mislead the reader."
    ),
    "BUD005.title": "A line has an amount",
    "BUD005.found": "{id} has no amount",
    "BUD005.why": "It counts 0 until somebody finds out. If nothing will be paid, type 0: it says so.",
    "BUD006.title": "A quote is still valid",
    "BUD006.found": "{id}: the quote was valid until {date}",
    "BUD006.why": (
        "Past this day the supplier is no longer bound by the price. Ask for the quote again, or commit in time."
    ),
    "BUD007.title": "No supplier holds the budget alone",
    "BUD007.found": "{supplier} takes {share}% of the budget",
    "BUD007.why": (
        "If this firm fails or raises its prices, most of the plan goes with it. A second name on file costs little."
    ),
    "BUD008.title": "A formula can be computed",
    "BUD008.found": "{id}: the formula cannot be computed ({field})",
    "BUD008.why": "It counts 0 meanwhile. Look for a mistyped sign, a division by zero, or a driver without a value.",
    "BUD009.title": "A line in another currency has an exchange rate",
    "BUD009.found": "{id} is in {currency} without an exchange rate",
    "BUD009.why": "Two currencies do not add up. Enter the rate, and the day it was read.",
    "BUD010.title": "The low estimate is below the high one",
    "BUD010.found": "{id}: low estimate {low} above high {high}",
    "BUD010.why": "With the ends crossed, no range can be given for the total.",
    "BUD011.title": "A plan has a budget",
    "BUD011.found": "There is no budget line yet",
    "BUD011.why": "Every item of expense belongs here, even the small ones and those paid by somebody else.",
    "BUD012.title": "A large line is compared on three quotes",
    "BUD012.found": "{id} is over 5% of the budget, with {count} quotes out of 3",
    "BUD012.why": "A price alone cannot be judged. Ask two others to quote on the same description before committing.",
    "BUD013.title": "A line is worth its chosen quote",
    "BUD013.found": "{id}: {amount} in the budget, {quoted} in the chosen quote",
    "BUD013.why": (
        'One of the two is out of date. Take the quote again (command "Choose a quote"), or choose another one.'
    ),
    "BUD014.title": "A dearer quote has its reason",
    "BUD014.found": "{id}: quote chosen at {chosen}, another is at {low}",
    "BUD014.why": (
        "Delivery, quality, service: the reason is often good, and the client's first question. Write it in the note."
    ),
    "BUD015.title": "A line carried over stays close to last year",
    "BUD015.found": "{id}: {rise}% above last year",
    "BUD015.why": (
        "Beyond 25%, last year is no longer what the figure rests on. Ask for a quote, or call it an estimate."
    ),
    "FUN001.title": "Funding says how much it brings",
    "FUN001.found": "{id} says neither amount nor rate",
    "FUN001.why": "Money without a figure cannot face any expense.",
    "IND001.title": "An indicator measures each objective",
    "IND001.found": "No indicator measures {id}",
    "IND001.why": "An objective that nobody reads is found to be missed when it is too late to act.",
    "IND002.title": "Readings in a row differ",
    "IND002.found": "{id}: readings of {first} and {second} are alike",
    "IND002.why": "Exactly the same figure twice is possible, and more often a copy. Look at the source once more.",
    "IND003.title": "Somebody reads an indicator, at a set rhythm",
    "IND003.found": "{id}: {field} is missing",
    "IND003.why": "A reading that is everybody's task, or due at no set time, is not taken.",
    "IND004.title": "A reading is of a day gone by",
    "IND004.found": "{id}: reading dated {date}, still to come",
    "IND004.why": "A figure for a day to come is a forecast or a slip of the year.",
    "IND005.title": "An indicator follows from an objective",
    "IND005.found": "{id} follows from no objective and no action",
    "IND005.why": "What can be counted is endless; only what tells of an objective is worth the time of reading it.",
    "IND006.title": "A decision to act leads to an action",
    "IND006.found": "{id} decides to act, and names no action",
    "IND006.why": "The gap on {indicator} stays open until an action, with somebody in charge, takes it up.",
    "TRC001.title": "Each line of the SWOT is answered or set aside",
    "TRC001.found": "Nothing answers {id}",
    "TRC001.why": (
        "Let an objective or a decision answer it, or say why nobody will: a known choice is not an oversight."
    ),
    "TRC002.title": "Money serves an objective",
    "TRC002.found": "{id}: {amount} serves no objective",
    "TRC002.why": "Tie the line to an action that serves one. What then serves nothing is the first place to cut.",
    "TRC003.title": "An action serves each objective",
    "TRC003.found": "No action serves {id}",
    "TRC003.why": "A target that no work leads to is a wish. Give it an action, or sub-objectives that have some.",
    "TRC010.title": "A link still rests on what is said",
    "TRC010.found": "{id} rests on {name}, which says something else now",
    "TRC010.why": (
        "The link was confirmed on another wording. Read both again: confirm it as it stands (c in the trace), or "
        "change what followed from it."
    ),
    "TRC011.title": "A link that was confirmed is still there",
    "TRC011.found": "{name}: this link is no longer there",
    "TRC011.why": "Its fingerprint stayed behind after an edit by hand. It says nothing any more: take it away.",
}
