"""Merging: what each of two people changed comes together; what both changed is asked; nothing is invented."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.edits import add, change_at, move, put, put_entry, remove
from model.merge import Conflict, merge
from model.merge_order import merged_order
from model.paths import read
from model.plan import Plan
from model.store.ids import ids_taken
from model.store.writing import document
from tests import catalogue_strategies, strategies
from tests.checking import plan_of
from tests.sampling import some

D = Decimal
BASE = plan_of("""\
format = 1
[plan]
title = "Exemple"
client = "Office"
[team.marie]
name = "Marie"
[actions.A1]
title = "Salon"
[actions.A2]
title = "Dépliant"
[budget.B1]
label = "Traiteur"
amount = 700
[budget.B2]
label = "Train"
unit_cost = 10
quantity = 3
[budget.B3]
label = "Stand"
amount = 50
[indicators.K1]
name = "Contrats"
[indicators.K1.readings]
2027-01-31 = 1
2027-03-31 = 3
[links]
"O1>A1" = "parce que"
""")


def leaves(value: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value of a document, by its steps: an independent walk, over plain tables."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*at, key))
    else:
        yield at, value


def of(plan: Plan) -> dict[tuple[str, ...], Any]:
    return dict(leaves(document(plan)))


def plans() -> st.SearchStrategy[Plan]:
    """Plans as files hold them: milestones of two actions do not share an id."""
    return strategies.plans(with_scenarios=True, most_lines=3).map(_single)


def _single(plan: Plan) -> Plan:
    holders = [id_ for id_, action in plan.actions.items() if action.milestones]
    for id_ in holders[1:]:
        plan = change_at(plan, f"actions.{id_}.milestones", lambda _: {})
    return plan


@st.composite
def edited(draw: st.DrawFn, base: Plan) -> Plan:
    """A version that somebody makes of a plan: some sections as in another plan, some records removed or moved."""
    plan, other = base, draw(plans())
    for section in draw(st.lists(st.sampled_from(["plan", "actions", "drivers", "scenarios"]), max_size=2)):
        plan = change_at(plan, section, lambda _, section=section: read(other, section))  # type: ignore[misc]
    for id_, line in other.budget.items():
        if draw(st.booleans()):
            plan = change_at(plan, "budget", lambda old, id_=id_, line=line: {**old, id_: line})  # type: ignore[misc]
    for id_ in draw(st.lists(st.sampled_from(strategies.LINES[:3]), max_size=3)):
        plan = remove(plan, f"budget.{id_}")
    for id_ in draw(st.lists(st.sampled_from(strategies.LINES[:3]), max_size=2)):
        plan = move(plan, f"budget.{id_}", draw(st.integers(-3, 3))) if id_ in plan.budget else plan
    return plan


@st.composite
def versions(draw: st.DrawFn) -> tuple[Plan, Plan, Plan]:
    """A plan and what two people made of it; now and then three plans that have nothing in common."""
    if draw(st.integers(0, 4)) == 0:
        unlike = catalogue_strategies.plans()
        return draw(unlike), draw(unlike), draw(unlike)
    base = draw(plans())
    return base, draw(edited(base)), draw(edited(base))


@settings(max_examples=some(50))
@given(versions())
def test_one_who_changed_nothing_takes_everything(three: tuple[Plan, Plan, Plan]) -> None:
    """Where only one side changed something, the merge is that side; where both did the same, it is that."""
    base, mine, theirs = three
    for one, other, expected in ((base, theirs, theirs), (mine, base, mine), (mine, mine, mine)):
        merged = merge(base, one, other)
        assert merged.conflicts == ()
        assert merged.plan == expected
        assert list(merged.plan.budget) == list(expected.budget)


@settings(max_examples=some(50))
@given(versions(), st.data())
def test_nothing_is_invented(three: tuple[Plan, Plan, Plan], data: st.DataObject) -> None:
    """However the conflicts are decided, every value comes from one of the three; ids stay unique."""
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    decided = [conflict.path for conflict in merged.conflicts if data.draw(st.booleans())]
    made = merged.resolved(decided)
    assert not list(ids_taken(made))
    sources = [of(plan) for plan in (base, merged.mine, theirs)]
    for at, value in of(made).items():
        # A record kept against its removal may have had to take another id: its fields are looked for under any.
        known = [source[at] for source in sources if at in source] or [
            found for source in sources for place, found in source.items() if place[-1] == at[-1]
        ]
        assert value in known


@settings(max_examples=some(50))
@given(versions())
def test_what_one_changed_alone_is_in(three: tuple[Plan, Plan, Plan]) -> None:
    """A value that only one side changed is in the merge, whatever the other side did elsewhere."""
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    for change in (*merged.taken, *merged.kept):
        # Labels of years and links may hold dots: such a path leads nowhere.
        if read(merged.mine, change.path) != read(theirs, change.path):
            assert (read(merged.plan, change.path) or None) == (change.after or None)


@settings(max_examples=some(50))
@given(plans(), st.data())
def test_edits_of_different_places_commute(base: Plan, data: st.DataObject) -> None:
    """Two people who changed different records get the same plan whoever saves first, and no question."""
    ids = data.draw(st.lists(st.sampled_from(sorted(base.budget) or ["B1"]), unique=True, min_size=1, max_size=6))
    half = len(ids) // 2
    mine, theirs = base, base
    for id_ in ids[:half]:
        mine = put(mine, f"budget.{id_}.label", data.draw(strategies.words()))
    for id_ in ids[half:]:
        theirs = put(theirs, f"budget.{id_}.note", data.draw(strategies.words()))
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert (one.conflicts, other.conflicts) == ((), ())
    assert one.plan == other.plan


def _forms(line: Any) -> int:
    return sum((line.amount is not None, line.unit_cost is not None, bool(line.months)))


@settings(max_examples=some(50))
@given(versions(), st.data())
def test_no_second_form_of_amount_is_made(three: tuple[Plan, Plan, Plan], data: st.DataObject) -> None:
    """A line has no more forms of amount than it had on one of the sides."""
    base, mine, theirs = three
    merged = merge(base, mine, theirs)
    made = merged.resolved([conflict.path for conflict in merged.conflicts if data.draw(st.booleans())])
    for id_, line in made.budget.items():
        sides = [plan.budget[id_] for plan in (merged.mine, theirs) if id_ in plan.budget]
        assert not sides or _forms(line) <= max(map(_forms, sides))


def test_a_field_changed_on_both_sides_is_asked() -> None:
    """Both amounts are shown with what stood before; the choice decides, and nothing else waits for it."""
    mine = put(put(BASE, "budget.B1.amount", D(900)), "plan.title", "Le mien")
    theirs = put(put(BASE, "budget.B1.amount", D(800)), "plan.client", "Le leur")
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == (Conflict("budget.B1.amount", D(700), D(900), D(800)),)
    assert [change.path for change in merged.taken] == ["plan.client"]
    assert [change.path for change in merged.kept] == ["plan.title"]
    assert merged.plan.budget["B1"].amount == D(900)
    resolved = merged.resolved(["budget.B1.amount"])
    assert (resolved.budget["B1"].amount, resolved.plan.title, resolved.plan.client) == (D(800), "Le mien", "Le leur")


def test_a_record_removed_here_and_changed_there_is_asked() -> None:
    """Either it goes, or it stays as the other left it."""
    mine, theirs = remove(BASE, "budget.B1"), put(BASE, "budget.B1.label", "Buffet")
    merged = merge(BASE, mine, theirs)
    assert [conflict.path for conflict in merged.conflicts] == ["budget.B1"]
    assert "B1" not in merged.plan.budget
    assert merged.resolved(["budget.B1"]).budget["B1"].label == "Buffet"
    assert list(merge(BASE, theirs, mine).resolved(["budget.B1"]).budget) == ["B2", "B3"]
    assert "B2" not in merge(BASE, BASE, remove(BASE, "budget.B2")).plan.budget


def test_records_added_on_both_sides_under_one_id_are_both_kept() -> None:
    """One's own takes the next id, and what names it follows; a milestone within it as well."""
    mine, _ = add(BASE, "actions", None, "A3", title="La mienne")
    mine = put(put(mine, "budget.B1.action", "A3"), "actions.A3.milestones.J1.title", "Le mien")
    theirs, _ = add(BASE, "actions", None, "A3", title="La leur")
    theirs = put(theirs, "actions.A1.milestones.J1.title", "Le leur")
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert {id_: action.title for id_, action in merged.plan.actions.items()} == {
        "A1": "Salon",
        "A2": "Dépliant",
        "A3": "La leur",
        "A4": "La mienne",
    }
    assert merged.plan.budget["B1"].action == "A4"
    assert list(merged.plan.actions["A4"].milestones) == ["J2"]


def test_a_name_of_ones_own_added_on_both_sides_is_one_record() -> None:
    """Somebody whom both added to the team is one person; only what differs is asked."""
    mine = put(put(BASE, "team.paul.name", "Paul"), "team.paul.role", "Vente")
    theirs = put(BASE, "team.paul.name", "Paul B.")
    merged = merge(BASE, mine, theirs)
    assert merged.conflicts == (Conflict("team.paul.name", None, "Paul", "Paul B."),)
    assert (merged.plan.team["paul"].name, merged.plan.team["paul"].role) == ("Paul", "Vente")
    assert [change.path for change in (*merged.kept, *merged.taken)] == ["team.paul.role"]


def test_one_word_for_two_things_is_set_apart() -> None:
    """A driver here and somebody of the team there may not have one id: one's own gets another."""
    mine, theirs = put(BASE, "drivers.paul.value", D(1)), put(BASE, "team.paul.name", "Paul")
    merged = merge(BASE, mine, theirs)
    assert list(merged.plan.drivers) == ["paul-2"]
    assert list(merged.plan.team) == ["marie", "paul"]


def test_an_id_that_wandered_is_set_apart_when_both_records_stay() -> None:
    """A record kept against its removal, whose id the other has given to another table, does not double the id."""
    theirs = put(remove(BASE, "budget.B1"), "team.B1.name", "Bruno")
    mine = put(BASE, "budget.B1.label", "Buffet")
    merged = merge(BASE, mine, theirs)
    assert not list(ids_taken(merged.plan))
    assert {line.label for line in merged.plan.budget.values()} >= {"Buffet"}


@pytest.mark.parametrize("swapped", [False, True])
def test_another_form_of_amount_is_taken_whole(*, swapped: bool) -> None:
    """An amount changed there, months in its place here: one choice for all of it."""
    mine = put(put(BASE, "budget.B1.amount", None), "budget.B1.months.2027-03", D(5))
    theirs = put(BASE, "budget.B1.amount", D(800))
    merged = merge(BASE, theirs, mine) if swapped else merge(BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.path, [other.path for other in conflict.along]) == (
        "budget.B1.amount",
        ["budget.B1.months.2027-03"],
    )
    lines = [merged.plan.budget["B1"], merged.resolved([conflict.path]).budget["B1"]]
    own, other = reversed(lines) if swapped else lines
    assert (own.amount, own.months, other.amount, other.months) == (None, {"2027-03": D(5)}, D(800), {})
    assert (merged.taken, merged.kept) == ((), ())


def test_entries_of_a_table_are_merged_one_by_one() -> None:
    """Readings of different days come together in the order of days; links too."""
    mine = put_entry(BASE, "indicators.K1.readings", "", "2027-02-28", D(2))
    theirs = change_at(put(BASE, "indicators.K1.readings.2027-04-30", D(4)), "links", lambda old: {**old, "A.b>C": "x"})
    merged = merge(BASE, mine, theirs)
    assert list(merged.plan.indicators["K1"].readings) == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    assert merged.plan.links == {"O1>A1": "parce que", "A.b>C": "x"}
    assert [change.path for change in merged.taken] == ["indicators.K1.readings.2027-04-30", "links.A.b>C"]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "present", "expected"),
    [
        ("ABC", "ABxC", "ABCy", "ABCxy", "ABxCy"),
        ("ABC", "CAB", "ABCy", "ABCy", "CyAB"),
        ("ABC", "ABC", "CBA", "ABC", "CBA"),
        ("CAB", "CxAB", "AB", "xAB", "xAB"),
        ("BA", "xBA", "yBA", "xyBA", "xyBA"),
        ("AC", "ACx", "ABC", "ABCx", "ABCx"),
    ],
)
def test_the_order_of_records(base: str, mine: str, theirs: str, present: str, expected: str) -> None:
    """New records stand after the one they were put after; whoever moved something is followed."""
    assert "".join(merged_order(base, mine, theirs, present)) == expected


def test_differences_are_told_once() -> None:
    """What both changed alike is nobody's: neither taken nor kept."""
    both = put(BASE, "plan.title", "Le même")
    merged = merge(BASE, both, both)
    assert (merged.taken, merged.kept, merged.conflicts) == ((), (), ())
    assert differences(merged.plan, both) == ()


def test_entries_alike_on_both_sides_are_no_part_of_a_choice() -> None:
    """Of two ways to an amount, only what tells them apart is shown."""
    mine = put(put(BASE, "budget.B1.amount", None), "budget.B1.months.2027-03", D(5))
    theirs = put(put(mine, "budget.B1.unit_cost", D(1)), "budget.B1.months.2027-04", D(6))
    (conflict,) = merge(BASE, mine, theirs).conflicts
    assert [part.path for part in (conflict, *conflict.along)] == ["budget.B1.unit_cost", "budget.B1.months.2027-04"]
