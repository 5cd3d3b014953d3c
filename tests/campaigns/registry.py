"""The campaigns there are, by name, in the order of the goals."""

from typing import Final

from tests.campaigns import faults
from tests.campaigns.campaign import Campaign

CAMPAIGNS: Final[dict[str, Campaign]] = {campaign.name: campaign for campaign in (faults.CAMPAIGN,)}
