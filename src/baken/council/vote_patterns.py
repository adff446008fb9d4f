# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words by which a text speaks of a vote, as patterns on plain text; each is bounded."""

from __future__ import annotations

import re

from baken.council.dutch import NUMBER
from baken.council.vote import Matter

MATTERS = {
    "raadsvoorstel": Matter.PROPOSAL,
    "initiatiefvoorstel": Matter.PROPOSAL,
    "ordevoorstel": Matter.OTHER,
    "voorstel": Matter.PROPOSAL,
    "amendement": Matter.AMENDMENT,
    "motie": Matter.MOTION,
}
THING = (
    r"(?:raadsvoorstel|initiatiefvoorstel|ordevoorstel|voorstel|(?:sub-?)?amendement|motie"
    r"|raadsbesluit|besluit)"
)
MATTER = re.compile(
    rf"\b(?P<thing>{THING})(?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?"
    r"(?:\s+(?:nr\.?\s*|nummer\s+)?(?P<number>[A-Z]{0,3}-?[0-9]{1,4}(?:[.-][0-9]{1,3})?[a-z]?\b)"
    r"(?!\s+(?:leden|stem|stemmen|raadsleden|voor|tegen)\b))?",
    re.IGNORECASE,
)
UNIT = r"(?:raadsleden|leden|lid|raadslid|stemmen|stem|fracties|personen)"
ABOUT = rf"(?:\s+(?:het|de|dit|deze)\s+(?:[a-z-]+\s+)?{THING}(?:\s+[A-Z]{{0,3}}-?[0-9]{{1,4}}[a-z]?)?)?"
SIDE_WORD = (
    r"(?P<for>voor(?:stemmers?|stemmen)?)|(?P<against>tegen(?:stemmers?|stemmen)?)"
    r"|(?P<abstained>(?:stem)?onthouding(?:en)?|onthouden|blanco)"
    r"|(?P<absent>afwezig(?:en)?|absent(?:en)?|niet\s+aanwezig|verhinderd)"
)
# The first letters stand before the words, so that most places are passed over quickly.
# "Voor (21): ...", "Stemmen tegen: 4 (...)", "Afwezig met kennisgeving: ...", "Voor het voorstel: ..."
LABEL = re.compile(
    rf"(?=[abflnostv])(?P<lead>(?:aantal\s+)?(?:stemmen|leden|fracties)\s+)?\b(?:{SIDE_WORD}){ABOUT}"
    r"(?:\s+(?:zijn|waren|was|is|met\s+(?:kennisgeving|bericht)|zonder\s+(?:kennisgeving|bericht)|bij\s+de\s+stemming))?"
    rf"(?:\s*[(–-]?\s*(?P<count>{NUMBER})\b\s*{UNIT}?\s*\)?)?\s*(?P<colon>[:=])",
    re.IGNORECASE,
)
LABEL_COUNT = re.compile(
    rf"\b(?=[abnostv])(?:{SIDE_WORD})\s*\(\s*(?P<count>{NUMBER})\s*{UNIT}?\s*\)", re.IGNORECASE
)
# "Voor het raadsvoorstel stemmen 29 leden: ...", "Tegen hebben gestemd de leden ..."
VERB_HEAD = re.compile(
    r"\b(?P<side>[Vv]oor|[Tt]egen|[Bb]lanco)\b(?P<about>[^.:;()]{0,90}?)"
    r"\b(?:stemmen|stemden|stemt|stemde|(?:hebben|heeft)\s+gestemd)\b"
)
HEAD_TAIL = re.compile(
    rf"\s*(?:de\s+volgende\s+)?(?:(?P<count>{NUMBER})\b)?\s*(?:\(\s*(?P<held>{NUMBER})\s*\))?"
    rf"\s*(?P<unit>(?:de\s+)?{UNIT}(?:\s+van\s+de\s+(?:raad|fracties?))?|(?:de\s+)?fracties?(?:\s+van)?)?"
    r"(?:\s*,?\s*(?:te\s+weten|namelijk|t\.w\.|zijnde))?\s*:?",
    re.IGNORECASE,
)
# "De fracties van A en B stemmen voor", "mw. De Vries (SP) stemt tegen", "... onthouden zich"
VERB_TAIL = re.compile(
    r"\b(?:stemmen|stemt|stemden|stemde|hebben|heeft)\s+(?:(?:ook|daarom|eveneens|wel|allen|allemaal|unaniem)\s+)?"
    r"(?P<side>voor|tegen)(?P<voted>\s*gestemd)?\b(?!\s*[:(]\s*[0-9])"
    r"|\b(?:onthoudt|onthouden|onthield|onthielden|hebben|heeft)\s+(?P<between>(?:[^.;:]{2,120}?\s)?)zich\s+(?:van\s+stemming\s+)?(?P<abs>onthouden|van\s+stemming)?"
    r"|\b(?:is|zijn|was|waren)\s+(?P<away>afwezig|niet\s+aanwezig)\b"
    r"|\b(?:verlaat|verlaten|verliet|verlieten)\s+(?P<left>(?:de|het)\s+(?:raads?)?(?:vergader)?(?:ing|zaal))\b"
    r"|\b(?:heeft|hebben)\s+(?P<gone>(?:de|het)\s+(?:raads?)?(?:vergader)?(?:ing|zaal)\s+verlaten)\b"
    r"|\b(?:neemt|nemen|nam|namen)\s+(?P<apart>(?:niet|geen)\s+deel\s+aan\s+(?:de\s+)?(?:beraadslaging\s+en\s+"
    r"(?:de\s+)?)?stemming)\b",
)
# "..., tegen de overige fracties (18 stemmen)", behind a head such as "Voor stemmen ..."
SECOND_HEAD = re.compile(
    r",\s*(?:en\s+)?(?P<side>voor|tegen)\s+(?:stemmen\s+)?(?:(?P<rest>(?:de\s+)?(?:overige|andere)\s+(?:fracties|leden))"
    rf"(?:\s*\(\s*(?P<count>{NUMBER})\b[^()]{{0,12}}\))?|(?=(?:de\s+fracties?\b|[A-Z])))",
)
# A number behind the last of several names is that of all: "VVD, CDA en SP (11 stemmen)".
OF_ALL = re.compile(rf"\(\s*(?P<count>{NUMBER})\s+(?:stemmen|leden|zetels)\s*\)\s*[,.;]?\s*$", re.IGNORECASE)
DEEMED = re.compile(
    r"\baantekening\s+dat\s+(?P<who>[^.;:]{2,300}?)\s+(?:(?:wil|willen|wordt|worden|wenst|wensen|werd|werden)\s+)?"
    r"(?:te\s+worden\s+)?geacht\s+(?:(?:te|wil|willen|wordt|worden|wenst|wensen|hebben)\s+){0,4}(?P<side>voor|tegen)"
)
LINE = re.compile(
    r"^[ \t]*+(?:[-–*•][ \t]*+)?(?P<who>(?=\S)(?:[^\n:|]"
    r"|:(?=\S)){2,90}?(?:\|[^\n|:]{1,60})?)[ \t]{0,20}[:|\t–-][ \t]{0,20}"
    r"(?:stemt\s+)?(?P<vote>voor|tegen|afwezig|onthouding|onthouden|blanco)[ \t]*+[|.;,]?[ \t]*+$",
    re.IGNORECASE | re.MULTILINE,
)
PAIR = re.compile(
    rf"(?:\bmet\s+)(?P<first>{NUMBER})\s+(?:stemmen\s+)?tegen\s+(?P<second>{NUMBER})\b(?!\s+(?:stemmen\s+)?(?:voor|tegen)\b)"
    r"|\((?P<one>[0-9]{1,3})\s*[-–/]\s*(?P<two>[0-9]{1,3})\)",
    re.IGNORECASE,
)
ATOM = re.compile(
    rf"\b(?P<count>{NUMBER})\s*(?P<unit>{UNIT}\s*)?(?:(?P<for>voor(?:stemmers?)?)|(?P<against>tegen(?:stemmers?)?)"
    r"|(?P<abstained>(?:stem)?onthouding(?:en)?|blanco)|(?P<absent>afwezig(?:en)?))\b(?P<bracket>\s*\()?",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\b(?P<not>niet\s+)?(?:(?P<adopted>aangenomen|aanvaard|vastgesteld|conform(?:\s+(?:het\s+)?(?:raads)?voorstel)?"
    r"(?:\s+besloten|\s+vastgesteld)?|benoemd|herbenoemd)|(?P<rejected>verworpen|afgewezen)|(?P<held>aangehouden)"
    r"|(?P<withdrawn>ingetrokken)|(?P<tied>stak(?:en|ing)|staakt|gestaakt))\b",
    re.IGNORECASE,
)
MANNER = re.compile(
    r"\b(?:(?P<unanimous>(?:met|bij)\s+algemene\s+stemmen|unaniem|eenstemmig|met\s+eenparigheid\s+van\s+stemmen)"
    r"|(?P<without>zonder\s+(?:hoofdelijke\s+)?stemming|bij\s+acclamatie|bij\s+hamerslag|als\s+hamerstuk))\b",
    re.IGNORECASE,
)
BREAK = re.compile(r"[.!?](?=\s|$)|\n\s*\n")
ABBREVIATION = re.compile(
    r"(?:\b(?:dhr|mw|mevr|hr|mr|drs|dr|ir|ing|prof|nr|no|art|st|bc|d\.d|t\.w|n\.a\.v|[A-Z]))$|\b[A-Z][a-z]?$"
)
