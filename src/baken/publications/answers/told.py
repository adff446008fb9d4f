# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""How each method works, in a few sentences for a reader who is no statistician."""

from __future__ import annotations

from dataclasses import dataclass

from baken.model.text import Text
from baken.publications.answers.speech import Speech
from baken.publications.report_model import Method


@dataclass(frozen=True, slots=True)
class Told:
    """A method in two languages."""

    name: Text
    text: Text
    assumptions: tuple[Text, ...]

    def in_(self, speech: Speech) -> Method:
        """The method in one language."""
        return Method(speech(self.name), speech(self.text), tuple(speech(one) for one in self.assumptions))


TREND = Told(
    Text("Trend", "Trend"),
    Text(
        "Door de aantallen is een lijn gelegd die elk jaar met hetzelfde percentage verandert, met seizoen "
        "en met een sprong bij elke bekende trendbreuk. De marge telt mee dat aantallen sterker schommelen "
        "dan zuiver toeval en dat opeenvolgende perioden op elkaar lijken.",
        "A line that changes by the same percentage each year was put through the counts, with season and "
        "with a jump at each known break. The margin allows for counts that vary more than pure chance and "
        "for periods that resemble the one before.",
    ),
    (
        Text("De manier van tellen verandert alleen bij de bekende trendbreuken.",
             "The way of counting changes at the known breaks only."),
        Text("Tussen twee knikken is de jaarlijkse verandering gelijk.",
             "Between two bends the yearly change is the same."),
    ),
)  # fmt: skip
FUNNEL = Told(
    Text("Trechtergrenzen", "Funnel limits"),
    Text(
        "Hoe kleiner een gebied, hoe meer zijn cijfer door toeval van het gemiddelde afwijkt. De grenzen "
        "geven aan hoe ver dat kan gaan: buiten de binnenste ligt door toeval 1 op de 20 gebieden, buiten "
        "de buitenste 1 op de 500. De ruime grenzen tellen ook mee dat gebieden onderling altijd al "
        "verschillen.",
        "The smaller an area, the further its figure strays from the mean by chance. The limits show how "
        "far that may go: by chance 1 in 20 areas lies outside of the inner ones, and 1 in 500 outside of "
        "the outer ones. The wide limits also allow for the usual differences between areas.",
    ),
    (
        Text("Gevallen staan los van elkaar, op de extra spreiding na die is gemeten.",
             "Cases are independent of each other, apart from the extra spread that was measured."),
        Text("Het aantal inwoners past bij het aantal mensen dat iets kan overkomen.",
             "The number of inhabitants fits the number of people to whom it may happen."),
    ),
)  # fmt: skip
RANKS = Told(
    Text("Geschatte cijfers en plaatsen", "Estimated figures and places"),
    Text(
        "Het cijfer van een klein gebied is naar het gemiddelde toe getrokken, zo ver als toeval het "
        "verklaart. De ranglijst is daarna vele malen nagebootst; de marge van een plaats bevat 95 % van "
        "die ranglijsten.",
        "The figure of a small area is drawn towards the mean, as far as chance explains it. The ranking "
        "was then imitated many times; the margin of a place holds 95 % of those rankings.",
    ),
    (Text("De gebieden komen uit één verdeling van onderliggende cijfers.",
          "The areas come from one distribution of underlying figures."),),
)  # fmt: skip
HOTSPOTS = Told(
    Text("Hoog samen met de buren", "High together with the neighbours"),
    Text(
        "Van elk gebied is met zijn buren bekeken of het samen hoger of lager ligt dan de andere gebieden "
        "(Getis-Ord, lokale Moran). Kleine gebieden zijn eerst naar het gemiddelde toe getrokken. Omdat veel "
        "gebieden tegelijk zijn bekeken, is de kans op een vals alarm beperkt: van wat hier als hoog of laag "
        "staat, is naar verwachting hoogstens 5 % toeval.",
        "Each area was looked at with its neighbours: do they lie higher or lower together than the other "
        "areas (Getis-Ord, local Moran)? Small areas were drawn towards the mean first. Since many areas "
        "were looked at at once, false alarms are limited: of what is called high or low here, at most 5 % "
        "is expected to be chance.",
    ),
    (
        Text("Zonder samenhang zouden de cijfers willekeurig over de gebieden verdeeld zijn.",
             "Without a pattern the figures would be spread over the areas at random."),
        Text("Wat vlak over de grens van de kaart gebeurt, telt niet mee.",
             "What happens just across the border of the map does not count."),
    ),
)  # fmt: skip
SCAN = Told(
    Text("Zoeken naar clusters", "Searching for clusters"),
    Text(
        "Van elke groep aangrenzende gebieden is bekeken of zij meer gevallen heeft dan bij haar aandeel "
        "hoort. De p-waarde vergelijkt de sterkste groep met de sterkste groep op kaarten waarop de "
        "gevallen door toeval zijn verdeeld. Zij telt dus mee dat overal is gezocht.",
        "Each group of adjoining areas was looked at: does it have more cases than its share? The p value "
        "compares the strongest group with the strongest on maps where the cases fall by chance. So it "
        "allows for having looked everywhere.",
    ),
    (
        Text(
            "Gevallen staan los van elkaar; een reeks van één dader laat een cluster sterker lijken.",
            "Cases are independent; a series by one offender makes a cluster seem stronger than it is.",
        ),
        Text(
            "De vorm van de groepen is vooraf gekozen; een cluster met een andere vorm valt minder op.",
            "The form of the groups was chosen beforehand; a cluster of another form shows less.",
        ),
    ),
)  # fmt: skip
SIGNALS = Told(
    Text("Signalen", "Signals"),
    Text(
        "Voor elke periode is uit het verleden van de reeks berekend hoeveel er te verwachten is, met "
        "seizoen en trend, en hoe hoog het aantal door toeval kan uitvallen (de bovengrens). Daarboven is "
        "het een signaal.",
        "For each period the past of the series gives what is to be expected, with season and trend, and "
        "how high the count may turn out by chance (the upper limit). Above that it is a signal.",
    ),
    (
        Text("Het verleden is geteld zoals nu.", "The past was counted as the present is."),
        Text("De nieuwste aantallen zijn volledig; komt er later nog bij, dan blijft een signaal uit.",
             "The newest counts are complete; if some come in later, a signal is missed."),
    ),
)  # fmt: skip
