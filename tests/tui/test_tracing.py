"""The thread on the screen: walking it, confirming links, the matrix, why a euro is spent, what the money is for."""

import pytest

from model.trace.fingerprints import fingerprint
from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[diagnostic.swot.S1]
kind = "threat"
text = "Un concurrent s'installe"

[diagnostic.swot.S2]
kind = "strength"
text = "Atelier à soi"

[diagnostic.swot.S3]
kind = "weakness"
text = "Pas de commercial"
set_aside = "Embauche prévue l'an prochain"

[decisions.studies]
choice = "Une enquête"
findings = ["S2"]

[objectives.O1]
title = "Trente mairies"
answers = ["S1"]

[objectives.O2]
title = "Un site plus clair"

[actions.A1]
title = "Salon"
objectives = ["O1"]

[budget.B1]
label = "Stand"
action = "A1"
amount = 1000

[budget.B2]
label = "Brochure"
amount = 125

[links]
"O1>S1" = "000000"
"O9>S1" = "000000"
"""


async def _command(ui: Interface, name: str) -> None:
    await ui.press("ctrl+p", *plain(ui.words(f"commands.{name}")).partition(" :")[0], "enter")


def _line(ui: Interface, text: str) -> str:
    return plain(next(line for line in ui.dialog.splitlines() if text in line))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_the_thread_of_a_line(size: tuple[int, int], language: Language) -> None:
    """From a line up to the finding, with its money; the suspect link by its glyph and its word."""
    async with Interface.open(PLAN, language, size) as ui:
        await ui.press("f5", "v")
        told = plain(ui.dialog)
        assert [told.index(name) for name in ("Salon", "Trente mairies", "concurrent")] == sorted(
            told.index(name) for name in ("Salon", "Trente mairies", "concurrent")
        )
        suspect = _line(ui, "concurrent")
        assert "⚠ S1" in suspect
        assert plain(ui.words("trace.suspect_short")) in suspect
        assert "1 000 €" in suspect or "€1,000" in suspect


async def test_walking_on_and_back() -> None:
    """Enter makes the record under the cursor the centre, Backspace the one before; Escape returns to the list."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "v", "up")
        assert "S1" in ui.workspace.dialog.item.path  # type: ignore[union-attr]
        await ui.press("enter")
        assert "▸ S1" in plain(ui.dialog)
        await ui.press("down", "enter")
        assert "▸ O1" in plain(ui.dialog)
        await ui.press("backspace", "backspace")
        assert "▸ B1" in plain(ui.dialog)
        await ui.press("escape")
        assert ui.dialog == ""
        assert ui.record == "B1"


async def test_a_suspect_link_is_confirmed_in_one_step() -> None:
    """`c` keeps what is said now, the mark goes; Ctrl+Z brings it back with the sheet still open."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "v", "up", "c")
        assert ui.plan.links["O1>S1"] == fingerprint(ui.plan, "diagnostic.swot.S1")
        assert "✓ S1" in plain(ui.dialog)
        await ui.press("ctrl+z")
        assert ui.plan.links["O1>S1"] == "000000"
        assert "⚠ S1" in plain(ui.dialog)


async def test_the_form_of_a_record_on_the_way() -> None:
    """`o` opens the form of the record under the cursor."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "v", "up", "o")
        assert (ui.section, ui.record, ui.workspace.is_in_form) == ("diagnostic.swot", "S1", True)


async def test_a_gap_is_named_where_it_is() -> None:
    """What lacks an action or an indicator says so on its line."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "down")
        await _command(ui, "trace")
        told = _line(ui, "Un site plus clair")
        assert "○ sans action" in told
        assert "○ sans indicateur" in told


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_the_matrix(size: tuple[int, int]) -> None:
    """Marks where two are linked, a word where a row has none: alone, set aside, taken up by a decision."""
    async with Interface.open(PLAN, size=size) as ui:
        await _command(ui, "matrix")
        assert "⚠" in _line(ui, "S1 Un concurrent")
        assert "par une décision" in _line(ui, "S2 Atelier")
        assert "écarté" in _line(ui, "S3 Pas de commercial")
        assert "Objectifs qui ne répondent à aucun constat 1 ○ O2" in plain(ui.dialog).replace("│", "")
        await ui.press("tab")
        assert "●" in _line(ui, "O1 Trente mairies")
        assert "sans action" in _line(ui, "O2 Un site")


async def test_the_matrix_is_narrowed() -> None:
    """The filters show orphans, suspects, what has no money, what is not measured."""
    async with Interface.open(PLAN) as ui:
        await _command(ui, "matrix")
        await ui.press("tab")
        rows = []
        for _ in range(5):
            matrix = [line for line in ui.dialog.splitlines()[4:] if "O1" in line or "O2" in line]
            rows.append(["O1" in line for line in matrix if "○ O" not in line])
            await ui.press("f")
        assert rows[0] == [True, False]
        assert rows[1] == [False]
        assert rows[2] == []
        assert rows[3] == [False]
        assert rows[4] == [True, False]


async def test_a_suspect_cell_is_confirmed_and_a_dead_link_forgotten() -> None:
    """In the matrix `c` acts on the cell, and on the entry of a link that has gone."""
    async with Interface.open(PLAN) as ui:
        await _command(ui, "matrix")
        await ui.press("c")
        assert ui.plan.links["O1>S1"] != "000000"
        await ui.press("end", "c")
        assert list(ui.plan.links) == ["O1>S1"]
        await ui.press("ctrl+z", "ctrl+z")
        assert list(ui.plan.links.values()) == ["000000", "000000"]


async def test_the_review_leads_to_dead_links() -> None:
    """Enter on TRC011 opens the matrix at what is suspect."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f7")
        at = next(n for n, line in enumerate(ui.screen) if "TRC011" in line)
        dialog = ui.workspace.dialog
        while "O9" not in dialog.item.path:  # type: ignore[union-attr]
            await ui.press("down")
            assert at
        await ui.press("enter")
        assert "suspectes" in plain(ui.dialog)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_why_this_euro(language: Language) -> None:
    """From the grid in one key: the line, its action, its objective, its finding; where the path stops, a word."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f5", "w")
        told = plain(ui.dialog)
        assert [told.index(name) for name in ("B1 Stand", "A1 Salon", "O1 Trente", "S1 Un")] == sorted(
            told.index(name) for name in ("B1 Stand", "A1 Salon", "O1 Trente", "S1 Un")
        )
        await ui.press("escape", "down", "w")
        assert f"○ {plain(ui.words('trace.lost.line'))}" in plain(ui.dialog)
        await ui.press("escape", "up", "w", "down", "enter")
        assert "▸ A1" in plain(ui.dialog)


async def test_what_the_money_is_for() -> None:
    """Four tables of the same total; what serves nothing has its row."""
    async with Interface.open(PLAN) as ui:
        await _command(ui, "purposes")
        for name, first in (("finding", "S1"), ("objective", "O1"), ("segment", "(aucun"), ("channel", "(aucun")):
            told = plain(ui.dialog)
            assert f"▸{plain(ui.words(f'trace.by.{name}'))}" in told
            assert first in told
            assert "1 125,00 €" in told
            await ui.press("tab")


async def test_a_link_made_in_a_form_is_confirmed() -> None:
    """Adding an answer in the form keeps a fingerprint in the same step."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "down")
        await ui.to_field("objectives.O2.answers")
        await ui.press(*"S2", "enter")
        assert ui.plan.objectives["O2"].answers == ("S2",)
        assert ui.plan.links["O2>S2"] == fingerprint(ui.plan, "diagnostic.swot.S2")
        await ui.press("ctrl+z")
        assert "O2>S2" not in ui.plan.links


_KEYS = ("down", "enter", "c", "right", "tab", "f", "s", "escape", "m", "left", "backspace", "up", "end", "enter", "o")


@pytest.mark.parametrize("command", ["trace", "matrix", "purposes", "why", "cross", "draw", "set_aside"])
@pytest.mark.parametrize("text", ["format = 1\n", PLAN], ids=["empty", "small"])
@pytest.mark.parametrize("size", [WIDE, NARROW, (40, 12)], ids=["wide", "narrow", "least"])
async def test_any_key_in_any_sheet_leaves_the_program_standing(size: tuple[int, int], text: str, command: str) -> None:
    """With nothing in the plan or little, at the least size as well: every key is taken, none ends the program."""
    async with Interface.open(text, size=size) as ui:
        for section in ("plan", "objectives", "diagnostic.swot"):
            await ui.to_section(section)
            await _command(ui, command)
            for key in _KEYS:
                await ui.press(key)
                assert not ui.has_ended, ui.app.failure
            await ui.press("escape", "escape", "escape")


async def test_what_is_undone_under_the_sheet() -> None:
    """The record one walks from may go by an undo: the sheet says that nothing is there."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "insert", *"Neuf", "escape", "v")
        assert "▸ O10 Neuf" in plain(ui.dialog)
        await ui.press("ctrl+z", "ctrl+z", "enter", "c", "o")
        assert "O10" not in ui.plan.objectives
        assert not ui.has_ended


async def test_the_thread_of_the_scenario_at_work() -> None:
    """Amounts are the scenario's, a link of the scenario alone cannot be confirmed in the plan."""
    scenario = '\n[scenarios.Z1]\ntitle = "Prudent"\n[scenarios.Z1.budget.B1]\namount = 400\n'
    scenario += '[scenarios.Z1.budget.B2]\naction = "A1"\n'
    async with Interface.open(PLAN + scenario) as ui:
        await ui.press("f5", "f8", "v")
        assert "400 €" in _line(ui, "▸ B1")
        await ui.press("escape", "down", "v", "up", "up", "up", "c")
        assert "B2>A1" not in ui.plan.links


@pytest.mark.parametrize(
    "section", ["diagnostic.media", "segments", "decisions", "funding", "corrections", "indicators"]
)
async def test_one_key_in_every_list(section: str) -> None:
    """`v` opens the thread, or the matrix where there is no record to start from."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section(section)
        await ui.press("v")
        titles = (plain(ui.words("trace.title")), plain(ui.words("trace.matrix_title")))
        assert any(title in plain(ui.dialog) for title in titles)
