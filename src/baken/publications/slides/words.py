# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of the deck, in Dutch and English."""

from __future__ import annotations

from baken.model.text import Text

TITLE = Text("Veiligheidsbeeld", "Safety picture")
SUBTITLE = Text("Veiligheidsanalyse voor de gemeenteraad", "Safety analysis for the municipal council")
MUNICIPALITY = Text("Gemeente {name}", "Municipality of {name}")
DATE = Text("{day}; {version}", "{day}; {version}")
FINAL = Text("vastgestelde versie", "adopted version")
POLICY = Text("Waar we vandaan komen", "Where we come from")
THEMES = Text("De thema's van het beleid", "The themes of the policy")
REPORTS = Text("Wat eerder is gedeeld en gerapporteerd", "What was shared and reported before")
WITHOUT = Text("Geen cijfers", "No figures")
PART = Text("{title} ({number} van {count})", "{title} ({number} of {count})")
MORE = Text("{title} (vervolg)", "{title} (continued)")
AMONG = Text("{name} naast andere gemeenten in {period}", "{name} beside other municipalities in {period}")
BESIDE = Text("{name} in {period}: {what} {reference}", "{name} in {period}: {what} {reference}")
HIGHER, LOWER = Text("hoger dan in", "higher than in"), Text("lager dan in", "lower than in")
NEAR = Text("ongeveer gelijk aan", "about the same as in")
PANDEMIC = Text("Coronajaren: {years}.", "Pandemic years: {years}.")
MARGIN = Text("95%-marge", "95 % margin")
READ_MARGIN = Text("dunne lijnen: 95%-marge", "thin lines: 95 % margin")
READ_BARS = Text("streepjes: 95%-marge", "whiskers: 95 % margin")
BREAK = Text("breuk", "break")
BROKEN = Text("Breuk in de reeks in {year}: {label}.", "Series break in {year}: {label}.")
MISSING = Text("Geen punt in {years}: {why}.", "No point in {years}: {why}.")
EFFORT = Text("{label}: {values}.", "{label}: {values}.")
REFERENCE = Text("{name}: {value}.", "{name}: {value}.")
OWN = Text("{name} heeft de donkere balk.", "{name} has the dark bar.")
SAID = Text("Wat er staat", "What it says")
NUMBERS = Text("De cijfers", "The figures")
READ_WITH = Text("Lees hierbij", "Read with this")
AREA = Text("Stadsdeel", "District")
NEWEST = Text("Nieuwste cijfer per stadsdeel", "Newest figure of each district")
SHORT = Text("Afkortingen en begrippen", "Abbreviations and terms")
ASKED = Text("Onze vragen aan u", "Our questions to you")
QUESTIONS = (
    Text("Wat valt u op in deze cijfers?", "What strikes you in these figures?"),
    Text("Wat moet volgens u voorgaan?", "What should come first in your view?"),
    Text("Wat geeft u ons mee voor het vervolg?", "What should we take along from here?"),
)
"""What is asked where a municipality holds no questions of its own."""
