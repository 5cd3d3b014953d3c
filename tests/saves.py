"""Plans saved in the tests of saving, and what is made to fail there."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from model import edits
from model.plan import Plan


def plan_named(title: str) -> Plan:
    return edits.put(Plan(), "plan.title", title)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def failing(call: Callable[..., Any], number: int, only_when: Callable[..., bool]) -> Callable[..., Any]:
    def fails(*arguments: Any, **named: Any) -> Any:
        if only_when(*arguments):
            raise OSError(number, os.strerror(number))
        return call(*arguments, **named)

    return fails


def is_file(descriptor: int, *_: object) -> bool:
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def is_temporary(path: object, *_: object) -> bool:
    return Path(str(path)).name.startswith(".plan.toml.")
