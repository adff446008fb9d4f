# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The changes of municipal boundaries since 1988, from the descriptions that CBS gives with its codes.

``descriptions`` reads the text of one code, ``changes`` lays the texts of all codes side by side, and
``source`` fetches them.
"""
