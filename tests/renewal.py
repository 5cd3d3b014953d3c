"""What the tests of renewal share: a plan at its year's end, and a teller that speaks in figures."""

from dataclasses import dataclass

from model.renewal.outcome import Outcome

YEAR = """\
format = 1

[plan]
title = "Plan 2027"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
summary = "Une bonne année"
status = "validated"

[team.marie]
name = "Marie"

[review.R1]
action = "Foire 2026"
verdict = "repeat"

[objectives.O1]
title = "Contrats"
family = "customers"
metric = "Contrats signés"
unit = "contrats"
baseline = 12
baseline_date = 2026-12-31
target = 30
deadline = 2027-12-31
owner = "marie"
answers = [
    "R1",
]

[objectives.O1.checkpoints]
2027-06-30 = 20

[actions.A1]
title = "Foire"
objectives = [
    "O1",
]
owner = "marie"
start = 2027-03-01
end = 2027-03-31
status = "done"
pdca = "check"
from = "R1"
verdict = "correct"
lesson = "Un vendeur de plus"

[actions.A1.milestones.J1]
title = "Stand réservé"
due = 2027-02-28
done = 2027-02-26

[actions.A2]
title = "Affichage"
objectives = [
    "O1",
]
what = "Quatre panneaux"
owner = "marie"
start = 2027-05-01
status = "doing"
verdict = "drop"

[actions.A3]
title = "Lettre"
objectives = [
    "O1",
]
owner = "marie"
start = 2027-01-15
status = "doing"
depends_on = [
    "A2",
]

[budget.B1]
label = "Stand"
action = "A1"
source = "quote"
valid_until = 2027-01-31
amount = 5000
start = "2027-03"
end = "2027-03"
spent = 5250.5
status = "paid"
low = 4500
high = 6000

[budget.B1.history]
2026 = 4800

[budget.B1.quotes.Y1]
supplier = "Standiste"
amount = 5000
chosen = true

[budget.B2]
label = "Panneaux"
action = "A2"
amount = 3000

[budget.B3]
label = "Graphiste"
landing = 900

[budget.B3.shares]
A1 = 30
A2 = 40
A3 = 30

[budget.B3.months]
2027-03 = 500
2027-09 = 500

[budget.B4]
label = "Envois"
action = "A3"
unit_cost = 0.9
quantity = 1000

[funding.N1]
label = "Fonds propres"
kind = "own"
amount = 12000
secured = true

[scenarios.prudent]
title = "Prudent"

[indicators.K1]
name = "Contrats signés"
objective = "O1"
unit = "contrats"
direction = "up"
baseline = 12
target = 30
frequency = "quarterly"

[indicators.K1.readings]
2026-12-31 = 12
2027-06-30 = 18
2027-12-31 = 31

[corrections.X1]
indicator = "K1"
date = 2027-07-01
decision = "act"
action = "A3"
review = 2027-09-30

[corrections.X2]
indicator = "K1"
date = 2027-12-15
decision = "accept"
review = 2028-03-31

[waivers.W1]
rule = "ACT006"
path = "actions.A3.milestones"
reason = "Décidé"
until = 2027-12-31

[links]
"O1>R1" = "7f3a9c"
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Says what a plan knows as figures alone, in no language."""

    def expected(self, outcomes: tuple[Outcome, ...]) -> str:
        """The levels wanted."""
        return " ".join(f"{outcome.id}={outcome.wanted}" for outcome in outcomes if outcome.wanted is not None)

    def obtained(self, outcomes: tuple[Outcome, ...], milestones: tuple[int, int]) -> str:
        """The levels shown, and the milestones."""
        shown = [f"{outcome.id}={outcome.shown.figure}" for outcome in outcomes if outcome.shown is not None]
        return " ".join([*shown, "{}/{}".format(*milestones)])

    def corrected(self, lesson: str) -> str:
        """The lesson after a mark."""
        return f"! {lesson}"
