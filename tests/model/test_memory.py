"""What is remembered between versions of a plan, and that it is bounded."""

from decimal import Decimal
from functools import partial

from model.amounts import _ledgers, figures
from model.memory import Memories
from model.plan import Plan


def test_a_result_is_made_once_under_equal_conditions() -> None:
    """The same inputs under equal conditions give the very same result; other conditions make their own."""
    memories: Memories[list[int]] = Memories()
    value = Decimal(5)
    first = memories.under("a", 1, size=1).recall((value,), lambda: [1])
    assert memories.under("a", 1, size=1).recall((value,), lambda: [2]) is first
    assert memories.under("a", 2, size=1).recall((value,), lambda: [3]) == [3]


def test_equal_inputs_are_not_the_same() -> None:
    """Inputs count by identity: an equal one makes its own result."""
    memory = Memories[str]().under(size=1)
    one, two = (Decimal(text) for text in ("5", "5.0"))
    assert [memory.recall((number,), partial(str, number)) for number in (one, two)] == ["5", "5.0"]


def test_memory_is_bounded() -> None:
    """Old conditions and old results are forgotten."""
    memories: Memories[int] = Memories(most=2)
    for condition in range(5):
        memory = memories.under(condition, size=1)
        for number in range(3000):
            memory.recall((Decimal(number),), lambda: 0)
    assert [memory.conditions for memory in memories.kept] == [(4,), (3,)]
    assert len(memories.under(4, size=1).entries) == 0


def test_figures_of_former_versions_are_forgotten() -> None:
    """Thousands of edits of one line leave the figures right and the memory small."""
    plan = Plan.from_table({"plan": {"currency": "CHF"}, "budget": {"B1": {"amount": Decimal(0)}}})
    for amount in range(3000):
        line = plan.budget["B1"].replaced({"amount": Decimal(amount)})
        plan = plan.replaced({"budget": {"B1": line}})
        assert figures(plan)["B1"].excl_tax == amount
    ledger = next(ledger for key, ledger in _ledgers.items() if key[0] == "CHF")
    assert len(ledger.entries) < 1100
