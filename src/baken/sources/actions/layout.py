# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The columns of the sheet of actions: headings, what else people call them, and what belongs in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baken.model.action import ACTION_FLOW, ActionStatus, MoneyKind, OwnerKind
from baken.model.text import Text
from baken.sources.own.texts import words

SHEET = Text("Acties", "Actions")
EXPLAINED = Text("Uitleg", "Explanation")
CHOICES = Text("Keuzes", "Choices")


class Field(StrEnum):
    """What a column says of an action."""

    ID = "id"
    TITLE = "title"
    WHAT = "what"
    LEAD = "lead"
    START = "start"
    END = "end"
    STATUS = "status"
    THEME = "theme"
    GOAL = "goal"
    MONITORING = "monitoring"
    LEAD_KIND = "lead_kind"
    CO_OWNERS = "co_owners"
    RESIDENTS = "residents"
    AREA = "area"
    AREA_NAME = "area_name"
    INSTRUMENT = "instrument"
    POWER = "power"
    MONEY = "money"
    MONEY_KIND = "money_kind"
    EFFECT = "effect"
    INDICATOR = "indicator"
    REASON = "reason"
    UPDATED = "updated"


LOOKED_UP = (Field.THEME, Field.GOAL, Field.AREA, Field.INDICATOR)
"""The columns whose values must be known to the municipality."""

FIXED = (Field.STATUS, Field.LEAD_KIND, Field.MONEY_KIND)
"""The columns with a fixed list of values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionColumn:
    """A column: its heading, other headings that mean the same, an explanation, and its width in letters."""

    field: Field
    heading: Text
    others: tuple[str, ...] = ()
    explanation: Text
    width: int = 18
    wrapped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a fixed list: how it is kept, how it is written, and what else people write for it."""

    value: StrEnum
    label: Text
    others: tuple[str, ...] = ()


def _flow(state: ActionStatus, *others: str) -> Option:
    return Option(value=state, label=ACTION_FLOW.labels[state], others=others)


OPTIONS: dict[Field, tuple[Option, ...]] = {
    Field.STATUS: (
        _flow(ActionStatus.NOT_STARTED, "nog niet begonnen", "niet gestart", "nog niet gestart", "open"),
        _flow(ActionStatus.IN_PROGRESS, "loopt", "lopend", "begonnen", "gestart", "bezig", "running"),
        _flow(ActionStatus.BLOCKED, "stokt"),
        _flow(ActionStatus.DONE, "afgerond", "gereed", "voltooid", "finished", "completed"),
        _flow(ActionStatus.STOPPED, "vervallen", "geschrapt", "cancelled"),
    ),
    Field.LEAD_KIND: (
        Option(
            value=OwnerKind.DEPARTMENT,
            label=Text("afdeling van de gemeente", "department of the municipality"),
            others=("afdeling", "gemeente", "municipality"),
        ),
        Option(value=OwnerKind.PARTNER, label=Text("partner", "partner"), others=("partnerorganisatie",)),
        Option(
            value=OwnerKind.RESIDENTS,
            label=Text("inwoners/bewonersinitiatief", "residents/initiative of residents"),
            others=("bewoners", "inwoners", "bewonersinitiatief"),
        ),
    ),
    Field.MONEY_KIND: (
        Option(value=MoneyKind.STRUCTURAL, label=Text("structureel", "structural"), others=("jaarlijks",)),
        Option(value=MoneyKind.INCIDENTAL, label=Text("incidenteel", "incidental"), others=("eenmalig",)),
    ),
}

_DAY_NL = (
    "Een datum, of woorden zoals 'Q2 2027' of 'uiterlijk begin 2027'. De woorden blijven zoals u ze typt."
)
_DAY_EN = "A date, or words such as 'Q2 2027' or 'uiterlijk begin 2027'. The words stay as you type them."
_KNOWN_NL, _KNOWN_EN = "Kies uit de lijst op het blad Keuzes.", "Choose from the list on the sheet Choices."

COLUMNS = (
    ActionColumn(
        field=Field.ID,
        heading=Text("Kenmerk", "Id"),
        others=("actienummer", "actie id", "actie-id", "nummer", "nr"),
        explanation=Text(
            "Waaraan Baken de actie herkent. Laat het staan; leeg betekent een nieuwe actie.",
            "By which Baken knows the action. Leave it as it is; empty means a new action.",
        ),
        width=14,
    ),
    ActionColumn(
        field=Field.TITLE,
        heading=Text("Actie", "Action"),
        others=("titel", "naam van de actie", "naam actie", "title"),
        explanation=Text("De naam van de actie. Verplicht.", "The name of the action. Mandatory."),
        width=30,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.WHAT,
        heading=Text("Wat gebeurt er", "What is done"),
        others=("wat", "wat doen we", "omschrijving", "toelichting actie", "what", "description"),
        explanation=Text("Wat er wordt gedaan.", "What is done."),
        width=44,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.LEAD,
        heading=Text("Trekker", "Lead"),
        others=("wie", "verantwoordelijke", "eigenaar", "actiehouder", "who", "owner"),
        explanation=Text(
            "Wie de actie trekt: een afdeling, partner of groep bewoners. Geen namen van mensen.",
            "Who leads it: one department, partner or group of residents. No names of persons.",
        ),
        width=20,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.START,
        heading=Text("Begin", "Start"),
        others=("start", "startdatum", "begindatum", "start date"),
        explanation=Text(f"Wanneer het begint. {_DAY_NL}", f"When it begins. {_DAY_EN}"),
    ),
    ActionColumn(
        field=Field.END,
        heading=Text("Klaar", "End"),
        others=(
            "einde",
            "eind",
            "einddatum",
            "wanneer",
            "wanneer klaar",
            "deadline",
            "done by",
            "end date",
            "when",
        ),
        explanation=Text(f"Wanneer het klaar is. {_DAY_NL}", f"When it is done. {_DAY_EN}"),
    ),
    ActionColumn(
        field=Field.STATUS,
        heading=Text("Status", "Status"),
        others=("stand van zaken", "voortgang", "state"),
        explanation=Text(
            "Hoe ver de actie is. Leeg bij een nieuwe actie: niet begonnen; bij een bestaande: ongewijzigd.",
            "How far the action is. Empty for a new action: not started; for an existing one: not changed.",
        ),
        width=16,
    ),
    ActionColumn(
        field=Field.THEME,
        heading=Text("Thema", "Theme"),
        explanation=Text(
            f"Het thema van het programma. {_KNOWN_NL}", f"The theme of the programme. {_KNOWN_EN}"
        ),
        width=22,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.GOAL,
        heading=Text("Doel", "Goal"),
        others=("kader", "doelstelling", "doel of kader", "framework"),
        explanation=Text(
            f"Het doel (kader) dat de actie dient. {_KNOWN_NL}", f"The goal it serves. {_KNOWN_EN}"
        ),
        width=26,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.MONITORING,
        heading=Text("Hoe gevolgd", "How followed"),
        others=("monitoring", "hoe monitoren we", "monitor"),
        explanation=Text(
            "Hoe u volgt wat de actie teweegbrengt, als er geen indicator is of daarnaast.",
            "How you follow what the action brings about, without an indicator or beside it.",
        ),
        width=30,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.LEAD_KIND,
        heading=Text("Soort trekker", "Kind of lead"),
        explanation=Text(
            "Afdeling, partner of inwoners. Leeg bij een nieuwe actie: afdeling; anders: ongewijzigd.",
            "Department, partner or residents. Empty for a new action: department; else: not changed.",
        ),
        width=24,
    ),
    ActionColumn(
        field=Field.CO_OWNERS,
        heading=Text("Mede-eigenaren", "Co-owners"),
        others=("medeeigenaren", "partners", "samen met", "co owners"),
        explanation=Text(
            "Wie er nog meer eigenaar zijn, gescheiden door een puntkomma. Een naam met een puntkomma "
            "staat tussen aanhalingstekens.",
            "Who else owns it, separated by a semicolon. A name with a semicolon in it: between quotes.",
        ),
        width=26,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.RESIDENTS,
        heading=Text("Rol van bewoners", "Role of residents"),
        others=("rol bewoners", "bewoners", "rol van inwoners", "residents"),
        explanation=Text(
            "Wat bewoners erin doen; leeg als zij geen rol hebben.", "What residents do in it, if anything."
        ),
        width=26,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.AREA,
        heading=Text("Gebied", "Area"),
        others=("wijk", "buurt", "stadsdeel", "district", "neighbourhood"),
        explanation=Text(
            f"Het gebied, als dat een vaste code heeft. {_KNOWN_NL}",
            f"The area, if it has a code. {_KNOWN_EN}",
        ),
        width=22,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.AREA_NAME,
        heading=Text("Plaats", "Place"),
        others=("waar", "locatie", "where", "location"),
        explanation=Text("Waar het is, in uw eigen woorden.", "Where it is, in your own words."),
        width=22,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.INSTRUMENT,
        heading=Text("Instrument", "Instrument"),
        others=("middel",),
        explanation=Text("Het instrument dat wordt gebruikt.", "The instrument that is used."),
        width=22,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.POWER,
        heading=Text("Bevoegdheid", "Power"),
        others=("wettelijke grondslag", "legal basis"),
        explanation=Text(
            "De bevoegdheid waarop het rust, als die nodig is.", "The power it rests on, if one is needed."
        ),
        width=22,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.MONEY,
        heading=Text("Geld (euro)", "Money (euros)"),
        others=("geld", "budget", "kosten", "bedrag", "middelen", "money", "costs", "amount"),
        explanation=Text(
            "Wat het kost, in euro's. Leeg betekent niet bekend; 0 betekent dat het niets kost.",
            "What it costs, in euros. Empty means not known; 0 means that it costs nothing.",
        ),
        width=16,
    ),
    ActionColumn(
        field=Field.MONEY_KIND,
        heading=Text("Soort geld", "Kind of money"),
        others=("structureel of incidenteel",),
        explanation=Text(
            "Elk jaar (structureel) of eenmalig (incidenteel).",
            "Every year (structural) or once (incidental).",
        ),
        width=16,
    ),
    ActionColumn(
        field=Field.EFFECT,
        heading=Text("Beoogd effect", "Intended effect"),
        others=("effect", "resultaat", "beoogd resultaat"),
        explanation=Text("Welk effect u beoogt.", "Which effect you mean to have."),
        width=30,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.INDICATOR,
        heading=Text("Indicator", "Indicator"),
        explanation=Text(
            f"Het cijfer waaraan u het effect volgt. {_KNOWN_NL}", f"The figure that follows it. {_KNOWN_EN}"
        ),
        width=26,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.REASON,
        heading=Text("Reden van de status", "Reason for the status"),
        others=("reden", "reason"),
        explanation=Text("Waarom de status zo is.", "Why the status is what it is."),
        width=30,
        wrapped=True,
    ),
    ActionColumn(
        field=Field.UPDATED,
        heading=Text("Bijgewerkt op", "Updated on"),
        others=("laatst bijgewerkt", "datum bijgewerkt", "updated"),
        explanation=Text(
            "De dag waarop iemand de actie voor het laatst bijwerkte.", "When somebody last updated it."
        ),
        width=16,
    ),
)
"""Every column in the order of the sheet; the first nine are what goes on paper."""

COLUMN_OF = {one.field: one for one in COLUMNS}
HEADINGS = {
    words(text): one.field
    for one in COLUMNS
    for text in (one.heading.nl, one.heading.en, one.field, *one.others)
}
"""Every heading that is understood, without capitals, accents and signs."""
