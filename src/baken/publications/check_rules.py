# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules behind remarks are called. The first word of a rule names the family that it belongs to."""

from __future__ import annotations

from baken.model.text import Text

_FAMILIES = {
    "abbreviation": Text("Afkortingen", "Abbreviations"),
    "activity": Text("Herkomst van activiteiten", "Where activities come from"),
    "ageing": Text("Verouderde gegevens", "Outdated data"),
    "area": Text("Gemeente", "Municipality"),
    "attachment": Text("Bijlagen en andere stukken", "Attachments and other documents"),
    "date": Text("Data", "Dates"),
    "decision": Text("Besluit", "Decision"),
    "language": Text("Taal", "Language"),
    "law": Text("Wetten", "Laws"),
    "link": Text("Verwijzingen", "Links"),
    "media": Text("Mediaberichten", "Media items"),
    "personal": Text("Persoonsgegevens", "Personal data"),
    "programme": Text("Programma's en plannen", "Programmes and plans"),
    "section": Text("Vaste onderdelen", "Fixed sections"),
    "summary": Text("Samenvatting", "Summary"),
    "term": Text("Begrippen", "Terms"),
    "theme": Text("Thema's", "Themes"),
    "unnamed": Text("Niet genoemd", "Not named"),
    "vote": Text("Stemming", "Vote"),
}
# Rules whose first word is not the family's own.
_OTHERS = {
    "college": "decision",
    "document": "attachment",
    "duty": "programme",
    "plan": "programme",
    "planned": "programme",
}


def family(rule: str) -> str:
    """The family of a rule; a rule of no known family is one by itself."""
    first = rule.partition("-")[0]
    names = (first, first.removesuffix("s"), _OTHERS.get(first, ""))
    return next((name for name in names if name in _FAMILIES), rule)


def rule_name(name: str) -> Text:
    """The name of a family of rules, or the words of a rule that belongs to none."""
    words = name.replace("-", " ").replace("_", " ").capitalize()
    return _FAMILIES.get(name) or Text(words, words)
