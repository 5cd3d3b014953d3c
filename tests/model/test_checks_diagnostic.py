"""Rules about the diagnostic, last year and the segments."""

import pytest

from tests.checking import paths

PARTS = {
    "DIA001": ("diagnostic.market", '[diagnostic.market]\nscope = "Isère"'),
    "DIA002": ("diagnostic.competitors", "[diagnostic.competitors.C1]"),
    "DIA003": ("diagnostic.offers", "[diagnostic.offers.F1]"),
    "DIA004": ("segments", "[segments.G1]"),
    "DIA005": ("diagnostic.pricing", '[diagnostic.pricing]\nstrategy = "s"'),
    "DIA006": ("diagnostic.media", "[diagnostic.media.M1]"),
    "DIA007": ("diagnostic.channels", "[diagnostic.channels.D1]"),
    "DIA008": ("diagnostic.swot", "[diagnostic.swot.S1]"),
    "DIA009": ("diagnostic.pestel", "[diagnostic.pestel.P1]"),
    "REV002": ("review", "[review.R1]"),
}


@pytest.mark.parametrize("code", PARTS)
def test_empty_parts(code: str) -> None:
    """DIA001-DIA009, REV002: a part of the diagnostic is empty until something is written in it."""
    path, filled = PARTS[code]
    assert paths(code, "") == {path}
    assert paths(code, filled) == set()


def test_table_without_a_word() -> None:
    """DIA001: a market of which nothing is said is empty."""
    assert paths("DIA001", "[diagnostic.market]") == {"diagnostic.market"}
    assert paths("DIA001", "[diagnostic.market]\nsize = 0") == set()


def test_evidence() -> None:
    """DIA010: a SWOT item rests on evidence, or on the finding it was drawn from."""
    text = '[diagnostic.swot.S1]\n[diagnostic.swot.S2]\nevidence = "e"\n[diagnostic.swot.S3]\nfrom = "C1"'
    assert paths("DIA010", text) == {"diagnostic.swot.S1.evidence"}


def test_verdicts() -> None:
    """REV001: an action of last year has its verdict."""
    assert paths("REV001", '[review.R1]\n[review.R2]\nverdict = "drop"') == {"review.R1.verdict"}


@pytest.mark.parametrize(("code", "field"), [("SEG001", "behaviour"), ("SEG002", "policy"), ("SEG003", "offer")])
def test_segments(code: str, field: str) -> None:
    """SEG001-SEG003: a segment that is not ruled out has a way of buying, a policy, an offer."""
    text = f'[segments.G1]\n[segments.G2]\n{field} = "x"\n[segments.G3]\ntarget = false'
    assert paths(code, text) == {f"segments.G1.{field}"}


def test_satisfaction() -> None:
    """SEG004: the satisfaction of a target segment is measured, in words or by an indicator."""
    text = """
    [segments.G1]
    target = true
    [segments.G2]
    target = true
    satisfaction = "survey"
    [segments.G3]
    target = true
    satisfaction_indicator = "K1"
    [segments.G4]
    """
    assert paths("SEG004", text) == {"segments.G1.satisfaction"}
