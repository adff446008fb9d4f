# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words that the papers of the policy cycle share, in Dutch and English."""

from __future__ import annotations

from baken.model.action import MoneyKind
from baken.model.cycle_papers import (
    EvaluationOutcome,
    ProgrammeKind,
)
from baken.model.governance import Body
from baken.model.text import Text

NOT_FILLED = Text("nog niet ingevuld", "not filled in yet")
NO_AMOUNT = Text("bedrag staat niet in het document", "amount not in the document")
KIND_UNKNOWN = Text(
    "Niet ingevuld of het structureel of incidenteel is", "Not filled in whether structural or incidental"
)
NO_KIND = Text("structureel of incidenteel: nog niet ingevuld", "structural or incidental: not filled in yet")
DRAFT = Text("Concept, nog niet vastgesteld.", "Draft, not adopted yet.")
DRAFT_TITLE = Text("{title} (concept)", "{title} (draft)")
PERIOD = Text("{start} tot en met {end}", "{start} up to and including {end}")
SOURCE = Text("Bron: {source}", "Source: {source}")
SIGNED_BY = Text("Geschreven en ondertekend door: {role}, {day}.", "Written and signed by: {role}, {day}.")

MUNICIPALITY = Text("Gemeente", "Municipality")
DAY = Text("Datum", "Day")
NUMBER = Text("Nummer", "Number")
DEPARTMENT = Text("Organisatieonderdeel", "Department")
PROGRAMME = Text("Programma", "Programme")
PLAN = Text("Plan", "Plan")
OVER = Text("Periode", "Period")
TITLE = Text("Wat", "What")

ACTION = Text("Actie", "Action")
LEAD = Text("Trekker", "Lead")
WHEN = Text("Wanneer", "When")
STATUS = Text("Stand", "Status")
BEGIN = Text("begin: {text}", "begin: {text}")
END = Text("einde: {text}", "end: {text}")
THEME = Text("Thema", "Theme")
NO_THEME = Text("Zonder thema", "Without a theme")
UNKNOWN_THEME = Text(
    "Thema dat dit document niet noemt: {id}", "Theme that this document does not name: {id}"
)
TOGETHER = Text("Samen", "Together")
TOTAL = Text("Totaal", "Total")
COUNTS = Text("Aantal acties naar stand", "Number of actions by status")
NO_ACTIONS = Text("Er zijn geen acties opgegeven.", "No actions are given.")

IMPACT = Text(
    "Acties met een impactmeting (een bedoeld effect en een indicator of manier waarop het wordt gevolgd): "
    "{count} van de {total}, dat is {percent} %.",
    "Actions with an impact measure (an intended effect and an indicator or way in which it is followed): "
    "{count} of {total}, that is {percent}%.",
)
IMPACT_NONE = Text(
    "Zonder acties is er geen aandeel met een impactmeting.",
    "Without actions there is no share with an impact measure.",
)

DEVIATION = Text("Afwijking", "Deviation")
REASON = Text("Reden", "Reason")
DECISION = Text("Besluit", "Decision")
STATE_ON = Text("Stand op {day}", "State on {day}")
ACTIVE, OVER_BY, AHEAD = (
    Text("loopt", "active"),
    Text("afgelopen", "ended"),
    Text("nog niet begonnen", "not begun yet"),
)
DEVIATIONS = Text("Tijdelijke afwijkingen", "Temporary deviations")
NO_DEVIATIONS = Text("Er zijn geen tijdelijke afwijkingen opgegeven.", "No temporary deviations are given.")
RULE = Text(
    "Een tijdelijke afwijking heeft een reden, een begin, een einde en een besluit. Wat in een periode "
    "loopt, staat in de voortgangsrapportage.",
    "A temporary deviation has a reason, a begin, an end and a decision. What is active in a period stands "
    "in the progress report.",
)

FIGURES = Text("Wat de cijfers zeggen", "What the figures say")
NO_FIGURES = Text("Er zijn geen cijfers opgegeven.", "No figures are given.")
NOT_EVALUABLE = Text("Wat niet te evalueren is", "What cannot be evaluated")
UNFOLLOWED = Text(
    "{title}: geen indicator en geen manier van volgen", "{title}: no indicator and no way of following"
)
ALL_EVALUABLE = Text(
    "Elke actie heeft een indicator of een manier waarop zij wordt gevolgd.",
    "Every action has an indicator or a way in which it is followed.",
)
WRITTEN = Text("Toelichting", "Explanation")
NOBODY_WROTE = Text("Niemand heeft een toelichting geschreven.", "Nobody has written an explanation.")
UNKNOWN = Text("Wat niet bekend is", "What is not known")
NOTHING_UNKNOWN = Text("Er is niets opgegeven dat onbekend is.", "Nothing is given as unknown.")
LACKS = Text("{title}: nog niet ingevuld is {lacks}", "{title}: not filled in yet: {lacks}")

FINANCE = Text("Financiën", "Finances")
BUDGET = Text("Regels van de begroting", "Lines of the budget")
LINE, AMOUNT, NEW_MONEY = Text("Regel", "Line"), Text("Bedrag", "Amount"), Text("Nieuw geld", "New money")
KIND, YEAR = Text("Soort", "Kind"), Text("Jaar", "Year")
BUDGET_PROGRAMME = Text("Begrotingsprogramma", "Budget programme")
NO_BUDGET = Text("Er zijn geen bedragen opgegeven.", "No amounts are given.")
NO_NEW_MONEY = Text("geen", "none")
SUM = Text("{kind}: {sum} in totaal.", "{kind}: {sum} in total.")
PART_SUM = Text(
    "{kind}: van {missing} van de {total} staat het bedrag niet in het document. De bekende bedragen zijn "
    "samen {sum}; dat is niet het totaal.",
    "{kind}: of {missing} of {total} the amount is not in the document. The known amounts are {sum} "
    "together; that is not the total.",
)
NO_SUM = Text(
    "{kind}: geen van de bedragen staat in het document, dus er is geen totaal.",
    "{kind}: none of the amounts is in the document, so there is no total.",
)
MONEY = {
    MoneyKind.STRUCTURAL: Text("structureel", "structural"),
    MoneyKind.INCIDENTAL: Text("incidenteel", "incidental"),
}

GOAL, INDICATOR = Text("Doel", "Goal"), Text("Indicator", "Indicator")
NOW, TARGET, BY = Text("Nu", "Now"), Text("Streefwaarde", "Target"), Text("Uiterlijk", "By")
SOURCE_NAME = Text("Bron", "Source")
BAND = Text("bandbreedte: {band}", "band: {band}")
NOT_MEASURABLE = Text(
    "Nog niet meetbaar: dit doel heeft geen indicator.", "Not yet measurable: no indicator."
)
NOT_ZERO = Text(
    "Een streefwaarde van nul is geen belofte: honderd procent veiligheid bestaat niet.",
    "A target of zero is no promise: there is no such thing as a hundred percent safety.",
)
KINDS = {
    ProgrammeKind.PROGRAMME: Text("Meerjarenprogramma Veiligheid", "Safety programme"),
    ProgrammeKind.FRAMEWORK: Text("Kadernota Veiligheid", "Framework document on safety"),
    ProgrammeKind.SAFETY_PLAN: Text("Integraal Veiligheidsplan", "Integral safety plan"),
}
BODIES = {
    Body.COUNCIL: Text("de gemeenteraad", "the council"),
    Body.EXECUTIVE: Text("het college van burgemeester en wethouders", "the executive"),
    Body.MAYOR: Text("de burgemeester", "the mayor"),
    Body.TRIANGLE: Text(
        "de lokale driehoek (stemt af en besluit niet)", "the local triangle (agrees, and does not decide)"
    ),
}
OUTCOMES = {
    EvaluationOutcome.CONTINUE: Text("doorgaan", "continue"),
    EvaluationOutcome.ADJUST_APPROACH: Text("aanpak bijstellen", "adjust the approach"),
    EvaluationOutcome.ADJUST_THEME: Text("thema bijstellen", "adjust the theme"),
    EvaluationOutcome.STOP: Text("stoppen", "stop"),
}
