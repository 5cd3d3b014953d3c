"""What is said of data that come back."""

WORDS: dict[str, str] = {
    "too_large": "{file}: too large to be the data of a plan.",
    "no_json": "{file}, line {line}: this is no JSON that can be read.",
    "not_ours": "{file}: these data were not exported from a plan.",
    "of_scenario": "{file}: made from scenario {scenario}; only data of the plan itself come back.",
    "key": "{file}: {name} is not known; known: {known}.",
    "problem": "{file}: {path}: {reason}",
    "links": "links are confirmed in the plan, not from a file.",
    "unmarked": "Without its fingerprints the file does not say what was taken away: only what stands in it counts.",
}
