# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What people see in their work and hear from residents, and how the municipality works with it.

What lives here: statements of professionals, area teams and facilitators, marks of areas, the yearly look at
the methods of work, and the queue of sources and reminders. Measures live in ``baken.measures``.
"""
