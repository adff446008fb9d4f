# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the municipality and its partners do: measures, the powers they rest on, and what was counted.

What lives here: measures with their counts and milestones, powers as they were used, deployment at events,
and numbers that few people may see. There is no field for a person; an address has one that two roles see.
"""
