"""What a campaign is: something tried a great many times, from a seed, until it fails or does not."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import TypeVar

Tried = TypeVar("Tried")
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Miss:
    """One try that did not hold: its name, what was wrong, and the bytes that make it happen again."""

    name: str
    wrong: str
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many tries were made, those that did not hold, and what was counted on the way."""

    tried: int = 0
    misses: tuple[Miss, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def __add__(self, other: "Outcome") -> "Outcome":
        names = sorted({*self.counts, *other.counts})
        counts = {name: self.counts.get(name, 0) + other.counts.get(name, 0) for name in names}
        return Outcome(self.tried + other.tried, self.misses + other.misses, counts)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much to try: the number of tries, the seed that all of them follow from, processes at work, a folder."""

    tries: int
    seed: int
    jobs: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Campaign:
    """A row of the goals: what is tried, how often at full size, how often among the tests, and what tries it."""

    name: str
    about: str
    tries: int
    sample: int
    run: Callable[[Asked], Outcome]


def chance(seed: int, number: int) -> Random:
    """The dice of one try: the same seed and number always fall alike, whichever process throws them."""
    return Random(f"{seed}:{number}")


def spread(tries: Sequence[Tried], attempt: Callable[[Tried], Outcome], jobs: int) -> Outcome:
    """Make every try, on several processes where asked; their outcomes together."""
    if jobs <= 1 or len(tries) <= 1:
        return _sum(map(attempt, tries))
    chunk = max(1, min(50, len(tries) // (jobs * 4)))
    with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
        return _sum(pool.map(attempt, tries, chunksize=chunk))


def keep(misses: Iterable[Miss], folder: Path) -> list[Path]:
    """Write what failed where a test can be made of it: the bytes, and beside them what was wrong."""
    kept = []
    for miss in misses:
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "".join(char if char.isalnum() or char in "-_." else "_" for char in miss.name)[:LONGEST_NAME]
        file.write_bytes(miss.data)
        file.with_name(f"{file.name}.why").write_text(f"{miss.wrong}\n", encoding="utf-8", errors="backslashreplace")
        kept.append(file)
    return kept


def _sum(outcomes: Iterable[Outcome]) -> Outcome:
    return reduce(Outcome.__add__, outcomes, Outcome())
