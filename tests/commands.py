"""Asking the command line as a person or a script would, within the process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """What came back: the exit status and both outputs."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as a program reads it."""
        return json.loads(self.out)

    @property
    def plain(self) -> str:
        """Both outputs with the spaces of typography as plain ones."""
        return (self.out + self.err).replace("\u202f", " ").replace("\u00a0", " ")


Ask = Callable[..., Told]

PLAN = """\
format = 1

[plan]
title = "Exemple"
language = "fr"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
ceiling = 5000

[team.marie]
name = "Marie"

[diagnostic.swot.S1]
kind = "threat"
text = "Un concurrent s'installe"

[objectives.O1]
title = "Trente mairies"
family = "customers"
metric = "contrats"
unit = "contrats"
baseline = 12
target = 30

[actions.A1]
title = "Salon"
objectives = [
    "O1",
]
owner = "marie"

[budget.B1]
label = "Stand"
category = "salons"
action = "A1"
amount = 1000.05

[budget.B2]
label = "Brochure"
unit_cost = 0.125
quantity = 1000

[scenarios.prudent]
title = "Prudent"

[scenarios.prudent.budget.B1]
amount = "-50%"
"""
