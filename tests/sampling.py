"""How many examples a costly property is tried on: a sample at each run, all of them by command (`make thorough`)."""

import os

_PERCENT = int(os.environ.get("EXAMPLES_PERCENT", "40"))
_LEAST = 10


def some(full: int) -> int:
    """The share of a full number of examples that this run takes."""
    return max(full * _PERCENT // 100, _LEAST)
