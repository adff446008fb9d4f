# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The published table that the methods must reproduce: rates per 1,000 for 2017 to 2021."""

from typing import NamedTuple

PEOPLE_2017 = 122_753
PEOPLE_2021 = 120_227


class Row(NamedTuple):
    """One indicator: the printed rates and the figures worked out by hand from them."""

    values: tuple[float, ...]
    difference: float
    percent: float
    step_2020: float
    step_2021: float
    counts: tuple[int, int] | None = None
    limits: tuple[float, float] | None = None


# The upper limit of geweld is 5.414999: 5.41. The worked figure 5.42 came from rounding twice (5.415).
TABLE = {
    "vermogen": Row((28.6, 22.1, 23.7, 14.3, 12.8), -15.8, -55.2, -39.7, -10.5, (1533, 1544), (12.17, 13.46)),
    "HIC": Row((3.7, 3.7, 3.3, 2.1, 1.3), -2.4, -64.9, -36.4, -38.1, (151, 162), (1.10, 1.52)),
    "overlast": Row((17.2, 19.6, 18.7, 22.5, 17.1), -0.1, -0.6, 20.3, -24.0, (2050, 2061), (16.37, 17.86)),
    "Halt": Row((18, 18, 19, 29, 18), 0.0, 0.0, 52.6, -37.9),
    "winkeldiefstal": Row((3.4, 3.1, 3.4, 2.4, 2.2), -1.2, -35.3, -29.4, -8.3, (259, 270), (1.94, 2.48)),
    "geweld": Row((6.4, 6.1, 6.7, 5.6, 5.0), -1.4, -21.9, -16.4, -10.7, (596, 607), (4.61, 5.41)),
    "diefstal woning": Row((3.5, 3.5, 2.9, 1.8, 1.1), -2.4, -68.6, -37.9, -38.9, (127, 138), (0.92, 1.30)),
    "vernieling": Row((6.4, 7.1, 7.7, 6.8, 6.6), 0.2, 3.1, -11.7, -2.9, (788, 799), (6.14, 7.07)),
}
COUNTED = [name for name, row in TABLE.items() if row.counts]
