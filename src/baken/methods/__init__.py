# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statistical methods: plain numbers in, small frozen results out.

In this room: one file per method, each with one page in ``docs/methods/`` that gives the question,
the assumptions, the formula, the source and the validation. Missing is NaN, and is never zero.
Not in this room: municipalities, indicators, files, the web, wording, or any other Baken package.

The methods for a handful of numbers are plain Python: a picture of one municipality has some hundreds of
small figures, and importing numpy and scipy takes longer than a whole command may. Only ``rate_interval``
and ``count_interval``, for whole columns, use numpy, and scipy when an exact limit is computed. The
public names below load on first use, so that nobody pays for what is not called. Where a file and its
function share a name (``rate_interval``), the package attribute is the function; reach the file itself
with ``from baken.methods.rate_interval import ...``.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from baken.methods.endpoint_sensitivity import EndpointSensitivity, endpoint_sensitivity
    from baken.methods.implied_count import ImpliedCount, implied_count
    from baken.methods.outlier import Jumps, flag_jumps
    from baken.methods.poisson_limits import poisson_limits
    from baken.methods.ranking import AgainstReference, Rank, against_reference, rank_of
    from baken.methods.rate_change import RateChange, rate_change
    from baken.methods.rate_interval import CountInterval, RateInterval, count_interval, rate_interval
    from baken.methods.relative_change import RelativeChange, relative_change
    from baken.methods.rounded_rate_change import RoundedRateChange, rounded_rate_change
    from baken.methods.rounding import half_up
    from baken.methods.share_change import ShareChange, share_change
    from baken.methods.share_interval import ShareInterval, margin, respondents_needed, share_interval

__all__ = [
    "AgainstReference",
    "CountInterval",
    "EndpointSensitivity",
    "ImpliedCount",
    "Jumps",
    "Rank",
    "RateChange",
    "RateInterval",
    "RelativeChange",
    "RoundedRateChange",
    "ShareChange",
    "ShareInterval",
    "against_reference",
    "count_interval",
    "endpoint_sensitivity",
    "flag_jumps",
    "half_up",
    "implied_count",
    "margin",
    "poisson_limits",
    "rank_of",
    "rate_change",
    "rate_interval",
    "relative_change",
    "respondents_needed",
    "rounded_rate_change",
    "share_change",
    "share_interval",
]

_FILES = {
    "endpoint_sensitivity": ("EndpointSensitivity", "endpoint_sensitivity"),
    "implied_count": ("ImpliedCount", "implied_count"),
    "outlier": ("Jumps", "flag_jumps"),
    "poisson_limits": ("poisson_limits",),
    "ranking": ("AgainstReference", "Rank", "against_reference", "rank_of"),
    "rate_change": ("RateChange", "rate_change"),
    "rate_interval": ("CountInterval", "RateInterval", "count_interval", "rate_interval"),
    "relative_change": ("RelativeChange", "relative_change"),
    "rounded_rate_change": ("RoundedRateChange", "rounded_rate_change"),
    "rounding": ("half_up",),
    "share_change": ("ShareChange", "share_change"),
    "share_interval": ("ShareInterval", "margin", "respondents_needed", "share_interval"),
}
_HOME = {name: file for file, names in _FILES.items() for name in names}


class _Room(ModuleType):
    """A package whose public functions are not shadowed by the files of the same name.

    Importing ``baken.methods.rate_interval`` makes Python set that module on the package; without
    this class a later ``from baken.methods import rate_interval`` would return the module.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


def __getattr__(name: str) -> object:
    """Import the file that holds a public name, on first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Room
