"""Two people at one plan: who has it, what both changed, what to keep."""

WORDS: dict[str, str] = {
    "held": "{who} has been changing this plan since {since}.",
    "on_machine": "{who} on {machine}",
    "somebody": "Somebody",
    "moment": "{day}, {time}",
    "look_only": "Look only",
    "work_on_copy": "Work on a copy, {file}",
    "take_it_over": "Take it over",
    "look_only_mark": "▪ look only",
    "looking_only": "Nothing can be changed now; the palette takes the plan over.",
    "look_only_refused": "Look only: {who} has this plan. The palette takes it over.",
    "on_copy": "A copy of your own now: Ctrl+S saves it as {file}.",
    "taken_over": "The plan is yours to change.",
    "nobody_else": "Nobody else has this plan.",
    "was_taken_over": "Saved in {file}; {who} has taken the plan over meanwhile.",
}
