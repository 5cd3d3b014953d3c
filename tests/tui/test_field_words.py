"""Every field, choice and section of the catalogue has its words, in both languages, and they fit where they stand."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from model.catalogue import FieldSpec, fields, sections
from model.record import Record
from model.standing import STANDING
from tui.editing.slots import COMPANIONS
from tui.formats.values import Reader
from tui.words import LANGUAGES, Language, Words, catalogue

LABEL_WIDTH, HINT_WIDTH, CHOICE_WIDTH, TITLE_WIDTH, EMPTY_WIDTH = 14, 38, 22, 40, 70
FAMILIES = ("fields", "choices", "sections")
STEPS = ("plan", "diagnostic", "objectives", "actions", "budget", "indicators", "master", "review")
STEP_WIDTH = 16
TITLES = {f"{section}.{id_}" for section, ids in STANDING.items() for id_ in ids}
LEVERS = ("excluded", "delay", "scale")
FORMATS = ("date", "dates", "month", "amount", "percent")
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def specs_of(path: str, record: type[Record]) -> Iterator[tuple[str, FieldSpec]]:
    """Every place of a record that has a label: its fields, the columns of its tables, the records nested in it."""
    for spec in fields(record).values():
        key = f"{path}.{spec.name}"
        yield key, spec
        for part in (spec.key, spec.value):
            if part is not None:
                yield f"{key}.{'key' if part is spec.key else 'value'}", part
        companion = fields(record).get(COMPANIONS.get(spec.name, ""))
        if companion is not None and companion.value is not None:
            yield f"{key}.note", companion.value
        if spec.record is not None:
            yield from specs_of(key, spec.record)


def all_specs() -> dict[str, FieldSpec]:
    return {key: spec for path, section in sections().items() for key, spec in specs_of(path, section.record)}


def tables() -> set[str]:
    """The sections that are lists, those within a record included."""
    nested = {key for key, spec in all_specs().items() if spec.kind == "records"}
    return nested | {path for path, section in sections().items() if section.is_table}


def split_hints(language: Language) -> tuple[dict[str, str], dict[str, str]]:
    """The labels of the fields, and their examples by the key of the field."""
    words = catalogue(language, "fields")
    hints = {key.removesuffix(".hint"): word for key, word in words.items() if key.endswith(".hint")}
    return {key: word for key, word in words.items() if not key.endswith(".hint")}, hints


@pytest.mark.parametrize("family", FAMILIES)
def test_both_languages_have_the_same_keys(family: str) -> None:
    """Changing language loses no word."""
    assert catalogue("fr", family).keys() == catalogue("en", family).keys()


@both_languages
def test_every_field_has_its_label_and_no_label_is_orphan(language: Language) -> None:
    """The labels are those of the catalogue's fields, the name of a driver and the levers of a scenario."""
    expected = {*all_specs(), "drivers.id", *(f"scenarios.{lever}" for lever in LEVERS)}
    assert split_hints(language)[0].keys() == expected


@both_languages
def test_every_example_belongs_to_a_field(language: Language) -> None:
    """An example is the example of something."""
    labels, hints = split_hints(language)
    assert hints.keys() - labels.keys() == set()


@both_languages
def test_every_choice_has_its_word_and_no_word_is_orphan(language: Language) -> None:
    """The words are those of the catalogue's choices, yes and no, the sixteen decisions and the twelve questions."""
    values = {f"{key}.{value}" for key, spec in all_specs().items() for value in spec.choices}
    assert catalogue(language, "choices").keys() == values | TITLES | {"flag.yes", "flag.no"}


@both_languages
def test_every_section_has_its_names_and_no_name_is_orphan(language: Language) -> None:
    """A list has a plural, a singular, a command and a sentence; a single record the first two; a step its name."""
    named = {f"{path}{end}" for path in {*sections(), *tables()} for end in ("", ".one")}
    listed = {f"{path}{end}" for path in tables() for end in (".new", ".empty")}
    assert catalogue(language, "sections").keys() == named | listed | {f"step.{step}" for step in STEPS}


@both_languages
def test_labels_stand_in_their_column(language: Language) -> None:
    """A label is a capital and at most fourteen characters, without colon or abbreviating dot."""
    labels, _ = split_hints(language)
    assert [word for word in labels.values() if len(word) > LABEL_WIDTH or not word[0].isupper()] == []
    assert [word for word in labels.values() if re.search(r"[:.]", word)] == []


@both_languages
@pytest.mark.parametrize("path", sections())
def test_labels_of_a_form_are_all_different(language: Language, path: str) -> None:
    """Two fields of one form never carry the same label."""
    labels = [catalogue(language, "fields")[f"{path}.{name}"] for name in fields(sections()[path].record)]
    assert [label for label in set(labels) if labels.count(label) > 1] == []


@both_languages
def test_examples_fit_an_empty_field(language: Language) -> None:
    """An example takes at most thirty-eight characters and is no sentence with a full stop."""
    _, hints = split_hints(language)
    assert [hint for hint in hints.values() if len(hint) > HINT_WIDTH or not hint or hint.endswith(".")] == []


@both_languages
def test_what_an_example_shows_can_be_typed(language: Language) -> None:
    """The dates, months, amounts and percentages of the examples are accepted as they stand."""
    reader = Reader(Words(language), language, (date(2027, 1, 1), date(2027, 12, 31)))
    _, hints = split_hints(language)
    specs = {key: spec for key, spec in all_specs().items() if spec.kind in FORMATS and not key.startswith("scenarios")}
    shown = [(specs[key], hint) for key, hint in hints.items() if key in specs and re.search(r"\d", hint)]
    values = [reader.parsed(spec, part) for spec, hint in shown for part in re.split(r", | ou | or ", hint)]
    assert len(values) > len(shown) > len(specs) // 2
    assert None not in values


@both_languages
def test_choices_are_short_and_lower_case(language: Language) -> None:
    """A choice is a word or three in lower case, English names of languages apart; what always stands has a title."""
    words = catalogue(language, "choices")
    assert [word for key, word in words.items() if len(word) > (TITLE_WIDTH if key in TITLES else CHOICE_WIDTH)] == []
    proper = TITLES | {"plan.language.fr", "plan.language.en"}
    assert [word for key, word in words.items() if key not in proper and not word[0].islower()] == []
    assert [words[key] for key in TITLES if not words[key][0].isupper()] == []


@both_languages
def test_choices_of_a_field_are_all_different(language: Language) -> None:
    """Two values of one field never read the same."""
    words = catalogue(language, "choices")
    for key, spec in all_specs().items():
        assert len({words[f"{key}.{value}"] for value in spec.choices}) == len(spec.choices), key


@both_languages
def test_names_of_sections_fit_tabs_and_sentences(language: Language) -> None:
    """A tab takes fourteen characters, a step sixteen; the singular starts in lower case, a command with a capital."""
    words = catalogue(language, "sections")
    ends = {end: [word for key, word in words.items() if key.endswith(end)] for end in (".one", ".new", ".empty")}
    names = {key: word for key, word in words.items() if not key.endswith((".one", ".new", ".empty"))}
    widths = {key: STEP_WIDTH if key.startswith("step.") else LABEL_WIDTH for key in names}
    assert [name for key, name in names.items() if len(name) > widths[key] or not name[0].isupper()] == []
    assert [word for word in ends[".one"] if not word[0].islower()] == []
    assert [word for word in ends[".new"] if not word.startswith({"fr": "Nouve", "en": "New "}[language])] == []


@both_languages
def test_an_empty_list_says_how_to_begin(language: Language) -> None:
    """The sentence of an empty list is one line long and names the key that adds a record."""
    sentences = [word for key, word in catalogue(language, "sections").items() if key.endswith(".empty")]
    key = {"fr": r"\bInser\b", "en": r"\bInsert\b"}[language]
    assert [text for text in sentences if len(text) > EMPTY_WIDTH or not text.endswith(".")] == []
    assert [text for text in sentences if not re.search(key, text)] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_french_signs_follow_a_narrow_no_break_space(family: str) -> None:
    """French puts a narrow no-break space before `; : ! ? %` and between thousands, never a plain one or none."""
    # A change typed in a scenario is shown as it is typed: `-10%`.
    texts = [word.replace("-10%", "") for word in catalogue("fr", family).values()]
    assert [text for text in texts if re.search(r"[ \u00a0][;:!?%]|[^\W_][;:!?%]|\d[ \u00a0]\d{3}", text)] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_english_signs_follow_their_word(family: str) -> None:
    """English puts no space before `; : ! ?`, nor between a number and its percent sign."""
    texts = catalogue("en", family).values()
    assert [text for text in texts if re.search(r"\s[;:!?]|\d\s%|[\u202f\u00a0]", text)] == []
