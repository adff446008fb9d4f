# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""``baken check``: hold the sentences of a document against the figures."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from baken.cli import analysis_options, options
from baken.cli.options import AreaOption, JsonOption, WorkspaceOption

if TYPE_CHECKING:
    from baken.documents.document import Document
    from baken.model.text import Language
    from baken.picture.checked import CheckedDocument
    from baken.picture.picture import SafetyPicture
    from baken.publications.check_findings import Findings


def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text, Word, OpenDocument, PDF or slides.")],
    *,
    area: AreaOption = None,
    on: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it speaks [the one it gives]."),
    ] = None,
    earlier: Annotated[
        str, typer.Option("--with", metavar="FILE", help="An earlier document: themes and terms that differ.")
    ] = "",
    as_json: JsonOption = False,
    whole: Annotated[bool, typer.Option("--all", help="Everything, not about one screen.")] = False,
    html: Annotated[
        str, typer.Option("--html", metavar="REPORT", help="Also write the marked text as a page.")
    ] = "",
    csv: Annotated[
        str, typer.Option("--csv", metavar="DIR", help="Also write its votes as tables into a folder.")
    ] = "",
    find: Annotated[
        str, typer.Option("--find", metavar="WORD", help="Only where this stands, by any name it has.")
    ] = "",
    language: Annotated[
        str, typer.Option("--lang", "--language", metavar="nl|en", help="The language [nl].")
    ] = "nl",
    workspace: WorkspaceOption = None,
) -> None:
    """Hold each claim about safety in a document against the figures.

    Also looks for what else is wrong in it. Without --area it is about the municipality that it names; of one
    that is not held the form, the votes and the terms are checked, and claims are found without figures.
    Personal data are blotted out. Exit code 1 where the figures contradict a claim or an error is found.
    """
    from baken.cli.analysis_show import working
    from baken.model.claim import ClaimVerdict
    from baken.publications.check_findings import findings_of
    from baken.publications.check_names import names_of

    wanted = analysis_options.language(language)
    with working("check"):
        document, picture = _asked(file, area, on, workspace)
        checked = _checked(document, picture, on, earlier)
        findings = findings_of(checked, names_of(picture.material))
    if find:
        _find(findings, picture, find, wanted)
        return
    if html:
        from baken.publications.check_page import check_page

        Path(html).write_text(check_page(findings, wanted), encoding="utf-8")
    if csv and checked.council:
        from baken.publications.check_votes import write_votes

        write_votes(checked.council, findings.mask, Path(csv))
    if as_json:
        from baken.publications.check_record import record
        from baken.publications.open_data import dump

        sys.stdout.write(dump(record(findings)).decode())
    else:
        from baken.publications.check_brief import brief_lines
        from baken.publications.check_lines import lines

        for line in (lines if whole else brief_lines)(findings, wanted):
            typer.echo(line)
    if checked.errors or checked.verdicts[ClaimVerdict.CONTRADICTED]:
        raise typer.Exit(1)


def _find(findings: Findings, picture: SafetyPicture, word: str, language: Language) -> None:
    """Print where a word or another name of the same thing stands."""
    from baken.picture.document_search import found_words

    found = found_words(findings.checked, picture.material.catalogue.glossary, word)
    for line in (found.title, *found.lines):
        typer.echo(findings.mask.both(line).in_(language))


def _asked(
    file: str, area: str | None, on: str | None, workspace: str | None
) -> tuple[Document, SafetyPicture]:
    """The document and the picture of the municipality that it is about."""
    from baken.cli.check_area import municipality_of, unheld_name
    from baken.documents.document import read_document
    from baken.model.errors import UsageError
    from baken.picture.material import load_material
    from baken.picture.picture import SafetyPicture
    from baken.picture.protection.sharing import shareable
    from baken.picture.unheld import unheld_material
    from baken.store.decisions import Decisions

    day = options.day(on)
    document = read_document(Path(file))
    held = options.workspace(workspace)
    try:
        code = municipality_of(document, area, held.area)
    except UsageError as error:
        return document, SafetyPicture(unheld_material(unheld_name(document, area, error), day))
    material = load_material(code, day, reader=options.reader(workspace))
    return document, SafetyPicture(shareable(material, partial(held.secret, code), Decisions(held, code)))


def _checked(document: Document, picture: SafetyPicture, on: str | None, earlier: str) -> CheckedDocument:
    from baken.picture.document_check import check_document

    checked = check_document(document, picture, options.day(on) if on else None)
    if not earlier:
        return checked
    from baken.documents.document import read_document
    from baken.picture.document_compare import compare_documents

    found = compare_documents(read_document(Path(earlier)), document, picture)
    told = {(one.rule, one.places) for one in checked.remarks}
    added = (one for one in found.remarks if (one.rule, one.places) not in told)
    return replace(checked, remarks=(*checked.remarks, *added))
