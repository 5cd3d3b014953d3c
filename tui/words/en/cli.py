"""What the command line says: usage, help, misuse, and what the commands answer."""

WORDS: dict[str, str] = {
    "usage": "Usage: {usage}",
    "commands": "Commands:",
    "options": "Options:",
    "file": "FILE",
    "usage_of.": "planmark [FILE]  or  planmark COMMAND …",
    "usage_of.new": "planmark new FILE [--example NAME] [--from TEMPLATE] [--take-over]",
    "usage_of.check": "planmark check FILE… [--today DATE] [--json]",
    "usage_of.rules": "planmark rules [CODE] [--json]",
    "usage_of.show": "planmark show FILE [SECTION] [--scenario ID] [--json]",
    "usage_of.budget": "planmark budget FILE [--by KIND] [--scenario ID] [--json]",
    "usage_of.dashboard": "planmark dashboard FILE [--today DATE] [--json]",
    "usage_of.risk": "planmark risk FILE [--scenario ID] [--json]",
    "usage_of.trace": "planmark trace FILE [ID] [--money PURPOSE] [OPTION…]",
    "usage_of.what-if": "planmark what-if FILE [CHANGE…] [--save-as ID] [OPTION…]",
    "usage_of.set": "planmark set FILE PATH=VALUE… [--take-over]",
    "usage_of.diff": "planmark diff OLD [NEW] [--scenario ID] [--exit-code] [--json]",
    "usage_of.renew": "planmark renew FILE NEW [--take-over] [--json]",
    "usage_of.export": "planmark export FILE [--to FORMAT] [-o OUT] [OPTION…]",
    "usage_of.import": "planmark import FILE SOURCE [--as KIND] [--yes] [OPTION…]",
    "usage_of.recover": "planmark recover [FILE|FOLDER…] [OPTION…]",
    "usage_of.guide": "planmark guide [TOPIC]",
    "about.": "open the interface on a plan, new if the file is not there",
    "about.new": "write a new plan",
    "about.check": "what plans do not follow of the method",
    "about.rules": "the rules that plans are checked by",
    "about.show": "a plan, or one of its sections",
    "about.budget": "the budget's totals",
    "about.dashboard": "every indicator against its path: gap, trend, landing",
    "about.risk": "where the total may end, and which lines weigh most",
    "about.trace": "what rests on what, from findings to money",
    "about.what-if": "changes tried on the budget, and what they cost",
    "about.set": "edit fields and save",
    "about.diff": "what changed from one plan to another",
    "about.renew": "next year's plan from this one",
    "about.export": "the plan as a document, a sheet, a calendar or data",
    "about.import": "what comes back from outside, as a difference, then taken",
    "about.recover": "what killed sittings and saves left: list, restore, throw away",
    "about.guide": "the guidance on a step or a field",
    "help_of.": (
        "Operational marketing plans in the terminal. A file called like a command is written with its folder: ./new"
    ),
    "help_of.new": (
        "Writes a new plan: next year, in euros, titled as its file. With --from, another plan copied whole under "
        "that title. A file that is there is not overwritten."
    ),
    "help_of.check": (
        "One line a finding: file, severity, rule, field, sentence.\n"
        "Exit status: 0 no error, 1 some errors, 2 an unusable file."
    ),
    "help_of.rules": "Every rule, or one with its reason and the guidance about it.",
    "help_of.show": (
        "SECTION is a section of the file (diagnostic.swot, budget), a record (objectives.O1) or a step (diagnostic)."
        " In JSON: the tables as the file holds them, numbers digit for digit, dates as ISO texts."
    ),
    "help_of.budget": "The total without tax, the tax, with tax, and what is left under the ceiling.",
    "help_of.dashboard": (
        "The dashboard on a day, today unless another is given: the last figure of each indicator, what its path to "
        "the target expected on that day, the gap, the trend, where it will land at its due date. A gap beyond the "
        "tolerance asks for a cause and a decision."
    ),
    "help_of.risk": (
        "From the low and high estimates of the lines, or their quotes: mean, standard deviation, P10 to P90, the "
        "contingency to reach P80, the chance to stay under the ceiling, and the lines by what they weigh. Lines held, "
        "committed, invoiced or paid do not vary."
    ),
    "help_of.trace": (
        "The thread of the plan from findings to money; with an ID, what that record rests on and what rests on it. "
        "✓ a link confirmed, · never confirmed, ⚠ suspect: what it rests on says something else since. ○ is an orphan."
        "\nExit status: 1 when --orphans or --suspect finds some."
    ),
    "help_of.what-if": (
        "Applies the changes in turn and shows the totals before and after, the lines changed, and what loses its "
        "funding. Nothing is written without --save-as.\n"
        "A change: B1=12000, B1=+10%, B1=-500, B1==12*350, A3=excluded, A3=delay:2, A3=scale:80, @day_rate=500. On a "
        "total, category:salons=9000 spreads over its lines. A goal: total<50000, A1<10000, O2>8000, "
        "month:2027-03<4000. In a shell, put quotes round < and >. Numbers are in machine notation (1234.5), in the "
        "plan's prices. Spreads and goals leave held, committed, invoiced and paid lines alone.\n"
        "Exit status: 0 done, 1 out of reach (the nearest is shown, nothing is saved), 2 unusable."
    ),
    "help_of.set": (
        "Each PATH=VALUE edits a field: budget.B1.amount=1200. Numbers, dates and months as in the file (1234.5, "
        "2027-06-30, 2027-03), true or false, lists with commas. PATH= empties a field, or takes a record away; the "
        "path of a record that is not there makes it. In a scenario a signed number is a change (+500, -10%). All the "
        "edits are made, or none."
    ),
    "help_of.diff": (
        "A sentence for each record that differs, under its section: what stood there and what stands there now. The "
        "order of records is no difference. With --scenario both plans are as it sees them; with one plan alone, what "
        "differs is what the scenario changes in it.\n"
        "Exit status: 0, and with --exit-code 1 where something differs; 2 an unusable file."
    ),
    "help_of.renew": (
        "Writes next year's plan into NEW, which must not be there yet. Actions become its review; those dropped stay "
        "behind, the others are planned a year later. What was spent becomes last year's figure and the first amount, "
        "the last readings the baselines. What was carried, dropped and is left to decide is printed. FILE stays "
        "as it is."
    ),
    "help_of.export": (
        "Writes the plan as what somebody else reads. The format is that of --to, else the ending of OUT; without OUT "
        "the file stands beside the plan, under its name. A file that is there is only overwritten with --force.\n"
        "Profiles: client (notes, provenances, estimates, quotes and people's days left out), internal (everything), "
        "board (as for the client, in brief and rounded). The document is in the plan's language unless --lang says "
        "another."
    ),
    "help_of.import": (
        "SOURCE is told by what is in it: budget lines or suppliers' quotes in anybody's CSV or sheet, a French ledger "
        "(FEC), electronic invoices, readings of indicators, an edited copy of a workbook, calendar or data that "
        "export made. What it would change is shown in the plan's words, with what is not taken and why; --yes takes "
        "it and saves. Totals are checked against their lines, never taken for lines. KIND is workbook, lines, quotes, "
        "ledger, invoice, readings, dates or json.\n"
        "What a file's columns mean is shown, and remembered for the next file like it; --save-mapping writes it into "
        "a file that --mapping reads.\n"
        "Exit status: 0 done, 1 something was not taken or does not agree, 2 a file or a cell that cannot be read: "
        "nothing is taken then."
    ),
    "help_of.recover": (
        "Lists the sittings that ended without saving, and beside the plans named (or in the folders) the temporary "
        "files of killed saves and the locks of processes that are gone.\n"
        "--restore writes the recovered plan into FILE as a save does, refused where the file was written since (exit "
        "status 2); -o writes another file, which must not be there yet. Texts half typed are printed. --discard "
        "removes what is left of FILE. Of several, the newest is restored. One in use is left alone (exit status 2)."
    ),
    "help_of.guide": (
        "TOPIC is a page (objectives), a section of a page (objectives#deadline), the path of a field, or words of a "
        "heading. Without one, the list of topics."
    ),
    "option.--example": "--example NAME",
    "option.--from": "--from TEMPLATE",
    "option.--money": "--money PURPOSE",
    "option.--orphans": "--orphans",
    "option.--suspect": "--suspect",
    "option.--today": "--today DATE",
    "option.--scenario": "--scenario ID",
    "option.--strategy": "--strategy HOW",
    "option.--save-as": "--save-as ID",
    "option.--yes": "--yes",
    "option.--as": "--as KIND",
    "option.--map": '--map "COLUMN=FIELD"',
    "option.--mapping": "--mapping FILE",
    "option.--save-mapping": "--save-mapping FILE",
    "option.--take-over": "--take-over",
    "option.--by": "--by KIND",
    "option.--to": "--to FORMAT",
    "option.--force": "--force",
    "option.--machine": "--machine",
    "option.--profile": "--profile NAME",
    "option.--template": "--template FILE",
    "option.--list": "--list",
    "option.--restore": "--restore FILE",
    "option.--discard": "--discard FILE",
    "option.-o": "-o OUT",
    "option.--exit-code": "--exit-code",
    "option.--json": "--json",
    "option.--lang": "--lang fr|en",
    "option.--help": "-h, --help",
    "option.--version": "--version",
    "about.--example": "twin-cities-gateway (English) or suisse-tourisme (French)",
    "about.--from": "a plan to copy",
    "about.--today": "as if it were this day (2027-06-30)",
    "about.--scenario": "the plan as this scenario sees it",
    "about.--strategy": "how a goal is sought: pro-rata, priority (lowest first) or fewest (lines)",
    "about.--save-as": "keep the differences in the plan as a new scenario",
    "about.--as": "read it as this kind of file, whatever it looks like",
    "about.--map": "what one column means; nothing behind the = leaves it out; repeatable",
    "about.--mapping": "what its columns mean, as --save-mapping has written it",
    "about.--save-mapping": "write what its columns mean into this file",
    "about.--yes": "take the changes and save",
    "about.--take-over": "write even though somebody else is changing the plan",
    "about.--by": "category, group, action, objective, segment, supplier, source, status or month",
    "about.--money": "the budget by finding, objective, segment or channel",
    "about.--orphans": "where the thread is cut, both ways",
    "about.--suspect": "the links to look at again",
    "about.--to": "the format: html, pdf, docx, pptx, xlsx, md, csv, ics, json",
    "about.--force": "writes over a file that is there",
    "about.--machine": "csv: in the notation of programs (commas, points, UTF-8 without a mark)",
    "about.--profile": "for whom: client, internal or board",
    "about.--template": "docx, pptx: the client's own (.dotx and .potx too): its styles, headers, layouts",
    "about.--list": "what is left (also without any option)",
    "about.--restore": "write the recovered plan into this file",
    "about.--discard": "throw away what is left of this file",
    "about.-o": "the file to write",
    "about.--exit-code": "exit with 1 where something differs",
    "about.--json": "answer a program rather than a person",
    "about.--lang": "the language to speak",
    "about.--help": "this help",
    "about.--version": "which Planmark this is",
    "usage.map": "{option} {word}: expected: COLUMN=FIELD",
    "usage.language": "{word} is not a language it speaks ({known})",
    "usage.option_unknown": "no option {option} here",
    "usage.option_near": "no option {option} here; did you mean {near}?",
    "usage.option_plain": "{option} takes no value",
    "usage.option_bare": "{option} needs a value",
    "usage.too_few": "something is missing",
    "usage.too_many": "one thing too many: {word}",
    "usage.command_unknown": "no command {word}",
    "usage.command_near": "no command {word}; did you mean {near}? (A file of that name is written ./{word})",
    "usage.date": "{option} takes a date such as 2027-06-30, not {word}",
    "usage.either": "{one} or {other}, not both",
    "usage.value": "{option} does not know {word}; it knows {known}",
    "usage.assignment": "{word} is not of the form PATH=VALUE",
    "held": (
        "{file}: {who} has been changing this plan since {since}; nothing was saved. --take-over writes all the same."
    ),
    "not_printed": "the answer could not be written.",
    "diff.none": "Nothing differs.",
    "diff.links": "Confirmed links",
    "new.made": "{file} is there: planmark {file} opens it.",
    "set.saved": "{file} saved: {paths}.",
    "set.kept": " The file as it was, with its comments, is kept beside it (.bak).",
    "set.unchanged": "{file}: nothing to change.",
    "severity.error": "error",
    "severity.warning": "warning",
    "severity.advice": "advice",
    "severity.waived": "waived",
    "count.more": "… and {n} more, which --json tells.",
    "count.none": "nothing found.",
    "count.error.one": "{n} error",
    "count.error.other": "{n} errors",
    "count.warning.one": "{n} warning",
    "count.warning.other": "{n} warnings",
    "count.advice.one": "{n} piece of advice",
    "count.advice.other": "{n} pieces of advice",
    "count.waived.one": "{n} waived",
    "count.waived.other": "{n} waived",
    "family.PLN": "the plan and its links",
    "family.DIA": "diagnostic",
    "family.REV": "last year",
    "family.SEG": "segments",
    "family.DEC": "decisions",
    "family.OBJ": "objectives",
    "family.ACT": "actions",
    "family.BUD": "budget",
    "family.FUN": "funding",
    "family.IND": "indicators",
    "family.TRC": "from findings to money",
    "family.ORI": "customer orientation",
    "family.PUR": "purchases",
    "rules.unknown": "no rule {code}.",
    "rules.near": "no rule {code}; did you mean {near}?",
    "show.unknown": "a plan has no section {section}. Its sections: {known}.",
    "show.near": "a plan has no section {section}; did you mean {near}?",
    "show.absent": "{path} is not in this plan.",
    "show.empty": "(nothing yet)",
    "scenario.unknown": "no scenario {id} in this plan. Its scenarios: {known}.",
    "scenario.none": "no scenario {id}: this plan has none.",
    "scenario.seen": "Scenario: {name}",
    "budget.excl_tax": "excl. tax",
    "budget.tax": "tax",
    "budget.incl_tax": "incl. tax",
    "budget.by.category": "Category",
    "budget.by.group": "Group",
    "budget.by.action": "Action",
    "budget.by.objective": "Objective",
    "budget.by.segment": "Segment",
    "budget.by.supplier": "Supplier",
    "budget.by.source": "Source",
    "budget.by.status": "Status",
    "budget.by.month": "Month",
    "budget.nothing": "(none)",
    "budget.total": "Total",
    "budget.base": "Without the scenario",
    "budget.difference": "Difference",
    "budget.left": "Ceiling: {ceiling} {side}; {left} left.",
    "budget.over": "Ceiling: {ceiling} {side}; {over} too much.",
    "budget.lines.one": "{n} line",
    "budget.lines.other": "{n} lines",
    "what_if.unreadable": "{word} is no change: B1=12000, A3=excluded, @day_rate=500, total<50000…",
    "what_if.unknown": "nothing in the budget is called {word}.",
    "what_if.unknown_near": "nothing in the budget is called {word}; did you mean {near}?",
    "what_if.total_lever": "{word} cannot be left out, delayed or scaled: only a line or an action can.",
    "what_if.formula": "{word}: {reason}",
    "what_if.before": "Before",
    "what_if.after": "After",
    "what_if.difference": "Difference",
    "what_if.lines": "Lines ({side})",
    "what_if.no_line": "No line's amount changes.",
    "what_if.excluded": "{name}: left out.",
    "what_if.delay.one": "{name}: {n} month later.",
    "what_if.delay.other": "{name}: {n} months later.",
    "what_if.sooner.one": "{name}: {n} month sooner.",
    "what_if.sooner.other": "{name}: {n} months sooner.",
    "what_if.scale": "{name}: at {n}%.",
    "what_if.driver": "{name}: {before} becomes {after}.",
    "what_if.goal": "{text} is out of reach: at the nearest, {nearest} ({missing} away).",
    "what_if.spread": "{text} cannot be spread: at the nearest, {nearest} ({missing} away).",
    "what_if.objective_unfunded": "{name} has no funded action any more.",
    "what_if.indicator_without_action": "{name} has nothing left to measure: {because} is no longer funded.",
    "what_if.indicator_without_objective": "{name} has nothing left to measure: {because} is no longer funded.",
    "what_if.milestone_moot": "{name} has no purpose any more: {because} is no longer funded.",
    "what_if.segment_unserved": "No funded action serves {name} any more.",
    "what_if.saved": "Scenario {id} saved in {file}.",
    "what_if.not_saved": "Nothing saved.",
    "guide.unknown": "no guidance on {topic}.",
    "guide.near": "no guidance on {topic}. Near it:",
    "guide.several": "{topic} is in several places:",
}
