"""A new plan: what stands in it before anything is typed."""

import re
from datetime import date

from model.plan import Plan
from model.sheet import Sheet
from model.values import FORBIDDEN

_UNFIT = re.compile(rf"[{FORBIDDEN}\ud800-\udfff]+")
_LONGEST_TITLE = 255


def fresh(title: str, language: str, today: date | None = None) -> Plan:
    """A plan for the coming calendar year, in euros excluding tax, in a language (`fr` or `en`).

    `today` is the real day unless given.
    """
    year = (today or date.today()).year + 1
    return Plan(
        plan=Sheet(
            title=fit_title(title),
            language="fr" if language == "fr" else "en",
            start=date(year, 1, 1),
            end=date(year, 12, 31),
            currency="EUR",
            prices="excl_tax",
        )
    )


def fit_title(name: str) -> str | None:
    """A file's name as a title: without the characters that a plan refuses; None when nothing is left."""
    return _UNFIT.sub(" ", name)[:_LONGEST_TITLE].strip() or None
