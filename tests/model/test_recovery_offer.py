"""What a journal offers to whoever opens its plan again."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.recovery.finding import HISTORY_SECONDS, recoveries
from model.recovery.offer import Offers, offers
from model.store.reading import load
from tests.commands import PLAN
from tests.sittings import TYPING, killed, opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def _offers(folder: Path, file: Path, later: float = 0.0) -> Offers:
    found, loaded = recoveries(folder, file), load(file)
    return offers(found, loaded.plan, loaded.digest, found[0].when + later)


def test_history_is_kept_for_a_day(file: Path, tmp_path: Path) -> None:
    """What could be undone in a sitting that ended well is offered for a day, while the file is the one it saved."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    session.save()
    killed(tmp_path / "r", session.sitting(TYPING))
    assert _offers(tmp_path / "r", file).history is not None
    assert _offers(tmp_path / "r", file, HISTORY_SECONDS + 1) == Offers()
    file.write_text(PLAN, encoding="utf-8")
    assert _offers(tmp_path / "r", file) == Offers()


def test_only_the_newest_has_a_history_to_offer(file: Path, tmp_path: Path) -> None:
    """A sitting that ended well before another did is not gone back to."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    session.save()
    saved = session.sitting(TYPING)
    killed(tmp_path / "r", saved)
    session.edit("plan.title", "Encore")
    killed(tmp_path / "r", session.sitting(TYPING))
    made = _offers(tmp_path / "r", file)
    assert (len(made.unsaved), made.history) == (1, None)
    assert made.unsaved[0].base.plan.title == "Autre"


def test_a_journal_that_has_just_gone_offers_nothing(file: Path, tmp_path: Path) -> None:
    """Another program removed it between finding and reading."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    killed(tmp_path / "r", session.sitting(TYPING))
    found, loaded = recoveries(tmp_path / "r", file), load(file)
    found[0].remove()
    assert offers(found, loaded.plan, loaded.digest, 0) == Offers()


def test_texts_alone_go_into_todays_plan(file: Path, tmp_path: Path) -> None:
    """A half-typed text of a plan that was saved is for the plan as its file holds it today."""
    session = opened(file)
    session.drafts["plan.start"] = "30/"
    killed(tmp_path / "r", session.sitting(TYPING))
    file.write_text(PLAN.replace("Stand", "Salon"), encoding="utf-8")
    (offer,) = _offers(tmp_path / "r", file).unsaved
    assert (offer.sitting.plan.budget["B1"].label, offer.sitting.digest) == ("Salon", load(file).digest)
    assert replace(offer.sitting, drafts={}).has_unsaved is False
