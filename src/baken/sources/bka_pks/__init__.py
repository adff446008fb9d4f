# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Registered crime in Germany by Kreis: the Polizeiliche Kriminalstatistik of the BKA."""
