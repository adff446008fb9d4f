# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of Word that the library has no words for: places to fill in, and words that stand in two places.

A point to decide is held once, in a small data part of the file. Both places where it stands are bound to it:
who changes it in Word in one place changes it in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from baken.publications.charts.looks import SHADE
from baken.publications.office.texts import plain

STORE = "{5B0C6E4A-3D0F-4C55-9C1B-6D1B7C8E2A27}"
_SPACE = "urn:baken:decision-points"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPS = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def new(tag: str) -> Any:  # noqa: ANN401 - elements of the library have no types
    """An element that stands nowhere yet."""
    return OxmlElement(tag)


def below(parent: Any, tag: str, **values: str) -> Any:  # noqa: ANN401 - elements of the library have no types
    """A new element, the last one in its parent."""
    made = new(tag)
    for name, value in values.items():
        made.set(qn(f"w:{name}"), value)
    parent.append(made)
    return made


def control(paragraph: Any, name: str, number: int) -> tuple[Any, Any]:  # noqa: ANN401
    """A named place at the end of a paragraph: its properties, and where its words go."""
    place = below(paragraph._p, "w:sdt")
    told = below(place, "w:sdtPr")
    below(told, "w:alias", val=plain(name))
    below(told, "w:tag", val=plain(name)[:60])
    below(told, "w:id", val=str(number))
    return told, below(place, "w:sdtContent")


def empty(paragraph: Any, name: str, words: str, number: int) -> None:  # noqa: ANN401
    """A place to fill in, that says by whom; a click selects it whole."""
    told, content = control(paragraph, name, number)
    below(told, "w:showingPlcHdr")
    below(told, "w:text")
    shaded(_moved_run(paragraph, content, words))


def filled(paragraph: Any, name: str, words: str, number: int) -> None:  # noqa: ANN401
    """A named place whose words are known."""
    told, content = control(paragraph, name, number)
    below(told, "w:text")
    _moved_run(paragraph, content, words)


def bound(paragraph: Any, name: str, words: str, number: int, place: int) -> None:  # noqa: ANN401
    """A named place whose words are those of a point in the data part, counted from 1."""
    told, content = control(paragraph, name, number)
    path = f"/p:points[1]/p:point[{place}]"
    below(told, "w:dataBinding", prefixMappings=f"xmlns:p='{_SPACE}'", xpath=path, storeItemID=STORE)
    below(told, "w:text")
    _moved_run(paragraph, content, words)


def _moved_run(paragraph: Any, content: Any, words: str) -> Any:  # noqa: ANN401
    run = paragraph.add_run(plain(words))
    content.append(run._r)
    return run


def shaded(run: Any) -> None:  # noqa: ANN401
    """A grey ground, so that it is seen that something must be filled in."""
    below(run._r.get_or_add_rPr(), "w:shd", val="clear", color="auto", fill=SHADE[1:])


def hold_points(document: Any, points: Sequence[str]) -> None:  # noqa: ANN401
    """Put the points in a data part of the file."""
    inside = "".join(f"<p:point>{escape(plain(one))}</p:point>" for one in points)
    data = f'<?xml version="1.0" encoding="UTF-8"?><p:points xmlns:p="{_SPACE}">{inside}</p:points>'
    package = document.part.package
    number = sum("customXml/itemProps" in str(one.partname) for one in package.iter_parts()) + 1
    held = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", data.encode(), package)
    props = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{STORE}" '
        f'xmlns:ds="{_DATA}"><ds:schemaRefs><ds:schemaRef ds:uri="{_SPACE}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    told = Part(PackURI(f"/customXml/itemProps{number}.xml"), _PROPS, props.encode(), package)
    held.relate_to(told, f"{_RELATIONS}/customXmlProps")
    document.part.relate_to(held, f"{_RELATIONS}/customXml")


def page_number(paragraph: Any) -> None:  # noqa: ANN401
    """The number of the page, which Word itself keeps."""
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            below(run._r, "w:fldChar", fldCharType=kind)
        elif not kind:
            below(run._r, "w:instrText").text = text
