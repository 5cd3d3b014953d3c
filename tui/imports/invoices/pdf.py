"""The XML attached to a PDF: Factur-X, ZUGFeRD and XRechnung invoices carry themselves for programs."""

import logging
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from tui.imports.invoices.markup import MOST_BYTES

_NAMES = ("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "zugferd_invoice.xml")
_MOST_ATTACHED = 200


class PdfRefusedError(Exception):
    """Nothing can be taken from this PDF; `code` says why: `pdf_unreadable`, `pdf_locked`, `pdf_bare`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def attached(data: bytes) -> list[bytes]:
    """The XML files attached to a PDF, those first whose name says that they are the invoice.

    Raises:
        PdfRefusedError: it cannot be read, is locked, or has none.
        ModuleNotFoundError: pypdf is not installed.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # It would write its warnings over the screen.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise PdfRefusedError("pdf_locked")
        found = {name.lower(): content for name, content in _files(reader) if 0 < len(content) <= MOST_BYTES}
    except PdfRefusedError:
        raise
    except (PyPdfError, Exception) as error:  # what is no PDF fails in many ways, none of which says more
        raise PdfRefusedError("pdf_unreadable") from error
    named = [found.pop(name) for name in _NAMES if name in found]
    texts = [content for name, content in found.items() if name.endswith(".xml")]
    if not named and not texts:
        raise PdfRefusedError("pdf_bare")
    return named + texts


def _files(reader: Any) -> Iterator[tuple[str, bytes]]:
    """The files in the tree of names, then those that only the list of associated files knows."""
    for one in islice(reader.attachment_list, _MOST_ATTACHED):
        name = str(one.alternative_name or one.name)
        if name.lower().endswith(".xml"):
            yield name, one.content
    listed = reader.root_object.get("/AF")
    for reference in listed.get_object()[:_MOST_ATTACHED] if listed is not None else ():
        given = reference.get_object()
        name = str(given.get("/UF") or given.get("/F") or "")
        if name.lower().endswith(".xml"):
            yield name, given["/EF"]["/F"].get_object().get_data()
