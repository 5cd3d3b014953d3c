"""Plans of any size, as Planmark writes them: objectives, actions, and so many budget lines."""

from typing import Final

TITLE: Final = "Banc d’essai"
_HEAD: Final = f"""\
format = 1

[plan]
title = "{TITLE}"
language = "fr"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
ceiling = 900000000

[team.marie]
name = "Marie"
"""
_OBJECTIVES: Final = 8
_ACTIONS: Final = 24
_CATEGORIES: Final = ("salons", "presse", "site", "imprimés", "études", "relations publiques")
_SOURCES: Final = ("quote", "last_year", "contract", "estimate")


def plan(lines: int) -> str:
    """The text of a plan with so many budget lines, the same each time."""
    parts = [_HEAD]
    parts += [_objective(number) for number in range(1, _OBJECTIVES + 1)]
    parts += [_action(number) for number in range(1, _ACTIONS + 1)]
    parts += [_line(number) for number in range(1, lines + 1)]
    return "\n".join(parts)


def _objective(number: int) -> str:
    return f"""\
[objectives.O{number}]
title = "Objectif {number}"
family = "customers"
metric = "clients nouveaux"
unit = "clients"
baseline = {number * 10}
baseline_date = 2026-12-31
target = {number * 15}
deadline = 2027-{number % 12 + 1:02}-28
owner = "marie"
"""


def _action(number: int) -> str:
    return f"""\
[actions.A{number}]
title = "Action {number}"
objectives = [
    "O{number % _OBJECTIVES + 1}",
]
owner = "marie"
start = 2027-01-01
end = 2027-{number % 12 + 1:02}-28
status = "planned"
"""


def _line(number: int) -> str:
    forms = (
        f"amount = {number % 900 + 100}",
        f"unit_cost = {number % 70 + 12}.5\nquantity = {number % 9 + 1}",
        f"amount = {number % 4000}.25\ntax_rate = 5.5",
    )
    months = f"\n[budget.B{number}.months]\n2027-03 = {number % 500 + 1}\n2027-09 = 350\n"
    return f"""\
[budget.B{number}]
label = "Ligne {number} du budget"
category = "{_CATEGORIES[number % len(_CATEGORIES)]}"
action = "A{number % _ACTIONS + 1}"
supplier = "Fournisseur {number % 40}"
source = "{_SOURCES[number % len(_SOURCES)]}"
""" + (months if number % 4 == 3 else forms[number % 4] + "\n")
