# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the rules that go before the figures: why no figure is held against it, and what helps."""

from __future__ import annotations

from baken.model.text import Text

CAUSE = Text(
    "De zin noemt een oorzaak en geen onderzoek: onderbouwing ontbreekt. Cijfers laten zien wat er gebeurde, "
    "niet waardoor.",
    "The sentence names a cause and no study: substantiation is missing. Figures show what happened, not "
    "why.",
)
SETTLE_CAUSE = Text(
    "Een effectonderzoek dat vergelijkt met gebieden of jaren waar het niet gebeurde. Noem het met jaar.",
    "An effect study that compares with areas or years where it was not done. Name it with its year.",
)
STUDY = Text(
    "De zin beroept zich op een onderzoek dat hier niet is. Het kan dus niet worden nagegaan.",
    "The sentence rests on a study that is not held here. So it cannot be checked.",
)
SETTLE_STUDY = Text(
    "Het onderzoek zelf: wat is gemeten, en waarmee is vergeleken.",
    "The study itself: what was measured, and what it was compared with.",
)
RESULT = Text(
    "De zin noemt een resultaat zonder te zeggen wat er veranderde.",
    "The sentence names a result without saying what changed.",
)
SETTLE_RESULT = Text(
    "Zeg welk cijfer veranderde, hoeveel en tussen welke jaren. Of de aanpak dat deed, vraagt een "
    "effectonderzoek.",
    "Say which figure changed, by how much and between which years. Whether the approach did it takes an "
    "effect study.",
)
PARTS = Text(
    "De zin geldt voor een deel en zegt niet welk deel.",
    "The sentence holds for a part and does not say which part.",
)
SETTLE_PARTS = Text(
    "Noem de delen: welke cijfers of welke plekken.", "Name the parts: which figures or places."
)
VAGUE = Text(
    "De zin is te algemeen: hij noemt geen hoeveelheid die na te gaan is.",
    "The sentence is too general: it gives no amount that can be checked.",
)
SETTLE_VAGUE = Text("Noem het cijfer en het jaar.", "Give the figure and the year.")
SETTLE_OFTEN = Text(
    "Noem hoeveel cijfers, van welk jaar en vergeleken met wie.",
    "Say how many figures, of which year and compared with whom.",
)
SUBJECT = Text("Over dit onderwerp zijn hier geen cijfers.", "There are no figures on this subject here.")
SETTLE_SUBJECT = Text(
    "Een cijfer met een vaste definitie over dit onderwerp.",
    "A figure with a fixed definition on this subject.",
)
PLACE = Text(
    "Van een van de gebieden in de zin zijn hier geen cijfers.",
    "There are no figures here of one of the areas in the sentence.",
)
OTHER_TOWN = Text(
    "De zin gaat over {name}. Cijfers van {name} horen niet bij deze toets.",
    "The sentence is about {name}. Figures of {name} are no part of this check.",
)
SETTLE_PLACE = Text(
    "Het cijfer van dat gebied, van hetzelfde jaar en met dezelfde definitie.",
    "The figure of that area, of the same year and by the same definition.",
)
FUTURE = Text(
    "De zin gaat over een jaar dat toen nog niet voorbij was.",
    "The sentence is about a year that was not over by then.",
)
SETTLE_FUTURE = Text("Het cijfer van dat hele jaar.", "The figure of that whole year.")
SUBPERIOD = Text(
    "De cijfers gaan over hele jaren. Over een deel van een jaar is geen cijfer.",
    "The figures are of whole years. There is no figure of a part of a year.",
)
SETTLE_SUBPERIOD = Text(
    "Het cijfer van dat deel van het jaar, en van hetzelfde deel een jaar eerder.",
    "The figure of that part of the year, and of the same part a year before.",
)
SPAN = Text(
    "De zin noemt één stand voor meer jaren. Cijfers zijn er per jaar.",
    "The sentence gives one level for several years. Figures are of one year each.",
)
SETTLE_SPAN = Text(
    "Noem één jaar, of het verschil tussen twee jaren.", "Name one year, or the difference of two."
)
