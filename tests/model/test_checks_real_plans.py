"""The review names, each by its code, the flaws of two published plans; and none on a clean plan.

The figures are the publishers' own: Twin Cities Gateway (budgets of 2013 and 2020, slides of 2017) and Switzerland
Tourism (reports of 2017 to 2021).

Out of reach of a plan file, which holds one version of each figure and no prose of others:

- two figures printed for one thing on one page (16 and 12.03 bn contacts, 31.4 and 3.41 m visits, 870,000 and 3.1 m
  brochures): a day has one reading; the other figure goes into its note, which people read;
- two versions of one budget year, or a budget called actual: the file is one version, and git keeps the others;
- a period misquoted in a sentence (2008-2019 for 2016-2019): rules read fields, not sentences;
- a percentage printed on a base that is not said (56 % or 69 % federal, self-financing, 29 % or 27.5 % of reserve): the
  file computes its own ratio, on spending;
- what a memo leaves unexplained (37,800 beside a reserve of 99,000), and totals that do not add up: a plan holds lines,
  and sums them itself.
"""

from datetime import date
from typing import Final

import pytest

from model.checks import check
from tests.checking import plan_of

LAST_DAY: Final = date(2020, 12, 31)

GATEWAY: Final = """
[plan]
title = "Twin Cities Gateway 2020"
start = 2020-01-01
end = 2020-12-31
currency = "USD"
prices = "excl_tax"
ceiling = 1051000
reserve = 357199
reserve_floor = 25
mission = "Serve those who need a room north of the Twin Cities"

[team.director]
name = "Executive director"

[review.R1]
action = "Regional grant program, 2018"
planned = 30000
spent = 14033
verdict = "correct"
lesson = "Fewer organisers can match a grant than was thought"

[review.R2]
action = "New venue promotion, 2018"
planned = 10000
spent = 0
verdict = "drop"
lesson = "No venue opened"

[objectives.O1]
title = "Spend no more than the year brings"
family = "activity"
metric = "Net result of the year"
unit = "USD"
target_kind = "at_least"
target = 0
deadline = 2020-12-31

[objectives.O2]
title = "Keep operating cost at a fifth"
family = "activity"
metric = "Operating lines as a percentage of spending"
unit = "% of spending"
target_kind = "at_most"
target = 20
deadline = 2020-12-31

[objectives.O3]
title = "Bring 190,000 sessions to the website"
family = "communication"
metric = "User sessions"
unit = "sessions"
baseline = 132368
baseline_date = 2015-12-31
target = 190000
deadline = 2020-12-31

[actions.A1]
title = "Run the bureau"
objectives = ["O1", "O2"]
owner = "director"

[budget.B1]
label = "Management contracts"
action = "A1"
amount = 215000
last_year = 200000
[budget.B1.history]
2018 = 197920
2019 = 199500

[budget.B2]
label = "Regional grant program"
action = "A1"
amount = 836000
source = "last_year"
last_year = 30000
[budget.B2.history]
2016 = 19775
2017 = 15213
2018 = 14033

[funding.N1]
label = "Lodging taxes"
kind = "income"
amount = 975000

[funding.N2]
label = "Grants, investment income"
kind = "own"
amount = 8000

[indicators.K1]
name = "Net result of the year"
objective = "O1"
unit = "USD"
direction = "up"
[indicators.K1.readings]
2016-12-31 = 72014
2017-12-31 = -56652
2018-12-31 = -88996
2019-12-31 = -175775

[indicators.K2]
name = "Operating share of spending"
objective = "O2"
unit = "% of spending"
direction = "down"
[indicators.K2.readings]
2017-12-31 = 21.46
2018-12-31 = 21.13
2019-12-31 = 21.11
2020-01-01 = 24.36

[indicators.K3]
name = "User sessions"
objective = "O3"
unit = "sessions"
direction = "up"
[indicators.K3.readings]
2015-12-31 = 132368
2016-12-31 = 202941
[indicators.K3.reading_notes]
2016-12-31 = "The slide says +65 %"

[indicators.K4]
name = "eNews opt-ins"
objective = "O3"
unit = "opt-ins"
[indicators.K4.readings]
2015-12-31 = 3230
2016-12-31 = 9126
[indicators.K4.reading_notes]
2016-12-31 = "The slide says +65 %"
"""

SWITZERLAND: Final = """
[plan]
title = "Suisse Tourisme 2021"
start = 2021-01-01
end = 2021-12-31
currency = "CHF"
prices = "excl_tax"

[objectives.O1]
title = "Retrouver les contacts médias de 2019"
family = "communication"
metric = "Contacts médias"
unit = "milliards"
baseline = 15.29
baseline_date = 2019-12-31
target = 16
deadline = 2021-12-31

[objectives.O2]
title = "Remplir 49,4 % des chambres"
family = "activity"
metric = "Taux d'occupation des chambres"
unit = "%"
baseline = 48.8
baseline_date = 2020-12-31
target_kind = "increase_percent"
target = 0.6
deadline = 2021-12-31

[budget.B1]
label = "Marchés lointains"
amount = 1000000
currency = "USD"
exchange_rate = 0.92

[indicators.K1]
name = "Contacts médias"
objective = "O1"
unit = "milliards"
direction = "up"
breaks = [2021-01-01]
[indicators.K1.readings]
2016-12-31 = 10.76
2017-12-31 = 12.03
2018-12-31 = 16.98
2019-12-31 = 15.29
2021-12-31 = 5.18

[indicators.K2]
name = "Contacts médias, sans rupture déclarée"
unit = "milliards"
[indicators.K2.readings]
2016-12-31 = 10.76
2017-12-31 = 12.03
2018-12-31 = 16.98
2019-12-31 = 15.29
2021-12-31 = 5.18
"""

CLEAN: Final = """
[plan]
title = "Gîtes du Val 2027"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
ceiling = 10000
reserve = 8000
reserve_floor = 25
mission = "Loger celles et ceux qui marchent dans la vallée"

[team.marie]
name = "Marie"
[team.paul]
name = "Paul"

[objectives.O1]
title = "Vendre 400 nuits hors saison"
family = "activity"
metric = "Nuits vendues d'octobre à mai"
unit = "nuits"
baseline = 350
baseline_date = 2026-12-31
target = 400
deadline = 2027-12-31
owner = "marie"
[objectives.O1.checkpoints]
2027-06-30 = 375

[actions.A1]
title = "Ouvrir la réservation en ligne"
objectives = ["O1"]
what = "Réserver et payer sur le site"
owner = "paul"
start = 2027-01-04
end = 2027-03-26
[actions.A1.milestones.J1]
title = "Site ouvert"
due = 2027-03-01

[budget.B1]
label = "Module de réservation"
action = "A1"
source = "contract"
amount = 4000
last_year = 3900
[budget.B1.history]
2025 = 3800
2026 = 3900

[funding.N1]
label = "Fonds propres"
kind = "own"
amount = 4000
secured = true

[indicators.K1]
name = "Nuits vendues"
objective = "O1"
formula = "Nuits payées, d'octobre à mai"
unit = "nuits"
source = "Logiciel de réservation"
owner = "paul"
frequency = "yearly"
direction = "up"
[indicators.K1.readings]
2024-12-31 = 330
2025-12-31 = 342
2026-12-31 = 350
[indicators.K1.reading_notes]
2025-12-31 = "+3,6 % selon le logiciel"
"""

ABOUT: Final = ("OBJ", "ACT", "BUD", "FUN", "IND", "TRC002", "TRC003", "TRC004", "PLN")
"""The families that these flaws are of; the small plans below say nothing of the market, nor of decisions."""


def _found(text: str, today: date) -> set[tuple[str, str]]:
    return {(finding.code, finding.path) for finding in check(plan_of(text), today)}


@pytest.mark.parametrize(
    ("flaw", "code", "path"),
    [
        ("four deficits in a row", "IND023", "indicators.K1.readings.2019-12-31"),
        ("each deficit larger than the last", "IND024", "indicators.K1.readings.2019-12-31"),
        ("an operating share of 24.4 % for a rule of 20 %", "IND023", "indicators.K2.readings.2020-01-01"),
        ("another year at -68,000 leaves 21 % of spending", "FUN003", "plan.reserve"),
        ("revenue of 983,000 for spending of 1,051,000", "FUN004", "funding.N2.amount"),
        ("one source brings 99 % of the income", "FUN005", "funding.N1.amount"),
        ("grants budgeted at twice what is spent, a venue at all of it", "REV003", "review.R1.planned"),
        ("a line far above every year behind it", "BUD024", "budget.B2.history"),
        ("2019 told twice, as a projection and as an actual figure", "BUD023", "budget.B1.history.2019"),
        ("a target of sessions below the last reading", "OBJ004", "objectives.O3.target"),
        ("+65 % of sessions stated, +53.3 % computed", "IND019", "indicators.K3.reading_notes.2016-12-31"),
        ("+65 % of opt-ins stated, +182.5 % computed", "IND019", "indicators.K4.reading_notes.2016-12-31"),
        ("a large line on a yearly estimate without a source", "BUD002", "budget.B1.source"),
    ],
)
def test_flaws_of_the_gateway(flaw: str, code: str, path: str) -> None:
    """Each flaw of Twin Cities Gateway that a plan file holds is named by its code, where it is."""
    assert (code, path) in _found(GATEWAY, LAST_DAY), flaw


@pytest.mark.parametrize(
    ("flaw", "code", "path"),
    [
        ("growth from before a new definition to after it", "IND012", "objectives.O1.baseline"),
        ("a series redefined and not said to be", "IND011", "indicators.K2.readings.2021-12-31"),
        ("+0.6 %, of points or of a percentage", "OBJ008", "objectives.O2.target_kind"),
        ("spending abroad at a rate of no day", "BUD022", "budget.B1.rate_date"),
    ],
)
def test_flaws_of_switzerland(flaw: str, code: str, path: str) -> None:
    """The same for Switzerland Tourism."""
    assert (code, path) in _found(SWITZERLAND, date(2021, 12, 31)), flaw


def test_a_reserve_under_its_floor() -> None:
    """One more year at the same deficit, and the reserve closes at 221,199, 21 % of spending: under its floor."""
    next_year = GATEWAY.replace("reserve = 357199", "reserve = 289199")
    assert ("FUN002", "plan.reserve_floor") in _found(next_year, LAST_DAY)
    assert ("FUN002", "plan.reserve_floor") not in _found(GATEWAY, LAST_DAY)


def test_a_declared_break_is_no_leap() -> None:
    """Said to be redefined, the series is judged on each side of its break alone."""
    assert not any(code == "IND011" and "K1" in path for code, path in _found(SWITZERLAND, date(2021, 12, 31)))


@pytest.mark.parametrize("today", [date(2027, 1, 4), date(2027, 2, 28), date(2028, 3, 1)])
def test_none_on_a_clean_plan(today: date) -> None:
    """A plan without these flaws raises none of them, before, within and after its year."""
    text = CLEAN.replace("end = 2027-03-26\n", 'end = 2027-03-26\nstatus = "doing"\n')
    done = text.replace("due = 2027-03-01", "due = 2027-03-01\ndone = 2027-02-26")
    found = _found(done, today)
    assert {(code, path) for code, path in found if code.startswith(ABOUT)} == set()
