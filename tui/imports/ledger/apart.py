"""A ledger read in a process of its own (`tui.apart`): its name goes there, what it says comes back, all as bytes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from tui.imports.ledger.books import is_book
from tui.imports.ledger.reading import read_ledger
from tui.imports.ledger.spending import Amount, Balance, Key, Ledger
from tui.imports.refusing import ImportRefusedError

_LARGE, _LARGE_BOOK = 2_000_000, 200_000
"""Bytes that are read before anybody notices."""


def is_large(file: Path) -> bool:
    """Whether reading a file would keep whoever types waiting."""
    return file.stat().st_size > (_LARGE_BOOK if is_book(file) else _LARGE)


def asked(file: Path) -> bytes:
    """Which file."""
    return str(file.absolute()).encode("utf-8", "surrogateescape")


def work(given: bytes) -> bytes:
    """What the ledger says, or why it cannot be read."""
    try:
        return json.dumps(_told(read_ledger(Path(given.decode("utf-8", "surrogateescape"))))).encode()
    except ImportRefusedError as error:
        return json.dumps({"refused": error.key, "details": error.details}).encode()


def answered(answer: bytes) -> Ledger:
    """The ledger in an answer.

    Raises:
        ImportRefusedError: it could not be read.
    """
    told = json.loads(answer)
    if "refused" in told:
        raise ImportRefusedError(told["refused"], **told["details"])
    return _ledger(told)


def _told(ledger: Ledger) -> dict[str, Any]:
    plain = {name: getattr(ledger, name) for name in _PLAIN}
    return plain | {
        "closing": ledger.closing and ledger.closing.isoformat(),
        "days": [(day.isoformat(), number) for day, number in ledger.days.items()],
        "spent": [(*key, amount.sum, amount.lines) for key, amount in ledger.spent.items()],
        "unbalanced": [(one.journal, one.number, one.line, one.difference) for one in ledger.unbalanced],
    }


_PLAIN = ("encoding", "separator", "siren", "entries", "debit", "credit", "vat", "labels", "mended")


def _ledger(told: dict[str, Any]) -> Ledger:
    return Ledger(
        **{name: told[name] for name in _PLAIN},
        closing=date.fromisoformat(told["closing"]) if told["closing"] else None,
        days={date.fromisoformat(day): number for day, number in told["days"]},
        spent={Key(*key): Amount(total, lines) for *key, total, lines in told["spent"]},
        unbalanced=[Balance(*one) for one in told["unbalanced"]],
    )
