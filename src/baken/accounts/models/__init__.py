# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of accounts and of the audit trail."""

from baken.accounts.models.account import Account, Assignment
from baken.accounts.models.audit import AuditEntry, AuditHead
from baken.accounts.models.record import Record

__all__ = ["Account", "Assignment", "AuditEntry", "AuditHead", "Record"]
