# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Where: areas with their validity, and the divisions that they belong to. No figures live here."""
