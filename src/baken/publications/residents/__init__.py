# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The edition for residents in plain language: the same figures in short sentences, for screen and paper."""
