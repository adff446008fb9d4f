# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A workbook of Excel that is the same for the same content: no clock and no chance goes into its bytes."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.packaging.core import DocumentProperties
from openpyxl.xml.functions import tostring

_CORE = "docProps/core.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def packed(book: Workbook, day: date) -> bytes:
    """The bytes of a workbook. Its properties say that it was made on ``day``, and its parts have no time."""
    out, raw = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with ZipFile(raw) as parts, ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            content = _core(book.properties, day) if name == _CORE else parts.read(name)
            part = ZipInfo(name, _EARLIEST)
            part.compress_type, part.create_system, part.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(part, content, compresslevel=9)
    return out.getvalue()


def _core(properties: DocumentProperties, day: date) -> bytes:
    # Saving has put the time of the clock in it.
    properties.created = properties.modified = datetime.combine(day, time())
    return bytes(tostring(properties.to_tree()))
