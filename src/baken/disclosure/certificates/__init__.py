# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Certificates: for each secret cell another table that agrees with everything published."""
