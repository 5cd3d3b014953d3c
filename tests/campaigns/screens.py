"""Hostile texts on every screen: cells clicked all over, keys pressed, texts pasted; everything stays letters."""

import asyncio
import os
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from textual.pilot import Pilot

from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.tui.hostile import HOSTILE, assert_inert, hostile_plan
from tests.tui.pages import NARROW, WIDE, Interface
from tui.pages import STEPS

TEXTS: Final = (
    *(HOSTILE, "[@click=app.quit]quit[/]", "[/]", "[b", "a\\", "[link=file:///etc/passwd]x[/link]", "[red on red]x"),
    *("\x1b]52;c;QUFB\x07", "\x1bP+q\x1b\\", "\x9b6n\x9c", "\x90$q\x9c", "a\rb\x08\x08c", "\u202egnp.exe", "\u2028\u2029"),
    *("\ufeff\u200b\u200d\u2060", "e" + "\u0301" * 300, "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20, "漢" * 500, "\ud800"),
    *("x" * 20_000, "\n" * 400, "\t" * 200, "%s{0}{a!r}", "=1/0", "\x00", "\x7f\x85", "\u0600\u06dd", "\U000e0041" * 9),
)  # fmt: skip
_SECTIONS: Final = tuple(section for step in STEPS for section in step.sections)
_KEYS: Final = (
    *("enter", "tab", "shift+tab", "escape", "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "space"),
    *("f1", "f7", "f8", "f9", "ctrl+p", "ctrl+o", "ctrl+n", "ctrl+d", "ctrl+z", "ctrl+y", "ctrl+c", "ctrl+v", "delete"),
    *("x", "d", "s", "c", "n", "f", "o", "g", "l", "t", "r", "p", "y", "q", "a", "h", "1", "%", "=", "[", "@"),
)  # fmt: skip
_PACK: Final = 40


@dataclass(frozen=True, slots=True)
class Sitting:
    """A screen, a hostile text in all of the plan's fields, and how much is done there."""

    section: str
    size: tuple[int, int]
    text: str
    acts: int
    seed: int
    number: int


@dataclass(slots=True)
class _Done:
    tried: int = 0
    clicks: int = 0
    acts: list[str] = field(default_factory=list)


def run(asked: Asked) -> Outcome:
    """As many clicks and keys as are asked for, in sittings on every screen in turn."""
    screens = list(product((WIDE, NARROW), _SECTIONS))
    sittings = []
    for number in range(max(1, asked.tries // _PACK)):
        size, section = screens[number % len(screens)]
        text = TEXTS[number % len(TEXTS)]
        sittings.append(Sitting(section, size, text, min(_PACK, asked.tries), asked.seed, number))
    return spread(sittings, _tried, asked.jobs)


def _tried(sitting: Sitting) -> Outcome:
    done, wrong, where = _Done(), "", ""
    with TemporaryDirectory() as name, _at_home(Path(name)):
        try:
            asyncio.run(_sat(sitting, done))
        except BaseException as error:  # whatever ends it
            wrong = f"{type(error).__name__}: {str(error)[:2000]}"
            where = "".join(traceback.format_tb(error.__traceback__)[-6:])
    what = f"{wrong}\n{sitting}\n{done.acts}\n{where}"
    misses = (Miss(f"{sitting.section}-{sitting.seed}-{sitting.number}", what, ascii(what).encode()),) if wrong else ()
    return Outcome(done.tried, misses, {"clicks": done.clicks})


async def _sat(sitting: Sitting, done: _Done) -> None:
    dice = chance(sitting.seed, sitting.number)
    async with Interface.open(hostile_plan(sitting.text), dice.choice(("fr", "en")), sitting.size) as ui:
        actions: list[Any] = []
        ui.app.run_action = _noting(actions)  # type: ignore[method-assign]
        await ui.to_section(sitting.section)
        pilot: Pilot[int] = Pilot(ui.app)
        for _ in range(sitting.acts):
            done.tried += 1
            await _act(ui, pilot, dice, sitting, done)
            assert not ui.app.failure, ui.app.failure
            assert not actions, f"actions run: {actions}"
            if ui.has_ended:  # somebody pressed what quits
                return
            assert_inert(ui)


async def _act(ui: Interface, pilot: Pilot[int], dice: Random, sitting: Sitting, done: _Done) -> None:
    kind = dice.random()
    if kind < 0.6:
        at = (dice.randrange(sitting.size[0]), dice.randrange(sitting.size[1]))
        done.acts.append(f"click {at}")
        done.clicks += 1
        await pilot.click(offset=at)
    elif kind < 0.95:
        done.acts.append(dice.choice(_KEYS))
        await ui.press(done.acts[-1])
    else:
        done.acts.append("paste")
        await ui.paste(sitting.text)


def _noting(actions: list[Any]) -> Any:
    async def run_action(action: Any, *_: Any, **__: Any) -> bool:
        actions.append(action)
        return False

    return run_action


@contextmanager
def _at_home(folder: Path) -> Iterator[None]:
    """Settings, recent plans and the file to save in a folder of one's own."""
    before, place = dict(os.environ), Path.cwd()
    os.environ.update({f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "STATE", "DATA", "CACHE")})
    for name in ("TMUX", "EDITOR", "VISUAL"):
        os.environ.pop(name, None)
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(place)
        os.environ.clear()
        os.environ.update(before)


CAMPAIGN: Final = Campaign("screens", "clicks and keys on every screen, its texts hostile", 4_000, 160, run)
