# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""All that stands beside ``figures.csv`` and ``figures.json``: Parquet, descriptions, a file per series."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from baken.picture.picture import SafetyPicture
from baken.publications.datasets.catalogue import to_catalogue
from baken.publications.datasets.columns import to_parquet
from baken.publications.datasets.outputs import CATALOGUE, JSON, PACKAGE, PARQUET
from baken.publications.datasets.package import to_package
from baken.publications.datasets.series import series_files
from baken.publications.open_data import Record


def datasets_of(safety: SafetyPicture, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by their path in the edition; the same picture gives the same bytes.

    Args:
        safety: the picture of public material.
        files: ``figures.csv`` and ``figures.json`` of that picture, maybe its ``WORKBOOKS``.

    Raises:
        InputError: a figure has more decimals than a table for machines holds.

    """
    figures: list[Record] = msgspec.json.decode(files[JSON])["figures"]
    held = {**files, PARQUET: to_parquet(figures)}
    return {
        PARQUET: held[PARQUET],
        PACKAGE: to_package(safety.material, held),
        CATALOGUE: to_catalogue(safety.material, held, figures),
        **series_files(figures),
    }
