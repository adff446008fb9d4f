# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The registers of a further room."""

from __future__ import annotations

from baken.desk.registers.register import Register

REGISTERS: tuple[Register, ...] = ()
