# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The open data as a Data Package (datapackage.org, 2.0): what is in each file and column."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from baken.model.text import Text
from baken.picture.material import Material
from baken.publications.datasets.fields import FIELDS, KEY, Field, Kind
from baken.publications.datasets.licence import licence_of
from baken.publications.datasets.outputs import OUTPUTS, Output
from baken.publications.open_data import Record, dump

_PROFILE = "https://datapackage.org/profiles/2.0/"
TITLE = Text("Veiligheidscijfers {name}", "Safety figures of {name}")
ABOUT = Text(
    "Cijfers over veiligheid in {name}: geregistreerde misdrijven en overlast, en wat inwoners ervan vinden, "
    "met marges, bronnen en status. Waar geen cijfer is, staat waarom.",
    "Figures about safety in {name}: registered offences and nuisance, and what residents think of it, with "
    "margins, sources and status. Where there is no figure, the reason is given.",
)


def to_package(material: Material, files: Mapping[str, bytes]) -> bytes:
    """The description of these files, by their path in the edition."""
    town, licence = material.municipality, licence_of(material)
    whole = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": f"safety-figures-{town.code.lower()}",
        "title": TITLE.nl.format(name=town.name),
        "title_en": TITLE.en.format(name=town.name),
        "description": ABOUT.nl.format(name=town.name),
        "description_en": ABOUT.en.format(name=town.name),
        "version": material.on.isoformat(),
        "created": f"{material.on.isoformat()}T00:00:00Z",
        "keywords": ["veiligheid", "criminaliteit", "public safety", town.name],
        "licenses": [{"name": licence.id, "path": licence.address, "title": licence.asks.nl}],
        "contributors": [_who(material)],
        "sources": [{"title": f"{one.publisher}: {one.title.nl} ({one.id})"} for one in material.snapshots],
        "resources": [_resource(one, files[one.path]) for one in OUTPUTS if one.path in files],
    }
    return dump(whole)


def _who(material: Material) -> Record:
    town = material.municipality
    return {"title": town.name, "roles": ["publisher"], **({"path": town.website} if town.website else {})}


def _resource(one: Output, content: bytes) -> Record:
    found: Record = {
        "name": one.name,
        "path": one.path,
        "title": one.title.nl,
        "title_en": one.title.en,
        "format": one.suffix,
        "mediatype": one.media,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if not one.is_table:
        return found
    return found | {
        "type": "table",
        "encoding": "utf-8",
        "dialect": {"header": True, "delimiter": ",", "quoteChar": '"', "doubleQuote": True},
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [_column(field) for field in FIELDS],
            "primaryKey": list(KEY),
            "missingValues": [""],
        },
    }


def _column(field: Field) -> Record:
    constraints: Record = {"required": field.needed}
    if field.one_of:
        constraints["enum"] = list(field.one_of)
    if field.lowest is not None:
        constraints["minimum"] = field.lowest
    if field.pattern:
        constraints["pattern"] = field.pattern
    found: Record = {"name": field.name, "type": field.kind.value, "constraints": constraints}
    if field.kind is Kind.BOOLEAN:
        found |= {"trueValues": ["true"], "falseValues": ["false"]}
    return found | {"description": field.means.nl, "description_en": field.means.en}
