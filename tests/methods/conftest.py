# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from hypothesis import settings

# The methods import scipy on first use and test machines are shared: a time limit per example would only
# measure that. Everything else stays as whatever profile is loaded already.
settings.register_profile("methods", parent=settings(), deadline=None)
settings.load_profile("methods")
