"""A plan of ten thousand lines handed over in every format, and read by other people's programs: no line is missing."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from model.breakdowns import total
from model.plan import Plan
from model.store.reading import loads
from tests.bench.plans import plan as long_plan
from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, spread
from tests.tui.exports.books import cells, converted
from tests.tui.exports.readers import program, text_of
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS

LINES: Final = 10_000


def run(asked: Asked) -> Outcome:
    """So many of the formats, each with all lines."""
    tries = [(name, asked.folder) for name in list(_CHECKS)[: asked.tries]]
    return spread(tries, _tried, asked.jobs)


def _tried(given: tuple[str, Path]) -> Outcome:
    name, folder = given
    plan, file = loads(long_plan(LINES).encode()), folder / f"long.{name}"
    file.write_bytes(bytes_of(plan, FORMATS[name], Options("fr", "internal", today=date(2027, 1, 31))))
    wrong = _CHECKS[name](plan, file)
    return Outcome(1, (Miss(name, wrong),) if wrong else (), {"bytes": file.stat().st_size})


def _read(plan: Plan, pdf: Path) -> str:
    """What is missing in what was printed: the totals to the cent, the lines."""
    text, money = text_of(pdf), total(plan)
    wanted = [f"{amount:.2f}".replace(".", ",") for amount in (money.excl_tax, money.incl_tax)]
    wanted += ["".join((line.label or "").split()) for line in plan.budget.values()]
    missing = [one for one in wanted if one not in text]
    return f"{len(missing)} missing: {missing[:3]}" if missing else ""


def _printed(plan: Plan, page: Path) -> str:
    pdf = page.with_suffix(".printed.pdf")
    command = [program("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    more = (f"--user-data-dir={page.parent / 'browser'}", f"--print-to-pdf={pdf}", page.as_uri())
    subprocess.run([*command, *more], check=True, capture_output=True, timeout=600)
    return _read(plan, pdf)


def _typeset(plan: Plan, report: Path) -> str:
    program("soffice")
    return _read(plan, *converted([report], "pdf", report.parent / "office"))


def _computed(plan: Plan, book: Path) -> str:
    program("soffice")
    (again,) = converted([book], "xlsx", book.parent / "computed")
    sheet, money = cells(again)["Synthèse"], total(plan)
    found = [round(float(sheet.cell(5, column).value), 2) for column in (3, 4, 5)]
    wanted = [float(money.excl_tax), float(money.tax), float(money.incl_tax)]
    return "" if found == wanted else f"{found} for {wanted}"


_CHECKS: Final[dict[str, Callable[[Plan, Path], str]]] = {
    "pdf": _read,
    "xlsx": _computed,
    "docx": _typeset,
    "html": _printed,
}

CAMPAIGN: Final = Campaign(
    "readers", "a plan of ten thousand lines, handed over and read by other programs", len(_CHECKS), 1, run
)
