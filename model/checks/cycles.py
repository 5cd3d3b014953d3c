"""Rule PLN003: a chain of records that comes back to where it started. No recursion: chains may be long."""

from collections.abc import Collection, Iterator, Mapping

from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.formulas import drivers_in
from model.checks.guidance import field_at, guide_to
from model.checks.registry import rule

Graph = Mapping[str, Collection[str]]


def _postorder(graph: Graph) -> list[str]:
    """Every node after those it leads to (cycles apart)."""
    seen: set[str] = set()
    order: list[str] = []
    for root in graph:
        stack = [(root, False)]
        while stack:
            node, is_done = stack.pop()
            if is_done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((following, False) for following in graph[node] if following in graph)
    return order


def _knots(graph: Graph) -> dict[str, str]:
    """For each node, a name shared by exactly those that lead to it and back (Kosaraju's algorithm)."""
    backwards: dict[str, list[str]] = {node: [] for node in graph}
    for node, following in graph.items():
        for name in following:
            if name in backwards:
                backwards[name].append(node)
    knot: dict[str, str] = {}
    for root in reversed(_postorder(graph)):
        stack = [root]
        while stack:
            node = stack.pop()
            if node not in knot:
                knot[node] = root
                stack.extend(backwards[node])
    return knot


def loops(graph: Graph) -> dict[str, str]:
    """The nodes that stand on a cycle, each with a neighbour through which it comes back to itself."""
    knot = _knots(graph)
    found: dict[str, str] = {}
    for node, following in graph.items():
        through = next((name for name in following if knot.get(name) == knot[node]), None)
        if through is not None:
            found[node] = through
    return found


def _chains(context: Context) -> Iterator[tuple[str, str, Graph]]:
    """The records that point at others of their kind, as (section, field, what each points at)."""
    plan = context.plan
    named = {id_: drivers_in(record.value, context.hyphenated) for id_, record in plan.drivers.items()}
    items = plan.diagnostic.swot.items()
    yield "diagnostic.swot", "from", {id_: (item.from_,) for id_, item in items if item.from_}
    yield "objectives", "parent", {id_: (record.parent,) for id_, record in plan.objectives.items() if record.parent}
    yield "actions", "depends_on", {id_: record.depends_on for id_, record in plan.actions.items()}
    yield "drivers", "value", named
    yield "budget", "included_in", {id_: (line.included_in,) for id_, line in plan.budget.items() if line.included_in}
    yield "scenarios", "base", {id_: (record.base,) for id_, record in plan.scenarios.items() if record.base}


@rule("PLN003", "error", guide="objectives#parent")
def record_leads_back_to_itself(context: Context) -> Iterator[Hit]:
    """An origin, a parent, a dependency, a base, a holder or a driver leads back to the record itself."""
    for section, field, graph in _chains(context):
        for id_, through in loops(graph).items():
            path = f"{section}.{id_}.{field}"
            yield at(path, guide=guide_to(path), id=id_, through=through, field=field_at(path))
