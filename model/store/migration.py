"""Files of earlier formats, brought step by step to today's while they are read; the file itself stays as it is."""

from collections.abc import Callable
from typing import Any

from model.plan import FORMAT

Table = dict[str, Any]

# By format number: what makes of a file of that format one of the next. Format 1 is the first, so there is none yet.
STEPS: dict[int, Callable[[Table], Table]] = {}


def is_known(number: int) -> bool:
    """Whether a file of this format can be brought to today's."""
    return all(step in STEPS for step in range(number, FORMAT)) and number <= FORMAT


def migrated(data: Table) -> Table:
    """The file's tables as today's format has them."""
    for number in range(data["format"], FORMAT):
        data = {**STEPS[number](data), "format": number + 1}
    return data
