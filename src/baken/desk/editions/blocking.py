# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the way of publishing a draft, all of it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.desk.editions.choosing import digest_of, undecided
from baken.desk.editions.places import pages_of, place_of, report_on, workspace
from baken.edition.build import PUBLISHED
from baken.edition.publishing import follows, name_of
from baken.model.errors import UsageError

if TYPE_CHECKING:
    from baken.desk.models import EditionDraft


@dataclass(frozen=True, slots=True)
class Block:
    """One thing in the way; ``part`` is the section of the page where something can be done about it."""

    words: str
    part: str = ""


def blocks(draft: EditionDraft) -> tuple[Block, ...]:
    """All that stands in the way; nothing for what was published."""
    if draft.status == "published":
        return ()
    if draft.status == "draft":
        return (Block(_("It was not built yet."), "build"),)
    if draft.status == "building":
        return (Block(_("It is being built."), "build"),)
    report = report_on(draft)
    found = [Block(one, "texts") for one in report.problems] if report else []
    if draft.status == "failed" and not found:
        found.append(Block(draft.message, "build"))
    if waiting := len(undecided(draft)):
        found.append(Block(_waiting(waiting), "findings"))
    if draft.status == "built":
        found += _outdated(draft)
    return tuple(found)


def check_publishable(draft: EditionDraft) -> None:
    """Refuse to publish while anything stands in the way.

    Raises:
        UsageError: names all of it.

    """
    if found := blocks(draft):
        raise UsageError(
            _("This edition cannot be published yet."),
            do=" ".join(one.words for one in found[:5]),
        )


def _waiting(number: int) -> str:
    return ngettext(
        "About one finding nobody decided yet.", "About %(number)d findings nobody decided yet.", number
    ) % {"number": number}


def _outdated(draft: EditionDraft) -> list[Block]:
    found = []
    if (workspace().editions / PUBLISHED / name_of(draft.on, draft.manifest)).is_dir():
        return []  # A publishing that was cut off after the files moved: it only has to be recorded.
    if not pages_of(draft).is_dir():
        return [Block(_("What was built is no longer there: build it again."), "build")]
    if digest_of(draft) != draft.choices:
        found.append(Block(_("Something was decided after it was built: build it again."), "build"))
    if not follows(place_of(draft), workspace(), settings.BAKEN_AREA, draft.manifest):
        found.append(Block(_("Another edition was published since it was built: build it again."), "build"))
    return found
