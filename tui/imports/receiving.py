"""Which reader reads which file: each kind of import stands here beside the others."""

from collections.abc import Callable
from pathlib import Path

from model.plan import Plan
from tui.imports.refusing import ImportRefusedError
from tui.imports.workbook import Returned, returned

READERS: dict[str, Callable[[Plan, Path], Returned]] = {".xlsx": returned, ".xlsm": returned}


def read_file(plan: Plan, file: Path) -> Returned:
    """What a file makes of the plan.

    Raises:
        ImportRefusedError: nobody reads such files, or this one cannot be read.
        ArrivalRefusedError: a value that the plan cannot hold.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise ImportRefusedError("imports.unknown", file=str(file), known=", ".join(READERS))
    return reader(plan, file)
