"""An export from the plan to the file: composed, written in memory, then saved whole or not at all."""

from io import BytesIO
from pathlib import Path

from model.plan import Plan
from model.store.outputs import keep
from model.store.saving import failure
from tui.exports.composing import composed
from tui.exports.options import Options
from tui.exports.registry import Format, writer_of


def bytes_of(plan: Plan, chosen: Format, options: Options) -> bytes:
    """The export's bytes.

    Raises:
        LibraryMissingError: the format's library is not installed.
        TemplateRefusedError: the template cannot be used.
        KeyError: the plan has no such scenario.
    """
    write = writer_of(chosen)
    out = BytesIO()
    write(composed(plan, options), out, options)
    return out.getvalue()


def exported(plan: Plan, chosen: Format, options: Options, file: Path, *, overwrite: bool = False) -> None:
    """Write the export into a file, over an older one only when that is asked for.

    Raises:
        LibraryMissingError: the format's library is not installed.
        TemplateRefusedError: the template cannot be used.
        FileChangedError: there is a file of that name already.
        SaveFailedError: nothing was saved, and why.
    """
    try:
        data = bytes_of(plan, chosen, options)
    except OSError as error:  # a workbook's rows wait in a folder of their own, where there may be no room
        raise failure(error, file, b"") from error
    keep(data, file, overwrite=overwrite)
