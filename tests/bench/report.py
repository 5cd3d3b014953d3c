"""Medians and ratios, as tables for people (Markdown)."""

import statistics
from collections.abc import Iterable, Mapping, Sequence

from tests.bench.screen import Figures


def screens(runs: Mapping[str, Sequence[Figures]], first: str) -> str:
    """A table of every measure by program; ratios are to the program called `first`, where it has the measure."""
    measures = list(dict.fromkeys(name for figures in runs.values() for run in figures for name in run.times))
    rows = [["ms (× bare) · bytes", *runs]]
    for measure in measures:
        base = _median(time for run in runs[first] for time in run.times.get(measure, ()))
        rows.append([measure, *(_cell(figures, measure, base) for figures in runs.values())])
    memory = _median(run.memory for run in runs[first])
    rows.append(["peak memory, MiB", *(_with_ratio(_median(r.memory for r in f), memory) for f in runs.values())])
    rows.append(["idle, bytes/s", *(f"{_median(run.idle_bytes for run in f) or 0:,.0f}" for f in runs.values())])
    rows.append(["idle, processor", *(f"{_median(run.idle_percent for run in f) or 0:.1f} %" for f in runs.values())])
    return _table(rows)


def headless(columns: Mapping[str, Mapping[str, float | None]], base: str) -> str:
    """A table of ms by name and column; ratios are to the row called `base` in the same column."""
    names = list(dict.fromkeys(name for column in columns.values() for name in column))
    rows = [[f"ms (× {base})", *columns]]
    rows += [[name, *(_with_ratio(col.get(name), col.get(base)) for col in columns.values())] for name in names]
    return _table(rows)


def _cell(figures: Sequence[Figures], measure: str, base: float | None) -> str:
    times = sorted(time for run in figures for time in run.times.get(measure, ()))
    if not times:
        return "–"
    size = statistics.median(size for run in figures for size in run.sizes[measure])
    worst = f" (p95 {times[int(len(times) * 0.95)]:.1f})" if len(times) >= 20 else ""
    return f"{_with_ratio(statistics.median(times), base)}{worst} · {size:,.0f} B"


def _with_ratio(value: float | None, base: float | None) -> str:
    if value is None:
        return "–"
    text = f"{value:,.1f}" if value < 1000 else f"{value:,.0f}"
    return text if not base or value == base else f"{text} (×{value / base:.2f})"


def _median(values: Iterable[float]) -> float | None:
    found = list(values)
    return statistics.median(found) if found else None


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    return "\n".join([lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]])
