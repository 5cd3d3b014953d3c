"""`planmark trace`: what rests on what, where the thread is cut, which links to look at again, what money is for."""

from collections.abc import Iterator, Sequence
from typing import Any

from model.breakdowns import total
from model.money import Money
from model.plan import Plan
from model.store.reading import load
from model.trace.amounts import Amounts
from model.trace.confirming import dead, state_of, suspects
from model.trace.graph import Graph, Link, graph_of
from model.trace.money import PURPOSES, Purpose, money_by
from model.trace.orphans import CUTS, orphans
from model.trace.relations import place_of
from model.trace.walk import Stop, downward, roots, upward
from tui.cli.arguments import Arguments, UsageError, nearest
from tui.cli.budget import figures
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.json_text import json_lines
from tui.cli.layout import cells, table, wrapped
from tui.cli.view import amount_text
from tui.formats.threads import called, purposed, state_glyph


def run(given: Arguments, console: Console) -> Answer:
    """The whole thread, or one record's; else the money by purpose, the cuts, the links to look at again."""
    purpose = _purpose(given.options.get("--money"))
    graph = graph_of(load(given.operands[0]).plan)
    asked = [option for option in ("--orphans", "--suspect") if option in given.flags]
    path = _path(graph.plan, given.operands[1]) if len(given.operands) > 1 else ""
    telling = _Telling(graph, console)
    if purpose is not None:
        return Answer(json_lines(_money(graph.plan, purpose)) if given.wants_json else tuple(telling.money(purpose)))
    status = 1 if any(_found(graph, option) for option in asked) else 0
    if given.wants_json:
        return Answer(json_lines(_object(graph, path, asked)), status)
    if asked:
        blocks = [telling.cuts() if option == "--orphans" else telling.suspects() for option in asked]
        return Answer(tuple(line for block in blocks for line in block), status)
    return Answer(tuple(telling.walk(path) if path else telling.whole()))


def _purpose(text: str | None) -> Purpose | None:
    if text is not None and text not in PURPOSES:
        known = nearest(text, PURPOSES) or ", ".join(PURPOSES)
        raise UsageError("value", "trace", option="--money", word=text, known=known)
    return text


def _path(plan: Plan, id_: str) -> str:
    """The path of the record asked for, by its id or as it is."""
    path = place_of(plan, id_.rpartition(".")[2])
    if not path:
        raise RefusedError("trace.unknown", id=id_)
    return path


def _found(graph: Graph, option: str) -> bool:
    return bool(orphans(graph) if option == "--orphans" else suspects(graph) or dead(graph))


def _money(plan: Plan, purpose: Purpose) -> dict[str, Any]:
    groups = {key: figures(money) for key, money in money_by(plan, purpose).items()}
    return {"currency": plan.plan.currency, "by": purpose, "total": figures(total(plan)), "groups": groups}


def _object(graph: Graph, path: str, asked: Sequence[str]) -> dict[str, Any]:
    """The links with their states, or one record's thread; the cuts; the entries that no link is behind."""
    result: dict[str, Any] = {}
    if path:
        money = Amounts(graph.plan)
        result["path"] = path
        result["money"] = _figures(money.at(path))
        result["above"] = [_stop(graph, stop, money) for stop in upward(graph, path)]
        result["below"] = [_stop(graph, stop, money) for stop in downward(graph, path)]
        return result
    if not asked or "--suspect" in asked:
        links = suspects(graph) if asked else graph.links
        result["links"] = [_link(graph, link) for link in links]
        result["dead"] = list(dead(graph))
    if not asked or "--orphans" in asked:
        result["orphans"] = [{"path": orphan.path, "code": orphan.code} for orphan in orphans(graph)]
    return result


def _figures(money: Money | None) -> dict[str, str] | None:
    return figures(money) if money is not None else None


def _link(graph: Graph, link: Link) -> dict[str, str]:
    state = state_of(graph.plan, link)
    return {"link": link.key, "low": link.low, "high": link.high, "field": link.field, "state": state}


def _stop(graph: Graph, stop: Stop, money: Amounts) -> dict[str, Any]:
    link = _link(graph, stop.link)
    return {
        "path": stop.path,
        "depth": stop.depth,
        "again": stop.is_again,
        "money": _figures(money.at(stop.path)),
        **{name: link[name] for name in ("link", "field", "state")},
    }


class _Telling:
    """The answer to people."""

    def __init__(self, graph: Graph, console: Console) -> None:
        self.graph, self.plan, self.console, self.words = graph, graph.plan, console, console.words
        self.side = self.plan.plan.prices or "excl_tax"

    def whole(self) -> Iterator[str]:
        """The thread from whatever rests on nothing down to the money, then where it is cut."""
        money = Amounts(self.plan)
        for path in roots(self.graph):
            yield from self._record(path, 0, "", money)
            yield from self._stops(downward(self.graph, path), money)
        if not self.graph.links:
            yield self.words("trace.empty")
        yield ""
        yield from self.cuts()
        yield from self.suspects()

    def walk(self, path: str) -> Iterator[str]:
        """What a record rests on, itself, what rests on it."""
        money = Amounts(self.plan)
        yield self.words("trace.above")
        yield from self._stops(upward(self.graph, path), money) or ["  " + self.words("trace.nothing_above")]
        yield ""
        yield from self._record(path, 0, "", money)
        yield from ("", self.words("trace.below"))
        yield from self._stops(downward(self.graph, path), money) or ["  " + self.words("trace.nothing_below")]

    def _stops(self, stops: tuple[Stop, ...], money: Amounts) -> list[str]:
        return [line for stop in stops for line in self._stop(stop, money)]

    def _stop(self, stop: Stop, money: Amounts) -> list[str]:
        mark = state_glyph(state_of(self.plan, stop.link))
        return self._record(stop.path, stop.depth, mark, money, is_again=stop.is_again)

    def _record(self, path: str, depth: int, mark: str, money: Amounts, *, is_again: bool = False) -> list[str]:
        own = money.at(path)
        amount = self._amount(own) if own is not None else ""
        again = f" ({self.words('trace.again')})" if is_again else ""
        text = f"{mark} {called(self.plan, path, self.words)}{again}".strip()
        lines = wrapped(text, self.console.width - len(amount) - 2, "  " * depth, "  " * depth + "  ")
        room = self.console.width - cells(lines[0])
        lines[0] += amount.rjust(room) if amount else ""
        return lines

    def _amount(self, money: Money) -> str:
        return amount_text(money.priced(self.side), self.plan.plan.currency, self.console.numbers)

    def cuts(self) -> Iterator[str]:
        """Where the thread is cut, kind by kind."""
        found = orphans(self.graph)
        for code in CUTS:
            here = [orphan.path for orphan in found if orphan.code == code]
            if here:
                yield self.words(f"trace.cut.{code}")
                for path in here:
                    yield from wrapped(f"○ {called(self.plan, path, self.words)}", self.console.width, "  ", "    ")
        if not found:
            yield self.words("trace.no_cut")

    def suspects(self) -> Iterator[str]:
        """The links to look at again, the entries without a link."""
        found, gone = suspects(self.graph), dead(self.graph)
        for link in found:
            low, high = (called(self.plan, path, self.words) for path in (link.low, link.high))
            text = f"⚠ {self.words('trace.suspect', low=low, high=high)}"
            yield from wrapped(text, self.console.width, "", "  ")
        for key in gone:
            yield from wrapped(f"† {self.words('trace.dead', link=key)}", self.console.width, "", "  ")
        if not found and not gone:
            yield self.words("trace.no_suspect")

    def money(self, purpose: Purpose) -> list[str]:
        """A table of the money by purpose, the total last."""
        groups = money_by(self.plan, purpose)
        head = [self.words(f"trace.by.{purpose}"), *(self.words(f"cli.budget.{side}") for side in _SIDES)]
        rows = [self._row(purposed(self.plan, key, purpose, self.words), money) for key, money in groups.items()]
        return table([head, *rows, self._row(self.words("cli.budget.total"), total(self.plan))])

    def _row(self, label: str, money: Money) -> list[str]:
        parts = (getattr(money, side) for side in _SIDES)
        return [label, *(amount_text(part, self.plan.plan.currency, self.console.numbers) for part in parts)]


_SIDES = ("excl_tax", "tax", "incl_tax")
