# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where drafts lie in the workspace, and what a build left there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from django.conf import settings

from baken.edition.draft import EDITION, REPORT
from baken.edition.report import Report
from baken.store.workspace import Workspace

if TYPE_CHECKING:
    from baken.desk.models import EditionDraft


def workspace() -> Workspace:
    """The workspace of this desk; it need not exist before anything is built."""
    root = Path(settings.BAKEN_WORKSPACE or "workspace").absolute()
    return Workspace.find(root) if root.is_dir() else Workspace(root)


def place_of(draft: EditionDraft) -> Path:
    """The folder of a draft."""
    return workspace().editions / "drafts" / draft.pk


def pages_of(draft: EditionDraft) -> Path:
    """The edition itself: in the folder of the draft, or where it was published."""
    if draft.status == "published":
        return workspace().editions / "published" / draft.published_as
    return place_of(draft) / EDITION


def report_on(draft: EditionDraft) -> Report | None:
    """What the last build told; nothing before the first one, or where this software tells it otherwise."""
    try:
        return msgspec.json.decode((place_of(draft) / REPORT).read_bytes(), type=Report)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
