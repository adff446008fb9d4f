# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The open data of an edition, packed and described for machines: Parquet, data package, DCAT, series."""
