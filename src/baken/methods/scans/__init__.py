# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Which group of adjoining areas, in which periods, holds more cases than chance explains."""
