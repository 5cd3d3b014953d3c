"""An export made in a process of its own (`tui.apart`): what is asked of it as bytes, and its answer."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from model.plan import Plan
from model.store.reading import loads
from model.store.writing import dumps
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS, Format, LibraryMissingError
from tui.exports.templates import TemplateRefusedError

_MADE, _MISSING, _REFUSED = b"made\n", b"missing\n", b"refused\n"


def asked(plan: Plan, chosen: Format, options: Options) -> bytes:
    """The options on a line, then the plan as its file would be."""
    told: dict[str, Any] = {name: getattr(options, name) for name in ("language", "profile", "scenario", "machine")}
    told |= {"template": None if options.template is None else str(options.template)}
    told |= {"today": options.today.isoformat(), "format": chosen.name}
    return json.dumps(told).encode() + b"\n" + dumps(plan)


def work(given: bytes) -> bytes:
    """The answer to what was asked."""
    line, _, plan = given.partition(b"\n")
    told = json.loads(line)
    chosen, template = FORMATS[told.pop("format")], told.pop("template")
    today = date.fromisoformat(told.pop("today"))
    options = Options(template=None if template is None else Path(template), today=today, **told)
    return answer(loads(plan), chosen, options)


def answer(plan: Plan, chosen: Format, options: Options) -> bytes:
    """The export, or which library is missing, or why the template is refused."""
    try:
        return _MADE + bytes_of(plan, chosen, options)
    except LibraryMissingError as error:
        return _MISSING + error.library.encode()
    except TemplateRefusedError as error:
        return _REFUSED + f"{error.reason}\n{error.file}".encode("utf-8", "surrogateescape")


def made(told: bytes) -> bytes:
    """The export in an answer.

    Raises:
        LibraryMissingError: there is none without that library.
        TemplateRefusedError: there is none into that template.
    """
    kind, data = told.split(b"\n", 1)
    if kind + b"\n" == _MISSING:
        raise LibraryMissingError(data.decode())
    if kind + b"\n" == _REFUSED:
        reason, _, file = data.decode("utf-8", "surrogateescape").partition("\n")
        raise TemplateRefusedError(Path(file), reason)
    return data
