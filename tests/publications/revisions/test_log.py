# SPDX-FileCopyrightText: 2026 The Baken authors
# SPDX-License-Identifier: EUPL-1.2
"""The log holds every edition, and says of no figure what the edition no longer shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baken.model.edition import EarlierEdition, KnownLog, Predecessor
from baken.model.errors import InputError
from baken.model.revision import Revision, RevisionKind, RevisionReason, Said
from baken.picture.material import with_before
from baken.picture.picture import SafetyPicture
from baken.publications.revisions.files import COLUMNS, to_csv
from baken.publications.revisions.log import log_of, read_log, to_json
from picture.helpers import MAASTRICHT, published

from .made import EARLIER, after, first_edition


def changed_burglaries() -> EarlierEdition:
    """An edition with another figure of burglary in 2017."""
    earlier = first_edition(published(MAASTRICHT).material)
    text = earlier.figures
    at = text.index(b'"address": "figures/diefstal-uit-woning/GM0935.json#/2017"')
    end = text.index(b'"version"', at)
    record = text[at:end]
    assert b'"value": 3.5' in record
    return replace(earlier, figures=text[:at] + record.replace(b'"value": 3.5', b'"value": 3.4') + text[end:])


def test_the_first_edition() -> None:
    log = log_of(published(MAASTRICHT))
    (entry,) = log.editions
    assert (entry.number, entry.since, entry.compared, entry.is_empty) == (1, None, False, True)
    assert read_log(to_json(log)) == log


def test_the_same_figures_give_an_edition_without_changes() -> None:
    material = published(MAASTRICHT).material
    log = log_of(after(material, first_edition(material)))
    assert [one.number for one in log.editions] == [1, 2]
    assert (log.newest.since, log.newest.compared, log.newest.is_empty) == (EARLIER, True, True)
    assert log.newest.sources == ()


def test_one_changed_figure_is_one_revision_with_the_old_and_the_new() -> None:
    log = log_of(after(published(MAASTRICHT).material, changed_burglaries()))
    (one,) = log.newest.revisions
    assert one.key == ("diefstal-uit-woning", MAASTRICHT, "2017")
    assert one.before is not None
    assert one.after is not None
    assert (one.kind, one.before.value, one.after.value) == (RevisionKind.CHANGED, 3.4, 3.5)
    assert read_log(to_json(log)) == log
    header, *rows = to_csv(log).decode().splitlines()
    assert header.split(",") == list(COLUMNS)
    assert [row.split(",")[3:7] for row in rows] == [["diefstal-uit-woning", MAASTRICHT, "2017", "changed"]]


def test_an_older_edition_does_not_quote_a_figure_that_is_gone() -> None:
    material = published(MAASTRICHT).material
    said = Said(status="measured", version=1, value=9.9, lower=9.1, upper=9.8)
    gone = Revision(
        indicator="diefstal-uit-woning",
        area="BU09350000",
        period="1999",
        kind=RevisionKind.CHANGED,
        reason=RevisionReason.SOURCE,
        before=said,
        after=said,
    )
    first = first_edition(material)
    older = read_log(first.log)
    first = replace(first, log=to_json(replace(older, editions=(replace(older.newest, revisions=(gone,)),))))
    log = log_of(after(material, first))
    (kept,) = log.editions[0].revisions
    assert kept.key == gone.key
    assert kept.before == Said(status="measured", version=1)
    assert b"9.9" not in to_json(log)
    assert b"9.9" not in to_csv(log)


def test_an_edition_that_is_not_held_is_named_and_not_compared() -> None:
    material = published(MAASTRICHT).material
    unknown = EarlierEdition(predecessor=Predecessor(date=EARLIER, manifest="0" * 64, compared=False))
    (entry,) = log_of(after(material, unknown)).editions
    assert (entry.since, entry.compared, entry.revisions) == (EARLIER, False, ())


def test_a_known_log_is_told_again_and_held_against_the_figures() -> None:
    material = published(MAASTRICHT).material
    log = log_of(after(material, changed_burglaries()))
    known = SafetyPicture(with_before(material, KnownLog(log=to_json(log))))
    assert log_of(known) == log
    for old, new, said in (
        (b'"value": 3.5', b'"value": 3.6', "is not what"),
        (b"2026-11-21", b"2026-11-20", "of 2026-11-20"),
    ):
        wrong = to_json(log).replace(old, new)
        assert wrong != to_json(log)
        with pytest.raises(InputError, match=said):
            log_of(SafetyPicture(with_before(material, KnownLog(log=wrong))))


@pytest.mark.parametrize("data", [b"", b"{}", b'{"municipality": "GM0935", "editions": []}', b"\xff"])
def test_what_is_no_log_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"revisions\.json"):
        read_log(data)
