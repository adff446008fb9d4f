# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
from hypothesis import settings

# This file also puts this folder on the path, so that every test can import ``support``. Test machines are
# shared: a time limit per example would only measure that.
settings.register_profile("baken", deadline=None)
settings.load_profile("baken")
