# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The term of a document, which a paper about years cannot do without."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from baken.cycle.models import Document
from baken.model.errors import UsageError


def term_of(document: Document) -> tuple[date, date]:
    """The first and the last day of the term of a document.

    Raises:
        UsageError: one of them is not filled in.

    """
    if document.start is None or document.end is None:
        raise UsageError(
            _("The term of '%(what)s' is not filled in.") % {"what": document},
            do=_("Fill in from and until."),
        )
    return document.start, document.end
