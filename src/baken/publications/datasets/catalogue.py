# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The open data described by DCAT-AP-NL 3.0, so that data portals can take the description over.

Addresses are relative: they start from where the file with the description stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from baken.picture.material import Material
from baken.publications.datasets.licence import licence_of
from baken.publications.datasets.outputs import OUTPUTS, PACKAGE, Output
from baken.publications.datasets.package import ABOUT, TITLE
from baken.publications.open_data import Record, dump

_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_IANA = "https://www.iana.org/assignments/media-types/"
PROFILE = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/"
# By country: how its register of public bodies names a municipality, and the country in the list of the EU.
_BODIES = {"nl": "https://identifier.overheid.nl/tooi/id/gemeente/{code}"}
_COUNTRIES = {"nl": "NLD"}


def to_catalogue(material: Material, files: Mapping[str, bytes], figures: Iterable[Record]) -> bytes:
    """The description of the dataset and of each of its files.

    Args:
        material: what the edition was made of.
        files: the contents by path; those that hold the figures become distributions.
        figures: the records, for the time that they cover.

    """
    town, day = material.municipality, material.on.isoformat()
    agent = _agent(material)
    dataset = {
        "@id": "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _both(TITLE.nl, TITLE.en, town.name),
        "dct:description": _both(ABOUT.nl, ABOUT.en, town.name),
        "dct:identifier": f"safety-figures-{town.code.lower()}",
        "dct:publisher": agent,
        "dct:creator": agent,
        "dcat:contactPoint": _contact(material),
        "dct:accessRights": _listed("access-right/PUBLIC"),
        "dcat:theme": [_listed("data-theme/JUST")],
        "dcat:keyword": [
            {"@language": "nl", "@value": one} for one in ("veiligheid", "criminaliteit", town.name)
        ],
        "dct:language": [_listed("language/NLD"), _listed("language/ENG")],
        "dct:spatial": _places(material),
        "dct:temporal": _time(figures),
        "dct:accrualPeriodicity": _listed("frequency/IRREG"),
        "dct:modified": _date(day),
        "dcat:version": day,
        "dcat:landingPage": {"@id": "index.html", "@type": "foaf:Document"},
        "dct:conformsTo": {"@id": PACKAGE, "@type": "dct:Standard"},
        "dct:provenance": [_provenance(f"{one.publisher}, {one.id}") for one in material.snapshots],
        "dcat:distribution": [
            _distribution(one, files[one.path], material) for one in OUTPUTS if one.path in files
        ],
    }
    record = {
        "@id": "#record",
        "@type": "dcat:CatalogRecord",
        "foaf:primaryTopic": {"@id": "#dataset"},
        "dct:modified": _date(day),
        "dct:conformsTo": {"@id": PROFILE, "@type": "dct:Standard"},
    }
    catalogue = {
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _both(TITLE.nl, TITLE.en, town.name),
        "dct:description": _both(ABOUT.nl, ABOUT.en, town.name),
        "dct:publisher": agent,
        "dcat:contactPoint": _contact(material),
        "dcat:dataset": {"@id": "#dataset"},
        "dcat:record": {"@id": "#record"},
    }
    return dump({"@context": _CONTEXT, "@graph": [catalogue, dataset, record]})


def _distribution(one: Output, content: bytes, material: Material) -> Record:
    return {
        "@id": f"#{one.name}",
        "@type": "dcat:Distribution",
        "dct:title": _both(one.title.nl, one.title.en),
        "dcat:accessURL": {"@id": one.path},
        "dcat:downloadURL": {"@id": one.path},
        "dct:format": _listed(f"file-type/{one.listed}"),
        "dcat:mediaType": {"@id": _IANA + one.media},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(content))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256(content).hexdigest()},
        },
        "dct:license": {"@id": licence_of(material).listed},
        "dct:modified": _date(material.on.isoformat()),
        **({"dct:conformsTo": {"@id": PACKAGE, "@type": "dct:Standard"}} if one.is_table else {}),
    }


def _agent(material: Material) -> Record:
    town = material.municipality
    body = "" if town.invented else _BODIES.get(town.country, "").format(code=town.code.lower())
    return {
        **({"@id": body} if body else {"@id": "#publisher"}),
        "@type": "foaf:Agent",
        "foaf:name": town.name,
    }


def _contact(material: Material) -> Record:
    town = material.municipality
    site: Record = {"vcard:hasURL": {"@id": town.website}} if town.website else {}
    return {"@id": "#contact", "@type": "vcard:Kind", "vcard:fn": town.name, **site}


def _places(material: Material) -> list[Record]:
    """The country by the list that the profile asks for, and the municipality by its code."""
    town = material.municipality
    place: Record = {
        "@id": "#area",
        "@type": "dct:Location",
        "skos:prefLabel": town.name,
        "dct:identifier": town.code,
    }
    listed = "" if town.invented else _COUNTRIES.get(town.country, "")
    return [*([_listed(f"country/{listed}")] if listed else []), place]


def _time(figures: Iterable[Record]) -> Record:
    days = [(str(one["period_start"]), str(one["period_end"])) for one in figures]
    if not days:
        return {"@type": "dct:PeriodOfTime"}
    first, last = min(start for start, _ in days), max(end for _, end in days)
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": _date(first), "dcat:endDate": _date(last)}


def _provenance(text: str) -> Record:
    return {"@type": "dct:ProvenanceStatement", "rdfs:label": text}


def _both(nl: str, en: str, name: str = "") -> list[Record]:
    texts = {"nl": nl, "en": en}
    return [{"@language": key, "@value": text.format(name=name)} for key, text in texts.items()]


def _listed(name: str) -> Record:
    return {"@id": f"{_EU}{name}"}


def _date(day: str) -> Record:
    return {"@type": "xsd:date", "@value": day}
