"""An exported JSON that comes back: what a script changed in it, as exactly those edits; unknown keys are refused."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.edits import put
from model.examples import NAMES, text
from model.incoming import ArrivalRefusedError
from model.plan import Plan
from model.store.ids import ids_taken
from model.store.reading import loads
from model.store.writing import dumps
from tests.sampling import some
from tests.strategies import plans
from tui.exports.exporting import bytes_of
from tui.exports.options import PROFILES, Options
from tui.exports.registry import FORMATS
from tui.formats.json_text import json_text
from tui.formats.values import Reader
from tui.imports.data.source import source
from tui.imports.outcome import Returned
from tui.imports.refusing import ImportRefusedError
from tui.words import LANGUAGES, Words

PLAN = loads(text("twin-cities-gateway"))
WHOLE = plans(with_scenarios=True).filter(lambda plan: not list(ids_taken(plan)))


def _data(plan: Plan, profile: Any = "internal") -> Any:
    return json.loads(bytes_of(plan, FORMATS["json"], Options("en", profile)), parse_float=Decimal)


def _read(plan: Plan, value: Any, folder: Path) -> Returned:
    file = folder / "back.json"
    file.write_bytes(value if isinstance(value, bytes) else json_text(value).encode())
    return source(plan, file, Reader.of(Words("en"), "en", plan)).read(plan, {})


def _changed(before: Plan, after: Plan) -> dict[str, Any]:
    return {one.path: one.after for one in differences(before, after)}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_changed_nothing_changes(name: str, profile: str, tmp_path: Path) -> None:
    """What a profile hides is not taken away."""
    plan = loads(text(name))
    found = _read(plan, _data(plan, profile), tmp_path)
    assert dumps(found.plan) == dumps(plan)
    assert found.is_fine


@settings(max_examples=some(40), deadline=None)
@given(plan=WHOLE)
def test_any_plan_comes_back_as_it_is(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = _read(plan, _data(plan), tmp_path_factory.mktemp("json"))
    assert dumps(found.plan) == dumps(plan)


@settings(max_examples=some(60), deadline=None)
@given(one=WHOLE, other=WHOLE)
def test_any_plan_becomes_any_other(one: Plan, other: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tables made over altogether, the fingerprints left: the plan is then what they say."""
    value = _data(one)
    value["tables"] = _data(other)["tables"]
    try:
        found = _read(one, value, tmp_path_factory.mktemp("json"))
    except ArrivalRefusedError as error:
        assume("two_forms" not in str(error))  # no edit makes a line hold two forms of amount
        raise
    left = {path for path in _changed(found.plan, other) if not path.endswith(".provenance")}
    assert left == set()


def test_exactly_what_a_script_changed(tmp_path: Path) -> None:
    """Numbers, texts, dates, choices, lists, entries of tables, nested records, what was emptied."""
    value = _data(PLAN)
    tables = value["tables"]
    indicator = next(id_ for id_, one in tables["indicators"].items() if one.get("readings"))
    action = next(id_ for id_, one in tables["actions"].items() if one.get("milestones"))
    milestone = next(iter(tables["actions"][action]["milestones"]))
    tables["budget"]["B2"]["amount"] = Decimal("20000.05")
    tables["budget"]["B2"]["status"] = "committed"
    tables["objectives"]["O1"]["deadline"] = "2020-11-30"
    tables["objectives"]["O1"]["title"] = "Otherwise"
    tables["indicators"][indicator]["readings"]["2020-05-05"] = 12
    tables["actions"][action]["milestones"][milestone]["title"] = "Done"
    del tables["budget"]["B3"]["last_year"]
    found = _read(PLAN, value, tmp_path)
    changed = {path: str(after) for path, after in _changed(PLAN, found.plan).items()}
    assert changed == {
        "budget.B2.amount": "20000.05",
        "budget.B2.status": "committed",
        "objectives.O1.deadline": "2020-11-30",
        "objectives.O1.title": "Otherwise",
        f"indicators.{indicator}.readings.2020-05-05": "12",
        f"actions.{action}.milestones.{milestone}.title": "Done",
        "budget.B3.last_year": "None",
    }


@settings(max_examples=some(40), deadline=None)
@given(st.data())
def test_amounts_changed_at_random(data: st.DataObject) -> None:
    """As many edits as amounts that a script wrote, each with its digits."""
    import tempfile

    value = _data(PLAN)
    lines = value["tables"]["budget"]
    chosen = data.draw(st.lists(st.sampled_from([id_ for id_, one in lines.items() if "amount" in one]), unique=True))
    expected = {}
    for id_ in chosen:
        cents = data.draw(st.integers(-(10**9), 10**9))
        lines[id_]["amount"] = Decimal(cents).scaleb(-2)
        if lines[id_]["amount"] != PLAN.budget[id_].amount:
            expected[f"budget.{id_}.amount"] = Decimal(cents) / 100
    with tempfile.TemporaryDirectory() as folder:
        assert _changed(PLAN, _read(PLAN, value, Path(folder)).plan) == expected


def test_records_come_and_go(tmp_path: Path) -> None:
    value = _data(PLAN)
    value["tables"]["budget"]["B99"] = {"label": "New", "amount": 5, "quotes": {"Y9": {"supplier": "S", "amount": 4}}}
    gone = next(reversed(value["tables"]["budget"]))
    last = [id_ for id_ in value["tables"]["budget"] if id_ != gone][-1]
    del value["tables"]["budget"][last]
    found = _read(PLAN, value, tmp_path)
    line = found.plan.budget["B99"]
    assert (line.label, line.amount, line.quotes["Y9"].amount) == ("New", Decimal(5), Decimal(4))
    assert line.provenance == "back.json, budget.B99"
    assert set(PLAN.budget) - set(found.plan.budget) == {last}


def test_what_the_plan_has_changed_since_stays(tmp_path: Path) -> None:
    """A record changed in the plan alone is left; one changed on both sides is told; one new in the plan stays."""
    value = _data(PLAN)
    later = put(put(PLAN, "budget.B2.amount", Decimal(1)), "budget.B3.amount", Decimal(2))
    later = put(later, "budget.B98.label", "Since")
    value["tables"]["budget"]["B3"]["amount"] = 7
    value["tables"]["budget"]["B4"]["amount"] = 8
    found = _read(later, value, tmp_path)
    assert _changed(later, found.plan) == {"budget.B4.amount": Decimal(8)}
    assert [one.path for one in found.kept] == ["budget.B3.amount"]


def test_a_record_goes_from_one_place_to_another(tmp_path: Path) -> None:
    """A milestone moved to another action is that, though its id is taken until it is gone."""
    value = _data(PLAN)
    actions = value["tables"]["actions"]
    source_, target = [id_ for id_, one in actions.items() if one.get("milestones")][:2]
    id_, milestone = next(iter(actions[source_]["milestones"].items()))
    del actions[source_]["milestones"][id_]
    actions[target]["milestones"][id_] = milestone
    found = _read(PLAN, value, tmp_path)
    assert id_ in found.plan.actions[target].milestones
    assert id_ not in found.plan.actions[source_].milestones


def test_an_id_that_the_plan_has_given_since_is_refused(tmp_path: Path) -> None:
    value = _data(PLAN)
    value["tables"]["budget"]["new"] = {"label": "New"}
    with pytest.raises(ImportRefusedError, match="problem"):
        _read(put(PLAN, "actions.new.title", "Other"), value, tmp_path)


def test_without_fingerprints_nothing_goes(tmp_path: Path) -> None:
    """Tables alone do as well: what stands in them counts."""
    value = _data(PLAN)
    del value["tables"]["budget"]["B3"], value["tables"]["objectives"]["O1"]["deadline"], value["fingerprints"]
    value["tables"]["budget"]["B2"]["amount"] = 3
    for given_ in (value, value["tables"]):
        found = _read(PLAN, given_, tmp_path)
        assert _changed(PLAN, found.plan) == {"budget.B2.amount": Decimal(3)}
        assert [note.key for note in found.notes] == ["data.unmarked"]


def _with(path: str, value: Any) -> Any:
    data = _data(PLAN)
    *parents, name = path.split(".")
    place = data
    for parent in parents:
        place = place[parent]
    place[name] = value
    return data


BAD: dict[str, list[tuple[str, Any, str]]] = {
    "problem": [
        ("tables.budget.B2.amuont", 5, "amount"),
        ("tables.budgets", {}, "budget"),
        ("tables.budget.B2.amount", "much", "B2.amount"),
        ("tables.budget.B2.amount", True, "B2.amount"),
        ("tables.objectives.O1.deadline", "soon", "deadline"),
        ("tables.objectives.O1.deadline", "2020-02-31", "deadline"),
        ("tables.budget.B2.priority", Decimal("1.5"), "priority"),
        ("tables.budget.B2.label", "a\x1bb", "label"),
        ("tables.budget.B 2", {}, "B 2"),
        ("tables.budget.O1", {"label": "x"}, "O1"),
        ("tables.budget.B2", "x", "B2"),
        ("tables.budget.B2", [], "B2"),
    ],
    "key": [("more", 1, "more")],
    "of_scenario": [("scenario", "prudent", "prudent")],
    "not_ours": [("tables", None, ""), ("tables.format", 2, ""), ("schema", "other", ""), ("profile", "x", "")],
}


@pytest.mark.parametrize(
    ("code", "path", "value", "said"), [(code, *one) for code, many in BAD.items() for one in many]
)
def test_refused_with_the_place(code: str, path: str, value: Any, said: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        _read(PLAN, _with(path, value), tmp_path)
    assert refused.value.key == f"data.{code}"
    for language in LANGUAGES:
        sentence = Words(language)(refused.value.key, **refused.value.details)
        assert said in sentence
        assert "\x1b" not in sentence


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"a": NaN}', b'{"a":1,"a":2}', b"\xff\xfe{", b"[" * 100_000])
def test_what_is_no_data(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=r"data\.(no_json|not_ours)"):
        _read(PLAN, content, tmp_path)
