"""A sample of every campaign, always the same one: a goal that is missed shows among the tests."""

from pathlib import Path

import pytest

from tests.campaigns.campaign import Asked, Campaign, keep
from tests.campaigns.registry import CAMPAIGNS

SEED = 20_270_101


@pytest.mark.parametrize("campaign", CAMPAIGNS.values(), ids=list(CAMPAIGNS))
def test_a_sample_of_the_campaign(campaign: Campaign, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is tried fails; what does is kept, named, in the test's folder."""
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "work").mkdir()
    outcome = campaign.run(Asked(campaign.sample, SEED, 1, tmp_path / "work"))
    kept = keep(outcome.misses, tmp_path / "failures")
    assert not outcome.misses, f"{[str(path) for path in kept[:5]]}\n{outcome.misses[0].wrong}"
    assert outcome.tried >= campaign.sample // 2
