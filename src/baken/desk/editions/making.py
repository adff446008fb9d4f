# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Beginning a draft, building it in the background, and publishing it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from baken.accounts.actor import SYSTEM
from baken.accounts.changes import Asked, NotAllowedError, create, move
from baken.desk.editions import jobs
from baken.desk.editions.choosing import digest_of, editorial_of, take_over
from baken.desk.editions.places import place_of, workspace
from baken.desk.models import EditionDraft
from baken.edition.publishing import name_of, publish
from baken.model.errors import BakenError

KILLED = "the build stopped before it was done. Nothing of it was published. Build again."


@transaction.atomic
def begin(values: dict[str, Any], asked: Asked) -> EditionDraft:
    """Make a draft; a correction begins with what was decided about the edition that it corrects.

    Raises:
        NotAllowedError: the person is no analyst.
        ValidationError: a correction does not say what changed and why, or corrects nothing.

    """
    draft = create(EditionDraft, values, asked)
    take_over(draft, asked)
    return draft


def build(draft: EditionDraft, asked: Asked) -> EditionDraft:
    """Begin to build a draft with the decisions of now. The build itself goes on in the background.

    Raises:
        NotAllowedError: the person is no analyst.
        UsageError: it is being built, or it was published.
        Conflict: somebody else changed it in the meantime.

    """
    moved = move(draft, "build", asked, {"message": "", "choices": digest_of(draft), "manifest": ""})
    order = jobs.Ordered(
        area=settings.BAKEN_AREA,
        on=draft.on.isoformat(),
        final=draft.final,
        workspace=str(workspace().root),
    )
    try:
        jobs.start(place_of(moved), order, editorial_of(moved))
    except (BakenError, OSError) as error:
        return _ended(moved, jobs.Result(message=str(error)))
    return moved


def settle(draft: EditionDraft) -> jobs.State:
    """See how a build is, and record its end once it has one. Several may ask at once."""
    state = jobs.state(place_of(draft))
    if draft.status == "building" and not state.running:
        result = state.result or jobs.Result(message=KILLED)
        try:
            _ended(draft, result)
        except NotAllowedError:
            raise
        except BakenError:
            pass  # Somebody else recorded it a moment ago.
        draft.refresh_from_db()
    return state


def _ended(draft: EditionDraft, result: jobs.Result) -> EditionDraft:
    built = bool(result.manifest)
    asked = Asked(by=SYSTEM, why=_("the build is done") if built else result.message[:900])
    values = {"manifest": result.manifest, "message": result.message}
    return move(draft, "finish" if built else "fail", asked, values)


@transaction.atomic
def publish_draft(draft: EditionDraft, day: date, asked: Asked) -> EditionDraft:
    """Publish a draft in one step: the record and the files together, or neither.

    If this is cut off after the files moved, publishing it again finds them and records it.

    Raises:
        NotAllowedError: the person is no analyst.
        UsageError: something stands in the way.
        EditionError: what was built is not as it was built, or other figures were published since.

    """
    name = name_of(draft.on, draft.manifest)
    moved = move(draft, "publish", asked, {"published_on": day, "published_as": name})
    publish(place_of(moved), workspace(), moved.manifest)
    return moved
