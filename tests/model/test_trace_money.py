"""Money by purpose and why this euro: agrees with the contract's splits, worked out apart, to the cent."""

from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from model.breakdowns import total
from model.money import minor_digits
from model.plan import Plan
from model.trace.money import PURPOSES, money_by
from model.trace.why import why
from tests import oracle

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
    plan = Plan.from_table(document)
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
    plan = Plan.from_table(document)
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
