"""The rules about segments to pursue, purchases, entities and customer orientation: what trips each, what does not."""

import pytest

from model.checks import RULES
from tests.checking import paths

TARGET = "[segments.G1]\ntarget = true\n"
SCORES = "attractiveness = {}\nchance = {}\n"
CREATES = '[purchases.U1]\nkind = "creates_value"\n'
ENTITY = '[entities.E1]\nname = "n"\n'


def scored(attractiveness: int, chance: int, id_: str = "G2", *, target: str = "false") -> str:
    """A segment with its two scores."""
    return f"[segments.{id_}]\ntarget = {target}\nattractiveness = {attractiveness}\nchance = {chance}\n"


def placed(impact: int, risk: int, more: str = "") -> str:
    """A purchase with its two scores."""
    return f"[purchases.U1]\nimpact = {impact}\nrisk = {risk}\n{more}"


def answer(question: str, score: int, more: str = "") -> str:
    """A question scored."""
    return f"[orientation.{question}]\nscore = {score}\n{more}"


def team(*entities: str) -> str:
    """Members from some entities."""
    return "".join(f'[team.T{n}]\nname = "n"\nentity = "{entity}"\n' for n, entity in enumerate(entities))


CASES: list[tuple[str, str, str, tuple[str, ...]]] = [
    (
        "SEG005",
        TARGET + SCORES.format(3, 2),
        "segments.G1.target",
        (TARGET + SCORES.format(4, 2), scored(2, 2), TARGET),
    ),
    (
        "SEG006",
        TARGET + "chance = 4\n",
        "segments.G1.attractiveness",
        (TARGET + SCORES.format(4, 4), "[segments.G1]\nchance = 4\n"),
    ),
    (
        "SEG007",
        '[segments.G1]\nbehaviour = "Par appel d\'offres"\n[segments.G2]\nbehaviour = " par  appel d\'offres"\n',
        "segments.G2.behaviour",
        ('[segments.G1]\nbehaviour = "a"\n[segments.G2]\nbehaviour = "b"\n', "[segments.G1]\n[segments.G2]\n"),
    ),
    (
        "SEG008",
        TARGET + 'satisfaction = "s"\n',
        "segments.G1.satisfaction_indicator",
        (TARGET, TARGET + 'satisfaction = "s"\nsatisfaction_indicator = "K1"\n'),
    ),
    (
        "SEG009",
        TARGET + SCORES.format(3, 3) + scored(5, 2),
        "segments.G2.target",
        (TARGET + SCORES.format(3, 3) + scored(3, 3), scored(5, 5), TARGET + scored(5, 5)),
    ),
    ("SEG010", "[segments.G1]\n[segments.G2]\n", "segments", ("[segments.G1]\n", TARGET + "[segments.G2]\n", "")),
    ("PUR001", CREATES, "purchases.U1.approach", (CREATES + 'approach = "a"\n', '[purchases.U1]\nkind = "supports"\n')),
    (
        "PUR002",
        CREATES + 'approach = "competition"\n',
        "purchases.U1.approach",
        (CREATES + 'approach = "partnership"\n', '[purchases.U1]\napproach = "competition"\n'),
    ),
    (
        "PUR003",
        placed(3, 4, 'suppliers = "Roux"\n'),
        "purchases.U1.suppliers",
        (placed(3, 4, 'suppliers = "Roux, Metalcast"\n'), placed(3, 3, 'suppliers = "Roux"\n'), placed(3, 5)),
    ),
    ("PUR004", "[purchases.U1]\nimpact = 3\n", "purchases.U1.risk", (placed(1, 1),)),
    ("PUR005", placed(1, 1), "purchases.U1.kind", (CREATES,)),
    (
        "PUR006",
        placed(2, 4, 'approach = "competition"\n'),
        "purchases.U1.approach",
        (placed(2, 3, 'approach = "competition"\n'), placed(2, 4, 'approach = "secured"\n')),
    ),
    (
        "PUR007",
        placed(2, 2, 'approach = "partnership"\n'),
        "purchases.U1.approach",
        (placed(3, 2, 'approach = "partnership"\n'), placed(2, 2, 'approach = "simplified"\n')),
    ),
    ("PUR008", placed(3, 3), "purchases.U1.buyer", (placed(3, 3, 'buyer = "b"\n'), placed(3, 2), placed(2, 3))),
    ("ORI001", answer("Q1", 0), "orientation.Q1.evidence", (answer("Q1", 0, 'evidence = "e"\n'), "[orientation.Q1]\n")),
    (
        "ORI002",
        answer("Q1", 2, "previous = 3\n"),
        "orientation.Q1.score",
        (answer("Q1", 3, "previous = 3\n"), answer("Q1", 2), "[orientation.Q1]\nprevious = 3\n"),
    ),
    ("ORI003", answer("Q6", 1), "orientation.Q6.score", (answer("Q6", 2), answer("Q7", 1))),
    ("ORI004", "[orientation.Q1]\nprevious = 2\n", "orientation.Q1.score", (answer("Q1", 0, "previous = 2\n"),)),
    ("ORI005", answer("Q13", 3), "orientation.Q13", (answer("Q12", 3),)),
    ("ORI006", ENTITY, "entities.E1.contribution", (ENTITY + 'contribution = "c"\n', "")),
    ("ORI007", ENTITY, "entities.E1.message", (ENTITY + 'message = "m"\n',)),
    (
        "ORI008",
        ENTITY + 'training = "t"\n',
        "entities.E1.coaching",
        (ENTITY, ENTITY + 'message = "m"\ncoaching = "c"\n'),
    ),
    ("ORI009", ENTITY, "entities.E1.owner", (ENTITY + 'owner = "T1"\n',)),
    ("ORI010", team("Ventes", "ventes ", "Ventes"), "team", (team("a", "a"), team("a", "a", "b"), team("", "", ""))),
    (
        "ORI011",
        answer("Q11", 3),
        "orientation.Q11.score",
        (answer("Q11", 2), answer("Q11", 4) + ENTITY + 'coaching = "c"'),
    ),
    ("ORI012", answer("Q4", 3), "orientation.Q4.score", (answer("Q4", 2), answer("Q4", 3) + '[plan]\nmission = "m"\n')),
    (
        "ORI013",
        answer("Q3", 4) + "[segments.G1]\n",
        "orientation.Q3.score",
        (answer("Q3", 2), answer("Q3", 4) + '[segments.G1]\nsatisfaction_indicator = "K1"\n'),
    ),
]


@pytest.mark.parametrize(("code", "text", "where", "calm"), CASES, ids=[case[0] for case in CASES])
def test_each_rule_trips_where_it_should_and_only_there(
    code: str, text: str, where: str, calm: tuple[str, ...]
) -> None:
    """The plan of each case is found at one field; its neighbours, which differ by a word or two, are not."""
    assert paths(code, text) == {where}
    for other in calm:
        assert paths(code, other) == set(), other


def test_every_rule_of_these_families_has_its_case() -> None:
    """No rule about purchases or orientation goes untried, nor one about which segments to pursue."""
    known = {code for code in RULES if code[:3] in ("PUR", "ORI")} | {f"SEG{n:03}" for n in range(5, 11)}
    assert {case[0] for case in CASES} == known
