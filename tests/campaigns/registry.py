"""The campaigns there are, by name, in the order of the goals."""

from typing import Final

from tests.campaigns import disconnects, faults, hostile, journals, kills, plans, readers, screens, terminals, writers
from tests.campaigns.campaign import Campaign

_ROWS: Final = (
    faults.CAMPAIGN,
    journals.CAMPAIGN,
    disconnects.CAMPAIGN,
    kills.CAMPAIGN,
    hostile.CAMPAIGN,
    screens.CAMPAIGN,
    terminals.CAMPAIGN,
    writers.CAMPAIGN,
    plans.CAMPAIGN,
    readers.CAMPAIGN,
)

CAMPAIGNS: Final[dict[str, Campaign]] = {campaign.name: campaign for campaign in _ROWS}
