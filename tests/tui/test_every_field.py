"""All fields of the contract, for every section with a form, can be typed, changed and removed by keys."""

import pytest

from model.catalogue import FieldSpec, fields, sections
from tests.tui.entries import Entry, entries, neighbourhood
from tests.tui.pages import Interface
from tui.editing.slots import Slot
from tui.pages import STEPS
from tui.words import LANGUAGES, Language

SECTIONS = [section for step in STEPS for section in step.sections]


async def _fresh(ui: Interface, section: str) -> str:
    """Go to a section, and to a new record of it where it is a table; the path of the record."""
    await ui.to_section(section)
    if not sections()[section].is_table:
        return section
    await ui.press("insert")
    return f"{section}.{ui.record}"


def _slots(ui: Interface) -> list[Slot]:
    return list(ui.workspace.form.state.slots)


def _erasing(ui: Interface, slot: Slot) -> list[str]:
    """The keys that empty the focused field, however much is in it."""
    value = ui.value(slot.path)
    count = len(value) if isinstance(value, tuple) and slot.spec.kind == "refs" else 1
    return ["end", *["backspace"] * max(len(ui.workspace.form.state.buffer.text), count)]


async def _enter(ui: Interface, slot: Slot, entry: Entry) -> None:
    """Type an entry in a field found by Tab and emptied; then go on to the next, and see what the plan holds."""
    await ui.to_field(slot.path)
    await ui.press(*_erasing(ui, slot), *entry.keys, "tab")
    assert ui.value(slot.path) == entry.value, slot.path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
async def test_every_field_is_typed_changed_and_removed(section: str, language: Language) -> None:
    """Every plain field of a section's form takes a value by keys, another in its place, and none again."""
    async with Interface.open(neighbourhood(), language) as ui:
        record = await _fresh(ui, section)
        for slot in [slot for slot in _slots(ui) if slot.part == "field"]:
            empty = fields(sections()[section].record)[slot.spec.name].kind
            first, second = entries(slot.spec, language)
            await _enter(ui, slot, first)
            await _enter(ui, slot, second)
            await ui.to_field(slot.path)
            await ui.press(*_erasing(ui, slot), "tab")
            # A record that always stands in its list leaves the plan with the last thing written in it.
            is_list = empty in ("refs", "names", "dates") and ui.value(record) is not None
            assert ui.value(slot.path) == (() if is_list else None), slot.path


def _tables(kind: str) -> list[tuple[str, FieldSpec]]:
    """The tables inside records, by section; the notes of readings are part of the readings' own table.

    What a scenario changes of lines, actions and drivers, which have no letter of their own there, is no form's.
    """
    return [
        (section, spec)
        for section in SECTIONS
        for spec in fields(sections()[section].record).values()
        if spec.kind == kind and spec.name != "reading_notes" and (spec.record is None or spec.record.LETTER)
    ]


def _keys(table: FieldSpec, language: Language) -> tuple[Entry, Entry]:
    """Two keys of rows: days and months as the file writes them, years, ids."""
    assert table.key is not None
    if table.name == "history":
        return Entry(tuple("2025"), "2025", ()), Entry(tuple("2026"), "2026", ())
    if table.key.kind == "ref":
        names = entries(table.key, language)
        return Entry(names[0].keys[:-2], names[0].value, ()), Entry(names[1].keys[:-2], names[1].value, ())
    return entries(table.key, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("section", "spec"), _tables("table"), ids=lambda part: getattr(part, "name", part))
async def test_every_table_is_filled_changed_and_emptied(section: str, spec: FieldSpec, language: Language) -> None:
    """In every table of a form: the empty row becomes a row, its value and its key change, Ctrl+D removes it."""
    assert spec.value is not None
    assert spec.key is not None
    key, other_key = _keys(spec, language)
    value, other_value = entries(spec.value, language)
    async with Interface.open(neighbourhood(), language) as ui:
        table = f"{await _fresh(ui, section)}.{spec.name}"
        await ui.to_field(f"{table}.*")
        await ui.press(*key.keys, "tab", *value.keys, "tab")
        assert ui.value(table) == {str(key.value): value.value}
        await ui.to_field(f"{table}.{key.value}")
        await ui.press("tab", "end", *["backspace"] * 12, *other_value.keys, "tab")
        assert ui.value(table) == {str(key.value): other_value.value}
        await ui.to_field(f"{table}.{key.value}")
        await ui.press("end", *["backspace"] * (0 if spec.key.kind == "ref" else 12), *other_key.keys, "tab")
        assert ui.value(table) == {str(other_key.value): other_value.value}
        await ui.to_field(f"{table}.{other_key.value}")
        await ui.press("ctrl+d")
        assert ui.value(table) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("section", "spec"), _tables("records"), ids=lambda part: getattr(part, "name", part))
async def test_every_cell_of_nested_records_is_typed_changed_and_removed(
    section: str, spec: FieldSpec, language: Language
) -> None:
    """In every table of records in a record: typing in the empty row makes one, each cell changes, Ctrl+D ends it."""
    assert spec.record is not None
    async with Interface.open(neighbourhood(), language) as ui:
        table = f"{await _fresh(ui, section)}.{spec.name}"
        cells = fields(spec.record)
        name = next(iter(cells))
        await ui.to_field(f"{table}.*.{name}")
        await ui.press(*entries(cells[name], language)[0].keys, "tab")
        (row,) = _ids(ui.value(table))
        for slot in [slot for slot in _slots(ui) if slot.entry == row]:
            first, second = entries(slot.spec, language)
            await _enter(ui, slot, first)
            await _enter(ui, slot, second)
            await ui.to_field(slot.path)
            await ui.press(*_erasing(ui, slot), "tab")
            assert ui.value(slot.path) is None
        await ui.to_field(f"{table}.{row}.{name}")
        await ui.press("ctrl+d")
        assert ui.value(table) == {}


def _ids(table: object) -> list[str]:
    assert isinstance(table, dict)
    return list(table)
