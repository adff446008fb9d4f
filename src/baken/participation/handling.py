# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What must have been handled before a programme goes to the council."""

from __future__ import annotations

from django.utils.translation import gettext as _

from baken.cycle.models import Document
from baken.model.errors import UsageError
from baken.model.governance import ProductKind
from baken.participation.flows import UseStatus
from baken.participation.models import Contribution, CouncilInput


def open_input(document: Document) -> tuple[CouncilInput, ...]:
    """The answers of factions for a document of which nobody has said whether they were used."""
    rows = CouncilInput.objects.filter(about=document, withdrawn=False, status=UseStatus.OPEN)
    return tuple(rows.select_related("faction"))


def untraced(document: Document) -> tuple[Contribution, ...]:
    """The contributions to a document of which is not known what came of them."""
    rows = Contribution.objects.filter(about=document, withdrawn=False).select_related("party")
    return tuple(one for one in rows if not one.traced)


def check_input_handled(document: Document, step: str) -> None:
    """Refuse to submit a programme while an answer of a faction for it is neither used nor not used.

    Raises:
        UsageError: names the answers.

    """
    if step != "submit" or document.kind != ProductKind.PROGRAMME:
        return
    if held := open_input(document):
        raise UsageError(
            _("Of %(number)d answers of factions nobody has said whether they were used.")
            % {"number": len(held)},
            do=_("Mark each as used or not used: %(what)s.") % {"what": "; ".join(str(one) for one in held)},
        )
