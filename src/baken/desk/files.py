# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Answering with a file: whatever leaves the desk as one stands in the audit trail."""

from __future__ import annotations

from django.http import HttpResponse

from baken.accounts.acts import exported
from baken.accounts.models import Record
from baken.desk.access import DeskRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv; charset=utf-8"


def file_answer(
    request: DeskRequest, data: bytes, name: str, content_type: str, of: type[Record] | Record
) -> HttpResponse:
    """A file to keep, with its name; ``of`` is the record, or the kind of records, that it tells of."""
    kind, key = (of, "") if isinstance(of, type) else (type(of), str(of.pk))
    if request.method == "GET":
        exported(request.actor, name, kind, key)
    answer = HttpResponse(data, content_type=content_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
