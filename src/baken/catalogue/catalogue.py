# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of one country: loaded once, checked as a whole, then only read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from baken.catalogue.files import load, load_by_id, read_csv, where
from baken.model.casework import CaseKind
from baken.model.communication import Directory
from baken.model.disclosure import NOTHING_SMALL, DisclosureRules
from baken.model.errors import InputError, UsageError
from baken.model.indicator import Break, CountingSystem, Indicator, Unit
from baken.model.layer import Layer
from baken.model.offence import FlagChange, Initiative, RegistrationType
from baken.model.plain import PlainTerm, PlainWords
from baken.model.policy import Abbreviation, Country, ForbiddenWords, Guidance, PolicyField, Term
from baken.model.text import Text

DATA = Path(__file__).parent / "data"
# Which population belongs under which rate: a rate per young person is never divided by all inhabitants.
DENOMINATORS = {"inhabitants": "bevolking/inwoners", "inhabitants_12_17": "bevolking/12-17"}


@dataclass(frozen=True)
class Catalogue:
    """Every definition of one country. ``registrations`` is keyed by (system, code)."""

    folder: Path
    country: Country
    units: dict[str, Unit]
    systems: dict[str, CountingSystem]
    registrations: dict[tuple[str, str], RegistrationType]
    indicators: dict[str, tuple[Indicator, ...]]
    breaks: tuple[Break, ...]

    def indicator(self, name: str, on: date | None = None) -> Indicator:
        """The definition of an indicator that holds on a day, or the newest.

        Raises:
            UsageError: no such indicator, or none that holds on that day.

        """
        versions = self.indicators.get(name)
        if not versions:
            raise UsageError(
                f"unknown indicator '{name}'.", do=f"Known: {', '.join(sorted(self.indicators))}."
            )
        if on is None:
            return versions[-1]
        for version in versions:
            if version.validity.holds_on(on):
                return version
        raise UsageError(f"indicator '{name}' has no definition that holds on {on}.")

    def unit_of(self, indicator: Indicator) -> Unit:
        """The typed unit of an indicator."""
        return self.units[indicator.unit]

    def registration(self, system: str, code: str) -> RegistrationType:
        """One type of offence or class of nuisance.

        Raises:
            UsageError: the system has no such code.

        """
        found = self.registrations.get((system, code))
        if found is None:
            raise UsageError(f"'{system}' has no code '{code}'.")
        return found

    @cached_property
    def fields(self) -> tuple[PolicyField, ...]:
        """The fields of the national standard for safety policy."""
        return load(tuple[PolicyField, ...], self.folder / "fields.yaml")

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """What residents live with in an area, layer by layer; none where a country says nothing of it."""
        path = self.folder / "layers.yaml"
        found = tuple(load_by_id(Layer, path).values()) if path.exists() else ()
        for one in found:
            unknown = [name for name in one.indicators if name not in self.indicators]
            if unknown:
                raise InputError(
                    f"layer '{one.id}' names the unknown indicator '{unknown[0]}'.", where=where(path)
                )
        return found

    @cached_property
    def casework(self) -> dict[str, CaseKind]:
        """The kinds of work that are counted, by id; none where a country says nothing of it.

        Raises:
            InputError: a kind names a code that does not exist, or one that nobody finds by looking.

        """
        path = self.folder / "casework.yaml"
        found = load_by_id(CaseKind, path) if path.exists() else {}
        for one in found.values():
            for key in ((system, code) for system, codes in one.codes.items() for code in codes):
                registered = self.registrations.get(key)
                if registered is None or registered.initiative is not Initiative.HAAL:
                    raise InputError(
                        f"casework '{one.id}' names {'/'.join(key)}, which nobody finds by looking.",
                        where=where(path),
                    )
        return found

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms, in the order of the alphabet."""
        return tuple(
            sorted(load(tuple[Term, ...], self.folder / "glossary.yaml"), key=lambda t: t.term.lower())
        )

    @cached_property
    def abbreviations(self) -> tuple[Abbreviation, ...]:
        """The abbreviations, those without a known meaning included."""
        return load(tuple[Abbreviation, ...], self.folder / "abbreviations.yaml")

    @cached_property
    def plain_words(self) -> dict[str, PlainWords]:
        """How indicators are said in plain words, by the id of the indicator; not all need to be there.

        Raises:
            InputError: an indicator is named that does not exist.

        """
        path = self.folder / "plain_words.yaml"
        found = load_by_id(PlainWords, path) if path.exists() else {}
        for name in found:
            if name not in self.indicators:
                raise InputError(f"plain words name the unknown indicator '{name}'.", where=where(path))
        return found

    @cached_property
    def plain_terms(self) -> tuple[PlainTerm, ...]:
        """Words that are explained to residents, in the order of their file."""
        path = self.folder / "plain_terms.yaml"
        return tuple(load_by_id(PlainTerm, path).values()) if path.exists() else ()

    @cached_property
    def guidance(self) -> dict[str, Guidance]:
        """The rules of interpretation by id."""
        return load_by_id(Guidance, self.folder / "guidance.yaml")

    @cached_property
    def disclosure(self) -> DisclosureRules:
        """What may be published of small areas; where a country has no rules, nothing."""
        path = self.folder / "disclosure.yaml"
        return load(DisclosureRules, path) if path.exists() else NOTHING_SMALL

    @cached_property
    def directory(self) -> Directory:
        """Where people can go with questions about safety; empty where nobody wrote it down."""
        path = self.folder / "contacts.yaml"
        return load(Directory, path) if path.exists() else Directory()

    @cached_property
    def forbidden_words(self) -> tuple[ForbiddenWords, ...]:
        """The words that the rules of interpretation keep out of sentences about figures."""
        path = self.folder / "wording.yaml"
        return load(tuple[ForbiddenWords, ...], path) if path.exists() else ()

    def with_flags(self, changes: tuple[FlagChange, ...]) -> Catalogue:
        """The same catalogue with flags changed by a municipality; every change stays on record.

        Raises:
            InputError: a change concerns a code that does not exist, or says neither who nor why.

        """
        registrations = dict(self.registrations)
        for change in changes:
            key = ("politie-misdrijven", change.code)
            if key not in registrations:
                raise InputError(f"a flag is changed for '{change.code}', which is no type of offence.")
            if not change.author.strip() or not change.reason.strip():
                raise InputError(f"the change of flag for {change.code} says not who changed it and why.")
            old = registrations[key]
            registrations[key] = replace(old, initiative=change.initiative, history=(*old.history, change))
        return replace(self, registrations=registrations)


@cache
def load_catalogue(country: str = "nl", root: Path = DATA) -> Catalogue:
    """Read and check the catalogue of one country.

    Raises:
        InputError: a file is wrong or two files contradict; names file and line.

    """
    folder = root / country
    systems = load_by_id(CountingSystem, folder / "systems.yaml")
    catalogue = Catalogue(
        folder=folder,
        country=load(Country, folder / "country.yaml"),
        units=load_by_id(Unit, folder / "units.yaml"),
        systems=systems,
        registrations=_registrations(folder, systems),
        indicators=_indicators(folder),
        breaks=load(tuple[Break, ...], folder / "breaks.yaml"),
    )
    _check(catalogue)
    return catalogue


def _registrations(
    folder: Path, systems: dict[str, CountingSystem]
) -> dict[tuple[str, str], RegistrationType]:
    flags = {change.code: change for change in load(tuple[FlagChange, ...], folder / "flags.yaml")}
    found: dict[tuple[str, str], RegistrationType] = {}
    columns = ("code", "label_nl", "label_en", "classes", "initiative", "note")
    for system in systems.values():
        path = folder / system.registrations
        for line, row in read_csv(path, columns) if system.registrations else ():
            key = (system.id, row["code"])
            if key in found:
                raise InputError(f"code {row['code']} stands here twice.", where=where(path, line))
            if row["initiative"] not in set(Initiative):
                raise InputError(
                    f"'{row['initiative']}' is no initiative.",
                    where=where(path, line),
                    do=f"Use one of {', '.join(Initiative)}.",
                )
            found[key] = RegistrationType(
                code=row["code"],
                system=system.id,
                label=Text(row["label_nl"], row["label_en"]),
                classes=tuple(row["classes"].split()),
                initiative=Initiative(row["initiative"]),
                note=row["note"],
                is_total=row["code"] == system.total,
                history=tuple(flags[code] for code in (row["code"], system.id) if code in flags),
            )
    return found


def _indicators(folder: Path) -> dict[str, tuple[Indicator, ...]]:
    found: dict[str, tuple[Indicator, ...]] = {}
    for path in sorted((folder / "indicators").glob("*.yaml")):
        versions = load(tuple[Indicator, ...], path)
        if {version.id for version in versions} != {path.stem}:
            raise InputError(f"the file must hold versions of '{path.stem}' only.", where=where(path))
        found[path.stem] = tuple(sorted(versions, key=lambda version: version.version))
        if any(_meets(before, after) for before, after in pairwise(found[path.stem])):
            raise InputError(
                f"two versions of '{path.stem}' hold on the same day or have the same number.",
                where=where(path),
                do="Let a version end before the next one starts.",
            )
    return found


def _meets(before: Indicator, after: Indicator) -> bool:
    end = before.validity.end
    return before.version == after.version or end is None or end >= after.validity.start


def _check(catalogue: Catalogue) -> None:
    """Refuse definitions that point at nothing; one line names the indicator and what it lacks."""
    rate = catalogue.country.counting.rate
    if rate and rate not in catalogue.units:
        raise InputError(
            f"the rules of counting name the unknown unit '{rate}'.",
            where=where(catalogue.folder / "country.yaml"),
        )
    for versions in catalogue.indicators.values():
        for indicator in versions:
            for problem in _problems(catalogue, indicator):
                raise InputError(
                    f"version {indicator.version}: {problem}",
                    where=where(catalogue.folder / "indicators" / f"{indicator.id}.yaml"),
                )
    for one in catalogue.breaks:
        unknown = sorted({*one.systems} - {*catalogue.systems} | {*one.indicators} - {*catalogue.indicators})
        if unknown:
            raise InputError(
                f"break '{one.id}' concerns {', '.join(unknown)}, which is not known.",
                where=where(catalogue.folder / "breaks.yaml"),
            )


def _problems(catalogue: Catalogue, indicator: Indicator) -> list[str]:
    codes = [code for code in indicator.numerator if (indicator.system, code) not in catalogue.registrations]
    system = catalogue.systems.get(indicator.system)
    unknown = [name for name in indicator.beside if name not in catalogue.indicators]
    checks = {
        f"unknown unit '{indicator.unit}'.": indicator.unit not in catalogue.units,
        f"unknown counting system '{indicator.system}'.": indicator.system not in catalogue.systems,
        f"'{indicator.system}' has no code {', '.join(codes)}.": bool(codes)
        and system is not None
        and bool(system.registrations),
        f"the indicators beside it are not known: {', '.join(unknown)}.": bool(unknown),
        "the context note (duiding) is empty.": not (
            indicator.context.nl.strip() and indicator.context.en.strip()
        ),
    }
    return [words for words, wrong in checks.items() if wrong]
