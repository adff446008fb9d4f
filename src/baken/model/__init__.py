# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The nouns of Baken as small frozen types: area, period, offence, indicator, observation, figure, finding.

No input or output and no frameworks live here. Import from the modules themselves.
"""
