# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What a final edition needs beside what every edition needs."""

from __future__ import annotations

from baken.picture import developments
from baken.picture.headline import check_headline
from baken.picture.picture import SafetyPicture


def check_final(picture: SafetyPicture) -> None:
    """Refuse a final edition with a development that nobody scored, or a headline that nothing carries.

    Raises:
        PublicationError: the first thing that is missing.

    """
    developments.check_final(picture.material.municipality)
    check_headline(picture)
