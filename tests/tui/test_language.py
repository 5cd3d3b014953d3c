"""One language at a time: every word on every screen is of the language asked for."""

import pkgutil
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

import guides
import tui.words
from model.catalogue import sections
from tests.tui.pages import NARROW, WIDE, Interface
from tui.commands import COMMANDS, key_name
from tui.formats.dates import MONTHS
from tui.pages import STEPS
from tui.words import LANGUAGES, Language, catalogue

SECTIONS = [section for step in STEPS for section in step.sections]
OTHER: Final[dict[Language, Language]] = {"fr": "en", "en": "fr"}
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?![\w-])…?")
_NAMES: Final = {"planmark", "eur", "xxyy", "exemple", "toml", "plan", "ctrl", "alt", "tab"}

PLAN = """\
format = 1

[plan]
title = "Xxyy"
client = "Xxyy"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
status = "draft"
ceiling = 100

[team.xxyy]
name = "Xxyy"
part = "member"
authority = true

[diagnostic.market]
maturity = "mature"

[diagnostic.swot.S1]
kind = "threat"
text = "Xxyy"

[diagnostic.pestel.P1]
factor = "legal"
text = "Xxyy"
effect = "neutral"

[objectives.O1]
title = "Xxyy"
family = "activity"
deadline = 2027-06-30

[actions.A1]
title = "Xxyy"
objectives = ["O1"]
status = "doing"
mix = "price"

[budget.B1]
label = "Xxyy"
amount = 120
low = 100
high = 150
source = "estimate"
status = "forecast"
start = "2027-03"

[funding.N1]
label = "Xxyy"
kind = "grant"
secured = true

[drivers.xxyy]
value = 1

[scenarios.Z1]
title = "Xxyy"

[scenarios.Z1.budget.B1]
amount = 130
delay = 1

[scenarios.Z1.actions.A1]
excluded = true

[scenarios.Z1.drivers.xxyy]
value = 2

[indicators.K1]
name = "Xxyy"
frequency = "monthly"
due = 2027-05-31

[indicators.K1.readings]
2027-01-31 = 12
"""


@cache
def _vocabulary(language: Language) -> set[str]:
    """Every word that the program may say in a language: its catalogues, its guidance, its months, its keys."""
    folder = Path(tui.words.__file__).parent / language
    families = [module.name for module in pkgutil.iter_modules([str(folder)])]
    texts = [text for family in families for text in catalogue(language, family).values()]
    texts += [page.read_text(encoding="utf-8") for page in (Path(guides.__file__).parent / language).glob("*.md")]
    texts += [key_name(key, language) for command in COMMANDS for key in command.keys]
    texts += [name for month in MONTHS[language] for name in (month, month[:3])]
    return {word.casefold() for text in texts for word in _WORD.findall(text)} | _NAMES


def _foreign(screen: str, language: Language) -> set[str]:
    """The words on a screen that are not of its language; of a word cut short, the letters that are left."""
    known = _vocabulary(language)
    wrong = set()
    for word in _WORD.findall(screen.casefold()):
        start = word.rstrip("…")
        if not (start in known or (word != start and any(other.startswith(start) for other in known))):
            wrong.add(word)
    return wrong


async def _said_everywhere(ui: Interface) -> str:
    """All that the screens say: every section, every field of every form, every dialog."""
    said = []
    for section in SECTIONS:
        await ui.to_section(section)
        said.append(ui.text)
        await ui.press("enter", *["insert"] * (sections()[section].is_table and not ui.record))
        for _ in ui.fields:
            said.append(ui.text)
            await ui.press("tab")
        await ui.press("escape")
    for name in ("palette", "review", "theme", "numbers", "keys", "risk", "pictures", "last_year", "against_last_year"):
        said += await _dialog(ui, name)
    ui.desk.session.asked_scenario = "Z1"
    for name in ("scenario_menu", "compare", "consequences", "promote"):
        said += await _dialog(ui, name)
    return "\n".join(said)


async def _dialog(ui: Interface, name: str) -> list[str]:
    """A dialog from its first choice to its last."""
    ui.workspace.run(name)
    said = []
    for _ in range(8):
        await ui.press("pagedown")
        said.append(ui.dialog)
    await ui.press("escape")
    return said


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_word_is_of_the_language(language: Language, size: tuple[int, int]) -> None:
    """No screen, field, hint, finding or dialog says a word of the other language."""
    async with Interface.open(PLAN, language, size) as ui:
        await ui.checked()
        assert _foreign(await _said_everywhere(ui), language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_changing_language_leaves_no_word_behind(language: Language) -> None:
    """Changed from the palette, the language is another at once on everything that is shown."""
    async with Interface.open(PLAN, language) as ui:
        await ui.checked()
        await _said_everywhere(ui)
        await ui.press("ctrl+p", *ui.words("commands.language"), "enter")
        assert ui.desk.words.language == OTHER[language]
        assert _foreign(ui.text, OTHER[language]) == set()
        ui.words = ui.desk.words
        assert _foreign(await _said_everywhere(ui), OTHER[language]) == set()


def test_a_foreign_word_is_noticed() -> None:
    """The comparison itself: a word of the other language is seen, one that both have is not."""
    assert _foreign("Objectifs Guidance", "fr") == {"guidance"}
    assert _foreign("Budget Échéance", "en") == {"échéance"}
    assert _foreign("Object… 12 O1", "fr") == set()
