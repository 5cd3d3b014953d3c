"""How a change moves what money is for, in sentences: shares of families of objectives, costs of a unit."""

from decimal import Decimal
from fractions import Fraction

from model.names import name_of
from model.plan import Plan
from model.whatif.effects import FamilyShare, UnitCost, percent, unit_price
from tui.formats.numbers import format_money, format_number
from tui.text import visible
from tui.words import Language, Words


def percent_text(share: Decimal, words: Words, numbers: Language) -> str:
    """A share with its sign, spaced as the language has it: `12,5 %`, `12.5%`."""
    return words("scenarios.percent", n=format_number(share, numbers))


def family_sentence(share: FamilyShare, words: Words, numbers: Language) -> str:
    """Which part of the budget a family of objectives had, and has."""
    before, after = (percent_text(percent(part), words, numbers) for part in (share.before, share.after))
    return words(f"scenarios.family.{share.family or 'none'}", before=before, after=after)


def unit_cost_sentence(cost: UnitCost, plan: Plan, words: Words, numbers: Language) -> str:
    """What one unit of an objective's target came to, and comes to."""
    objective = plan.objectives[cost.objective]
    before, after = (_price(price, plan, numbers) for price in (cost.before, cost.after))
    name = visible(f"{cost.objective} {name_of(objective)}".strip())
    key = "scenarios.unit_cost" if objective.unit else "scenarios.unit_cost_bare"
    return words(key, name=name, before=before, after=after, unit=visible(objective.unit or ""))


def _price(cost: Fraction, plan: Plan, numbers: Language) -> str:
    currency = plan.plan.currency
    price = unit_price(cost, currency)
    exponent = price.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return format_money(price, currency, numbers, places) if currency else format_number(price, numbers, places)
