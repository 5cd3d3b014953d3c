"""The indicators: where each stands on its path, its readings, and what was decided about its gaps."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from model.steering.rising import dashboard
from model.steering.state import State
from model.values import canonical
from tui.exports.document import Block, Card, Cell, Chart, Column, Number, Percent, Row, Series, Table
from tui.exports.scribe import Scribe, capital, said
from tui.formats.dates import format_date
from tui.formats.steering import standing_text

ID = "indicators"


def blocks(scribe: Scribe) -> Iterator[Block]:
    """Where each stands, then its readings against what was expected of them."""
    plan, words = scribe.plan, scribe.words
    if not plan.indicators:
        return
    states = dashboard(plan, scribe.options.today).states
    yield _standing(scribe, states)
    yield from scribe.section(words("exports.indicator_sheets"), _sheets(scribe, states))
    yield from scribe.section(words("sections.corrections"), _corrections(scribe))


def _sheets(scribe: Scribe, states: Mapping[str, State]) -> Iterator[Block]:
    """A sheet for each; a board sees those that have figures."""
    plan, words = scribe.plan, scribe.words
    for id_, state in states.items():
        charts = tuple(_chart(scribe, state)) + tuple(_readings(scribe, state))
        if charts:
            yield scribe.card(
                id_, plan.indicators[id_], (*_about(scribe, id_), *charts), standing_text(words, state.status)
            )
        elif scribe.options.profile != "board":
            yield scribe.card(id_, plan.indicators[id_], _about(scribe, id_), standing_text(words, state.status))


def _corrections(scribe: Scribe) -> Iterator[Block]:
    """The gaps that were decided about, each under its indicator's name."""
    for id_, correction in scribe.plan.corrections.items():
        name = scribe.name(correction.indicator, "indicators")
        held = scribe.plan.indicators.get(correction.indicator or "")
        names = ("date", "gap", "review", "cause", "action")
        facts = tuple(scribe.facts("corrections", correction, names, unit=held.unit if held else ""))
        yield Card(id_, name or id_, facts, capital(scribe.choice("corrections.decision", correction.decision)))


def _about(scribe: Scribe, id_: str) -> Iterator[Block]:
    names = ("objective", "action", "formula", "source", "owner", "frequency", "baseline", "target", "due")
    indicator = scribe.plan.indicators[id_]
    yield from scribe.facts("indicators", indicator, names, unit=indicator.unit)


def _standing(scribe: Scribe, states: Mapping[str, State]) -> Table:
    words, plan = scribe.words, scribe.plan
    names = ("last", "expected", "gap", "percent")
    columns = (
        Column(words("exports.ref")),
        Column(scribe.label("indicators.name")),
        *(Column(capital(words(f"steering.column.{name}")), is_figure=True) for name in names),
        Column(scribe.label("indicators.target"), is_figure=True),
        Column(capital(words("steering.column.status"))),
    )
    rows = []
    for id_, state in states.items():
        unit = said(plan.indicators[id_].unit)
        rows.append(
            Row(
                (
                    id_,
                    scribe.name(id_, "indicators") + (f" ({unit})" if unit else ""),
                    Number(state.last.figure) if state.last else None,
                    Number(_short(state.expected.nearest(state.last.figure)))
                    if state.expected and state.last
                    else None,
                    None if state.gap is None else Number(_short(state.gap), signed=True),
                    None if state.percent is None else Percent(state.percent.quantize(scribe.tenth), signed=True),
                    None if state.aim.low is None else Number(state.aim.low),
                    standing_text(words, state.status),
                )
            )
        )
    return Table(columns, tuple(rows))


def _expected_now(state: State) -> Cell:
    """What is expected, nearest to what was read last."""
    if state.expected is None or state.last is None:
        return None
    return Number(_short(state.expected.nearest(state.last.figure)))


def _short(figure: Decimal) -> Decimal:
    """A figure that was computed, to two decimals, or to four where it is small."""
    exponent = figure.as_tuple().exponent
    places = 2 if abs(figure) >= Decimal("0.1") else 4
    if not isinstance(exponent, int) or -exponent <= places:
        return figure
    return canonical(figure.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP"))


def _chart(scribe: Scribe, state: State) -> Iterator[Block]:
    """The figures and the path, on the days of both; two readings make a line."""
    if len(state.series) < 2:
        return
    days = sorted({reading.day for reading in state.series} | {step.day for step in state.path.steps})
    actual = {reading.day: reading.figure for reading in state.series}
    words = scribe.words
    series = [Series(words("exports.reading"), tuple(actual.get(day) for day in days), "actual")]
    if state.path.steps:
        series.append(Series(words("exports.expected"), tuple(_expected(state, day) for day in days), "expected"))
    indicator = scribe.plan.indicators[state.id]
    names = tuple(format_date(day, words.language) for day in days)
    yield Chart("lines", said(indicator.name), names, tuple(series), unit=said(indicator.unit), days=tuple(days))


def _expected(state: State, day: date) -> Decimal | None:
    band = state.path.at(day)
    return None if band is None else band.low


def _readings(scribe: Scribe, state: State) -> Iterator[Block]:
    indicator, words = scribe.plan.indicators[state.id], scribe.words
    if not state.series:
        return
    columns = (
        Column(words("exports.date")),
        Column(words("exports.reading"), is_figure=True),
        Column(words("exports.expected"), is_figure=True),
        Column(words("exports.note")),
    )
    rows = []
    for reading in state.series:
        band = state.path.at(reading.day)
        note = said(indicator.reading_notes.get(reading.day.isoformat()))
        rows.append(Row((reading.day, Number(reading.value), Number(_short(band.low)) if band else None, note)))
    yield Table(columns, tuple(rows))
