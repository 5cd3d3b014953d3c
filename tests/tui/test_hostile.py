"""Text that would command a terminal, or Textual, is shown inert wherever a plan's text is shown."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from model.catalogue import FieldSpec, fields, sections
from model.paths import attribute_of
from model.plan import Plan
from model.values import Record
from tests.tui.pages import NARROW, WIDE, Interface
from tui.pages import STEPS

SECTIONS = [section for step in STEPS for section in step.sections]
HOSTILE: Final = "\x1b[31m\x07\u202e[@click=app.quit]go[/]\x9b2J\u2066\x00"
_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_IDS: Final = {"team": "marie", "drivers": "jour"}


def _value(spec: FieldSpec) -> Any:
    """A hostile text where a text may stand, a small value of its kind elsewhere."""
    if spec.kind in ("words", "prose"):
        return HOSTILE
    if spec.kind == "table":
        key = {"date": "2027-01-31", "month": "2027-01", "ref": "A1"}.get(
            spec.key.kind if spec.key else "", HOSTILE.replace(".", "")
        )
        return {key: _value(spec.value) if spec.value else HOSTILE}
    if spec.kind == "records" and spec.record:
        return {"Y1": _record(spec.record)}
    plain = {"names": (HOSTILE,), "ref": "nobody", "refs": ("O1", "nobody"), "score": 1, "flag": True}
    plain |= {"date": date(2027, 1, 31), "dates": (date(2027, 1, 31),), "month": "2027-01", "currency": "EUR"}
    plain |= dict.fromkeys(("number", "amount", "percent"), 1 if spec.name == "delay" else Decimal(1))
    return spec.choices[0] if spec.kind == "choice" else plain[spec.kind]


def _record(record: type[Record]) -> Record:
    values = {spec.attribute: _value(spec) for spec in fields(record).values()}
    return record.model_construct(**values)


def _plan() -> Plan:
    """A plan that no file could hold: made without being checked, hostile in every text."""
    plan = Plan.model_construct()
    diagnostic = {}
    update: dict[str, Any] = {}
    for path, section in sections().items():
        id_ = _IDS.get(path, f"{section.record.__name__[0]}1") if path != "objectives" else "O1"
        made: Any = {id_: _record(section.record)} if section.is_table else _record(section.record)
        if path.startswith("diagnostic."):
            diagnostic[attribute_of(path.removeprefix("diagnostic."))] = made
        elif path in {part for step in STEPS for part in step.sections}:
            update[attribute_of(path)] = made
    update["diagnostic"] = plan.diagnostic.model_copy(update=diagnostic)
    return plan.model_copy(update=update)


def _assert_inert(ui: Interface) -> None:
    for y in range(ui.app.canvas.size.height):
        for text, style, control in ui.app.canvas.render_line(y):
            assert not control
            assert not _ACTIVE.search(text), repr(text)
            assert style is None or (not style.meta and not style.link)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("section", SECTIONS)
async def test_hostile_text_is_shown_inert(section: str, size: tuple[int, int]) -> None:
    """In the list and in each field of the form: no control reaches the screen, and markup is letters."""
    async with Interface.open(_plan(), size=size) as ui:
        await ui.to_section(section)
        _assert_inert(ui)
        await ui.press("enter")
        for _ in ui.fields:
            _assert_inert(ui)
            await ui.press("tab")
        await ui.press(*["enter"] * (not ui.focused))
        assert "[@click=app.quit]" in ui.text or section == "plan"
        assert not ui.has_ended


@pytest.mark.parametrize("key", ["ctrl+p", "f7", "ctrl+s", "ctrl+q"])
async def test_hostile_text_is_inert_in_dialogs(key: str) -> None:
    """The palette, the review and the lines at the bottom show it inert too."""
    async with Interface.open(_plan()) as ui:
        await ui.press("f3", "enter", "end", "!", key)
        for _ in range(6):
            _assert_inert(ui)
            await ui.press("pagedown")


@pytest.mark.parametrize("command", ["scenario_menu", "compare", "consequences", "promote"])
async def test_hostile_text_is_inert_in_what_is_said_of_scenarios(command: str) -> None:
    """Titles, names and values show inert in the menu and in the reports."""
    async with Interface.open(_plan()) as ui:
        await ui.press("f8")
        _assert_inert(ui)
        await ui.press("ctrl+p", *ui.words(f"commands.{command}"), "enter")
        for _ in range(3):
            _assert_inert(ui)
            await ui.press("pagedown")
        assert not ui.has_ended


async def test_removing_a_hostile_record_names_it_inert() -> None:
    """The sentence about what was removed holds the record's name, inert."""
    async with Interface.open(_plan()) as ui:
        await ui.press("f3", "delete")
        _assert_inert(ui)
        assert ui.plan.objectives == {}


async def test_hostile_paste_types_letters() -> None:
    """A paste with controls in it may be refused or kept, and shows inert either way."""
    async with Interface.open("format = 1\n") as ui:
        await ui.press("f3", "insert")
        await ui.paste(HOSTILE)
        _assert_inert(ui)
        await ui.press("tab", "escape")
        _assert_inert(ui)
