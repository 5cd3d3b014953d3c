"""A plan that no file could hold, hostile in every text, and what its text must look like on the screen: inert."""

import re
from datetime import date
from decimal import Decimal
from typing import Any, Final

from model.catalogue import FieldSpec, fields, sections
from model.paths import attribute_of
from model.plan import Plan
from model.record import Record
from tests.tui.pages import Interface
from tui.pages import STEPS

HOSTILE: Final = "\x1b[31m\x07\u202e[@click=app.quit]go[/]\x9b2J\u2066\x00"
_ACTIVE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]")
_IDS: Final = {"team": "marie", "drivers": "jour", "decisions": "studies", "orientation": "Q1"}


def _value(spec: FieldSpec, text: str) -> Any:
    """A hostile text where a text may stand, a small value of its kind elsewhere."""
    if spec.kind in ("words", "prose"):
        return text
    if spec.kind == "table":
        key = {"date": "2027-01-31", "month": "2027-01", "ref": "A1"}.get(
            spec.key.kind if spec.key else "", text.replace(".", "")
        )
        return {key: _value(spec.value, text) if spec.value else text}
    if spec.kind == "records" and spec.record:
        return {"Y1": _record(spec.record, text)}
    plain = {"names": (text,), "ref": "nobody", "refs": ("O1", "nobody"), "score": 1, "flag": True}
    plain |= {"date": date(2027, 1, 31), "dates": (date(2027, 1, 31),), "month": "2027-01", "currency": "EUR"}
    plain |= dict.fromkeys(("number", "amount", "percent"), 1 if spec.name == "delay" else Decimal(1))
    return spec.choices[0] if spec.kind == "choice" else plain[spec.kind]


def _record(record: type[Record], text: str) -> Record:
    values = {spec.attribute: _value(spec, text) for spec in fields(record).values()}
    return record.trusted(**values)


def hostile_plan(text: str = HOSTILE) -> Plan:
    """A plan that no file could hold: made without being checked, hostile in every text."""
    plan = Plan.trusted()
    diagnostic = {}
    update: dict[str, Any] = {}
    for path, section in sections().items():
        id_ = _IDS.get(path, f"{section.record.__name__[0]}1") if path != "objectives" else "O1"
        made: Any = {id_: _record(section.record, text)} if section.is_table else _record(section.record, text)
        if path.startswith("diagnostic."):
            diagnostic[attribute_of(path.removeprefix("diagnostic."))] = made
        elif path in {part for step in STEPS for part in step.sections}:
            update[attribute_of(path)] = made
    update["diagnostic"] = plan.diagnostic.replaced(diagnostic)
    return plan.replaced(update)


def assert_inert(ui: Interface) -> None:
    """No cell of the screen holds what a terminal or Textual would obey."""
    for y in range(ui.app.canvas.size.height):
        for text, style, control in ui.app.canvas.render_line(y):
            assert not control
            assert not _ACTIVE.search(text), repr(text)
            assert style is None or (not style.meta and not style.link)
