# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""An office file whose bytes depend on its content and the day of the edition, and on no clock."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

_NOON = "T12:00:00Z"
_CLOCKED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
_EARLIEST = 1980
_TRACES = ("/thumbnail", "/printerSettings")


def settled(data: bytes, day: date) -> bytes:
    """The same package, and every workbook in it, with the day of the edition as its only time."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as held,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in held.namelist():
            entry = zipfile.ZipInfo(name, (max(day.year, _EARLIEST), day.month, day.day, 12, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same on every system; otherwise the system that wrote it stands in the file.
            entry.create_system = 0
            made.writestr(entry, _settled_part(name, held.read(name), day))
    return out.getvalue()


def _settled_part(name: str, content: bytes, day: date) -> bytes:
    if name.endswith(".xlsx"):
        return settled(content, day)
    if name == "docProps/core.xml":
        stamp = f"{day.isoformat()}{_NOON}".encode()
        return _CLOCKED.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
    return content


def without_traces_of_template(package: Any, main: Any) -> None:  # noqa: ANN401 - of either library
    """Take away what a template says of its maker's computer: a small picture, settings of a printer."""
    for relations in (getattr(package, "rels", None) or package._rels, main.rels):
        for key, one in list(relations.items()):
            if one.reltype.endswith(_TRACES):
                relations.pop(key)
