# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of a report or an evaluation when it is closed: its contents, its Word file, the checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings

from baken.catalogue.council_papers import house_style
from baken.cycle.models import Evaluation, Report
from baken.cycle.models.reports import Frozen
from baken.cycle.papers import linked
from baken.cycle.papers.blocks import plain_paper
from baken.cycle.papers.control import control_section, snapshot_of
from baken.cycle.papers.evaluation import evaluation_report
from baken.cycle.papers.imprint import LANGUAGE, today
from baken.cycle.papers.made import report_paper
from baken.cycle.papers.pictures import Held, held_picture
from baken.cycle.papers.progress import progress_figures
from baken.cycle.papers.written import texts_of
from baken.model.action import Action
from baken.model.errors import PublicationError
from baken.publications.word.cycle.evaluation import evaluation_paper
from baken.publications.word.documents import TEMPLATE
from baken.publications.word.model import Paper


def frozen_report(report: Report) -> dict[str, Any]:
    """What closing a report stores: the paper without its mark of a draft, and all that it was made from.

    Raises:
        BakenError: the paper cannot be made; then nothing is closed.

    """
    held = held_picture()
    paper = report_paper(report, held, draft=False)
    contents = {
        "paper": plain_paper(paper),
        "on": today().isoformat(),
        "figures": _figures(report, held),
        "actions": _actions(linked.actions_of(report.plan)),
        "texts": [
            {
                "theme": one.theme.code if one.theme else "",
                "text": one.text,
                "role": one.signed_by,
                "on": one.signed_on.isoformat() if one.signed_on else None,
                "checked": one.checked,
            }
            for one in texts_of(report)
        ],
    }
    return _stored(paper, contents)


def frozen_evaluation(evaluation: Evaluation) -> dict[str, Any]:
    """The same for an evaluation. Of one that is no document here, or has no period, no paper is made."""
    if evaluation.document is None or evaluation.start is None or evaluation.end is None:
        return {}
    held = held_picture()
    paper = evaluation_paper(evaluation_report(evaluation, held, draft=False), LANGUAGE)
    contents = {
        "paper": plain_paper(paper),
        "on": today().isoformat(),
        "actions": _actions(linked.actions_of(evaluation.of)),
    }
    return _stored(paper, contents)


def word_file(paper: Paper) -> bytes:
    """A paper as a Word document in the house style of this municipality."""
    from baken.publications.word.writing import document_of  # noqa: PLC0415 - the library takes its time

    return document_of(paper, house_style(settings.BAKEN_AREA, TEMPLATE))


def frozen_file(held: Frozen) -> bytes:
    """The bytes that were frozen.

    Raises:
        PublicationError: they are no longer those of the checksum.

    """
    data = bytes(held.file or b"")
    if hashlib.sha256(data).hexdigest() != held.digest:
        raise PublicationError(
            "the file that was frozen is not the one that its checksum is of.",
            do="Restore it from a back-up.",
        )
    return data


def _stored(paper: Paper, contents: dict[str, Any]) -> dict[str, Any]:
    data = word_file(paper)
    return {"frozen": contents, "file": data, "digest": hashlib.sha256(data).hexdigest()}


def _figures(report: Report, held: Held) -> dict[str, Any]:
    if report.kind == Report.Kind.CONTROL:
        return snapshot_of(control_section(report, held, draft=False), held.must())
    return progress_figures(report, held, draft=False).plain()


def _actions(actions: Sequence[Action]) -> list[dict[str, str]]:
    """How far each action was, and why."""
    return [
        {
            "id": one.id,
            "title": one.title,
            "theme": one.theme,
            "status": one.status.value,
            "reason": one.reason,
        }
        for one in actions
    ]
