# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""A checked document as a record for JSON; the fields are described in docs/check.md."""

from __future__ import annotations

from decimal import Decimal

from baken.documents.whereabouts import Whereabouts
from baken.model.claim import HeldFigure, JudgedClaim, StatedNumber
from baken.model.number import decimals_of
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checked import CheckedDocument, Listing
from baken.publications.check_findings import Finding, Findings
from baken.publications.check_votes import council_record

Record = dict[str, object]


def record(findings: Findings) -> Record:
    """The record of a checked document, without personal data."""
    checked = findings.checked
    maker = _Maker(findings)
    document = checked.document
    return {
        "document": {
            "name": findings.mask.title(document.name),
            "form": document.form,
            "pages": document.pages,
            "unread_pages": document.unread_pages,
            "characters": len(document.text),
            "language": checked.language or None,
        },
        "area": {"code": checked.area, "name": checked.area_name},
        "date": checked.said.isoformat(),
        "date_known": checked.said_known,
        "summary": _summary(checked),
        "claims": [maker.claim(one, judged) for one, judged in findings.judged],
        "remarks": [maker.remark(one, remark) for one, remarks in findings.noted for remark in remarks],
        "listings": [maker.listing(one) for one in checked.listings],
        "council": checked.council and council_record(checked.council, findings.mask),
    }


def _summary(checked: CheckedDocument) -> Record:
    return {
        "claims": len(checked.claims),
        "verdicts": {str(one): number for one, number in checked.verdicts.items()},
        "state_figure": len(checked.claims) - len(checked.without_figure),
        "hold_figure": sum(bool(one.figures) for one in checked.claims),
        "remarks": {str(one): sum(remark.weight is one for remark in checked.remarks) for one in Weight},
    }


class _Maker:
    """Makes the records of one document."""

    def __init__(self, findings: Findings) -> None:
        self.document, self.mask = findings.checked.document, findings.mask
        self.whereabouts = Whereabouts(self.document, self.mask.text)

    def claim(self, finding: Finding, one: JudgedClaim) -> Record:
        claim = one.claim
        return {
            "number": finding.number,
            "kind": claim.kind,
            "sentence": self.mask.quote(claim.sentence),
            "words": self.mask.quote(claim.words),
            "place": self.place(finding.places[0]),
            "indicators": claim.indicators,
            "group": claim.group,
            "area": claim.area,
            "period": {"start": _text(claim.start), "end": _text(claim.end)},
            "way": claim.way,
            "about": claim.about,
            "against": [_text(one) for one in claim.against or ()],
            "marks": sorted(claim.marks),
            "verdict": one.verdict,
            "reason": self.both(one.reason),
            "states_figure": claim.states_figure,
            "stated": _stated(claim.number),
            "figures": [_figure(figure) for figure in one.figures],
            "agreeing": one.agreeing,
            "disagreeing": one.disagreeing,
            "flat": one.flat,
            "unchanged": one.unchanged,
            "unproven": one.unproven,
            "unheld": one.unheld,
            "unjudged": one.unjudged,
            "outdated": one.outdated,
            "carried": self.both(one.carried),
            "settle": self.both(one.settle),
            "newer": self.both(one.newer),
        }

    def remark(self, finding: Finding, one: Remark) -> Record:
        return {
            "number": finding.number,
            "rule": one.rule,
            "weight": one.weight,
            "message": self.both(one.message),
            "settle": self.both(one.settle),
            "masked": one.masked,
            "places": [{**self.place(span), "words": self.mask.quote(span)} for span in one.places],
        }

    def listing(self, one: Listing) -> Record:
        return {"id": one.id, "title": self.both(one.title), "lines": [self.both(line) for line in one.lines]}

    def place(self, span: Span) -> Record:
        inside = span.start < len(self.document.text)
        place = self.whereabouts.place(span) if inside else None
        return {
            "page": (place and place.page) or None,
            "line": (place and place.line) or None,
            "heading": (place and self.mask.clean(place.heading)) or None,
            "start": span.start,
            "end": span.end,
        }

    def both(self, text: Text | None) -> Record | None:
        if text is None:
            return None
        shown = self.mask.both(text)
        return {"nl": shown.nl, "en": shown.en}


def _stated(one: StatedNumber | None) -> Record | None:
    if one is None:
        return None
    return {
        "value": _number(one.value),
        "before": None if one.before is None else _number(one.before),
        "unit": one.unit,
        "decimals": one.decimals,
        "exactness": one.exactness,
    }


def _figure(one: HeldFigure) -> Record:
    return {
        "indicator": one.indicator,
        "area": one.area,
        "period": str(one.period),
        "value": _number(one.value),
        "unit": one.unit,
        "months_old": one.months_old,
        "snapshots": one.snapshots,
    }


def _text(one: object | None) -> str | None:
    return None if one is None else str(one)


def _number(value: Decimal) -> int | float:
    return float(value) if decimals_of(value) else int(value)
