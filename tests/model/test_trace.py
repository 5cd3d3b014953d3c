"""The thread: who rests on whom, the walk both ways, where it is cut, links confirmed and suspect."""

from pathlib import Path

import pytest

from model.edits import put
from model.plan import Plan
from model.session import Session
from model.trace.confirming import confirmed, dead, state_of, suspects
from model.trace.fingerprints import SAYING, fingerprint
from model.trace.graph import graph_of
from model.trace.orphans import orphans
from model.trace.relations import CARRIES, RESTS, THREAD
from model.trace.walk import downward, roots, upward
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
