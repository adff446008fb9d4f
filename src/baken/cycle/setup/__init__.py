# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what the documents of a municipality tell, as records that people then go on with.

``fill_cycle`` is for the policy cycle; what the rooms beside it hold, they take in themselves. Taking in
twice changes nothing, and a record that people touched since is left as they left it.
"""

from baken.cycle.setup.cycle import fill_cycle
from baken.cycle.setup.putting import Filled, Putter

__all__ = ["Filled", "Putter", "fill_cycle"]
