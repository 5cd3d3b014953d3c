"""The plan as JSON with its computed totals, as `docs/plan.schema.json` describes it."""

from typing import Any, BinaryIO

from model.amounts import figures
from model.breakdowns import BREAKDOWNS, breakdown, total
from model.comparison import totals
from model.money import Money
from model.store.writing import document as written
from tui.exports.document import Document
from tui.exports.fingerprints import fingerprints
from tui.exports.options import Options
from tui.exports.schema import SCHEMA
from tui.formats.json_text import json_text


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """The tables as the file holds them, then what they come to; amounts computed are texts, digit for digit.

    The fingerprints tell what was changed meanwhile when the data come back.
    """
    plan = document.plan
    value: dict[str, Any] = {
        "schema": SCHEMA,
        "profile": options.profile,
        "scenario": options.scenario,
        "tables": written(plan),
        "fingerprints": fingerprints(plan),
        "computed": {
            "currency": plan.plan.currency,
            "total": sides(total(plan)),
            "lines": {id_: sides(money) for id_, money in figures(plan).items()},
            "by": {by: {key: sides(money) for key, money in breakdown(plan, by).items()} for by in BREAKDOWNS},
            "scenarios": {id_: sides(money) for id_, money in totals(document.whole).items() if id_ is not None},
        },
    }
    out.write(f"{json_text(value)}\n".encode())


def sides(money: Money) -> dict[str, str]:
    """The three figures of an amount."""
    return {
        name: format(amount, "f")
        for name, amount in (("excl_tax", money.excl_tax), ("tax", money.tax), ("incl_tax", money.incl_tax))
    }
