"""Words written compactly, spread as the `WORDS` of a family: labels with their examples, and the scenarios' words."""

from collections.abc import Mapping

_UNCHANGEABLE = ("quotes", "history")
"""The parts of a budget line that no scenario replaces."""


def field_words(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Labels by field, and by `FIELD.hint` the examples of the fields that have one (the second of the pair)."""
    labels = {key: entry[0] for key, entry in table.items()}
    hints = {f"{key}.hint": entry[1] for key, entry in table.items() if len(entry) > 1}
    levers = {
        f"scenarios.{part}.{lever}{end}": words[f"scenarios.{lever}{end}"]
        for part in ("budget", "actions")
        for lever in ("excluded", "delay", "scale")
        for words, end in ((labels, ""), (hints, ".hint"))
        if f"scenarios.{lever}{end}" in words
    }
    # An empty field of a scenario leaves the line as it is: the line's own examples would mislead there.
    return with_scenarios(labels) | hints | levers


def with_scenarios(words: Mapping[str, str]) -> dict[str, str]:
    """The same words, those of a budget line once more for the line as a scenario changes it."""
    changed = {
        f"scenarios.{key}": word
        for key, word in words.items()
        if key.startswith("budget.") and key.split(".")[1] not in _UNCHANGEABLE
    }
    return {**changed, **words}
