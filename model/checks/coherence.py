"""Rules about decisions that do not go together: what one of them chooses, another one leaves open or contradicts."""

from collections.abc import Iterator

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.gear import OPTIONS, chooses
from model.master import DecisionKey

INDIRECT = ("indirect", "distributors", "resellers", "agents", "franchisees", "exporters")
OWN_SALES = ("inside_sales", "field_sales")
MOST_OF_THE_MIX = 5


def _chosen(context: Context, key: DecisionKey, *options: str) -> str | None:
    """The first of some options that a decision takes; None where it takes none, or is put off."""
    decision = context.plan.decisions.get(key)
    if decision is None or decision.status == "deferred":
        return None
    return next((option for option in options if option in decision.options), None)


def _is_made(context: Context, key: DecisionKey) -> bool:
    """Whether a decision says what is chosen, and is not put off."""
    decision = context.plan.decisions.get(key)
    return decision is not None and decision.status != "deferred" and chooses(decision)


def _is_left_open(context: Context, key: DecisionKey) -> bool:
    """Whether nothing is chosen, and nobody put it off on purpose."""
    decision = context.plan.decisions.get(key)
    return decision is None or (decision.status != "deferred" and not chooses(decision))


def _left_open(context: Context, key: DecisionKey, option: str | None) -> Iterator[Hit]:
    """The finding that a decision is left open, though an option chosen elsewhere calls for it."""
    if option is not None and _is_left_open(context, key):
        yield at(f"decisions.{key}.choice", option=option)


@rule("DEC007", "warning", guide="master#decisions.channel_support")
def push_without_channel_support(context: Context) -> Iterator[Hit]:
    """The mix pushes through resellers, and nothing supports them."""
    yield from _left_open(context, "channel_support", _chosen(context, "strategic_mix", "push"))


@rule("DEC008", "warning", guide="master#decisions.campaigns")
def pull_without_campaigns(context: Context) -> Iterator[Hit]:
    """The mix pulls end users in, and no campaign speaks to them."""
    yield from _left_open(context, "campaigns", _chosen(context, "strategic_mix", "pull"))


@rule("DEC009", "warning", guide="master#decisions.crm")
def campaigns_without_crm(context: Context) -> Iterator[Hit]:
    """Campaigns are chosen, and nobody has said what the customer file holds."""
    if _is_made(context, "campaigns") and _is_left_open(context, "crm"):
        yield at("decisions.crm.choice")


@rule("DEC010", "warning", guide="master#decisions.lifecycle")
def retention_without_lifecycle(context: Context) -> Iterator[Hit]:
    """Customers are to be kept or re-equipped, and the events of their life have no procedure."""
    yield from _left_open(context, "lifecycle", _chosen(context, "campaigns", "retention", "replacement"))


@rule("DEC011", "warning", guide="master#decisions.partners")
def indirect_without_partners(context: Context) -> Iterator[Hit]:
    """Others are to sell, and the partners are not chosen."""
    yield from _left_open(context, "partners", _chosen(context, "distribution_mix", *INDIRECT))


@rule("DEC012", "warning", guide="master#decisions.studies")
def value_proposition_without_studies(context: Context) -> Iterator[Hit]:
    """The benefits are promised, and no study says that customers want them."""
    if _is_made(context, "value_proposition") and _is_left_open(context, "studies"):
        yield at("decisions.studies.choice")


@rule("DEC013", "warning", guide="master#decisions.models")
def personas_without_segments(context: Context) -> Iterator[Hit]:
    """Personas are chosen as a model, and no segment has one."""
    has_persona = any(not is_blank(segment.persona) for segment in context.plan.segments.values())
    if _chosen(context, "models", "personas") and not has_persona:
        yield at("decisions.models.options")


@rule("DEC014", "warning", guide="master#decisions.media_journey")
def content_without_media(context: Context) -> Iterator[Hit]:
    """Messages are chosen, and the media that carry them along the customer's journey are not."""
    if _is_made(context, "content") and _is_left_open(context, "media_journey"):
        yield at("decisions.media_journey.choice")


@rule("DEC015", "advice", guide="master#decisions.sales_support")
def sellers_without_support(context: Context) -> Iterator[Hit]:
    """The company's own sellers are to sell, and nothing equips them."""
    yield from _left_open(context, "sales_support", _chosen(context, "distribution_mix", *OWN_SALES))


@rule("DEC016", "warning", guide="master#decisions.strategic_mix")
def price_without_pricing(context: Context) -> Iterator[Hit]:
    """Price is part of the mix, and the diagnostic says nothing of how prices are made."""
    if _chosen(context, "strategic_mix", "price") and is_blank(context.plan.diagnostic.pricing.strategy):
        yield at("decisions.strategic_mix.options")


@rule("DEC017", "warning", guide="master#decisions.campaigns")
def media_without_campaigns(context: Context) -> Iterator[Hit]:
    """Media are chosen, and no campaign that they serve."""
    if _is_made(context, "media_journey") and _is_left_open(context, "campaigns"):
        yield at("decisions.campaigns.choice")


@rule("DEC018", "warning", guide="master#decisions.partners")
def shared_model_without_partners(context: Context) -> Iterator[Hit]:
    """Revenue is to come from pooling or licences, and nobody is chosen to share or to sell them to."""
    yield from _left_open(context, "partners", _chosen(context, "business_models", "pooling", "licence"))


@rule("DEC019", "advice", guide="master#decisions.strategic_mix")
def mix_of_everything(context: Context) -> Iterator[Hit]:
    """Five or six of the six P are chosen: what leaves nothing out is no choice."""
    decision = context.plan.decisions.get("strategic_mix")
    count = len(set(OPTIONS["strategic_mix"]) & set(decision.options)) if decision is not None else 0
    if count >= MOST_OF_THE_MIX:
        yield at("decisions.strategic_mix.options", count=count)


@rule("DEC024", "warning", guide="master#decisions.site_functions")
def online_without_functions(context: Context) -> Iterator[Hit]:
    """Customers are to buy online, and what the site can do is not chosen."""
    yield from _left_open(context, "site_functions", _chosen(context, "distribution_mix", "online"))


@rule("DEC025", "advice", guide="master#decisions.structure")
def structure_without_entities(context: Context) -> Iterator[Hit]:
    """Marketing has its structure, and no entity says what it brings to the customer."""
    if _is_made(context, "structure") and not context.plan.entities:
        yield at("decisions.structure.choice")
