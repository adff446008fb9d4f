# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who was consulted on what, with what result; the questions of the council and their answers."""
