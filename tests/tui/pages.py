"""The interface as somebody at the keyboard meets it: keys in, the screen read as text, the plan looked at."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

from textual.events import Key
from textual.keys import _character_to_key

from model.paths import read
from model.plan import Plan
from model.session import Session
from tests.checking import plan_of
from tui.app import PlanmarkApp
from tui.desk import Desk
from tui.opening import opened
from tui.pages import step_of
from tui.palette import PALETTES
from tui.screens.workspace import Workspace
from tui.widgets.pane import Pane
from tui.words import Language, Words

WIDE: Final = (120, 40)
NARROW: Final = (80, 24)
_PATIENCE_S: Final = 30.0


def plain(text: str) -> str:
    """A text with the spaces of typography as plain ones, blanks and line ends as one space."""
    return " ".join(text.replace("\u202f", " ").replace("\u00a0", " ").split())


class Interface:
    """A plan open in the interface. Keys pressed together are posted at once, as somebody typing ahead would."""

    def __init__(self, app: PlanmarkApp) -> None:
        self.app, self.desk, self.words = app, app.desk, app.desk.words

    @staticmethod
    @asynccontextmanager
    async def open(
        plan: Plan | Path | str,
        language: Language = "fr",
        size: tuple[int, int] = WIDE,
        numbers: Language | None = None,
    ) -> AsyncIterator["Interface"]:
        """Open a plan, a file, or a plan written as its file would be."""
        session = opened(plan, language) if isinstance(plan, Path) else _session(plan)
        desk = Desk(session, Words(language), numbers or language, PALETTES["dark"])
        app = PlanmarkApp(desk)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0)
            yield Interface(app)

    # --- at the keyboard ----------------------------------------------------------------------------------------

    async def press(self, *keys: str) -> None:
        """Press keys: their names (`tab`, `f4`, `ctrl+d`), or letters as they are (`*"Salon"`)."""
        for key in keys:
            self.app.post_message(_event(key))
        await self._settled()

    async def type(self, text: str) -> None:
        """Type a text, a key a letter."""
        await self.press(*text)

    async def paste(self, text: str) -> None:
        """Paste a text, as the terminal does."""
        from textual.events import Paste

        self.app.post_message(Paste(text))
        await self._settled()

    async def _settled(self) -> None:
        """Wait until the keys posted have been acted on, or the program has ended."""
        app, done = self.app, asyncio.Event()
        app.call_later(lambda: app.canvas.call_later(done.set))
        waits = [asyncio.create_task(done.wait()), asyncio.create_task(vars(app)["_exception_event"].wait())]
        await asyncio.wait(waits, timeout=_PATIENCE_S, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        app.canvas.repaint()
        assert done.is_set() or self.has_ended, self.app.failure or self.text

    async def to_section(self, section: str) -> None:
        """Go to a section as people do: its step's key, pressed again until the section is open."""
        step = step_of(section)
        for _ in range(len(step.sections) + 1):
            if self.section == section:
                return
            await self.press(step.key.lower())
        assert self.section == section

    async def to_field(self, path: str) -> None:
        """Tab, forward or back, to a field of the record that is open."""
        if not self.workspace.is_in_form:
            await self.press("enter")
        state = self.workspace.form.state
        assert path in self.fields, f"{path} is no field of this form: {self.fields}"
        by = self.fields.index(path) - state.at
        await self.press(*["tab" if by > 0 else "shift+tab"] * abs(by))
        assert self.focused == path

    async def worked(self) -> None:
        """Wait until what is done in a process of its own is over; only the clock tells."""
        async with asyncio.timeout(_PATIENCE_S):
            while self.workspace.work is not None:
                await asyncio.sleep(0.01)
        await self._settled()

    async def checked(self) -> None:
        """Let the plan be checked now, rather than when the typing rests."""
        self.workspace.check()
        self.app.canvas.repaint()
        await self._settled()

    # --- the screen ---------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        """The scene that is shown."""
        scene = self.app.canvas.scene
        assert isinstance(scene, Workspace)
        return scene

    @property
    def screen(self) -> list[str]:
        """What is on the screen, a line a row."""
        return [self.app.canvas.render_line(y).text for y in range(self.app.canvas.size.height)]

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen)

    def _pane(self, pane: Pane) -> str:
        placed = self.workspace.arranged(*self.app.canvas.size)
        region = next((place.region for place in placed if place.pane is pane), None)
        if region is None:
            return ""
        return "\n".join(line[region.x : region.right] for line in self.screen[region.y : region.bottom])

    @property
    def form(self) -> str:
        """The form, as much of it as is in view."""
        return self._pane(self.workspace.form)

    @property
    def list(self) -> str:
        """The list, board or grid of the section."""
        return self._pane(self.workspace.records)

    @property
    def guidance(self) -> str:
        """The guidance."""
        return self._pane(self.workspace.guide)

    @property
    def told(self) -> str:
        """The line at the bottom that says what was done, or what to do next."""
        return plain(self._pane(self.workspace.status_bar))

    @property
    def title(self) -> str:
        """The line at the top."""
        return plain(self._pane(self.workspace.top_bar))

    @property
    def dialog(self) -> str:
        """The dialog; empty where there is none."""
        return self._pane(self.workspace.dialog) if self.workspace.dialog else ""

    @property
    def keys(self) -> str:
        """The last line: the keys that mean something now."""
        return plain(self.screen[-1])

    def field(self, path: str) -> str:
        """What the form shows of a field: its label, its value, what stands below it; the focused one is in view."""
        form = self.workspace.form
        at = [n for n, slot in enumerate(form.state.slots) if slot.path == path]
        assert at, f"no field {path}"
        lines = [line.row for line in form._drawn_lines if any(n in at for _, n in line.slots)]
        return plain(" ".join("".join(text for text, _ in row.spans) for row in lines))

    # --- where one is -------------------------------------------------------------------------------------------

    @property
    def section(self) -> str:
        """The section that is open."""
        return self.workspace.section

    @property
    def record(self) -> str:
        """The id of the current record of the list."""
        return self.workspace.records.current

    @property
    def focused(self) -> str:
        """The path of the field that typing goes to; empty where the list has the keys."""
        slot = self.workspace.form.state.slot
        return slot.path if slot is not None and self.workspace.is_in_form else ""

    @property
    def part(self) -> str:
        """In a table, whether the key, the value or the note of its row is being typed."""
        slot = self.workspace.form.state.slot
        return slot.part if slot is not None else ""

    @property
    def fields(self) -> Sequence[str]:
        """The paths of the fields of the form, in order, those out of view as well."""
        return [slot.path for slot in self.workspace.form.state.slots]

    # --- the plan -----------------------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self.desk.plan

    def value(self, path: str) -> object:
        """What the plan holds at a path."""
        return read(self.plan, path)

    @property
    def has_ended(self) -> bool:
        """Whether the program has been left."""
        return self.app._exit


def _session(plan: Plan | str) -> Session:
    """A session on a plan that is nowhere on disk yet, and counts as saved."""
    made = plan_of(plan) if isinstance(plan, str) else plan
    return replace(Session(made, Path("plan.toml")), saved=made)


def _event(key: str) -> Key:
    if len(key) > 1:
        return Key(key, None)
    return Key(key if key.isalnum() else _character_to_key(key), key)
