# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the cycle and the law ask of records: checks that read several records and say what is in the way."""
