# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of measures."""

from baken.measures.models.counts import MeasureCount, Milestone, ProtectedNumber
from baken.measures.models.deployments import Deployment
from baken.measures.models.measures import Measure
from baken.measures.models.powers import PowerUse

__all__ = ["Deployment", "Measure", "MeasureCount", "Milestone", "PowerUse", "ProtectedNumber"]
