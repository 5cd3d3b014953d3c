"""The gear of the sixteen decisions: four axes and the structure, what the method names for each, how far each is."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from model.master import Decision, DecisionKey
from model.plain import frozen
from model.plan import Plan

Axis = Literal["information", "strategy", "distribution", "customers", "structure"]
State = Literal["blank", "open", "taken", "deferred", "overdue"]
SETTLED: tuple[State, ...] = ("taken", "deferred")
"""Where nothing is left to do: taken, or put off to a day that is still to come."""

AXES: Mapping[Axis, tuple[DecisionKey, ...]] = {
    "information": ("studies", "models"),
    "strategy": ("strategic_mix", "business_models", "value_proposition", "partners"),
    "distribution": ("distribution_mix", "channel_support", "sales_support"),
    "customers": ("campaigns", "media_journey", "content", "site_functions", "lifecycle", "crm"),
    "structure": ("structure",),
}

OPTIONS: Mapping[DecisionKey, tuple[str, ...]] = {
    "studies": (
        *("market_size", "market_trends", "needs", "buying_behaviour", "buying_centre", "segmentation"),
        *("competitors", "win_loss", "satisfaction", "loss_causes", "awareness", "image", "acceptable_price"),
        *("concept_test", "product_test", "sales_channels", "media_audience", "message_test"),
        *("technology_watch", "regulation_watch", "foreign_markets"),
    ),
    "models": (*("five_forces", "bcg", "ansoff", "value_chain", "magic_quadrant", "buying_model", "personas", "rfm"),),
    "strategic_mix": ("push", "pull", "performance", "price", "place", "profit"),
    "business_models": ("manufacturer", "distributor", "value_added_reseller", "pooling", "licence"),
    "value_proposition": (
        *("time_saved", "cost_saved", "risk_reduced", "sales_gained", "quality", "ease_of_use", "standing"),
        "compliance",
    ),
    "partners": ("technology", "development", "production", "range_complement", "sales_partner"),
    "distribution_mix": (
        *("direct", "indirect", "distributors", "resellers", "online", "offline", "inside_sales", "field_sales"),
        *("agents", "franchisees", "exporters"),
    ),
    "channel_support": (
        *("lead_generation", "sales_management", "in_account_selling", "key_accounts", "point_of_sale"),
        *("sales_process", "shared_database", "shared_crm"),
    ),
    "sales_support": (
        *("sales_tools", "demonstrators", "quote_calculators", "sales_training", "comparisons", "pitches"),
        *("technical_files", "pre_sales"),
    ),
    "campaigns": ("acquisition", "replacement", "cross_selling", "retention"),
    "media_journey": (
        *("sites", "search", "mail", "video", "apps", "social_networks", "fairs", "telemarketing", "press"),
    ),
    "content": ("by_campaign", "by_persona", "by_stage", "nurturing", "case_studies", "white_papers", "after_sale"),
    "site_functions": (
        *("presentation", "configurator", "online_quote", "ordering", "order_tracking", "documents"),
        *("help_desk", "spare_parts", "customer_account", "community"),
    ),
    "lifecycle": (
        *("first_contact", "first_order", "delivery", "start_up", "complaint", "breakdown", "renewal"),
        *("contact_change", "silence", "departure"),
    ),
    "crm": (
        *("identity", "buying_roles", "installed_base", "past_purchases", "exchanges", "open_deals"),
        *("interests", "consents"),
    ),
    "structure": (
        *("product_managers", "by_product", "by_market", "by_region", "by_function", "specialists"),
        *("head_office", "subsidiaries"),
    ),
}
"""What the method names for each decision; a file holds these words, and any other that somebody typed."""


@frozen
class Turned:
    """How far an axis is: its decisions settled (taken, or deferred to a day to come), of all that it has."""

    settled: int
    whole: int


def chooses(decision: Decision) -> bool:
    """Whether a decision says what is chosen: a named option, or words of its own."""
    return bool(decision.options or (decision.choice or "").strip())


def state_of(decision: Decision | None, today: date) -> State:
    """Where a decision stands on a day; one whose revisit date has passed is to be taken up again."""
    if decision is None:
        return "blank"
    if decision.revisit is not None and decision.revisit < today:
        return "overdue"
    return decision.status or ("open" if chooses(decision) else "blank")


def turned(plan: Plan, today: date) -> dict[Axis, Turned]:
    """How far each axis of the gear is on a day."""
    return {
        axis: Turned(sum(state_of(plan.decisions.get(key), today) in SETTLED for key in keys), len(keys))
        for axis, keys in AXES.items()
    }
