"""Plans that trip the rules which `tests/model/test_checks_flaws.py` proves: each flaw beside what is none."""

from typing import Final

OBJECTIVES: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
[diagnostic.swot.S1]
kind = "strength"
text = "s"
[objectives.O1]
title = "Être plus visible"
metric = "Notoriété"
unit = "%"
baseline = 30
target_kind = "increase_percent"
target = 10
deadline = 2027-12-31
[objectives.O2]
title = "Signer 40 devis"
metric = "Devis signés"
unit = "devis"
baseline = 10
baseline_date = 2027-07-01
target = 40
deadline = 2027-06-30
owner = "T1"
parent = "O3"
[objectives.O2.checkpoints]
2027-03-31 = 25
2027-05-31 = 20
2027-06-30 = 40
[objectives.O3]
title = "Vendre 900 séjours"
metric = "Séjours vendus"
unit = "séjours"
baseline = 800
baseline_date = 2026-12-31
target = 900
deadline = 2027-06-01
owner = "T1"
answers = ["S1"]
[objectives.O3.checkpoints]
2027-03-31 = 300
[objectives.O4]
title = "Réduire les réclamations"
metric = "Réclamations"
unit = "réclamations"
baseline = 50
baseline_date = 2026-12-31
target_kind = "increase"
target = -10
deadline = 2027-06-01
owner = "T1"
answers = ["S1"]
[objectives.O5]
title = "Garder 50 clubs"
metric = "Clubs adhérents"
unit = "clubs"
baseline = 50
baseline_date = 2026-12-31
target_kind = "increase"
target = 0
deadline = 2027-06-01
owner = "T1"
answers = ["S1"]
[objectives.O6]
title = "Vendre 2 000 séjours en ligne"
metric = "Séjours en ligne"
unit = "séjours"
baseline = 1100
baseline_date = 2026-12-31
target = 2000
deadline = 2027-12-31
owner = "T1"
answers = ["S1"]
[objectives.O6.checkpoints]
2027-06-30 = 1500
[indicators.K4]
objective = "O4"
direction = "down"
[indicators.K6]
objective = "O6"
unit = "Séjours"
[indicators.K6.readings]
2024-12-31 = 1000
2025-12-31 = 1050
2026-12-31 = 1100
"""
"""Objectives that are vague, far, without an owner or a path; and some that only look so."""

ACTIONS: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
deadline = 2027-03-31
[objectives.O2]
deadline = 2027-11-30
[actions.A1]
objectives = ["O1"]
start = 2027-04-01
end = 2027-09-30
status = "planned"
depends_on = ["A4"]
[actions.A1.milestones.J1]
due = 2027-03-31
[actions.A2]
objectives = ["O1", "O2"]
what = "w"
start = 2027-04-01
end = 2027-04-30
status = "doing"
depends_on = ["A3"]
[actions.A2.effort]
T1 = 2
[actions.A3]
how = "h"
start = 2027-05-01
end = 2027-12-31
status = "planned"
[actions.A4]
what = "w"
start = 2027-01-01
end = 2027-12-31
status = "dropped"
[actions.A5]
what = "w"
start = 2027-01-01
end = 2027-01-31
status = "done"
[budget.B1]
label = "Foire"
action = "A1"
amount = 100
[budget.B2]
label = "Foire"
action = "A4"
amount = 50
[budget.B3]
label = "Foire"
action = "A4"
amount = 50
landing = 0
[budget.B4]
label = "Foire"
amount = 5
[budget.B4.shares]
A2 = 100
[indicators.K1]
[indicators.K2]
objective = "O2"
[corrections.X1]
indicator = "K1"
decision = "act"
action = "A3"
"""
"""Actions late, undescribed, without means or measure; the same for what they cost."""

BUDGET: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
[budget.B1]
label = "a"
amount = 1000
landing = 1100
committed = 1000.01
spent = 1000
source = "contract"
[budget.B2]
label = "b"
amount = 1000
committed = 600
spent = 700
landing = 650
source = "estimate"
low = 1001
high = 1200
[budget.B3]
label = "c"
unit_cost = 500
quantity = 2
source = "estimate"
[budget.B4]
label = "d"
amount = 10
source = "estimate"
[budget.B5]
label = "e"
amount = 1000
currency = "CHF"
exchange_rate = 1
high = 900
last_year = 900
source = "last_year"
[budget.B5.history]
2024 = 500
2025 = 600
2026 = 890
[budget.B6]
label = "f"
amount = 1000
source = "last_year"
last_year = 600
[budget.B6.history]
2024 = 400
2025 = 500
[budget.B7]
label = "g"
amount = 1000
source = "quote"
[budget.B8]
label = "h"
amount = 1000
source = "quote"
[budget.B8.quotes.Y1]
amount = 1000
date = 2027-02-01
valid_until = 2027-01-31
chosen = true
[budget.B8.quotes.Y2]
amount = 900
date = 2027-02-01
valid_until = 2027-06-01
chosen = true
[budget.B9]
label = "c"
unit_cost = 500
quantity = 2
source = "estimate"
[budget.B10]
label = "b"
amount = 1000
low = 900
high = 1000
supplier = "s"
"""
"""Lines whose figures do not agree with one another."""

FUNDING: Final = """
[plan]
title = "t"
currency = "EUR"
prices = "excl_tax"
reserve = 300
reserve_floor = 25
[actions.A1]
[actions.A2]
[budget.B1]
label = "a"
amount = 800
action = "A1"
[budget.B2]
label = "b"
amount = 200
[funding.N1]
label = "Taxe de séjour"
kind = "income"
amount = 820
actions = ["A1"]
[funding.N2]
label = "Subvention"
kind = "grant"
rate = 4
[funding.N3]
label = "Vide"
rate = 0
[funding.N4]
label = "Prêt d'une salle"
kind = "in_kind"
amount = 500
actions = ["A1", "A2"]
"""
"""A plan that one source pays for, and not all of it."""

UNPROMISED: Final = """
[plan]
title = "t"
currency = "EUR"
prices = "incl_tax"
reserve = 450
reserve_floor = 25
[budget.B1]
label = "a"
amount = 1000
[funding.N1]
label = "Fonds propres"
kind = "own"
amount = 700
[funding.N2]
label = "Subvention"
kind = "grant"
amount = 110
secured = false
[funding.N3]
label = "Report"
kind = "carry_over"
amount = 190
"""
"""A plan paid for, by a promise not yet made and by a reserve that bears it once."""

READINGS: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
unit = "clients"
baseline = 100
baseline_date = 2026-12-31
target = 150
deadline = 2027-12-31
[objectives.O2]
target_kind = "qualitative"
deadline = 2027-04-01
[indicators.K1]
objective = "O1"
unit = "Clients"
target = 140
baseline = 90
frequency = "monthly"
aggregate = "sum"
direction = "up"
breaks = [2027-03-01]
[indicators.K1.readings]
2026-12-31 = 101
2027-01-10 = 102
2027-01-31 = 103
2027-04-01 = 104
[indicators.K1.reading_notes]
2027-01-31 = "compté deux fois"
2027-02-28 = "oublié"
[indicators.K2]
objective = "O2"
frequency = "weekly"
formula = "f"
source = "s"
[indicators.K3]
action = "A1"
unit = "visites"
frequency = "quarterly"
direction = "up"
baseline = 10
target = 9
[indicators.K3.readings]
2026-03-31 = 10.5
2026-06-30 = 11
2026-09-30 = 10.9
2026-12-31 = 25
2027-03-31 = 26
[indicators.K4]
unit = "visites"
[indicators.K4.readings]
2023-12-31 = 100
2024-12-31 = 110
2025-12-31 = 117
2026-12-31 = 300
[indicators.K4.reading_notes]
2024-12-31 = "+10 % comme attendu"
2025-12-31 = "la plaquette imprime +65 %"
2026-12-31 = "nouveau site, campagne nationale"
[corrections.X1]
indicator = "K1"
date = 2027-02-01
decision = "accept"
[corrections.X2]
indicator = "K1"
date = 2027-02-01
cause = "c"
decision = "accept"
review = 2027-04-15
[corrections.X3]
indicator = "K1"
date = 2027-02-01
cause = "c"
review = 2027-03-15
"""
"""Readings late, doubled, of two definitions; and corrections nobody looks at again."""

DIAGNOSTIC: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2028-12-31
[diagnostic.market]
growth = -3
maturity = "growing"
[diagnostic.competitors.C1]
name = "Agence Nord"
share = 60
[diagnostic.competitors.C2]
name = "agence  nord"
share = 41
difference = "d"
[diagnostic.offers.F1]
name = "o"
revenue_share = 100
[diagnostic.swot.S1]
kind = "strength"
text = "a"
from = "P1"
[diagnostic.swot.S2]
kind = "opportunity"
text = "b"
from = "F1"
[diagnostic.swot.S3]
kind = "threat"
text = "c"
from = "C1"
[diagnostic.pestel.P1]
factor = "legal"
text = "p"
effect = "threat"
weight = 5
[diagnostic.pestel.P2]
factor = "legal"
text = "q"
effect = "threat"
weight = 5
[review.R1]
action = "Foire"
planned = 1000
spent = 700
verdict = "correct"
[review.R2]
action = "Radio"
planned = 1000
spent = 200
verdict = "drop"
lesson = "l"
[review.R3]
action = "Site"
planned = 100
spent = 126
verdict = "repeat"
[review.R4]
action = "Presse"
planned = 100
spent = 80
verdict = "repeat"
[objectives.O1]
title = "o"
answers = ["R4"]
[actions.A1]
from = "R2"
[actions.A2]
from = "R1"
[budget.B1]
[waivers.W1]
rule = "OBJ001"
path = "objectives.O1.deadline"
reason = "r"
until = 2027-04-30
[waivers.W2]
rule = "OBJ002"
path = "objectives.O1.metric"
reason = "r"
until = 2027-05-01
"""
"""A diagnostic that contradicts itself, verdicts without a sequel, a waiver that is over."""

LATE: Final = """
[plan]
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
deadline = 2027-04-30
[indicators.K1]
frequency = "monthly"
[indicators.K1.readings]
2027-03-15 = 1
[indicators.K2]
frequency = "monthly"
[indicators.K2.readings]
2027-03-16 = 1
[indicators.K3]
frequency = "weekly"
objective = "O1"
[indicators.K4]
frequency = "yearly"
"""
"""Indicators of which the next reading is overdue, and one whose objective has been judged."""

TRENDS: Final = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
[objectives.O1]
unit = "EUR"
target_kind = "at_least"
target = 0
growth = "diversification"
[objectives.O2]
unit = "clients"
baseline = 100
baseline_date = 2026-12-31
target = 200
deadline = 2027-12-31
growth = "market"
[actions.A1]
objectives = ["O1"]
[actions.A2]
objectives = ["O2"]
[budget.B1]
label = "a"
action = "A1"
amount = 310
[budget.B2]
label = "b"
action = "A2"
amount = 690
[indicators.K1]
name = "Résultat de l'année"
objective = "O1"
unit = "EUR"
direction = "up"
[indicators.K1.readings]
2023-12-31 = 10
2024-12-31 = -1
2025-12-31 = -3
2026-12-31 = -4
[indicators.K2]
name = "Même résultat, décidé"
objective = "O1"
unit = "EUR"
direction = "up"
[indicators.K2.readings]
2023-12-31 = 10
2024-12-31 = -1
2025-12-31 = -3
2026-12-31 = -4
[indicators.K3]
objective = "O2"
unit = "clients"
direction = "up"
[indicators.K3.readings]
2027-03-31 = 101
2027-04-20 = 102
[indicators.K4]
objective = "O2"
unit = "clients"
direction = "up"
[indicators.K4.readings]
2027-04-20 = 130
[corrections.X1]
indicator = "K2"
date = 2027-01-15
cause = "c"
decision = "accept"
review = 2027-09-30
"""
"""A limit missed year after year, a red indicator, and much money on what is new twice over."""

FLAWED: Final = (OBJECTIVES, ACTIONS, BUDGET, FUNDING, UNPROMISED, READINGS, LATE, TRENDS, DIAGNOSTIC)
