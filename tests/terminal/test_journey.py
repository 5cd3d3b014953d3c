"""A plan made from nothing at a real terminal, by the keys of the documentation alone, then read back."""

import json
import re
import subprocess
import sys
import tomllib
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any, Final

import pytest

from model.catalogue import fields, sections
from model.store.reading import load
from model.trace.fingerprints import fingerprint
from tests.terminal.conftest import Opener
from tests.terminal.terminal import Terminal
from tui.pages import STEPS, step_of
from tui.words import LANGUAGES, Language, Words

YEAR: Final = date.today().year + 1

TYPED: Final[dict[str, Any]] = {
    "team": {"T1": {"name": "Marie Ébène", "role": "cheffe de projet"}},
    "diagnostic": {
        "market": {"scope": "Mairies de l'Isère", "size": 512},
        "competitors": {"C1": {"name": "Atelier Rif", "offer": "Fenêtres"}},
        "offers": {"F1": {"name": "Fenêtre bois", "kind": "product"}},
        "pricing": {"strategy": "Au juste prix"},
        "media": {"M1": {"name": "Lettre", "kind": "owned"}},
        "channels": {"D1": {"name": "Boutique", "kind": "direct"}},
        "swot": {"S1": {"kind": "strength", "text": "Délai tenu"}},
        "pestel": {"P1": {"factor": "political", "text": "Aides à la rénovation"}},
    },
    "review": {"R1": {"action": "Salon de mai", "expected": "Vingt devis"}},
    "segments": {"G1": {"name": "Communes rurales"}},
    "objectives": {
        "O1": {
            "title": "Trente mairies",
            "family": "activity",
            "metric": "contrats",
            "target": 30,
            "deadline": date(YEAR, 12, 15),
            "checkpoints": {f"{YEAR}-06-30": 12},
        }
    },
    "actions": {
        "A1": {
            "title": "Salon des maires",
            "objectives": ["O1"],
            "owner": "T1",
            "milestones": {"J1": {"title": "Stand réservé", "due": date(YEAR, 2, 15)}},
        }
    },
    "budget": {"B1": {"label": "Stand", "category": "salons", "amount": 1200}},
    "funding": {"N1": {"label": "Région", "kind": "own", "amount": 12000}},
    "drivers": {"jour": {"value": 350}},
    "scenarios": {"Z1": {"title": "Sans la Région", "note": "Réponse en mars"}},
    "indicators": {
        "K1": {"name": "Contrats signés", "objective": "O1", "unit": "contrats", "readings": {f"{YEAR}-01-31": 3}}
    },
    "corrections": {"X1": {"indicator": "K1", "date": date(YEAR, 2, 1)}},
    "decisions": {"studies": {"choice": "Étude du bassin"}},
    "entities": {"E1": {"name": "Atelier", "contribution": "Pose en un jour"}},
    "purchases": {"U1": {"what": "Vitrage", "kind": "creates_value"}},
    "orientation": {"Q1": {"evidence": "Vu à l'accueil"}},
    "waivers": {"W1": {"rule": "OBJ003", "path": "objectives.O1", "reason": "Mesure à choisir"}},
}
"""What is typed, as the file holds it."""


def _fresh(language: Language) -> dict[str, Any]:
    """What stands in a new plan before anything is typed, the title then typed over it."""
    sheet = {"title": "Plan des mairies", "client": "Menuiserie Ébène", "language": language}
    dates = {"start": date(YEAR, 1, 1), "end": date(YEAR, 12, 31)}
    return {"format": 1, "plan": {**sheet, **dates, "currency": "EUR", "prices": "excl_tax"}}


class Sitting:
    """Somebody at the terminal: goes to sections by their step's key, to fields by Tab."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._seen = {step.id: step.sections[0] for step in STEPS}

    def open(self, section: str) -> None:
        """Go to a section: another step's key, its own step's key, pressed again until the section is the open one."""
        step = step_of(section)
        away = "F3" if step.key != "F3" else "F4"
        further = (step.sections.index(section) - step.sections.index(self._seen[step.id])) % len(step.sections)
        self._seen[step.id] = section
        self.terminal.send(f"<{away}>" + f"<{step.key}>" * (1 + further))

    def make(self, section: str, keys: str) -> None:
        """A new record, typed."""
        self.open(section)
        self.terminal.send("<Insert>" + keys)

    def fill(self, section: str, keys: str) -> None:
        """The only form of a section, typed."""
        self.open(section)
        self.terminal.send(keys)


def _tabs(section: str, start: str, end: str) -> str:
    """Tab from a field to another, in the order of the file."""
    names = list(fields(sections()[section].record))
    return "<Tab>" * (names.index(end) - names.index(start))


def _type_all(sitting: Sitting) -> None:
    """One record of every kind, in the order of the steps."""
    sitting.fill("plan", "<Home>" + "<Delete>" * 12 + "Plan des mairies<Tab>Menuiserie Ébène<Tab>")
    sitting.make("team", "Marie Ébène<Tab>cheffe de projet<Tab>")
    sitting.fill("diagnostic.market", "Mairies de l'Isère<Tab>512<Tab>")
    sitting.make("diagnostic.competitors", "Atelier Rif<Tab>Fenêtres<Tab>")
    sitting.make("diagnostic.offers", "Fenêtre bois<Tab><Right><Tab>")
    sitting.make("segments", "Communes rurales<Tab>")
    sitting.fill("diagnostic.pricing", "Au juste prix<Tab>")
    sitting.make("diagnostic.media", "Lettre<Tab><Right><Tab>")
    sitting.make("diagnostic.channels", "Boutique<Tab><Right><Tab>")
    sitting.make("diagnostic.swot", "<Tab>Délai tenu<Tab>")
    sitting.make("diagnostic.pestel", "<Right><Tab>Aides à la rénovation<Tab>")
    sitting.make("review", "Salon de mai<Tab>Vingt devis<Tab>")
    objective = "Trente mairies<Tab><Right>" + _tabs("objectives", "family", "metric") + "contrats"
    objective += _tabs("objectives", "metric", "target") + "30" + _tabs("objectives", "target", "deadline") + "15/12"
    sitting.make("objectives", objective + _tabs("objectives", "deadline", "checkpoints") + "30/6<Tab>12<Tab>")
    action = "Salon des maires<Tab>trente<Enter>" + _tabs("actions", "objectives", "owner") + "ebene<Tab>"
    sitting.make("actions", action + _tabs("actions", "entity", "milestones") + "Stand réservé<Tab>15/2<Tab>")
    sitting.make("budget", "Stand<Tab>salons" + _tabs("budget", "category", "amount") + "1200<Tab>")
    sitting.make("funding", "Région<Tab><Right><Tab>12k<Tab>")
    sitting.make("drivers", "<Home>" + "<Delete>" * 8 + "jour<Tab>350<Tab>")
    sitting.make("scenarios", "Sans la Région<Tab>Réponse en mars")
    indicator = "Contrats signés<Tab>O1<Tab>" + _tabs("indicators", "action", "unit") + "contrats"
    sitting.make("indicators", indicator + _tabs("indicators", "unit", "readings") + "31/1<Tab>3<Tab>")
    sitting.make("corrections", "K1<Tab>1/2<Tab>")
    sitting.make("decisions", "<Tab>Étude du bassin<Tab>")
    sitting.make("entities", "Atelier<Tab>Pose en un jour<Tab>")
    sitting.make("purchases", "Vitrage<Tab><Right><Tab>")
    sitting.make("orientation", "<Tab><Tab>Vu à l'accueil<Tab>")
    sitting.make("waivers", "OBJ003<Tab>objectives.O1<Tab>Mesure à choisir<Tab>")


def _shown() -> list[tuple[str, str]]:
    """For every section, the first text typed in it."""
    found = []
    for section in [section for step in STEPS for section in step.sections if section != "plan"]:
        made = reduce(lambda table, name: table[name], section.split("."), TYPED)
        record = next(iter(made.values())) if sections()[section].is_table else made
        texts = [value for name, value in record.items() if isinstance(value, str) and name not in ("kind", "factor")]
        found.append((section, texts[0] if texts else next(iter(made))))
    return found


def _check(file: Path, environment: dict[str, str]) -> tuple[int, list[dict[str, str]]]:
    """What `planmark check` says of a file: its exit status and the findings."""
    command = [sys.executable, "-m", "tui.entry", "check", "--json", str(file)]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert not told.stderr, told.stderr
    return told.returncode, json.loads(told.stdout)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_made_saved_and_read_back(
    planmark: list[str],
    tmp_path: Path,
    environment: dict[str, str],
    open_terminal: Opener,
    language: Language,
    size: tuple[int, int],
) -> None:
    """From a missing file to a whole one: every kind of record typed, saved, quit, read, opened again, and checked."""
    file, words = tmp_path / "nouveau.toml", Words(language)
    command = [*planmark, "--lang", language, str(file)]
    terminal = open_terminal(command, size=size)
    terminal.wait_for("nouveau")
    _type_all(Sitting(terminal))
    terminal.send("<C-s>")
    terminal.wait_for(words("messages.saved_mark"))
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0
    assert terminal.leftovers() == []
    written = tomllib.loads(file.read_text(encoding="utf-8"))
    # A link made at the keyboard is confirmed on what it rests on says.
    plan = load(file).plan
    said, counted = fingerprint(plan, "objectives.O1"), fingerprint(plan, "indicators.K1")
    assert written == {**_fresh(language), **TYPED, "links": {"A1>O1": said, "K1>O1": said, "X1>K1": counted}}

    again = open_terminal(command, size=size)
    again.wait_for("Plan des mairies")
    reader = Sitting(again)
    for section, shown in _shown():
        reader.open(section)
        again.wait_for(re.escape(shown))
    again.send("<C-q>")
    assert again.wait_for_exit() == 0

    status, found = _check(file, environment)
    missing = {(finding["code"], finding["path"]) for finding in found}
    assert status == 1
    assert {("PLN001", "objectives.O1.unit"), ("BUD002", "budget.B1.source"), ("TRC002", "budget.B1")} <= missing
    assert not any(code in ("OBJ001", "ACT001", "ACT002", "IND001", "BUD005") for code, _ in missing)
