# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The public site: Django views, served live and rendered to files, byte for byte the same pages.

No rules of the domain live here: what is said and drawn comes from the picture and the publications.
"""
