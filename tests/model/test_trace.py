"""The thread: who rests on whom, the walk both ways, where it is cut, links confirmed and suspect."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.breakdowns import total
from model.edits import put
from model.money import minor_digits
from model.plan import Plan
from model.session import Session
from model.trace.confirming import confirmed, dead, state_of, suspects
from model.trace.fingerprints import SAYING, fingerprint
from model.trace.graph import graph_of
from model.trace.money import PURPOSES, money_by
from model.trace.orphans import orphans
from model.trace.relations import CARRIES, RESTS, THREAD
from model.trace.walk import downward, roots, upward
from model.trace.why import why
from tests import oracle
from tests.checking import paths, plan_of

THREADED = """
[diagnostic.swot.S1]
kind = "threat"
text = "Un concurrent s'installe"
from = "C1"
[diagnostic.swot.S2]
kind = "strength"
text = "Atelier à soi"
[diagnostic.competitors.C1]
name = "Dupont"
[segments.G1]
name = "Mairies"
satisfaction_indicator = "K2"
[decisions.studies]
choice = "Une enquête"
findings = ["S2"]
objectives = ["O1"]
[objectives.O1]
title = "Trente mairies"
answers = ["S1"]
segments = ["G1"]
[objectives.O2]
title = "Dix mairies au printemps"
parent = "O1"
[actions.A1]
title = "Salon"
objectives = ["O2"]
[actions.A2]
title = "Relance"
from = "X1"
objectives = ["O2"]
[budget.B1]
label = "Stand"
amount = 100
[budget.B1.shares]
A1 = 60
A2 = 40
[indicators.K1]
name = "Mairies clientes"
objective = "O1"
[indicators.K2]
name = "Satisfaction"
[corrections.X1]
indicator = "K1"
action = "A2"
cause = "Relances tardives"
"""


def _session(plan: Plan) -> Session:
    return Session(plan, Path("plan.toml"), clock=lambda: 0.0)


def _plan_confirmed(plan: Plan) -> Plan:
    for link in graph_of(plan).links:
        plan = confirmed(plan, link)
    return plan


def test_links() -> None:
    """Each pair of records once, what rests first, whichever of the two has the field; decisions by their key."""
    assert {link.key for link in graph_of(plan_of(THREADED)).links} == {
        *("S1>C1", "studies>S2", "O1>studies", "O1>S1", "O1>G1", "O2>O1", "A1>O2", "A2>O2", "A2>X1"),
        *("B1>A1", "B1>A2", "K1>O1", "K2>G1", "X1>K1"),
    }


def test_an_id_that_names_nothing_makes_no_link() -> None:
    """A dangling id, or one of the wrong kind, is a finding of its own."""
    plan = plan_of('[objectives.O1]\nanswers = ["S9", "A1"]\n[actions.A1]\nobjectives = ["A1"]')
    assert graph_of(plan).links == ()


def test_every_field_of_the_thread_is_there() -> None:
    """The tables name fields that refer to something, and every record that is rested on says something."""
    from model.catalogue import fields, sections

    for table in (RESTS, CARRIES):
        for section, names in table.items():
            specs = fields(sections()[section].record)
            for name in names:
                targets = specs[name].refers
                assert set(targets) <= set(THREAD)
                assert set(targets if table is RESTS else [section]) <= set(SAYING), (section, name)
    for section, names in SAYING.items():
        assert set(names) <= set(fields(sections()[section].record))


def test_the_walk_goes_whole_chains() -> None:
    """From a line up to the findings, from a finding down to the money, and round by the correction once."""
    graph = graph_of(plan_of(THREADED))
    up = [(stop.depth, stop.path.rpartition(".")[2]) for stop in upward(graph, "budget.B1")]
    assert up[:6] == [(1, "A1"), (2, "O2"), (3, "O1"), (4, "S1"), (5, "C1"), (4, "G1")]
    assert (4, "studies") in up
    assert (5, "S2") in up
    down = [stop.path.rpartition(".")[2] for stop in downward(graph, "diagnostic.competitors.C1")]
    assert down[:4] == ["S1", "O1", "O2", "A1"]
    assert set(down) == {"S1", "O1", "O2", "A1", "B1", "A2", "K1", "X1"}
    assert set(roots(graph)) == {"diagnostic.competitors.C1", "diagnostic.swot.S2", "segments.G1"}


def test_a_branch_is_unrolled_once() -> None:
    """Threads that join a hundred times are told in as many lines as there are links."""
    records = [f'[objectives.O{n}]\nparent = "O{n - 1}"\nanswers = ["S{n - 1}"]' for n in range(2, 101)]
    items = [f'[diagnostic.swot.S{n}]\nfrom = "S{n - 1}"' for n in range(2, 101)]
    graph = graph_of(plan_of("\n".join([*records, *items, "[objectives.O1]", "[diagnostic.swot.S1]"])))
    assert len(upward(graph, "objectives.O100")) <= len(graph.links)


def test_a_circle_ends() -> None:
    """A correction may lead back to the action that it was measured on; the walk does not go round."""
    plan = plan_of(
        '[actions.A1]\nfrom = "X1"\n[indicators.K1]\naction = "A1"\n[corrections.X1]\nindicator = "K1"\naction = "A1"'
    )
    stops = upward(graph_of(plan), "actions.A1")
    assert [stop.path for stop in stops] == ["corrections.X1", "indicators.K1", "actions.A1"]
    assert stops[-1].is_again


# --- where the thread is cut -----------------------------------------------------------------------------------------


def test_orphans_both_ways() -> None:
    """What nothing takes up and what serves nothing; what is set aside, watched or dropped on purpose is neither."""
    plan = plan_of("""
    [diagnostic.swot.S1]
    [diagnostic.swot.S2]
    set_aside = "hors de portée"
    [diagnostic.swot.S3]
    [diagnostic.pestel.P1]
    effect = "threat"
    [diagnostic.pestel.P2]
    effect = "threat"
    weight = 2
    [diagnostic.pestel.P3]
    effect = "neutral"
    [decisions.studies]
    findings = ["S3"]
    [objectives.O1]
    [objectives.O2]
    answers = ["S3"]
    [objectives.O3]
    parent = "O2"
    [actions.A1]
    objectives = ["O3"]
    [actions.A2]
    status = "dropped"
    [actions.A3]
    objectives = ["O9"]
    [budget.B1]
    amount = 10
    action = "A1"
    [budget.B2]
    amount = 10
    action = "A3"
    [budget.B3]
    amount = 0
    action = "A3"
    [indicators.K1]
    objective = "O2"
    [indicators.K2]
    action = "A1"
    [indicators.K3]
    action = "A3"
    [indicators.K4]
    [segments.G1]
    satisfaction_indicator = "K4"
    """)
    assert [(orphan.path, orphan.code) for orphan in orphans(graph_of(plan))] == [
        ("diagnostic.swot.S1", "finding_unanswered"),
        ("diagnostic.pestel.P1", "finding_unanswered"),
        ("objectives.O1", "objective_without_finding"),
        ("objectives.O1", "objective_without_action"),
        ("objectives.O1", "objective_unmeasured"),
        ("objectives.O3", "objective_unmeasured"),
        ("actions.A3", "action_without_objective"),
        ("budget.B2", "money_without_objective"),
        ("indicators.K3", "indicator_without_objective"),
    ]


def test_an_action_without_money() -> None:
    """An action that no amount reaches is named; a line of 0 is no money."""
    plan = plan_of('[objectives.O1]\n[actions.A1]\nobjectives = ["O1"]\n[budget.B1]\naction = "A1"\namount = 0')
    assert ("actions.A1", "action_without_money") in [(o.path, o.code) for o in orphans(graph_of(plan))]


# --- fingerprints ----------------------------------------------------------------------------------------------------


def test_a_fingerprint_is_of_what_is_said() -> None:
    """It is the documented one; blanks, the form of a letter and the order of fields do not change it, words do."""
    from hashlib import sha256

    told = plan_of('[diagnostic.swot.S1]\ntext = "Délai  tenu\\n"\nkind = "strength"\nweight = 3')
    same = plan_of('[diagnostic.swot.S1]\nkind = "strength"\ntext = "De\\u0301lai tenu"\nevidence = "enquête"')
    other = plan_of('[diagnostic.swot.S1]\nkind = "strength"\ntext = "Délai peu tenu"')
    prints = [fingerprint(plan, "diagnostic.swot.S1") for plan in (told, same, other)]
    assert prints[0] == prints[1] == sha256("kind=strength\ntext=Délai tenu".encode()).hexdigest()[:6]
    assert prints[2] != prints[0]
    assert fingerprint(plan_of("[diagnostic.swot.S1]\nweight = 1"), "diagnostic.swot.S1") == ""


def test_a_target_is_said_by_its_value() -> None:
    """30 and 30.0 are the same target."""
    plans = [plan_of(f"[objectives.O1]\ntarget = {number}") for number in ("30", "30.0", "31")]
    same, alike, other = (fingerprint(plan, "objectives.O1") for plan in plans)
    assert same == alike != other


@pytest.mark.parametrize("path", sorted({f"{section}" for section in SAYING}))
def test_a_changed_text_makes_its_downstream_links_suspect_and_no_other(path: str) -> None:
    """Every link of a plan confirmed, one record rewritten: what rests on it directly is suspect, nothing else."""
    from model.paths import read

    plan = _plan_confirmed(plan_of(THREADED))
    for id_ in read(plan, path):
        field = next(name for name in SAYING[path] if name not in ("kind", "effect", "verdict", "decision"))
        edited = put(plan, f"{path}.{id_}.{field}", "Autre chose")
        expected = {link.key for link in graph_of(plan).below.get(f"{path}.{id_}", ())}
        assert {link.key for link in suspects(graph_of(edited))} == expected
        back = put(edited, f"{path}.{id_}.{field}", read(plan, f"{path}.{id_}.{field}"))
        assert suspects(graph_of(back)) == ()


def test_what_rests_is_not_disturbed_by_its_own_edits() -> None:
    """Rewriting an objective leaves its link to the finding alone: the finding still says the same."""
    plan = _plan_confirmed(plan_of(THREADED))
    edited = put(plan, "objectives.O1.title", "Quarante mairies")
    assert {link.key for link in suspects(graph_of(edited))} == {"O2>O1", "K1>O1"}


def test_states() -> None:
    """Without a fingerprint a link was never confirmed, which is no suspicion; confirming settles a suspect one."""
    plan = plan_of(THREADED)
    (link,) = (link for link in graph_of(plan).links if link.key == "O1>S1")
    assert state_of(plan, link) == "unconfirmed"
    plan = put(confirmed(plan, link), "diagnostic.swot.S1.text", "Deux concurrents")
    assert state_of(plan, link) == "suspect"
    assert state_of(confirmed(plan, link), link) == "confirmed"


def test_rules() -> None:
    """TRC010 at the field that makes a suspect link, TRC011 at an entry without a link; waived where the path says."""
    text = THREADED + '[links]\n"O1>S1" = "000000"\n"B1>A1" = "000000"\n"O1>S9" = "123456"\nnonsense = "x"\n'
    assert paths("TRC010", text) == {"objectives.O1.answers", "budget.B1.shares.A1"}
    assert paths("TRC011", text) == {"links.O1>S9", "links.nonsense"}
    assert paths("TRC010", THREADED) == paths("TRC011", THREADED) == set()


# --- what an edit does to the links ----------------------------------------------------------------------------------


def test_making_a_link_confirms_it_in_the_same_step() -> None:
    """A link made in the interface rests on what is said then; undo takes both away."""
    session = _session(plan_of('[diagnostic.swot.S1]\ntext = "Délai tenu"\n[objectives.O1]\n[actions.A1]'))
    session.edit("objectives.O1.answers", ("S1",))
    assert session.plan.links == {"O1>S1": fingerprint(session.plan, "diagnostic.swot.S1")}
    session.edit("diagnostic.swot.S1.text", "Délai perdu")
    assert [link.key for link in suspects(graph_of(session.plan))] == ["O1>S1"]
    session.undo()
    session.undo()
    assert session.plan.links == {}


def test_a_link_to_what_says_nothing_is_not_confirmed() -> None:
    """Typing the text of a record afterwards makes nothing suspect."""
    session = _session(plan_of("[diagnostic.swot.S1]\n[objectives.O1]"))
    session.edit("objectives.O1.answers", ("S1",))
    session.edit("diagnostic.swot.S1.text", "Délai tenu")
    assert session.plan.links == {}


def test_removing_a_link_or_a_record_takes_its_entry() -> None:
    """Another id stays confirmed; undo brings entries back."""
    session = _session(_plan_confirmed(plan_of(THREADED)))
    before = session.plan.links
    session.edit("objectives.O1.answers", ())
    assert before.keys() - session.plan.links.keys() == {"O1>S1"}
    session.undo()
    session.remove("objectives.O1")
    assert before.keys() - session.plan.links.keys() == {"O1>S1", "O1>G1", "O1>studies", "O2>O1", "K1>O1"}
    session.undo()
    assert session.plan.links == before


def test_a_link_made_by_two_fields_stays_while_one_does() -> None:
    """A2 comes from X1, and X1 led to A2: emptying one of the fields leaves the link and its entry."""
    session = _session(_plan_confirmed(plan_of(THREADED)))
    session.edit("actions.A2.from", None)
    assert "A2>X1" in session.plan.links
    session.edit("corrections.X1.action", None)
    assert "A2>X1" not in session.plan.links


def test_another_id_renames_the_entries_and_keeps_suspicion() -> None:
    """A record under another id: its links are those they were, the suspect one suspect."""
    session = _session(put(_plan_confirmed(plan_of(THREADED)), "diagnostic.swot.S1.text", "Autre chose"))
    session.rename("diagnostic.swot.S1", "menace")
    assert {link.key for link in suspects(graph_of(session.plan))} == {"O1>menace"}
    assert dead(graph_of(session.plan)) == ()


def test_other_edits_leave_the_links_alone() -> None:
    """A plan without links gets none by typing amounts and names; nothing else is confirmed along the way."""
    session = _session(plan_of(THREADED))
    session.edit("budget.B1.amount", 12)
    session.edit("objectives.O1.title", "Vingt mairies")
    session.edit("actions.A1.objectives", ("O2", "O1"))
    assert set(session.plan.links) == {"A1>O1"}


# --- money -----------------------------------------------------------------------------------------------------------

_IDS = st.lists(st.sampled_from(["S1", "S2", "C1", "S9"]), max_size=3)
_AMOUNTS = st.decimals(min_value=-500, max_value=5000, places=2)


@st.composite
def threads(draw: st.DrawFn) -> dict[str, Any]:
    """A plan's tables with objectives in a tree, findings, decisions, shares and channels that may name nothing."""
    some = st.sampled_from(["O1", "O2", "O3", "O9"])
    return {
        "plan": {"currency": draw(st.sampled_from(["EUR", "JPY"])), "prices": "excl_tax", "tax_rate": 20},
        "diagnostic": {"swot": {"S1": {}, "S2": {}}, "competitors": {"C1": {}}},
        "decisions": {
            "studies": {"findings": draw(_IDS), "objectives": draw(st.lists(some, max_size=2))},
            "models": {"findings": draw(_IDS), "objectives": draw(st.lists(some, max_size=2))},
        },
        "objectives": {
            f"O{n}": {"answers": draw(_IDS)} | draw(st.one_of(st.just({}), some.map(lambda id_: {"parent": id_})))
            for n in (1, 2, 3)
        },
        "actions": {
            f"A{n}": {
                "objectives": draw(st.lists(some, max_size=3)),
                "channels": draw(st.lists(st.sampled_from(["D1", "D2"]), max_size=3)),
                "segments": draw(st.lists(st.sampled_from(["G1", "G2"]), max_size=2)),
            }
            for n in (1, 2)
        },
        "budget": {
            f"B{n}": {"amount": draw(_AMOUNTS)}
            | draw(
                st.sampled_from(
                    [{}, {"action": "A1"}, {"action": "A9"}, {"shares": {"A1": 33, "A2": 67}}, {"shares": {"A2": 50}}]
                )
            )
            for n in range(1, 5)
        },
    }


def _behind(document: dict[str, Any], objective: str, seen: tuple[str, ...] = ()) -> list[str]:
    """The findings behind an objective by the contract's sentence, without the code under test."""
    if objective in seen or objective not in document["objectives"]:
        return []
    found = list(document["objectives"][objective]["answers"])
    for decision in document["decisions"].values():
        if objective in decision["objectives"]:
            found += decision["findings"]
    own = list(dict.fromkeys(found))
    parent = document["objectives"][objective].get("parent", "")
    return own or _behind(document, parent, (*seen, objective))


def _split(keys: list[str], figures: tuple[int, int]) -> list[tuple[str, tuple[int, int]]]:
    keys = list(dict.fromkeys(keys)) or [""]
    excl, incl = (oracle.shared_out(figure, [Fraction(1)] * len(keys)) for figure in figures)
    return list(zip(keys, zip(excl, incl, strict=True), strict=True))


def _expected(document: dict[str, Any], purpose: str) -> dict[str, tuple[int, int]]:
    sums: dict[str, tuple[int, int]] = {}
    for line in document["budget"].values():
        figures = oracle.cents(document, line)
        keys, weights = list(line.get("shares", {})), [Fraction(share) for share in line.get("shares", {}).values()]
        excl, incl = (oracle.shared_out(figure, weights) if keys else [figure] for figure in figures)
        for action, *part in zip(keys or [line.get("action", "")], excl, incl, strict=True):
            for key, (more, tax) in _purposes(document, purpose, action, (part[0], part[1])):
                old = sums.get(key, (0, 0))
                sums[key] = (old[0] + more, old[1] + tax)
    return sums


def _purposes(document: dict[str, Any], purpose: str, action: str, part: tuple[int, int]) -> list[Any]:
    names = document["actions"].get(action, {"objectives": [], "channels": [], "segments": []})
    if purpose in ("channel", "segment"):
        return _split(names[f"{purpose}s"], part)
    split = _split(names["objectives"], part)
    if purpose == "objective":
        return split
    return [end for objective, figures in split for end in _split(_behind(document, objective), figures)]


@settings(max_examples=150)
@given(threads())
def test_money_by_purpose_is_the_contracts_and_sums_to_the_total(document: dict[str, Any]) -> None:
    """By each purpose: the same as in plain fractions, and the total to the cent on both sides of the tax."""
    plan = Plan.model_validate(document)
    digits = minor_digits(plan.plan.currency)
    for purpose in PURPOSES:
        groups = money_by(plan, purpose)
        assert {
            key: (int(money.excl_tax.scaleb(digits)), int(money.incl_tax.scaleb(digits)))
            for key, money in groups.items()
        } == _expected(document, purpose)
        whole = total(plan)
        assert sum(money.excl_tax for money in groups.values()) == whole.excl_tax
        assert sum(money.incl_tax for money in groups.values()) == whole.incl_tax


@settings(max_examples=80)
@given(threads())
def test_why_this_euro_sums_at_every_step_and_agrees_with_the_money_by_finding(document: dict[str, Any]) -> None:
    """The parts below each record of a line sum to it; over all lines they make the money by finding."""
    plan = Plan.model_validate(document)
    found: dict[str, Any] = {}
    for line in plan.budget:
        shares = why(plan, line)
        assert [share.id for share in shares if share.depth == 0] == [line]
        for n, share in enumerate(shares):
            below = []
            for other in shares[n + 1 :]:
                if other.depth <= share.depth:
                    break
                below += [other] if other.depth == share.depth + 1 else []
            if below:
                assert sum(other.money.incl_tax for other in below) == share.money.incl_tax
            else:
                key = share.id if share.depth == 3 else ""
                found[key] = found.get(key, 0) + share.money.excl_tax
    expected = {key: money.excl_tax for key, money in money_by(plan, "finding").items()}
    assert {key: value for key, value in found.items() if value} == {k: v for k, v in expected.items() if v}
