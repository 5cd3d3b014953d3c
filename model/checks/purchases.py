"""Rules about purchases: placed by impact and risk, and negotiated as that place calls for."""

from collections.abc import Iterator

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.purchasing import approach_of, quadrant_of, supplier_count

RISKY = 4


@rule("PUR001", "warning", guide="master#purchases.approach")
def value_without_approach(context: Context) -> Iterator[Hit]:
    """Something that creates value for the customer is bought, and nobody has said how."""
    for id_, purchase in context.plan.purchases.items():
        if purchase.kind == "creates_value" and is_blank(purchase.approach):
            yield at(f"purchases.{id_}.approach", id=id_)


@rule("PUR002", "warning", guide="master#purchases.approach")
def value_bought_by_price(context: Context) -> Iterator[Hit]:
    """Something that creates value for the customer is bought by price alone."""
    for id_, purchase in context.plan.purchases.items():
        if purchase.kind == "creates_value" and approach_of(purchase) == "competition":
            yield at(f"purchases.{id_}.approach", id=id_)


@rule("PUR003", "warning", guide="master#purchases.suppliers")
def risk_with_one_supplier(context: Context) -> Iterator[Hit]:
    """A risky purchase hangs on one supplier."""
    for id_, purchase in context.plan.purchases.items():
        if purchase.risk is not None and purchase.risk >= RISKY and supplier_count(purchase) == 1:
            yield at(f"purchases.{id_}.suppliers", id=id_)


@rule("PUR004", "advice", guide="master#purchases.impact")
def purchase_without_scores(context: Context) -> Iterator[Hit]:
    """A purchase cannot be placed: its impact or its risk is missing."""
    for id_, purchase in context.plan.purchases.items():
        missing = next((name for name in ("impact", "risk") if getattr(purchase, name) is None), None)
        if missing is not None:
            yield at(f"purchases.{id_}.{missing}", guide=f"master#purchases.{missing}", id=id_)


@rule("PUR005", "advice", guide="master#purchases.kind")
def purchase_without_kind(context: Context) -> Iterator[Hit]:
    """A purchase does not say whether it creates value for the customer."""
    for id_, purchase in context.plan.purchases.items():
        if purchase.kind is None:
            yield at(f"purchases.{id_}.kind", id=id_)


@rule("PUR006", "warning", guide="master#purchases.risk")
def risk_put_out_to_competition(context: Context) -> Iterator[Hit]:
    """A risky purchase is put out to competition: whoever delivers may change every year."""
    for id_, purchase in context.plan.purchases.items():
        if purchase.risk is not None and purchase.risk >= RISKY and approach_of(purchase) == "competition":
            yield at(f"purchases.{id_}.approach", id=id_)


@rule("PUR007", "advice", guide="master#purchases.approach")
def routine_bought_as_partner(context: Context) -> Iterator[Hit]:
    """A partnership is kept up for something of little impact and little risk."""
    for id_, purchase in context.plan.purchases.items():
        if quadrant_of(purchase) == "routine" and approach_of(purchase) == "partnership":
            yield at(f"purchases.{id_}.approach", id=id_)


@rule("PUR008", "advice", guide="master#purchases.buyer")
def weighty_without_buyer(context: Context) -> Iterator[Hit]:
    """A purchase of high impact and high risk is nobody's to negotiate."""
    for id_, purchase in context.plan.purchases.items():
        if quadrant_of(purchase) == "strategic" and is_blank(purchase.buyer):
            yield at(f"purchases.{id_}.buyer", id=id_)
