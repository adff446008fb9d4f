# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What must be read with an answer. What the catalogue words already, is taken from there."""

from __future__ import annotations

from functools import cache

from baken.catalogue.catalogue import DATA
from baken.catalogue.files import load_by_id
from baken.model.area import Area
from baken.model.finding import Caveat
from baken.model.policy import Guidance, Municipality
from baken.model.text import Text

_OWN = {
    "registered-only": Text(
        "Geregistreerd is niet hetzelfde als gebeurd. Wat niemand meldt of vindt, telt niet mee.",
        "Registered is not the same as happened. What nobody reports or finds does not count.",
    ),
    "small-numbers": Text(
        "De aantallen zijn klein. Eén geval meer of minder verandert het beeld al sterk.",
        "The numbers are small. One case more or less changes the picture a lot.",
    ),
    "many-tests": Text(
        "Er is op veel plaatsen tegelijk gekeken. Dan lijkt er altijd ergens iets bijzonders door toeval. "
        "Daarvoor is gecorrigeerd, maar een deel van wat hier staat kan nog steeds toeval zijn.",
        "Many places were looked at at once. Something then always looks special by chance. This was "
        "corrected for, but part of what stands here may still be chance.",
    ),
    "many-tests-plain": Text(
        "Er is op veel plaatsen tegelijk gekeken. Deze methode telt elk signaal op zichzelf: ook zonder "
        "verandering "
        "geeft zij er af en toe een.",
        "Many places were looked at at once. This method judges each signal by itself: without any change "
        "it gives "
        "one now and then too.",
    ),
    "signal-no-proof": Text(
        "Een signaal is een reden om te kijken. Het is geen bewijs dat er iets aan de hand is, en het zegt "
        "niet "
        "waardoor het komt.",
        "A signal is a reason to look. It is no proof that something is going on, and it does not say why.",
    ),
    "no-cause": Text(
        "Dit zegt niet waardoor het komt.",
        "This does not say what it comes from.",
    ),
    "internal": Text(
        "Hier staan kleine aantallen van kleine gebieden. Dit is voor intern gebruik en niet om te "
        "publiceren.",
        "Small numbers of small areas stand here. This is for internal use and not to be published.",
    ),
    "no-person": Text(
        "Dit gaat over gebieden en zegt niets over wie er woont.",
        "This is about areas and says nothing of the people who live there.",
    ),
    "areas-summed": Text(
        "Het cijfer is opgeteld uit buurten. Wat geen bekende buurt heeft, telt niet mee.",
        "The figure is added up from neighbourhoods. What has no known neighbourhood does not count.",
    ),
    "rank-unsure": Text(
        "Een plaats op een ranglijst is onzeker. Kijk naar de marge van de plaats en niet naar de plaats "
        "zelf.",
        "A place in a ranking is uncertain. Look at the margin of the place and not at the place itself.",
    ),
    "cluster-shape": Text(
        "De grens van een cluster is niet scherp. De kern ligt vaster dan de rand.",
        "The border of a cluster is not sharp. Its core is more certain than its edge.",
    ),
    "ordinary-spread": Text(
        "De gebieden verschillen onderling al meer dan toeval geeft. Een cluster kan gewone spreiding zijn.",
        "The areas already differ among themselves more than chance gives. A cluster may be ordinary spread.",
    ),
    "plain-values": Text(
        "Er is geen bevolking opgegeven. Grote gebieden hebben dan vanzelf hogere aantallen.",
        "No population was given. Large areas then have higher numbers by themselves.",
    ),
}


def caveats(*rules: str) -> tuple[Caveat, ...]:
    """The caveats of these rules, each once; an empty name is passed over."""
    return tuple(Caveat(rule, _words(rule)) for rule in dict.fromkeys(filter(None, rules)))


def inside_only(municipality: Municipality, area: Area) -> str:
    """The rule that says that true counts are for inside only: of a small area, if its figures are real."""
    return "internal" if area.level.is_part and not municipality.invented else ""


def noted(rule: str, nl: str, en: str) -> Caveat:
    """A caveat with words of its own."""
    return Caveat(rule, Text(nl, en))


def _words(rule: str) -> Text:
    return _OWN[rule] if rule in _OWN else _guidance()[rule].text


@cache
def _guidance() -> dict[str, Guidance]:
    return load_by_id(Guidance, DATA / "nl" / "guidance.yaml")
