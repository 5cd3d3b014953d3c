"""Generated plans saved and loaded: the file holds the same bytes, and they hold the same plan."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import one_of

from model.plan import Plan
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps
from tests import catalogue_strategies, strategies
from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, spread

_PACK: Final = 250


@dataclass(slots=True)
class _Pack:
    """Plans generated from one seed: how many were tried, and the last one, which is the smallest that fails."""

    folder: Path
    tried: int = 0
    last: bytes = b""

    def attempt(self, plan: Plan) -> None:
        self.tried += 1
        self.last = dumps(plan)
        file = self.folder / "plan.toml"
        file.unlink(missing_ok=True)
        save(plan, file, None)
        loaded = load(file)
        assert file.read_bytes() == self.last == dumps(loaded.plan)
        assert loaded.plan == plan


def run(asked: Asked) -> Outcome:
    """Plans in packs, each from a seed of its own."""
    packs = [(asked.seed * 1_000 + n, min(_PACK, asked.tries - n)) for n in range(0, asked.tries, _PACK)]
    return spread(packs, _packed, asked.jobs)


def _packed(pack: tuple[int, int]) -> Outcome:
    number, most = pack
    with TemporaryDirectory() as name:
        made = _Pack(Path(name))
        try:
            _generated(made, number, most)
        except Exception as error:  # whatever it is, the plan that it happens with is what counts
            miss = Miss(f"plan-{number}.toml", f"{type(error).__name__}: {error}", made.last)
            return Outcome(made.tried, (miss,))
    return Outcome(made.tried)


def _generated(pack: _Pack, number: int, most: int) -> None:
    plans = one_of(catalogue_strategies.plans(), strategies.plans(with_scenarios=True))
    phases = (Phase.generate, Phase.shrink)
    quiet = settings(
        max_examples=most, database=None, deadline=None, phases=phases, suppress_health_check=list(HealthCheck)
    )
    seed(number)(quiet(given(plans)(partial(_attempt, pack))))()


def _attempt(pack: _Pack, plan: Plan) -> None:
    pack.attempt(plan)


CAMPAIGN: Final = Campaign("plans", "generated plans saved and loaded", 10_000, 100, run)
