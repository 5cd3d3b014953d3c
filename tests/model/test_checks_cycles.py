"""Rule PLN003: chains that come back to their start."""

from tests.checking import paths


def test_cycles() -> None:
    """PLN003: a chain of each kind comes back to itself; a record that only leads into a cycle is spared."""
    text = """
    [objectives.O1]
    parent = "O2"
    [objectives.O2]
    parent = "O1"
    [objectives.O3]
    parent = "O1"
    [actions.A1]
    depends_on = ["A2", "A3"]
    [actions.A2]
    depends_on = ["A4"]
    [actions.A3]
    [actions.A4]
    depends_on = ["A1"]
    [drivers.one]
    value = "=@two+1"
    [drivers.two]
    value = "=@one+1"
    [drivers.three]
    value = "=@one"
    [budget.B1]
    included_in = "B1"
    [diagnostic.swot.S1]
    from = "S1"
    [diagnostic.swot.S2]
    from = "S1"
    [scenarios.a]
    base = "b"
    [scenarios.b]
    base = "a"
    """
    assert paths("PLN003", text) == {
        "objectives.O1.parent",
        "objectives.O2.parent",
        "actions.A1.depends_on",
        "actions.A2.depends_on",
        "actions.A4.depends_on",
        "drivers.one.value",
        "drivers.two.value",
        "budget.B1.included_in",
        "diagnostic.swot.S1.from",
        "scenarios.a.base",
        "scenarios.b.base",
    }


def test_node_between_two_cycles() -> None:
    """PLN003: an action that one cycle leads to and that leads to another stands on neither."""
    text = """
    [actions.A1]
    depends_on = ["A2", "A3"]
    [actions.A2]
    depends_on = ["A1"]
    [actions.A3]
    depends_on = ["A4"]
    [actions.A4]
    depends_on = ["A5"]
    [actions.A5]
    depends_on = ["A4"]
    """
    assert paths("PLN003", text) == {f"actions.A{n}.depends_on" for n in (1, 2, 4, 5)}


def test_long_chains_do_not_recurse() -> None:
    """PLN003: a chain of five thousand records is followed to its end."""
    chain = "".join(f'[budget.B{n}]\nincluded_in = "B{(n + 1) % 5000}"\n' for n in range(5000))
    assert len(paths("PLN003", chain)) == 5000
