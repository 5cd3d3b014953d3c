"""Several processes that edit one file at the same time, and one that only reads it: no edit is lost, none is torn."""

import time
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from model import edits
from model.plan import Plan
from model.store.problems import FileChangedError, PlanUnusableError, SaveFailedError
from model.store.reading import load
from model.store.saving import save
from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, spread

WRITERS: Final = 8
_ALL: Final = "all"
_PATIENCE_S: Final = 600.0


@dataclass(frozen=True, slots=True)
class _Person:
    """Whoever has the file open: a writer with a driver of the plan to count up, or the reader (who has none)."""

    file: Path
    driver: str
    saves: int


def run(asked: Asked) -> Outcome:
    """Each writer counts its own figure and a common one up; in the end each says how often it was saved."""
    file, each = asked.folder / "plan.toml", max(1, asked.tries // WRITERS)
    names = [f"w{number}" for number in range(WRITERS)]
    save(_counting(names), file, None)
    people = [_Person(file, "", each * WRITERS), *(_Person(file, name, each) for name in names)]
    outcome = spread(people, _at_work, len(people))
    found = {name: _count(load(file).plan, name) for name in (*names, _ALL)}
    wanted = {**dict.fromkeys(names, each), _ALL: each * WRITERS}
    strays = sorted(path.name for path in file.parent.iterdir() if path != file)
    wrong = [f"saved {wanted}, found {found}"] * (found != wanted) + [f"stray files: {strays}"] * bool(strays)
    return outcome + Outcome(0, tuple(Miss("writers.toml", what, file.read_bytes()) for what in wrong))


def _counting(names: list[str]) -> Plan:
    return Plan.from_table({"drivers": {name: {"value": Decimal(0)} for name in (*names, _ALL)}})


def _count(plan: Plan, name: str) -> int:
    return int(Decimal(plan.drivers[name].value or 0))


def _at_work(person: _Person) -> Outcome:
    return _writing(person) if person.driver else _reading(person)


def _reading(person: _Person) -> Outcome:
    """Load again and again, until all is saved: every time a whole plan, and no figure ever goes back."""
    outcome, last, end = Outcome(), 0, time.monotonic() + _PATIENCE_S
    while last < person.saves and time.monotonic() < end:
        try:
            plan = load(person.file).plan
        except PlanUnusableError as error:
            return outcome + Outcome(0, (Miss("torn.toml", str(error), person.file.read_bytes()),))
        parts = sum(_count(plan, name) for name in plan.drivers if name != _ALL)
        now = _count(plan, _ALL)
        if parts != now or now < last:
            return outcome + Outcome(0, (Miss("lost.toml", f"{parts} and {now} after {last}"),))
        last = now
        outcome += Outcome(0, (), {"reads": 1})
    return outcome


def _writing(person: _Person) -> Outcome:
    outcome, done, end = Outcome(), 0, time.monotonic() + _PATIENCE_S
    while done < person.saves and time.monotonic() < end:
        loaded = load(person.file)
        plan = loaded.plan
        for name in (person.driver, _ALL):
            plan = edits.put(plan, f"drivers.{name}.value", Decimal(_count(plan, name) + 1))
        try:
            save(plan, person.file, loaded.digest)
        except FileChangedError:
            outcome += Outcome(0, (), {"conflicts": 1})
        except SaveFailedError as error:
            if error.code != "file_busy":
                raise
            outcome += Outcome(0, (), {"busy": 1})
        else:
            done += 1
    return outcome + Outcome(done)


CAMPAIGN: Final = Campaign("writers", "saves by eight processes on one file", 1_000, 40, run)
