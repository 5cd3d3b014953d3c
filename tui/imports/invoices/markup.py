"""XML from outside as plain elements: no document type, no entity, and no more of it than an invoice takes."""

from collections.abc import Iterator
from dataclasses import field
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from model.plain import slotted

MOST_BYTES = 30_000_000
_MOST_DEPTH = 60
_MOST_ELEMENTS = 400_000
_LONGEST_TEXT = 20_000
# What is embedded (a picture, the invoice as PDF) is not read.
_EMBEDDED = ("EmbeddedDocumentBinaryObject", "AttachmentBinaryObject", "BinaryObject")


class MarkupRefusedError(Exception):
    """The text is no XML that is read; `code` says why, `line` where (0: the whole)."""

    def __init__(self, code: str, line: int = 0) -> None:
        super().__init__(code)
        self.code, self.line = code, line


@slotted
class Element:
    """An element by its local name: what it holds, where it stands."""

    name: str
    space: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def all(self, path: str) -> Iterator["Element"]:
        """The elements that a path of local names leads to: `PostalAddress/Country`."""
        name, _, rest = path.partition("/")
        for child in self.children:
            if child.name == name:
                if rest:
                    yield from child.all(rest)
                else:
                    yield child

    def first(self, path: str) -> "Element | None":
        """The first of them."""
        return next(self.all(path), None)

    def said(self, path: str) -> str:
        """The text of the first of them on one line, empty where there is none."""
        found = self.first(path)
        return " ".join(found.text.split()) if found else ""


def parsed(data: bytes) -> Element:
    """The root of an XML text.

    Raises:
        MarkupRefusedError: `too_large`, `doctype` (or an entity), `too_deep`, `not_xml`.
    """
    if len(data) > MOST_BYTES:
        raise MarkupRefusedError("too_large")
    builder = _Builder()
    try:
        builder.parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError) as error:  # the latter two: an encoding that nobody knows
        raise MarkupRefusedError("not_xml", getattr(error, "lineno", 0)) from None
    return builder.root


class _Builder:
    """Hears the parser and builds elements."""

    def __init__(self) -> None:
        self.parser = parser = ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self.open: list[Element] = []
        self.root: Element = Element("", "", {}, 0)
        self.elements = 0

    def _refuse(self, *_: Any) -> None:
        raise MarkupRefusedError("doctype", self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        line = self.parser.CurrentLineNumber
        element = Element(local, space, attributes, line)
        self.elements += 1
        if len(self.open) >= _MOST_DEPTH or self.elements > _MOST_ELEMENTS:
            raise MarkupRefusedError("too_deep", line)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _data(self, text: str) -> None:
        element = self.open[-1]
        if element.name not in _EMBEDDED and len(element.text) < _LONGEST_TEXT:
            element.text += text[:_LONGEST_TEXT]
