"""Pydantic's plugins left aside: looking for them costs every launch 15 ms, more in a crowded environment.

This application has none, and a plugin that happens to be installed should not see the plans it opens.
"""

import sys
from types import ModuleType


def leave_plugins_aside() -> None:
    """Before the first record's checks are built; without effect if pydantic has looked already, or looks elsewhere."""
    loader = ModuleType("pydantic.plugin._loader")
    loader.get_plugins = lambda: ()  # type: ignore[attr-defined]
    sys.modules.setdefault(loader.__name__, loader)
