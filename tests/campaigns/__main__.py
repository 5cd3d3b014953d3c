"""`make campaigns`: each goal of robustness tried at full size, from a seed that is told and can be given again."""

import argparse
import os
import secrets
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.campaigns.campaign import Asked, Campaign, Outcome, keep
from tests.campaigns.registry import CAMPAIGNS

MOST_SHOWN = 10


def main() -> int:
    """Run the campaigns asked for; 1 when a goal was missed."""
    options = _options()
    if options.list:
        for campaign in CAMPAIGNS.values():
            print(f"{campaign.name:12} {campaign.tries:>7,}  {campaign.about}")
        return 0
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    held = [_held(CAMPAIGNS[name], options, seed) for name in options.names or CAMPAIGNS]
    return 0 if all(held) else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(CAMPAIGNS)} (all)")
    parser.add_argument("--tries", type=int, help="how many, instead of the full size")
    parser.add_argument("--seed", type=int, help="what everything follows from, instead of one by chance")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at work (as many as cores)")
    parser.add_argument("--failures", type=Path, default=Path("build/campaigns"), help="where failing inputs are kept")
    parser.add_argument("--list", action="store_true", help="the campaigns, and their full sizes")
    options = parser.parse_args()
    if unknown := set(options.names) - set(CAMPAIGNS):
        parser.error(f"no campaign {', '.join(sorted(unknown))}; there are {', '.join(CAMPAIGNS)}")
    return options


def _held(campaign: Campaign, options: argparse.Namespace, seed: int) -> bool:
    """Run one campaign and print what came of it; whether its goal was reached."""
    start = time.monotonic()
    with TemporaryDirectory() as folder:
        asked = Asked(options.tries or campaign.tries, seed, options.jobs, Path(folder))
        outcome = campaign.run(asked)
    kept = keep(outcome.misses, options.failures / campaign.name)
    print(_line(campaign, outcome, seed, time.monotonic() - start), flush=True)
    for miss, file in list(zip(outcome.misses, kept, strict=True))[:MOST_SHOWN]:
        print(f"    {file}: {miss.wrong.splitlines()[0][:200]!r}")
    return not outcome.misses and outcome.tried > 0


def _line(campaign: Campaign, outcome: Outcome, seed: int, seconds: float) -> str:
    counts = "".join(f", {number:,} {name}" for name, number in outcome.counts.items())
    result = f"{len(outcome.misses):,} FAULTS" if outcome.misses else "no fault" if outcome.tried else "NOTHING TRIED"
    return (
        f"{campaign.name}: {campaign.about}: {outcome.tried:,} tried{counts}: {result} (seed {seed}, {seconds:.0f} s)"
    )


if __name__ == "__main__":
    sys.exit(main())
