"""The guidance agrees with the rest of the product: with the rules that send to it, and with the words of the forms."""

import re

import pytest

from guides.loader import LANGUAGES, page, section, topic_for
from model.catalogue import FieldSpec, fields, sections
from model.checks import RULES
from model.checks.guidance import guide_to
from model.standing import STANDING
from tui.commands import BY_ID, COMMANDS
from tui.words import Language, Words


def choice_fields() -> dict[str, FieldSpec]:
    """The choices of the forms that have guidance, by their catalogue paths; a currency's three letters are none."""
    found = {
        f"{path}.{field.name}": field
        for path, spec in sections().items()
        for field in fields(spec.record).values()
        if field.kind == "choice"
    }
    return {path: field for path, field in found.items() if topic_for(path)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_sends_to_a_section_that_exists(language: str) -> None:
    """A finding always has an explanation to read."""
    assert [code for code, rule in RULES.items() if section(language, rule.guide) is None] == []


def test_the_checker_and_the_guidance_agree_on_where_a_field_is_explained() -> None:
    """A finding at a field sends to the section that the form shows for it."""
    paths = [
        f"{path}.X1.{name}" if spec.is_table else f"{path}.{name}"
        for path, spec in sections().items()
        for name in fields(spec.record)
    ]
    assert [path for path in paths if topic_for(path) not in (None, guide_to(path))] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_guidance_of_a_choice_names_what_is_chosen_from(language: Language) -> None:
    """A reader finds in the guidance the very words of the list: each choice's first word stands in its section."""
    words, missing = Words(language), []
    for path, field in choice_fields().items():
        found = section(language, topic_for(path) or "")
        assert found is not None
        text = " ".join(block.text for block in found.blocks).lower()
        for choice in field.choices:
            first = re.split(r"[^\w-]", words(f"choices.{path}.{choice}").lower())[0]
            if first not in text:
                missing.append(f"{path}.{choice}: {first}")
    assert missing == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("section_path", STANDING)
def test_a_decision_and_a_question_bear_their_name_in_the_guidance(section_path: str, language: Language) -> None:
    """Whoever reads of a decision or a question finds it in the list by the same words."""
    words = Words(language)
    for id_ in STANDING[section_path]:
        found = section(language, topic_for(f"{section_path}.{id_}") or "")
        assert found is not None
        assert found.title == words(f"choices.{section_path}.{id_}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_what_if_is_told_by_the_keys_of_the_grid(language: str) -> None:
    """The letters on the page are those of the commands that it speaks of."""
    told = page(language, "what-if").sections.values()
    keys = {span.text for each in told for block in each.blocks for span in block.spans if span.strong}
    levers = ("exclude", "exclude_action", "delay", "delay_action", "scale", "hold", "group", "columns", "again")
    assert {BY_ID[id_].letter for id_ in (*levers, "scenario_menu", "compare", "promote")} <= keys
    # `m` is a key of the goal's sheet.
    assert {key for key in keys if len(key) == 1} <= {"m", *(command.letter for command in COMMANDS)}
