"""The whole plan: one frozen value, its sections in the order of the file."""

from typing import Literal

from model.actions import Action
from model.budget import Driver, Funding, Line
from model.diagnostic import Diagnostic
from model.indicators import Correction, Indicator, Waiver
from model.master import Answer, Decision, DecisionKey, Entity, Purchase
from model.objectives import Objective
from model.record import Record
from model.review import PastAction
from model.scenarios import Scenario
from model.segments import Segment
from model.sheet import Member, Sheet
from model.values import Id, Text

FORMAT: Literal[1] = 1


class Plan(Record):
    """A plan. Its tables are never changed in place: an edit gives a new plan that shares the rest."""

    format: Literal[1] = FORMAT
    plan: Sheet = Sheet()
    team: dict[Id, Member] = {}
    diagnostic: Diagnostic = Diagnostic()
    review: dict[Id, PastAction] = {}
    segments: dict[Id, Segment] = {}
    decisions: dict[DecisionKey, Decision] = {}
    entities: dict[Id, Entity] = {}
    purchases: dict[Id, Purchase] = {}
    orientation: dict[Id, Answer] = {}
    objectives: dict[Id, Objective] = {}
    actions: dict[Id, Action] = {}
    drivers: dict[Id, Driver] = {}
    budget: dict[Id, Line] = {}
    funding: dict[Id, Funding] = {}
    scenarios: dict[Id, Scenario] = {}
    indicators: dict[Id, Indicator] = {}
    corrections: dict[Id, Correction] = {}
    waivers: dict[Id, Waiver] = {}
    links: dict[Text, Text] = {}
