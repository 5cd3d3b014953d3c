"""What is kept out of the interface's memory: modules that others load when they can and nothing here uses.

They would cost eight megabytes at every start. A name that is wanted all the same is an empty class: tests drive every
screen, and would say so.
"""

import sys
from types import ModuleType

ABSENT = ("ssl", "_ssl", "_hashlib", "bz2", "lzma")
"""There is no network and no archive here, and Python has its own digests: who asks for these does without."""

HOLLOW = (
    "textual.command",  # Planmark has its own palette
    "textual.containers",  # Textual's boxes: there is one canvas, and nothing to lay out
    "textual.widgets._toast",  # Textual's notifications and tooltips
    "textual.widgets._tooltip",
    "textual.suggestions",  # suggestions for mistakes in style sheets
    "textual.css._help_renderables",  # how such mistakes are told
    "textual.css._help_text",
    "textual.file_monitor",  # style sheets that are edited while the program runs
    "textual.pilot",  # Textual's way of testing
    "rich.panel",  # errors of style sheets, framed
    "rich.table",  # Textual's pictures of its own colours
    "rich.tree",  # Textual's picture of its own widgets
    "asyncio.base_subprocess",  # other programs are waited for, not talked to
    "asyncio.sslproto",
    "asyncio.staggered",  # connections tried one after the other
    "ipaddress",
    "mimetypes",
    "uuid",  # names of Textual's own notifications, which are not shown; no plan holds one
    "zoneinfo",  # dates have no hours here
)
"""These are imported without being asked for anything."""


class _Hollow(ModuleType):
    """A module whose every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {})
        setattr(self, name, made)
        return made


def spare_memory() -> None:
    """Put the names of what is not needed in the places where an import would look; before the others load."""
    for name in ABSENT:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    for name in HOLLOW:
        sys.modules.setdefault(name, _Hollow(name))


def bring_back() -> None:
    """Let imports find the modules themselves again: libraries of the exports ask more of them."""
    for name in ABSENT:
        if sys.modules.get(name, ...) is None:
            del sys.modules[name]
    for name in HOLLOW:
        if isinstance(sys.modules.get(name), _Hollow):
            del sys.modules[name]
