# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Who works in the workspace, what each may do, and the trail of every change.

What lives here: accounts with their roles and areas, the rights of a kind of record, the one way in which
records are made and changed, and the audit trail. What records there are, the rooms below say.
"""
