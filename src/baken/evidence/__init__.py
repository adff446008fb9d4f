# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What professionals, area teams and residents tell: observations without persons, and how we work with them."""
