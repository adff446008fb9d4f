# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A page for each answer of the methods: nothing is computed here, only placed, drawn and named."""

from __future__ import annotations

from baken.analysis.compare import CompareAnswer
from baken.analysis.hotspots import HotspotAnswer
from baken.analysis.scan import ScanAnswer
from baken.analysis.signals import SignalAnswer
from baken.analysis.trend import TrendAnswer
from baken.model.text import Language
from baken.publications.answers.comparison import comparison_report
from baken.publications.answers.hotspots import hotspot_report
from baken.publications.answers.scan import scan_report
from baken.publications.answers.signals import signal_report
from baken.publications.answers.trend import trend_report
from baken.publications.report import report_page
from baken.publications.report_model import Report

Answer = TrendAnswer | CompareAnswer | SignalAnswer | HotspotAnswer | ScanAnswer


def page_of(answer: Answer, language: Language) -> str:
    """The page of an answer in a language, as HTML that stands on its own."""
    return report_page(report_of(answer, language))


def report_of(answer: Answer, language: Language) -> Report:
    """What the page of an answer says.

    Raises:
        TypeError: no page is known for such an answer.

    """
    if isinstance(answer, TrendAnswer):
        return trend_report(answer, language)
    if isinstance(answer, CompareAnswer):
        return comparison_report(answer, language)
    if isinstance(answer, SignalAnswer):
        return signal_report(answer, language)
    if isinstance(answer, HotspotAnswer):
        return hotspot_report(answer, language)
    if isinstance(answer, ScanAnswer):
        return scan_report(answer, language)
    raise TypeError(f"no page is known for {type(answer).__name__}")


__all__ = ["page_of", "report_of"]
