"""What each further rule finds in a plan that has its flaw, and what it leaves alone beside it."""

import pytest

from tests import flawed
from tests.checking import findings, paths

EXPECTED = [
    # SMART, letter by letter.
    (flawed.OBJECTIVES, "OBJ008", {"objectives.O1.target_kind"}),
    (flawed.OBJECTIVES, "OBJ009", {"objectives.O1.owner"}),
    (flawed.OBJECTIVES, "OBJ010", {"objectives.O1.title", "objectives.O1.metric"}),
    (flawed.OBJECTIVES, "OBJ011", {"objectives.O1.checkpoints"}),
    (flawed.OBJECTIVES, "OBJ012", {"objectives.O2.checkpoints.2027-06-30"}),
    (flawed.OBJECTIVES, "OBJ013", {"objectives.O2.checkpoints.2027-03-31"}),
    (flawed.OBJECTIVES, "OBJ014", {"objectives.O2.deadline"}),
    (flawed.OBJECTIVES, "OBJ015", {"objectives.O2.target"}),
    (flawed.OBJECTIVES, "OBJ016", {"objectives.O1.baseline_date"}),
    (flawed.OBJECTIVES, "OBJ017", {"objectives.O5.target"}),
    (flawed.OBJECTIVES, "OBJ018", {"objectives.O2.baseline_date"}),
    (flawed.OBJECTIVES, "OBJ019", {"objectives.O6.target"}),
    (flawed.OBJECTIVES, "TRC005", {"objectives.O1.answers"}),
    # Actions at work, on 1 May 2027.
    (flawed.ACTIONS, "ACT008", {"actions.A3.from"}),
    (flawed.ACTIONS, "ACT009", {"actions.A1.what"}),
    (flawed.ACTIONS, "ACT010", {"actions.A2.status"}),
    (flawed.ACTIONS, "ACT011", {"actions.A1.status"}),
    (flawed.ACTIONS, "ACT012", {"actions.A1.start"}),
    (flawed.ACTIONS, "ACT013", {"actions.A3.milestones"}),
    (flawed.ACTIONS, "ACT014", {"actions.A1.depends_on"}),
    (flawed.ACTIONS, "ACT015", {"actions.A3", "actions.A5"}),
    (flawed.ACTIONS, "ACT016", {"actions.A1.milestones.J1.due"}),
    (flawed.ACTIONS, "TRC004", {"actions.A1", "actions.A4"}),
    (flawed.ACTIONS, "BUD028", {"budget.B2.action"}),
    (flawed.ACTIONS, "BUD029", {"budget.B3.label"}),
    # The figures of a line.
    (flawed.BUDGET, "BUD016", {"budget.B1.landing"}),
    (flawed.BUDGET, "BUD017", {"budget.B1.committed"}),
    (flawed.BUDGET, "BUD018", {"budget.B2.spent"}),
    (flawed.BUDGET, "BUD019", {"budget.B2.landing"}),
    (flawed.BUDGET, "BUD020", {"budget.B3.low", "budget.B9.low"}),
    (flawed.BUDGET, "BUD021", {"budget.B2.low", "budget.B5.high"}),
    (flawed.BUDGET, "BUD022", {"budget.B5.rate_date"}),
    (flawed.BUDGET, "BUD023", {"budget.B5.history.2026"}),
    (flawed.BUDGET, "BUD024", {"budget.B6.history"}),
    (flawed.BUDGET, "BUD025", {"budget.B8.quotes.Y2.chosen"}),
    (flawed.BUDGET, "BUD026", {"budget.B8.quotes.Y1.valid_until"}),
    (flawed.BUDGET, "BUD027", {"budget.B7.reference"}),
    (flawed.BUDGET, "BUD029", {"budget.B9.label"}),
    (flawed.BUDGET, "PLN014", {"plan.ceiling"}),
    # Who pays.
    (flawed.FUNDING, "FUN002", {"plan.reserve_floor"}),
    (flawed.FUNDING, "FUN003", set()),
    (flawed.FUNDING, "FUN004", {"funding.N4.amount"}),
    (flawed.FUNDING, "FUN005", {"funding.N1.amount"}),
    (flawed.FUNDING, "FUN006", set()),
    (flawed.FUNDING, "FUN007", {"funding.N3.rate"}),
    (flawed.FUNDING, "FUN008", {"funding.N1.amount"}),
    (flawed.FUNDING, "FUN009", {"funding.N3.kind"}),
    (flawed.FUNDING, "FUN010", {"funding.N4.actions"}),
    (flawed.UNPROMISED, "FUN002", set()),
    (flawed.UNPROMISED, "FUN003", {"plan.reserve"}),
    (flawed.UNPROMISED, "FUN004", set()),
    (flawed.UNPROMISED, "FUN005", set()),
    (flawed.UNPROMISED, "FUN006", {"funding.N2.secured"}),
    # Readings and corrections.
    (flawed.READINGS, "IND007", set()),
    (flawed.READINGS, "IND008", {"indicators.K1.readings.2027-04-01"}),
    (flawed.READINGS, "IND009", {"indicators.K1.readings.2027-01-31"}),
    (flawed.READINGS, "IND010", {"indicators.K1.target"}),
    (flawed.READINGS, "IND011", {"indicators.K3.readings.2026-12-31"}),
    (flawed.READINGS, "IND012", {"objectives.O1.baseline"}),
    (flawed.READINGS, "IND013", {"indicators.K1.readings"}),
    (flawed.READINGS, "IND014", {"indicators.K3.target"}),
    (
        flawed.READINGS,
        "IND015",
        {f"indicators.{id_}.{name}" for id_ in ("K1", "K3", "K4") for name in ("formula", "source")},
    ),
    (flawed.READINGS, "IND016", {"indicators.K4.target"}),
    (flawed.READINGS, "IND017", {"indicators.K1.reading_notes.2027-02-28"}),
    (flawed.READINGS, "IND018", {"indicators.K2.direction", "indicators.K4.direction"}),
    (flawed.READINGS, "IND019", {"indicators.K4.reading_notes.2025-12-31"}),
    (flawed.READINGS, "IND020", {"corrections.X1.cause", "corrections.X3.decision"}),
    (flawed.READINGS, "IND021", {"corrections.X1.review"}),
    (flawed.READINGS, "IND022", {"corrections.X2.review"}),
    (flawed.TRENDS, "IND023", {"indicators.K1.readings.2026-12-31"}),
    (flawed.TRENDS, "IND024", {"indicators.K1.readings.2026-12-31"}),
    (flawed.TRENDS, "IND025", {"indicators.K3.readings.2027-04-20"}),
    (flawed.TRENDS, "OBJ020", {"objectives.O1.growth"}),
    # The diagnostic, last year, the sheet.
    (flawed.DIAGNOSTIC, "DIA011", {"diagnostic.swot.S1.kind", "diagnostic.swot.S2.kind"}),
    (flawed.DIAGNOSTIC, "DIA012", {"diagnostic.swot"}),
    (flawed.DIAGNOSTIC, "DIA013", {"diagnostic.competitors.C2.share"}),
    (flawed.DIAGNOSTIC, "DIA014", {"diagnostic.market.maturity"}),
    (flawed.DIAGNOSTIC, "DIA015", {"diagnostic.pestel.P2"}),
    (flawed.DIAGNOSTIC, "DIA016", {"diagnostic.competitors.C1.difference"}),
    (flawed.DIAGNOSTIC, "REV003", {"review.R2.planned"}),
    (flawed.DIAGNOSTIC, "REV004", {"review.R1.lesson"}),
    (flawed.DIAGNOSTIC, "REV005", {"actions.A1.from"}),
    (flawed.DIAGNOSTIC, "REV006", {"review.R3.verdict"}),
    (flawed.DIAGNOSTIC, "REV007", {"review.R3.spent"}),
    (flawed.DIAGNOSTIC, "PLN010", {"waivers.W1.until"}),
    (flawed.DIAGNOSTIC, "PLN011", {"plan.end"}),
    (flawed.DIAGNOSTIC, "PLN012", {"diagnostic.competitors.C2.name"}),
    (flawed.DIAGNOSTIC, "PLN013", {"plan.mission"}),
]


@pytest.mark.parametrize(
    ("text", "code", "expected"), EXPECTED, ids=[f"{code}-{n}" for n, (_, code, _) in enumerate(EXPECTED)]
)
def test_a_rule_finds_its_flaw_and_nothing_else(text: str, code: str, expected: set[str]) -> None:
    """A rule finds its flaw where it is, and leaves alone what only looks like it."""
    assert paths(code, text) == expected


def test_a_reading_is_late_by_half_a_period() -> None:
    """IND007: monthly readings are late after a month and a half, until their objective's deadline."""
    assert paths("IND007", flawed.LATE) == {"indicators.K1.readings"}


def test_the_share_is_the_one_that_was_counted() -> None:
    """The figures of a finding are those of the plan, to one decimal."""
    (finding,) = findings("FUN005", flawed.FUNDING)
    assert str(finding.params["share"]) == "95.3"
    (finding,) = findings("FUN004", flawed.FUNDING)
    assert str(finding.params["short"]) == "140.00"
