# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Recorded crime in England by small area: the street-level files of data.police.uk."""
