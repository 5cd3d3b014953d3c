"""What a table of lines makes of the plan, what of it does not come in, and what there is to say of it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from model.budget import Line
from model.incoming import Arrival
from model.money import EXACT, minor_digits
from model.plan import Plan
from tui.formats.numbers import format_gap, format_number
from tui.formats.values import Reader
from tui.imports.bulk import new_ids, with_records
from tui.imports.lines.arriving import Arriving
from tui.imports.lines.categories import Placed
from tui.imports.lines.matching import matched, plain
from tui.imports.lines.rows import Problem
from tui.imports.lines.sorting import Sorted
from tui.imports.lines.totals import Check
from tui.imports.lines.understanding import Understood
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.tables.headers import Column
from tui.words import Words


class Receiver:
    """Receives what was understood of one table into one plan."""

    def __init__(
        self,
        plan: Plan,
        found: Understood,
        columns: Mapping[Column, str],
        words: Words,
        reader: Reader,
        provenance: str,
    ) -> None:
        self.plan, self.found, self.words, self.reader, self.provenance = plan, found, words, reader, provenance
        self.names = {column.at: column.name for column in columns}
        self.sheet = ""

    def returned(self) -> Returned:
        """The plan with the lines, what was kept out, the notes."""
        kept = [*self._unreadable(), *self._unnamed(), *self._below()]
        lines = [line for line in self.found.lines if not line.one.row.problems]
        known, unsure = matched(lines, self.plan)
        kept += [self._kept(line.one, "several", name=line.one.row.label) for line in unsure]
        left = {line.one.row.number for line in unsure}
        lines = [line for line in lines if line.one.row.number not in left]
        plan = self._received(lines, known)
        notes = [
            self._count(lines, known, plan),
            *self._totals(),
            *self._doubts(),
            *self._gaps(lines),
            *self._facts(lines, known),
        ]
        return Returned(plan, kept, notes)

    def _received(self, lines: list[Placed], known: Mapping[int, str]) -> Plan:
        arriving, ids = Arriving(self.plan, self.sheet, self.provenance), new_ids(self.plan, Line.LETTER)
        arrivals: dict[str, tuple[Arrival, ...]] = {}
        for line in lines:
            amounts = self.found.amounts[line.one.row.number]
            if (id_ := known.get(line.one.row.number)) is not None:
                if own := arriving.of_known(id_, line, amounts):
                    arrivals[id_] = own
            else:
                new = next(ids)
                arrivals[new] = arriving.of_new(new, line, amounts)
        return with_records(self.plan, "budget", arrivals, Line())

    # --- what does not come in --------------------------------------------------------------------------------------

    def _place(self, cell: str) -> str:
        return f"{self.sheet}!{cell}" if self.sheet else cell

    def _row(self, number: int) -> str:
        return self._place(self.words("tables.at_row", row=number))

    def _kept(self, one: Sorted, key: str, shown: str = "", **details: str) -> Kept:
        note = Note(f"tables.kept.{key}", {"row": str(one.row.number), "what": one.text, **details})
        return Kept("", self._row(one.row.number), shown or one.text, note)

    def _unreadable(self) -> Iterator[Kept]:
        for one in self.found.rows:
            if one.kind == "line":
                for problem in one.row.problems:
                    yield self._problem(one, problem)

    def _problem(self, one: Sorted, problem: Problem) -> Kept:
        expected = self.words(f"imports.expected.{problem.expected}")
        details = {
            "row": str(one.row.number),
            "what": one.text,
            "column": problem.column,
            "value": problem.value,
            "expected": expected,
        }
        return Kept("", self._place(problem.place), problem.value, Note("tables.kept.unreadable", details))

    def _unnamed(self) -> Iterator[Kept]:
        for one in self.found.rows:
            if one.kind == "unnamed" and one not in self.found.below:
                value = next(iter(one.row.added.values()), None) or next(iter(one.row.figures.values()), Decimal(0))
                yield self._kept(one, "unnamed", self._money(value), value=self._money(value))

    def _below(self) -> Iterator[Kept]:
        for one in self.found.below:
            value = next(iter(one.row.added.values()), Decimal(0))
            yield self._kept(one, "below", self._money(value), value=self._money(value))

    # --- what there is to say ---------------------------------------------------------------------------------------

    def _money(self, value: Decimal) -> str:
        return format_number(value, self.reader.numbers, minor_digits(self.plan.plan.currency))

    def _count(self, lines: list[Placed], known: Mapping[int, str], plan: Plan) -> Note:
        total = Decimal(0)
        for line in lines:
            total = EXACT.add(total, self.found.amounts[line.one.row.number].figure or Decimal(0))
        changed = sum(1 for id_ in known.values() if plan.budget[id_] is not self.plan.budget[id_])
        details = {"total": self._money(total), "new": str(len(lines) - len(known)), "changed": str(changed)}
        return Note("tables.read", {**details, "same": str(len(known) - changed)}, len(lines))

    def _totals(self) -> Iterator[Note]:
        checks = [check for check in self.found.checks if check.one.row.added]
        agreeing = [check for check in checks if not check.gaps and check.lines]
        if agreeing:
            yield Note("tables.totals_agree", {}, len(agreeing))
        for one in self.found.rows:
            if one.kind == "empty_total":
                yield Note("tables.total_empty", self._named(one), is_trouble=bool(one.row.problems))
        for check in checks:
            if check.gaps:
                yield from self._gaps_of(check)
            elif not check.lines:
                yield Note("tables.total_alone", self._named(check.one), is_trouble=True)

    def _gaps_of(self, check: Check) -> Iterator[Note]:
        for column, (said, made) in check.gaps.items():
            details = {
                **self._named(check.one),
                "column": self.names.get(column, ""),
                "said": self._money(said),
                "made": self._money(made),
                "gap": format_gap(
                    EXACT.subtract(said, made), self.reader.numbers, minor_digits(self.plan.plan.currency)
                ),
                "first": str(check.first),
                "last": str(check.last),
            }
            yield Note("tables.total_unread" if check.is_unknown else "tables.total_off", details, is_trouble=True)

    def _named(self, one: Sorted) -> dict[str, str]:
        return {"row": str(one.row.number), "what": one.text}

    def _doubts(self) -> Iterator[Note]:
        """Rows that are the sum of others without saying so."""
        place = {one.row.number: n for n, one in enumerate(self.found.rows)}
        for one in self.found.rows:
            if not one.is_doubtful or one.why == "decided":
                continue
            at = place[one.row.number]
            part = (
                self.found.rows[at + 1 : at + 1 + one.under] if one.under > 0 else self.found.rows[at + one.under : at]
            )
            rows = {"first": str(part[0].row.number), "last": str(part[-1].row.number)}
            key = "tables.sum_total" if one.kind == "total" else "tables.sum_line"
            yield Note(key, {**self._named(one), **rows}, is_trouble=one.kind == "line")

    def _gaps(self, lines: list[Placed]) -> Iterator[Note]:
        for line in lines:
            for name, made, figure in self.found.amounts[line.one.row.number].gaps:
                details = {"made": self._money(made), "figure": self._money(figure)}
                gap = format_gap(
                    EXACT.subtract(made, figure), self.reader.numbers, minor_digits(self.plan.plan.currency)
                )
                yield Note(f"tables.gap.{name}", {**self._named(line.one), **details, "gap": gap}, is_trouble=True)

    def _facts(self, lines: list[Placed], known: Mapping[int, str]) -> Iterator[Note]:
        spell = Arriving(self.plan, "", "").spelled
        if odd := {line.category: spell(line.category) for line in lines if spell(line.category) != line.category}:
            pairs = ", ".join(f"{theirs} → {ours}" for theirs, ours in odd.items())
            yield Note("tables.spelled", {"pairs": pairs}, len(odd))
        own = self.plan.plan.currency or ""
        for currency in dict.fromkeys(one.one.row.others.get("currency", own) for one in lines):
            if currency != own:
                number = sum(1 for one in lines if one.one.row.others.get("currency") == currency)
                yield Note("tables.currency", {"currency": currency, "own": own}, number, is_trouble=True)
        if carried := [line for line in lines if line.is_carried]:
            yield Note("tables.carried", {}, len(carried))
        for title in self.found.empty_titles:
            yield Note("tables.empty_title", self._named(title))
        there = set(known.values())
        absent = [id_ for id_ in self.plan.budget if id_ not in there] if there else []
        if absent:
            yield Note("tables.absent", {"ids": ", ".join(absent[:8]) + ("…" if len(absent) > 8 else "")}, len(absent))
        names = {plain(line.label or "") for line in self.plan.budget.values()}
        again = [one for one in lines if one.one.row.number not in known and plain(one.one.row.label) in names]
        if again:
            yield Note(
                "tables.again", {"names": ", ".join(dict.fromkeys(one.one.row.label for one in again[:5]))}, len(again)
            )
        if empty := [one for one in lines if self.found.amounts[one.one.row.number].figure is None]:
            rows = ", ".join(str(one.one.row.number) for one in empty[:10])
            yield Note("tables.without_amount", {"rows": rows}, len(empty))
