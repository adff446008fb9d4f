# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The policy cycle: programmes, plans, progress, evaluation, decisions and deadlines.

``calendar`` says what is due when; it is plain Python.
"""
