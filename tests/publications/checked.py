# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""Checked documents made by hand, for the tests of the forms they take. All sentences are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from baken.documents.document import Block, BlockKind, Document, Form
from baken.model.claim import Claim, ClaimKind, ClaimVerdict, HeldFigure, JudgedClaim, StatedNumber, Way
from baken.model.period import Period
from baken.model.remark import Remark, Span, Weight
from baken.model.text import Text
from baken.picture.checked import CheckedDocument, Listing
from baken.publications.check_findings import Findings, findings_of
from baken.publications.check_names import Names

# An invented person; nothing of the name may come out anywhere.
PERSON = "Karel Nergenshuis"
LINES: tuple[tuple[BlockKind, int, str], ...] = (
    (BlockKind.HEADING, 1, "Veilig in Voorbeeldstad"),
    (
        BlockKind.PARAGRAPH,
        1,
        "Het aantal woninginbraken is sinds 2023 met 12 % gedaald, dankzij het buurtteam. "
        "Voorbeeldstad scoort op bijna alles slechter dan het land.",
    ),
    (BlockKind.ITEM, 1, "Winkeldiefstal is in 2025 gestegen tot 3,6 per 1.000 inwoners."),
    (BlockKind.ITEM, 1, "Lees ook het rapport van vorig jaar."),
    (BlockKind.HEADING, 2, "Wat bewoners zeggen"),
    (BlockKind.PARAGRAPH, 2, f"Bewoner {PERSON} klaagde over <herrie> & afval in de avond."),
    (BlockKind.ROW, 2, "Soort | 2023 | 2025"),
    (BlockKind.ROW, 2, "Winkeldiefstal | 2,9 | 3,6"),
    (BlockKind.NOTE, 2, "De buurt voelt zich onveiliger. Zie ook het OVP en de cijfers van de GGP."),
    (BlockKind.PARAGRAPH, 3, "Het OVP komt in het voorjaar."),
)


def document(lines: tuple[tuple[BlockKind, int, str], ...] = LINES, name: str = "") -> Document:
    """A document of three pages that knows no source lines."""
    blocks, at = [], 0
    for kind, page, words in lines:
        blocks.append(Block(Span(at, at + len(words)), kind, page))
        at += len(words) + 1
    return Document(
        name=name or f"Beeld {PERSON}.docx",
        form=Form.WORD,
        text="\n".join(words for _, _, words in lines),
        blocks=tuple(blocks),
        links=(),
        pages=max((page for _, page, _ in lines), default=0),
    )


TEXT = "\n".join(line for _, _, line in LINES)


def span(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where words stand in a text, for the first time or a later one."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def year(number: int) -> Period:
    """A year."""
    return Period.parse(str(number))


def claim(words: str, kind: ClaimKind, **more: object) -> Claim:
    """A claim of which the words are the sentence."""
    place = span(words)
    given: dict[str, object] = {"sentence": place, "words": place, "area": "GM9999"}
    return Claim(kind=kind, **(given | more))  # type: ignore[arg-type]


def both(words: str) -> Text:
    """Words of which the English is told by a sign."""
    return Text(words, f"EN {words}")


FIGURES = (
    HeldFigure(
        indicator="diefstal-uit-woning",
        area="GM9999",
        period=year(2023),
        value=Decimal("2.1"),
        unit="per_1000_inhabitants",
        months_old=26,
        snapshots=("voorbeeldstad",),
    ),
    HeldFigure(
        indicator="diefstal-uit-woning",
        area="GM9999",
        period=year(2025),
        value=Decimal("2.4"),
        unit="per_1000_inhabitants",
        months_old=2,
        snapshots=("voorbeeldstad",),
    ),
)
CLAIMS = (
    JudgedClaim(
        claim=claim(
            "Winkeldiefstal is in 2025 gestegen tot 3,6 per 1.000 inwoners.",
            ClaimKind.LEVEL,
            indicators=("winkeldiefstal",),
            start=year(2025),
            end=year(2025),
            number=StatedNumber(value=Decimal("3.6"), unit="rate", decimals=1),
        ),
        verdict=ClaimVerdict.SUPPORTED,
        reason=both("Het cijfer van 2025 is 3,6."),
        figures=(replace(FIGURES[1], indicator="winkeldiefstal", value=Decimal("3.6")),),
        agreeing=("winkeldiefstal",),
    ),
    JudgedClaim(
        claim=claim(
            "Het aantal woninginbraken is sinds 2023 met 12 % gedaald",
            ClaimKind.DIRECTION,
            indicators=("diefstal-uit-woning",),
            start=year(2023),
            end=year(2025),
            way=Way.DOWN,
            number=StatedNumber(value=Decimal(12), unit="percent"),
            marks=frozenset({"registrations"}),
        ),
        verdict=ClaimVerdict.CONTRADICTED,
        reason=both("Volgens de cijfers is het niet gedaald."),
        figures=FIGURES,
        disagreeing=("diefstal-uit-woning",),
        carried=both("Tussen 2023 en 2025 zijn er in Voorbeeldstad meer woninginbraken geregistreerd."),
        settle=both("Noem de cijfers van beide jaren."),
    ),
    JudgedClaim(
        claim=claim(
            "sinds 2023 met 12 % gedaald, dankzij het buurtteam",
            ClaimKind.CAUSE,
            sentence=span(LINES[1][2].split(". ")[0] + "."),
        ),
        verdict=ClaimVerdict.CAUSE_WITHOUT_SOURCE,
        reason=both("De zin noemt een oorzaak en geen onderzoek."),
        settle=both("Verwijs naar een onderzoek, of laat de oorzaak weg."),
    ),
    JudgedClaim(
        claim=claim("Voorbeeldstad scoort op bijna alles slechter dan het land.", ClaimKind.COMPARISON),
        verdict=ClaimVerdict.PARTLY,
        reason=both("Het geldt voor 2 van de 5 cijfers."),
        agreeing=("winkeldiefstal", "hic"),
        disagreeing=("geweld",),
        unproven=("vernieling",),
        unheld=("halt",),
    ),
    JudgedClaim(
        claim=claim("De buurt voelt zich onveiliger.", ClaimKind.DIRECTION, area="BU99990001"),
        verdict=ClaimVerdict.NOT_JUDGEABLE,
        reason=both("Van deze buurt zijn er geen cijfers."),
        settle=both("Vraag het na in de wijkpeiling."),
    ),
)
REMARKS = (
    Remark(
        rule="personal-name",
        weight=Weight.ERROR,
        message=both("Hier staat een naam van een persoon."),
        places=(span(PERSON),),
        settle=both("Laat de naam weg."),
        masked=True,
    ),
    Remark(
        rule="abbreviation-unknown",
        weight=Weight.WARNING,
        message=both("OVP is nergens uitgelegd."),
        places=(span("OVP"), span("OVP", nth=1)),
    ),
    Remark(
        rule="link-dead",
        weight=Weight.NOTE,
        message=both("Deze verwijzing leidt nergens heen."),
        places=(span("rapport"),),
    ),
    Remark(rule="attachment-missing", weight=Weight.WARNING, message=both("Bijlage 2 ontbreekt.")),
)
LISTING = Listing(
    id="abbreviations",
    title=both("Afkortingen"),
    lines=(both("OVP: niet uitgelegd"), both(f"GGP: genoemd door {PERSON.upper()}")),
)
NAMES = Names(
    indicators={
        "diefstal-uit-woning": Text("Diefstal uit woning", "Theft from dwellings"),
        "winkeldiefstal": Text("Winkeldiefstal", "Shoplifting"),
    },
    areas={"GM9999": "Voorbeeldstad", "BU99990001": "Oost"},
    units={"per_1000_inhabitants": Text("{value} per 1.000 inwoners", "{value} per 1,000 inhabitants")},
)


def checked(**more: object) -> CheckedDocument:
    """A checked document with one of everything."""
    given: dict[str, object] = {
        "document": document(),
        "area": "GM9999",
        "area_name": "Voorbeeldstad",
        "said": date(2026, 3, 10),
        "said_known": True,
        "claims": CLAIMS,
        "remarks": REMARKS,
        "listings": (LISTING,),
    }
    return CheckedDocument(**(given | more))  # type: ignore[arg-type]


def empty(**more: object) -> CheckedDocument:
    """A checked document in which nothing was found."""
    return checked(**({"claims": (), "remarks": (), "listings": ()} | more))


def findings(given: CheckedDocument | None = None) -> Findings:
    """What is said about a checked document, with names of its own."""
    return findings_of(given or checked(), NAMES)


def long(pages: int = 100, each: int = 5) -> CheckedDocument:
    """A document of many pages of 3,000 characters, with some findings on each."""
    sentence = "Het aantal woninginbraken is dit jaar in de hele stad gedaald. "
    lines = tuple(
        (BlockKind.PARAGRAPH, page, (sentence * 8).strip()) for page in range(1, pages + 1) for _ in range(6)
    )
    made = document(lines, "lang.pdf")
    starts = [block.span.start for block in made.blocks]
    claims = tuple(
        replace(CLAIMS[1], claim=replace(CLAIMS[1].claim, sentence=place, words=place))
        for number in range(pages * each)
        for at in (starts[number % len(starts)],)
        for place in (Span(at, at + len(sentence) - 1),)
    )
    return checked(document=made, claims=claims, remarks=())
