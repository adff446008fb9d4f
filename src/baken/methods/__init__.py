# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Statistical methods: numbers in, small frozen results out.

In this room: one file per method, each with one page in ``docs/methods/`` that gives the question, the
assumptions, the formula, the source and the validation. The folders are the questions: rates, trend,
comparison, signals, hotspots, scans, interaction, survey, effort. Missing is NaN, and is never zero; what
cannot be judged says why (``reason``).
Not in this room: municipalities, indicators, files, the web, wording, or any other Baken package.

Import a method from its file: ``from baken.methods.rates.rate_change import rate_change``. The methods for
a handful of numbers are plain Python: a picture of one municipality has some hundreds of small figures, and
importing numpy and scipy takes longer than a whole command may. Methods for many series or areas work on
numpy arrays; their hot loops are compiled (``kernels``).
"""
