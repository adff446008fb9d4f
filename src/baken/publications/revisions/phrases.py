# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The words in which changes between editions are told, in Dutch and English."""

from __future__ import annotations

from baken.model.revision import RevisionKind, RevisionReason
from baken.model.text import Text

CORRECTED = Text(
    "Correctie op de editie van {day}: {what} Waarom: {why}",
    "Correction of the edition of {day}: {what} Why: {why}",
)
FIRST = Text(
    "Dit is de eerste editie. Er is geen eerdere editie om mee te vergelijken.",
    "This is the first edition. There is no earlier edition to compare with.",
)
NOT_HELD = Text(
    "{since} is niet bewaard; wat sindsdien veranderde, is niet te zeggen.",
    "{since} is not held, so nobody can say what changed since.",
)
SAME = Text(
    "Vergeleken met {since} veranderde geen cijfer en geen definitie.",
    "Compared with {since}, no figure and no definition changed.",
)
COMPARED = Text("Vergeleken met {since}: {parts}.", "Compared with {since}: {parts}.")
BEFORE = Text("de editie van {day}", "the edition of {day}")
EARLIER_THAT_DAY = Text("de vorige editie van dezelfde dag", "the earlier edition of the same day")
FIGURES = {
    RevisionKind.NEW: (
        Text("{n} nieuw cijfer", "{n} new figure"),
        Text("{n} nieuwe cijfers", "{n} new figures"),
    ),
    RevisionKind.CHANGED: (
        Text("{n} gewijzigd cijfer", "{n} changed figure"),
        Text("{n} gewijzigde cijfers", "{n} changed figures"),
    ),
    RevisionKind.STATUS: (
        Text("{n} cijfer met een andere status", "{n} figure with another status"),
        Text("{n} cijfers met een andere status", "{n} figures with another status"),
    ),
    RevisionKind.WITHDRAWN: (
        Text("{n} vervallen cijfer", "{n} figure left out"),
        Text("{n} vervallen cijfers", "{n} figures left out"),
    ),
}
DEFINITIONS = (
    Text("{n} andere definitie", "{n} other definition"),
    Text("{n} andere definities", "{n} other definitions"),
)
NEW = Text("{area}, {period}: nieuw cijfer, {after}.", "{area}, {period}: new figure, {after}.")
CHANGED = Text("{area}, {period}: nu {after}, was {before}.", "{area}, {period}: now {after}, was {before}.")
MARGIN = Text(
    "{area}, {period}: het cijfer bleef {after}; de 95%-marge is nu {now}, was {was}.",
    "{area}, {period}: the figure stayed {after}; the 95 % margin is now {now}, was {was}.",
)
UNSAID = Text("{area}, {period}: gewijzigd.", "{area}, {period}: changed.")
STAYED = Text("{area}, {period}: het cijfer bleef {after}.", "{area}, {period}: the figure stayed {after}.")
STATUS = Text(
    "{area}, {period}: het cijfer is nu {now}, was {was} ({after}).",
    "{area}, {period}: the figure is now {now}, was {was} ({after}).",
)
NO_VALUE = Text("{area}, {period}: nu {now}, was {was}.", "{area}, {period}: now {now}, was {was}.")
GONE = Text("{area}, {period}: het cijfer is vervallen.", "{area}, {period}: the figure was left out.")
GONE_AS = Text(
    "{area}, {period}: het cijfer is vervallen ({now}).", "{area}, {period}: the figure was left out ({now})."
)
ABSENT, NO_MARGIN = Text("niet in de editie", "not in the edition"), Text("onbekend", "unknown")
TO = Text("{lower} tot {upper}", "{lower} to {upper}")
REASONS = {
    RevisionReason.DEFINITION: Text(
        "De definitie is anders: versie {now} in plaats van {was}.",
        "The definition is another one: version {now} instead of {was}.",
    ),
    RevisionReason.FINAL: Text(
        "Het voorlopige cijfer werd definitief.", "The provisional figure became final."
    ),
    RevisionReason.REVISED: Text("Het cijfer is herzien.", "The figure was revised."),
    RevisionReason.SOURCE: Text("De bron gaf andere gegevens.", "The source gave other data."),
    RevisionReason.METHOD: Text(
        "De gegevens en de definitie bleven gelijk; de berekening of de afronding is anders.",
        "The data and the definition stayed the same; the calculation or the rounding is another one.",
    ),
}
# A protected figure can be another one although the count behind it is the same.
PROTECTED = {
    RevisionReason.SOURCE: Text(
        "De gegevens zijn anders, of kleine aantallen zijn opnieuw afgerond.",
        "The data are different, or small counts were rounded again.",
    ),
    RevisionReason.REVISED: Text(
        "Het cijfer is herzien; het aantal erachter hoeft niet veranderd te zijn.",
        "The figure was revised; the count behind it need not have changed.",
    ),
}
DEFINITION = {
    RevisionKind.NEW: Text("Nieuw in de editie: {name}.", "New in the edition: {name}."),
    RevisionKind.WITHDRAWN: Text("Niet meer in de editie: {name}.", "No longer in the edition: {name}."),
    RevisionKind.CHANGED: Text(
        "De tekst van de definitie is anders: {name}.", "The text of the definition is another one: {name}."
    ),
}
VERSION = Text(
    "De definitie is anders: {name} (versie {now}, was {was}).",
    "The definition is another one: {name} (version {now}, was {was}).",
)
