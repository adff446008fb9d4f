# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The look of a paper: the municipality's own template, or a sober one in the colours of the site."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from baken.model.errors import InputError
from baken.model.text import Language
from baken.publications.charts.looks import INK, MUTED, SERIES
from baken.publications.office.package import without_traces_of_template
from baken.publications.office.texts import plain, tag_of
from baken.publications.word.parts import below, page_number

_FONT = "Arial"
_SIZES = {"Normal": 10.5, "Title": 22, "Heading 1": 15, "Heading 2": 12, "List Bullet": 10.5}
_HEADINGS = ("Title", "Heading 1", "Heading 2")
_NEEDED = {"Title": "Normal", "Heading 1": "Normal", "Heading 2": "Normal", "List Bullet": "Normal"}
_LEVELS = {"Heading 1": 0, "Heading 2": 1}


def house_of(path: Path | None, language: Language, author: str) -> Any:  # noqa: ANN401 - the library's document
    """A document without text: of the municipality's own template, or the sober one."""
    document: Any
    if path is None:
        document = Document()
        without_traces_of_template(document.part.package, document.part)
        _sober(document, author)
    else:
        try:
            document = Document(BytesIO(path.read_bytes()))
        except (BadZipFile, KeyError, ValueError) as error:
            raise InputError(f"the template {path} is no Word document.", do="Save it as .docx.") from error
        body = document.element.body
        for one in list(body):
            if one.tag != qn("w:sectPr"):
                body.remove(one)
    _complete(document)
    _spoken(document, tag_of(language))
    return document


def _complete(document: Any) -> None:  # noqa: ANN401
    """The styles that a template lacks, so that headings are headings everywhere."""
    held = {one.name for one in document.styles}
    for name, base in _NEEDED.items():
        if name in held:
            continue
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = document.styles[base] if base in held else None
        style.font.bold = name in _HEADINGS
        if name in _LEVELS:
            below(style.element.get_or_add_pPr(), "w:outlineLvl", val=str(_LEVELS[name]))


def _spoken(document: Any, tag: str) -> None:  # noqa: ANN401
    """The language of everything that says no other."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    looks = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}") if defaults is not None else None
    if looks is not None:
        old = looks.find(qn("w:lang"))
        (old if old is not None else below(looks, "w:lang")).set(qn("w:val"), tag)


def _sober(document: Any, author: str) -> None:  # noqa: ANN401
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name, size in _SIZES.items():
        style = document.styles[name]
        _lettered(style, size)
        style.font.color.rgb = colour_of(SERIES[0] if name in _HEADINGS else INK)
        style.font.bold = name in _HEADINGS
    _spaced(document)
    head = section.header.paragraphs[0]
    head.add_run(plain(author))
    page_number(section.footer.paragraphs[0])
    for paragraph in (head, section.footer.paragraphs[0]):
        for run in paragraph.runs:
            run.font.size = Pt(9)
            run.font.color.rgb = colour_of(MUTED)


def _lettered(style: Any, size: float) -> None:  # noqa: ANN401
    """One font for all letters; a font of the theme would go before it."""
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def _spaced(document: Any) -> None:  # noqa: ANN401
    for name, before, after in (
        ("Normal", 0, 6),
        ("Heading 1", 16, 6),
        ("Heading 2", 12, 4),
        ("List Bullet", 0, 3),
    ):
        form = document.styles[name].paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15
    title = document.styles["Title"].element.get_or_add_pPr()
    for line in title.findall(qn("w:pBdr")):
        title.remove(line)


def colour_of(code: str) -> Any:  # noqa: ANN401
    """A colour such as #1b1b1b."""
    made: Any = RGBColor
    return made(*bytes.fromhex(code[1:]))
