# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The papers of the policy cycle as Word documents, made from plain records."""
