"""The words of the rules: each rule has its title, its finding and its reason in both languages."""

import re
from string import Formatter

import pytest

from guides.loader import LANGUAGES as GUIDE_LANGUAGES
from guides.loader import section
from model.catalogue import SectionSpec, sections
from model.checks import RULES, Finding, check
from model.checks.guidance import field_at, guide_to
from tests.checking import TODAY, plan_of
from tests.flawed import FLAWED
from tui.words import LANGUAGES, Language, Words, catalogue

PARTS = ("title", "found", "why")

# A plan that follows no rule at all; the sections it leaves out are what the rules about empty parts find.
WRONG = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
ceiling = 1
[team.T1]
part = "facilitator"
authority = true
[review.R1]
[segments.G1]
[segments.G2]
target = true
[diagnostic.swot.S1]
[objectives.O1]
parent = "O1"
target_kind = "level"
[objectives.O2]
target_kind = "qualitative"
[objectives.O3]
target_kind = "range"
baseline = 9
target = 3
deadline = 2028-01-01
[objectives.O4]
baseline = 9
target = 3
[actions.A1]
status = "doing"
owner = "T9"
[actions.A2]
start = 2027-03-02
end = 2027-03-01
depends_on = ["A3"]
[actions.A3]
end = 2027-04-01
[actions.A3.milestones.J1]
due = 2027-04-02
[budget.B1]
amount = 900
supplier = "s"
valid_until = 2027-01-01
low = 3
high = 2
[budget.B1.months]
2027-01 = 3
[budget.B1.shares]
A1 = 40
[budget.B2]
currency = "CHF"
[budget.B3]
amount = "=1/0"
[budget.B4]
amount = 300
[budget.B4.quotes.Y1]
amount = 200
chosen = true
[budget.B4.quotes.Y2]
amount = 100
[budget.B5]
source = "last_year"
last_year = 100
amount = 126
[funding.N1]
[indicators.K1]
objective = "O4"
direction = "up"
[indicators.K2]
[indicators.K2.readings]
2027-01-31 = 3
2027-02-28 = 3
2028-02-28 = 4
[corrections.X1]
decision = "act"
[waivers.W1]
rule = "none"
[links]
"K1>O4" = "000000"
"O4>S9" = "000000"
"""

# The same of the master plan; what contradicts it stands in a plan of its own.
DISJOINTED = """
[team.T1]
entity = "e"
[team.T2]
entity = "e"
[team.T3]
entity = "e"
[segments.G1]
target = true
behaviour = "b"
attractiveness = 2
chance = 3
[segments.G2]
behaviour = "b"
attractiveness = 5
chance = 2
[segments.G3]
target = true
[decisions.models]
options = ["personas"]
status = "deferred"
[decisions.strategic_mix]
options = ["push", "pull", "performance", "price", "profit"]
status = "taken"
revisit = 2027-04-01
[decisions.business_models]
options = ["licence"]
reason = "r"
[decisions.value_proposition]
choice = "c"
decided = 2027-06-01
actions = ["A1"]
[decisions.distribution_mix]
options = ["agents", "online", "field_sales"]
[decisions.content]
choice = "c"
[decisions.structure]
choice = "c"
[purchases.U1]
kind = "creates_value"
[purchases.U2]
kind = "creates_value"
risk = 4
impact = 4
approach = "competition"
suppliers = "s"
[purchases.U3]
risk = 1
impact = 1
approach = "partnership"
[orientation.Q3]
score = 3
[orientation.Q4]
score = 3
previous = 4
[orientation.Q6]
score = 0
[orientation.Q7]
previous = 3
[orientation.Q11]
score = 4
[orientation.Q13]
[actions.A1]
status = "doing"
start = 2027-02-01
"""
MORE = """
[segments.G1]
target = true
satisfaction = "s"
[segments.G2]
[decisions.models]
options = ["personas"]
[decisions.campaigns]
options = ["retention"]
[decisions.media_journey]
choice = "c"
[entities.E1]
training = "t"
"""
MEDIA = '[decisions.media_journey]\nchoice = "c"\n[segments.G1]\n[segments.G2]\n'


def _all_findings() -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in (
        one for text in ("", WRONG, *FLAWED, DISJOINTED, MORE, MEDIA) for one in check(plan_of(text), TODAY)
    ):
        found.setdefault(finding.code, []).append(finding)
    return found


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_its_words(language: Language) -> None:
    """Each rule has three sentences, and no sentence is without its rule."""
    assert set(catalogue(language, "rules")) == {f"{code}.{part}" for code in RULES for part in PARTS}


def test_same_placeholders() -> None:
    """A sentence names the same things in both languages."""
    french, english = catalogue("fr", "rules"), catalogue("en", "rules")
    assert {key: _placeholders(text) for key, text in french.items()} == {
        key: _placeholders(text) for key, text in english.items()
    }


def test_every_rule_is_tripped() -> None:
    """The plans of this test trip every rule, so that what follows speaks of all of them."""
    assert set(_all_findings()) == set(RULES)


@pytest.mark.parametrize("part", ["found", "why"])
def test_placeholders_are_emitted(part: str) -> None:
    """What a sentence names is among the params of every finding of its rule; a title names nothing."""
    for code, found in _all_findings().items():
        wanted = _placeholders(catalogue("en", "rules")[f"{code}.{part}"])
        assert all(wanted <= finding.params.keys() for finding in found), code
        assert not _placeholders(catalogue("en", "rules")[f"{code}.title"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_fit_the_status_line(language: Language) -> None:
    """With ids and days in place, what was found takes at most 62 columns, the label of a field and names apart."""
    words = Words(language)
    for code, (finding, *_) in _all_findings().items():
        values = {name: "" if name == "field" else str(value)[:10] for name, value in finding.params.items()}
        assert len(words(f"rules.{code}.found", **values)) <= 62, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_have_labels(language: Language) -> None:
    """The field that a finding names has a label."""
    words = Words(language)
    for found in _all_findings().values():
        for finding in found:
            if "field" in finding.params:
                assert words.has(f"fields.{finding.params['field']}"), finding


@pytest.mark.parametrize("language", GUIDE_LANGUAGES)
def test_guides_exist(language: str) -> None:
    """The guide section of every rule and of every finding is there to be opened."""
    topics = {rule.guide for rule in RULES.values()}
    topics |= {finding.guide for found in _all_findings().values() for finding in found}
    assert {topic for topic in topics if section(language, topic) is None} == set()


def _required_paths(spec: SectionSpec) -> list[str]:
    id_ = "studies" if spec.path == "decisions" else "X1"
    return [f"{spec.path}.{id_}.{name}" if spec.is_table else f"{spec.path}.{name}" for name in spec.record.REQUIRED]


@pytest.mark.parametrize("language", LANGUAGES)
def test_required_fields_have_labels_and_guides(language: Language) -> None:
    """Every required field of every section has a label, and a guide section."""
    words = Words(language)
    paths = [path for spec in sections().values() for path in _required_paths(spec)]
    assert len(paths) > 30
    assert [path for path in paths if not words.has(f"fields.{field_at(path)}")] == []
    assert [path for path in paths if section(language, guide_to(path)) is None] == []


def test_french_typography() -> None:
    """In French a narrow no-break space, and no other, stands before high punctuation."""
    for key, text in catalogue("fr", "rules").items():
        assert not re.search(r"[^\u202f][:;!?%]", text), key
