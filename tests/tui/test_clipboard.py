"""Copy and paste between fields and rows; the long text in the user's own editor is asked for only where one is."""

from tests.tui.pages import Interface, plain

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[objectives.O1]
title = "Trente mairies"
family = "customers"
note = "Un\\ndeux"

[objectives.O2]
title = "Vingt écoles"
"""


async def test_a_field_is_copied_into_another() -> None:
    """Ctrl+C takes the text of a field, its lines too, and Ctrl+V puts it in another."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3")
        await ui.to_field("objectives.O1.note")
        await ui.press("ctrl+c", "f4", "f3", "down")
        await ui.to_field("objectives.O2.note")
        await ui.press("ctrl+v")
        assert ui.value("objectives.O2.note") == "Un\ndeux"


async def test_a_row_is_copied_as_cells() -> None:
    """Ctrl+C on a list takes its current row, a tab between the cells, as tables and sheets take them."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "ctrl+c")
        cells = ui.app.clipboard.split("\t")
        assert cells[:3] == ["O1", "Trente mairies", ui.words("choices.objectives.family.customers")]


async def test_without_an_editor_the_key_says_so() -> None:
    """Ctrl+E where no editor is set says which setting is missing, and changes nothing."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "ctrl+e")
        assert plain(ui.words("messages.no_editor")) in ui.told
