# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The outlines of neighbourhoods, as CBS draws them and PDOK publishes them."""
