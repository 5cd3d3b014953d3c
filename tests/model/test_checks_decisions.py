"""The rules about the sixteen decisions: what trips each, at which field, and what does not."""

import pytest

from model.checks import RULES
from tests.checking import findings, paths

TAKEN = '[decisions.crm]\nstatus = "taken"\n'
DONE = 'choice = "c"\nreason = "r"\ndecided = 2027-01-10\nobjectives = ["O1"]\n'


def mix(*options: str, key: str = "strategic_mix", more: str = "") -> str:
    """A decision that takes some options."""
    return f"[decisions.{key}]\noptions = {[*options]}\n{more}"


def choice(key: str) -> str:
    """A decision with words of its own."""
    return f'[decisions.{key}]\nchoice = "c"\n'


def deferred(key: str) -> str:
    """A decision put off on purpose."""
    return f'[decisions.{key}]\nstatus = "deferred"\nrevisit = 2027-09-01\n'


ACTION = '[actions.A1]\nstatus = "doing"\nstart = 2027-01-05\n'
CASES: list[tuple[str, str, str, tuple[str, ...]]] = [
    ("DEC001", TAKEN, "crm.choice", (TAKEN + 'choice = "c"\n', '[decisions.crm]\nstatus = "open"\n', "")),
    ("DEC002", TAKEN + 'choice = "c"\n', "crm.reason", (TAKEN + 'reason = "r"\n', choice("crm"))),
    ("DEC003", TAKEN, "crm.decided", (TAKEN + "decided = 2027-01-10\n", choice("crm"))),
    ("DEC004", '[decisions.crm]\nstatus = "deferred"\n', "crm.revisit", (deferred("crm"), TAKEN)),
    (
        "DEC005",
        "[decisions.crm]\nrevisit = 2027-04-30\n",
        "crm.revisit",
        ("[decisions.crm]\nrevisit = 2027-05-01\n", TAKEN),
    ),
    ("DEC006", TAKEN, "crm.objectives", (TAKEN + DONE, TAKEN + 'actions = ["A1"]\n', choice("crm"))),
    ("DEC007", mix("push"), "channel_support.choice", (mix("pull"), mix("push") + choice("channel_support"))),
    ("DEC008", mix("pull"), "campaigns.choice", (mix("push"), mix("pull") + mix("retention", key="campaigns"))),
    ("DEC009", choice("campaigns"), "crm.choice", (choice("campaigns") + choice("crm"), choice("crm"))),
    (
        "DEC010",
        mix("replacement", key="campaigns"),
        "lifecycle.choice",
        (mix("acquisition", key="campaigns"), mix("retention", key="campaigns") + choice("lifecycle")),
    ),
    (
        "DEC011",
        mix("direct", "agents", key="distribution_mix"),
        "partners.choice",
        (mix("direct", key="distribution_mix"), mix("agents", key="distribution_mix") + choice("partners")),
    ),
    ("DEC012", choice("value_proposition"), "studies.choice", (choice("value_proposition") + choice("studies"),)),
    (
        "DEC013",
        mix("personas", key="models") + '[segments.G1]\nname = "n"\n',
        "models.options",
        (mix("personas", key="models") + '[segments.G1]\npersona = "p"\n', mix("bcg", key="models")),
    ),
    ("DEC014", choice("content"), "media_journey.choice", (choice("content") + choice("media_journey"),)),
    (
        "DEC015",
        mix("field_sales", key="distribution_mix"),
        "sales_support.choice",
        (mix("online", key="distribution_mix"), mix("inside_sales", key="distribution_mix") + choice("sales_support")),
    ),
    (
        "DEC016",
        mix("price"),
        "strategic_mix.options",
        (mix("profit"), mix("price") + '[diagnostic.pricing]\nstrategy = "s"\n'),
    ),
    ("DEC017", choice("media_journey"), "campaigns.choice", (choice("media_journey") + choice("campaigns"),)),
    (
        "DEC018",
        mix("licence", key="business_models"),
        "partners.choice",
        (mix("manufacturer", key="business_models"), mix("pooling", key="business_models") + choice("partners")),
    ),
    (
        "DEC019",
        mix("push", "pull", "performance", "price", "profit"),
        "strategic_mix.options",
        (mix("push", "pull", "performance", "price", "own words"),),
    ),
    ("DEC020", "[decisions.crm]\ndecided = 2027-05-02\n", "crm.decided", ("[decisions.crm]\ndecided = 2027-05-01\n",)),
    (
        "DEC021",
        choice("crm") + 'reason = "r"\nstatus = "open"\n',
        "crm.status",
        (choice("crm"), TAKEN + DONE, choice("crm") + 'reason = "r"\nstatus = "deferred"\n'),
    ),
    (
        "DEC022",
        TAKEN + 'decided = 2027-01-10\nactions = ["A1"]\n' + ACTION,
        "crm.decided",
        (TAKEN + 'decided = 2027-01-05\nactions = ["A1"]\n' + ACTION, TAKEN + 'actions = ["A1", "A9"]\n' + ACTION),
    ),
    (
        "DEC023",
        choice("crm") + 'actions = ["A1"]\n' + ACTION,
        "crm.status",
        (TAKEN + 'actions = ["A1"]\n' + ACTION, choice("crm") + 'actions = ["A1"]\n[actions.A1]\nstatus = "planned"\n'),
    ),
    (
        "DEC024",
        mix("online", key="distribution_mix"),
        "site_functions.choice",
        (mix("offline", key="distribution_mix"), mix("online", key="distribution_mix") + choice("site_functions")),
    ),
    ("DEC025", choice("structure"), "structure.choice", (choice("structure") + '[entities.E1]\nname = "n"\n',)),
]


@pytest.mark.parametrize(("code", "text", "where", "calm"), CASES, ids=[case[0] for case in CASES])
def test_each_rule_trips_where_it_should_and_only_there(
    code: str, text: str, where: str, calm: tuple[str, ...]
) -> None:
    """The plan of each case is found at one field; its neighbours, which differ by a word or two, are not."""
    assert paths(code, text) == {f"decisions.{where}"}
    for other in calm:
        assert paths(code, other) == set(), other


def test_every_rule_of_the_family_has_its_case() -> None:
    """No rule about decisions goes untried."""
    assert {case[0] for case in CASES} == {code for code in RULES if code.startswith("DEC")}


@pytest.mark.parametrize(
    ("code", "text", "key"),
    [
        ("DEC007", mix("push"), "channel_support"),
        ("DEC009", choice("campaigns"), "crm"),
        ("DEC011", mix("resellers", key="distribution_mix"), "partners"),
        ("DEC014", choice("content"), "media_journey"),
    ],
)
def test_what_is_deferred_on_purpose_is_not_left_open(code: str, text: str, key: str) -> None:
    """The decision that another one calls for may be put off to a day; nobody has forgotten it."""
    assert paths(code, text + deferred(key)) == set()


def test_what_is_deferred_calls_for_nothing() -> None:
    """A mix put off does not yet ask for what goes with it."""
    assert paths("DEC007", mix("push", more='status = "deferred"\nrevisit = 2027-09-01\n')) == set()


def test_words_of_ones_own_are_no_option() -> None:
    """The rules read the options that the method names; what somebody typed means what it means."""
    assert paths("DEC007", '[decisions.strategic_mix]\noptions = ["pushing hard"]\n') == set()


def test_a_finding_names_the_option_that_called_for_it() -> None:
    """The sentence can say which choice asks for the one that is missing."""
    (found,) = findings("DEC011", mix("direct", "franchisees", key="distribution_mix"))
    assert found.params["option"] == "franchisees"
