# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of the papers for the council, in Dutch and English."""

from __future__ import annotations

from baken.model.text import Text

TITLE = Text("Raadsvoorstel veiligheidsbeleid gemeente {name}", "Proposal on the safety policy of {name}")
DECISION = Text("Raadsbesluit", "Decision of the council")
DECISION_TITLE = Text(
    "Raadsbesluit veiligheidsbeleid gemeente {name}", "Decision on the safety policy of {name}"
)
TABLE_TITLE = Text("Indicatoren veiligheid gemeente {name}", "Safety indicators of {name}")
DRAFT = Text(
    "Concept uit het veiligheidsbeeld van {day}. Wat tussen vierkante haken staat, vult een mens in.",
    "Draft from the safety picture of {day}. What stands between square brackets is filled in by a person.",
)
MEETING, ITEM = Text("Raadsvergadering", "Council meeting"), Text("Agendapunt", "Agenda item")
OWNER = Text("Portefeuillehouder", "Portfolio holder")
DEPARTMENT = Text("Organisatieonderdeel", "Department")
NUMBER = Text("Nummer", "Number")
COLLEGE_DAY = Text("Datum voorstel college", "Day of the proposal of the executive")
TO_COUNCIL = Text("AAN DE GEMEENTERAAD", "TO THE MUNICIPAL COUNCIL")

SUMMARY = Text("Samenvatting", "Summary")
POINTS = Text("Beslispunten", "Decision points")
REASON = Text("1. Aanleiding, bevoegdheden en context", "1. Reason, powers and context")
WANTED = Text("2. Gewenste situatie", "2. Desired situation")
INDICATORS = Text("3. Indicatoren", "3. Indicators")
ARGUMENTS = Text("4. Argumenten", "4. Arguments")
ALTERNATIVES = Text("5. Alternatieven", "5. Alternatives")
MONEY = Text("6. Financiën", "6. Finances")
NEXT = Text("7. Vervolg", "7. Next steps")
PARTICIPATION = Text("8. Participatie", "8. Participation")
ANNEX_DECISION = Text("Bijlage 1. Raadsbesluit", "Annex 1. Decision of the council")
TABLES = Text("Indicatoren", "Indicators")
SOURCES = Text("Bronnen en begrippen", "Sources and terms")
ANNEX_SOURCES = Text("Bijlage 2. Bronnen en begrippen", "Annex 2. Sources and terms")

AUTHOR = Text("de opsteller", "the author")
CLERK = Text("de griffie", "the clerk's office")
TREASURER = Text("de financieel adviseur", "the financial adviser")
LAWYER = Text("de juridisch adviseur", "the legal adviser")
FILL_HERE = Text("[in te vullen door {who}]", "[to be filled in by {who}]")
FILL = Text("[{name}: in te vullen door {who}]", "[{name}: to be filled in by {who}]")
POINT = Text("beslispunt {number}", "decision point {number}")

KEY = Text("Kernboodschap: {text}", "Key message: {text}")
OUT = Text("Wat opvalt in de cijfers:", "What stands out in the figures:")
NOTHING = Text(
    "Volgens de regels valt niets op in de cijfers.", "By the rules nothing stands out in the figures."
)
LAW = Text("Bevoegdheid: {duty}", "Power: {duty}")
PROGRAMMES = Text("Programma's tot nu toe:", "Programmes so far:")
DECIDED = Text("Eerdere besluiten:", "Earlier decisions:")
BASIS = Text("Stukken waarop dit voorstel kan rusten:", "Documents that this proposal can rest on:")
THEMES = Text("Thema's van het huidige beleid:", "Themes of the present policy:")
READ_SIGNS = Text(
    "Een verschil staat er alleen als het groter is dan toeval verklaart. Waar een cijfer ontbreekt staat "
    "waarom; het is nooit nul.",
    "A difference is stated only where it is larger than chance explains. Where a figure is missing it says "
    "why; it is never zero.",
)
OBJECTIVE = Text("Geregistreerde cijfers", "Registered figures")
SUBJECTIVE = Text("Cijfers uit onderzoek onder inwoners", "Figures from surveys of inhabitants")
CONTEXT = Text("Cijfers ter achtergrond", "Background figures")
INDICATOR = Text("Indicator", "Indicator")
PROVISIONAL = Text("v = voorlopig cijfer.", "p = provisional figure.")
MARK = Text("v", "p")
SAID = Text("Wat de cijfers zeggen", "What the figures say")
READ_WITH = Text("Lees hierbij", "Read with this")
ASKED = Text("Onderzoek onder inwoners waarvan cijfers zijn gebruikt:", "Surveys whose figures are used:")

COUNCIL = Text("DE RAAD DER GEMEENTE {name},", "THE COUNCIL OF THE MUNICIPALITY OF {name},")
SEEN = Text(
    "gezien het voorstel van burgemeester en wethouders d.d. ",
    "having seen the proposal of the executive of ",
)
OF_DEPARTMENT = Text(", organisatieonderdeel ", ", department ")
NO = Text(", no. ", ", no. ")
LOOKED = Text("gelet op ", "having regard to ")
DECIDES = Text("BESLUIT:", "DECIDES:")
ALDUS = Text(
    "Aldus besloten door de raad der gemeente {name} in zijn openbare vergadering van ",
    "Thus decided by the council of the municipality of {name} in its public meeting of ",
)
SIGNED = Text("de griffier,", "the clerk,"), Text("de voorzitter,", "the chair,")
ADOPT = Text("Vaststellen van het {label}.", "Adopting the {label}.")
LEGAL = Text("grondslag", "legal basis")
DAY = Text("datum", "day")
