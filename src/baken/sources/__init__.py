# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""One folder per source: how to read it, its own tables, its licence and what must be known about it.

A folder holds ``source.yaml`` (what it is) and either tables of figures that the project carries or a
``source.py`` with ``observations(catalogue) -> tuple[Observation, ...]``. No analysis happens here.
"""
