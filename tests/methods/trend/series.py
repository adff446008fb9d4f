# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Series made up for these tests, and what statsmodels 0.15.0 makes of them (GLM, tol 1e-14)."""

from typing import Any

import numpy as np

FALLING = [12, 9, 14, 7, 6, 8, 5, 9, 4, 3, 5, 2]
RISING = [52, 61, 48, 70, 66, 59, 83, 77, 90, 85]
PEOPLE = [1000, 1010, 1025, 1030, 1040, 1060, 1075, 1080, 1100, 1110]
MONTHS = [
    *(40, 35, 38, 30, 28, 25, 27, 29, 33, 39, 42, 45),
    *(44, 37, 36, 33, 27, 24, 22, 30, 35, 36, 47, 50),
    *(41, 39, 40, 31, 30, 21, 26, 28, 37, 41, 44, 52),
    *(55, 48, 47, 39, 36, 30, 33, 38, 45, 50, 58, 61),
]
SPREADING = [
    *(20, 28, 11, 31, 21, 17, 36, 14, 30, 31, 15, 41, 22, 26, 43, 16, 43, 34, 22, 53),
    *(23, 40, 50, 20, 59, 36, 34, 66, 25, 58, 56, 29, 78, 38, 52, 79, 29, 82, 61, 44),
]
# Slope per period, its Poisson standard error, Pearson's X2 / df.
RISING_FIT = (0.04788908908300127, 0.01335792323245418, 0.8707179124114948)
FALLING_FIT = (-0.11984960776625286, 0.03324601787194567, 0.7159782568748791)
MONTHS_FIT = (0.0018820934267544669, 0.0028733602864390484, 0.09067221012060077)
WAVES_FIT = (0.007476578287991658, 0.0017474678079925495, 0.2638342132436311)
SHIFT_FIT = (0.204728164888239, 0.08560658757987365)
# NB2 with the alpha at which X2 equals the degrees of freedom.
SPREADING_FIT = (0.02834095111501806, 0.004936771711646205, 0.09986427209418086)
RISING_FITTED = [
    *(52.160370222169405, 55.266251135513485, 58.83834723315009, 62.025716723084564, 65.70007617299174),
    *(70.24838853518698, 74.73721878435401, 78.76806751304005, 84.16220156096134, 89.09336211954863),
]
# Of the third year, 48: leverage, deviance residual, Pearson residual.
THIRD_YEAR = (0.1790014233559421, -1.460063738814812, -1.4129696326026453)


def drawn(rng: Any, mean: Any, phi: float) -> Any:
    """Counts with this mean and variance phi times the mean: Poisson, or gamma mixed with it."""
    return rng.poisson(rng.gamma(np.asarray(mean) / (phi - 1), phi - 1) if phi > 1 else mean).astype(float)
