# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Why something cannot be judged: one list for all methods, so that no number is ever silently wrong."""

from enum import IntEnum


class Reason(IntEnum):
    """Zero means judged; every other member completes "cannot be judged because ...".

    Results over many series or areas hold these as an int8 array. Data that cannot be judged gets a reason;
    a wrong setting (a level of 2, arrays of different length) raises ValueError.
    """

    JUDGED = 0
    MISSING = 1
    NEGATIVE = 2
    FRACTIONAL = 3
    INFINITE = 4
    TOO_LARGE = 5
    NO_POPULATION = 6
    TOO_FEW_PERIODS = 7
    ALL_ZERO = 8
    ONE_AREA = 9
    NO_NEIGHBOURS = 10
    NO_VARIATION = 11
    NO_CONVERGENCE = 12
    TOO_FEW_CASES = 13
    NO_RESPONDENTS = 14
    AFTER_BREAK = 15
    NO_CHECKS = 16

    @property
    def because(self) -> str:
        """The end of the English sentence "cannot be judged because ..."; empty when it is judged."""
        return _BECAUSE[self]


_BECAUSE = {
    Reason.JUDGED: "",
    Reason.MISSING: "a figure that is needed is missing",
    Reason.NEGATIVE: "a count is negative",
    Reason.FRACTIONAL: "a count is not a whole number",
    Reason.INFINITE: "a figure is infinite",
    Reason.TOO_LARGE: "a count is too large to be exact",
    Reason.NO_POPULATION: "there is no population to set the count against, or it is negative",
    Reason.TOO_FEW_PERIODS: "there are too few periods to compare with",
    Reason.ALL_ZERO: "there is not one case",
    Reason.ONE_AREA: "there are too few areas to compare",
    Reason.NO_NEIGHBOURS: "the area has no neighbours",
    Reason.NO_VARIATION: "the areas differ too little to tell them apart",
    Reason.NO_CONVERGENCE: "the calculation finds no stable answer",
    Reason.TOO_FEW_CASES: "there are too few cases",
    Reason.NO_RESPONDENTS: "the number of respondents is not known",
    Reason.AFTER_BREAK: "a break in the series lies too close",
    Reason.NO_CHECKS: "the number of checks is not known",
}
