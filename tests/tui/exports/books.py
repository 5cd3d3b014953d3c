"""Workbooks made from plans, edited as a client edits them, and computed again by another program."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

import model.examples
from model.plan import Plan
from model.store.reading import load
from tui.exports.composing import composed
from tui.exports.options import Options
from tui.exports.writers import xlsx
from tui.words import Language

SOFFICE = shutil.which("soffice")
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def example(name: str) -> Plan:
    """One of the plans that come with the program."""
    return load(Path(model.examples.__file__).with_name(f"{name}.toml")).plan


def workbook(plan: Plan, file: Path, language: Language = "en") -> Path:
    """The plan's workbook in a file."""
    options = Options(language, "internal")
    out = BytesIO()
    xlsx.write(composed(plan, options), out, options)
    file.write_bytes(out.getvalue())
    return file


def converted(files: list[Path], kind: str, folder: Path, *more: str) -> list[Path]:
    """What LibreOffice makes of files, all computed anew, in one run."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS)
    folder.mkdir(exist_ok=True)
    arguments = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *more, "--convert-to", kind]
    subprocess.run(
        [*arguments, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=900
    )
    return [folder / f"{file.stem}.{kind}" for file in files]


def cells(file: Path) -> Any:
    """The workbook as another program reads it, computed values in place of formulas."""
    return load_workbook(file, data_only=True)


def at(sheet: Any, key: str, id_: str) -> Any:
    """The cell of a record's field."""
    column = next(cell.column for cell in sheet[1] if cell.value == key)
    row = next(row[0].row for row in sheet.iter_rows(min_col=1, max_col=1) if row[0].value == id_)
    return sheet.cell(row, column)
