"""The campaigns there are, by name, in the order of the goals."""

from typing import Final

from tests.campaigns import faults, plans, writers
from tests.campaigns.campaign import Campaign

_ROWS: Final = (
    faults.CAMPAIGN,
    writers.CAMPAIGN,
    plans.CAMPAIGN,
)

CAMPAIGNS: Final[dict[str, Campaign]] = {campaign.name: campaign for campaign in _ROWS}
