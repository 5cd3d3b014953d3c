"""Reports and slides open in an office program and say what the plan says."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pptx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from openpyxl import load_workbook

from model.breakdowns import total
from model.plan import Plan
from tests.tui.exports.books import converted, example
from tests.tui.exports.readers import EXAMPLES, NAMES, blank_pages, plan_called, program, text_of
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS


def _made(plan: Plan, name: str, template: Path | None = None) -> bytes:
    return bytes_of(plan, FORMATS[name], Options("fr", "internal", template=template))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_report_is_made_of_real_styles(name: str) -> None:
    plan = example(name)
    word = docx.Document(BytesIO(_made(plan, "docx")))
    heads = [one.text for one in word.paragraphs if one.style and one.style.name == "Heading 1"]
    assert "Budget" in heads
    assert len(word.tables) > 10
    assert "TOC \\o" in word.element.xml
    assert plan.plan.title in [one.text for one in word.paragraphs]


def test_the_client_s_template_keeps_its_styles(tmp_path: Path) -> None:
    template = docx.Document()
    template.add_paragraph("A page of the client's that goes")
    template.styles["Heading 1"].font.name = "Garamond"
    template.sections[0].header.paragraphs[0].text = "The client's header"
    template.save(str(tmp_path / "client.docx"))
    word = docx.Document(BytesIO(_made(example(EXAMPLES[0]), "docx", tmp_path / "client.docx")))
    assert word.styles["Heading 1"].font.name == "Garamond"
    assert word.sections[0].header.paragraphs[0].text == "The client's header"
    assert "A page of the client's that goes" not in [one.text for one in word.paragraphs]


def test_a_house_s_own_template_file_is_taken(tmp_path: Path) -> None:
    """A `.dotx` is a document that calls itself a template; so is a `.potx`, whose own slides go."""
    template = tmp_path / "house.dotx"
    docx.Document().save(str(tmp_path / "house.docx"))
    _as_template(tmp_path / "house.docx", template, b"wordprocessingml.document", b"wordprocessingml.template")
    docx.Document(BytesIO(_made(example(EXAMPLES[0]), "docx", template)))
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "A slide of the client's that goes"
    deck.save(str(tmp_path / "house.pptx"))
    template = tmp_path / "house.potx"
    _as_template(tmp_path / "house.pptx", template, b"presentationml.presentation", b"presentationml.template")
    made = pptx.Presentation(BytesIO(_made(example(EXAMPLES[0]), "pptx", template)))
    titles = [slide.shapes.title.text for slide in made.slides if slide.shapes.title is not None]
    assert titles[0] == example(EXAMPLES[0]).plan.title
    assert "A slide of the client's that goes" not in titles
    assert (made.slide_width, made.slide_height) == (deck.slide_width, deck.slide_height)


def _as_template(document: Path, template: Path, was: bytes, is_: bytes) -> None:
    with ZipFile(document) as given, ZipFile(template, "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(was + b".main+xml", is_ + b".main+xml"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_report_s_charts_are_word_s_own(name: str) -> None:
    """Each with the workbook behind it, which holds what the plan says."""
    word = docx.Document(BytesIO(_made(example(name), "docx")))
    charts = [related.target_part for related in word.part.rels.values() if related.reltype == RELATIONSHIP_TYPE.CHART]
    assert len(charts) >= 3
    books = [load_workbook(BytesIO(part.blob)).active for chart in charts for part in chart.related_parts.values()]
    assert len(books) == len(charts)
    sums = [sum(row[1] or 0 for row in book.iter_rows(min_row=2, values_only=True)) for book in books[:3]]
    assert {round(sum_, 2) for sum_ in sums} == {float(total(example(name)).excl_tax)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_slides_have_native_charts(name: str) -> None:
    deck = pptx.Presentation(BytesIO(_made(example(name), "pptx")))
    slides = list(deck.slides)
    assert len(slides) > 5
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_hostile_texts_stay_inert(kind: str) -> None:
    data = _made(plan_called("hostile"), kind)
    (docx.Document if kind == "docx" else pptx.Presentation)(BytesIO(data))


def test_an_office_program_opens_them(tmp_path: Path) -> None:
    """Reports and slides of every plan, in one run: titles and totals are there to the unit, and no page is blank."""
    program("soffice")
    files = {}
    for name in NAMES:
        for kind in ("docx", "pptx"):
            file = tmp_path / f"{name}-{kind}.{kind}"
            file.write_bytes(_made(plan_called(name), kind))
            files[file] = plan_called(name)
    for plan, pdf in zip(files.values(), converted(list(files), "pdf", tmp_path / "out"), strict=True):
        text = text_of(pdf)
        assert str(int(total(plan).excl_tax)) in text
        assert not blank_pages(pdf)
        if pdf.name.startswith(EXAMPLES[0]):
            # The labels of the charts' bars, which the program writes itself; tables have other spaces.
            assert re.search(r"5[.,]100[.,]000.*5[.,]920[.,]000", text)


def test_a_french_spreadsheet_reads_the_lines(tmp_path: Path) -> None:
    """Opened with the settings of a French Excel, amounts are numbers and sum to the plan's total."""
    program("soffice")
    files = {tmp_path / f"{name}.csv": plan_called(name) for name in NAMES}
    for file, plan in files.items():
        file.write_bytes(bytes_of(plan, FORMATS["csv"], Options("fr")))
    semicolons_utf8_french = "--infilter=CSV:59,34,76,1,,1036,false,true"
    books = converted(list(files), "xlsx", tmp_path / "out", semicolons_utf8_french)
    for plan, book in zip(files.values(), books, strict=True):
        rows = list(load_workbook(book, data_only=True).active.iter_rows(values_only=True))
        at = rows[0].index("HT")
        amounts = [row[at] for row in rows[1:]]
        assert all(isinstance(amount, int | float) for amount in amounts)
        assert round(sum(amounts), 2) == float(total(plan).excl_tax)
